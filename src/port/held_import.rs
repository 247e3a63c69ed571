//! What became of an import of the reader's, as long as its file is held.

/// Whether an import that the reader made here stands, was undone, or can be neither undone nor made again from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldImport {
    /// It was made.
    Done {
        /// After it had been undone.
        again: bool,
    },
    /// It was undone.
    Undone,
    /// Its file is not held any more.
    Gone,
}
