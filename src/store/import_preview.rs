//! What an import would bring, before anything is written: new, already here, refused with the reason, too much.

use std::rc::Rc;

use super::file_contents::{FileThread, Refused};
use super::operation_set::OperationSet;
use super::order::Found;
use super::over_room::OverRoom;
use super::previewer::Previewer;
use super::stored_text::StoredText;
use crate::domain::operation_id::OperationId;

/// As whose the operations of a file are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportMode {
    /// As somebody's: every operation becomes an imported one, whatever key it had.
    AsForeign,
    /// As the reader's own: a backup is restored, key by key and byte for byte. Only at the reader's explicit wish.
    AsOwn,
}

/// Something that would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRecord {
    /// An operation of somebody else's, for a [`Slot::Imported`](super::record_key::Slot::Imported).
    Imported {
        /// Its id.
        id: OperationId,
        /// Its value.
        value: Rc<str>,
    },
    /// A key of the reader's own, and its value.
    Own {
        /// The key.
        key: String,
        /// The value; units only where the backup holds a damaged one.
        value: StoredText,
    },
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
    /// What found no room; it is not in `new`, and not written.
    pub over_room: OverRoom,
}

/// The preview of a thread of a file, at once. See [`Previewer::new`].
pub fn preview(
    thread: &FileThread,
    existing: &OperationSet,
    held: &[Found],
    mode: ImportMode,
    room_units: u64,
) -> Preview {
    let mut previewer = Previewer::new(thread.clone(), existing, held, mode, room_units);
    while !previewer.step(usize::MAX) {}
    previewer.finish()
}
