//! Drafts of other pages: those that are open keep theirs, those of pages that are gone are adopted by the next one.

use crate::domain::sorted_set::SortedSet;
use std::rc::Rc;

use litemap::LiteMap;

use super::drafting::draft_key;
use super::drafts::OtherDraft;
use super::env::Env;
use super::output::{Event, Output};
use super::state::Replica;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::{Actor, OperationId};
use crate::domain::thread::Thread;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{Broadcast, CopyId, Found, Request};
use crate::store::format::draft::Draft;
use crate::store::format::operation::Kind;
use crate::store::format::record_key::{Epoch, Slot};

impl Replica {
    /// Takes a draft that was found in storage, or that a page told.
    pub(super) fn found_draft(
        &mut self,
        slot: (ComposerId, OperationId, Actor),
        found: &Found,
        told: bool,
        env: &Env,
    ) -> bool {
        let (composer, name, actor) = slot;
        let Some(draft) = Draft::decode(&found.value) else {
            return !told && self.unreadable.insert(found.key.clone());
        };
        // Everything of its time was deleted, however late it comes.
        if draft.epoch < self.set.epoch() && !draft.text.trim().is_empty() {
            self.round.doom(found.key.clone());
            return true;
        }
        if !told && self.drafts.has_replaced(&found.key) {
            return false;
        }
        let here = self.drafts.here.iter_mut().map(|(_, writing)| writing).find(|writing| writing.name == name);
        if here.is_some() && (actor == env.actor() || !told) {
            return false;
        }
        if let Some(writing) = here {
            writing.shared = true;
        }
        if told && actor != env.actor() {
            self.drafts.leave(&found.key);
        }
        // What was being made of an erased comment goes with it, however late it comes.
        if matches!(composer, ComposerId::Edit(id) if self.set.has_erased(id)) {
            self.round.doom(found.key.clone());
            return true;
        }
        if self.drafts.discarded() == Some(name) && !told {
            return false;
        }
        if draft.text.trim().is_empty() {
            return told && self.forget_draft(name, &found.key);
        }
        // Another widget of this page writes under the page's own number. A reply to what is erased has no composer anywhere.
        let orphaned = matches!(composer, ComposerId::Reply(id) if self.set.has_erased(id));
        let live = (told || actor == env.actor()) && !orphaned;
        let new = || OtherDraft { composer, draft: draft.clone(), live, keys: SortedSet::new() };
        let is_new = !self.drafts.others.contains_key(&name);
        let other = self.drafts.others.entry(name).or_insert_with(new);
        other.keys.insert(found.key.clone());
        let (known, was_live) = (other.draft.at, other.live);
        if !is_new && (known > draft.at || (known == draft.at && was_live >= live)) {
            return false;
        }
        other.live |= live;
        other.draft = draft;
        true
    }

    /// Takes note that a draft does not stand under a key any more.
    fn forget_draft(&mut self, name: OperationId, key: &str) -> bool {
        let Some(other) = self.drafts.others.get_mut(&name) else {
            return false;
        };
        other.keys.remove(key);
        other.keys.is_empty() && self.drafts.others.remove(&name).is_some()
    }

    /// Dooms the drafts of earlier epochs: everything of their time is deleted.
    pub(super) fn doom_old_drafts(&mut self) {
        let epoch = self.set.epoch();
        for key in self.drafts.take_others(&|_, other| other.draft.epoch < epoch) {
            self.round.doom(key);
        }
    }

    /// Dooms the drafts of what is erased: of a comment, and of changes to it.
    pub(super) fn doom_erased(&mut self) {
        let erased: Vec<OperationId> = self
            .drafts
            .others
            .iter()
            .filter(|(name, other)| {
                self.set.has_erased(**name) || matches!(other.composer, ComposerId::Edit(id) if self.set.has_erased(id))
            })
            .map(|(name, _)| *name)
            .collect();
        for key in self.drafts.take_others(&|name, _| erased.contains(name)) {
            self.round.doom(key);
        }
    }

    /// Closes the composer of a reply to a comment that is gone for good. Its text is offered elsewhere, and kept as before.
    pub fn orphan(&mut self, id: OperationId) -> Output {
        let composer = ComposerId::Reply(id);
        if let Some(writing) = self.drafts.here.get(&composer) {
            let draft = Draft { closed: false, ..writing.draft() };
            let keys = writing.clone().into_keys();
            let other = OtherDraft { composer, draft, live: false, keys };
            self.drafts.others.insert(writing.name, other);
        }
        Output::Event(Event::Finished(composer))
    }

    /// Offers what was sent before both copies were read to be sent again: the deletion of which the mirror alone tells was
    /// before it. What is being written in the composers goes on, but for what was only adopted: it is of a time before the
    /// deletion.
    pub(super) fn give_back(&mut self, epoch: Epoch, env: &Env) -> Vec<Output> {
        for (slot, element) in self.set.elements().filter(|(_, element)| element.epoch < Some(epoch)) {
            if let (Slot::Own(id), Some(sent)) = (slot, &element.operation)
                && let Some(body) = sent.kind.body()
                && self.outbox.holds(&self.own_key(id))
            {
                let composer = match sent.kind {
                    Kind::Post { parent: Some(parent), .. } => ComposerId::Reply(parent),
                    Kind::Edit { target, .. } => ComposerId::Edit(target),
                    _ => ComposerId::New,
                };
                let draft = Draft::of(body, sent.at, epoch);
                self.drafts.others.insert(id, OtherDraft { composer, draft, live: false, keys: SortedSet::new() });
            }
        }
        let mut gone = Vec::new();
        for (composer, writing) in self.drafts.here.iter_mut().filter(|(_, writing)| writing.epoch < epoch) {
            // What was changed on this page has a name of this page's.
            if writing.name.actor == env.actor() {
                writing.epoch = epoch;
            } else {
                gone.push(*composer);
            }
        }
        gone.into_iter().map(|composer| self.drop_composer(composer)).collect()
    }

    /// Asks the other pages which of the drafts that were found are theirs; what was posted and is `kept` for certain is
    /// removed. What none of them claims is adopted by a page that has just been opened.
    pub(super) fn drafts_were_read(&mut self, first: bool, kept: &SortedSet<OperationId>) -> Vec<Output> {
        let done = self.drafts.take_others(&|name, _| kept.contains(name));
        let mut outputs = self.remove_drafts(done);
        let posted = std::mem::take(&mut self.drafts.posted);
        self.drafts.take_others(&|name, _| posted.contains_key(name));
        self.drafts.posted = posted;
        self.drafts.waiting = None;
        outputs.extend(self.ask_for_drafts(first));
        outputs
    }

    /// Takes note that the key-value storage has been read: of the drafts in it the mirror may know more, if it responds.
    pub(super) fn wait_for_mirror(&mut self) {
        if !self.round.copies_read && !self.drafts.others.is_empty() && self.drafts.asked.is_none() {
            self.drafts.waiting.get_or_insert(self.now);
        }
    }

    /// Asks whose the drafts are that were found; a page that `adopts` takes what no page claims.
    pub(super) fn ask_for_drafts(&mut self, adopts: bool) -> Option<Output> {
        if self.drafts.others.is_empty() || self.drafts.asked.is_some() {
            return None;
        }
        for (_, other) in self.drafts.others.iter_mut() {
            other.live = false;
        }
        self.drafts.asked = Some(self.now);
        self.drafts.adopts = adopts;
        Some(Output::Broadcast(Broadcast::AskDrafts(self.key())))
    }

    /// Gives the mirror what no open page claims and nobody has adopted: it was perhaps written as its page was left, into
    /// the one copy that may still lose it.
    pub(super) fn keep_unclaimed(&self) -> Vec<Output> {
        if !self.round.has_mirror() {
            return Vec::new();
        }
        let values = self
            .drafts
            .unclaimed()
            .filter_map(|(_, other)| Some((&other.keys, Rc::<str>::from(other.draft.encode()?))));
        let put = |key: &String, value| Output::Ask(Request::Put { copy: CopyId::Mirror, key: key.clone(), value });
        values.flat_map(|(keys, value)| keys.iter().map(move |key| put(key, Rc::clone(&value)))).collect()
    }

    /// Adopts what no open page claims, the newest for each composer, as far as the composers are free and `has_composer` says that
    /// there are such.
    pub(super) fn adopt_drafts(
        &mut self,
        shown: &Thread,
        has_composer: fn(ComposerId) -> bool,
        env: &mut Env,
    ) -> Vec<Output> {
        let mut newest: LiteMap<ComposerId, (Timestamp, OperationId)> = LiteMap::new();
        for (name, other) in self.drafts.unclaimed() {
            let found = (other.draft.at, *name);
            let best = newest.entry(other.composer).or_insert(found);
            *best = (*best).max(found);
        }
        let mut outputs = Vec::new();
        for (composer, (_, name)) in
            newest.into_iter().filter(|(composer, _)| has_composer(*composer)).collect::<Vec<_>>()
        {
            // What has lost its composer is offered, not put into another one.
            let stays = self.drafts.others.get(&name).is_some_and(|other| self.home_of(other, shown) == composer);
            if stays && !self.drafts.is_writing(composer) {
                outputs.extend(self.adopt(name, false, shown, env));
            }
        }
        outputs
    }

    /// Puts a text into its composer because the reader asked for it, and says into which; `None` if there is no such text.
    pub fn use_draft(&mut self, name: OperationId, shown: &Thread, env: &mut Env) -> Option<(ComposerId, Vec<Output>)> {
        let composer = self.home_of(self.drafts.others.get(&name)?, shown);
        Some((composer, self.adopt(name, true, shown, env).into_iter().collect()))
    }

    /// The composer beside which a text is offered: its own, or the one for a new comment if that is gone or taken. `shown` are the
    /// comments of the whole discussion.
    pub fn home_of(&self, other: &OtherDraft, shown: &Thread) -> ComposerId {
        let there = match other.composer {
            ComposerId::New => true,
            ComposerId::Reply(id) => shown.get(id).is_some_and(|comment| !comment.deleted),
            ComposerId::Edit(id) => shown.get(id).is_some_and(|comment| comment.own && !comment.deleted),
        };
        let free = other.live || (there && !self.drafts.is_writing(other.composer));
        if free { other.composer } else { ComposerId::New }
    }

    /// Puts a draft that another page left into its composer, which `opens` even if it was closed there.
    fn adopt(&mut self, name: OperationId, opens: bool, shown: &Thread, env: &Env) -> Option<Output> {
        let mut other = self.drafts.others.get(&name).cloned()?;
        let composer = self.home_of(&other, shown);
        other.draft.closed &= !opens;
        if self.drafts.is_writing(composer) {
            return None;
        }
        self.drafts.others.remove(&name);
        self.drafts.here.retain(|_, writing| writing.name != name);
        let key = draft_key(&self.key(), composer, name, env.actor());
        let written = other.draft.written();
        // An open page's text stays that page's.
        let replaces = other.keys.into_iter().filter(|old| !other.live && *old != key).collect();
        self.drafts.adopt(composer, name, key, &other.draft, replaces, self.now);
        Some(Output::Event(Event::Adopted { composer, written, closed: other.draft.closed }))
    }

    /// Adopts one text that was a change of a comment under another id, and has no composer there: it is one for a new comment
    /// here.
    pub fn inherit_draft(&mut self, other: &mut Self, name: OperationId) {
        for (name, theirs) in other.drafts.split(&|it, _| *it == name) {
            self.drafts.others.insert(name, OtherDraft { composer: ComposerId::New, ..theirs });
        }
    }

    /// Adopts what was being written under what the page was called before: no page is called so any more. An edit is made
    /// where its comment is kept, and what an open page claims stays that page's.
    pub fn inherit_drafts(&mut self, before: &mut Self) {
        for (_, other) in before.drafts.others.iter().filter(|(_, other)| other.live) {
            other.keys.iter().for_each(|key| self.drafts.leave(key));
        }
        for (name, other) in
            before.drafts.split(&|_, other| !other.live && !matches!(other.composer, ComposerId::Edit(_)))
        {
            let OtherDraft { draft, keys, .. } = &other;
            let adopted = self.drafts.here.iter_mut().map(|(_, writing)| writing).find(|writing| writing.name == name);
            // Each copy may have it as it was at another time, and the later text counts.
            if let Some(writing) = adopted.filter(|writing| writing.at >= draft.at) {
                writing.replaces.extend(keys.iter().cloned());
            } else if let Some(known) = self.drafts.others.get_mut(&name) {
                known.keys.extend(keys.iter().cloned());
                if known.draft.at < draft.at {
                    known.draft = draft.clone();
                }
            } else {
                self.drafts.others.insert(name, other);
            }
        }
    }
}
