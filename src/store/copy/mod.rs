//! The copies of everything that is kept: what is asked of them, what they answer, and how much room there is.

pub mod key_value;
pub mod measure;
pub mod order;
pub mod room;
pub mod store_error;
pub mod threads_of_page;
