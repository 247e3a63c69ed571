//! How what is deleted goes from the copies. The record that says so is written before.

use super::output::Output;
use super::state::Replica;
use crate::domain::thread_id::ThreadKey;
use crate::store::operation::Kind;
use crate::store::order::{Order, Place};
use crate::store::record_key::{RecordKey, Slot};

impl Replica {
    /// Removes what is deleted from both copies.
    pub(super) fn remove_now(&self) -> Vec<Output> {
        Place::ALL.into_iter().filter_map(|place| self.remove_doomed(place)).map(Output::Ask).collect()
    }

    fn remove_doomed(&self, place: Place) -> Option<Order> {
        let doomed = self.round.doomed(place);
        remove_from(place, &self.key(), &doomed.iter().cloned().collect::<Vec<_>>())
    }

    /// Takes note that a record that this page has written by other means is kept for certain: what it takes away goes.
    pub fn was_kept(&self, key: &str) -> Vec<Output> {
        if self.removes(key) { self.remove_now() } else { Vec::new() }
    }

    /// Removes from the first copy what a record there would say is deleted, if there is no room for the record and the mirror
    /// has it or there is none: what is deleted makes room for it.
    pub fn make_room(&self, record: &str) -> Option<Output> {
        if !self.outbox.lacks_room(record) || !self.removes(record) {
            return None;
        }
        self.remove_doomed(Place::Local).map(Output::Ask)
    }

    /// Whether the record under a key of this thread says that others are to be removed.
    pub(super) fn removes(&self, key: &str) -> bool {
        match RecordKey::parse(&self.key(), key) {
            Some(Ok(RecordKey { slot: Slot::Generation(_), .. })) => true,
            Some(Ok(RecordKey { slot: Slot::Own(id), .. })) => {
                let operation = self.set.effective(id).and_then(|(element, _)| element.operation.as_ref());
                operation.is_some_and(|operation| matches!(operation.kind, Kind::Erase { .. }))
            }
            _ => false,
        }
    }
}

/// Removes keys of a thread from one copy; `None` if there are none.
pub fn remove_from(place: Place, thread: &ThreadKey, keys: &[String]) -> Option<Order> {
    let order = || Order::Remove { place, thread: thread.clone(), keys: keys.to_vec() };
    (!keys.is_empty()).then(order)
}
