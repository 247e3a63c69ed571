//! Reads articles in XML: entries of Atom, items of RSS, and the exports that are written as one of these.

mod atom;
mod elements;
mod mending;
mod namespaces;
mod raw_posts;
mod reading;
mod rss;
mod shortcodes;

pub use reading::read;
