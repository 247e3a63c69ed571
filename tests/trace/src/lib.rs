//! What the program asks of the world, as lines of text that no change inside the program changes, and the records that they are compared with.
//!
//! The page `tests/trace/README.md` says what is recorded and how.

pub mod digest;
pub mod effect_line;
mod event_line;
mod focus_line;
mod host_result_line;
mod quoted;
pub mod record;
mod request_line;
