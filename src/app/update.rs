//! The program: what follows from what happened.

use super::config::Config;
use super::effect::{Effect, FocusTarget};
use super::env::Env;
use super::form::FormId;
use super::message::Msg;
use super::model::{Announced, ArticleStatus, Model};
use super::{reading, submitting, window};
use crate::domain::operation_id::OperationId;
use crate::store::operation::Kind;

/// Changes the model by one message and says what is to be done. The same model, message and surroundings always give
/// the same answer.
pub fn update(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    model.now = env.now;
    let mut effects = follow(model, message, env);
    let wake_at = model.next_change();
    if let Some(at) = wake_at
        && wake_at != model.wake_at
    {
        effects.push(Effect::WakeAfter(at.since(model.now)));
    }
    model.wake_at = wake_at;
    effects
}

fn follow(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    match message {
        Msg::Started => start(model),
        Msg::Ticked => {
            // The timer that was ordered is spent, whatever it was for.
            model.wake_at = None;
            Vec::new()
        }
        Msg::ChangedConfig(config) => configure(model, *config),

        Msg::ReadRecords { prefix, records } => reading::take_slice(model, &prefix, records, env),
        Msg::FinishedReading { prefix, result } => reading::finish(model, &prefix, result),
        Msg::ReadPreferences { name, author } => {
            model.name = name.unwrap_or_default();
            model.author = author;
            Vec::new()
        }
        Msg::SawRecord(found) => reading::take_from_elsewhere(model, found, env),

        Msg::SubmittedForm { form, name, body } => submitting::submit(model, form, name, &body, env),
        Msg::AppendedOperation { id, result } => submitting::settle(model, id, result),
        Msg::CancelledForm { form, body } => close(model, form, body),
        Msg::PressedEscape { form, body } => match model.forms.get(form) {
            Some(open) if form != FormId::New && open.initial == body => close(model, form, body),
            _ => Vec::new(),
        },

        Msg::PressedReply(id) => open(model, FormId::Reply(id), ""),
        Msg::PressedEdit(id) => match model.thread.get(id).filter(|comment| comment.own).cloned() {
            Some(comment) => open(model, FormId::Edit(id), comment.current.body.as_str()),
            None => Vec::new(),
        },
        Msg::PressedDelete(id) => change(model, id, Kind::Delete { target: id }, env),
        Msg::PressedUndo(id) => change(model, id, Kind::Restore { target: id }, env),
        Msg::PressedShowEarlier => {
            let first = model.drawn().first().map(|row| row.comment.id);
            model.range = window::with_earlier(&model.range);
            focus_comment(first)
        }
        Msg::PressedShowLater => {
            let last = model.range.end;
            model.range = window::with_later(&model.range, model.rows.len());
            focus_comment(model.rows.get(last).map(|row| row.comment.id))
        }

        Msg::LoadedArticle { attempt, result } => {
            if attempt == model.attempt {
                model.article = result.map_or_else(ArticleStatus::Failed, ArticleStatus::Ready);
            }
            Vec::new()
        }
        Msg::PressedRetryArticle => fetch_article(model),
    }
}

fn start(model: &mut Model) -> Vec<Effect> {
    let mut effects = fetch_article(model);
    effects.push(Effect::ReadPreferences);
    effects.push(reading::begin(model));
    effects
}

fn configure(model: &mut Model, config: Config) -> Vec<Effect> {
    let before = std::mem::replace(&mut model.config, config);
    let mut effects = Vec::new();
    if before.src != model.config.src {
        effects.extend(fetch_article(model));
    }
    if before.thread != model.config.thread {
        effects.push(reading::begin(model));
    }
    effects
}

fn fetch_article(model: &mut Model) -> Vec<Effect> {
    model.attempt = model.attempt.wrapping_add(1);
    match model.config.src.clone() {
        Some(src) => {
            model.article = ArticleStatus::Loading;
            vec![Effect::FetchArticle { src, attempt: model.attempt }]
        }
        None => {
            model.article = ArticleStatus::OnPage;
            Vec::new()
        }
    }
}

fn open(model: &mut Model, form: FormId, text: &str) -> Vec<Effect> {
    model.forms.open(form, text);
    vec![Effect::Focus(FocusTarget::Form(form))]
}

fn close(model: &mut Model, form: FormId, body: String) -> Vec<Effect> {
    model.forms.set_aside(form, body);
    model.list();
    match form {
        FormId::New => Vec::new(),
        FormId::Reply(id) => vec![Effect::Focus(FocusTarget::Reply(id))],
        FormId::Edit(id) => vec![Effect::Focus(FocusTarget::Edit(id))],
    }
}

/// Deletes or restores one of the reader's own comments.
fn change(model: &mut Model, id: OperationId, kind: Kind, env: &mut Env) -> Vec<Effect> {
    let deletes = matches!(kind, Kind::Delete { .. });
    let Some(comment) = model.thread.get(id).filter(|comment| comment.own && comment.deleted != deletes).cloned()
    else {
        return Vec::new();
    };
    if deletes {
        model.undoable.insert(id);
    }
    // Signed as the comment is, not as this page would sign: two tabs may have started as two authors.
    let effects = submitting::append(model, kind, comment.author.clone(), None, env);
    model.announce(if deletes { Announced::Deleted } else { Announced::Restored });
    let focus = if deletes { FocusTarget::Undo(id) } else { FocusTarget::Comment(id) };
    effects.into_iter().chain([Effect::Focus(focus)]).collect()
}

fn focus_comment(id: Option<OperationId>) -> Vec<Effect> {
    id.map(|id| Effect::Focus(FocusTarget::Comment(id))).into_iter().collect()
}
