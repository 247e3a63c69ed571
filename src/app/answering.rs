//! How what a script of the page asks for is done and answered.

use super::carrying_out::carry_out;
use super::effect::{Effect, FocusTarget, Purpose, Work};
use super::files::{self, is_whole};
use super::form::FormId;
use super::import::Import;
use super::model::Model;
use super::requests::{Reply, Request};
use super::{deleting, import_writing, importing, publishing};
use crate::replica::{Env, Replica, generation_key};
use crate::store::order::Found;
use crate::store::thread_file::FileKind;

/// Takes a request.
pub(super) fn take(model: &mut Model, ticket: u32, request: Request, env: &mut Env) -> Vec<Effect> {
    match request {
        Request::Export { kind: FileKind::Publication, everything: false } => {
            vec![file(ticket, files::publication_here(model), FileKind::Publication)]
        }
        Request::Export { .. } => vec![Effect::ReadEverything(Purpose::Answer { ticket, request })],
        Request::Preview(text) => match importing::opened(Ok(text)) {
            Import::Refused(error) => vec![Effect::Reply { ticket, reply: Reply::Refused(error) }],
            import => {
                model.requests.files.insert(ticket, import);
                vec![Effect::Continue(Work::Request(ticket))]
            }
        },
        Request::FocusForm if model.config.readonly => vec![Effect::Reply { ticket, reply: Reply::Closed }],
        Request::FocusForm => {
            model.published.form_first = true;
            vec![Effect::Focus(FocusTarget::Form(FormId::New)), Effect::Reply { ticket, reply: Reply::Obeyed }]
        }
        Request::Reload => {
            model.requests.reloading.push(ticket);
            let mut effects: Vec<Effect> = model.article.again(model.config.src.as_ref()).into_iter().collect();
            let looked = model.discussion.look();
            effects.extend(carry_out(model, looked));
            effects.extend(publishing::fetch(model));
            effects
        }
        Request::Commit(preview) => commit(model, ticket, preview, env),
        Request::Clear => {
            let effects = deleting::delete_everything(model);
            let key = |replica: &Replica| generation_key(&replica.key(), replica.set().generation());
            let keys = model.discussion.all().map(key).collect();
            model.requests.clearing.push((ticket, keys));
            effects
        }
    }
}

/// Answers with everything that is kept at hand.
pub(super) fn answer(model: &Model, ticket: u32, request: &Request, records: &[Found]) -> Vec<Effect> {
    match request {
        Request::Export { kind: FileKind::Backup, everything } => {
            let text = files::checked_backup(&files::chosen(model, records, *everything), model.now);
            vec![Effect::Reply { ticket, reply: text.map_or(Reply::Failed, Reply::File) }]
        }
        Request::Export { kind: FileKind::Publication, .. } => {
            vec![file(ticket, files::publication_of_all(model, records), FileKind::Publication)]
        }
        _ => {
            vec![Effect::Reply { ticket, reply: Reply::Failed }]
        }
    }
}

/// Writes what was shown; the panel shows how far it is, and lets the reader undo it. An import that the reader has open
/// there is not displaced: then nothing is written, and the page may ask again.
fn commit(model: &mut Model, ticket: u32, preview: u32, env: &mut Env) -> Vec<Effect> {
    let import = model.panel.as_ref().map(|panel| &panel.import);
    let free = matches!(import, None | Some(Import::None | Import::Done(_) | Import::Refused(_)));
    if free && let Some(shown) = model.requests.previews.remove(&preview) {
        return import_writing::write(model, &shown, "", Some(ticket), env);
    }
    vec![Effect::Reply { ticket, reply: Reply::Failed }]
}

/// Answers the requests for which that is done, as far as it can be, for which the page waits.
pub(super) fn fulfilled(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut reply = |ticket, reply| effects.push(Effect::Reply { ticket, reply });
    let mut clearing = std::mem::take(&mut model.requests.clearing);
    clearing.retain(|(ticket, keys)| {
        let waits = keys.iter().any(|key| model.discussion.all().any(|replica| replica.outbox().holds(key)));
        if !waits {
            reply(*ticket, Reply::Cleared);
        }
        waits
    });
    model.requests.clearing = clearing;
    let reads =
        model.article.is_coming() || model.published.is_coming || model.discussion.all().any(Replica::is_reading);
    if !reads {
        let tickets = std::mem::take(&mut model.requests.reloading);
        tickets.into_iter().for_each(|ticket| reply(ticket, Reply::Obeyed));
    }
    effects
}

fn file(ticket: u32, text: String, kind: FileKind) -> Effect {
    let reply = if is_whole(&text, kind) { Reply::File(text) } else { Reply::Failed };
    Effect::Reply { ticket, reply }
}
