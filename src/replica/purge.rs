//! The deletion of everything in a thread.

use std::rc::Rc;

use super::output::Output;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::thread_id::ThreadKey;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::oplog::epoch;

impl Replica {
    /// Deletes everything of this thread: the mirror learns it first, because it keeps what it was given for certain.
    pub fn delete_everything(&mut self) -> Vec<Output> {
        let thread = self.key();
        let next = next_epoch(&thread, self.set.newest_epoch(), |key| self.unreadable.contains(key));
        let mut outputs = Vec::new();
        let unknown = self.set.drop_unreadable();
        self.apply(unknown, &mut outputs);
        self.raise(next, &mut outputs);
        for key in self.leave_drafts() {
            self.round.doom(key);
        }
        // Nobody can tell what a damaged record was, so a deletion of everything by the reader removes it too.
        for key in std::mem::take(&mut self.unreadable) {
            self.round.doom(key);
        }
        self.pending.clear();
        self.in_memory.clear();
        self.acknowledged = None;
        self.round.repaired = 0;
        outputs.extend(self.changed());
        if self.storage != Storage::KeyCollision {
            outputs.extend(self.keep_epoch(epoch_key(&thread, next), next));
        }
        outputs
    }

    /// Whether a deletion of everything is under way: its record is not kept yet, or a key is not known to be removed.
    pub fn is_purging(&self) -> bool {
        let record = epoch_key(&self.key(), self.set.epoch());
        // Where another thread's records stand, nothing of this one is kept.
        (self.outbox.holds(&record) || self.round.is_removing()) && self.storage != Storage::KeyCollision
    }

    /// Has the record of an epoch kept, unless it is on its way.
    fn keep_epoch(&mut self, key: String, epoch: Epoch) -> Vec<Output> {
        let value = epoch::encode(epoch).filter(|_| !self.outbox.holds(&key));
        value.map_or_else(Vec::new, |value| self.send(key, Rc::from(value)).into())
    }

    /// Sends a record to the mirror first and then to the primary copy, and tells the other pages of it.
    pub(super) fn send(&mut self, key: String, value: Rc<str>) -> [Output; 2] {
        let told = Output::broadcast(&key, &value);
        [told, Output::Ask(self.outbox.put_mirror_first(key, value, self.now))]
    }
}

/// The key of the record that says that everything of a thread before this epoch is deleted.
pub fn epoch_key(thread: &ThreadKey, epoch: Epoch) -> String {
    RecordKey::new(thread, Slot::Epoch(epoch)).to_string()
}

/// The next epoch of a thread whose record has a key that nothing stands under, not even damage.
pub fn next_epoch(thread: &ThreadKey, newest: Epoch, is_taken: impl Fn(&str) -> bool) -> Epoch {
    let mut all = newest.saturating_add(1)..=Epoch::MAX;
    all.find(|next| !is_taken(&epoch_key(thread, *next))).unwrap_or(newest)
}

#[cfg(test)]
mod tests {
    use super::super::output::Event;
    use super::super::samples::*;
    use super::*;
    use crate::domain::composer_id::ComposerId;
    use crate::store::copy::request::{Broadcast, CopyId, Found};

    #[test]
    fn everything_goes_and_the_mirror_is_told_first() {
        let damage = Found { value: "damage".into(), ..post(2) };
        let all = [named("demo"), post(1), damage, draft(ComposerId::New, 3, ELSEWHERE, "text", 5)];
        let mut replica = read(&all, &all);
        let outputs = replica.delete_everything();
        let deletion = deleted_everything(1);
        assert_eq!(
            changes(outputs.clone()),
            [write(CopyId::Mirror, &deletion)],
            "nothing is removed before that is kept"
        );
        assert!(outputs.contains(&Output::Broadcast(Broadcast::Record(deletion.clone()))));
        assert!(events(outputs).contains(&Event::Changed([id(1)].into())));
        assert_eq!((replica.set().elements().count(), replica.drafts().has_others()), (0, false));
        assert!(replica.is_purging());
        replica.wrote(CopyId::Mirror, &deletion.key, Ok(()));
        replica.wrote(CopyId::Primary, &deletion.key, Ok(()));
        replica.is_now(at(2_000));
        let removed_keys = changes(replica.checked(&deletion.key, Ok(())));
        let counts = removed_keys.iter().filter_map(removed).map(|(copy, keys)| (copy, keys.len()));
        assert_eq!(counts.collect::<Vec<_>>(), [(CopyId::Primary, 4), (CopyId::Mirror, 4)]);
        assert!(replica.is_purging(), "until each copy says that it is done");
        for copy in CopyId::ALL {
            replica.removed(copy, &key(), &all.clone().map(|found| found.key), Ok(()));
        }
        assert!(!replica.is_purging());
    }

    #[test]
    fn where_another_threads_records_stand_memory_is_emptied_and_nothing_asked() {
        let mut replica = opened();
        gives(&mut replica, CopyId::Primary, Ok(&[named("another")]), &mut env());
        replica.storage = Storage::KeyCollision;
        assert_eq!((changes(replica.delete_everything()), replica.is_purging()), (Vec::new(), false));
    }

    #[test]
    fn the_next_epoch_is_later_than_all_that_is_kept_and_has_a_key_of_its_own() {
        let damage = Found { value: "damage".into(), ..deleted_everything(6) };
        let later = made_in(4, 1, crate::store::format::operation::Kind::Delete { target: id(9) });
        let mut replica = read(&[deleted_everything(3), later, damage], &[]);
        replica.delete_everything();
        assert_eq!(replica.set().epoch(), 5);
        assert_eq!(next_epoch(&key(), 5, |key| key == deleted_everything(6).key), 7);
        assert_eq!(next_epoch(&key(), Epoch::MAX, |_| false), Epoch::MAX, "there is no later one");
    }

    #[test]
    fn an_epoch_that_is_on_its_way_is_not_sent_twice() {
        let (mut replica, deletion) = (read(&[], &[]), deleted_everything(1));
        let told = Output::Broadcast(Broadcast::Record(deletion.clone()));
        assert_eq!(replica.keep_epoch(deletion.key.clone(), 1), [told, write(CopyId::Mirror, &deletion)]);
        assert_eq!(replica.keep_epoch(deletion.key, 1), []);
    }
}
