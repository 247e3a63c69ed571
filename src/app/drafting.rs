//! What is being written, kept while it is written: a text outlives the page it was typed in.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::drafts::{ANSWER_WITHIN, MIRROR_WITHIN, Writing};
use super::effect::Effect;
use super::env::Env;
use super::form::FormId;
use super::left_drafts;
use super::model::{Model, Storage};
use crate::domain::operation_id::{Actor, OperationId};
use crate::domain::thread_id::ThreadKey;
use crate::store::draft::Draft;
use crate::store::order::{Found, News, Order, Place};
use crate::store::record_key::{RecordKey, Slot};

/// How long a change waits for the next one before it is written into the mirror, in milliseconds.
const REST: u64 = 1_000;
/// The same where there is no mirror: the key-value storage allows an origin 60 commits an hour.
const LONG_REST: u64 = 10_000;

/// How long a change may wait.
pub(super) fn rest(model: &Model) -> u64 {
    if model.syncing.has_mirror() { REST } else { LONG_REST }
}

/// Takes note of the text in a box.
pub(super) fn typed(model: &mut Model, form: FormId, text: String, env: &mut Env) -> Vec<Effect> {
    let unchanged = match form {
        FormId::Edit(id) => model.thread.get(id).is_some_and(|comment| comment.current.body.as_str() == text),
        FormId::New | FormId::Reply(_) => false,
    };
    if unchanged || text.trim().is_empty() {
        return drop_writing(model, form);
    }
    let now = model.now;
    let generation = model.set.generation();
    let thread = model.config.thread.key();
    match model.drafts.here.get_mut(&form) {
        Some(writing) if writing.text == text && !writing.closed => {}
        Some(writing) => {
            if writing.shared && writing.text != text {
                rename(writing, &thread, form, env);
            }
            if writing.text != text {
                // Later than the text before, however coarse the clock is: of two texts of one name the later one counts.
                writing.at = now.max(writing.at.plus(1));
                writing.generation = generation;
            }
            writing.text = text;
            writing.closed = false;
            writing.in_local = false;
            writing.changed.get_or_insert(now);
        }
        None => {
            let name = env.next_id();
            let writing = Writing {
                text,
                name,
                key: draft_key(&thread, form, name, env.actor()),
                at: now,
                generation,
                changed: Some(now),
                in_local: false,
                closed: false,
                shared: false,
                replaces: BTreeSet::new(),
            };
            model.drafts.here.insert(form, writing);
        }
    }
    Vec::new()
}

/// Makes what is in a box a draft of its own: another page may post or remove what it was.
fn rename(writing: &mut Writing, thread: &ThreadKey, form: FormId, env: &mut Env) {
    writing.name = env.next_id();
    let key = draft_key(thread, form, writing.name, env.actor());
    writing.replaces.insert(std::mem::replace(&mut writing.key, key));
    writing.shared = false;
}

/// Takes note that what is being written here may be removed from storage by another page.
pub(super) fn share(model: &mut Model) {
    model.drafts.here.iter_mut().for_each(|(_, writing)| writing.shared = true);
}

/// Takes note that a box was closed with a text in it.
pub(super) fn closed(model: &mut Model, form: FormId, text: &str, env: &mut Env) -> Vec<Effect> {
    let effects = typed(model, form, text.to_owned(), env);
    if let Some(writing) = model.drafts.here.get_mut(&form) {
        writing.closed = true;
        writing.in_local = false;
        writing.changed.get_or_insert(model.now);
    }
    effects
}

/// Writes what has waited long enough, and takes over what no page claims.
pub(super) fn due(model: &mut Model, env: &mut Env) -> Vec<Effect> {
    let now = model.now;
    let rest = rest(model);
    let place = if model.syncing.has_mirror() { Place::Mirror } else { Place::Local };
    let mut effects =
        write(model, place, |writing| writing.changed.is_some_and(|at| now.since(at) >= rest || at > now));
    if model.drafts.waiting.is_some_and(|since| now.since(since) >= MIRROR_WITHIN || since > now) {
        model.drafts.waiting = None;
        effects.extend(left_drafts::ask(model, true));
    }
    if model.drafts.asked.is_some_and(|asked| now.since(asked) >= ANSWER_WITHIN || asked > now) {
        model.drafts.asked = None;
        if std::mem::take(&mut model.drafts.adopts) {
            effects.extend(left_drafts::adopt(model, env));
            effects.extend(left_drafts::keep_unclaimed(model));
        }
    }
    effects
}

/// Writes everything into the key-value storage, which answers before the page is gone.
pub(super) fn flush(model: &mut Model) -> Vec<Effect> {
    let mut effects = write(model, Place::Local, |writing| !writing.in_local);
    if model.syncing.has_mirror() {
        effects.extend(write(model, Place::Mirror, |writing| writing.changed.is_some()));
    }
    effects
}

/// Writes the drafts that `which` chooses into one place, and tells the other pages.
fn write(model: &mut Model, place: Place, which: impl Fn(&Writing) -> bool) -> Vec<Effect> {
    let has_mirror = model.syncing.has_mirror();
    let keeps = match model.storage {
        Storage::Occupied => false,
        Storage::Blocked => place == Place::Mirror,
        _ => true,
    };
    let mut effects = Vec::new();
    let mut replaced = Vec::new();
    for (_, writing) in model.drafts.here.iter_mut().filter(|(_, writing)| which(writing)) {
        // What was deleted with everything else stays in its box until it is changed, and nowhere else.
        let lives = writing.generation >= model.set.generation();
        let Some(value) = writing.draft().encode().filter(|_| keeps && lives) else {
            // What cannot be kept is not tried again and again.
            if place == Place::Mirror || !has_mirror {
                writing.changed = None;
            }
            continue;
        };
        let key = writing.key.clone();
        match place {
            Place::Local => writing.in_local = true,
            Place::Mirror => writing.changed = None,
        }
        if !has_mirror {
            writing.changed = None;
        }
        effects.push(Effect::Store(Order::Put { place, key: key.clone(), value: Rc::from(value.as_str()) }));
        effects.push(Effect::Tell(News::Record(Found { key, value: value.as_str().into() })));
        // The mirror keeps what it was given, if it has room, so an older text that this replaces can go. The same text stays
        // where it was found until it is posted or changed: there it is kept for certain.
        if !writing.shared && (place == Place::Mirror || !has_mirror) {
            replaced.extend(std::mem::take(&mut writing.replaces));
        }
    }
    effects.extend(withdraw(model, replaced));
    effects
}

/// Says which drafts are this page's.
pub(super) fn answer(model: &Model) -> Vec<Effect> {
    model.drafts.here.values().filter_map(|writing| tell(&writing.key, &writing.draft())).collect()
}

fn tell(key: &str, draft: &Draft) -> Option<Effect> {
    let value = draft.encode()?;
    Some(Effect::Tell(News::Record(Found { key: key.to_owned(), value: value.as_str().into() })))
}

/// Takes note that the text in a box has become an operation, whose key this is.
pub(super) fn sent(model: &mut Model, form: FormId, operation: &str) {
    if let Some(writing) = model.drafts.here.remove(&form) {
        model.drafts.sent.insert(operation.to_owned(), writing.into_keys());
    }
}

/// Removes the drafts of an operation that is kept for certain.
pub(super) fn settled(model: &mut Model, operation: &str) -> Vec<Effect> {
    let keys = model.drafts.sent.remove(operation).unwrap_or_default();
    remove(model, keys.into_iter().collect())
}

/// Takes note of an operation, its key, and the draft it came of, which is no draft any more; its keys are removed once
/// the operation is kept for certain. A box of this page that holds the same text is emptied.
pub(super) fn posted(model: &mut Model, name: OperationId, key: &str, body: &str, env: &mut Env) {
    model.drafts.posted.insert(name, key.to_owned());
    let Some((form, writing)) = model.drafts.here.iter_mut().find(|(_, writing)| writing.name == name) else {
        return;
    };
    let form = *form;
    if writing.text == body {
        model.drafts.here.remove(&form);
        model.forms.finish(form);
        model.list();
        return;
    }
    rename(writing, &model.config.thread.key(), form, env);
    writing.in_local = false;
    writing.changed.get_or_insert(model.now);
}

/// Forgets all texts of this thread, and names the keys under which they are kept.
pub(super) fn leave(model: &mut Model) -> Vec<String> {
    let drafts = std::mem::take(&mut model.drafts);
    let here = drafts.here.into_iter().flat_map(|(_, writing)| writing.into_keys());
    let others = drafts.others.into_iter().chain(drafts.discarded).flat_map(|(_, other)| other.keys);
    here.chain(others).chain(drafts.sent.into_iter().flat_map(|(_, keys)| keys)).collect()
}

/// Closes the box in which an erased comment is being edited, and gives the keys of what was written in it.
pub(super) fn drop_edit(model: &mut Model, id: OperationId) -> BTreeSet<String> {
    let form = FormId::Edit(id);
    let mut keys = model.drafts.here.remove(&form).map(Writing::into_keys).unwrap_or_default();
    keys.extend(left_drafts::take(model, &|_, other| other.form == form));
    model.forms.finish(form);
    keys
}

/// The keys of the drafts that became an operation which is deleted before it was kept for certain.
pub(super) fn unsent(model: &mut Model, operation: &str) -> BTreeSet<String> {
    model.drafts.sent.remove(operation).unwrap_or_default()
}

fn drop_writing(model: &mut Model, form: FormId) -> Vec<Effect> {
    let Some(writing) = model.drafts.here.remove(&form) else {
        return Vec::new();
    };
    withdraw(model, writing.into_keys().into_iter().collect())
}

/// Removes drafts and says so.
pub(super) fn withdraw(model: &Model, keys: Vec<String>) -> Vec<Effect> {
    let none = Draft { text: String::new(), at: model.now, closed: true, generation: model.set.generation() };
    let told: Vec<Effect> = keys.iter().filter_map(|key| tell(key, &none)).collect();
    remove(model, keys).into_iter().chain(told).collect()
}

/// Removes drafts from both places, except where a later text may stand under the same key that could not be read.
pub(super) fn remove(model: &Model, keys: Vec<String>) -> Vec<Effect> {
    if model.storage == Storage::Occupied {
        return Vec::new();
    }
    let is_read = |key: &&String| !model.syncing.is_local_unread() && !model.unreadable.contains(*key);
    let local = keys.iter().filter(is_read).cloned().collect();
    let order = |(place, keys)| Effect::Store(Order::Remove { place, thread: model.config.thread.key(), keys });
    let orders: [(Place, Vec<String>); 2] = [(Place::Local, local), (Place::Mirror, keys)];
    orders.into_iter().filter(|(_, keys)| !keys.is_empty()).map(order).collect()
}

pub(super) fn draft_key(thread: &ThreadKey, form: FormId, name: OperationId, actor: Actor) -> String {
    RecordKey::new(thread, Slot::Draft { form, name, actor }).to_string()
}
