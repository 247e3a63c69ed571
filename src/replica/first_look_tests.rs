//! What the first look shows, and what it leaves to be done.
#![cfg(test)]

use super::output::{Event, Output};
use super::samples::*;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadId;
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;

/// A replica that has looked at what the primary copy has, and was then opened.
fn looked(local: &[Found]) -> (Replica, Vec<OperationId>) {
    let mut replica = Replica::new(thread(), at(1_000));
    replica.look_first(local);
    let seen = replica.looked().into_iter().collect();
    assert_eq!((replica.is_ready(), replica.is_shown()), (false, true));
    assert_eq!(replica.open(thread()), [list(CopyId::Primary)]);
    (replica, seen)
}

fn is_asked(outputs: &[Output], of: CopyId) -> bool {
    outputs.iter().any(|output| matches!(output, Output::Ask(Request::Fetch { copy, .. }) if *copy == of))
}

#[test]
fn what_was_seen_is_not_read_again_and_both_copies_come_to_hold_the_same() {
    let (mut replica, seen) = looked(&[post(1), post(2)]);
    assert_eq!(seen, [id(1), id(2)]);
    let keys = [post(1), post(2)].map(|found| found.key).to_vec();
    let outputs = replica.listed(CopyId::Primary, &key(), Ok(keys), &mut env());
    assert!(!is_asked(&outputs, CopyId::Primary) && replica.is_ready());
    assert!(!outputs.iter().any(|output| matches!(output, Output::Event(Event::Changed(_)))), "it is shown already");
    let outputs = gives(&mut replica, CopyId::Mirror, Ok(&[post(2), post(3)]), &mut env());
    let changes = changes(outputs);
    assert_eq!(changes, [write(CopyId::Mirror, &post(1)), write(CopyId::Primary, &post(3))]);
}

#[test]
fn what_was_erased_or_deleted_before_is_not_shown_and_is_removed_once_the_copies_are_read() {
    let gone = post(1);
    for tombstone in [erase(2, 1), deleted_everything(1)] {
        let local = [gone.clone(), tombstone.clone()];
        for local in [local.clone(), {
            let [one, other] = local;
            [other, one]
        }] {
            let (mut replica, _) = looked(&local);
            assert_eq!(replica.set().comment(id(1)), None);
            let outputs = round(&mut replica, &local, Ok(&[]), &mut env());
            let removal = remove(CopyId::Primary, &[&gone]);
            assert!(changes(outputs).contains(&removal), "{tombstone:?}");
        }
    }
}

#[test]
fn the_clock_of_causes_goes_on_from_what_was_seen() {
    let (mut replica, _) = looked(&[post(40)]);
    let mut env = env();
    round(&mut replica, &[post(40)], Ok(&[]), &mut env);
    assert!(env.next_id().lamport > id(40).lamport);
}

#[test]
fn a_half_finished_look_shows_nothing_and_is_gone_on_with() {
    let mut replica = Replica::new(thread(), at(1_000));
    replica.look_first(&[post(1)]);
    assert!(!replica.is_shown());
    replica.open(thread());
    let outputs = gives(&mut replica, CopyId::Primary, Ok(&[post(1), post(2)]), &mut env());
    let all = Output::Event(Event::Changed([id(1), id(2)].into()));
    assert!(outputs.contains(&all), "{outputs:?}");
}

#[test]
fn another_thread_under_this_ones_key_is_not_shown() {
    let mut replica = Replica::new(thread(), at(1_000));
    replica.look_first(&[named("another"), post(1)]);
    assert!(replica.looked().is_empty() && !replica.is_shown());
    replica.open(thread());
    round(&mut replica, &[named("another"), post(1)], Ok(&[]), &mut env());
    assert_eq!((replica.storage(), replica.set().comment(id(1))), (Storage::KeyCollision, None));
}

#[test]
fn what_was_seen_of_one_thread_is_not_taken_for_another() {
    let mut replica = Replica::new(thread(), at(1_000));
    replica.look_first(&[post(1)]);
    replica.looked();
    let another = ThreadId::explicit("another").unwrap();
    assert!(!replica.has_looked_at(&another));
    replica.open(another);
    assert_eq!((replica.is_shown(), replica.set().comment(id(1))), (false, None));
}

#[test]
fn damage_and_drafts_are_left_to_the_reading_and_a_storage_that_fails_then_changes_nothing() {
    let damaged = Found { value: "damage".into(), ..post(1) };
    let left = draft(ComposerId::New, 3, ELSEWHERE, "text", 5);
    let (mut replica, seen) = looked(&[damaged.clone(), post(2), left.clone()]);
    assert_eq!((seen, replica.unreadable().len()), (vec![id(2)], 1));
    let keys = [&damaged, &post(2), &left].map(|found| found.key.clone()).to_vec();
    let outputs = replica.listed(CopyId::Primary, &key(), Ok(keys), &mut env());
    let asked = Output::Ask(Request::Fetch { copy: CopyId::Primary, thread: key(), keys: vec![damaged.key, left.key] });
    assert_eq!(outputs, [asked], "damage may be mended by now");
    replica.fetched(CopyId::Primary, &key(), Vec::new(), Some(Err(StoreError::Failed)), &mut env());
    assert!(replica.set().comment(id(2)).is_some(), "it was seen");
}
