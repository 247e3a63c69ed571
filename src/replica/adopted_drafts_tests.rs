//! The rules by which texts of other pages are found, offered and adopted.
#![cfg(test)]

use std::slice::from_ref;

use super::drafts::{ANSWER_WITHIN, MIRROR_WITHIN};
use super::output::{Event, Output};
use super::samples::*;
use super::state::Replica;
use crate::domain::body::Body;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::{Actor, OperationId};
use crate::domain::thread::Thread;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{Broadcast, CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::draft::Draft;
use crate::store::format::operation::Kind;

fn left(lamport: u64, text: &str) -> Found {
    draft(ComposerId::New, lamport, ELSEWHERE, text, i64::try_from(lamport).unwrap())
}

/// The comments of the thread that this replica is.
fn shown(replica: &Replica) -> Thread {
    let mut thread = Thread::default();
    (1..10).filter_map(|number| replica.set().comment(id(number))).for_each(|comment| thread.put(comment));
    thread
}

fn tick(replica: &mut Replica, now: Timestamp) -> Vec<Output> {
    replica.is_now(now);
    let shown = shown(replica);
    replica.tick(&shown, |_| true, &mut env())
}

/// A page that has found these, and whose question whose they are nobody has answered.
fn unclaimed(found: &[Found]) -> (Replica, Vec<Output>) {
    let mut replica = read(found, found);
    let outputs = tick(&mut replica, at(1_000).plus(ANSWER_WITHIN));
    (replica, outputs)
}

fn offered(replica: &Replica) -> Vec<(OperationId, &str, bool)> {
    replica.drafts().offered().map(|(name, other)| (name, other.draft.text.as_str(), other.live)).collect()
}

fn adopted(composer: ComposerId, text: &str) -> Event {
    Event::Adopted { composer, written: text.into(), closed: false }
}

#[test]
fn whose_a_draft_is_is_asked_once_and_what_nobody_claims_in_time_is_adopted() {
    let mut replica = opened();
    let found = [left(1, "text")];
    let asked = Output::Broadcast(Broadcast::AskDrafts(key()));
    assert!(round(&mut replica, &found, Ok(&found), &mut env()).contains(&asked));
    assert_eq!((replica.ask_for_drafts(true), replica.drafts().is_asking()), (None, true));
    for early in [at(1_000), at(999).plus(ANSWER_WITHIN)] {
        assert_eq!(events(tick(&mut replica, early)), []);
    }
    assert_eq!(events(tick(&mut replica, at(1_000).plus(ANSWER_WITHIN))), [adopted(ComposerId::New, "text")]);
    assert_eq!(replica.drafts().text(ComposerId::New), Some("text"));
    assert_eq!((offered(&replica), replica.drafts().is_asking()), (Vec::new(), false));
    assert!(!read(&[], &[]).drafts().is_asking(), "without drafts there is nothing to ask");
}

#[test]
fn what_an_open_page_claims_stays_that_pages() {
    let found = [left(1, "text")];
    let mut replica = read(&found, &found);
    replica.heard(&left(1, "text"), &mut env());
    assert_eq!(events(tick(&mut replica, at(1_000).plus(ANSWER_WITHIN))), []);
    assert_eq!(offered(&replica), [(id(1), "text", true)]);
}

#[test]
fn of_what_was_left_the_newest_is_adopted_and_the_rest_offered_and_kept_in_the_mirror() {
    let found = [left(1, "one"), left(3, "three"), left(2, "two")];
    let (replica, outputs) = unclaimed(&found);
    assert_eq!(events(outputs.clone()), [adopted(ComposerId::New, "three")]);
    assert_eq!(offered(&replica), [(id(1), "one", false), (id(2), "two", false)]);
    let put =
        |found: &Found| Output::Ask(Request::Put { copy: CopyId::Mirror, key: found.key.clone(), value: value(found) });
    assert_eq!(changes(outputs), [put(&found[0]), put(&found[2])]);
}

#[test]
fn only_the_page_that_has_just_been_opened_adopts_and_only_into_a_free_composer_that_there_is() {
    let found = [left(1, "text")];
    let mut later = read(&[], &[]);
    later.look();
    round(&mut later, &found, Ok(&found), &mut env());
    assert_eq!(events(tick(&mut later, at(1_000).plus(ANSWER_WITHIN))), []);
    let mut writing = opened();
    writing.typed(ComposerId::New, "mine".into(), &mut env());
    round(&mut writing, &found, Ok(&found), &mut env());
    assert_eq!(events(tick(&mut writing, at(1_000).plus(ANSWER_WITHIN))), []);
    assert_eq!(writing.drafts().text(ComposerId::New), Some("mine"));
    let mut without_composer = read(&found, &found);
    without_composer.is_now(at(1_000).plus(ANSWER_WITHIN));
    assert_eq!(events(without_composer.tick(&Thread::default(), |_| false, &mut env())), []);
    for replica in [later, writing, without_composer] {
        assert_eq!(offered(&replica), [(id(1), "text", false)]);
    }
}

#[test]
fn a_text_is_offered_beside_its_composer_and_else_beside_that_for_a_new_comment() {
    let comments = [post(1), post(2), record(3, Kind::Delete { target: id(2) })];
    let replica = read(&comments, &comments);
    let home = |composer, live| {
        let other = super::drafts::OtherDraft {
            composer,
            draft: Draft::of(&Body::new("text").unwrap(), at(5), 0),
            live,
            keys: Default::default(),
        };
        replica.home_of(&other, &shown(&replica))
    };
    for composer in [ComposerId::New, ComposerId::Reply(id(1)), ComposerId::Edit(id(1))] {
        assert_eq!(home(composer, false), composer);
    }
    for composer in
        [ComposerId::Reply(id(2)), ComposerId::Edit(id(2)), ComposerId::Reply(id(9)), ComposerId::Edit(id(9))]
    {
        assert_eq!(home(composer, false), ComposerId::New, "{composer:?}: it is deleted or unknown");
        assert_eq!(home(composer, true), composer, "an open page knows better");
    }
}

#[test]
fn a_text_whose_composer_is_gone_is_put_nowhere_until_the_reader_asks_for_it() {
    let found = [draft(ComposerId::Reply(id(9)), 1, ELSEWHERE, "answer", 5)];
    let (mut replica, outputs) = unclaimed(&found);
    assert_eq!(events(outputs), []);
    let (composer, outputs) = replica.use_draft(id(1), &Thread::default(), &mut env()).unwrap();
    assert_eq!((composer, events(outputs)), (ComposerId::New, vec![adopted(ComposerId::New, "answer")]));
    assert_eq!(replica.use_draft(id(1), &Thread::default(), &mut env()), None, "it is in its composer");
}

#[test]
fn of_two_states_of_one_text_the_later_counts_in_whatever_order_they_come() {
    let states = [draft(ComposerId::New, 1, ELSEWHERE, "te", 5), draft(ComposerId::New, 1, Actor(9), "text", 6)];
    let backwards = [states[1].clone(), states[0].clone()];
    for found in [&states, &backwards] {
        let (replica, outputs) = unclaimed(found);
        assert_eq!(events(outputs), [adopted(ComposerId::New, "text")]);
        let writing = replica.drafts.here.get(&ComposerId::New).unwrap();
        assert_eq!(writing.replaces.len(), 2, "both go when it is written on");
    }
}

#[test]
fn what_was_erased_or_deleted_takes_its_drafts_along_however_late_they_come() {
    let edit = draft(ComposerId::Edit(id(1)), 5, ELSEWHERE, "better", 5);
    let answer = draft(ComposerId::Reply(id(1)), 6, ELSEWHERE, "answer", 5);
    let erased = [post(1), erase(2, 1)];
    let mut replica = read(&erased, &erased);
    replica.heard(&answer, &mut env());
    assert_eq!(offered(&replica), [(id(6), "answer", false)], "whoever wrote it, the answer has no composer any more");
    assert_eq!(changes(replica.heard(&edit, &mut env())).len(), 2);
    assert!(replica.round.doomed(CopyId::Mirror).contains(&edit.key));
    replica.heard(&deleted_everything(1), &mut env());
    assert_eq!(offered(&replica), []);
    replica.heard(&left(7, "late"), &mut env());
    let doomed = replica.round.doomed(CopyId::Primary);
    assert!([answer, left(7, "late")].iter().all(|found| doomed.contains(&found.key)), "{doomed:?}");
}

#[test]
fn an_emptied_draft_that_is_told_is_gone_and_one_that_is_found_says_nothing() {
    let found = [left(1, "text")];
    let mut replica = read(&found, &found);
    let empty = left(1, " ");
    assert!(!replica.take(&key(), &empty, &mut env(), &mut Vec::new()));
    assert_eq!(offered(&replica).len(), 1);
    replica.heard(&empty, &mut env());
    assert_eq!(offered(&replica), []);
    assert_eq!(replica.heard(&empty, &mut env()), [], "nothing is left to go");
}

#[test]
fn a_draft_that_the_primary_copy_alone_knows_of_waits_three_seconds_for_the_mirror() {
    let mut replica = opened();
    gives(&mut replica, CopyId::Primary, Ok(&[left(1, "text")]), &mut env());
    for early in [at(1_000), at(999).plus(MIRROR_WITHIN)] {
        assert_eq!(tick(&mut replica, early), []);
    }
    assert_eq!(replica.next_change(), Some(at(1_000).plus(MIRROR_WITHIN)));
    let asked = Output::Broadcast(Broadcast::AskDrafts(key()));
    assert_eq!(tick(&mut replica, at(1_000).plus(MIRROR_WITHIN)), [asked]);
    assert_eq!(events(tick(&mut replica, at(1_000).plus(MIRROR_WITHIN + ANSWER_WITHIN))).len(), 1);
    let mut without = opened();
    gives(&mut without, CopyId::Primary, Ok(&[]), &mut env());
    assert_eq!(without.next_change(), None);
}

#[test]
fn without_a_mirror_nothing_is_put_there() {
    let mut replica = opened();
    round(&mut replica, &[left(1, "one"), left(2, "two")], Err(StoreError::Blocked), &mut env());
    assert_eq!(changes(tick(&mut replica, at(1_000).plus(ANSWER_WITHIN))), []);
}

#[test]
fn a_reply_whose_comment_is_gone_for_good_is_offered_elsewhere() {
    let comment = [post(1)];
    let mut replica = read(&comment, &comment);
    let composer = ComposerId::Reply(id(1));
    replica.closed(composer, "answer".into(), &mut env());
    assert_eq!(replica.orphan(id(1)), Output::Event(Event::Finished(composer)));
    assert_eq!(offered(&replica).iter().map(|(_, text, live)| (*text, *live)).collect::<Vec<_>>(), [("answer", false)]);
    assert!(replica.drafts().offered().all(|(_, other)| !other.draft.closed), "nobody sees it otherwise");
    assert_eq!(replica.orphan(id(2)), Output::Event(Event::Finished(ComposerId::Reply(id(2)))));
    assert_eq!(offered(&replica).len(), 1);
}

#[test]
fn what_was_thrown_away_can_be_taken_back_until_the_next_one_or_the_end() {
    let (mut replica, _) = unclaimed(&[left(1, "one"), left(2, "two"), left(3, "three")]);
    assert_eq!(replica.discard_draft(id(3)), (false, Vec::new()), "it is in its composer");
    assert_eq!(replica.discard_draft(id(1)), (true, Vec::new()));
    assert_eq!(replica.drafts().discarded(), Some(id(1)));
    assert_eq!(replica.bring_back_draft(), Some(id(1)));
    assert_eq!(replica.bring_back_draft(), None);
    replica.discard_draft(id(1));
    let gone = changes(replica.discard_draft(id(2)).1);
    assert_eq!(gone, [remove(CopyId::Primary, &[&left(1, "")]), remove(CopyId::Mirror, &[&left(1, "")])]);
    assert_eq!(changes(replica.forget_discarded()).len(), 2);
    assert_eq!(replica.forget_discarded(), []);
}

#[test]
fn what_an_open_page_is_writing_is_not_thrown_away() {
    let mut replica = read(&[], &[]);
    replica.heard(&left(1, "text"), &mut env());
    assert_eq!(replica.discard_draft(id(1)), (false, Vec::new()));
    assert_eq!(offered(&replica).len(), 1);
}

#[test]
fn what_was_left_under_an_earlier_name_of_the_page_is_inherited_but_for_edits_and_open_pages() {
    let edit = draft(ComposerId::Edit(id(9)), 3, ELSEWHERE, "edit", 5);
    let found = [left(1, "older"), left(2, "two"), edit];
    let mut before = read(&found, &found);
    before.heard(&left(4, "live"), &mut env());
    let mut replica = read(
        &[left(1, "newer")]
            .map(|found| Found { value: draft(ComposerId::New, 1, ELSEWHERE, "newer", 7).value, ..found }),
        &[],
    );
    replica.inherit_drafts(&mut before);
    assert_eq!(offered(&replica), [(id(1), "newer", false), (id(2), "two", false)]);
    assert_eq!(offered(&before), [(id(3), "edit", false), (id(4), "live", true)]);
}

#[test]
fn of_a_text_that_was_adopted_already_the_later_state_counts_and_the_older_is_replaced() {
    for (millis, is_offered) in [(6, false), (7, false), (8, true)] {
        let adopted = draft(ComposerId::New, 1, ELSEWHERE, "text", 7);
        let (mut replica, _) = unclaimed(from_ref(&adopted));
        replica.typed(ComposerId::Reply(id(9)), "another".into(), &mut env());
        let state = draft(ComposerId::New, 1, Actor(9), "state", millis);
        replica.inherit_drafts(&mut read(from_ref(&state), &[]));
        assert_eq!(replica.drafts().has_other(id(1)), is_offered, "{millis}");
        let writing = replica.drafts.here.get(&ComposerId::New).unwrap();
        assert_eq!(writing.replaces.contains(&state.key), !is_offered, "{millis}");
    }
}

#[test]
fn of_two_states_that_were_left_the_later_is_inherited_and_both_go_with_it() {
    for (millis, text) in [(6, "known"), (7, "known"), (8, "state")] {
        let mut replica = read(&[draft(ComposerId::New, 1, ELSEWHERE, "known", 7)], &[]);
        replica.inherit_drafts(&mut read(&[draft(ComposerId::New, 1, Actor(9), "state", millis)], &[]));
        assert_eq!(offered(&replica), [(id(1), text, false)], "{millis}");
        assert_eq!(replica.drafts.others.get(&id(1)).unwrap().keys.len(), 2);
    }
}

#[test]
fn a_question_asked_before_the_clock_was_set_back_has_waited_long_enough() {
    let mut asked = read(&[left(1, "text")], &[]);
    assert_eq!(events(tick(&mut asked, at(999))).len(), 1);
    let mut waiting = opened();
    gives(&mut waiting, CopyId::Primary, Ok(&[left(1, "text")]), &mut env());
    assert_eq!(tick(&mut waiting, at(999)), [Output::Broadcast(Broadcast::AskDrafts(key()))]);
}

#[test]
fn what_is_adopted_leaves_the_other_composers_as_they_are() {
    let mut replica = opened();
    replica.typed(ComposerId::Reply(id(9)), "answer".into(), &mut env());
    round(&mut replica, &[left(1, "text")], Ok(&[]), &mut env());
    assert_eq!(events(tick(&mut replica, at(1_000).plus(ANSWER_WITHIN))), [adopted(ComposerId::New, "text")]);
    assert_eq!(replica.drafts().text(ComposerId::Reply(id(9))), Some("answer"));
}
