//! Which records each of the two copies should hold, and how it comes to hold them.

use std::rc::Rc;

use super::output::{Event, Output};
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::{CopyId, Request};
use crate::store::format::record_key::{RecordKey, Slot};
use crate::store::oplog::epoch;

impl Replica {
    /// Gives each copy the records that it lacks, and removes deleted ones from each. A tombstone is written before any key is
    /// removed because of it.
    pub(super) fn repair(&mut self) -> Vec<Output> {
        if self.storage == Storage::KeyCollision {
            return Vec::new();
        }
        let mut outputs = Vec::new();
        let thread = self.key();
        let (mut lacking, mut gone, mut refilled) = (0, 0, false);
        let [local, mirror] = self.round.take_lists();
        for (key, value, slot) in self.everything() {
            if self.is_sending(&key) {
                continue;
            }
            let write = |copy| Output::Ask(Request::Write { copy, key: key.clone(), value: Rc::clone(&value) });
            if local.as_ref().is_some_and(|keys| !keys.contains(&key)) {
                let is_comment = matches!(slot, Slot::Own(id) if self.set.comment(id).is_some_and(|it| !it.deleted));
                lacking += usize::from(is_comment);
                gone += usize::from(is_comment && self.round.seen.contains(&key));
                refilled = true;
                outputs.push(write(CopyId::Primary));
            }
            if mirror.as_ref().is_some_and(|keys| !keys.contains(&key)) {
                outputs.push(write(CopyId::Mirror));
            }
        }
        // A comment that this page has heard of, and that the primary copy does not list yet, is no loss. It is one if the
        // primary copy had listed it before, or lists no comment at all.
        if !local.as_ref().is_some_and(|keys| keys.iter().any(|key| self.is_comment_key(&thread, key))) {
            gone = lacking;
        }
        if gone > 0 {
            self.round.repaired = gone;
        }
        self.round.seen.extend(local.unwrap_or_default());
        outputs.extend(self.remove_now());
        if refilled {
            outputs.push(Output::Event(Event::Refilled));
        }
        outputs
    }

    fn is_comment_key(&self, thread: &ThreadKey, key: &str) -> bool {
        matches!(RecordKey::parse(thread, key), Some(Ok(RecordKey { slot: Slot::Own(id), .. })) if self.set.comment(id).is_some())
    }

    /// Every record that both copies should hold: its key, its value and its slot.
    pub fn everything(&self) -> Vec<(String, Rc<str>, Slot)> {
        if self.storage == Storage::KeyCollision { Vec::new() } else { self.records() }
    }

    /// The records of the thread: its name, its epoch and its operations.
    pub fn records(&self) -> Vec<(String, Rc<str>, Slot)> {
        let mut all = Vec::new();
        let thread = self.key();
        let mut put = |slot: Slot, value: Rc<str>| all.push((RecordKey::new(&thread, slot).to_string(), value, slot));
        if let Some(value) = &self.name_value {
            put(Slot::Own(OperationId::NAMING), Rc::clone(value));
        }
        let epoch = self.set.epoch();
        if epoch > 0
            && let Some(value) = epoch::encode(epoch)
        {
            put(Slot::Epoch(epoch), Rc::from(value));
        }
        for (slot, element) in self.set.elements() {
            put(slot, Rc::clone(&element.value));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::super::samples::*;
    use super::*;
    use crate::domain::composer_id::ComposerId;
    use crate::store::copy::request::Found;
    use crate::store::copy::store_error::StoreError;
    use crate::store::format::operation::Kind;

    fn lost_and_found(replica: &mut Replica, local: &[Found], mirror: &[Found]) -> (Vec<Output>, usize) {
        assert_eq!(replica.look(), [list(CopyId::Primary)]);
        (changes(round(replica, local, Ok(mirror), &mut env())), replica.repaired())
    }

    #[test]
    fn each_copy_is_given_what_it_lacks_and_nothing_else() {
        let all = [post(1), post(2), post(3)];
        let [first, second, third] = &all;
        let outputs = round(&mut opened(), &[first.clone(), third.clone()], Ok(&all[..2]), &mut env());
        assert!(outputs.contains(&Output::Event(Event::Refilled)));
        assert_eq!(changes(outputs), [write(CopyId::Primary, second), write(CopyId::Mirror, third)]);
        let outputs = round(&mut opened(), &all, Ok(&all[..2]), &mut env());
        assert!(!outputs.contains(&Output::Event(Event::Refilled)), "that is the mirror's space");
    }

    #[test]
    fn two_equal_copies_are_left_alone() {
        let all = [post(1), deleted_everything(1), made_in(1, 2, Kind::Delete { target: id(1) })];
        assert_eq!(changes(round(&mut opened(), &all[..1], Ok(&all[..1]), &mut env())), []);
        assert_eq!(changes(round(&mut opened(), &all[1..], Ok(&all[1..]), &mut env())), []);
    }

    #[test]
    fn a_copy_that_cannot_be_read_is_given_nothing() {
        for error in [StoreError::Failed, StoreError::Blocked] {
            assert_eq!(changes(round(&mut opened(), &[post(1)], Err(error), &mut env())), [], "{error:?}");
        }
        let mut replica = opened();
        gives(&mut replica, CopyId::Primary, Err(StoreError::Failed), &mut env());
        assert_eq!(changes(gives(&mut replica, CopyId::Mirror, Ok(&[post(1)]), &mut env())), []);
    }

    #[test]
    fn the_record_that_everything_was_deleted_is_given_too_and_before_anything_is_removed() {
        let (old, deletion) = (post(1), deleted_everything(2));
        let outputs = round(&mut opened(), from_ref(&old), Ok(from_ref(&deletion)), &mut env());
        let (local, mirror) = (remove(CopyId::Primary, &[&old]), remove(CopyId::Mirror, &[&old]));
        assert_eq!(changes(outputs), [write(CopyId::Primary, &deletion), local, mirror]);
    }

    #[test]
    fn what_is_on_its_way_is_not_written_a_second_time() {
        let deletion = deleted_everything(1);
        let mut replica = opened();
        gives(&mut replica, CopyId::Primary, Ok(&[]), &mut env());
        replica.send(deletion.key.clone(), value(&deletion));
        replica.heard(&deletion, &mut env());
        assert_eq!(changes(gives(&mut replica, CopyId::Mirror, Ok(&[]), &mut env())), []);
    }

    #[test]
    fn the_name_of_the_thread_is_one_of_its_records() {
        let name = named("demo");
        let found = [name.clone(), post(1)];
        assert_eq!(changes(round(&mut opened(), &found, Ok(&found[1..]), &mut env())), [write(CopyId::Mirror, &name)]);
        let everything: Vec<String> = read(&found, &found).everything().into_iter().map(|(key, ..)| key).collect();
        assert_eq!(everything, found.map(|found| found.key));
    }

    #[test]
    fn where_another_threads_records_stand_nothing_is_given_removed_or_shown() {
        let mut replica = opened();
        gives(&mut replica, CopyId::Primary, Ok(&[named("another"), post(1)]), &mut env());
        assert_eq!((replica.repair(), replica.everything()), (Vec::new(), Vec::new()));
    }

    #[test]
    fn comments_that_had_been_there_and_came_back_are_counted_and_no_others() {
        let all = [post(1), post(2), post(3)];
        let [first, second, third] = &all;
        let both = [first.clone(), second.clone()];
        let mut replica = read(&both, &both);
        // The third one was never seen in the primary copy: a page that writes it just now has it in the mirror already.
        let (outputs, repaired) = lost_and_found(&mut replica, from_ref(first), &all);
        assert_eq!(outputs, [write(CopyId::Primary, second), write(CopyId::Primary, third)]);
        assert_eq!(repaired, 1);
        let (_, repaired) = lost_and_found(&mut replica, &all, &all);
        assert_eq!(repaired, 1, "that stays said");
        assert_eq!(lost_and_found(&mut replica, &[], &all).1, 3);
    }

    #[test]
    fn a_primary_copy_without_any_comment_has_lost_all_and_what_is_no_comment_does_not_count() {
        let left = draft(ComposerId::New, 9, ELSEWHERE, "text", 5);
        let deletion = record(3, Kind::Delete { target: id(2) });
        let all = [post(1), post(2), deletion.clone(), record(4, Kind::Restore { target: id(9) })];
        let mut replica = opened();
        let outputs = round(&mut replica, &[left, named("demo")], Ok(&all), &mut env());
        assert_eq!(changes(outputs).len(), 5, "four are given, and the mirror the name");
        assert_eq!(replica.repaired(), 1, "the second is deleted");
        let mut replica = opened();
        round(&mut replica, &[deletion], Ok(&all[1..3]), &mut env());
        assert_eq!(replica.repaired(), 0, "there was nothing to be seen");
    }
}
