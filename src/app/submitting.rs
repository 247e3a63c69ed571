//! How what a reader wrote becomes an operation.

use super::carrying_out::carry_out;
use super::effect::{Effect, FocusTarget};
use super::form::{FormId, FormProblem};
use super::model::Model;
use super::reading::NAME_KEY;
use super::refusing::refuse;
use crate::domain::author::{Author, AuthorName};
use crate::domain::body::Body;
use crate::replica::Env;
use crate::replica::Output;
use crate::store::operation::Kind;

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
    if !model.is_ready() {
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
    let noticed = model.discussion.typed(form, body.as_str().to_owned(), env);
    let mut effects = carry_out(model, noticed);
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
            let Some(comment) = model.thread().get(target).filter(|comment| comment.own).cloned() else {
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
                effects.extend(carry_out(model, vec![Output::tell(NAME_KEY, &name)]));
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
    let (_, outputs) = model.discussion.append(kind, author, form, model.config.page(), env);
    carry_out(model, outputs)
}
