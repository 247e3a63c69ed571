//! Drafts, kept while the reader writes them: a text outlives the page it was typed in.

use crate::domain::sorted_set::SortedSet;
use std::rc::Rc;

use super::drafts::Writing;
use super::env::Env;
use super::output::{Event, Output};
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::{Actor, OperationId};
use crate::domain::syntax::Syntax;
use crate::domain::thread_id::ThreadKey;
use crate::domain::written::Written;
use crate::store::copy::request::{CopyId, Request};
use crate::store::format::draft::Draft;
use crate::store::format::record_key::{RecordKey, Slot};

/// How long a change waits for the next one before it is written into the mirror, in milliseconds.
const REST: u64 = 1_000;
/// How long a change waits where there is no mirror: the key-value storage allows an origin 60 commits an hour.
const LONG_REST: u64 = 10_000;

impl Replica {
    /// How long a change of a draft may wait before it is written, in milliseconds.
    pub(super) fn rest(&self) -> u64 {
        if self.round.has_mirror() { REST } else { LONG_REST }
    }

    /// Takes note of the text in a composer.
    pub fn typed(&mut self, composer: ComposerId, written: Written, env: &mut Env) -> Vec<Output> {
        if self.is_no_draft(composer, &written) {
            return self.drop_writing(composer);
        }
        self.note_text(composer, written, env);
        Vec::new()
    }

    /// Whether a text in a composer is none that is to be kept.
    pub(super) fn is_no_draft(&self, composer: ComposerId, written: &Written) -> bool {
        let unchanged = match composer {
            ComposerId::Edit(id) => self.set.comment(id).is_some_and(|comment| comment.current.body.is(written)),
            ComposerId::New | ComposerId::Reply(_) => false,
        };
        unchanged || written.text.trim().is_empty()
    }

    /// Takes note of a text that is to be kept.
    pub(super) fn note_text(&mut self, composer: ComposerId, written: Written, env: &mut Env) {
        let now = self.now;
        let epoch = self.set.epoch();
        let thread = self.key();
        match self.drafts.here.get_mut(&composer) {
            Some(writing) if writing.written == written && !writing.closed => {}
            Some(writing) => {
                if writing.shared && writing.written != written {
                    rename(writing, &thread, composer, env);
                }
                if writing.written != written {
                    // Later than the text before, however coarse the clock is: of two texts of one name the later one counts.
                    writing.at = now.max(writing.at.plus(1));
                    writing.epoch = epoch;
                }
                writing.written = written;
                writing.closed = false;
                writing.in_local = false;
                writing.changed.get_or_insert(now);
            }
            None => {
                let name = env.next_id();
                let writing = Writing {
                    written,
                    name,
                    key: draft_key(&thread, composer, name, env.actor()),
                    at: now,
                    epoch,
                    changed: Some(now),
                    in_local: false,
                    closed: false,
                    shared: false,
                    replaces: SortedSet::new(),
                };
                self.drafts.here.insert(composer, writing);
            }
        }
    }

    /// Takes note that another page may remove this page's drafts from storage.
    pub(super) fn share_drafts(&mut self) {
        self.drafts.here.iter_mut().for_each(|(_, writing)| writing.shared = true);
    }

    /// Takes note that a composer was closed with a text in it.
    pub fn closed(&mut self, composer: ComposerId, written: Written, env: &mut Env) -> Vec<Output> {
        let outputs = self.typed(composer, written, env);
        if let Some(writing) = self.drafts.here.get_mut(&composer) {
            writing.closed = true;
            writing.in_local = false;
            writing.changed.get_or_insert(self.now);
        }
        outputs
    }

    /// Writes the drafts that have waited long enough.
    pub(super) fn write_due_drafts(&mut self) -> Vec<Output> {
        let (now, rest) = (self.now, self.rest());
        let copy = if self.round.has_mirror() { CopyId::Mirror } else { CopyId::Primary };
        self.write_drafts(copy, |writing| writing.changed.is_some_and(|at| now.since(at) >= rest || at > now))
    }

    /// Writes all drafts into the key-value storage, which responds before the page is gone.
    pub fn flush_drafts(&mut self) -> Vec<Output> {
        let mut outputs = self.write_drafts(CopyId::Primary, |writing| !writing.in_local);
        if self.round.has_mirror() {
            outputs.extend(self.write_drafts(CopyId::Mirror, |writing| writing.changed.is_some()));
        }
        outputs
    }

    /// Writes the drafts that `which` chooses into one copy, and tells the other pages.
    fn write_drafts(&mut self, copy: CopyId, which: impl Fn(&Writing) -> bool) -> Vec<Output> {
        let has_mirror = self.round.has_mirror();
        let keeps = match self.storage {
            Storage::KeyCollision => false,
            Storage::Blocked => copy == CopyId::Mirror,
            _ => true,
        };
        let mut outputs = Vec::new();
        let mut replaced = Vec::new();
        for (_, writing) in self.drafts.here.iter_mut().filter(|(_, writing)| which(writing)) {
            // A draft from before a deletion of everything stays in its composer alone until the reader changes it.
            let lives = writing.epoch >= self.set.epoch();
            let Some(value) = writing.draft().encode().filter(|_| keeps && lives) else {
                // A draft that cannot be kept is not tried again and again.
                if copy == CopyId::Mirror || !has_mirror {
                    writing.changed = None;
                }
                continue;
            };
            let key = writing.key.clone();
            match copy {
                CopyId::Primary => writing.in_local = true,
                CopyId::Mirror => writing.changed = None,
            }
            if !has_mirror {
                writing.changed = None;
            }
            outputs.push(Output::Ask(Request::Put { copy, key: key.clone(), value: Rc::from(value.as_str()) }));
            outputs.push(Output::broadcast(&key, &value));
            // The mirror keeps what it was given, if it has space, so an older text that this replaces can go. The same text
            // stays where it was found until it is posted or changed: there it is kept for certain.
            if !writing.shared && (copy == CopyId::Mirror || !has_mirror) {
                replaced.extend(std::mem::take(&mut writing.replaces));
            }
        }
        outputs.extend(self.withdraw_drafts(replaced));
        outputs
    }

    /// Says which drafts are this page's.
    pub fn answer_for_drafts(&self) -> Vec<Output> {
        self.drafts.here.values().filter_map(|writing| tell(&writing.key, &writing.draft())).collect()
    }

    /// Takes note that the text in a composer has become an operation, whose key this is.
    pub(super) fn sent(&mut self, composer: ComposerId, operation: &str) {
        if let Some(writing) = self.drafts.here.remove(&composer) {
            self.drafts.sent.insert(operation.to_owned(), writing.into_keys());
        }
    }

    /// Removes the drafts of an operation that is kept for certain.
    pub(super) fn settled_drafts(&mut self, operation: &str) -> Vec<Output> {
        let keys = self.drafts.sent.remove(operation).unwrap_or_default();
        self.remove_drafts(keys.into_iter().collect())
    }

    /// Takes note of an operation, its key, and the draft it came of, which is no draft any more; its keys are removed once
    /// the operation is kept for certain. A composer of this page that holds the same text is done with.
    pub(super) fn posted(&mut self, name: OperationId, key: &str, body: &str, env: &mut Env) -> Option<Output> {
        self.drafts.posted.insert(name, key.to_owned());
        let thread = self.key();
        let (composer, writing) = self.drafts.here.iter_mut().find(|(_, writing)| writing.name == name)?;
        let composer = *composer;
        if writing.written.text == body {
            self.drafts.here.remove(&composer);
            return Some(Output::Event(Event::Finished(composer)));
        }
        rename(writing, &thread, composer, env);
        writing.in_local = false;
        writing.changed.get_or_insert(self.now);
        None
    }

    /// Forgets all texts of this thread, and names the keys under which they are kept.
    pub(super) fn leave_drafts(&mut self) -> Vec<String> {
        let drafts = std::mem::take(&mut self.drafts);
        let mut keys = Vec::new();
        drafts.here.into_iter().for_each(|(_, writing)| keys.extend(writing.into_keys()));
        drafts.others.into_iter().for_each(|(_, other)| keys.extend(other.keys));
        drafts.discarded.into_iter().for_each(|(_, other)| keys.extend(other.keys));
        drafts.sent.into_iter().for_each(|(_, sent)| keys.extend(sent));
        keys
    }

    /// Forgets what was written to change an erased comment, whose composer is done with, and dooms its keys.
    pub(super) fn drop_edit(&mut self, id: OperationId) -> Output {
        let composer = ComposerId::Edit(id);
        let others = self.drafts.take_others(&|_, other| other.composer == composer);
        others.into_iter().for_each(|key| self.round.doom(key));
        self.drop_composer(composer)
    }

    /// Forgets what was written in a composer, which is done with, and dooms its keys.
    pub(super) fn drop_composer(&mut self, composer: ComposerId) -> Output {
        let keys = self.drafts.here.remove(&composer).map(Writing::into_keys).unwrap_or_default();
        keys.into_iter().for_each(|key| self.round.doom(key));
        Output::Event(Event::Finished(composer))
    }

    /// The keys of the drafts that became an operation which is deleted before it was kept for certain.
    pub(super) fn unsent(&mut self, operation: &str) -> SortedSet<String> {
        self.drafts.sent.remove(operation).unwrap_or_default()
    }

    fn drop_writing(&mut self, composer: ComposerId) -> Vec<Output> {
        let Some(writing) = self.drafts.here.remove(&composer) else {
            return Vec::new();
        };
        self.withdraw_drafts(writing.into_keys().into_iter().collect())
    }

    /// Removes drafts and tells the other pages.
    pub(super) fn withdraw_drafts(&self, keys: Vec<String>) -> Vec<Output> {
        let none =
            Draft { text: String::new(), syntax: Syntax::Plain, at: self.now, closed: true, epoch: self.set.epoch() };
        let told: Vec<Output> = keys.iter().filter_map(|key| tell(key, &none)).collect();
        self.remove_drafts(keys).into_iter().chain(told).collect()
    }

    /// Removes drafts from both copies, except where a later text may stand under the same key that could not be read.
    pub(super) fn remove_drafts(&self, keys: Vec<String>) -> Vec<Output> {
        if self.storage == Storage::KeyCollision {
            return Vec::new();
        }
        let is_read = |key: &&String| !self.round.is_local_unread() && !self.unreadable.contains(*key);
        let local = keys.iter().filter(is_read).cloned().collect();
        let request = |(copy, keys)| Output::Ask(Request::Remove { copy, thread: self.key(), keys });
        let requests: [(CopyId, Vec<String>); 2] = [(CopyId::Primary, local), (CopyId::Mirror, keys)];
        requests.into_iter().filter(|(_, keys)| !keys.is_empty()).map(request).collect()
    }
}

/// Makes what is in a composer a draft of its own: another page may post or remove what it was.
fn rename(writing: &mut Writing, thread: &ThreadKey, composer: ComposerId, env: &mut Env) {
    writing.name = env.next_id();
    let key = draft_key(thread, composer, writing.name, env.actor());
    writing.replaces.insert(std::mem::replace(&mut writing.key, key));
    writing.shared = false;
}

fn tell(key: &str, draft: &Draft) -> Option<Output> {
    Some(Output::broadcast(key, &draft.encode()?))
}

/// The key of a draft.
pub(super) fn draft_key(thread: &ThreadKey, composer: ComposerId, name: OperationId, actor: Actor) -> String {
    RecordKey::new(thread, Slot::Draft { composer, name, actor }).to_string()
}
