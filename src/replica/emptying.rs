//! Everything of a thread, deleted at once.

use std::rc::Rc;

use super::output::Output;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::thread_id::ThreadKey;
use crate::store::generation;
use crate::store::record_key::{Generation, RecordKey, Slot};

impl Replica {
    /// Deletes everything of this thread: the mirror learns it first, because it keeps what it was given for certain.
    pub fn delete_everything(&mut self) -> Vec<Output> {
        let thread = self.key();
        let next = next_generation(&thread, self.set.newest_generation(), |key| self.unreadable.contains(key));
        let mut outputs = Vec::new();
        let unknown = self.set.drop_unreadable();
        self.apply(unknown, &mut outputs);
        self.raise(next, &mut outputs);
        for key in self.leave_drafts() {
            self.round.doom(key);
        }
        // Damage tells nobody what it was, so the reader's own act takes it along.
        for key in std::mem::take(&mut self.unreadable) {
            self.round.doom(key);
        }
        self.pending.clear();
        self.in_memory.clear();
        self.acknowledged = None;
        self.round.healed = 0;
        outputs.extend(self.changed());
        if self.storage != Storage::Occupied {
            outputs.extend(self.keep_generation(generation_key(&thread, next), next));
        }
        outputs
    }

    /// Whether the record that says so, and what it says, is still on its way.
    pub fn is_emptying(&self) -> bool {
        let record = generation_key(&self.key(), self.set.generation());
        // Where another thread's records stand, nothing of this one is kept.
        (self.outbox.holds(&record) || self.round.is_removing()) && self.storage != Storage::Occupied
    }

    /// Has the record of a generation kept, in the mirror before it is anywhere else, unless it is on its way.
    fn keep_generation(&mut self, key: String, generation: Generation) -> Vec<Output> {
        let value = generation::encode(generation).filter(|_| !self.outbox.holds(&key)).map(Rc::<str>::from);
        let Some(value) = value else {
            return Vec::new();
        };
        let told = Output::tell(&key, &value);
        vec![told, Output::Ask(self.outbox.put_mirror_first(key, value, self.now))]
    }
}

/// The key of the record that says that everything of a thread before this generation is deleted.
pub fn generation_key(thread: &ThreadKey, generation: Generation) -> String {
    RecordKey::new(thread, Slot::Generation(generation)).to_string()
}

/// The next generation of a thread whose record has a key that nothing stands under, not even damage.
pub fn next_generation(thread: &ThreadKey, newest: Generation, is_taken: impl Fn(&str) -> bool) -> Generation {
    let mut all = newest.saturating_add(1)..=Generation::MAX;
    all.find(|next| !is_taken(&generation_key(thread, *next))).unwrap_or(newest)
}
