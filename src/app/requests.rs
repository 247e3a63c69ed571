//! What a script of the page asks of the widget through its methods, and what it is answered.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::comparison::Comparison;
use super::effect::{Effect, Purpose};
use super::env::Env;
use super::files::{self, is_whole};
use super::import::{Import, Shown};
use super::message::Measure;
use super::model::Model;
use super::panel::Panel;
use super::{deleting, importing};
use crate::store::file_contents::FileError;
use crate::store::file_reader::FileReader;
use crate::store::import_preview::ImportMode;
use crate::store::order::Found;
use crate::store::publication::publication;
use crate::store::stored_thread::StoredThread;
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
            _ => false,
        }
    }
}

impl Eq for Reply {}

/// Requests that wait for something.
#[derive(Clone, Debug, Default)]
pub(super) struct Requests {
    files: BTreeMap<u32, Rc<str>>,
    previews: BTreeMap<u32, Rc<Shown>>,
    /// The request whose import is being written.
    committing: Option<u32>,
    /// Requests to clear, by the key of the record that says so.
    clearing: BTreeMap<String, u32>,
}

/// Takes a request.
pub(super) fn take(model: &mut Model, ticket: u32, request: Request, env: &mut Env) -> Vec<Effect> {
    match request {
        Request::Export { kind: FileKind::Publication, everything: false } => {
            vec![file(ticket, files::publication_here(model), FileKind::Publication)]
        }
        Request::Export { .. } => vec![Effect::ReadEverything(Purpose::Answer { ticket, request })],
        Request::Preview(ref text) => {
            model.requests.files.insert(ticket, Rc::clone(text));
            let request = Request::Preview(Rc::from(""));
            vec![Effect::ReadEverything(Purpose::Answer { ticket, request })]
        }
        Request::Commit(preview) => commit(model, ticket, preview, env),
        Request::Clear => {
            let effects = deleting::delete_everything(model);
            let key = deleting::generation_key(&model.config.thread.key(), model.set.generation());
            if model.outbox.holds(&key) {
                model.requests.clearing.insert(key, ticket);
                return effects;
            }
            effects.into_iter().chain([Effect::Reply { ticket, reply: Reply::Cleared }]).collect()
        }
    }
}

/// Answers with everything that is kept at hand.
pub(super) fn answer(
    model: &mut Model,
    ticket: u32,
    request: &Request,
    records: Vec<Found>,
    measure: Measure,
) -> Vec<Effect> {
    let reply = match request {
        Request::Export { kind, everything } => {
            let dumps = files::chosen(model, &records, *everything);
            let text = match kind {
                FileKind::Backup => {
                    let reply = files::checked_backup(model, &dumps).map_or(Reply::Failed, Reply::File);
                    return vec![Effect::Reply { ticket, reply }];
                }
                FileKind::Publication => {
                    let threads: Vec<_> =
                        dumps.iter().map(|dump| StoredThread::gather(&dump.thread, &dump.records)).collect();
                    let named: Vec<_> =
                        threads.iter().filter_map(|thread| Some((thread.name.as_ref()?, &thread.set))).collect();
                    publication(&named, model.now)
                }
            };
            return vec![file(ticket, text, *kind)];
        }
        Request::Preview(_) => match model.requests.files.remove(&ticket).map(FileReader::new) {
            Some(Ok(mut reader)) => {
                while !reader.step(usize::MAX) {}
                let (file, room) = (Rc::new(reader.finish()), measure.units_left());
                let mut comparison = Comparison::new(file, ImportMode::AsForeign, Rc::new(records), room);
                while !comparison.step() {}
                let shown = Rc::new(comparison.finish());
                model.requests.previews.insert(ticket, Rc::clone(&shown));
                Reply::Preview(shown)
            }
            Some(Err(error)) => Reply::Refused(error),
            None => Reply::Failed,
        },
        Request::Commit(_) | Request::Clear => Reply::Failed,
    };
    vec![Effect::Reply { ticket, reply }]
}

/// Writes what was shown; the panel shows how far it is, and lets the reader undo it.
fn commit(model: &mut Model, ticket: u32, preview: u32, env: &mut Env) -> Vec<Effect> {
    let free = model.requests.committing.is_none();
    let Some(shown) = model.requests.previews.remove(&preview).filter(|_| free) else {
        return vec![Effect::Reply { ticket, reply: Reply::Failed }];
    };
    model.requests.committing = Some(ticket);
    model.import_name = "a file".to_owned();
    model.panel.get_or_insert_with(Panel::default).import = Import::Shown(shown, None);
    importing::write(model, env)
}

/// Answers the request whose import has ended.
pub(super) fn imported(model: &mut Model, written: usize, left_out: usize) -> Option<Effect> {
    let ticket = model.requests.committing.take()?;
    Some(Effect::Reply { ticket, reply: Reply::Done { written, left_out } })
}

/// Answers the request to clear that waited for this key.
pub(super) fn cleared(model: &mut Model, key: &str) -> Option<Effect> {
    let ticket = model.requests.clearing.remove(key)?;
    Some(Effect::Reply { ticket, reply: Reply::Cleared })
}

fn file(ticket: u32, text: String, kind: FileKind) -> Effect {
    let reply = if is_whole(&text, kind) { Reply::File(text) } else { Reply::Failed };
    Effect::Reply { ticket, reply }
}
