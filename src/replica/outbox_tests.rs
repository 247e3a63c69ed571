//! The rules of the outbox.
#![cfg(test)]

use std::rc::Rc;

use super::outbox::{Outbox, Settled};
use super::samples::{at, id};
use super::save_state::SaveState;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{CopyId, Request};
use crate::store::copy::store_error::StoreError;

const KEY: &str = "a";

/// When it is put in.
fn start() -> Timestamp {
    at(1_000_000)
}

fn after(millis: u64) -> Timestamp {
    start().plus(millis)
}

fn write(copy: CopyId) -> Request {
    Request::Write { copy, key: KEY.to_owned(), value: Rc::from("value") }
}

fn check() -> Request {
    Request::Check { key: KEY.to_owned(), value: Rc::from("value") }
}

/// An outbox with a text about comment 1, to which the primary copy has responded so.
fn holding(result: Result<(), StoreError>) -> Outbox {
    let mut outbox = Outbox::default();
    let request = outbox.put(KEY.into(), "value".into(), Some(id(1)), Some("text".into()), result, start());
    assert_eq!(request, write(CopyId::Mirror));
    outbox
}

fn mirror_first() -> Outbox {
    let mut outbox = Outbox::default();
    assert_eq!(outbox.put_mirror_first(KEY.into(), "value".into(), start()), write(CopyId::Mirror));
    outbox
}

/// What the mirror's response settles; nothing else is to be done.
#[track_caller]
fn mirrored(outbox: &mut Outbox, result: Result<(), StoreError>, millis: u64) -> Option<Settled> {
    let (settled, requests) = outbox.wrote(CopyId::Mirror, KEY, result, after(millis));
    assert_eq!(requests, []);
    settled
}

/// What a check settles; nothing else is to be done.
#[track_caller]
fn stands(outbox: &mut Outbox, millis: u64) -> Option<Settled> {
    let (settled, requests) = outbox.checked(KEY, Ok(()), after(millis));
    assert_eq!(requests, []);
    settled
}

fn state(settled: Option<Settled>) -> Option<SaveState> {
    settled.map(|settled| settled.state)
}

fn settled(mut outbox: Outbox) -> Settled {
    mirrored(&mut outbox, Ok(()), 5);
    stands(&mut outbox, 1_000).unwrap()
}

#[test]
fn nothing_is_due_before_a_second_is_over_and_then_it_is_checked() {
    let mut outbox = holding(Ok(()));
    assert_eq!(mirrored(&mut outbox, Ok(()), 5), None);
    assert_eq!(outbox.next_change(start()), Some(after(1_000)));
    assert_eq!((outbox.due(start()), outbox.due(after(999))), (Vec::new(), Vec::new()));
    assert_eq!(outbox.due(after(1_000)), [check()]);
}

#[test]
fn saved_is_what_has_stood_for_a_second_and_the_mirror_has() {
    let mut outbox = holding(Ok(()));
    assert_eq!(mirrored(&mut outbox, Ok(()), 5), None, "it has not stood at all");
    assert_eq!(stands(&mut outbox, 999), None);
    let settled = stands(&mut outbox, 1_000).unwrap();
    let of = Some(id(1));
    let state = SaveState::Saved;
    assert_eq!(settled, Settled { key: KEY.into(), of, about: of, state, has_text: true, was_at_risk: false });
    assert!(!outbox.holds(KEY));
}

#[test]
fn what_stands_waits_for_the_mirror() {
    let mut outbox = holding(Ok(()));
    assert_eq!(stands(&mut outbox, 1_000), None);
    assert_eq!(mirrored(&mut outbox, Err(StoreError::Full), 1_100), None);
    assert_eq!(outbox.due(after(1_100)), [write(CopyId::Mirror)], "and it is not checked again");
    assert_eq!(state(mirrored(&mut outbox, Ok(()), 1_200)), Some(SaveState::Saved));
}

#[test]
fn kept_is_what_stands_where_there_is_no_mirror() {
    let mut outbox = holding(Ok(()));
    assert_eq!(mirrored(&mut outbox, Err(StoreError::Blocked), 5), None);
    assert_eq!(state(stands(&mut outbox, 1_000)), Some(SaveState::Kept));
}

#[test]
fn a_comment_is_not_kept_without_the_primary_copy_and_what_is_about_none_is() {
    let mut comment = holding(Ok(()));
    let (settled, _) = comment.wrote(CopyId::Primary, KEY, Err(StoreError::Blocked), after(5));
    assert_eq!((settled, mirrored(&mut comment, Ok(()), 6)), (None, None));
    assert!(comment.is_refused());
    for (response, is_kept) in [(Ok(()), true), (Err(StoreError::Blocked), true), (Err(StoreError::Full), false)] {
        let mut deletion = mirror_first();
        let (settled, requests) = deletion.wrote(CopyId::Mirror, KEY, response, after(5));
        assert_eq!((settled, requests), (None, vec![write(CopyId::Primary)]));
        let (settled, _) = deletion.wrote(CopyId::Primary, KEY, Err(StoreError::Blocked), after(6));
        assert_eq!(state(settled), is_kept.then_some(SaveState::Kept), "{response:?}");
    }
}

#[test]
fn what_was_taken_back_is_written_again_and_must_stand_as_long_again() {
    let mut outbox = holding(Ok(()));
    mirrored(&mut outbox, Ok(()), 5);
    let gone = outbox.checked(KEY, Err(StoreError::Vanished), after(1_000));
    assert_eq!(gone, (None, vec![write(CopyId::Primary)]));
    assert_eq!(outbox.wrote(CopyId::Primary, KEY, Ok(()), after(1_010)), (None, Vec::new()));
    assert_eq!(stands(&mut outbox, 2_009), None);
    assert_eq!(state(stands(&mut outbox, 2_010)), Some(SaveState::Saved));
}

#[test]
fn what_is_taken_back_time_after_time_waits_its_turn() {
    let mut outbox = holding(Ok(()));
    mirrored(&mut outbox, Ok(()), 5);
    let mut gone = |millis| {
        assert_eq!(outbox.due(after(millis)), [check()]);
        let requests = outbox.checked(KEY, Err(StoreError::Vanished), after(millis)).1;
        outbox.wrote(CopyId::Primary, KEY, Ok(()), after(millis));
        requests
    };
    assert_eq!(gone(1_000), [write(CopyId::Primary)]);
    assert_eq!(gone(2_000), [], "the pause has doubled twice");
}

#[test]
fn a_response_that_comes_late_says_nothing_of_a_write_that_has_none_yet() {
    let mut outbox = mirror_first();
    outbox.wrote(CopyId::Mirror, KEY, Ok(()), after(5));
    for late in [Ok(()), Err(StoreError::Vanished), Err(StoreError::Taken)] {
        assert_eq!(outbox.checked(KEY, late, after(2_000)), (None, Vec::new()), "{late:?}");
    }
    assert_eq!(outbox.due(after(2_000)), [write(CopyId::Primary)], "it is still asked for");
}

#[test]
fn where_something_else_stands_it_is_tried_again_in_its_turn() {
    let mut outbox = holding(Ok(()));
    mirrored(&mut outbox, Ok(()), 5);
    assert_eq!(outbox.due(after(1_000)), [check()]);
    assert_eq!(outbox.checked(KEY, Err(StoreError::Taken), after(1_000)), (None, Vec::new()));
    assert_eq!(outbox.due(after(2_999)), []);
    assert_eq!(outbox.due(after(3_000)), [write(CopyId::Primary)]);
}

#[test]
fn a_turn_asks_both_copies_that_have_not_said_yes_and_the_pauses_double_up_to_a_minute() {
    let mut outbox = holding(Err(StoreError::Full));
    assert_eq!(outbox.clone().due(after(1_000)), [write(CopyId::Primary), write(CopyId::Mirror)]);
    mirrored(&mut outbox, Err(StoreError::Full), 5);
    let (mut now, mut pauses) = (0, Vec::new());
    for _ in 0..9 {
        let next = (now + 1..).find(|millis| !outbox.due(after(*millis)).is_empty()).unwrap();
        pauses.push(next - now);
        now = next;
    }
    assert_eq!(pauses, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
}

#[test]
fn what_was_accepted_at_last_is_soon_looked_at_and_what_was_refused_is_not() {
    let mut outbox = holding(Err(StoreError::Full));
    mirrored(&mut outbox, Ok(()), 5);
    outbox.hurry(after(100));
    outbox.due(after(100));
    outbox.due(after(2_100));
    assert_eq!(outbox.next_change(after(9_000)), Some(after(6_100)));
    outbox.wrote(CopyId::Primary, KEY, Err(StoreError::Full), after(2_200));
    assert_eq!(outbox.next_change(after(9_000)), Some(after(6_100)));
    outbox.wrote(CopyId::Primary, KEY, Ok(()), after(2_300));
    assert_eq!(outbox.next_change(after(9_000)), Some(after(3_300)));
    outbox.wrote(CopyId::Primary, KEY, Ok(()), after(2_900));
    assert_eq!(outbox.next_change(after(9_000)), Some(after(3_300)), "no later for another answer");
}

#[test]
fn a_deletion_waits_for_the_mirror_for_eight_seconds_or_until_the_page_is_left() {
    let mut outbox = mirror_first();
    assert_eq!(outbox.due(after(7_999)), [write(CopyId::Mirror)]);
    outbox.hurry(after(8_000));
    assert_eq!(outbox.due(after(8_000)), [write(CopyId::Primary), write(CopyId::Mirror)]);
    let mut outbox = mirror_first();
    assert_eq!(outbox.leave(), [write(CopyId::Primary)]);
    assert_eq!(outbox.leave(), [], "it is asked for already");
    assert_eq!(outbox.wrote(CopyId::Mirror, KEY, Ok(()), after(9)), (None, Vec::new()), "so no second time");
    assert_eq!(holding(Ok(())).leave(), []);
}

#[test]
fn a_reader_is_told_after_eight_seconds_and_that_moment_is_a_change() {
    let mut outbox = holding(Ok(()));
    mirrored(&mut outbox, Ok(()), 5);
    outbox.due(after(1_000));
    outbox.due(after(3_000));
    assert_eq!(outbox.next_change(after(3_000)), Some(after(7_000)));
    outbox.due(after(7_000));
    assert_eq!(outbox.next_change(after(7_000)), Some(after(8_000)), "though the next attempt is later");
    assert_eq!(outbox.next_change(after(8_000)), Some(after(15_000)));
    assert_eq!(outbox.state(id(1), after(7_999)), Some(SaveState::Saving));
    assert_eq!(outbox.at_risk(after(7_999)).count(), 0);
    assert_eq!(outbox.state(id(1), after(8_000)), Some(SaveState::AtRisk));
    assert_eq!(outbox.at_risk(after(8_000)).collect::<Vec<_>>(), [&Rc::from("text")]);
    assert_eq!(outbox.state(id(2), after(8_000)), None, "nothing is on its way about that");
    for (millis, was_at_risk) in [(7_999, false), (8_000, true)] {
        let settled = stands(&mut outbox.clone(), millis).unwrap();
        assert_eq!(settled.was_at_risk, was_at_risk, "{millis}");
    }
}

#[test]
fn a_clock_that_was_set_back_starts_everything_over() {
    let mut outbox = holding(Ok(()));
    mirrored(&mut outbox, Ok(()), 5);
    let before = at(500_000);
    assert_eq!(outbox.due(before), [check()]);
    assert_eq!(outbox.checked(KEY, Ok(()), before.plus(999)).0, None);
    assert_eq!(state(outbox.checked(KEY, Ok(()), before.plus(1_000)).0), Some(SaveState::Saved));
}

#[test]
fn what_is_said_of_a_comment_is_the_worst_and_its_text_the_newest() {
    let mut outbox = holding(Ok(()));
    outbox.put("b".into(), "edit".into(), Some(id(1)), Some("newer".into()), Ok(()), after(5_000));
    outbox.put("c".into(), "deletion".into(), Some(id(1)), None, Ok(()), after(5_000));
    outbox.put("d".into(), "other".into(), Some(id(2)), Some("other".into()), Ok(()), after(5_000));
    assert_eq!(outbox.state(id(1), after(8_000)), Some(SaveState::AtRisk));
    assert_eq!(outbox.state(id(2), after(8_000)), Some(SaveState::Saving));
    assert_eq!(outbox.text(id(1)), Some(&Rc::from("newer")));
    assert_eq!(outbox.text(id(3)), None);
    assert_eq!(outbox.records().map(|(key, _)| key).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
}

#[test]
fn what_another_page_changed_is_kept_and_not_spoken_of() {
    let mut outbox = holding(Ok(()));
    outbox.overtake(id(2));
    assert_eq!(settled(outbox.clone()).about, Some(id(1)));
    outbox.overtake(id(1));
    let settled = settled(outbox);
    assert_eq!((settled.of, settled.about), (Some(id(1)), None));
}

#[test]
fn a_record_is_over_quota_where_the_primary_copy_is_full_and_the_mirror_has_it_or_is_none() {
    let first = [StoreError::Full, StoreError::Failed, StoreError::Taken];
    let mirror = [(Ok(()), true), (Err(StoreError::Blocked), true), (Err(StoreError::Full), false)];
    for (local, (response, has)) in first.iter().flat_map(|local| mirror.map(|mirror| (*local, mirror))) {
        let mut outbox = holding(Err(local));
        mirrored(&mut outbox, response, 5);
        assert_eq!(outbox.is_over_quota(KEY), has && local == StoreError::Full, "{local:?} {response:?}");
    }
    assert!(!holding(Err(StoreError::Full)).is_over_quota(KEY), "the mirror has not answered");
    assert!(!Outbox::default().is_over_quota(KEY));
}

#[test]
fn refused_is_what_was_refused_when_it_was_asked_last() {
    let mut outbox = holding(Err(StoreError::Full));
    assert!(outbox.is_refused());
    outbox.wrote(CopyId::Primary, KEY, Ok(()), after(10));
    assert!(!outbox.is_refused());
    outbox.wrote(CopyId::Mirror, KEY, Err(StoreError::Full), after(20));
    assert!(!outbox.is_refused(), "that is the mirror's");
}

#[test]
fn a_response_about_what_is_not_on_its_way_does_nothing() {
    let mut outbox = holding(Ok(()));
    outbox.forget(KEY);
    assert_eq!(outbox.wrote(CopyId::Mirror, KEY, Ok(()), start()), (None, Vec::new()));
    assert_eq!(outbox.checked(KEY, Err(StoreError::Vanished), start()), (None, Vec::new()));
    assert_eq!(outbox.next_change(start()), None);
    let mut other = Outbox::default();
    other.absorb(holding(Ok(())));
    assert!(other.holds(KEY));
}
