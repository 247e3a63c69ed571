//! How what a reader wrote becomes an operation, and what follows from storage's answer.

use std::rc::Rc;

use super::config::Keeping;
use super::drafting;
use super::effect::{Effect, FocusTarget};
use super::env::Env;
use super::form::{FormId, FormProblem};
use super::host_event::{self, HostEvent};
use super::model::{Announced, Model, Pending, Storage};
use super::outbox::Settled;
use super::save_state::SaveState;
use super::{emptying, reading, syncing, undoing};
use crate::domain::author::{Author, AuthorName};
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::store::operation::{Kind, Operation};
use crate::store::operation_set::{Element, Provenance};
use crate::store::order::{Order, Place};
use crate::store::record;
use crate::store::record_key::{RecordKey, Slot};
use crate::store::store_error::StoreError;

/// Checks a form and orders its operation to be kept. What is wrong is shown in the form, whose text stays.
pub(super) fn submit(model: &mut Model, form: FormId, name: Option<String>, body: &str, env: &mut Env) -> Vec<Effect> {
    submit_counted(model, form, name, body, false, env)
}

/// Goes on with what waited until the room was counted.
pub(super) fn room_was_counted(model: &mut Model, env: &mut Env) -> Vec<Effect> {
    match model.waiting_for_room.take() {
        Some((form, name, body)) => submit_counted(model, form, name, &body, true, env),
        None => Vec::new(),
    }
}

fn submit_counted(
    model: &mut Model,
    form: FormId,
    name: Option<String>,
    body: &str,
    counted: bool,
    env: &mut Env,
) -> Vec<Effect> {
    if !model.ready {
        return Vec::new();
    }
    let name = name.unwrap_or_else(|| model.name.clone());
    let checked = AuthorName::new(&name)
        .map_err(FormProblem::Name)
        .and_then(|name| Ok((name, Body::new(body).map_err(FormProblem::Body)?)));
    let (author_name, body) = match checked {
        Ok(checked) => checked,
        Err(problem) => return refuse(model, form, problem),
    };
    // The box may have been changed since it was last heard of.
    let mut effects = drafting::typed(model, form, body.as_str().to_owned(), env);
    if model.is_full() && !counted {
        // Somebody may have made room since it was counted.
        model.waiting_for_room = Some((form, Some(name), body.as_str().to_owned()));
        effects.push(Effect::MeasureRoom);
        return effects;
    }
    if model.is_full() {
        effects.extend(refuse(model, form, FormProblem::NoRoom));
        return effects;
    }
    let (kind, author) = match form {
        FormId::Edit(target) => {
            let Some(comment) = model.thread.get(target).filter(|comment| comment.own).cloned() else {
                return Vec::new();
            };
            if comment.current.body == body {
                model.forms.finish(form);
                model.list();
                effects.push(Effect::Focus(FocusTarget::Edit(target)));
                return effects;
            }
            (Kind::Edit { target, body }, comment.author.clone())
        }
        FormId::New | FormId::Reply(_) => {
            let id = env.author(model.author.as_ref());
            if model.author.is_none() {
                model.author = Some(id.clone());
                effects.push(Effect::KeepAuthor(id.clone()));
            }
            if name != model.name {
                effects.push(Effect::KeepName(name.clone()));
                effects.push(syncing::tell(reading::NAME_KEY, &name));
                model.name = name;
            }
            (Kind::Post { parent: form.comment(), body: Some(body) }, Author { id, name: author_name })
        }
    };
    // The operation first: a full disk must not take a name and lose a comment.
    let mut ordered = append(model, kind, author, Some(form), env);
    ordered.append(&mut effects);
    ordered
}

/// Makes an operation and orders it to be kept. It counts when storage has answered.
pub(super) fn append(
    model: &mut Model,
    kind: Kind,
    author: Author,
    form: Option<FormId>,
    env: &mut Env,
) -> Vec<Effect> {
    let operation = Operation {
        id: env.next_id(),
        author,
        at: env.now,
        // What is here may be newer than the record that says so, until both places are read.
        generation: model.set.newest_generation(),
        draft: form.and_then(|form| model.drafts.name(form)),
        kind,
    };
    let mut effects = keep(model, operation, form);
    effects.extend(name_thread(model));
    effects
}

/// Writes the record that names the thread, the first time that something is kept in it.
fn name_thread(model: &mut Model) -> Vec<Effect> {
    if model.name_value.is_some() || model.storage == Storage::Occupied {
        return Vec::new();
    }
    let key = RecordKey::own(&model.config.thread.key(), OperationId::NAMING).to_string();
    let Some(value) = model.config.thread_name().encode().map(Rc::<str>::from) else {
        return Vec::new();
    };
    model.name_value = Some(Rc::clone(&value));
    model.syncing.spare(&key);
    let order = |place| Effect::Store(Order::Write { place, key: key.clone(), value: Rc::clone(&value) });
    vec![order(Place::Local), order(Place::Mirror)]
}

fn keep(model: &mut Model, operation: Operation, form: Option<FormId>) -> Vec<Effect> {
    let key = RecordKey::own(&model.config.thread.key(), operation.id).to_string();
    let Some(value) = record::encode(&operation).map(Rc::<str>::from) else {
        return form.map_or_else(Vec::new, |form| refuse(model, form, FormProblem::Store(StoreError::Failed)));
    };
    model.pending.insert(key.clone(), Pending { operation, form, value: Rc::clone(&value) });
    if model.storage == Storage::Occupied {
        return settle(model, &key, Err(StoreError::Blocked));
    }
    vec![Effect::Store(Order::Write { place: Place::Local, key, value })]
}

/// Takes the first answer for an operation: from here on it stands in the thread, or its text is still in its box.
pub(super) fn settle(model: &mut Model, key: &str, result: Result<(), StoreError>) -> Vec<Effect> {
    let Some(Pending { operation, form, value }) = model.pending.remove(key) else {
        return Vec::new();
    };
    let id = operation.id;
    let is_post = operation.kind.target().is_none();
    let restores = matches!(operation.kind, Kind::Restore { .. });
    let about = operation.kind.target().unwrap_or(id);
    let mut effects = Vec::new();
    let told = host_event::done(model, &operation);
    let mut erases_there = false;
    match (result, form) {
        // The reader can still write and read here, and is told for how long.
        (Err(StoreError::Blocked), _) => {
            if model.storage != Storage::Occupied {
                model.storage = Storage::Blocked;
                effects.push(syncing::tell(key, &value));
            }
            model.in_memory.insert(about);
            // The other place may keep it all the same.
            if model.storage == Storage::Blocked && model.syncing.has_mirror() {
                let order = Order::Write { place: Place::Mirror, key: key.to_owned(), value: Rc::clone(&value) };
                effects.push(Effect::Store(order));
                erases_there = matches!(operation.kind, Kind::Erase { .. });
            }
        }
        (Err(error), Some(form)) => return refuse(model, form, FormProblem::Store(error)),
        // What cannot be kept yet is done all the same: the reader asked for it, and is told.
        (result, _) => {
            effects.extend(keep_target(model, &operation));
            let text = operation.kind.body().map(|body| Rc::from(body.as_str()));
            let order = model.outbox.put(key.to_owned(), Rc::clone(&value), Some(about), text, result, model.now);
            effects.push(Effect::Store(order));
            // Also what was refused: the mirror may have it, and whoever hears of it helps to keep it.
            effects.push(syncing::tell(key, &value));
            if result.is_ok() {
                model.took_room(key, &value);
                // There was room for one, so there may be for those that were refused.
                if model.outbox.is_refused() {
                    model.outbox.hurry(model.now);
                    effects.extend(model.outbox.due(model.now).into_iter().map(Effect::Store));
                }
            } else {
                model.storage = Storage::Full;
            }
        }
    }
    effects.extend(told);
    if let Some(form) = form {
        drafting::sent(model, form, key);
    }
    let generation = Some(operation.generation);
    let added = model.set.add(Slot::Own(id), Element { value, generation, operation: Some(operation) });
    reading::apply(model, added);
    if erases_there {
        effects.extend(syncing::remove_now(model));
    }
    let Some(form) = form else {
        model.list();
        if restores {
            model.reveal(about);
        }
        return effects;
    };
    model.forms.finish(form);
    model.list();
    model.reveal(about);
    model.announce(match (is_post, result) {
        (true, Ok(())) => Announced::Posted,
        (true, Err(_)) => Announced::PostedInMemory,
        (false, _) => Announced::Edited,
    });
    effects.push(Effect::Focus(if is_post { FocusTarget::Comment(about) } else { FocusTarget::Edit(about) }));
    effects
}

/// Puts the comment that an edit is about into both places before it: the page that wrote the comment may be gone before it
/// is kept for certain, and an edit of nothing shows nothing.
fn keep_target(model: &Model, operation: &Operation) -> Vec<Effect> {
    let Kind::Edit { target, .. } = operation.kind else {
        return Vec::new();
    };
    let key = RecordKey::own(&model.config.thread.key(), target).to_string();
    match model.set.effective(target) {
        Some((element, Provenance::Own)) if !model.outbox.holds(&key) => {
            let value = &element.value;
            let write = |place| Effect::Store(Order::Write { place, key: key.clone(), value: Rc::clone(value) });
            Place::ALL.map(write).into()
        }
        _ => Vec::new(),
    }
}

/// Takes note that an operation is kept for certain: its draft can go, and what it erases.
pub(super) fn kept(model: &mut Model, settled: Settled) -> Vec<Effect> {
    let mut effects = drafting::settled(model, &settled.key);
    if let Some(id) = settled.of.filter(|_| !model.imports.undoing.contains(&settled.key)) {
        effects.push(host_event::tell(model, HostEvent::Saved { id, state: settled.state }));
    }
    if removes(model, &settled.key) {
        effects.extend(syncing::remove_now(model));
    }
    effects.extend(emptying::kept(model, &settled.key));
    effects.extend(undoing::kept(model, &settled.key));
    let Some(about) = settled.about else {
        return effects;
    };
    if model.outbox.state(about, model.now).is_none() {
        let first = model.settled.is_none();
        model.settled = Some((about, settled.state, model.now));
        // Whoever was told that a text is being saved is told how it ended.
        if settled.has_text || settled.was_at_risk {
            model.announce(match settled.state {
                SaveState::Saved => Announced::Saved,
                _ => Announced::Kept,
            });
        }
        if first {
            effects.push(Effect::AskToPersist(false));
            if model.forgets && model.config.storage == Keeping::Browser {
                effects.push(Effect::TellSevenDaysOnce);
            }
        }
    }
    effects
}

/// Whether the record under a key says that others are to be removed.
pub(super) fn removes(model: &Model, key: &str) -> bool {
    match RecordKey::parse(&model.config.thread.key(), key) {
        Some(Ok(RecordKey { slot: Slot::Generation(_), .. })) => true,
        Some(Ok(RecordKey { slot: Slot::Own(id), .. })) => {
            let operation = model.set.effective(id).and_then(|(element, _)| element.operation.as_ref());
            operation.is_some_and(|operation| matches!(operation.kind, Kind::Erase { .. }))
        }
        _ => false,
    }
}

fn refuse(model: &mut Model, form: FormId, problem: FormProblem) -> Vec<Effect> {
    model.forms.set_problem(form, Some(problem));
    let field = if matches!(problem, FormProblem::Name(_)) { FocusTarget::Name(form) } else { FocusTarget::Form(form) };
    vec![Effect::Focus(field)]
}
