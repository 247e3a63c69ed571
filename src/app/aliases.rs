//! Other ids of the discussion that is shown. Each is a model of its own without a view: it reads, keeps, heals and deletes
//! what stands under its id by the very rules of the shown thread, and what it shows is shown here.

use std::iter::once;

use super::effect::Effect;
use super::env::Env;
use super::form::FormId;
use super::host_event::HostEvent;
use super::message::Msg;
use super::model::{Announced, Announcement, Model};
use super::update::{follow as follow_alone, update};
use super::{deleting, left_drafts, reading};
use crate::domain::operation_id::OperationId;
use crate::store::operation_set::OperationSet;
use crate::store::order::{Answer, Found, News};
use crate::store::record_key::thread_of;
use crate::store::united::united;

/// No more ids than these are read.
const MOST_ALIASES: usize = 16;

impl Model {
    /// Where a box belongs: an edit is written where its comment is kept.
    pub fn home(&self, form: FormId) -> &Model {
        let found = match form {
            FormId::Edit(id) => home(self, id).and_then(|number| self.aliases.get(number)),
            FormId::New | FormId::Reply(_) => None,
        };
        found.unwrap_or(self)
    }

    /// How many records of the discussion cannot be read, under any of its ids.
    pub fn unreadable_records(&self) -> usize {
        self.all().map(|model| model.unreadable.len()).sum()
    }

    /// How many comments of the discussion came back from the mirror, under any of its ids.
    pub fn healed_comments(&self) -> usize {
        self.all().map(|model| model.healed).sum()
    }

    /// What each id of the discussion holds, its own first.
    pub(super) fn sets(&self) -> impl Iterator<Item = &OperationSet> + Clone {
        once(&self.set).chain(self.aliases.iter().filter(|other| other.ready).map(|other| &other.set))
    }

    /// This model and those of the other ids.
    pub(super) fn all(&self) -> impl Iterator<Item = &Model> {
        once(self).chain(&self.aliases)
    }
}

/// Reads the other ids that the configuration names. What is on its way for one that it names no more stays so.
pub(super) fn begin(model: &mut Model, anew: bool) -> Vec<Effect> {
    let mut before = std::mem::take(&mut model.aliases);
    let mut effects = Vec::new();
    let mut keys = vec![model.config.thread.key()];
    for thread in model.config.aliases.iter().take(MOST_ALIASES) {
        if keys.contains(&thread.key()) {
            continue;
        }
        keys.push(thread.key());
        let known = before.iter().position(|other| other.config.thread == *thread);
        let mut config = model.config.clone();
        (config.thread, config.aliases, config.comments, config.src) = (thread.clone(), Vec::new(), None, None);
        let mut other = match known {
            Some(number) => before.swap_remove(number),
            None => Model::new(config.clone(), model.now),
        };
        if other.config.storage != config.storage {
            other.outbox = Default::default();
        }
        other.config = config;
        other.is_alias = true;
        (other.author, other.measure) = (model.author.clone(), model.measure);
        other.name.clone_from(&model.name);
        if anew || known.is_none() {
            other.touched.clear();
            effects.extend(reading::begin(&mut other));
        }
        model.aliases.push(other);
    }
    for other in before.into_iter().filter(|other| other.config.storage == model.config.storage) {
        model.outbox.absorb(other.outbox);
    }
    effects
}

/// Takes other ids while the thread is shown.
pub(super) fn configure(model: &mut Model) -> Vec<Effect> {
    let effects = begin(model, false);
    let ids: Vec<OperationId> = model.thread.comments().map(|comment| comment.id).collect();
    for id in ids {
        show(model, id);
    }
    model.list();
    effects
}

/// What follows from what happened, wherever it belongs.
pub(super) fn follow(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    if model.aliases.is_empty() {
        return follow_alone(model, message, env);
    }
    if let Some(number) = addressee(model, &message) {
        let effects = with(model, number, |other| update(other, message, env));
        unite(model);
        model.list();
        return effects;
    }
    let mut effects = Vec::new();
    if concerns_all(&message) {
        for number in 0..model.aliases.len() {
            effects.extend(with(model, number, |other| update(other, message.clone(), env)));
        }
    }
    let before = effects.len();
    effects.extend(follow_alone(model, message, env));
    // What is told to other pages about another id's records is news here too.
    let told = effects.get(before..).unwrap_or_default().iter().filter_map(|effect| match effect {
        Effect::Tell(News::Record(found)) => Some((of_thread(model, found)?, found.clone())),
        _ => None,
    });
    for (number, found) in told.collect::<Vec<_>>() {
        effects.extend(with(model, number, |other| reading::take_from_elsewhere(other, &found, env)));
    }
    if unite(model) {
        model.list();
    }
    effects
}

/// The one of the other ids that a message is for, and nobody else.
fn addressee(model: &Model, message: &Msg) -> Option<usize> {
    let id = match message {
        Msg::Answered(Answer::Listed { thread, .. } | Answer::Fetched { thread, .. }) => {
            return model.aliases.iter().position(|other| other.config.thread.key() == *thread);
        }
        Msg::PressedUseDraft(name) | Msg::PressedDiscardDraft(name) => {
            return model.aliases.iter().position(|other| other.drafts.others.contains_key(name));
        }
        Msg::PressedUndoDiscard if model.drafts.discarded.is_none() => {
            return model.aliases.iter().position(|other| other.drafts.discarded.is_some());
        }
        Msg::PressedEdit(id)
        | Msg::PressedDelete(id)
        | Msg::PressedUndo(id)
        | Msg::PressedErase(id)
        | Msg::AnsweredErase { id, .. }
        | Msg::Typed { form: FormId::Edit(id), .. }
        | Msg::SubmittedForm { form: FormId::Edit(id), .. }
        | Msg::CancelledForm { form: FormId::Edit(id), .. }
        | Msg::PressedEscape { form: FormId::Edit(id), .. } => id,
        _ => return None,
    };
    home(model, *id)
}

fn concerns_all(message: &Msg) -> bool {
    matches!(
        message,
        Msg::Answered(_)
            | Msg::Heard(_)
            | Msg::Woken
            | Msg::Hidden
            | Msg::Ticked
            | Msg::MeasuredRoom(_)
            | Msg::ReadPreferences { .. }
            | Msg::PressedSaveAgain
    )
}

fn of_thread(model: &Model, found: &Found) -> Option<usize> {
    let thread = thread_of(&found.key)?;
    model.aliases.iter().position(|other| other.config.thread.key().as_str() == thread)
}

/// The other id under which a comment of the reader's own is kept.
fn home(model: &Model, id: OperationId) -> Option<usize> {
    let is_own = |it: &Model| it.thread.get(id).is_some_and(|comment| comment.own);
    if model.set.comment(id).is_some_and(|comment| comment.own) {
        return None;
    }
    model.aliases.iter().position(is_own)
}

/// Does something where a comment of the reader's own is kept.
pub(super) fn at_home(model: &mut Model, id: OperationId, act: impl FnOnce(&mut Model) -> Vec<Effect>) -> Vec<Effect> {
    let Some(number) = home(model, id) else {
        return act(model);
    };
    let effects = with(model, number, act);
    unite(model);
    model.list();
    effects
}

/// Does something with one of the other ids, and takes over what concerns the page.
fn with(model: &mut Model, number: usize, act: impl FnOnce(&mut Model) -> Vec<Effect>) -> Vec<Effect> {
    let Some(other) = model.aliases.get_mut(number) else {
        return Vec::new();
    };
    let before = (other.announcement, other.confirming);
    other.now = model.now;
    let effects = act(other);
    concern_page(model, number, before, effects)
}

/// Takes over what concerns the page of what one of the other ids has done, which before had said and asked this.
fn concern_page(
    model: &mut Model,
    number: usize,
    (said, asked): (Option<Announcement>, Option<OperationId>),
    mut effects: Vec<Effect>,
) -> Vec<Effect> {
    let Some(other) = model.aliases.get_mut(number) else {
        return effects;
    };
    if other.confirming != asked {
        model.confirming = other.confirming;
    }
    let news = other.announcement.filter(|_| other.announcement != said).map(|news| news.what);
    if let Some(what) = news.filter(|what| *what != Announced::AtRisk) {
        model.announce(what);
    }
    effects.retain_mut(|effect| match effect {
        // There is one timer, one warning and one beginning for all; boxes but those of edits are this thread's.
        Effect::WakeAfter(_)
        | Effect::WarnBeforeLeaving(_)
        | Effect::TellPage { event: HostEvent::Ready { .. } | HostEvent::Warned(_), .. } => false,
        Effect::FillForm { form, .. } => matches!(form, FormId::Edit(_)),
        Effect::TellPage { thread, .. } => {
            // To the page it is one discussion.
            thread.clone_from(&model.config.thread);
            true
        }
        _ => true,
    });
    effects
}

/// Shows what has changed under the other ids. True if anything has.
pub(super) fn unite(model: &mut Model) -> bool {
    let mut touched = Vec::new();
    for other in model.aliases.iter_mut().filter(|other| !other.drafts.others.is_empty()) {
        if other.config.thread.page().as_ref() == Some(&model.config.thread) {
            left_drafts::inherit(&mut model.drafts, &mut other.drafts);
        }
    }
    for other in model.aliases.iter_mut().filter(|other| other.ready) {
        touched.extend(std::mem::take(&mut other.touched));
    }
    for id in &touched {
        show(model, *id);
    }
    !touched.is_empty()
}

/// Brings a comment up to date with everything that is known of it.
pub(super) fn show(model: &mut Model, id: OperationId) {
    match united(model.sets(), id) {
        Some(comment) => model.thread.put(comment),
        None => model.thread.remove(id),
    }
    model.rows.touch(id);
}

/// Deletes everything under the other ids too: it is shown here.
pub(super) fn delete_everything(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    for number in 0..model.aliases.len() {
        effects.extend(with(model, number, |other| {
            let effects = deleting::delete_everything(other);
            // It is said once that all is deleted.
            other.emptying.keep_quiet();
            effects
        }));
    }
    unite(model);
    effects
}

/// Reads the other ids again: something was written under them.
pub(super) fn look_again(model: &mut Model) -> Vec<Effect> {
    model.aliases.iter_mut().flat_map(super::syncing::begin).collect()
}
