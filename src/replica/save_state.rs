//! How far what a reader wrote has got on its way to being kept.

/// How far something has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaveState {
    /// In both copies, and on disk.
    Saved,
    /// In the one copy there is; on disk soon.
    Kept,
    /// In memory only, because the page may not keep anything.
    InMemory,
    /// On its way.
    Saving,
    /// Not saved within the time it should take.
    AtRisk,
}
