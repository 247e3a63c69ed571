//! The panel "Your comments": what is kept here, and what can be done with it.

use std::rc::Rc;

use super::effect::{Effect, FocusTarget, Purpose};
use super::env::Env;
use super::import::Import;
use super::message::Measure;
use super::model::{Announced, Model};
use super::requests::{Reply, Request};
use super::{aliases, deleting, emptying, files, import_writing, importing, requests, undoing, unsaved};
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::file_contents::FileError;
use crate::store::import_preview::ImportMode;
use crate::store::order::Found;
use crate::store::survey::{Survey, ThreadSummary, survey};
use crate::store::thread_file::FileKind;

/// The open panel.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// What is kept for the whole site, once it was counted.
    pub survey: Option<Survey>,
    /// A file that is ready to be taken along.
    pub offer: Option<Offer>,
    /// What is about to be deleted, if the reader is sure.
    pub confirming: Option<Deletion>,
    /// Whether one of the places could not be read for the last deletion, and may hold what was to go.
    pub unfinished: bool,
    /// Where an import stands.
    pub import: Import,
    /// Whether the browser was asked to keep what is here. Its answer is not told.
    pub asked_to_persist: bool,
}

impl Panel {
    /// When the first of the ages said in it stops being true.
    pub(super) fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let Import::Shown(_, Some(unsaved)) = &self.import else {
            return None;
        };
        let waits = unsaved.texts.iter().map(|(_, text)| Age::changes_in(text.at, now));
        waits.min().map(|wait| now.plus(wait))
    }
}

/// A file that was made, and read again to see that nothing is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is to be called.
    pub name: String,
    /// What it is for.
    pub kind: FileKind,
    /// How many comments stand in it; for a publication only those that others may see.
    pub comments: usize,
    /// The first of a publication's comments, as others will see them.
    pub published: Vec<Rc<Comment>>,
    /// What is in it; `None` if it could not be read again as it was written.
    pub text: Option<String>,
    /// What tries again, where one of the places could not be read: what only it holds is missing.
    pub again: Option<PanelMsg>,
}

/// What can be deleted for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Everything of one thread.
    Thread(ThreadKey),
    /// Everything of all threads, the name and the author id.
    Everything,
    /// A comment that was deleted before.
    Comment(OperationId),
}

/// What the reader did in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelMsg {
    /// They opened it, or closed it.
    Toggled,
    /// They asked for a backup of this thread, or of everything.
    AskedForBackup {
        /// Of all threads.
        everything: bool,
    },
    /// They asked for the file of this thread, or of everything, that others may see.
    AskedForPublication {
        /// Of all threads.
        everything: bool,
    },
    /// They took the file that was offered.
    TookOffer,
    /// They want it on the clipboard instead.
    CopiedOffer,
    /// They put it aside.
    ClosedOffer,
    /// They chose a file to be imported.
    ChoseFile,
    /// The file came, or could not be read.
    ReadFile {
        /// What it is called.
        name: String,
        /// What is in it.
        text: Result<Rc<str>, FileError>,
    },
    /// They said whose the comments in the file are.
    ChoseMode(ImportMode),
    /// They want to see what finds no room, or to see it no more.
    ToggledUnsaved,
    /// They want to see more of it.
    AskedForMoreUnsaved,
    /// They want what the preview shows.
    Imported,
    /// They were asked whether it shall become their own.
    AnsweredRestore {
        /// Whether they are sure.
        sure: bool,
    },
    /// They do not want it, or not the rest of it.
    StoppedImport,
    /// They want an import undone.
    UndidImport {
        /// What it is called in each thread that it went to.
        batches: Vec<(ThreadKey, OperationId)>,
    },
    /// They want something deleted.
    AskedToDelete(Deletion),
    /// They are sure, or not.
    AnsweredDelete {
        /// Whether they are sure.
        sure: bool,
    },
    /// They want the browser to be asked not to throw anything away.
    AskedToPersist,
}

/// What follows from what the reader did in the panel.
pub(super) fn follow(model: &mut Model, message: PanelMsg, env: &mut Env) -> Vec<Effect> {
    match message {
        PanelMsg::Toggled => toggle(model),
        PanelMsg::AskedForBackup { everything } => vec![Effect::ReadEverything(Purpose::BackUp { everything })],
        PanelMsg::AskedForPublication { everything: true } => vec![Effect::ReadEverything(Purpose::Publish)],
        PanelMsg::AskedForPublication { everything: false } => {
            // Where nothing can be kept, the file is offered beside the notice that says so.
            let mut effects = if model.panel.is_none() { toggle(model) } else { Vec::new() };
            effects.extend(files::offer_publication(model));
            effects
        }
        PanelMsg::TookOffer => files::take_offer(model),
        PanelMsg::CopiedOffer => {
            let offer = model.panel.as_ref().and_then(|panel| panel.offer.as_ref());
            offer.and_then(|offer| offer.text.clone()).map(Effect::CopyText).into_iter().collect()
        }
        PanelMsg::ClosedOffer => {
            with(model, |panel| panel.offer = None);
            vec![Effect::Focus(FocusTarget::Panel)]
        }
        PanelMsg::ChoseFile => vec![Effect::ReadChosenFile],
        PanelMsg::ReadFile { name, text } => importing::begin(model, name, text),
        PanelMsg::ChoseMode(mode) => importing::choose(model, mode),
        PanelMsg::ToggledUnsaved => unsaved::toggle(model),
        PanelMsg::AskedForMoreUnsaved => unsaved::more(model),
        PanelMsg::Imported => import_writing::wanted(model, env),
        PanelMsg::AnsweredRestore { sure } => import_writing::answered(model, sure, env),
        PanelMsg::StoppedImport => importing::stop(model),
        PanelMsg::UndidImport { batches } => undoing::undo(model, &batches, env),
        PanelMsg::AskedToDelete(what) => {
            with(model, |panel| panel.confirming = Some(what));
            Vec::new()
        }
        PanelMsg::AnsweredDelete { sure } => answer_delete(model, sure, env),
        PanelMsg::AskedToPersist => {
            with(model, |panel| panel.asked_to_persist = true);
            vec![Effect::AskToPersist(true)]
        }
    }
}

fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.panel.is_some() {
        let mut effects = importing::give_up(model);
        model.panel = None;
        effects.push(Effect::Focus(FocusTarget::PanelButton));
        return effects;
    }
    model.panel = Some(Panel::default());
    vec![Effect::ReadEverything(Purpose::Show), Effect::Focus(FocusTarget::Panel)]
}

fn answer_delete(model: &mut Model, sure: bool, env: &mut Env) -> Vec<Effect> {
    let what = model.panel.as_mut().and_then(|panel| panel.confirming.take());
    match what.filter(|_| sure) {
        None => vec![Effect::Focus(FocusTarget::Panel)],
        Some(Deletion::Thread(thread)) if thread == model.config.thread.key() => deleting::delete_everything(model),
        Some(Deletion::Thread(thread)) => vec![Effect::ReadEverything(Purpose::Delete(Some(thread)))],
        Some(Deletion::Comment(id)) => {
            let mut effects = aliases::at_home(model, id, |model| deleting::erase(model, id, env));
            effects.push(Effect::Focus(FocusTarget::Panel));
            effects
        }
        Some(Deletion::Everything) => vec![Effect::ReadEverything(Purpose::Delete(None))],
    }
}

/// Takes everything that is kept, which was read for a purpose.
pub(super) fn read_everything(
    model: &mut Model,
    purpose: Purpose,
    records: Vec<Found>,
    complete: bool,
    measure: Measure,
) -> Vec<Effect> {
    model.measure = Some(measure);
    let mut effects = match &purpose {
        Purpose::Delete(thread) => {
            with(model, |panel| panel.unfinished = !complete);
            deleting::delete_threads(model, thread.as_ref(), &records)
        }
        _ => Vec::new(),
    };
    effects.extend(emptying::resume(model, &records));
    effects.extend(match purpose {
        Purpose::Show => {
            let mut survey = survey(&records, measure.origin, measure.quota);
            survey.threads.retain(holds_something);
            let leftovers = std::mem::take(&mut survey.leftovers);
            with(model, |panel| panel.survey = Some(survey));
            undoing::sweep(model, leftovers, records)
        }
        Purpose::BackUp { everything } => files::offer_backup(model, &records, everything, complete),
        Purpose::Publish => files::offer_publication_of_all(model, &records, complete),
        Purpose::Compare(work) => importing::compare(model, work, records, measure),
        // A script would take part of it for all.
        Purpose::Answer { ticket, request: Request::Export { .. } } if !complete => {
            vec![Effect::Reply { ticket, reply: Reply::Failed }]
        }
        Purpose::Answer { ticket, request } => requests::answer(model, ticket, &request, &records),
        Purpose::Delete(_) => {
            if !complete {
                model.announce(Announced::DeletedInPart);
            }
            vec![Effect::Focus(FocusTarget::Panel)]
        }
    });
    effects
}

/// Whether there is anything in a thread that a reader would know again. What stays of one that was deleted is the
/// record that says so.
fn holds_something(thread: &ThreadSummary) -> bool {
    thread.comments + thread.deleted + thread.unreadable > 0 || !thread.imports.is_empty()
}

/// Changes the panel, if it is open.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut Panel)) {
    if let Some(panel) = &mut model.panel {
        change(panel);
    }
}
