//! Reads articles that are written as JSON: JSON Feed, and what WordPress gives.

mod json_feed;
mod reading;
mod wordpress;

pub use reading::read;
