//! What "Your comments" says to the thread.

use super::announced::Announced;
use super::held_import::HeldImport;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::{Broadcast, CopyId, Found};
use crate::store::copy::store_error::StoreError;
use crate::store::copy::usage::Usage;

/// Something that "Your comments" says to the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToThread {
    /// "Your comments" has broadcast this to the other pages. A record is on its way to the copies too.
    Broadcast(Broadcast),
    /// The record under a key is kept for certain.
    Kept(String),
    /// "Your comments" asks for a snapshot of the discussion, under this number.
    AskSnapshot(u32),
    /// An import has written this record into the primary copy, where it takes space. Other pages are not told: there may be
    /// thousands.
    Imported(Found),
    /// The import has ended: what it wrote under other ids of the discussion is to be read.
    ImportEnded,
    /// What became of the import that the reader made in the panel.
    Held(HeldImport),
    /// The reader wants a deleted comment of theirs erased, and is sure.
    Erase(OperationId),
    /// The reader wants everything of the discussion deleted, and is sure.
    DeleteEverything {
        /// Whether the thread says when that is done; else more is being deleted, and `manage` says when all of it is.
        says: bool,
    },
    /// A copy was asked to remove these keys of a thread, and responded so: there may be space now.
    Removed {
        /// Which copy.
        copy: CopyId,
        /// The thread.
        thread: ThreadKey,
        /// The keys.
        keys: Vec<String>,
        /// Whether they are gone.
        result: Result<(), StoreError>,
    },
    /// How much of the quota is used was measured.
    Counted(Usage),
    /// Something is to be said aloud.
    Say(Announced),
}
