//! What each of the two copies should hold, and how it comes to hold that.

use std::rc::Rc;

use super::output::{Event, Output};
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::generation;
use crate::store::order::{Order, Place};
use crate::store::record_key::{RecordKey, Slot};

impl Replica {
    /// Gives each copy what it lacks, and removes from each what is deleted. A record that says so is written before anything
    /// is removed because of it.
    pub(super) fn repair(&mut self) -> Vec<Output> {
        if self.storage == Storage::Occupied {
            return Vec::new();
        }
        let mut outputs = Vec::new();
        let thread = self.key();
        let (mut lacking, mut gone, mut refilled) = (0, 0, false);
        let [local, mirror] = self.round.take_lists();
        for (key, value, slot) in self.everything() {
            if self.is_sending(&key) {
                continue;
            }
            let write = |place| Output::Ask(Order::Write { place, key: key.clone(), value: Rc::clone(&value) });
            if local.as_ref().is_some_and(|keys| !keys.contains(&key)) {
                let is_comment = matches!(slot, Slot::Own(id) if self.set.comment(id).is_some_and(|it| !it.deleted));
                lacking += usize::from(is_comment);
                gone += usize::from(is_comment && self.round.seen.contains(&key));
                refilled = true;
                outputs.push(write(Place::Local));
            }
            if mirror.as_ref().is_some_and(|keys| !keys.contains(&key)) {
                outputs.push(write(Place::Mirror));
            }
        }
        // A page that hears of a comment before its storage shows it is no loss; what was seen there is, and so is a storage
        // without any comment.
        if !local.as_ref().is_some_and(|keys| keys.iter().any(|key| self.is_comment_key(&thread, key))) {
            gone = lacking;
        }
        if gone > 0 {
            self.round.healed = gone;
        }
        self.round.seen.extend(local.unwrap_or_default());
        outputs.extend(self.remove_now());
        if refilled {
            outputs.push(Output::Event(Event::Refilled));
        }
        outputs
    }

    fn is_comment_key(&self, thread: &ThreadKey, key: &str) -> bool {
        matches!(RecordKey::parse(thread, key), Some(Ok(RecordKey { slot: Slot::Own(id), .. })) if self.set.comment(id).is_some())
    }

    /// Every record that both copies should hold: its key, its value and what it is.
    pub fn everything(&self) -> Vec<(String, Rc<str>, Slot)> {
        if self.storage == Storage::Occupied { Vec::new() } else { self.records() }
    }

    /// Everything that counts in the thread, as the records that say it.
    pub fn records(&self) -> Vec<(String, Rc<str>, Slot)> {
        let mut all = Vec::new();
        let thread = self.key();
        let mut put = |slot: Slot, value: Rc<str>| all.push((RecordKey::new(&thread, slot).to_string(), value, slot));
        if let Some(value) = &self.name_value {
            put(Slot::Own(OperationId::NAMING), Rc::clone(value));
        }
        let generation = self.set.generation();
        if generation > 0
            && let Some(value) = generation::encode(generation)
        {
            put(Slot::Generation(generation), Rc::from(value));
        }
        for (slot, element) in self.set.elements() {
            put(slot, Rc::clone(&element.value));
        }
        all
    }
}
