//! The rules by which the two copies are read and come to hold the same.
#![cfg(test)]

use std::slice::from_ref;

use super::output::{Event, Output};
use super::samples::*;
use super::storage_state::Storage;
use crate::domain::body::Body;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadId;
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::operation::Kind;

fn keys(all: &[&Found]) -> Vec<String> {
    all.iter().map(|found| found.key.clone()).collect()
}

fn fetch(copy: CopyId, all: &[&Found]) -> Output {
    Output::Ask(Request::Fetch { copy, thread: key(), keys: keys(all) })
}

#[test]
fn the_primary_copy_is_read_and_shown_before_the_mirror_is_asked() {
    let (mut replica, first) = (opened(), post(1));
    let asked = replica.listed(CopyId::Primary, &key(), Ok(keys(&[&first])), &mut env());
    assert_eq!(asked, [fetch(CopyId::Primary, &[&first])]);
    assert!(!replica.is_ready());
    let outputs = replica.fetched(CopyId::Primary, &key(), vec![first], Some(Ok(())), &mut env());
    assert!(replica.is_ready());
    assert_eq!(outputs.last(), Some(&list(CopyId::Mirror)));
    let ids = [id(1)].into();
    assert_eq!(events(outputs), [Event::Changed(ids), Event::Opened, Event::Ready]);
    assert!(replica.is_reading());
}

#[test]
fn only_what_is_not_known_is_read() {
    let (mut replica, all) = (opened(), [post(1), post(2)]);
    let [first, second] = &all;
    gives(&mut replica, CopyId::Primary, Ok(from_ref(first)), &mut env());
    let asked = replica.listed(CopyId::Mirror, &key(), Ok(keys(&[first, second])), &mut env());
    assert_eq!(asked, [fetch(CopyId::Mirror, &[second])]);
}

#[test]
fn slices_are_taken_as_they_come_and_end_once() {
    let (mut replica, all) = (opened(), [post(1), post(2)]);
    let [first, second] = &all;
    gives(&mut replica, CopyId::Primary, Ok(&[]), &mut env());
    replica.listed(CopyId::Mirror, &key(), Ok(keys(&[first, second])), &mut env());
    for (number, found) in [(1, first), (2, second)] {
        let slice = replica.fetched(CopyId::Mirror, &key(), vec![found.clone()], None, &mut env());
        assert_eq!(slice, [Output::Event(Event::Arrived { ids: [id(number)].into(), are_more: false })]);
    }
    let end = replica.fetched(CopyId::Mirror, &key(), Vec::new(), Some(Ok(())), &mut env());
    assert_eq!(changes(end), [write(CopyId::Primary, first), write(CopyId::Primary, second)]);
    assert!(!replica.is_reading());
}

#[test]
fn a_slice_without_news_is_not_spoken_of() {
    let (mut replica, first) = (opened(), post(1));
    gives(&mut replica, CopyId::Primary, Ok(from_ref(&first)), &mut env());
    replica.listed(CopyId::Mirror, &key(), Ok(keys(&[&post(2)])), &mut env());
    assert_eq!(replica.fetched(CopyId::Mirror, &key(), vec![first], None, &mut env()), []);
}

#[test]
fn a_response_of_another_copy_or_about_another_thread_is_not_taken() {
    let (mut replica, first) = (opened(), post(1));
    let other = ThreadId::explicit("another").unwrap().key();
    for (copy, thread) in [(CopyId::Mirror, key()), (CopyId::Primary, other)] {
        assert_eq!(replica.listed(copy, &thread, Ok(keys(&[&first])), &mut env()), []);
        assert_eq!(replica.fetched(copy, &thread, vec![first.clone()], Some(Ok(())), &mut env()), []);
    }
    assert!(!replica.is_ready());
    gives(&mut replica, CopyId::Primary, Ok(&[]), &mut env());
    assert_eq!(replica.listed(CopyId::Primary, &key(), Ok(keys(&[&first])), &mut env()), [], "it was asked once");
    assert_eq!(replica.set().elements().count(), 0);
}

#[test]
fn a_second_look_at_once_asks_nothing_and_one_that_waits_for_the_mirror_begins_anew() {
    let mut replica = opened();
    assert_eq!(replica.look(), [], "the primary copy is being read");
    gives(&mut replica, CopyId::Primary, Ok(&[]), &mut env());
    assert_eq!(replica.look(), [list(CopyId::Primary)]);
    assert_eq!(replica.listed(CopyId::Mirror, &key(), Ok(Vec::new()), &mut env()), [], "that was the last round's");
}

#[test]
fn what_could_not_be_read_is_said_and_a_later_look_that_can_read_takes_that_back() {
    for (error, storage) in [(StoreError::Blocked, Storage::Blocked), (StoreError::Failed, Storage::Unreadable)] {
        let mut replica = opened();
        let outputs = gives(&mut replica, CopyId::Primary, Err(error), &mut env());
        assert!(replica.is_ready() && outputs.contains(&list(CopyId::Mirror)), "the mirror may know all of it");
        assert_eq!(replica.storage(), storage);
        gives(&mut replica, CopyId::Mirror, Ok(&[]), &mut env());
        replica.look();
        gives(&mut replica, CopyId::Primary, Err(error), &mut env());
        assert_eq!(replica.storage(), storage);
        replica.look();
        assert_eq!(events(gives(&mut replica, CopyId::Primary, Ok(&[]), &mut env())), [], "it was opened once");
        assert_eq!(replica.storage(), Storage::Working);
    }
}

#[test]
fn a_full_storage_is_not_trusted_again_because_it_can_be_read() {
    let mut replica = read(&[], &[]);
    replica.storage = Storage::Full;
    replica.look();
    round(&mut replica, &[], Ok(&[]), &mut env());
    assert_eq!(replica.storage(), Storage::Full);
}

#[test]
fn what_only_memory_holds_stays_so_until_the_primary_copy_lists_it_with_all_its_changes() {
    let (comment, change) = (post(1), record(2, Kind::Delete { target: id(1) }));
    let mut replica = opened();
    gives(&mut replica, CopyId::Primary, Err(StoreError::Blocked), &mut env());
    gives(&mut replica, CopyId::Mirror, Err(StoreError::Failed), &mut env());
    for found in [&comment, &change] {
        replica.heard(found, &mut env());
    }
    replica.in_memory.insert(id(1));
    let looks = [vec![], vec![comment.clone()], vec![change.clone()], vec![comment, change]];
    for (listed, is_in_memory) in looks.iter().zip([true, true, true, false]) {
        replica.look();
        round(&mut replica, listed, Err(StoreError::Failed), &mut env());
        assert_eq!(replica.in_memory.contains(&id(1)), is_in_memory, "{}", listed.len());
        let storage = if is_in_memory { Storage::Blocked } else { Storage::Working };
        assert_eq!(replica.storage(), storage, "nothing else is said meanwhile");
    }
}

#[test]
fn another_threads_records_are_not_shown_and_end_the_reading() {
    let mut replica = opened();
    let outputs = gives(&mut replica, CopyId::Primary, Ok(&[post(1), named("another")]), &mut env());
    assert_eq!(events(outputs.clone()), [Event::Collided, Event::Opened, Event::Ready]);
    assert!(!outputs.contains(&list(CopyId::Mirror)) && !replica.is_reading());
    assert_eq!(replica.set().elements().count(), 0);
    assert_eq!(replica.look(), [], "nor is it looked at again");
}

#[test]
fn whether_there_is_a_mirror_is_what_its_last_list_said() {
    let mut replica = opened();
    let lists: [(Result<&[Found], StoreError>, bool); 3] =
        [(Ok(&[]), true), (Err(StoreError::Failed), true), (Err(StoreError::Blocked), false)];
    for (response, has_mirror) in lists {
        replica.look();
        round(&mut replica, &[], response, &mut env());
        assert_eq!(replica.round.has_mirror(), has_mirror, "{response:?}");
    }
}

#[test]
fn what_was_sent_before_the_mirror_told_of_the_deletion_is_offered_again_and_no_other_time() {
    for (is_first_reading, primary_copy_tells) in [(true, false), (true, true), (false, false)] {
        let (sent, deletion) = (post(1), deleted_everything(3));
        let mut replica = opened();
        if !is_first_reading {
            round(&mut replica, &[], Ok(&[]), &mut env());
            replica.look();
        }
        gives(&mut replica, CopyId::Primary, Ok(from_ref(&sent)), &mut env());
        replica.send(sent.key.clone(), value(&sent));
        if primary_copy_tells {
            replica.look();
            // It came to stand there meanwhile, and is read late.
            replica.listed(CopyId::Primary, &key(), Ok(keys(&[&sent, &deletion])), &mut env());
            replica.fetched(CopyId::Primary, &key(), Vec::new(), Some(Ok(())), &mut env());
        }
        gives(&mut replica, CopyId::Mirror, Ok(&[deletion]), &mut env());
        let offered: Vec<(OperationId, ComposerId)> =
            replica.drafts().offered().map(|(name, other)| (name, other.composer)).collect();
        let expected = (is_first_reading && !primary_copy_tells).then_some((id(1), ComposerId::New));
        assert_eq!(offered, Vec::from_iter(expected), "{is_first_reading} {primary_copy_tells}");
        assert_eq!(replica.set().elements().count(), 0, "it is deleted all the same");
    }
}

#[test]
fn what_is_offered_again_stands_beside_the_composer_that_it_came_from() {
    let body = || Body::new("text").unwrap();
    let kinds = [
        (0, Kind::Post { parent: None, body: Some(body()) }, Some(ComposerId::New)),
        (0, Kind::Post { parent: Some(id(9)), body: Some(body()) }, Some(ComposerId::Reply(id(9)))),
        (0, Kind::Edit { target: id(9), body: body() }, Some(ComposerId::Edit(id(9)))),
        (0, Kind::Delete { target: id(9) }, None),
        // It was sent since everything was deleted, and stays.
        (1, Kind::Post { parent: None, body: Some(body()) }, None),
    ];
    for (epoch, kind, composer) in kinds {
        let sent = made_in(epoch, 1, kind);
        let mut replica = opened();
        gives(&mut replica, CopyId::Primary, Ok(from_ref(&sent)), &mut env());
        replica.send(sent.key.clone(), value(&sent));
        gives(&mut replica, CopyId::Mirror, Ok(&[deleted_everything(1)]), &mut env());
        assert_eq!(replica.drafts().offered().map(|(_, other)| other.composer).next(), composer);
    }
}
