//! The first look at a thread: the records of the primary copy, shown before the code is here that compares the copies. Nothing is
//! asked, told or removed; what is found to be done is done once the thread is opened.

use crate::domain::sorted_set::SortedSet;

use super::env::Env;
use super::output::Output;
use super::round::Round;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::body::Body;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadId;
use crate::domain::written::Written;
use crate::store::copy::request::Found;
use crate::store::format::record_key::{RecordKey, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::oplog::epoch;
use crate::store::oplog::operation_set::{Added, Element};

impl Replica {
    /// Takes records that the primary copy holds.
    pub fn look_first(&mut self, records: &[Found]) {
        let thread = self.key();
        self.round.first_look.begun = true;
        for found in records {
            match RecordKey::parse(&thread, &found.key) {
                None | Some(Ok(RecordKey { slot: Slot::Draft { .. }, .. })) => {}
                Some(Err(())) => {
                    self.unreadable.insert(found.key.clone());
                }
                Some(Ok(RecordKey { slot: Slot::Own(OperationId::NAMING), .. })) => {
                    self.take_name(found);
                }
                Some(Ok(RecordKey { slot: Slot::Epoch(number), .. })) if epoch::confirms(number, &found.value) => {
                    let added = self.set.raise(number);
                    if added.is_new && self.name_value.take().is_some() {
                        self.round.first_look.dropped.push(Slot::Own(OperationId::NAMING));
                    }
                    self.note(added);
                }
                Some(Ok(RecordKey { slot, .. })) => match element(slot, &found.value) {
                    Some(element) => {
                        let added = self.set.add(slot, element);
                        self.note(added);
                    }
                    None => {
                        self.unreadable.insert(found.key.clone());
                    }
                },
            }
        }
    }

    fn note(&mut self, added: Added) {
        self.round.first_look.dropped.extend(added.dropped);
        self.touched.extend(added.touched);
    }

    /// Ends the first look, and gives the comments that can be shown now; none where another thread's records stand here.
    pub fn looked(&mut self) -> SortedSet<OperationId> {
        if self.storage == Storage::KeyCollision {
            *self = Self::new(self.thread.clone(), self.now);
            return SortedSet::new();
        }
        self.round.first_look.complete = true;
        std::mem::take(&mut self.touched)
    }

    /// Keeps the text of a composer as a draft while the engine is not there, because the page may be closed now. Gives the key and
    /// the value that the primary copy is to be given.
    pub fn write_early(&mut self, composer: ComposerId, written: Written, env: &mut Env) -> Option<(String, String)> {
        self.round.first_look.begun = true;
        // What was kept before of a text that is gone now, the engine removes.
        if self.is_no_draft(composer, &written) {
            return None;
        }
        self.note_text(composer, written, env);
        let writing = self.drafts.here.get_mut(&composer)?;
        writing.in_local = true;
        Some((writing.key.clone(), writing.draft().encode()?))
    }

    /// Whether the thread can be shown: it has been read, or looked at.
    pub fn is_shown(&self) -> bool {
        self.ready || self.round.first_look.complete
    }

    /// Whether this is the thread that was looked at and not opened since.
    pub fn has_looked_at(&self, thread: &ThreadId) -> bool {
        self.round.first_look.complete && self.thread == *thread
    }

    /// Forgets the thread in memory and takes another one. If it is the one that was looked at, what was seen is kept.
    pub(super) fn take_up(&mut self, thread: ThreadId) {
        let has_looked = self.round.first_look.begun && self.storage != Storage::KeyCollision;
        if self.ready || self.thread != thread || !has_looked {
            return self.forget(thread);
        }
        let seen = std::mem::replace(self, Self::new(thread, self.now));
        let Self { outbox, set, unreadable, name_value, touched, drafts, round: Round { first_look, .. }, .. } = seen;
        (self.outbox, self.set, self.unreadable, self.name_value) = (outbox, set, unreadable, name_value);
        (self.touched, self.drafts, self.round.first_look) = (touched, drafts, first_look);
    }

    /// Does what the first look left to be done, now that the primary copy has been read.
    pub(super) fn go_on_from_first_look(&mut self, env: &mut Env) -> Vec<Output> {
        let thread = self.key();
        let looked = std::mem::take(&mut self.round.first_look);
        if !looked.begun {
            return Vec::new();
        }
        env.observe(self.set.latest());
        for slot in looked.dropped {
            self.round.doom(RecordKey::new(&thread, slot).to_string());
        }
        let posted: Vec<_> = self.set.elements().filter_map(|(slot, element)| posted(slot, element)).collect();
        let mut outputs = Vec::new();
        for (id, name, body) in posted {
            outputs.extend(self.posted(name, &self.own_key(id), body.as_str(), env));
        }
        outputs
    }
}

/// What a record says, if it can be read.
fn element(slot: Slot, value: &StoredText) -> Option<Element> {
    match slot {
        Slot::Own(id) | Slot::Imported { id, .. } => Element::read(id, value).ok(),
        Slot::Epoch(_) | Slot::Draft { .. } => None,
    }
}

/// The id of an operation of the reader's, with the draft that it came of and its text.
fn posted(slot: Slot, element: &Element) -> Option<(OperationId, OperationId, Body)> {
    let operation = element.operation.as_ref().filter(|_| matches!(slot, Slot::Own(_)))?;
    Some((operation.id, operation.draft?, operation.kind.body()?.clone()))
}
