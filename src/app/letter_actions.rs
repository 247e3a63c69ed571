//! How a comment is handed to the page's author.

use super::effect::{Effect, FocusTarget};
use super::files::is_whole;
use super::letter::{Letter, LetterMsg, Way};
use super::model::{Announced, Model};
use super::submitting;
use crate::domain::operation_id::OperationId;
use crate::replica::Env;
use crate::store::operation::Kind;
use crate::store::publication::letter;
use crate::store::thread_file::FileKind;

/// Whether a comment can be sent from here: there is an author to send it to, and it is the reader's and not published.
pub fn can_send(model: &Model, id: OperationId) -> bool {
    let somewhere = model.config.contact.is_some() || model.config.comments.is_some();
    let wants =
        |id| model.thread().get(id).is_some_and(|comment| comment.own && !comment.deleted && !comment.published);
    somewhere && wants(id)
}

/// What follows from what the reader did.
pub(super) fn follow(model: &mut Model, message: LetterMsg, env: &mut Env) -> Vec<Effect> {
    if let LetterMsg::Asked(id) = message {
        model.letter = written(model, id);
        return model.letter.iter().map(|_| Effect::Focus(FocusTarget::Letter)).collect();
    }
    let Some(letter) = &mut model.letter else {
        return Vec::new();
    };
    let (id, text) = (letter.id, letter.text);
    match message {
        LetterMsg::Asked(_) => Vec::new(),
        LetterMsg::Took(way) => {
            letter.way = Some(way);
            let save = Effect::SaveFile { name: letter.name.clone(), text: letter.file.clone() };
            let mut effects = if way == Way::File { vec![save] } else { Vec::new() };
            effects.push(Effect::Focus(FocusTarget::Letter));
            effects
        }
        LetterMsg::Copied => {
            letter.way = Some(Way::File);
            vec![Effect::CopyText(letter.file.clone()), Effect::Focus(FocusTarget::Letter)]
        }
        LetterMsg::Closed => {
            model.letter = None;
            vec![Effect::Focus(FocusTarget::Send(id))]
        }
        LetterMsg::Sent => {
            model.letter = None;
            let mut effects = mark(model, id, text, env);
            model.announce(Announced::Sent);
            effects.push(Effect::Focus(FocusTarget::Send(id)));
            effects
        }
    }
}

fn written(model: &Model, id: OperationId) -> Option<Letter> {
    let set = model
        .discussion
        .sets()
        .find(|set| set.comment(id).is_some_and(|comment| comment.own))
        .filter(|_| can_send(model, id))?;
    let (file, text) = letter(&model.config.thread, &model.config.thread_name(), set, id, model.now)?;
    let written = model.now.to_string();
    let name = format!("comment-{}.jsonl", written.split('T').next().unwrap_or_default());
    is_whole(&file, FileKind::Publication).then_some(Letter { id, file, name, way: None, text })
}

/// Keeps that a text was sent, where its comment is kept.
fn mark(model: &mut Model, id: OperationId, text: OperationId, env: &mut Env) -> Vec<Effect> {
    let Some(comment) = model.thread().get(id).filter(|comment| comment.own).cloned() else {
        return Vec::new();
    };
    submitting::append(model, Kind::Sent { target: id, text }, comment.author.clone(), None, env)
}
