//! The copies of everything that is kept: the requests to them, their responses, and how much room there is.

pub mod key_value;
pub mod measure;
pub mod request;
pub mod room;
pub mod store_error;
pub mod threads_of_page;
