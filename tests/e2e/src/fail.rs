//! How a step that cannot go on ends its story: with a sentence, at the story's own line.

use std::fmt::Display;

/// Ends the test with `message`, reported at the caller's line.
#[track_caller]
#[expect(clippy::panic, reason = "a test fails by panicking; this is the one place that does")]
pub fn fail(message: impl Display) -> ! {
    panic!("{message}")
}

/// Turns "there should be a value" into the value or a failed story.
pub trait OrFail<T> {
    /// The value, or the end of the story with `what` and the reason.
    #[track_caller]
    fn or_fail(self, what: &str) -> T;
}

impl<T, E: Display> OrFail<T> for Result<T, E> {
    #[track_caller]
    fn or_fail(self, what: &str) -> T {
        match self {
            Ok(value) => value,
            Err(error) => fail(format!("{what}: {error}")),
        }
    }
}

impl<T> OrFail<T> for Option<T> {
    #[track_caller]
    fn or_fail(self, what: &str) -> T {
        match self {
            Some(value) => value,
            None => fail(what),
        }
    }
}
