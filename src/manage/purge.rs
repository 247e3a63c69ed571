//! Deletions of other discussions that are under way.

use super::effect::Effect;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::port::Deletion;
use crate::replica::remove_from;
use crate::store::copy::request::CopyId;

/// Deletions of other discussions that are under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Purge {
    pub(super) threads: Vec<ThreadPurge>,
    /// The deletion that the reader waits for, if they asked for it on this page.
    pub(super) requested: Option<Deletion>,
    /// Whether the discussion that is shown is to go with the others, and has not yet.
    pub(super) awaits_here: bool,
}

/// A thread that is not shown and is being emptied.
#[derive(Clone, Debug)]
pub(super) struct ThreadPurge {
    pub(super) thread: ThreadKey,
    /// The key of the record that deletes everything of the thread.
    pub(super) record: String,
    /// Whether that record is kept for certain.
    pub(super) sure: bool,
    /// What is not known to be gone from each copy.
    pub(super) left: [(CopyId, Vec<String>); CopyId::ALL.len()],
}

impl Purge {
    /// When the reader is to be told that it is not done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        self.requested.as_ref().and_then(Deletion::next_change)
    }

    /// Whether a thread is being emptied.
    pub(super) fn is_purging(&self, thread: &ThreadKey) -> bool {
        self.threads.iter().any(|entry| entry.thread == *thread)
    }
}

impl ThreadPurge {
    /// Asks each copy to remove the keys of the thread that are not known to be gone.
    pub(super) fn remove(&self) -> Vec<Effect> {
        let removed = self.left.iter().filter_map(|(copy, keys)| remove_from(*copy, &self.thread, keys));
        removed.map(Effect::Store).collect()
    }
}
