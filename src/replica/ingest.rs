//! How records are taken in: from the copies, and from other pages.

use crate::domain::sorted_set::SortedSet;
use std::rc::Rc;

use super::env::Env;
use super::output::{Event, Output};
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::Found;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::epoch;
use crate::store::oplog::operation_set::{Added, Element};

/// How many records that other pages tell of while the thread is being read are remembered; more are read in the next round.
const MOST_HEARD_EARLY: usize = 1_000;

impl Replica {
    /// Takes a record that another tab or widget wrote.
    pub fn heard(&mut self, found: &Found, env: &mut Env) -> Vec<Output> {
        let (mut outputs, is_new) = self.hear(found, env);
        // Another page has erased or deleted a comment while this page wrote to the copies: what was written goes again.
        if is_new {
            outputs.extend(self.remove_now());
        }
        outputs
    }

    /// Takes a record that "Your comments" of this page is writing. The keys that a tombstone names are removed from the copies
    /// once the tombstone is kept for certain ([`Self::was_kept`]).
    pub fn heard_here(&mut self, found: &Found, env: &mut Env) -> Vec<Output> {
        self.hear(found, env).0
    }

    /// Takes a record that another page, or "Your comments" of this page, told of, and says whether it was new.
    fn hear(&mut self, found: &Found, env: &mut Env) -> (Vec<Output>, bool) {
        let thread = self.key();
        if !self.ready && self.heard_early.len() < MOST_HEARD_EARLY {
            self.heard_early.push(found.clone());
        }
        if self.storage == Storage::KeyCollision || !self.ready {
            return (Vec::new(), false);
        }
        let mut outputs = Vec::new();
        if matches!(RecordKey::parse(&thread, &found.key), Some(Ok(RecordKey { slot: Slot::Epoch(next), .. }))
            if next > self.set.epoch() && epoch::confirms(next, &found.value))
        {
            // The reader has just deleted everything on another page.
            let unknown = self.set.drop_unreadable();
            self.apply(unknown, &mut outputs);
            // That page removed the damaged keys that it knew; any others are found again in the next round.
            self.unreadable.clear();
        }
        let is_new = match RecordKey::parse(&thread, &found.key) {
            Some(Ok(RecordKey { slot: Slot::Draft { composer, name, actor }, .. })) => {
                self.found_draft((composer, name, actor), found, true, env)
            }
            _ => self.take(&thread, found, env, &mut outputs),
        };
        if !is_new {
            outputs.extend(self.changed());
            return (outputs, false);
        }
        if let StoredText::Text(_) = &found.value {
            outputs.push(Output::Event(Event::UsedSpace(found.units())));
        }
        outputs.push(self.arrived());
        (outputs, true)
    }

    /// Whether a record that was written on this page is of this thread, and not written by this replica itself.
    pub fn has_use_for(&self, found: &Found) -> bool {
        let thread = self.key();
        let is_draft = |key: &RecordKey| matches!(key.slot, Slot::Draft { .. });
        let is_ours = RecordKey::parse(&thread, &found.key).is_some_and(|key| !key.is_ok_and(|key| is_draft(&key)));
        is_ours && !self.is_sending(&found.key) && !self.knows(&thread, &found.key)
    }

    /// Whether a key of this thread need not be read: its record has been taken in.
    pub(super) fn knows(&self, thread: &ThreadKey, key: &str) -> bool {
        match RecordKey::parse(thread, key) {
            Some(Ok(RecordKey { slot: Slot::Own(OperationId::NAMING), .. })) => self.name_value.is_some(),
            Some(Ok(RecordKey { slot: Slot::Epoch(epoch), .. })) => self.set.epoch() >= epoch,
            Some(Ok(key)) => self.set.holds(key.slot),
            Some(Err(())) => self.unreadable.contains(key),
            None => true,
        }
    }

    /// Takes one record of this thread, whose key is `thread`. True if it was new.
    pub(super) fn take(&mut self, thread: &ThreadKey, found: &Found, env: &mut Env, outputs: &mut Vec<Output>) -> bool {
        let slot = match RecordKey::parse(thread, &found.key) {
            None => return false,
            Some(Err(())) => return self.unreadable.insert(found.key.clone()),
            Some(Ok(key)) => key.slot,
        };
        let id = match slot {
            Slot::Own(OperationId::NAMING) => return self.take_name(found),
            Slot::Own(id) | Slot::Imported { id, .. } => id,
            Slot::Epoch(epoch) => {
                if !epoch::confirms(epoch, &found.value) {
                    return self.unreadable.insert(found.key.clone());
                }
                return self.raise(epoch, outputs);
            }
            Slot::Draft { composer, name, actor } => {
                return self.found_draft((composer, name, actor), found, false, env);
            }
        };
        let Ok(element) = Element::read(id, &found.value) else {
            return self.unreadable.insert(found.key.clone());
        };
        self.unreadable.remove(&found.key);
        let own = element.operation.as_ref().filter(|_| matches!(slot, Slot::Own(_)));
        let draft = own.and_then(|operation| Some((operation.draft?, operation.kind.body().cloned()?)));
        let added = self.set.add(slot, element);
        env.observe(self.set.latest());
        for id in &added.touched {
            self.outbox.overtake(*id);
        }
        let is_new = self.apply(added, outputs);
        if let Some((name, body)) = draft {
            outputs.extend(self.posted(name, &found.key, body.as_str(), env));
        }
        is_new
    }

    /// Takes a record that an import has written into any thread, and says whether the record stays: it does not if it is erased
    /// or deleted in this thread by now.
    pub fn imported(&mut self, found: &Found, env: &mut Env) -> (bool, Vec<Output>) {
        let thread = self.key();
        let mut outputs = Vec::new();
        self.take(&thread, found, env, &mut outputs);
        outputs.extend(self.changed());
        let stays = match RecordKey::parse(&thread, &found.key) {
            Some(Ok(RecordKey { slot: Slot::Own(OperationId::NAMING), .. })) => true,
            Some(Ok(RecordKey { slot: slot @ (Slot::Own(_) | Slot::Imported { .. }), .. })) => {
                self.set.holds(slot) || self.unreadable.contains(&found.key)
            }
            _ => true,
        };
        (stays, outputs)
    }

    /// Takes an operation of the file that the page publishes, which no copy keeps. The changed comments are named by
    /// [`published_was_read`](Self::published_was_read).
    pub fn take_published(&mut self, id: OperationId, element: Element) {
        let touched = self.set.add_published(id, element).touched;
        self.touch(touched);
    }

    /// The comments that were changed by the operations taken from the published file.
    pub fn published_was_read(&mut self) -> SortedSet<OperationId> {
        self.take_touched()
    }

    /// Forgets the operations of the published file, and names the comments that are changed by that.
    pub fn forget_published(&mut self) -> SortedSet<OperationId> {
        let touched = self.set.forget_published().touched;
        self.touch(touched);
        self.take_touched()
    }

    /// Deletes everything before an epoch. True if the epoch was new here.
    pub(super) fn raise(&mut self, epoch: Epoch, outputs: &mut Vec<Output>) -> bool {
        let added = self.set.raise(epoch);
        if added.is_new {
            self.share_drafts();
            self.doom_old_drafts();
        }
        if added.is_new && self.name_value.take().is_some() {
            // The title and the address of the page go too, until something is kept in this thread again.
            self.round.doom(self.own_key(OperationId::NAMING));
        }
        self.apply(added, outputs)
    }

    /// Follows a change of the set. True if there was one.
    pub(super) fn apply(&mut self, added: Added, outputs: &mut Vec<Output>) -> bool {
        let thread = self.key();
        for slot in added.dropped {
            let key = RecordKey::new(&thread, slot).to_string();
            self.outbox.forget(&key);
            for draft in self.unsent(&key) {
                self.round.doom(draft);
            }
            self.round.doom(key);
            if let Slot::Own(id) = slot {
                outputs.push(self.drop_edit(id));
            }
        }
        self.touch(added.touched);
        added.is_new
    }

    /// The comments that have changed since the last call. Before the thread has been read none of it is shown, and the changed
    /// comments are remembered until then.
    pub(super) fn take_touched(&mut self) -> SortedSet<OperationId> {
        if self.ready { std::mem::take(&mut self.touched) } else { SortedSet::new() }
    }

    fn touch(&mut self, ids: Vec<OperationId>) {
        // "Saved" or "Kept" was said of the newest comment's earlier text.
        if self.acknowledged.is_some_and(|(newest, ..)| ids.contains(&newest)) {
            self.acknowledged = None;
        }
        self.touched.extend(ids);
    }

    pub(super) fn take_name(&mut self, found: &Found) -> bool {
        let (StoredText::Text(value), Some(name)) = (&found.value, ThreadName::decode(&found.value)) else {
            return self.unreadable.insert(found.key.clone());
        };
        if name.id == self.thread.as_str() {
            self.name_value = Some(Rc::from(value.as_str()));
        } else if !self.ready {
            self.storage = Storage::KeyCollision;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::author::{Author, AuthorId};
    use crate::domain::body::Body;
    use crate::domain::operation_id::Actor;
    use crate::domain::thread_id::ThreadId;
    use crate::domain::timestamp::Timestamp;
    use crate::store::copy::request::{CopyId, Request};
    use crate::store::format::operation::{Kind, Operation};
    use crate::store::format::record;

    fn env() -> Env {
        Env::new(Timestamp::from_millis(1_000).unwrap(), Actor(7), AuthorId::local(1))
    }

    fn replica() -> Replica {
        let thread = ThreadId::explicit("demo").unwrap();
        let mut replica = Replica::new(thread.clone(), env().now);
        let asked = replica.open(thread);
        assert!(matches!(&asked[..], [Output::Ask(Request::List { copy: CopyId::Primary, .. })]));
        replica
    }

    fn post(number: i64) -> Found {
        let mut elsewhere = env();
        let id = (0..number).map(|_| elsewhere.next_id()).last().unwrap();
        let operation = Operation {
            id,
            author: Author { id: AuthorId::local(1), name: None },
            at: Timestamp::from_millis(number).unwrap(),
            epoch: 0,
            draft: None,
            kind: Kind::Post { parent: None, body: Some(Body::new("text").unwrap()) },
        };
        Found { key: replica().own_key(id), value: StoredText::Text(record::encode(&operation).unwrap()) }
    }

    fn changed(outputs: &[Output]) -> Vec<usize> {
        let ids = |output: &Output| match output {
            Output::Event(Event::Changed(ids) | Event::Arrived { ids, .. }) => Some(ids.len()),
            _ => None,
        };
        outputs.iter().filter_map(ids).collect()
    }

    #[test]
    fn what_comes_before_all_has_been_read_is_said_then_whatever_is_asked_meanwhile() {
        let (mut replica, thread) = (replica(), replica().key());
        let keys = [1, 2, 3].map(|number| post(number).key).to_vec();
        replica.listed(CopyId::Primary, &thread, Ok(keys), &mut env());
        let first = replica.fetched(CopyId::Primary, &thread, vec![post(1), post(2)], None, &mut env());
        assert_eq!(changed(&first), Vec::<usize>::new());
        assert!(replica.forget_published().is_empty(), "another thread of the discussion is read by now");
        let last = replica.fetched(CopyId::Primary, &thread, vec![post(3)], Some(Ok(())), &mut env());
        assert_eq!(changed(&last), [3]);
        assert!(replica.is_ready());
    }

    #[test]
    fn what_is_told_twice_is_news_once_and_nothing_before_the_thread_has_been_read() {
        let (mut replica, thread) = (replica(), replica().key());
        assert_eq!(replica.heard(&post(1), &mut env()), []);
        let read = replica.listed(CopyId::Primary, &thread, Ok(Vec::new()), &mut env());
        assert_eq!(changed(&read), [1], "what was told early");
        assert_eq!(changed(&replica.heard(&post(2), &mut env())), [1]);
        assert_eq!(changed(&replica.heard(&post(2), &mut env())), Vec::<usize>::new());
    }
}
