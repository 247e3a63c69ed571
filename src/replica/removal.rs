//! How keys of erased and deleted records are removed from the copies. The tombstone is written before.

use super::output::Output;
use super::state::Replica;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::{CopyId, Request};
use crate::store::format::operation::Kind;
use crate::store::format::record_key::{RecordKey, Slot};

impl Replica {
    /// Asks both copies to remove the doomed keys.
    pub(super) fn remove_now(&self) -> Vec<Output> {
        CopyId::ALL.into_iter().filter_map(|copy| self.remove_doomed(copy)).map(Output::Ask).collect()
    }

    fn remove_doomed(&self, copy: CopyId) -> Option<Request> {
        let doomed = self.round.doomed(copy);
        remove_from(copy, &self.key(), &doomed.iter().cloned().collect::<Vec<_>>())
    }

    /// Takes note that a record of "Your comments" of this page is kept for certain: the keys that a tombstone names are removed.
    pub fn was_kept(&self, key: &str) -> Vec<Output> {
        if self.removes(key) { self.remove_now() } else { Vec::new() }
    }

    /// Removes the doomed keys from the primary copy before it has the tombstone, if it has no space for the tombstone and the
    /// mirror has it or there is none: the removal frees space for it.
    pub fn free_space(&self, record: &str) -> Option<Output> {
        if !self.outbox.is_over_quota(record) || !self.removes(record) {
            return None;
        }
        self.remove_doomed(CopyId::Primary).map(Output::Ask)
    }

    /// Whether the record under a key of this thread is a tombstone: it says that others are to be removed.
    pub(super) fn removes(&self, key: &str) -> bool {
        match RecordKey::parse(&self.key(), key) {
            Some(Ok(RecordKey { slot: Slot::Epoch(_), .. })) => true,
            Some(Ok(RecordKey { slot: Slot::Own(id), .. })) => {
                let operation = self.set.effective(id).and_then(|(element, _)| element.operation.as_ref());
                operation.is_some_and(|operation| matches!(operation.kind, Kind::Erase { .. }))
            }
            _ => false,
        }
    }
}

/// Removes keys of a thread from one copy; `None` if there are none.
pub fn remove_from(copy: CopyId, thread: &ThreadKey, keys: &[String]) -> Option<Request> {
    let request = || Request::Remove { copy, thread: thread.clone(), keys: keys.to_vec() };
    (!keys.is_empty()).then(request)
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::super::samples::*;
    use super::*;
    use crate::domain::composer_id::ComposerId;
    use crate::store::copy::request::Response;
    use crate::store::copy::store_error::StoreError;

    #[test]
    fn what_was_erased_goes_from_both_copies_until_each_says_that_it_is_gone() {
        let (gone, erasure) = (post(1), erase(2, 1));
        let mut replica = opened();
        let outputs = round(&mut replica, &[gone.clone(), erasure.clone()], Ok(&[]), &mut env());
        let (local, mirror) = (remove(CopyId::Primary, &[&gone]), remove(CopyId::Mirror, &[&gone]));
        assert_eq!(changes(outputs), [write(CopyId::Mirror, &erasure), local.clone(), mirror.clone()]);
        replica.removed(CopyId::Primary, &key(), from_ref(&gone.key), Err(StoreError::Failed));
        assert_eq!(replica.remove_now(), [local, mirror.clone()]);
        replica.removed(CopyId::Primary, &key(), from_ref(&gone.key), Ok(()));
        assert_eq!((replica.remove_now(), replica.is_removing()), (vec![mirror], true));
        replica.removed(CopyId::Mirror, &key(), &[gone.key], Err(StoreError::Blocked));
        assert_eq!((replica.remove_now(), replica.is_removing()), (Vec::new(), false));
    }

    #[test]
    fn what_another_thread_removed_is_still_here() {
        let gone = post(1);
        let mut replica = read(&[gone.clone(), erase(2, 1)], &[]);
        let other = crate::domain::thread_id::ThreadId::explicit("another").unwrap().key();
        replica.removed(CopyId::Primary, &other, from_ref(&gone.key), Ok(()));
        assert_eq!(replica.remove_now().first(), Some(&remove(CopyId::Primary, &[&gone])));
    }

    #[test]
    fn an_erasure_and_a_deletion_of_everything_remove_and_no_other_record_does() {
        let all = [post(2), erase(3, 1), record(4, Kind::Delete { target: id(2) }), named("demo")];
        let replica = read(&all, &all);
        assert_eq!(all.map(|found| replica.removes(&found.key)), [false, true, false, false]);
        assert!(replica.removes(&deleted_everything(1).key));
        assert!(!replica.removes(&draft(ComposerId::New, 1, HERE, "text", 5).key));
        assert!(!replica.removes("something else"));
    }

    #[test]
    fn a_request_to_remove_nothing_is_none() {
        assert_eq!(remove_from(CopyId::Primary, &key(), &[]), None);
        let request = remove_from(CopyId::Mirror, &key(), &["a".to_owned()]).unwrap();
        let keys = vec!["a".to_owned()];
        assert_eq!(
            request.ended(Ok(())),
            Some(Response::Removed { copy: CopyId::Mirror, thread: key(), keys, result: Ok(()) })
        );
    }

    #[test]
    fn space_is_freed_only_for_a_record_that_removes_and_only_in_the_primary_copy() {
        let (gone, deletion) = (post(1), deleted_everything(1));
        for (removes, mirrored, makes) in [(true, true, true), (true, false, false), (false, true, false)] {
            let mut replica = read(from_ref(&gone), from_ref(&gone));
            replica.raise(1, &mut Vec::new());
            let written = if removes { &deletion } else { &made_in(1, 2, Kind::Delete { target: id(1) }) };
            replica.send(written.key.clone(), value(written));
            if mirrored {
                replica.wrote(CopyId::Mirror, &written.key, Ok(()));
            }
            replica.wrote(CopyId::Primary, &written.key, Err(StoreError::Full));
            let expected = makes.then(|| remove(CopyId::Primary, &[&gone]));
            assert_eq!(replica.free_space(&written.key), expected, "{removes} {mirrored}");
        }
    }
}
