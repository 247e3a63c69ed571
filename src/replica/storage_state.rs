//! Whether the browser keeps what the reader writes.

/// Whether the browser keeps what the reader writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// It does, as far as is known.
    Working,
    /// The page may not use storage: everything is in memory only.
    Blocked,
    /// Reading the storage failed: the comments in it could not be shown, and are not touched.
    Unreadable,
    /// Another thread's records stand under this thread's key: neither is mixed into the other.
    KeyCollision,
    /// The storage had no space for the last record.
    Full,
}
