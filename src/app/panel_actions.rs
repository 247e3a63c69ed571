//! What follows from what the reader did in the panel "Your comments".

use super::effect::{Effect, FocusTarget, Purpose};
use super::import_end::give_up;
use super::message::Measure;
use super::model::{Announced, Model};
use super::panel::{Deletion, Panel, PanelMsg};
use super::requests::{Reply, Request};
use super::{answering, deleting, emptying, files, import_writing, importing, undoing, unsaved_texts};
use crate::replica::Env;
use crate::store::order::Found;
use crate::store::survey::{ThreadSummary, survey};

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
            model.with_panel(|panel| panel.offer = None);
            vec![Effect::Focus(FocusTarget::Panel)]
        }
        PanelMsg::ChoseFile => vec![Effect::ReadChosenFile],
        PanelMsg::ReadFile { name, text } => importing::begin(model, name, text),
        PanelMsg::ChoseMode(mode) => importing::choose(model, mode),
        PanelMsg::ToggledUnsaved => unsaved_texts::toggle(model),
        PanelMsg::AskedForMoreUnsaved => unsaved_texts::more(model),
        PanelMsg::Imported => import_writing::wanted(model, env),
        PanelMsg::AnsweredRestore { sure } => import_writing::answered(model, sure, env),
        PanelMsg::StoppedImport => importing::stop(model),
        PanelMsg::UndidImport { batches } => undoing::undo(model, &batches, env),
        PanelMsg::AskedToDelete(what) => {
            model.with_panel(|panel| panel.confirming = Some(what));
            Vec::new()
        }
        PanelMsg::AnsweredDelete { sure } => answer_delete(model, sure, env),
        PanelMsg::AskedToPersist => {
            model.with_panel(|panel| panel.asked_to_persist = true);
            vec![Effect::AskToPersist(true)]
        }
    }
}

fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.panel.is_some() {
        let mut effects = give_up(model);
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
    complete: bool,
    measure: Measure,
) -> Vec<Effect> {
    model.quota.counted(measure);
    let mut effects = match &purpose {
        Purpose::Delete(thread) => {
            model.with_panel(|panel| panel.unfinished = !complete);
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
            model.with_panel(|panel| panel.survey = Some(survey));
            undoing::sweep(model, leftovers, records)
        }
        Purpose::BackUp { everything } => files::offer_backup(model, &records, everything, complete),
        Purpose::Publish => files::offer_publication_of_all(model, &records, complete),
        Purpose::Compare(work) => importing::compare(model, work, records, measure),
        // A script would take part of it for all.
        Purpose::Answer { ticket, request: Request::Export { .. } } if !complete => {
            vec![Effect::Reply { ticket, reply: Reply::Failed }]
        }
        Purpose::Answer { ticket, request } => answering::answer(model, ticket, &request, &records),
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
