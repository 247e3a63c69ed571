//! What the page is told, and when.

use super::config::Keeping;
use super::effect::Effect;
use super::host_event::{HostEvent, StorageWarning};
use super::model::{Model, Storage};
use crate::domain::article_error::ArticleError;
use crate::store::operation::{Kind, Operation};
use crate::store::room::Room;

/// Tells the page something about the thread that is shown.
pub(super) fn tell(model: &Model, event: HostEvent) -> Effect {
    Effect::TellPage { thread: model.config.thread.clone(), event }
}

/// What its developers are told of the sentences that cannot be shown.
pub(super) fn strings(model: &Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    for trouble in model.config.strings_troubles.iter() {
        effects.push(Effect::Warn(trouble.message.clone()));
        if trouble.is_error {
            effects.push(tell(model, HostEvent::Failed { code: "strings", message: trouble.message.clone() }));
        }
    }
    effects
}

/// What the page is told of an operation of the reader's that was accepted.
pub(super) fn done(model: &Model, operation: &Operation) -> Option<Effect> {
    let (id, at) = (operation.id, operation.at);
    let event = match &operation.kind {
        Kind::Post { parent, body: Some(body) } => {
            let name = operation.author.name.as_ref().map(|name| name.as_str().to_owned());
            HostEvent::Posted { id, parent: *parent, name, body: body.as_str().to_owned(), at }
        }
        Kind::Edit { target, body } => HostEvent::Edited { id: *target, body: body.as_str().to_owned(), at },
        Kind::Delete { target } => HostEvent::Deleted(*target),
        Kind::Restore { target } => HostEvent::Restored(*target),
        Kind::Erase { target, .. } => HostEvent::Erased(*target),
        Kind::Post { body: None, .. } | Kind::Batch { .. } | Kind::Sent { .. } => return None,
    };
    Some(tell(model, event))
}

/// Tells the page of what has begun to be wrong with storage, under any of the discussion's ids: once, until it is right again.
pub(super) fn warn(model: &mut Model) -> Vec<Effect> {
    let mut reasons = Vec::new();
    if model.is_ready() {
        reasons.extend(StorageWarning::ALL.into_iter().filter(|warning| holds(*warning, model)));
    }
    let new = model.notices.warn(reasons.into_iter());
    new.into_iter().map(|warning| tell(model, HostEvent::Warned(warning))).collect()
}

/// Tells the page that an article could not be had.
pub(super) fn failed(model: &Model, error: ArticleError) -> Effect {
    tell(model, HostEvent::Failed { code: "article", message: error.to_string() })
}

/// Whether there is reason for a warning now, under any of the discussion's ids.
fn holds(warning: StorageWarning, model: &Model) -> bool {
    let any = |storage| model.discussion.all().any(|replica| replica.storage() == storage);
    let room = model.quota.measure(model.config.storage);
    match warning {
        // An embedder who wants nothing kept needs no telling.
        StorageWarning::Blocked => any(Storage::Blocked) && model.config.storage != Keeping::Nowhere,
        StorageWarning::Full => any(Storage::Full) || model.is_full(),
        StorageWarning::NearlyFull => room.is_some_and(|measure| measure.room() == Room::Low),
        StorageWarning::Unreadable => any(Storage::Unreadable) || model.unreadable_records() > 0,
        StorageWarning::Occupied => any(Storage::Occupied),
        StorageWarning::AtRisk => model.notices.is_at_risk(),
    }
}
