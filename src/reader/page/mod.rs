//! Finds the article in an HTML page.

mod byline;
mod candidates;
mod date_line;
mod date_lines;
mod dates;
mod declared;
mod extras;
mod figures;
mod finding;
mod headline;
mod joining;
mod json_ld;
mod leading_words;
mod manner;
mod measure;
mod names;
mod openers;
mod paragraphs;
mod person;
mod portrait;
mod reach;
mod reading;
mod repeats;
mod surroundings;
mod tables;
mod tidying;
mod tree;
mod widening;

pub use reading::read;
