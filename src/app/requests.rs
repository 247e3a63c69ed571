//! What a script of the page asks of the widget through its methods, and what it is answered.

use std::rc::Rc;

use litemap::LiteMap;

use super::effect::{Effect, FocusTarget, Purpose, Work};
use super::env::Env;
use super::files::{self, is_whole};
use super::form::FormId;
use super::import::{Import, Shown};
use super::model::Model;
use super::{aliases, deleting, fetching, import_writing, importing, published, syncing};
use crate::store::file_contents::FileError;
use crate::store::order::Found;
use crate::store::thread_file::FileKind;

/// A request. It comes with a number that its answer repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A file of this thread, or of all.
    Export {
        /// What it is for.
        kind: FileKind,
        /// Of all threads.
        everything: bool,
    },
    /// What a file would bring.
    Preview(Rc<str>),
    /// To import what the request of this number was answered with.
    Commit(u32),
    /// To delete everything of this thread.
    Clear,
    /// To put the focus into the box for a new comment.
    FocusForm,
    /// To read everything again: both copies and the article.
    Reload,
}

/// An answer.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A file, read back as it was written.
    File(String),
    /// What an import would bring.
    Preview(Rc<Shown>),
    /// The import has ended.
    Done {
        /// Written.
        written: usize,
        /// Left out.
        left_out: usize,
    },
    /// Everything of the thread is deleted.
    Cleared,
    /// It is done, and there is nothing to say of it.
    Obeyed,
    /// The discussion is closed.
    Closed,
    /// The file cannot be imported at all.
    Refused(FileError),
    /// It could not be done.
    Failed,
}

impl PartialEq for Reply {
    /// Previews are equal if they are the same.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File(one), Self::File(two)) => one == two,
            (Self::Preview(one), Self::Preview(two)) => Rc::ptr_eq(one, two),
            (Self::Done { written: a, left_out: b }, Self::Done { written: c, left_out: d }) => (a, b) == (c, d),
            (Self::Refused(one), Self::Refused(two)) => one == two,
            (Self::Failed, Self::Failed) | (Self::Cleared, Self::Cleared) => true,
            (Self::Obeyed, Self::Obeyed) | (Self::Closed, Self::Closed) => true,
            _ => false,
        }
    }
}

impl Eq for Reply {}

/// Requests that wait for something.
#[derive(Clone, Debug, Default)]
pub(super) struct Requests {
    /// Files that are being looked through.
    files: LiteMap<u32, Import>,
    previews: LiteMap<u32, Rc<Shown>>,
    /// Requests to clear, each with the keys of the records that say so.
    clearing: Vec<(u32, Vec<String>)>,
    /// Requests to read everything again.
    reloading: Vec<u32>,
}

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
            let mut effects = fetching::again(model);
            effects.extend(syncing::begin(model));
            effects.extend(aliases::look_again(model));
            effects.extend(published::fetch(model));
            effects
        }
        Request::Commit(preview) => commit(model, ticket, preview, env),
        Request::Clear => {
            let effects = deleting::delete_everything(model);
            let key = |model: &Model| deleting::generation_key(&model.config.thread.key(), model.set.generation());
            let keys = model.all().map(key).collect();
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

/// The file that a request asks to be looked through, wherever that stands.
pub(super) fn preview(model: &mut Model, ticket: u32) -> Option<&mut Import> {
    model.requests.files.get_mut(&ticket)
}

/// Answers with what a file would bring.
pub(super) fn previewed(model: &mut Model, ticket: u32, shown: Rc<Shown>) -> Vec<Effect> {
    model.requests.files.remove(&ticket);
    model.requests.previews.insert(ticket, Rc::clone(&shown));
    vec![Effect::Reply { ticket, reply: Reply::Preview(shown) }]
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
        let waits = keys.iter().any(|key| model.all().any(|model| model.outbox.holds(key)));
        if !waits {
            reply(*ticket, Reply::Cleared);
        }
        waits
    });
    model.requests.clearing = clearing;
    let reads = model.fetching || model.published.is_coming || model.all().any(|model| model.syncing.is_reading());
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
