//! How far what a reader wrote has got on its way to being kept.

/// How far a record, or all records about a comment, have got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaveState {
    /// In both copies, and on disk.
    Saved,
    /// In the primary copy, where there is no mirror; on disk soon.
    Kept,
    /// In memory only, because the page may not keep anything.
    InMemory,
    /// On its way.
    Saving,
    /// Not saved within the time it should take.
    AtRisk,
}
