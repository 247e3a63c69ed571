//! What the thread says to "Your comments".

use super::here::Here;
use super::snapshot::Snapshot;
use crate::store::copy::request::Broadcast;

/// Something that the thread says to "Your comments".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToManage {
    /// The discussion, or what is to be known of it, is another one.
    Here(Box<Here>),
    /// The thread has broadcast this to the other pages.
    Broadcast(Broadcast),
    /// The snapshot that the thread was asked for under this number.
    Snapshot(u32, Snapshot),
    /// Whether the record that an import has written under a key stays: it does not if its comment has been erased, or everything
    /// deleted, since the file was compared.
    Judged {
        /// The key.
        key: String,
        /// Whether it stays.
        stays: bool,
    },
    /// The reader wants the import undone that is held.
    UndoImport,
    /// The reader wants it made again.
    ImportAgain,
    /// Everything of the discussion was to be deleted, and is gone.
    Deleted,
    /// Something was removed from the primary copy: there may be space now.
    FreedSpace,
    /// The `storage` attribute has changed, so comments are kept elsewhere from now on: records on their way are given up.
    KeptElsewhere,
}
