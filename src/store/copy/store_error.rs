//! Why storage did not do what it was asked.

use std::fmt;

/// A refusal or a lie of the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreError {
    /// The page may not use storage at all (`SecurityError`, or no storage object).
    Blocked,
    /// There is no space left (`QuotaExceededError`).
    Full,
    /// The key already holds something else, which stays.
    Taken,
    /// The write was accepted, and reading it back gave something else.
    Vanished,
    /// Any other failure of the call.
    Failed,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked => "storage is blocked for this page",
            Self::Full => "storage is full",
            Self::Taken => "the key holds another value",
            Self::Vanished => "the value written was not there when read back",
            Self::Failed => "storage failed",
        })
    }
}

impl std::error::Error for StoreError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_developer_is_told_what_is_wrong() {
        assert_eq!(StoreError::Taken.to_string(), "the key holds another value");
    }
}
