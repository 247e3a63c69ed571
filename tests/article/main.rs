//! The article, from untrusted pages to what the view draws, natively.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod hostile;
mod links;
#[path = "../support/pseudo_language.rs"]
mod pseudo_language;
mod reading;
mod shown;
mod support;
mod told;
