//! The rules by which several ids are one discussion.
#![cfg(test)]

use super::state::Discussion;
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::syntax::Syntax;
use crate::domain::thread_id::ThreadId;
use crate::domain::timestamp::Timestamp;
use crate::replica::{Env, Event, Output};
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::format::draft::Draft;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::{RecordKey, Slot};
use crate::store::format::stored_text::StoredText;

const NAMES: [&str; 3] = ["shown", "one", "two"];

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis).unwrap()
}

fn env() -> Env {
    Env::new(at(1_000), Actor(7), AuthorId::local(1))
}

fn thread(name: &str) -> ThreadId {
    ThreadId::explicit(name).unwrap()
}

fn id(lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(8) }
}

fn found(name: &str, slot: Slot, value: String) -> Found {
    Found { key: RecordKey::new(&thread(name).key(), slot).to_string(), value: StoredText::Text(value) }
}

/// An own record of a thread.
fn made(name: &str, lamport: u64, kind: Kind) -> Found {
    let author = Author { id: AuthorId::local(1), name: None };
    let operation = Operation { id: id(lamport), author, at: at(10), epoch: 0, draft: None, kind };
    found(name, Slot::Own(id(lamport)), record::encode(&operation).unwrap())
}

fn post(name: &str, lamport: u64, text: &str) -> Found {
    made(name, lamport, Kind::Post { parent: None, body: Some(Body::new(text).unwrap()) })
}

fn erase(name: &str, lamport: u64, target: u64) -> Found {
    made(name, lamport, Kind::Erase { target: id(target), changes: Vec::new() })
}

fn left(name: &str, lamport: u64) -> Found {
    let draft = Draft { text: name.to_owned(), syntax: Syntax::Plain, at: at(5), closed: false, epoch: 0 };
    found(name, Slot::Draft { composer: ComposerId::New, name: id(lamport), actor: Actor(8) }, draft.encode().unwrap())
}

/// A discussion that has read these under its three ids.
fn reading(records: &[Found]) -> Discussion {
    let mut discussion = Discussion::new(thread("shown"), at(1_000));
    discussion.open(thread("shown"), &[thread("one"), thread("two")], at(1_000));
    for copy in CopyId::ALL {
        for key in NAMES.map(|name| thread(name).key()) {
            let is_of_it = |found: &&Found| RecordKey::parse(&key, &found.key).is_some();
            let all: Vec<Found> = records.iter().filter(is_of_it).cloned().collect();
            let keys = all.iter().map(|found| found.key.clone()).collect();
            discussion.listed(copy, &key, Ok(keys), &mut env());
            discussion.fetched(copy, &key, all, Some(Ok(())), &mut env());
        }
    }
    discussion
}

fn finished(outputs: &[Output]) -> Vec<ComposerId> {
    let composer = |output: &Output| match output {
        Output::Event(Event::Finished(composer)) => Some(*composer),
        _ => None,
    };
    outputs.iter().filter_map(composer).collect()
}

#[test]
fn a_comment_that_is_gone_under_all_ids_ends_its_reply_and_one_that_never_was_ends_nothing() {
    let mut discussion = reading(&[post("one", 1, "text"), post("shown", 1, "text")]);
    assert_eq!(discussion.comments().count(), 1);
    let reply = ComposerId::Reply(id(1));
    assert!(!finished(&discussion.heard(&erase("one", 2, 1), &mut env())).contains(&reply), "it is shown still");
    assert!(finished(&discussion.heard(&erase("shown", 2, 1), &mut env())).contains(&reply));
    assert_eq!(discussion.comments().count(), 0);
    let change = made("shown", 5, Kind::Delete { target: id(4) });
    assert_eq!(finished(&discussion.heard(&change, &mut env())), []);
}

#[test]
fn a_draft_is_used_thrown_away_and_brought_back_under_the_id_where_it_was_left() {
    let mut discussion = reading(&[left("two", 3), left("one", 4)]);
    let offered = |discussion: &Discussion, name: u64| {
        discussion.all().map(|replica| replica.drafts().has_other(id(name))).collect::<Vec<_>>()
    };
    assert_eq!(offered(&discussion, 3), [false, false, true]);
    assert!(discussion.discard_draft(id(3)).0);
    assert_eq!(offered(&discussion, 3), [false, false, false]);
    assert_eq!(discussion.bring_back_draft(), Some(id(3)));
    assert_eq!(discussion.bring_back_draft(), None);
    assert_eq!(offered(&discussion, 3), [false, false, true]);
    assert!(!discussion.discard_draft(id(9)).0, "there is no such text");
    assert_eq!(discussion.use_draft(id(9), &mut env()), None);
    let (composer, _) = discussion.use_draft(id(4), &mut env()).unwrap();
    assert_eq!((composer, offered(&discussion, 4)), (ComposerId::New, vec![false, false, false]));
}

#[test]
fn a_change_is_written_where_its_comment_is_the_readers_own_and_else_in_the_thread_of_the_page() {
    let discussion = reading(&[post("one", 1, "a"), post("two", 2, "b"), post("shown", 3, "c"), post("two", 3, "c")]);
    let of = |composer| discussion.of_composer(composer).thread().as_str();
    let edits = [1, 2, 3, 9].map(|number| of(ComposerId::Edit(id(number))));
    assert_eq!(edits, ["one", "two", "shown", "shown"]);
    assert_eq!((of(ComposerId::New), of(ComposerId::Reply(id(1)))), ("shown", "shown"));
}

#[test]
fn what_arrives_under_another_id_is_more_only_if_the_discussion_shows_more() {
    let mut discussion = reading(&[post("shown", 1, "text")]);
    let mut are_more = |found: Found| {
        let more = |output: &Output| match output {
            Output::Event(Event::Arrived { are_more, .. }) => Some(*are_more),
            _ => None,
        };
        discussion.heard(&found, &mut env()).iter().filter_map(more).collect::<Vec<_>>()
    };
    assert_eq!(are_more(post("one", 1, "text")), [false], "the same one");
    assert_eq!(are_more(post("one", 2, "text")), [true]);
    assert_eq!(are_more(made("one", 3, Kind::Delete { target: id(2) })), [false]);
}

#[test]
fn what_is_on_its_way_is_hurried_and_given_up_under_every_id() {
    let mut discussion = reading(&[post("one", 1, "a"), post("shown", 2, "b")]);
    let author = || Author { id: AuthorId::local(1), name: None };
    let mut env = env();
    let keys = [1, 2].map(|number| {
        let deleted = discussion.append(Kind::Delete { target: id(number) }, author(), None, ("", ""), &mut env);
        let written = |output| match output {
            Output::Ask(Request::Write { key, .. }) => Some(key),
            _ => None,
        };
        let key = deleted.into_iter().find_map(written).unwrap();
        discussion.wrote(CopyId::Primary, &key, Ok(()));
        key
    });
    let is_sending =
        |discussion: &Discussion| keys.iter().filter(|key| discussion.all().any(|it| it.is_sending(key))).count();
    assert_eq!(is_sending(&discussion), 2);
    let due = |discussion: &Discussion| discussion.all().map(|it| it.next_change()).collect::<Vec<_>>();
    assert_eq!(due(&discussion), [Some(at(2_000)), Some(at(2_000)), None]);
    discussion.hurry();
    assert_eq!(due(&discussion), [Some(at(1_000)), Some(at(1_000)), None]);
    discussion.give_up_sending();
    assert_eq!(is_sending(&discussion), 0);
}

#[test]
fn the_other_ids_are_read_again_without_the_shown_one() {
    let asked = reading(&[]).look_at_others();
    let list = |name| Output::Ask(Request::List { copy: CopyId::Primary, thread: thread(name).key() });
    assert_eq!(asked, [list("one"), list("two")]);
}

#[test]
fn the_page_is_told_that_its_own_thread_is_read_and_of_another_id_only_what_arrived() {
    let mut discussion = Discussion::new(thread("shown"), at(1_000));
    discussion.open(thread("shown"), &[thread("one")], at(1_000));
    let mut read = |name| {
        let outputs = discussion.listed(CopyId::Primary, &thread(name).key(), Ok(Vec::new()), &mut env());
        let event = |output| if let Output::Event(event) = output { Some(event) } else { None };
        outputs.into_iter().filter_map(event).collect::<Vec<_>>()
    };
    assert_eq!(read("one"), [Event::Arrived { ids: Default::default(), are_more: false }]);
    assert_eq!(read("shown"), [Event::Opened, Event::Ready]);
}
