//! What a replica knows.

use crate::domain::sorted_set::SortedSet;
use std::rc::Rc;

use super::drafts::Drafts;
use super::outbox::Outbox;
use super::pending::Pending;
use super::round::Round;
use super::save_state::SaveState;
use super::storage_state::Storage;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::Found;
use crate::store::format::record_key::RecordKey;
use crate::store::oplog::operation_set::OperationSet;

/// How long the words about where a new comment is kept stand beside it once it is kept, in milliseconds. Chromium
/// commits within 60 s at its slowest ordinary pace; three minutes leave time for a busy disk.
pub const KEPT_SHOWN: u64 = 180_000;

/// One thread in this browser. Whoever holds one reads it; only this folder changes it.
#[derive(Clone, Debug)]
pub struct Replica {
    /// The thread.
    pub(super) thread: ThreadId,
    /// The time of what happens now.
    pub(super) now: Timestamp,
    /// Whether the thread has been read.
    pub(super) ready: bool,
    /// Whether the browser keeps what is written.
    pub(super) storage: Storage,
    /// The operations of the thread.
    pub(super) set: OperationSet,
    /// The keys of records that cannot be read.
    pub(super) unreadable: SortedSet<String>,
    /// Comments that only memory holds.
    pub(super) in_memory: SortedSet<OperationId>,
    /// The value of the record that names the thread.
    pub(super) name_value: Option<Rc<str>>,
    /// The comment that was last written here and is kept now, how, and since when.
    pub(super) acknowledged: Option<(OperationId, SaveState, Timestamp)>,
    /// Operations for which the primary copy has not responded.
    pub(super) pending: Pending,
    pub(super) outbox: Outbox,
    pub(super) round: Round,
    pub(super) drafts: Drafts,
    /// Records that other pages told of before the thread had been read.
    pub(super) heard_early: Vec<Found>,
    /// The comments that have changed since an output last named the changed ones.
    pub(super) touched: SortedSet<OperationId>,
}

impl Replica {
    /// A replica that knows nothing yet.
    pub fn new(thread: ThreadId, now: Timestamp) -> Self {
        Self {
            thread,
            now,
            ready: false,
            storage: Storage::Working,
            set: OperationSet::default(),
            unreadable: SortedSet::new(),
            in_memory: SortedSet::new(),
            name_value: None,
            acknowledged: None,
            pending: Pending::default(),
            outbox: Outbox::default(),
            round: Round::default(),
            drafts: Drafts::default(),
            heard_early: Vec::new(),
            touched: SortedSet::new(),
        }
    }

    /// Forgets the thread in memory and takes another one, or the same anew. Records on their way to the copies stay so.
    pub(super) fn forget(&mut self, thread: ThreadId) {
        let outbox = std::mem::take(&mut self.outbox);
        *self = Self { outbox, ..Self::new(thread, self.now) };
    }

    /// Takes note of the time.
    pub fn is_now(&mut self, now: Timestamp) {
        self.now = now;
    }

    /// The thread.
    pub fn thread(&self) -> &ThreadId {
        &self.thread
    }

    /// The key of the thread.
    pub fn key(&self) -> ThreadKey {
        self.thread.key()
    }

    /// Whether the thread has been read.
    pub fn is_ready(&self) -> bool {
        self.ready
    }

    /// Whether the browser keeps what is written.
    pub fn storage(&self) -> Storage {
        self.storage
    }

    /// The operations of the thread.
    pub fn set(&self) -> &OperationSet {
        &self.set
    }

    /// The keys of records of this thread that cannot be read.
    pub fn unreadable(&self) -> &SortedSet<String> {
        &self.unreadable
    }

    /// How far the records about a comment have got. That a comment is kept is said of the newest one only, and for a while:
    /// the words are about the browser and hold for all comments.
    pub fn save_state(&self, id: OperationId) -> Option<SaveState> {
        if self.in_memory.contains(&id) {
            return Some(SaveState::InMemory);
        }
        let newest = self.acknowledged.filter(|(newest, _, at)| *newest == id && self.now.since(*at) < KEPT_SHOWN);
        self.outbox.state(id, self.now).or_else(|| newest.map(|(_, state, _)| state))
    }

    /// The comments that may have a [`SaveState`]. All others have none.
    pub fn with_save_state(&self) -> impl Iterator<Item = OperationId> {
        let newest = self.acknowledged.map(|(newest, ..)| newest);
        self.in_memory.iter().copied().chain(self.outbox.comments()).chain(newest)
    }

    /// Whether a record about a comment is on its way to the copies.
    pub fn is_saving(&self, id: OperationId) -> bool {
        self.outbox.state(id, self.now).is_some()
    }

    /// How many comments had gone from the key-value storage and came back from the mirror.
    pub fn repaired(&self) -> usize {
        self.round.repaired
    }

    /// The records on their way to the copies.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// The texts that are being written, here and on other pages.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Whether a copy has been asked for everything and has not responded.
    pub fn is_reading(&self) -> bool {
        self.round.is_reading()
    }

    /// Whether a key is to be removed from a copy and not known to be gone.
    pub fn is_removing(&self) -> bool {
        self.round.is_removing()
    }

    /// Whether the record of this key waits for the primary copy's first response, or is on its way to the copies.
    pub fn is_sending(&self, key: &str) -> bool {
        self.outbox.holds(key) || self.pending.holds(key)
    }

    /// The key of one of the reader's own records of this thread.
    pub(super) fn own_key(&self, id: OperationId) -> String {
        RecordKey::own(&self.thread.key(), id).to_string()
    }
}
