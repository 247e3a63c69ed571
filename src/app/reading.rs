//! How records become a thread: from storage at the start, and from elsewhere later.

use std::rc::Rc;

use super::aliases;
use super::drafting;
use super::drafts::Drafts;
use super::effect::Effect;
use super::env::Env;
use super::host_event::{self, HostEvent};
use super::left_drafts;
use super::model::{Announced, Model, Storage};
use super::published;
use super::syncing::{self, Syncing};
use crate::domain::author::AuthorName;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::generation;
use crate::store::operation_set::{Added, Element, OperationSet};
use crate::store::order::Found;
use crate::store::record_key::{Generation, RecordKey, Slot};
use crate::store::store_error::StoreError;
use crate::store::stored_text::StoredText;
use crate::store::thread_name::ThreadName;

/// Forgets the thread in memory and orders the configured one to be read.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    model.ready = false;
    model.united = false;
    model.set = OperationSet::default();
    (model.thread, model.rows) = Default::default();
    model.drafts = Drafts::default();
    model.syncing = Syncing::default();
    model.storage = Storage::Working;
    model.unreadable.clear();
    model.settled = None;
    model.undoable.clear();
    model.pending.clear();
    // What waits for room was written for the thread that is left; it is a draft there.
    model.waiting_for_room = None;
    model.emptying.keep_quiet();
    model.in_memory.clear();
    model.healed = 0;
    model.name_value = None;
    model.confirming = None;
    model.letter = None;
    model.heard_early.clear();
    let mut effects = published::leave(model);
    effects.extend(aliases::begin(model, true));
    model.list();
    effects.extend(syncing::begin(model));
    effects
}

/// Shows the thread, now that all of it has been read or nothing more can be.
pub(super) fn finish(model: &mut Model, result: Result<(), StoreError>, env: &mut Env) -> Vec<Effect> {
    if model.ready {
        if result.is_ok() {
            trust_again(model);
        }
        return Vec::new();
    }
    match result {
        Err(StoreError::Blocked) => model.storage = Storage::Blocked,
        Err(_) => model.storage = Storage::Unreadable,
        Ok(()) => {}
    }
    if model.storage == Storage::Occupied {
        model.set = OperationSet::default();
        (model.thread, model.rows) = Default::default();
        model.touched.clear();
        model.unreadable.clear();
    }
    model.ready = true;
    // All ids of a discussion share one count of the room.
    let mut effects = if model.is_alias { Vec::new() } else { vec![Effect::MeasureRoom] };
    for found in std::mem::take(&mut model.heard_early) {
        effects.extend(take_from_elsewhere(model, &found, env));
    }
    model.list();
    effects.push(host_event::tell(model, HostEvent::Ready { count: model.thread.count() }));
    effects.extend(published::fetch(model));
    effects
}

/// Believes the browser again, now that all of its key-value storage could be read: what is listed there is not in memory only.
fn trust_again(model: &mut Model) {
    let Some(listed) = &model.syncing.local else {
        return;
    };
    let (set, thread) = (&model.set, model.config.thread.key());
    let is_kept = |id| !set.holds(Slot::Own(id)) || listed.contains(&RecordKey::own(&thread, id).to_string());
    model.in_memory.retain(|id| !is_kept(*id) || !set.changes(*id).all(is_kept));
    if model.storage == Storage::Unreadable || model.storage == Storage::Blocked && model.in_memory.is_empty() {
        model.storage = Storage::Working;
    }
}

/// Takes a record that another tab or widget wrote while this one is shown.
pub(super) fn take_from_elsewhere(model: &mut Model, found: &Found, env: &mut Env) -> Vec<Effect> {
    if found.key == NAME_KEY {
        if let StoredText::Text(name) = &found.value
            && AuthorName::new(name).is_ok()
        {
            model.name.clone_from(name);
        }
        return Vec::new();
    }
    let thread = model.config.thread.key();
    if !model.ready && model.heard_early.len() < MOST_HEARD_EARLY {
        model.heard_early.push(found.clone());
    }
    if model.storage == Storage::Occupied || !model.ready {
        return Vec::new();
    }
    let before = model.thread.count();
    if matches!(RecordKey::parse(&thread, &found.key), Some(Ok(RecordKey { slot: Slot::Generation(next), .. }))
        if next > model.set.generation() && generation::confirms(next, &found.value))
    {
        // The reader has just deleted everything, on another page.
        let unknown = model.set.drop_unreadable();
        apply(model, unknown);
        // Damage went with it; what did not is found again.
        model.unreadable.clear();
    }
    let news = match RecordKey::parse(&thread, &found.key) {
        Some(Ok(RecordKey { slot: Slot::Draft { form, name, actor }, .. })) => {
            left_drafts::found(model, (form, name, actor), found, true, env)
        }
        _ => take(model, &thread, found, env),
    };
    if !news {
        return Vec::new();
    }
    if let StoredText::Text(value) = &found.value {
        model.took_room(&found.key, value);
    }
    show_news(model, before);
    // What somebody has erased or deleted while this page wrote it must not outlive it.
    syncing::remove_now(model)
}

/// How many records that are told while the thread is being read are remembered; more are read at the next look.
const MOST_HEARD_EARLY: usize = 1_000;

/// The key of the remembered name, which is told between pages like a record.
pub(super) const NAME_KEY: &str = "aw1p:name";

/// Draws what has changed, and says so if a comment came.
pub(super) fn show_news(model: &mut Model, before: usize) {
    if model.thread.count() > before {
        model.announce(Announced::Arrived);
    }
    model.list();
}

/// Whether a key of this thread needs no reading: what it holds has been taken.
pub(super) fn knows(model: &Model, thread: &ThreadKey, key: &str) -> bool {
    match RecordKey::parse(thread, key) {
        Some(Ok(RecordKey { slot: Slot::Own(OperationId::NAMING), .. })) => model.name_value.is_some(),
        Some(Ok(RecordKey { slot: Slot::Generation(generation), .. })) => model.set.generation() >= generation,
        Some(Ok(key)) => model.set.holds(key.slot),
        Some(Err(())) => model.unreadable.contains(key),
        None => true,
    }
}

/// Takes one record of the configured thread, whose key is `thread`. True if it was news.
pub(super) fn take(model: &mut Model, thread: &ThreadKey, found: &Found, env: &mut Env) -> bool {
    let slot = match RecordKey::parse(thread, &found.key) {
        None => return false,
        Some(Err(())) => return model.unreadable.insert(found.key.clone()),
        Some(Ok(key)) => key.slot,
    };
    let id = match slot {
        Slot::Own(OperationId::NAMING) => return name(model, found),
        Slot::Own(id) | Slot::Imported { id, .. } => id,
        Slot::Generation(generation) => {
            if !generation::confirms(generation, &found.value) {
                return model.unreadable.insert(found.key.clone());
            }
            return raise(model, generation);
        }
        Slot::Draft { form, name, actor } => return left_drafts::found(model, (form, name, actor), found, false, env),
    };
    let Ok(element) = Element::read(id, &found.value) else {
        return model.unreadable.insert(found.key.clone());
    };
    model.unreadable.remove(&found.key);
    let own = element.operation.as_ref().filter(|_| matches!(slot, Slot::Own(_)));
    let draft = own.and_then(|operation| Some((operation.draft?, operation.kind.body().cloned()?)));
    let added = model.set.add(slot, element);
    env.observe(model.set.latest());
    for id in &added.touched {
        model.outbox.overtake(*id);
    }
    let news = apply(model, added);
    if let Some((name, body)) = draft {
        drafting::posted(model, name, &found.key, body.as_str(), env);
    }
    news
}

/// Deletes everything before a generation. True if there was anything to learn from it.
pub(super) fn raise(model: &mut Model, generation: Generation) -> bool {
    let added = model.set.raise(generation);
    if added.news {
        drafting::share(model);
        left_drafts::doom_old(model);
    }
    if added.news && model.name_value.take().is_some() {
        // The title and the address of the page go too, until something is kept in this thread again.
        model.syncing.doom(RecordKey::own(&model.config.thread.key(), OperationId::NAMING).to_string());
    }
    apply(model, added)
}

/// Brings the thread up to date with a change of the set. True if there was one.
pub(super) fn apply(model: &mut Model, added: Added) -> bool {
    let thread = model.config.thread.key();
    for slot in added.dropped {
        let key = RecordKey::new(&thread, slot).to_string();
        model.outbox.forget(&key);
        for draft in drafting::unsent(model, &key) {
            model.syncing.doom(draft);
        }
        model.syncing.doom(key);
        if let Slot::Own(id) = slot {
            for draft in drafting::drop_edit(model, id) {
                model.syncing.doom(draft);
            }
            left_drafts::orphan(model, id);
        }
    }
    // What is said of the newest comment was said of its text as it was.
    if model.settled.is_some_and(|(id, ..)| added.touched.contains(&id)) {
        model.settled = None;
    }
    for id in added.touched {
        aliases::show(model, id);
        if model.is_alias {
            model.touched.insert(id);
        }
    }
    added.news
}

fn name(model: &mut Model, found: &Found) -> bool {
    let (StoredText::Text(value), Some(name)) = (&found.value, ThreadName::decode(&found.value)) else {
        return model.unreadable.insert(found.key.clone());
    };
    if name.id == model.config.thread.as_str() {
        model.name_value = Some(Rc::from(value.as_str()));
    } else if !model.ready {
        model.storage = Storage::Occupied;
    }
    false
}
