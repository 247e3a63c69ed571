//! How what a preview showed is written: a slice at a time, and judged again by what is here by then.

use std::rc::Rc;

use litemap::LiteMap;

use super::effect::{Effect, FocusTarget, Purpose, Work};
use super::import::{Done, Import, ImportPreview};
use super::import_end::give_up;
use super::import_plan::{plan, short};
use super::state::Manage;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::port::announced::Announced;
use crate::port::{HeldImport, ToThread};
use crate::replica::{Env, remove_from};
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::file::import_preview::ImportMode;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::format::stored_text::StoredText;

/// Records written in one slice: the key-value storage takes some 0.1 ms for each on a slow phone, and drawing as much.
const WRITTEN: usize = 40;

/// Writes what is shown, or asks first where that has no undo.
pub(super) fn wanted(manage: &mut Manage, env: &mut Env) -> Vec<Effect> {
    let Import::Shown(shown, _) = &manage.import else {
        return Vec::new();
    };
    let shown = Rc::clone(shown);
    if shown.mode == ImportMode::AsOwn {
        manage.import = Import::Asking(shown);
        return Vec::new();
    }
    write_for_reader(manage, &shown, false, env)
}

/// Makes the import again that was undone.
pub(super) fn again(manage: &mut Manage, env: &mut Env) -> Vec<Effect> {
    let held = manage.imports.held.clone().filter(|_| matches!(manage.import, Import::Undone));
    held.map(|shown| write_for_reader(manage, &shown, true, env)).unwrap_or_default()
}

/// Restores what is shown as the reader's own, if they are sure.
pub(super) fn answered(manage: &mut Manage, sure: bool, env: &mut Env) -> Vec<Effect> {
    let Import::Asking(shown) = &manage.import else {
        return Vec::new();
    };
    let shown = Rc::clone(shown);
    if sure {
        return write_for_reader(manage, &shown, false, env);
    }
    manage.import = Import::Shown(shown, None);
    vec![Effect::Focus(FocusTarget::Import)]
}

fn write_for_reader(manage: &mut Manage, shown: &Rc<ImportPreview>, again: bool, env: &mut Env) -> Vec<Effect> {
    (manage.imports.held, manage.imports.again) = (Some(Rc::clone(shown)), again);
    let label = short(&manage.imports.name, 200);
    let mut effects = write(manage, shown, &label, None, env);
    // The button that the reader pressed is gone with the preview.
    effects.push(Effect::Focus(FocusTarget::Import));
    effects
}

/// Begins to write what was shown. Whoever imports the same file again goes on where this one stopped.
pub(super) fn write(
    manage: &mut Manage,
    shown: &ImportPreview,
    label: &str,
    ticket: Option<u32>,
    env: &mut Env,
) -> Vec<Effect> {
    manage.import = Import::Writing(plan(manage, shown, label, ticket, env));
    vec![Effect::Continue(Work::Import)]
}

/// Writes some more.
pub(super) fn go_on(manage: &mut Manage) -> Vec<Effect> {
    let Import::Writing(writing) = &mut manage.import else {
        return Vec::new();
    };
    if writing.stopped || writing.is_over() {
        return end(manage);
    }
    let mut effects = Vec::new();
    for _ in 0..WRITTEN {
        let Some((key, value)) = writing.left.pop_front() else {
            break;
        };
        if is_deleted(&manage.epochs, &key) {
            writing.refused += 1;
            writing.progress.done += 1;
            continue;
        }
        writing.requested.insert(key.clone(), Rc::clone(&value));
        effects.push(Effect::Store(Request::Write { copy: CopyId::Primary, key, value }));
    }
    effects.push(Effect::Continue(Work::Import));
    effects
}

/// Whether everything of the epoch that a key names has been deleted.
fn is_deleted(epochs: &LiteMap<ThreadKey, Epoch>, key: &str) -> bool {
    matches!(RecordKey::read(key), Some(RecordKey { thread, slot: Slot::Imported { epoch, .. } })
        if epochs.get(&thread).is_some_and(|now| epoch < *now))
}

/// Takes the primary copy's response to one of the writes of an import; `None` if it is not one of those.
pub(super) fn wrote(import: &mut Import, key: &str, result: Result<(), StoreError>) -> Option<Vec<Effect>> {
    let Import::Writing(writing) = import else {
        return None;
    };
    let value = writing.requested.remove(key)?;
    writing.progress.done += 1;
    if let Err(error) = result {
        writing.refused += 1;
        writing.stopped |= error != StoreError::Taken;
        return Some(Vec::new());
    }
    let found = Found { key: key.to_owned(), value: StoredText::from(&*value) };
    writing.unjudged.insert(key.to_owned(), value);
    Some(vec![Effect::ToThread(ToThread::Imported(found))])
}

/// Follows what the thread says of a record that was written: one that stays goes into the mirror too, one that has been
/// erased or deleted meanwhile goes again.
pub(super) fn judged(import: &mut Import, key: String, stays: bool) -> Vec<Effect> {
    let Import::Writing(writing) = import else {
        return Vec::new();
    };
    let Some(value) = writing.unjudged.remove(&key) else {
        return Vec::new();
    };
    let read = RecordKey::read(&key);
    if stays {
        writing.written += 1;
        if let Some(RecordKey { slot: Slot::Own(id), .. }) = read {
            writing.begun.insert(id);
        }
        return vec![Effect::Store(Request::Write { copy: CopyId::Mirror, key, value })];
    }
    writing.refused += 1;
    let keys = [key];
    let removed = read.into_iter().flat_map(|read| CopyId::ALL.map(|copy| remove_from(copy, &read.thread, &keys)));
    removed.flatten().map(Effect::Store).collect()
}

fn end(manage: &mut Manage) -> Vec<Effect> {
    let Import::Writing(writing) = &manage.import else {
        return Vec::new();
    };
    let ((written, left_out), by_script) = (writing.counts(), writing.ticket.is_some());
    let here = manage.here.key();
    let is_older =
        |batch: &OperationId| manage.imports.epochs.get(batch).is_some_and(|at| *at < manage.epoch_of(&here));
    let is_there = |(thread, batch): &&(ThreadKey, OperationId)| {
        writing.begun.contains(batch) && !(*thread == here && is_older(batch))
    };
    let batches: Vec<_> = writing.batches.iter().filter(is_there).cloned().collect();
    let mut effects = give_up(manage);
    // What was restored as the reader's own, or found no space at all, has nothing to undo.
    if batches.is_empty() {
        manage.imports.held = None;
    } else if manage.imports.held.is_some() && !by_script {
        let done = HeldImport::Done { again: manage.imports.again };
        effects.push(Effect::ToThread(ToThread::Held(done)));
    }
    manage.import = Import::Done(Done { written, left_out, batches });
    effects.push(Effect::ToThread(ToThread::Say(Announced::Imported)));
    effects.push(Effect::ReadEverything(Purpose::Show));
    // A script has begun this import: the reader may be writing just now, and keeps the focus.
    if !by_script {
        effects.push(Effect::Focus(FocusTarget::Import));
    }
    effects
}

/// Corrects what was said of an import by what turned out to be deleted in threads that are not shown.
pub(super) fn correct(import: &mut Import, thread: &ThreadKey, leftovers: &[String]) {
    let Import::Done(done) = import else {
        return;
    };
    let batch_of = |key: &String| match RecordKey::parse(thread, key)?.ok()?.slot {
        Slot::Imported { batch, .. } | Slot::Own(batch) => Some(batch),
        Slot::Epoch(_) | Slot::Draft { .. } => None,
    };
    let ours = |batch: &OperationId| done.batches.iter().any(|(_, other)| other == batch);
    let gone: Vec<OperationId> = leftovers.iter().filter_map(batch_of).filter(ours).collect();
    done.written = done.written.saturating_sub(gone.len());
    done.left_out += gone.len();
    done.batches.retain(|(_, batch)| !gone.contains(batch));
}

#[cfg(test)]
mod tests {
    use super::super::samples::{deleted, elsewhere, env, here, manage, preview, removed, written};
    use super::*;
    use crate::store::copy::request::Broadcast;

    /// An import into the shown thread and another, being written, and the keys in their order.
    fn begun(manage: &mut Manage) -> Vec<String> {
        write(manage, &preview(&[here(), elsewhere()]), "file", None, &mut env());
        let effects = go_on(manage);
        written(&effects, CopyId::Primary).into_iter().map(str::to_owned).collect()
    }

    fn done(manage: &Manage) -> (usize, usize, usize) {
        match &manage.import {
            Import::Done(done) => (done.written, done.left_out, done.batches.len()),
            other => panic!("it is not done: {other:?}"),
        }
    }

    #[test]
    fn what_stays_goes_into_the_mirror_and_is_called_written() {
        let mut manage = manage();
        for key in begun(&mut manage) {
            let said = wrote(&mut manage.import, &key, Ok(())).unwrap();
            assert!(matches!(&said[..], [Effect::ToThread(ToThread::Imported(found))] if found.key == key), "{said:?}");
            let copied = judged(&mut manage.import, key.clone(), true);
            assert_eq!(written(&copied, CopyId::Mirror), [key.as_str()]);
            assert_eq!(judged(&mut manage.import, key, true), [], "it was judged");
        }
        go_on(&mut manage);
        assert_eq!(done(&manage), (4, 0, 2));
    }

    #[test]
    fn what_is_judged_not_to_stay_is_removed_again_and_not_called_written() {
        let mut manage = manage();
        for (number, key) in begun(&mut manage).into_iter().enumerate() {
            wrote(&mut manage.import, &key, Ok(()));
            let effects = judged(&mut manage.import, key.clone(), number > 0);
            let gone = CopyId::ALL.map(|copy| (copy, vec![key.clone()]));
            assert_eq!(removed(&effects), if number > 0 { Vec::new() } else { gone.to_vec() });
        }
        go_on(&mut manage);
        assert_eq!(done(&manage), (3, 1, 1), "and what has no record of its own cannot be undone");
    }

    #[test]
    fn an_import_that_finds_no_space_stops_and_one_that_finds_a_key_taken_does_not() {
        for (error, stops) in [(StoreError::Full, true), (StoreError::Taken, false)] {
            let mut manage = manage();
            let keys = begun(&mut manage);
            assert_eq!(wrote(&mut manage.import, &keys[0], Err(error)), Some(Vec::new()));
            assert_eq!(wrote(&mut manage.import, &keys[0], Err(error)), None, "it was answered");
            go_on(&mut manage);
            assert_eq!(matches!(manage.import, Import::Done(_)), stops, "{error:?}");
        }
    }

    #[test]
    fn what_is_deleted_while_it_is_being_written_is_not_written_any_more() {
        let mut manage = manage();
        write(&mut manage, &preview(&[here(), elsewhere()]), "file", None, &mut env());
        manage.hear(&Broadcast::Record(deleted(&elsewhere(), 1)));
        let effects = go_on(&mut manage);
        assert_eq!(written(&effects, CopyId::Primary).len(), 3, "all but the comment of the other thread");
        assert!(matches!(&manage.import, Import::Writing(writing) if writing.refused == 1));
    }

    #[test]
    fn what_turns_out_to_be_deleted_is_taken_off_what_was_said() {
        let mut manage = manage();
        let keys = begun(&mut manage);
        for key in &keys {
            wrote(&mut manage.import, key, Ok(()));
            judged(&mut manage.import, key.clone(), true);
        }
        go_on(&mut manage);
        correct(&mut manage.import, &elsewhere(), &keys[3..]);
        assert_eq!(done(&manage), (3, 1, 1));
        correct(&mut manage.import, &elsewhere(), &keys[3..]);
        assert_eq!(done(&manage), (3, 1, 1), "once");
    }
}
