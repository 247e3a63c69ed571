//! What was found in a file of threads, and why some of it was not taken.

use std::rc::Rc;

use super::thread_file::FileKind;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;

/// Why a file is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It has more than [`MOST_BYTES`](super::thread_file::MOST_BYTES).
    TooLarge,
    /// It has more than [`MOST_LINES`](super::thread_file::MOST_LINES).
    TooManyLines,
    /// It does not begin with the header of such a file.
    NoHeader,
    /// A later version of the widget wrote it, in this form.
    Newer(u64),
}

/// Why a line of a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RefusalReason {
    /// It is not the JSON of an object: damaged, or cut off.
    NotJson,
    /// It is deeper than [`DEEPEST`](super::thread_file::DEEPEST).
    TooDeep,
    /// It is none of the lines that such a file has.
    UnknownLine,
    /// No line above it says to which thread it belongs.
    NoThread,
    /// It is a line of the other kind of file, or a publication that was to be restored as one's own.
    WrongKind,
    /// Its checksum or length is wrong, or it is not text.
    Damaged,
    /// Its record lacks a field, or has one that holds what it cannot hold.
    Unreadable,
    /// Its value is longer than any record.
    TooLong,
    /// Its key is none of this store's, or its id no operation's.
    UnknownKey,
    /// Its key belongs to another thread.
    OtherThread,
    /// Under its key, or its id, other words are kept here or stand above it in the file. They stay.
    OtherWords,
    /// Its operation was erased here.
    Erased,
    /// Everything of its epoch was deleted here.
    EpochDeleted,
    /// The Lamport number of its id is beyond all reason: no known operation leads there.
    BeyondReason,
    /// It has a meaning only for the reader who made it: a draft, a deletion of everything, an import.
    OnlyOnesOwn,
    /// It would erase or delete a record that is kept here. A reader who wants that can do it here.
    WouldTakeAway,
}

/// A line that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    /// Its number in the file, from 1.
    pub line: usize,
    /// Why.
    pub reason: RefusalReason,
}

/// What a line brings to its thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileItem {
    /// A key of the store and its value, from a backup.
    Stored {
        /// The line's number, from 1.
        line: usize,
        /// The key.
        key: String,
        /// The value.
        value: StoredText,
    },
    /// An operation, from a publication.
    Record {
        /// The line's number, from 1.
        line: usize,
        /// Its id.
        id: OperationId,
        /// The JSON of its record.
        json: Rc<str>,
    },
}

/// A thread in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileThread {
    /// Its key.
    pub key: ThreadKey,
    /// What the file calls it; its id has this key.
    pub name: Option<ThreadName>,
    /// What belongs to it, in the order of the lines.
    pub items: Vec<FileItem>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContents {
    /// What it is for.
    pub kind: FileKind,
    /// When it was written, if it says so.
    pub at: Option<Timestamp>,
    /// Its threads, in the order of their first lines.
    pub threads: Vec<FileThread>,
    /// The lines that are not taken.
    pub refused: Vec<Refused>,
    /// Whether every line is there as it was written: read to the end, count and digest right.
    pub whole: bool,
}
