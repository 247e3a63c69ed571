//! The rules by which what is being written here is kept.
#![cfg(test)]

use std::slice::from_ref;

use super::env::Env;
use super::output::{Event, Output};
use super::samples::*;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::composer_id::ComposerId;
use crate::domain::thread::Thread;
use crate::store::copy::request::{Broadcast, CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::draft::Draft;
use crate::store::format::record_key::{RecordKey, Slot};

/// What is put into the copies, and what is removed from them.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    Put(CopyId, String),
    Remove(CopyId, usize),
}

use Change::{Put, Remove};

fn drafts(outputs: &[Output]) -> Vec<Change> {
    let change = |output: &Output| match output {
        Output::Ask(Request::Put { copy, value, .. }) => Some(Put(*copy, Draft::decode(&(&**value).into())?.text)),
        other => removed(other).map(|(copy, keys)| Remove(copy, keys.len())),
    };
    outputs.iter().filter_map(change).collect()
}

fn put(copy: CopyId, text: &str) -> Change {
    Put(copy, text.to_owned())
}

/// What puts a text under a new name and takes the old one away.
fn anew(text: &str) -> Vec<Change> {
    vec![put(CopyId::Primary, text), put(CopyId::Mirror, text), Remove(CopyId::Primary, 1), Remove(CopyId::Mirror, 1)]
}

fn type_in(replica: &mut Replica, composer: ComposerId, text: &str, env: &mut Env) -> Vec<Change> {
    drafts(&replica.typed(composer, text.into(), env))
}

/// What is done when so much time has passed since it was opened, in milliseconds.
fn after(replica: &mut Replica, millis: u64) -> Vec<Change> {
    replica.is_now(at(1_000).plus(millis));
    drafts(&replica.tick(&Thread::default(), |_| true, &mut env()))
}

fn without_mirror() -> Replica {
    let mut replica = opened();
    round(&mut replica, &[], Err(StoreError::Blocked), &mut env());
    replica
}

#[test]
fn a_text_rests_for_a_second_and_is_put_into_the_mirror_once() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    assert_eq!(type_in(&mut replica, ComposerId::New, "text", &mut env), []);
    assert_eq!(replica.next_change(), Some(at(2_000)));
    assert_eq!((after(&mut replica, 0), after(&mut replica, 999)), (vec![], vec![]));
    assert_eq!(after(&mut replica, 1_000), [put(CopyId::Mirror, "text")]);
    assert_eq!(after(&mut replica, 5_000), []);
}

#[test]
fn without_a_mirror_a_draft_rests_for_ten_seconds_and_is_put_into_the_primary_copy() {
    let (mut replica, mut env) = (without_mirror(), env());
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    assert_eq!(after(&mut replica, 9_999), []);
    assert_eq!(after(&mut replica, 10_000), [put(CopyId::Primary, "text")]);
    assert_eq!(after(&mut replica, 30_000), []);
}

#[test]
fn the_rest_is_counted_from_the_first_change_and_a_clock_set_back_ends_it() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    type_in(&mut replica, ComposerId::New, "t", &mut env);
    assert_eq!(after(&mut replica, 900), []);
    type_in(&mut replica, ComposerId::New, "te", &mut env);
    assert_eq!(after(&mut replica, 1_000), [put(CopyId::Mirror, "te")]);
    type_in(&mut replica, ComposerId::New, "tex", &mut env);
    replica.is_now(at(500));
    assert_eq!(drafts(&replica.write_due_drafts()), [put(CopyId::Mirror, "tex")]);
}

#[test]
fn a_page_that_is_left_puts_it_into_both_copies_as_far_as_they_lack_it() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    assert_eq!(drafts(&replica.hide()), [put(CopyId::Primary, "text"), put(CopyId::Mirror, "text")]);
    assert_eq!(drafts(&replica.hide()), []);
    type_in(&mut replica, ComposerId::New, "texts", &mut env);
    after(&mut replica, 1_000);
    assert_eq!(drafts(&replica.hide()), [put(CopyId::Primary, "texts")], "the mirror has it");
    let mut replica = without_mirror();
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    assert_eq!(drafts(&replica.hide()), [put(CopyId::Primary, "text")]);
}

#[test]
fn what_is_put_is_told_to_the_other_pages() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    let outputs = replica.flush_drafts();
    let told = outputs.iter().filter(|output| matches!(output, Output::Broadcast(Broadcast::Record(_))));
    assert_eq!(told.count(), 2);
    let answers = replica.answer_for_drafts();
    assert!(!answers.is_empty() && answers.iter().all(|answer| outputs.contains(answer)), "{answers:?}");
}

#[test]
fn an_emptied_composer_takes_its_draft_away_and_so_does_an_edit_that_changes_nothing() {
    let comment = post(1);
    let (mut replica, mut env) = (read(from_ref(&comment), from_ref(&comment)), env());
    let (edit, reply) = (ComposerId::Edit(id(1)), ComposerId::Reply(id(1)));
    for (composer, last) in [(ComposerId::New, " \n"), (edit, "text"), (reply, "")] {
        type_in(&mut replica, composer, "something", &mut env);
        let gone = type_in(&mut replica, composer, last, &mut env);
        assert_eq!(gone, [Remove(CopyId::Primary, 1), Remove(CopyId::Mirror, 1)], "{composer:?}");
        assert_eq!(type_in(&mut replica, composer, last, &mut env), [], "there is none");
        assert!(!replica.drafts().is_writing(composer));
    }
    type_in(&mut replica, reply, "text", &mut env);
    assert!(replica.drafts().is_writing(reply), "an answer may say the same");
}

#[test]
fn a_composer_closed_with_a_text_is_kept_so_and_opens_with_the_next_letter() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    let is_closed = |replica: &Replica| replica.drafts.here.get(&ComposerId::New).unwrap().closed;
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    after(&mut replica, 1_000);
    replica.closed(ComposerId::New, "text".into(), &mut env);
    assert!(is_closed(&replica));
    assert_eq!(after(&mut replica, 2_000), [put(CopyId::Mirror, "text")]);
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    assert!(!is_closed(&replica));
    assert_eq!(after(&mut replica, 3_000), [put(CopyId::Mirror, "text")]);
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    assert_eq!(after(&mut replica, 9_000), [], "nothing has changed");
}

#[test]
fn of_two_texts_of_one_name_the_later_one_says_so_though_the_clock_stands() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    let written = |replica: &Replica| replica.drafts.here.get(&ComposerId::New).unwrap().at;
    type_in(&mut replica, ComposerId::New, "t", &mut env);
    type_in(&mut replica, ComposerId::New, "te", &mut env);
    assert_eq!(written(&replica), at(1_001));
    replica.is_now(at(400));
    type_in(&mut replica, ComposerId::New, "tex", &mut env);
    assert_eq!(written(&replica), at(1_002), "nor when it is set back");
    replica.is_now(at(4_000));
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    assert_eq!(written(&replica), at(4_000));
}

#[test]
fn where_another_threads_records_stand_no_draft_is_put_or_removed() {
    let mut env = env();
    for (storage, put_there) in [(Storage::KeyCollision, 0), (Storage::Blocked, 1), (Storage::Full, 2)] {
        let mut replica = read(&[], &[]);
        replica.storage = storage;
        type_in(&mut replica, ComposerId::New, "text", &mut env);
        assert_eq!(drafts(&replica.hide()).len(), put_there, "{storage:?}");
        let removed = type_in(&mut replica, ComposerId::New, "", &mut env).len();
        assert_eq!(removed, if storage == Storage::KeyCollision { 0 } else { 2 }, "{storage:?}");
    }
}

#[test]
fn a_key_of_the_primary_copy_that_could_not_be_read_is_left_there() {
    let damaged = Found { value: "damage".into(), ..draft(ComposerId::New, 5, ELSEWHERE, "text", 5) };
    let replica = read(from_ref(&damaged), &[]);
    assert_eq!(drafts(&replica.remove_drafts(vec![damaged.key])), [Remove(CopyId::Mirror, 1)]);
    let mut replica = opened();
    gives(&mut replica, CopyId::Primary, Err(StoreError::Failed), &mut env());
    assert_eq!(drafts(&replica.remove_drafts(vec!["a".to_owned()])), [Remove(CopyId::Mirror, 1)]);
    assert_eq!(drafts(&read(&[], &[]).remove_drafts(Vec::new())), []);
}

#[test]
fn a_text_deleted_with_everything_stays_in_its_composer_and_is_kept_again_once_it_changes() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    replica.heard(&deleted_everything(1), &mut env);
    assert_eq!((drafts(&replica.hide()), replica.drafts().text(ComposerId::New)), (Vec::new(), Some("text")));
    type_in(&mut replica, ComposerId::New, "texts", &mut env);
    assert_eq!(drafts(&replica.hide()), anew("texts"));
}

#[test]
fn its_comment_on_another_page_ends_the_composer_with_the_same_text_and_renames_another() {
    for (text, finishes) in [("text", true), ("text and more", false)] {
        let (mut replica, mut env) = (read(&[], &[]), env());
        type_in(&mut replica, ComposerId::New, text, &mut env);
        replica.hide();
        let name = replica.drafts().name(ComposerId::New).unwrap();
        let output = replica.posted(name, &post(1).key, "text", &mut env);
        assert_eq!(output, finishes.then_some(Output::Event(Event::Finished(ComposerId::New))));
        let renamed = replica.drafts().name(ComposerId::New);
        assert_eq!(renamed.is_none(), finishes, "{text}");
        assert_ne!(renamed, Some(name), "no two comments come of one draft");
        let again = if finishes { vec![] } else { anew(text) };
        assert_eq!(drafts(&replica.hide()), again, "under its new name");
    }
}

#[test]
fn an_erased_comment_ends_its_edit_and_a_sent_draft_goes_when_the_operation_is_kept() {
    let comment = post(1);
    let (mut replica, mut env) = (read(from_ref(&comment), from_ref(&comment)), env());
    type_in(&mut replica, ComposerId::Edit(id(1)), "better", &mut env);
    let outputs = replica.heard(&erase(2, 1), &mut env);
    assert!(outputs.contains(&Output::Event(Event::Finished(ComposerId::Edit(id(1))))));
    assert_eq!(drafts(&outputs), [Remove(CopyId::Primary, 2), Remove(CopyId::Mirror, 2)], "comment and draft");
    type_in(&mut replica, ComposerId::New, "new", &mut env);
    replica.sent(ComposerId::New, "operation");
    assert!(!replica.drafts().is_writing(ComposerId::New));
    assert_eq!(drafts(&replica.settled_drafts("another")), []);
    assert_eq!(drafts(&replica.settled_drafts("operation")), [Remove(CopyId::Primary, 1), Remove(CopyId::Mirror, 1)]);
    assert_eq!(drafts(&replica.settled_drafts("operation")), [], "once");
}

#[test]
fn a_thread_that_is_left_names_every_key_of_its_texts() {
    let left = [draft(ComposerId::New, 5, ELSEWHERE, "one", 5), draft(ComposerId::New, 6, ELSEWHERE, "two", 6)];
    let (mut replica, mut env) = (read(&left, &left), env());
    for composer in [ComposerId::New, ComposerId::Reply(id(1))] {
        type_in(&mut replica, composer, "text", &mut env);
    }
    replica.sent(ComposerId::New, "operation");
    replica.discard_draft(id(6));
    assert_eq!(replica.leave_drafts().len(), 4);
    assert_eq!(replica.leave_drafts(), Vec::<String>::new());
}

#[test]
fn a_text_is_shared_once_another_page_tells_it_and_neither_by_its_own_echo_nor_by_what_is_found() {
    let (mut replica, mut env) = (read(&[], &[]), env());
    type_in(&mut replica, ComposerId::New, "text", &mut env);
    let name = replica.drafts().name(ComposerId::New).unwrap();
    let state = |actor| {
        let slot = Slot::Draft { composer: ComposerId::New, name, actor };
        Found { key: RecordKey::new(&key(), slot).to_string(), ..draft(ComposerId::New, 1, actor, "text", 5) }
    };
    let is_shared = |replica: &Replica| replica.drafts.here.get(&ComposerId::New).unwrap().shared;
    replica.heard(&state(HERE), &mut env);
    for actor in [HERE, ELSEWHERE] {
        replica.take(&key(), &state(actor), &mut env, &mut Vec::new());
    }
    assert_eq!((is_shared(&replica), replica.drafts().has_others()), (false, false));
    replica.heard(&state(ELSEWHERE), &mut env);
    assert_eq!((is_shared(&replica), replica.drafts().has_others()), (true, true));
}
