//! The article, from untrusted pages to what the view draws, natively.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod anchors;
mod author_and_date;
#[path = "../support/commonmark_examples.rs"]
mod commonmark_examples;
mod finding;
mod formulas;
mod headings;
mod hostile;
mod links;
mod listings;
mod pictures;
mod players;
#[path = "../support/pseudo_language.rs"]
mod pseudo_language;
mod readability;
mod reading;
mod shown;
mod sources;
mod support;
mod systems;
mod told;
