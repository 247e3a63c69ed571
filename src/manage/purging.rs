//! How other discussions are emptied, and how the reader learns that it is done.

use std::rc::Rc;

use super::effect::{Effect, Purpose};
use super::purge::ThreadPurge;
use super::sending::sent;
use super::state::Manage;
use crate::domain::thread_id::ThreadKey;
use crate::port::announced::Announced;
use crate::port::{Deletion, ToThread};
use crate::replica::{epoch_key, next_epoch};
use crate::store::copy::request::{Broadcast, CopyId, Found};
use crate::store::copy::store_error::StoreError;
use crate::store::file::backup::dumps;
use crate::store::format::record_key::Epoch;
use crate::store::oplog::epoch::{self, left_behind};
use crate::store::oplog::stored_thread::StoredThread;

/// Empties a thread of these keys, once the record that says so is kept for certain.
pub(super) fn begin(manage: &mut Manage, thread: ThreadKey, next: Epoch, keys: Vec<String>) -> Vec<Effect> {
    let record = epoch_key(&thread, next);
    manage.raise(thread.clone(), next);
    let value = epoch::encode(next).filter(|_| !manage.outbox.holds(&record));
    let effects = value.map_or_else(Vec::new, |value| sent(manage, record.clone(), Rc::from(value)));
    let mut entry = ThreadPurge { thread, record, sure: false, left: CopyId::ALL.map(|copy| (copy, keys.clone())) };
    // What an earlier deletion has not removed yet goes with this one.
    for before in manage.purge.threads.extract_if(.., |before| before.thread == entry.thread) {
        for ((_, left), (_, before)) in entry.left.iter_mut().zip(before.left) {
            left.extend(before);
        }
    }
    manage.purge.threads.push(entry);
    effects
}

/// Goes on with the deletions of threads that an earlier page did not finish, given all records that are kept.
pub(super) fn resume(manage: &mut Manage, records: &[Found]) -> Vec<Effect> {
    if !records.iter().any(|found| found.key.starts_with("aw1g:")) {
        return Vec::new();
    }
    let mut effects = again(manage);
    for dump in dumps(records) {
        if dump.thread == manage.here.key() || manage.purge.is_purging(&dump.thread) {
            continue;
        }
        let (epoch, keys) = left_behind(&dump.thread, &dump.records);
        if !keys.is_empty() {
            effects.extend(begin(manage, dump.thread, epoch, keys));
        }
    }
    effects
}

/// Asks the copies once more to remove what they did not.
pub(super) fn again(manage: &Manage) -> Vec<Effect> {
    manage.purge.threads.iter().filter(|entry| entry.sure).flat_map(ThreadPurge::remove).collect()
}

/// Removes what a thread kept, now that the record that says so is kept for certain.
pub(super) fn kept(manage: &mut Manage, record: &str) -> Vec<Effect> {
    let found = manage.purge.threads.iter_mut().find(|entry| entry.record == record);
    found.map_or_else(Vec::new, |entry| {
        entry.sure = true;
        entry.remove()
    })
}

/// Removes from the primary copy what a record there would say is deleted, if there is no space for the record, and the mirror
/// has it or there is none: what is deleted frees space for it.
pub(super) fn free_space(manage: &Manage, record: &str) -> Vec<Effect> {
    if !manage.outbox.is_over_quota(record) {
        return Vec::new();
    }
    let entry = manage.purge.threads.iter().find(|entry| entry.record == record);
    let [first, ..] = CopyId::ALL;
    let requests = entry.map_or_else(Vec::new, ThreadPurge::remove);
    let is_first = |effect: &Effect| matches!(effect, Effect::Store(request) if request.copy() == first);
    requests.into_iter().filter(is_first).collect()
}

/// Takes note that keys are gone from a copy, or that there is no such copy.
pub(super) fn removed(
    manage: &mut Manage,
    copy: CopyId,
    thread: &ThreadKey,
    keys: &[String],
    result: Result<(), StoreError>,
) {
    if !matches!(result, Ok(()) | Err(StoreError::Blocked)) {
        return;
    }
    for entry in manage.purge.threads.iter_mut().filter(|entry| entry.thread == *thread) {
        entry.left.iter_mut().filter(|(of, left)| *of == copy && left == keys).for_each(|(_, left)| left.clear());
    }
    manage.purge.threads.retain(|entry| entry.left.iter().any(|(_, left)| !left.is_empty()));
}

/// Says that what the reader wants deleted is gone, once it is, or that it takes long.
pub(super) fn report(manage: &mut Manage) -> Vec<Effect> {
    let Some(deletion) = &mut manage.purge.requested else {
        return Vec::new();
    };
    if manage.purge.awaits_here || !manage.purge.threads.is_empty() {
        let is_long = deletion.takes_long(manage.now);
        return if is_long { vec![Effect::ToThread(ToThread::Say(Announced::NotDeleted))] } else { Vec::new() };
    }
    manage.purge.requested = None;
    let is_whole = manage.panel.as_ref().is_none_or(|panel| !panel.unfinished);
    let mut effects = Vec::new();
    if is_whole {
        effects.push(Effect::ToThread(ToThread::Say(Announced::DeletedEverything)));
    }
    if manage.panel.is_some() {
        effects.push(Effect::ReadEverything(Purpose::Show));
    }
    effects
}

/// Deletes everything of one other thread, or of all threads with the name and the author id, given what is kept.
pub(super) fn delete(manage: &mut Manage, only: Option<&ThreadKey>, records: &[Found], complete: bool) -> Vec<Effect> {
    manage.with_panel(|panel| panel.unfinished = !complete);
    let mut effects = Vec::new();
    for dump in dumps(records).into_iter().filter(|dump| only.is_none_or(|only| dump.thread == *only)) {
        if dump.thread == manage.here.key() {
            continue;
        }
        let newest = StoredThread::gather(&dump.thread, &dump.records).set.newest_epoch();
        let is_taken = |key: &str| dump.records.iter().any(|found| found.key == key);
        let next = next_epoch(&dump.thread, newest, is_taken);
        let mut keys: Vec<String> = dump.records.into_iter().map(|found| found.key).collect();
        keys.dedup();
        effects.extend(begin(manage, dump.thread, next, keys));
    }
    manage.purge.requested = Some(Deletion::requested(manage.now, true));
    if only.is_none() {
        manage.purge.awaits_here = true;
        effects.push(Effect::ToThread(ToThread::DeleteEverything { says: false }));
        effects.extend([Effect::ForgetPreferences, Effect::Broadcast(Broadcast::Forgotten)]);
    }
    effects
}

#[cfg(test)]
mod tests {
    use super::super::panel::Panel;
    use super::super::samples::{at, deleted, elsewhere, here, manage, post, removed as removals, written};
    use super::*;

    fn keys(numbers: &[u64]) -> Vec<String> {
        numbers.iter().map(|number| post(&elsewhere(), *number).key).collect()
    }

    fn say(said: Announced) -> Effect {
        Effect::ToThread(ToThread::Say(said))
    }

    #[test]
    fn nothing_is_removed_before_the_record_that_says_so_is_kept() {
        let mut manage = manage();
        let record = deleted(&elsewhere(), 1);
        let effects = begin(&mut manage, elsewhere(), 1, keys(&[1]));
        assert_eq!((removals(&effects), written(&effects, CopyId::Mirror)), (Vec::new(), vec![record.key.as_str()]));
        assert_eq!(again(&manage), [], "not even when the page is looked at again");
        assert_eq!(kept(&mut manage, &deleted(&elsewhere(), 2).key), []);
        let all = CopyId::ALL.map(|copy| (copy, keys(&[1])));
        assert_eq!(removals(&kept(&mut manage, &record.key)), all);
        assert_eq!(removals(&again(&manage)), all);
        assert_eq!(manage.epoch_of(&elsewhere()), 1);
    }

    #[test]
    fn what_an_earlier_deletion_has_not_removed_goes_with_the_next() {
        let mut manage = manage();
        begin(&mut manage, elsewhere(), 1, keys(&[1]));
        begin(&mut manage, elsewhere(), 2, keys(&[2]));
        let effects = kept(&mut manage, &deleted(&elsewhere(), 2).key);
        assert_eq!(removals(&effects), CopyId::ALL.map(|copy| (copy, keys(&[2, 1]))));
        assert_eq!(manage.purge.threads.len(), 1);
    }

    #[test]
    fn a_deletion_is_over_when_no_copy_has_anything_of_it_and_one_that_fails_is_not() {
        let mut manage = manage();
        begin(&mut manage, elsewhere(), 1, keys(&[1]));
        let mut is_over = |copy, numbers: &[u64], result| {
            removed(&mut manage, copy, &elsewhere(), &keys(numbers), result);
            !manage.purge.is_purging(&elsewhere())
        };
        assert!(!is_over(CopyId::Primary, &[1], Ok(())));
        assert!(!is_over(CopyId::Mirror, &[1], Err(StoreError::Full)));
        assert!(!is_over(CopyId::Mirror, &[2], Ok(())), "these were not all");
        assert!(is_over(CopyId::Mirror, &[1], Err(StoreError::Blocked)), "there is no such copy");
    }

    #[test]
    fn a_deletion_frees_space_for_its_own_record_once_the_mirror_has_that() {
        let (mut manage, record) = (manage(), deleted(&elsewhere(), 1).key);
        begin(&mut manage, elsewhere(), 1, keys(&[1]));
        manage.outbox.wrote(CopyId::Primary, &record, Err(StoreError::Full), at(1_000));
        assert_eq!(free_space(&manage, &record), [], "it is nowhere yet");
        manage.outbox.wrote(CopyId::Mirror, &record, Ok(()), at(1_000));
        assert_eq!(removals(&free_space(&manage, &record)), [(CopyId::Primary, keys(&[1]))]);
    }

    #[test]
    fn the_reader_is_told_once_that_it_takes_long_and_once_that_it_is_done() {
        let mut manage = manage();
        assert_eq!(report(&mut manage), [], "nothing was asked for");
        delete(&mut manage, Some(&elsewhere()), &[post(&elsewhere(), 1)], true);
        assert_eq!(report(&mut manage), []);
        manage.now = at(9_000);
        assert_eq!(report(&mut manage), [say(Announced::NotDeleted)]);
        assert_eq!(report(&mut manage), []);
        for copy in CopyId::ALL {
            removed(&mut manage, copy, &elsewhere(), &keys(&[1]), Ok(()));
        }
        assert_eq!(report(&mut manage), [say(Announced::DeletedEverything)]);
        assert_eq!(report(&mut manage), []);
    }

    #[test]
    fn what_could_not_be_read_is_not_said_to_be_deleted() {
        let mut manage = manage();
        manage.panel = Some(Panel::default());
        delete(&mut manage, Some(&elsewhere()), &[], false);
        assert_eq!(report(&mut manage), [Effect::ReadEverything(Purpose::Show)]);
    }

    #[test]
    fn of_everything_the_thread_that_is_shown_deletes_its_own_and_is_waited_for() {
        let mut manage = manage();
        let effects = delete(&mut manage, None, &[post(&here(), 1), post(&elsewhere(), 2)], true);
        assert_eq!(written(&effects, CopyId::Mirror), [deleted(&elsewhere(), 1).key.as_str()]);
        let said = Effect::ToThread(ToThread::DeleteEverything { says: false });
        assert!(effects.contains(&said) && effects.contains(&Effect::ForgetPreferences));
        manage.purge.threads.clear();
        assert_eq!(report(&mut manage), [], "the shown one has not gone");
        manage.purge.awaits_here = false;
        assert_eq!(report(&mut manage), [say(Announced::DeletedEverything)]);
    }

    #[test]
    fn one_thread_goes_alone_and_with_it_not_even_the_name() {
        let mut manage = manage();
        let effects = delete(&mut manage, Some(&elsewhere()), &[post(&here(), 1), post(&elsewhere(), 2)], true);
        assert!(!effects.contains(&Effect::ForgetPreferences) && manage.purge.is_purging(&elsewhere()));
        assert!(!manage.purge.is_purging(&here()));
    }

    #[test]
    fn what_a_page_did_not_finish_another_one_goes_on_with() {
        let mut manage = manage();
        assert_eq!(resume(&mut manage, &[post(&elsewhere(), 1)]), [], "nothing is deleted");
        let left = [post(&elsewhere(), 1), deleted(&elsewhere(), 1), post(&here(), 2), deleted(&here(), 1)];
        resume(&mut manage, &left);
        let found = [elsewhere(), here()].map(|thread| manage.purge.is_purging(&thread));
        assert_eq!(found, [true, false], "the thread that is shown does so itself");
    }
}
