//! Finds the article in an HTML page.

mod reading;
mod shown_facts;

pub use reading::{declared_base, read};
