//! What each of the two places should hold, and how it comes to hold that.

use std::rc::Rc;

use super::effect::Effect;
use super::model::{Model, Storage};
use super::syncing;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::generation;
use crate::store::order::{Order, Place};
use crate::store::record_key::{RecordKey, Slot};

/// Gives each place what it lacks, and removes from each what is deleted. A record that says so is written before
/// anything is removed because of it.
pub(super) fn heal(model: &mut Model) -> Vec<Effect> {
    if model.storage == Storage::Occupied {
        return Vec::new();
    }
    let mut effects = Vec::new();
    let thread = model.config.thread.key();
    let (mut lacking, mut gone, mut refilled) = (0, 0, false);
    let [local, mirror] = model.syncing.take_lists();
    for (key, value, is_comment) in everything(model, &thread) {
        if model.outbox.holds(&key) || model.pending.contains_key(&key) {
            continue;
        }
        let write = |place| Effect::Store(Order::Write { place, key: key.clone(), value: Rc::clone(&value) });
        if local.as_ref().is_some_and(|keys| !keys.contains(&key)) {
            lacking += usize::from(is_comment);
            gone += usize::from(is_comment && model.syncing.seen.contains(&key));
            refilled = true;
            effects.push(write(Place::Local));
        }
        if mirror.as_ref().is_some_and(|keys| !keys.contains(&key)) {
            effects.push(write(Place::Mirror));
        }
    }
    // A page that hears of a comment before its storage shows it is no loss; what was seen there is, and so is a storage
    // without any comment.
    if !local.as_ref().is_some_and(|keys| keys.iter().any(|key| is_comment_key(model, &thread, key))) {
        gone = lacking;
    }
    if gone > 0 {
        model.healed = gone;
    }
    model.syncing.seen.extend(local.unwrap_or_default());
    effects.extend(syncing::remove_now(model));
    if refilled {
        effects.push(Effect::MeasureRoom);
    }
    effects
}

fn is_comment_key(model: &Model, thread: &ThreadKey, key: &str) -> bool {
    matches!(RecordKey::parse(thread, key), Some(Ok(RecordKey { slot: Slot::Own(id), .. })) if model.thread.get(id).is_some())
}

/// Every record that both places should hold, and whether it is a comment that is shown.
pub(super) fn everything(model: &Model, thread: &ThreadKey) -> Vec<(String, Rc<str>, bool)> {
    let mut all = Vec::new();
    if model.storage == Storage::Occupied {
        return all;
    }
    if let Some(value) = &model.name_value {
        all.push((RecordKey::own(thread, OperationId::NAMING).to_string(), Rc::clone(value), false));
    }
    let generation = model.set.generation();
    if generation > 0
        && let Some(value) = generation::encode(generation)
    {
        all.push((RecordKey::new(thread, Slot::Generation(generation)).to_string(), Rc::from(value), false));
    }
    all.extend(model.set.elements().map(|(slot, element)| {
        let is_comment = matches!(slot, Slot::Own(id) if model.thread.get(id).is_some_and(|comment| !comment.deleted));
        (RecordKey::new(thread, slot).to_string(), Rc::clone(&element.value), is_comment)
    }));
    all
}
