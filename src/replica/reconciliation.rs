//! How the two copies of a thread come to hold the same records: each is given those it lacks, and deleted ones go from both.

use super::env::Env;
use super::output::{Event, Output};
use super::round::Step;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::sorted_set::SortedSet;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::oplog::epoch;

impl Replica {
    /// Takes a thread, forgets the one in memory, and asks for the new one to be read. What was seen of it at the first look is kept.
    pub fn open(&mut self, thread: ThreadId) -> Vec<Output> {
        self.take_up(thread);
        self.look()
    }

    /// Begins a round of reading. A round that waits for the mirror is given up: the records it has read are taken in already.
    pub fn look(&mut self) -> Vec<Output> {
        if self.round.step == Step::Local || self.storage == Storage::KeyCollision {
            return Vec::new();
        }
        self.round.step = Step::Local;
        let listed = self.round.local.take();
        self.round.seen.extend(listed.unwrap_or_default());
        self.round.mirror = None;
        vec![self.list(CopyId::Primary)]
    }

    /// Takes the list of a copy's keys, and asks for the records that this page does not know yet.
    pub fn listed(
        &mut self,
        copy: CopyId,
        thread: &ThreadKey,
        result: Result<Vec<String>, StoreError>,
        env: &mut Env,
    ) -> Vec<Output> {
        if !self.is_awaited(copy, thread) {
            return Vec::new();
        }
        if copy == CopyId::Mirror {
            self.round.has_mirror = !matches!(result, Err(StoreError::Blocked));
        }
        let keys = match result {
            Ok(keys) => keys,
            Err(error) => return self.finished(copy, Err(error), env),
        };
        let unknown: Vec<String> = keys.iter().filter(|key| !self.knows(thread, key)).cloned().collect();
        let listed = match copy {
            CopyId::Primary => &mut self.round.local,
            CopyId::Mirror => &mut self.round.mirror,
        };
        listed.insert(SortedSet::new()).extend(keys);
        if unknown.is_empty() {
            return self.finished(copy, Ok(()), env);
        }
        vec![Output::Ask(Request::Fetch { copy, thread: thread.clone(), keys: unknown })]
    }

    /// Takes a slice of the records that were asked for.
    pub fn fetched(
        &mut self,
        copy: CopyId,
        thread: &ThreadKey,
        records: Vec<Found>,
        end: Option<Result<(), StoreError>>,
        env: &mut Env,
    ) -> Vec<Output> {
        if !self.is_awaited(copy, thread) {
            return Vec::new();
        }
        let (mut any_new, mut outputs) = (false, Vec::new());
        // In the first round the mirror may tell of an epoch that the primary copy lost: the deletion was not made today.
        let lost = |key: &String| self.round.local.as_ref().is_some_and(|keys| !keys.contains(key));
        if copy == CopyId::Mirror && !self.round.copies_read {
            let numbers = records.iter().filter(|found| lost(&found.key)).filter_map(|found| told(thread, found));
            if let Some(epoch) = numbers.max() {
                outputs.extend(self.give_back(epoch, env));
            }
        }
        for found in records {
            any_new |= self.take(thread, &found, env, &mut outputs);
        }
        if any_new && self.ready {
            outputs.push(self.arrived());
        }
        if let Some(result) = end {
            outputs.extend(self.finished(copy, result, env));
        }
        outputs
    }

    /// Goes on to the mirror, or to making both copies equal.
    fn finished(&mut self, copy: CopyId, result: Result<(), StoreError>, env: &mut Env) -> Vec<Output> {
        self.doom_erased();
        match copy {
            CopyId::Primary => {
                self.round.local_unread = result.is_err();
                if result.is_err() {
                    self.round.local = None;
                }
                let mut outputs = self.finish(result, env);
                // Another thread's records stand under this thread's key: none of them is read, and none is written beside them.
                if self.storage == Storage::KeyCollision {
                    self.round.step = Step::Idle;
                    return outputs;
                }
                self.wait_for_mirror();
                self.round.step = Step::Mirror;
                outputs.push(self.list(CopyId::Mirror));
                outputs
            }
            CopyId::Mirror => {
                if result.is_err() {
                    self.round.mirror = None;
                }
                self.round.step = Step::Idle;
                let surest = if self.round.has_mirror { &self.round.mirror } else { &self.round.local };
                let kept = self.drafts.posted_in(surest.as_ref());
                let mut outputs = self.repair();
                let first = !std::mem::replace(&mut self.round.copies_read, true);
                outputs.extend(self.drafts_were_read(first, &kept));
                outputs
            }
        }
    }

    /// Shows the thread, now that all of it has been read or nothing more can be.
    fn finish(&mut self, result: Result<(), StoreError>, env: &mut Env) -> Vec<Output> {
        if self.ready {
            if result.is_ok() {
                self.trust_again();
            }
            return Vec::new();
        }
        match result {
            Err(StoreError::Blocked) => self.storage = Storage::Blocked,
            Err(_) => self.storage = Storage::Unreadable,
            Ok(()) => {}
        }
        let mut outputs = self.go_on_from_first_look(env);
        if self.storage == Storage::KeyCollision {
            self.set = Default::default();
            self.unreadable.clear();
            self.touched.clear();
            outputs.push(Output::Event(Event::Collided));
        }
        self.ready = true;
        outputs.extend(self.changed());
        outputs.push(Output::Event(Event::Opened));
        for found in std::mem::take(&mut self.heard_early) {
            outputs.extend(self.heard(&found, env));
        }
        outputs.push(Output::Event(Event::Ready));
        outputs
    }

    /// Believes the browser again, now that all of its key-value storage could be read: a comment that it lists is not in memory
    /// only.
    fn trust_again(&mut self) {
        let Some(listed) = &self.round.local else {
            return;
        };
        let (set, thread) = (&self.set, self.thread.key());
        let is_kept = |id| !set.holds(Slot::Own(id)) || listed.contains(&RecordKey::own(&thread, id).to_string());
        self.in_memory.retain(|id| !is_kept(*id) || !set.changes(*id).all(is_kept));
        if self.storage == Storage::Unreadable || self.storage == Storage::Blocked && self.in_memory.is_empty() {
            self.storage = Storage::Working;
        }
    }

    fn list(&self, copy: CopyId) -> Output {
        Output::Ask(Request::List { copy, thread: self.key() })
    }

    fn is_awaited(&self, copy: CopyId, thread: &ThreadKey) -> bool {
        let step = match copy {
            CopyId::Primary => Step::Local,
            CopyId::Mirror => Step::Mirror,
        };
        self.round.step == step && *thread == self.key()
    }

    /// Takes note that keys are gone from a copy, or that there is no such copy.
    pub fn removed(&mut self, copy: CopyId, thread: &ThreadKey, keys: &[String], result: Result<(), StoreError>) {
        if *thread == self.key() {
            self.round.removed(copy, keys, result);
        }
    }

    /// The event that names the comments that have changed since the last such event, if there are any.
    pub(super) fn changed(&mut self) -> Option<Output> {
        let touched = self.take_touched();
        (!touched.is_empty()).then_some(Output::Event(Event::Changed(touched)))
    }

    /// The event that names the changed comments, where no act on this page changed them.
    pub(super) fn arrived(&mut self) -> Output {
        Output::Event(Event::Arrived { ids: self.take_touched(), are_more: false })
    }
}

/// The epoch that a sound record tells of.
fn told(thread: &ThreadKey, found: &Found) -> Option<Epoch> {
    match RecordKey::parse(thread, &found.key)?.ok()?.slot {
        Slot::Epoch(number) => Some(number).filter(|number| epoch::confirms(*number, &found.value)),
        _ => None,
    }
}
