//! What the program asks of the two copies of a thread, and how they respond. Any request may fail, or never get a response.

use std::rc::Rc;

use super::store_error::StoreError;
use crate::domain::thread_id::ThreadKey;
use crate::store::format::stored_text::{StoredText, units};

/// One of the copies of everything that is kept. What is asked of them, and when a record is kept for certain, follows from the
/// list [`CopyId::ALL`] and from what is said here of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyId {
    /// The browser's key-value storage: responds at once, and what it accepted is on disk 5 to 60 s later, if nothing comes
    /// between.
    Primary,
    /// The mirror (IndexedDB): responds later, and what it accepted is on disk.
    Mirror,
}

impl CopyId {
    /// All copies, the one that responds first in front.
    pub const ALL: [CopyId; 2] = [CopyId::Primary, CopyId::Mirror];

    /// Whether a record that the copy has accepted is on the disk; else it is believed once it has stood there for a while.
    pub fn is_sure_at_once(self) -> bool {
        self != CopyId::Primary
    }
}

/// A key and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// The key.
    pub key: String,
    /// Its value.
    pub value: StoredText,
}

impl Found {
    /// UTF-16 units of the key and the value, which both take space.
    pub fn units(&self) -> u64 {
        units(&self.key).saturating_add(self.value.units())
    }
}

/// Something asked of one copy. The same request twice does no harm.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Request {
    /// Name all keys of a thread, of whatever kind ([`record_key::thread_of`](crate::store::format::record_key::thread_of)).
    List {
        /// Where.
        copy: CopyId,
        /// The thread.
        thread: ThreadKey,
    },
    /// Read these keys; they come in slices, and keys that hold nothing are left out.
    Fetch {
        /// Where.
        copy: CopyId,
        /// The thread they belong to, to be repeated in the response.
        thread: ThreadKey,
        /// The keys.
        keys: Vec<String>,
    },
    /// Write a value once and for all ([`write_once`](super::key_value::write_once)), and read it back.
    Write {
        /// Where.
        copy: CopyId,
        /// The key.
        key: String,
        /// The value.
        value: Rc<str>,
    },
    /// Say whether a key of [`CopyId::Primary`] still holds a value.
    Check {
        /// The key.
        key: String,
        /// The value it should hold.
        value: Rc<str>,
    },
    /// Set a key that may change: a draft. Without a response.
    Put {
        /// Where.
        copy: CopyId,
        /// The key.
        key: String,
        /// The value.
        value: Rc<str>,
    },
    /// Remove keys: only those of records that the reader erased or deleted, and those of drafts.
    Remove {
        /// Where.
        copy: CopyId,
        /// The thread they belong to, to be repeated in the response.
        thread: ThreadKey,
        /// The keys.
        keys: Vec<String>,
    },
}

impl Request {
    /// The copy that is asked.
    pub fn copy(&self) -> CopyId {
        match self {
            Self::List { copy, .. }
            | Self::Fetch { copy, .. }
            | Self::Write { copy, .. }
            | Self::Put { copy, .. }
            | Self::Remove { copy, .. } => *copy,
            Self::Check { .. } => CopyId::Primary,
        }
    }

    /// The response of a copy that has found nothing: how the request ended is all there is to say. `None` for a request that
    /// has no response.
    pub fn ended(&self, ended: Result<(), StoreError>) -> Option<Response> {
        let copy = self.copy();
        match self {
            Self::List { thread, .. } => {
                Some(Response::Listed { copy, thread: thread.clone(), result: ended.map(|()| Vec::new()) })
            }
            Self::Fetch { thread, .. } => {
                Some(Response::Fetched { copy, thread: thread.clone(), records: Vec::new(), end: Some(ended) })
            }
            Self::Write { key, .. } => Some(Response::Wrote { copy, key: key.clone(), result: ended }),
            Self::Check { key, .. } => Some(Response::Checked { key: key.clone(), result: ended }),
            Self::Put { .. } => None,
            Self::Remove { thread, keys, .. } => {
                Some(Response::Removed { copy, thread: thread.clone(), keys: keys.clone(), result: ended })
            }
        }
    }
}

/// What a copy responds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Response {
    /// All keys of a thread.
    Listed {
        /// Where.
        copy: CopyId,
        /// The thread.
        thread: ThreadKey,
        /// The keys, in any order. [`StoreError::Blocked`] from the mirror says that there is none.
        result: Result<Vec<String>, StoreError>,
    },
    /// A slice of what was to be fetched.
    Fetched {
        /// Where.
        copy: CopyId,
        /// The thread.
        thread: ThreadKey,
        /// What the keys hold.
        records: Vec<Found>,
        /// `None` while more comes; then whether all could be read.
        end: Option<Result<(), StoreError>>,
    },
    /// A value was written and read back equal, or not.
    Wrote {
        /// Where.
        copy: CopyId,
        /// The key.
        key: String,
        /// What became of it.
        result: Result<(), StoreError>,
    },
    /// Whether the key still holds the value: [`StoreError::Vanished`] if it holds nothing, [`StoreError::Taken`] if
    /// something else.
    Checked {
        /// The key.
        key: String,
        /// What was found.
        result: Result<(), StoreError>,
    },
    /// Keys were removed and found to be gone, or not.
    Removed {
        /// Where.
        copy: CopyId,
        /// The thread.
        thread: ThreadKey,
        /// The keys.
        keys: Vec<String>,
        /// What became of it.
        result: Result<(), StoreError>,
    },
}

/// What one page says to the others of its origin. Heard like anything hostile: any script of the origin can say it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Broadcast {
    /// A key was given a value; the value comes along, because the message is faster than the storage.
    Record(Found),
    /// A page asks the others to tell of the drafts in their composers for this thread.
    AskDrafts(ThreadKey),
    /// The reader wants their name and their author id forgotten.
    Forgotten,
}
