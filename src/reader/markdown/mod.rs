//! Reads articles that are written as Markdown.

mod addresses;
mod front_matter;
mod reading;
mod writing;

pub use reading::read;
pub use writing::as_html;
