//! How an import is undone, in whatever thread, and how what is erased or deleted goes where nothing shows it.

use std::rc::Rc;

use super::comparison::{by_thread, of_thread};
use super::effect::{Effect, FocusTarget};
use super::import::Import;
use super::import_writing;
use super::sending::sent;
use super::state::Manage;
use crate::domain::author::Author;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::port::announced::Announced;
use crate::port::{HeldImport, ToThread};
use crate::replica::{Env, remove_from};
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::{RecordKey, Slot, thread_of};
use crate::store::format::stored_text::StoredText;
use crate::store::oplog::operation_set::Element;

/// Undoes an import. Its keys are removed once the records that undo it are kept for certain.
pub(super) fn undo(manage: &mut Manage, batches: &[(ThreadKey, OperationId)], env: &mut Env) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (thread, batch) in batches {
        effects.extend(undo_one(manage, thread, *batch, env));
    }
    let undone = |batch: &OperationId| batches.iter().any(|(_, other)| other == batch);
    if let Import::Done(done) = &mut manage.import {
        done.batches.retain(|(_, batch)| !undone(batch));
        if done.batches.is_empty() {
            let is_held = manage.imports.held.is_some();
            manage.import = if is_held { Import::Undone } else { Import::None };
            effects.extend(is_held.then_some(Effect::ToThread(ToThread::Held(HeldImport::Undone))));
        }
    }
    let is_beside = matches!(manage.import, Import::Undone);
    manage.with_panel(|panel| {
        for thread in panel.inventory.iter_mut().flat_map(|inventory| &mut inventory.threads) {
            thread.imports.retain(|import| !undone(&import.batch));
        }
    });
    effects.push(Effect::ToThread(ToThread::Say(Announced::UndidImport)));
    effects.push(Effect::Focus(if is_beside { FocusTarget::Import } else { FocusTarget::Panel }));
    effects
}

/// Undoes the import that is held.
pub(super) fn undo_held(manage: &mut Manage, env: &mut Env) -> Vec<Effect> {
    match &manage.import {
        Import::Done(done) if manage.imports.held.is_some() => {
            let batches = done.batches.clone();
            undo(manage, &batches, env)
        }
        _ => Vec::new(),
    }
}

fn undo_one(manage: &mut Manage, thread: &ThreadKey, batch: OperationId, env: &mut Env) -> Vec<Effect> {
    let author = env.author(manage.here.author.as_ref());
    let operation = Operation {
        id: env.next_id(),
        author: Author { id: author, name: None },
        at: env.now,
        epoch: manage.imports.epochs.get(&batch).copied().unwrap_or_default(),
        draft: None,
        kind: Kind::Erase { target: batch, changes: Vec::new() },
    };
    let key = RecordKey::own(thread, operation.id).to_string();
    let Some(value) = record::encode(&operation).map(Rc::<str>::from) else {
        return Vec::new();
    };
    manage.imports.undoing.insert(key.clone());
    sent(manage, key, value)
}

/// Removes from both copies what is erased or deleted and stands there all the same, in threads that are not shown: an
/// import that was undone, or one that came while another page deleted everything. As in every round of the two copies,
/// the records that say so are written before, into the one that may lack them.
pub(super) fn sweep(manage: &mut Manage, leftovers: Vec<(ThreadKey, Vec<String>)>, records: Vec<Found>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let records = if leftovers.is_empty() { Rc::default() } else { by_thread(records) };
    for (thread, keys) in leftovers {
        import_writing::correct(&mut manage.import, &thread, &keys);
        let on_its_way = |key: &String| thread_of(key) == Some(thread.as_str());
        let is_under_way = manage.imports.undoing.iter().any(on_its_way) || manage.purge.is_purging(&thread);
        if thread == manage.here.key() || is_under_way {
            continue;
        }
        for found in of_thread(&records, &thread).iter().filter(|found| is_tombstone(&thread, found)) {
            if let StoredText::Text(value) = &found.value {
                let write = |copy| Request::Write { copy, key: found.key.clone(), value: Rc::from(value.as_str()) };
                effects.extend(CopyId::ALL.map(|copy| Effect::Store(write(copy))));
            }
        }
        let removed = CopyId::ALL.iter().filter_map(|copy| remove_from(*copy, &thread, &keys));
        effects.extend(removed.map(Effect::Store));
    }
    effects
}

/// Whether a record of a thread is an erasure or a deletion of everything, so that others are to be removed.
fn is_tombstone(thread: &ThreadKey, found: &Found) -> bool {
    match RecordKey::parse(thread, &found.key) {
        Some(Ok(RecordKey { slot: Slot::Epoch(_), .. })) => true,
        Some(Ok(RecordKey { slot: Slot::Own(id), .. })) => Element::read(id, &found.value)
            .is_ok_and(|element| element.operation.is_some_and(|it| matches!(it.kind, Kind::Erase { .. }))),
        _ => false,
    }
}
