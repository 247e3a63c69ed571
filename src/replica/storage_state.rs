//! Whether what is written is kept.

/// Whether the browser keeps what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As far as is known.
    Working,
    /// The page may not use it: everything is in memory only.
    Blocked,
    /// Reading it failed: what is there could not be shown, and is not touched.
    Unreadable,
    /// Another thread's records stand under this thread's key: neither is mixed into the other.
    KeyCollision,
    /// There was no space for the last change.
    Full,
}
