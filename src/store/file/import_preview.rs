//! What an import would bring, before anything is written: new, already here, refused with the reason, too much.

use super::file_contents::Refused;
use super::new_record::NewRecord;
use super::over_quota::OverQuota;

/// As whose the operations of a file are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportMode {
    /// As somebody's: every operation becomes an imported one, whatever key it had.
    AsForeign,
    /// As the reader's own: a backup is restored, key by key and byte for byte. Only at the reader's explicit wish.
    AsOwn,
}

/// What an import would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What would be written, in the order of the file.
    pub new: Vec<NewRecord>,
    /// How many are here already.
    pub already: usize,
    /// What is refused, in the order of the lines; without what the reader of the file refused before.
    pub refused: Vec<Refused>,
    /// What found no space; it is not in `new`, and not written.
    pub over_quota: OverQuota,
}
