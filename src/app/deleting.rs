//! How what a reader wrote goes: hidden, shown again, erased for good, or everything of a thread at once.

use super::carrying_out::carry_out;
use super::effect::{Effect, FocusTarget};
use super::model::{Announced, Model};
use super::{emptying, submitting};
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::replica::Env;
use crate::replica::next_generation;
use crate::store::backup::dumps;
use crate::store::operation::Kind;
use crate::store::order::{Found, News};
use crate::store::stored_thread::StoredThread;

/// Deletes or restores one of the reader's own comments.
pub(super) fn change(model: &mut Model, id: OperationId, kind: Kind, env: &mut Env) -> Vec<Effect> {
    let deletes = matches!(kind, Kind::Delete { .. });
    let Some(comment) = model.thread().get(id).filter(|comment| comment.own && comment.deleted != deletes).cloned()
    else {
        return Vec::new();
    };
    model.confirming = None;
    if deletes {
        model.undoable.insert(id);
    }
    // Signed as the comment is, not as this page would sign: two tabs may have started as two authors.
    let mut effects = submitting::append(model, kind, comment.author.clone(), None, env);
    model.announce(if deletes { Announced::Deleted } else { Announced::Restored });
    let focus = if deletes { FocusTarget::Undo(id) } else { FocusTarget::Comment(id) };
    effects.push(Effect::Focus(focus));
    effects
}

/// Asks whether the reader is sure.
pub(super) fn ask_to_erase(model: &mut Model, id: OperationId) -> Vec<Effect> {
    if model.thread().get(id).is_some_and(|comment| comment.own && comment.deleted) {
        model.confirming = Some(id);
    }
    Vec::new()
}

/// Takes a deleted comment away for good. Its keys are removed once the record that says so is kept for certain.
pub(super) fn erase(model: &mut Model, id: OperationId, env: &mut Env) -> Vec<Effect> {
    model.confirming = None;
    let Some(comment) = model.thread().get(id).filter(|comment| comment.own && comment.deleted).cloned() else {
        return Vec::new();
    };
    // What only the published file says need not be named, however much that is: it stays away with its comment.
    let Some(set) = model.discussion.sets().find(|set| set.comment(id).is_some_and(|comment| comment.own)) else {
        return Vec::new();
    };
    let changes: Vec<OperationId> = set.changes(id).filter(|id| set.is_kept(*id)).collect();
    let of = |id: OperationId| set.effective(id)?.0.operation.as_ref()?.draft;
    // Drafts have names like operations: one that could not be removed is not taken for a new text later.
    let drafts = changes.iter().copied().chain([id]).filter_map(of).collect::<Vec<_>>();
    let changes = changes.into_iter().chain(drafts).collect();
    model.undoable.remove(&id);
    let mut effects = submitting::append(model, Kind::Erase { target: id, changes }, comment.author.clone(), None, env);
    model.announce(Announced::Erased);
    effects.push(Effect::Focus(FocusTarget::Heading));
    effects
}

/// Deletes everything of this thread, under all its ids.
pub(super) fn delete_everything(model: &mut Model) -> Vec<Effect> {
    let outputs = model.discussion.delete_everything();
    model.forms.leave_thread();
    model.confirming = None;
    model.waiting_for_room = None;
    model.undoable.clear();
    model.emptying.ordered(model.now);
    let mut effects = vec![Effect::Focus(FocusTarget::Heading)];
    effects.extend(carry_out(model, outputs));
    model.list();
    effects
}

/// Deletes everything of one thread, or of all of them with the name and the author id, given what is kept.
pub(super) fn delete_threads(model: &mut Model, only: Option<&ThreadKey>, records: &[Found]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for dump in dumps(records).into_iter().filter(|dump| only.is_none_or(|only| dump.thread == *only)) {
        if dump.thread == model.config.thread.key() {
            continue;
        }
        let newest = StoredThread::gather(&dump.thread, &dump.records).set.newest_generation();
        let is_taken = |key: &str| dump.records.iter().any(|found| found.key == key);
        let next = next_generation(&dump.thread, newest, is_taken);
        let mut keys: Vec<String> = dump.records.into_iter().map(|found| found.key).collect();
        keys.dedup();
        effects.extend(emptying::begin(model, dump.thread, next, keys));
    }
    model.emptying.ordered(model.now);
    if only.is_none() {
        effects.extend(delete_everything(model));
        effects.extend([Effect::ForgetPreferences, Effect::Tell(News::Forgotten)]);
        effects.extend(forget(model));
    }
    effects
}

/// Forgets who the reader is: what they write from now on is somebody else's.
pub(super) fn forget(model: &mut Model) -> Vec<Effect> {
    model.name.clear();
    model.author = None;
    if model.chosen_sort.take().is_some_and(|chosen| chosen != model.config.sort) {
        model.turn();
    }
    vec![Effect::DrawAuthor]
}
