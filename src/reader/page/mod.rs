//! Finds the article in an HTML page.

mod byline;
mod candidates;
mod dates;
mod declared;
mod extras;
mod figures;
mod finding;
mod headline;
mod joining;
mod json_ld;
mod manner;
mod measure;
mod names;
mod paragraphs;
mod person;
mod reading;
mod surroundings;
mod tables;
mod tidying;
mod tree;

pub use reading::read;
