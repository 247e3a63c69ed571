//! The room of the file that the page publishes.

mod error;
mod reading;
mod state;
mod state_tests;

pub use error::PublishedError;
pub use reading::READING;
pub use state::{Published, PublishedMsg, ReadingCode};
