//! Finds the article in an HTML page.

mod candidates;
mod finding;
mod joining;
mod measure;
mod names;
mod paragraphs;
mod reading;
mod shown_facts;
mod surroundings;
mod tables;
mod tidying;
mod tree;

pub use reading::{declared_base, read};
