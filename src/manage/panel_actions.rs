//! What follows from what the reader did in the panel "Your comments".

use super::effect::{Effect, FocusTarget, Purpose};
use super::exports::{Export, Read};
use super::import_end::give_up;
use super::msg::{FileMsg, ImportMsg, PanelMsg};
use super::panel::{Deletion, Panel};
use super::state::Manage;
use super::{files, import_writing, importing, purging, undoing, unsaved_texts};
use crate::port::ToThread;
use crate::port::announced::Announced;
use crate::replica::Env;
use crate::store::copy::request::Found;
use crate::store::copy::usage::Usage;
use crate::store::file::inventory::{ThreadSummary, inventory};
use crate::store::file::thread_file::FileKind;

/// What follows from what the reader did in the panel.
pub(super) fn follow(manage: &mut Manage, msg: PanelMsg) -> Vec<Effect> {
    match msg {
        PanelMsg::Toggled => toggle(manage),
        PanelMsg::AskedToDelete(what) => {
            manage.with_panel(|panel| panel.confirming = Some(what));
            Vec::new()
        }
        PanelMsg::AnsweredDelete { sure } => answer_delete(manage, sure),
        PanelMsg::AskedToPersist => {
            manage.with_panel(|panel| panel.asked_to_persist = true);
            vec![Effect::AskToPersist]
        }
    }
}

/// What follows from what they did about a file to take along.
#[inline(never)]
pub(super) fn follow_file(manage: &mut Manage, msg: FileMsg) -> Vec<Effect> {
    let export = |kind, everything| Export { kind, everything, ticket: None };
    match msg {
        FileMsg::AskedForBackup { everything } => files::begin(manage, export(FileKind::Backup, everything)),
        FileMsg::AskedForPublication { everything } => {
            // Where nothing can be kept, the file is offered beside the notice that says so.
            let is_beside = manage.panel.is_none() && !everything;
            let mut effects = if is_beside { toggle(manage) } else { Vec::new() };
            effects.extend(files::begin(manage, export(FileKind::Publication, everything)));
            effects
        }
        FileMsg::Took => files::take_offer(manage),
        FileMsg::Copied => {
            let text = manage.offer.as_ref().and_then(|offer| offer.text.clone());
            text.map(Effect::CopyText).into_iter().collect()
        }
        FileMsg::Closed => {
            manage.offer = None;
            vec![Effect::Focus(FocusTarget::Panel)]
        }
    }
}

/// What follows from what they did about an import.
#[inline(never)]
pub(super) fn follow_import(manage: &mut Manage, msg: ImportMsg, env: &mut Env) -> Vec<Effect> {
    match msg {
        ImportMsg::ChoseFile => vec![Effect::ReadChosenFile],
        ImportMsg::ReadFile { name, text } => importing::begin(manage, name, text),
        ImportMsg::ChoseMode(mode) => importing::choose(manage, mode),
        ImportMsg::ToggledUnsaved => {
            unsaved_texts::toggle(&mut manage.import);
            Vec::new()
        }
        ImportMsg::AskedForMoreUnsaved => unsaved_texts::more(&mut manage.import).into_iter().collect(),
        ImportMsg::Imported => import_writing::wanted(manage, env),
        ImportMsg::AnsweredRestore { sure } => import_writing::answered(manage, sure, env),
        ImportMsg::Stopped => importing::stop(manage),
        ImportMsg::DidAgain => import_writing::again(manage, env),
        ImportMsg::Undid { batches } => undoing::undo(manage, &batches, env),
    }
}

fn toggle(manage: &mut Manage) -> Vec<Effect> {
    if manage.panel.is_some() {
        let mut effects = give_up(manage);
        (manage.panel, manage.offer) = (None, None);
        effects.push(Effect::Focus(FocusTarget::PanelButton));
        return effects;
    }
    manage.panel = Some(Panel::default());
    vec![Effect::ReadEverything(Purpose::Show), Effect::Focus(FocusTarget::Panel)]
}

fn answer_delete(manage: &mut Manage, sure: bool) -> Vec<Effect> {
    let what = manage.panel.as_mut().and_then(|panel| panel.confirming.take());
    match what.filter(|_| sure) {
        None => vec![Effect::Focus(FocusTarget::Panel)],
        Some(Deletion::Thread(thread)) if thread == manage.here.key() => {
            vec![Effect::ToThread(ToThread::DeleteEverything { says: true })]
        }
        Some(Deletion::Thread(thread)) => vec![Effect::ReadEverything(Purpose::Delete(Some(thread)))],
        Some(Deletion::Comment(id)) => vec![Effect::ToThread(ToThread::Erase(id)), Effect::Focus(FocusTarget::Panel)],
        Some(Deletion::Everything) => vec![Effect::ReadEverything(Purpose::Delete(None))],
    }
}

/// Takes everything that is kept, which was read for a purpose.
#[inline(never)]
pub(super) fn read_everything(
    manage: &mut Manage,
    purpose: Purpose,
    records: Vec<Found>,
    complete: bool,
    usage: Usage,
) -> Vec<Effect> {
    let mut effects = vec![Effect::ToThread(ToThread::Counted(usage))];
    if let Purpose::Delete(only) = &purpose {
        effects.extend(purging::delete(manage, only.as_ref(), &records, complete));
    }
    effects.extend(purging::resume(manage, &records));
    effects.extend(match purpose {
        Purpose::Show => {
            let mut inventory = inventory(&records, usage.origin, usage.quota);
            inventory.threads.retain(holds_something);
            let leftovers = std::mem::take(&mut inventory.leftovers);
            // Whatever page made an import: undoing it belongs to the epoch that it was brought in.
            for import in inventory.threads.iter().flat_map(|thread| &thread.imports) {
                manage.imports.epochs.insert(import.batch, import.epoch);
            }
            manage.with_panel(|panel| panel.inventory = Some(inventory));
            undoing::sweep(manage, leftovers, records)
        }
        Purpose::File(export) => files::ask_thread(manage, export, Read { records, complete }),
        Purpose::Compare(work) => importing::compare(manage, work, records, usage),
        Purpose::Delete(_) => {
            let mut effects = vec![Effect::Focus(FocusTarget::Panel)];
            if !complete {
                effects.push(Effect::ToThread(ToThread::Say(Announced::DeletedInPart)));
            }
            effects
        }
    });
    effects
}

/// Whether there is anything in a thread that a reader would know again. What stays of one that was deleted is the
/// record that says so.
fn holds_something(thread: &ThreadSummary) -> bool {
    thread.comments + thread.deleted + thread.unreadable > 0 || !thread.imports.is_empty()
}
