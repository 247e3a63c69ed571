//! The formatting of comments, against the examples of others and against texts that are written to deceive.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod commonmark;
#[path = "../support/commonmark_examples.rs"]
mod commonmark_examples;
mod hostile;
mod look_alikes;
mod outline;
mod plain;
#[path = "../article/support.rs"]
#[expect(dead_code, reason = "articles ask more of it")]
mod support;
