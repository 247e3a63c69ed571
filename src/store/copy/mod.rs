//! The copies of everything that is kept: the requests to them, their responses, and how much space there is.

pub mod key_value;
pub mod quota;
pub mod request;
pub mod store_error;
pub mod threads_of_page;
pub mod usage;
