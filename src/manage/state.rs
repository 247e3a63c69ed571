//! Everything that "Your comments" knows.

use litemap::LiteMap;

use super::exports::Exports;
use super::host_call::HostCalls;
use super::import::{Import, Imports};
use super::offer::Offer;
use super::panel::Panel;
use super::purge::Purge;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::port::Here;
use crate::replica::Outbox;
use crate::store::copy::request::Broadcast;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::oplog::epoch::confirms;

/// "Your comments" of one widget. Views read it; only `update` changes it.
#[derive(Clone, Debug)]
pub struct Manage {
    /// The page that it stands in.
    pub here: Here,
    /// The time that everything shown is true for.
    pub now: Timestamp,
    /// The panel, if it is open.
    pub panel: Option<Panel>,
    /// A file that is ready to be taken along.
    pub offer: Option<Offer>,
    /// Where an import stands.
    pub import: Import,
    /// What is remembered of the imports of this page.
    pub(super) imports: Imports,
    /// Deletions of other discussions that are under way.
    pub(super) purge: Purge,
    /// Records of whatever thread on their way to the copies.
    pub(super) outbox: Outbox,
    /// Host API calls that wait.
    pub(super) host_calls: HostCalls,
    /// Files that wait for what the thread knows.
    pub(super) exports: Exports,
    /// By thread, the newest epoch that was broadcast: everything of the thread before it is deleted.
    pub(super) epochs: LiteMap<ThreadKey, Epoch>,
    pub(super) wake_at: Option<Timestamp>,
}

impl Manage {
    /// "Your comments" of a widget that has done nothing yet.
    pub fn new(here: Here, now: Timestamp) -> Self {
        Self {
            here,
            now,
            panel: None,
            offer: None,
            import: Import::None,
            imports: Imports::default(),
            purge: Purge::default(),
            outbox: Outbox::default(),
            host_calls: HostCalls::default(),
            exports: Exports::default(),
            epochs: LiteMap::new(),
            wake_at: None,
        }
    }

    /// Changes the panel, if it is open.
    pub(super) fn with_panel(&mut self, change: impl FnOnce(&mut Panel)) {
        if let Some(panel) = &mut self.panel {
            change(panel);
        }
    }

    /// The newest epoch known of a thread.
    pub(super) fn epoch_of(&self, thread: &ThreadKey) -> Epoch {
        self.epochs.get(thread).copied().unwrap_or_default()
    }

    /// Takes note that everything of a thread before this epoch is deleted.
    pub(super) fn raise(&mut self, thread: ThreadKey, epoch: Epoch) {
        let known = self.epochs.entry(thread).or_insert(epoch);
        *known = epoch.max(*known);
    }

    /// Takes note of a broadcast of the thread on this page, or of another page.
    pub(super) fn hear(&mut self, broadcast: &Broadcast) {
        // Of records, which are many and may be long, only a deletion is read.
        if let Broadcast::Record(found) = broadcast
            && found.key.starts_with("aw1g:")
            && let Some(RecordKey { thread, slot: Slot::Epoch(epoch) }) = RecordKey::read(&found.key)
            && confirms(epoch, &found.value)
        {
            self.raise(thread, epoch);
        }
    }

    /// When the first of the ages and states shown in the panel stops being true, or something is to be done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        let words = self.import.next_change(self.now);
        [words, self.purge.next_change(), self.outbox.next_change(self.now)].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{deleted, elsewhere, here, manage, post};
    use super::*;

    #[test]
    fn an_epoch_that_is_heard_of_never_goes_back_and_is_of_its_thread_alone() {
        let mut manage = manage();
        for number in [2, 5, 3] {
            manage.hear(&Broadcast::Record(deleted(&elsewhere(), number)));
        }
        assert_eq!([elsewhere(), here()].map(|thread| manage.epoch_of(&thread)), [5, 0]);
        manage.raise(elsewhere(), 4);
        assert_eq!(manage.epoch_of(&elsewhere()), 5);
    }

    #[test]
    fn what_another_page_says_is_believed_only_as_a_deletion_is_written() {
        let mut manage = manage();
        let damage = crate::store::copy::request::Found { value: "damage".into(), ..deleted(&elsewhere(), 2) };
        for broadcast in [Broadcast::Record(damage), Broadcast::Record(post(&elsewhere(), 1)), Broadcast::Forgotten] {
            manage.hear(&broadcast);
        }
        assert_eq!(manage.epoch_of(&elsewhere()), 0);
    }
}
