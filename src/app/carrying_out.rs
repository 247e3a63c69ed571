//! What follows on the page from what comes out of the discussion.

use super::config::Keeping;
use super::effect::{Effect, FocusTarget, Purpose};
use super::form::{FormId, FormProblem};
use super::host_event::HostEvent;
use super::model::{Announced, Model};
use super::refusing::refuse;
use super::{emptying, publishing, telling};
use crate::replica::save_state::SaveState;
use crate::replica::{Event, Output};
use crate::store::operation::{Kind, Operation};
use crate::store::store_error::StoreError;

/// Carries out what came out, in its order.
pub(super) fn carry_out(model: &mut Model, outputs: Vec<Output>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for output in outputs {
        match output {
            Output::Ask(order) => effects.push(Effect::Store(order)),
            Output::Tell(news) => effects.push(Effect::Tell(news)),
            Output::Event(event) => effects.extend(follow(model, event)),
        }
    }
    effects
}

fn follow(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        // Whoever changed them lists them.
        Event::Changed(_) | Event::Collided => {}
        Event::Arrived { are_more, .. } => {
            if are_more {
                model.announce(Announced::Arrived);
            }
            model.list();
        }
        Event::Opened | Event::Refilled => return vec![Effect::MeasureRoom],
        Event::Ready => {
            model.list();
            let mut effects = vec![telling::tell(model, HostEvent::Ready { count: model.thread().count() })];
            effects.extend(publishing::fetch(model));
            return effects;
        }
        Event::Finished(form) => {
            model.forms.finish(form);
            model.list();
        }
        Event::Adopted { form: FormId::New, text, .. } => return vec![Effect::FillForm { form: FormId::New, text }],
        Event::Adopted { form, text, closed } => {
            if closed {
                model.forms.set_aside(form, text);
            } else {
                model.forms.open(form, &text);
            }
            model.list();
        }
        Event::TookRoom(units) => model.quota.took(units),
        Event::Accepted(operation) => return telling::done(model, &operation).into_iter().collect(),
        Event::Shown { operation, form, result } => return shown(model, &operation, form, result),
        Event::Refused(form, error) => return refuse(model, form, FormProblem::Store(error)),
        Event::Saved { key, id, state } => {
            let told = (!model.imports.undoing.contains(&key)).then_some(HostEvent::Saved { id, state });
            return told.map(|event| telling::tell(model, event)).into_iter().collect();
        }
        Event::Settled(key) => {
            let mut effects = emptying::kept(model, &key);
            let replica = model.discussion.shown();
            // With the last record that undoes an import everything is read, once, and what is undone goes.
            if model.imports.kept(&key, |key| replica.is_sending(key)) {
                effects.push(Effect::ReadEverything(Purpose::Show));
            }
            return effects;
        }
        Event::Acknowledged { state, was_told, is_first } => return acknowledged(model, state, was_told, is_first),
    }
    Vec::new()
}

/// What the reader sees of an operation of theirs that the thread shows now.
fn shown(
    model: &mut Model,
    operation: &Operation,
    form: Option<FormId>,
    result: Result<(), StoreError>,
) -> Vec<Effect> {
    let is_post = operation.kind.target().is_none();
    let about = operation.kind.target().unwrap_or(operation.id);
    let Some(form) = form else {
        model.list();
        if matches!(operation.kind, Kind::Restore { .. }) {
            model.reveal(about);
        }
        return Vec::new();
    };
    model.forms.finish(form);
    model.list();
    model.reveal(about);
    model.announce(match (is_post, result) {
        (true, Ok(())) => Announced::Posted,
        (true, Err(_)) => Announced::PostedInMemory,
        (false, _) => Announced::Edited,
    });
    vec![Effect::Focus(if is_post { FocusTarget::Comment(about) } else { FocusTarget::Edit(about) })]
}

/// What the reader is told of what is kept for certain.
fn acknowledged(model: &mut Model, state: SaveState, was_told: bool, is_first: bool) -> Vec<Effect> {
    // Whoever was told that a text is being saved is told how it ended.
    if was_told {
        model.announce(match state {
            SaveState::Saved => Announced::Saved,
            _ => Announced::Kept,
        });
    }
    if !is_first {
        return Vec::new();
    }
    let tells = model.notices.forgets && model.config.storage == Keeping::Browser;
    [Some(Effect::AskToPersist(false)), tells.then_some(Effect::TellSevenDaysOnce)].into_iter().flatten().collect()
}
