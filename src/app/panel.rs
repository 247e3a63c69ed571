//! The panel "Your comments": what is kept here, and what can be done with it.

use super::effect::{Effect, FocusTarget, Purpose};
use super::env::Env;
use super::import::Import;
use super::message::Measure;
use super::model::Model;
use super::{deleting, emptying, files, importing, requests, unsaved};
use crate::domain::age::Age;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::file_contents::FileError;
use crate::store::import_preview::ImportMode;
use crate::store::order::Found;
use crate::store::stored_thread::StoredThread;
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
    /// What is in it; `None` if it could not be read again as it was written.
    pub text: Option<String>,
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
    /// They asked for the file that others may see.
    AskedForPublication,
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
        text: Result<std::rc::Rc<str>, FileError>,
    },
    /// They said whose the comments in the file are.
    ChoseMode(ImportMode),
    /// They want to see what finds no room, or to see it no more.
    ToggledUnsaved,
    /// They want to see more of it.
    AskedForMoreUnsaved,
    /// They want what the preview shows.
    Imported,
    /// They do not want it, or not the rest of it.
    StoppedImport,
    /// There is time for the next slice of an import.
    Continued,
    /// They want an import undone.
    UndidImport {
        /// The thread it went to.
        thread: ThreadKey,
        /// The import.
        batch: OperationId,
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
        PanelMsg::AskedForPublication => {
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
        PanelMsg::Imported => importing::write(model, env),
        PanelMsg::StoppedImport => importing::stop(model),
        PanelMsg::Continued => importing::go_on(model),
        PanelMsg::UndidImport { thread, batch } => importing::undo(model, &thread, batch, env),
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
    if let Some(closed) = model.panel.take() {
        if matches!(closed.import, Import::Writing(_)) {
            // What is written stands; the same file goes on with the rest.
            model.list();
        }
        return vec![Effect::Focus(FocusTarget::PanelButton)];
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
            let mut effects = deleting::erase(model, id, env);
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
    measure: Measure,
) -> Vec<Effect> {
    model.measure = Some(measure);
    let mut effects = match &purpose {
        Purpose::Delete(thread) => deleting::delete_threads(model, thread.as_ref(), &records),
        _ => Vec::new(),
    };
    effects.extend(emptying::resume(model, &records));
    effects.extend(match purpose {
        Purpose::Show => {
            with(model, |panel| {
                let mut survey = survey(&records, measure.origin, measure.quota);
                survey.threads.retain(|thread| holds_something(thread, &records));
                panel.survey = Some(survey);
            });
            Vec::new()
        }
        Purpose::BackUp { everything } => files::offer_backup(model, &records, everything),
        Purpose::Compare => importing::compare(model, records, measure),
        Purpose::Answer { ticket, request } => requests::answer(model, ticket, &request, records, measure),
        Purpose::Delete(_) => vec![Effect::Focus(FocusTarget::Panel)],
    });
    effects
}

/// Whether there is anything in a thread that a reader would know again. What stays of one that was deleted is the
/// record that says so.
fn holds_something(thread: &ThreadSummary, records: &[Found]) -> bool {
    thread.comments > 0
        || thread.unreadable > 0
        || !thread.imports.is_empty()
        || StoredThread::gather(&thread.key, records).comments().comments().next().is_some()
}

/// Changes the panel, if it is open.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut Panel)) {
    if let Some(panel) = &mut model.panel {
        change(panel);
    }
}
