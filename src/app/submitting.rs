//! How what a reader wrote becomes an operation, and what follows from storage's answer.

use super::effect::{Effect, FocusTarget};
use super::env::Env;
use super::form::{FormId, FormProblem};
use super::model::{Announced, Model, Pending, Storage};
use crate::domain::author::{Author, AuthorName};
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::store::operation::{Kind, Operation};
use crate::store::record;
use crate::store::record_key::RecordKey;
use crate::store::store_error::StoreError;
use crate::store::thread_name::ThreadName;

/// Checks a form and orders its operation to be kept. What is wrong is shown in the form, whose text stays.
pub(super) fn submit(model: &mut Model, form: FormId, name: Option<String>, body: &str, env: &mut Env) -> Vec<Effect> {
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
    let mut effects = Vec::new();
    let (kind, author) = match form {
        FormId::Edit(target) => {
            let Some(comment) = model.thread.get(target).filter(|comment| comment.own).cloned() else {
                return Vec::new();
            };
            if comment.current.body == body {
                model.forms.finish(form);
                model.list();
                return vec![Effect::Focus(FocusTarget::Edit(target))];
            }
            (Kind::Edit { target, body }, comment.author.clone())
        }
        FormId::New | FormId::Reply(_) => {
            let id = model.author.clone().unwrap_or_else(|| env.spare_author.clone());
            if model.author.is_none() {
                model.author = Some(id.clone());
                effects.push(Effect::KeepAuthor(id.clone()));
            }
            if name != model.name {
                effects.push(Effect::KeepName(name.clone()));
                model.name = name;
            }
            (Kind::Post { parent: form.comment(), body }, Author { id, name: author_name })
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
    let mut effects = keep(model, Operation { id: env.next_id(), author, at: env.now, kind }, form);
    if !model.named && model.storage != Storage::Occupied {
        let config = &model.config;
        let name = ThreadName::new(&config.thread, &config.title, &config.url);
        let key = RecordKey { thread: config.thread.key(), id: OperationId::NAMING }.to_string();
        effects.extend(name.encode().map(|value| Effect::NameThread { key, value }));
        model.named = true;
    }
    effects
}

fn keep(model: &mut Model, operation: Operation, form: Option<FormId>) -> Vec<Effect> {
    let id = operation.id;
    let encoded = record::encode(&operation);
    model.pending.insert(id, Pending { operation, form });
    if model.storage == Storage::Occupied {
        return settle(model, id, Err(StoreError::Blocked));
    }
    match encoded {
        Some(value) => {
            let key = RecordKey { thread: model.config.thread.key(), id }.to_string();
            vec![Effect::AppendOperation { id, key, value }]
        }
        None => settle(model, id, Err(StoreError::Failed)),
    }
}

/// Takes storage's answer for an operation.
pub(super) fn settle(model: &mut Model, id: OperationId, result: Result<(), StoreError>) -> Vec<Effect> {
    let Some(Pending { operation, form }) = model.pending.remove(&id) else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    match (result, form) {
        (Ok(()), _) => effects = keep_unkept(model, id),
        // The reader can still write and read here, and is told for how long.
        (Err(StoreError::Blocked), _) if model.storage == Storage::Occupied => {}
        (Err(StoreError::Blocked), _) => model.storage = Storage::Blocked,
        (Err(error), Some(form)) => return refuse(model, form, FormProblem::Store(error)),
        // A deletion that cannot be kept is still done here: the reader asked for it, and is told.
        (Err(_), None) => {
            model.storage = Storage::Full;
            model.unkept.insert(id, operation.clone());
        }
    }
    let is_post = operation.kind.target().is_none();
    let shown = operation.kind.target().unwrap_or(id);
    if form.is_some() && result.is_ok() {
        model.kept = Some((shown, model.now));
    }
    model.take(operation);
    let Some(form) = form else {
        model.list();
        return effects;
    };
    model.forms.finish(form);
    model.list();
    model.reveal(shown);
    model.announce(match (is_post, result) {
        (true, Ok(())) => Announced::Posted,
        (true, Err(_)) => Announced::PostedInMemory,
        (false, _) => Announced::Edited,
    });
    effects.push(Effect::Focus(if is_post { FocusTarget::Comment(shown) } else { FocusTarget::Edit(shown) }));
    effects
}

/// There was room for one operation, so there may be for those that were refused: orders them again. The same key and
/// the same bytes do no harm if they are there already.
fn keep_unkept(model: &mut Model, id: OperationId) -> Vec<Effect> {
    if model.unkept.remove(&id).is_none() {
        let refused: Vec<Operation> = model.unkept.values().cloned().collect();
        return refused.into_iter().flat_map(|operation| keep(model, operation, None)).collect();
    }
    if model.unkept.is_empty() && model.storage == Storage::Full {
        model.storage = Storage::Working;
    }
    Vec::new()
}

fn refuse(model: &mut Model, form: FormId, problem: FormProblem) -> Vec<Effect> {
    model.forms.set_problem(form, Some(problem));
    let field = if matches!(problem, FormProblem::Name(_)) { FocusTarget::Name(form) } else { FocusTarget::Form(form) };
    vec![Effect::Focus(field)]
}
