//! Drafts of other pages: those that are open keep theirs, those that are gone left them to the next one.

use std::collections::BTreeSet;
use std::rc::Rc;

use litemap::LiteMap;

use super::drafting::{draft_key, remove};
use super::drafts::{Drafts, OtherDraft};
use super::effect::{Effect, FocusTarget};
use super::env::Env;
use super::form::FormId;
use super::model::Model;
use crate::domain::operation_id::{Actor, OperationId};
use crate::domain::timestamp::Timestamp;
use crate::store::draft::Draft;
use crate::store::operation::Kind;
use crate::store::order::{Found, News, Order, Place};
use crate::store::record_key::{Generation, RecordKey, Slot};

/// Takes a draft that was found in storage, or that a page told.
pub(super) fn found(
    model: &mut Model,
    slot: (FormId, OperationId, Actor),
    found: &Found,
    told: bool,
    env: &Env,
) -> bool {
    let (form, name, actor) = slot;
    let Some(draft) = Draft::decode(&found.value) else {
        return !told && model.unreadable.insert(found.key.clone());
    };
    // Everything of its time was deleted, however late it comes.
    if draft.generation < model.set.generation() && !draft.text.trim().is_empty() {
        model.syncing.doom(found.key.clone());
        return true;
    }
    if !told && model.drafts.has_replaced(&found.key) {
        return false;
    }
    let here = model.drafts.here.iter_mut().map(|(_, writing)| writing).find(|writing| writing.name == name);
    if here.is_some() && (actor == env.actor() || !told) {
        return false;
    }
    if let Some(writing) = here {
        writing.shared = true;
        // Somebody goes on writing there: it is not what was taken over.
        writing.replaces.remove(&found.key);
    }
    // What was being made of an erased comment goes with it, however late it comes.
    if matches!(form, FormId::Edit(id) if model.set.has_erased(id)) {
        model.syncing.doom(found.key.clone());
        return true;
    }
    if model.is_discarded(name) && !told {
        return false;
    }
    if draft.text.trim().is_empty() {
        return told && forget(model, name, &found.key);
    }
    // Another widget of this page writes under the page's own number. An answer to what is erased has no box anywhere.
    let orphaned = matches!(form, FormId::Reply(id) if model.set.has_erased(id));
    let live = (told || actor == env.actor()) && !orphaned;
    let new = || OtherDraft { form, draft: draft.clone(), live, keys: BTreeSet::new() };
    let is_new = !model.drafts.others.contains_key(&name);
    let other = model.drafts.others.entry(name).or_insert_with(new);
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
fn forget(model: &mut Model, name: OperationId, key: &str) -> bool {
    let Some(other) = model.drafts.others.get_mut(&name) else {
        return false;
    };
    other.keys.remove(key);
    other.keys.is_empty() && model.drafts.others.remove(&name).is_some()
}

/// The drafts that were posted, and whose operations a list shows.
pub(super) fn posted_in(model: &Model, listed: Option<&BTreeSet<String>>) -> BTreeSet<OperationId> {
    let sure = |key: &String| listed.is_some_and(|keys| keys.contains(key));
    model.drafts.posted.iter().filter(|(_, key)| sure(key)).map(|(name, _)| *name).collect()
}

/// Dooms the drafts of earlier generations: everything of their time is deleted.
pub(super) fn doom_old(model: &mut Model) {
    let generation = model.set.generation();
    for key in take(model, &|_, other| other.draft.generation < generation) {
        model.syncing.doom(key);
    }
}

/// Dooms the drafts of what is erased: of a comment, and of changes to it.
pub(super) fn doom_erased(model: &mut Model) {
    let erased: Vec<OperationId> = model
        .drafts
        .others
        .iter()
        .filter(|(name, other)| {
            model.set.has_erased(**name) || matches!(other.form, FormId::Edit(id) if model.set.has_erased(id))
        })
        .map(|(name, _)| *name)
        .collect();
    for key in take(model, &|name, _| erased.contains(name)) {
        model.syncing.doom(key);
    }
}

/// Closes the box of an answer to a comment that is gone for good. Its text is offered elsewhere, and kept as before.
pub(super) fn orphan(model: &mut Model, id: OperationId) {
    let form = FormId::Reply(id);
    if let Some(writing) = model.drafts.here.get(&form) {
        let draft = Draft { closed: false, ..writing.draft() };
        let keys = writing.clone().into_keys();
        let other = OtherDraft { form, draft, live: false, keys };
        model.drafts.others.insert(writing.name, other);
    }
    model.forms.finish(form);
}

/// Offers what was sent before both places were read to be sent again: the deletion of which the mirror alone tells was
/// before it. What is being written in the boxes goes on.
pub(super) fn give_back(model: &mut Model, generation: Generation) {
    let thread = model.config.thread.key();
    for (slot, element) in model.set.elements().filter(|(_, element)| element.generation < Some(generation)) {
        if let (Slot::Own(id), Some(sent)) = (slot, &element.operation)
            && let Some(body) = sent.kind.body()
            && model.outbox.holds(&RecordKey::own(&thread, id).to_string())
        {
            let form = match sent.kind {
                Kind::Post { parent: Some(parent), .. } => FormId::Reply(parent),
                Kind::Edit { target, .. } => FormId::Edit(target),
                _ => FormId::New,
            };
            let draft = Draft { text: body.as_str().to_owned(), at: sent.at, closed: false, generation };
            model.drafts.others.insert(id, OtherDraft { form, draft, live: false, keys: BTreeSet::new() });
        }
    }
    for (_, writing) in model.drafts.here.iter_mut() {
        writing.generation = writing.generation.max(generation);
    }
}

/// Asks the other pages which of the drafts that were found are theirs; what was posted and is `kept` for certain is
/// removed. What none of them claims is taken over by a page that has just been opened.
pub(super) fn after_reading(model: &mut Model, first: bool, kept: &BTreeSet<OperationId>) -> Vec<Effect> {
    let done = take(model, &|name, _| kept.contains(name));
    let mut effects = remove(model, done);
    let posted = std::mem::take(&mut model.drafts.posted);
    take(model, &|name, _| posted.contains_key(name));
    model.drafts.posted = posted;
    model.drafts.waiting = None;
    effects.extend(ask(model, first));
    effects
}

/// Takes note that the key-value storage has been read: of the drafts in it the mirror may know more, if it answers.
pub(super) fn wait_for_mirror(model: &mut Model) {
    if !model.united && !model.drafts.others.is_empty() && model.drafts.asked.is_none() {
        model.drafts.waiting.get_or_insert(model.now);
    }
}

/// Asks whose the drafts are that were found; who `adopts` takes over what nobody claims.
pub(super) fn ask(model: &mut Model, adopts: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !model.drafts.others.is_empty() && model.drafts.asked.is_none() {
        for (_, other) in model.drafts.others.iter_mut() {
            other.live = false;
        }
        model.drafts.asked = Some(model.now);
        model.drafts.adopts = adopts;
        effects.push(Effect::Tell(News::AskDrafts(model.config.thread.key())));
    }
    effects
}

/// Gives the mirror what no open page claims and nobody has taken over: it was perhaps written as its page was left, into
/// the one place that may still lose it.
pub(super) fn keep_unclaimed(model: &Model) -> Vec<Effect> {
    if !model.syncing.has_mirror() {
        return Vec::new();
    }
    let unclaimed = model.drafts.others.values().filter(|other| !other.live);
    let values = unclaimed.filter_map(|other| Some((&other.keys, Rc::<str>::from(other.draft.encode()?))));
    let put = |key: &String, value| Effect::Store(Order::Put { place: Place::Mirror, key: key.clone(), value });
    values.flat_map(|(keys, value)| keys.iter().map(move |key| put(key, Rc::clone(&value)))).collect()
}

/// Takes over what no open page claims, the newest for each box, as far as the boxes are free.
pub(super) fn adopt(model: &mut Model, env: &mut Env) -> Vec<Effect> {
    let mut newest: LiteMap<FormId, (Timestamp, OperationId)> = LiteMap::new();
    for (name, other) in model.drafts.others.iter().filter(|(_, other)| !other.live) {
        let found = (other.draft.at, *name);
        let best = newest.entry(other.form).or_insert(found);
        *best = (*best).max(found);
    }
    let mut effects = Vec::new();
    // Under another id of the discussion only what changes a comment has a box here.
    let has_box = |form: &FormId| !model.is_alias || matches!(form, FormId::Edit(_));
    for (form, (_, name)) in newest.into_iter().filter(|(form, _)| has_box(form)).collect::<Vec<_>>() {
        // What has lost its box is offered, not put into another one.
        let stays = model.drafts.others.get(&name).is_some_and(|other| home(model, other) == form);
        if stays && !model.drafts.is_writing(form) {
            effects.extend(take_over(model, name, false, env));
        }
    }
    effects
}

/// Puts a text into its box because the reader asked for it.
pub(super) fn use_it(model: &mut Model, name: OperationId, env: &mut Env) -> Vec<Effect> {
    let Some(form) = model.drafts.others.get(&name).map(|other| home(model, other)) else {
        return Vec::new();
    };
    let mut effects = take_over(model, name, true, env);
    effects.push(Effect::Focus(FocusTarget::Form(form)));
    effects
}

/// Puts a text that another page left into its box, which `opens` even if it was closed there.
fn take_over(model: &mut Model, name: OperationId, opens: bool, env: &mut Env) -> Vec<Effect> {
    let Some(mut other) = model.drafts.others.get(&name).cloned() else {
        return Vec::new();
    };
    let form = home(model, &other);
    other.draft.closed &= !opens;
    if model.drafts.is_writing(form) {
        return Vec::new();
    }
    model.drafts.others.remove(&name);
    model.drafts.here.retain(|_, writing| writing.name != name);
    let key = draft_key(&model.config.thread.key(), form, name, env.actor());
    let text = other.draft.text.clone();
    // An open page's text stays that page's.
    let replaces = other.keys.into_iter().filter(|old| !other.live && *old != key).collect();
    model.drafts.adopt(form, name, key, &other.draft, replaces, model.now);
    if form == FormId::New {
        return vec![Effect::FillForm { form, text }];
    }
    if other.draft.closed {
        model.forms.set_aside(form, text);
    } else {
        model.forms.open(form, &text);
    }
    model.list();
    Vec::new()
}

/// The box beside which a text is offered: its own, or the one for a new comment if that is gone or taken.
pub(super) fn home(model: &Model, other: &OtherDraft) -> FormId {
    let there = match other.form {
        FormId::New => true,
        FormId::Reply(id) => model.thread.get(id).is_some_and(|comment| !comment.deleted),
        FormId::Edit(id) => model.thread.get(id).is_some_and(|comment| comment.own && !comment.deleted),
    };
    let free = other.live || (there && !model.drafts.is_writing(other.form));
    if free { other.form } else { FormId::New }
}

/// Takes over what was being written under what the page was called before: no page is called so any more. An edit is made
/// where its comment is kept, and what an open page claims stays that page's.
pub(super) fn inherit(drafts: &mut Drafts, before: &mut Drafts) {
    for (name, other) in split(before, &|_, other| !other.live && !matches!(other.form, FormId::Edit(_))) {
        drafts.others.insert(name, other);
    }
}

/// Takes out the drafts that `which` chooses, and gives their keys.
pub(super) fn take(model: &mut Model, which: &dyn Fn(&OperationId, &OtherDraft) -> bool) -> Vec<String> {
    split(&mut model.drafts, which).into_iter().flat_map(|(_, other)| other.keys).collect()
}

fn split(drafts: &mut Drafts, which: &dyn Fn(&OperationId, &OtherDraft) -> bool) -> LiteMap<OperationId, OtherDraft> {
    let (gone, kept) = std::mem::take(&mut drafts.others).into_iter().partition(|(name, other)| which(name, other));
    drafts.others = kept;
    gone
}
