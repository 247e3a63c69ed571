//! The rules by which records of other pages and of the copies are taken in.
#![cfg(test)]

use std::slice::from_ref;

use super::output::{Event, Output};
use super::samples::*;
use super::storage_state::Storage;
use crate::domain::composer_id::ComposerId;
use crate::domain::thread_id::ThreadId;
use crate::store::copy::request::{CopyId, Found, Request};
use crate::store::format::operation::Kind;
use crate::store::format::record_key::{RecordKey, Slot};

/// A value of this key that nobody can read.
fn damaged(found: &Found) -> Found {
    Found { value: "damage".into(), ..found.clone() }
}

/// The same value under the key that it has in another thread.
fn of_another_thread(lamport: u64) -> Found {
    let thread = ThreadId::explicit("another").unwrap().key();
    Found { key: RecordKey::new(&thread, Slot::Own(id(lamport))).to_string(), ..post(lamport) }
}

#[test]
fn a_thousand_records_told_early_are_remembered_and_none_once_all_has_been_read() {
    let mut replica = opened();
    (1..=1_001).for_each(|number| drop(replica.heard(&post(number), &mut env())));
    gives(&mut replica, CopyId::Primary, Ok(&[]), &mut env());
    assert_eq!(replica.set().elements().count(), 1_000);
    replica.heard(&post(2_000), &mut env());
    assert_eq!((replica.heard_early.len(), replica.set().elements().count()), (0, 1_001));
}

#[test]
fn what_is_told_of_another_thread_is_nothing() {
    let mut replica = read(&[], &[]);
    assert_eq!(replica.heard(&of_another_thread(1), &mut env()), []);
    replica.storage = Storage::KeyCollision;
    assert_eq!(replica.heard(&post(1), &mut env()), [], "and where another one's records stand, all is");
}

#[test]
fn what_is_told_takes_space_and_has_arrived() {
    let (mut replica, first) = (read(&[], &[]), post(1));
    let arrived = Event::Arrived { ids: [id(1)].into(), are_more: false };
    assert_eq!(events(replica.heard(&first, &mut env())), [Event::UsedSpace(first.units()), arrived]);
    let erased = replica.heard(&erase(2, 1), &mut env());
    assert_eq!(changes(erased), [remove(CopyId::Primary, &[&first]), remove(CopyId::Mirror, &[&first])]);
}

#[test]
fn damage_is_remembered_by_its_key_until_something_sound_stands_there() {
    let (first, mut replica) = (post(1), read(&[], &[]));
    for found in [damaged(&first), damaged(&deleted_everything(1)), damaged(&named("demo"))] {
        replica.heard(&found, &mut env());
        assert!(replica.unreadable().contains(&found.key), "{}", found.key);
    }
    assert_eq!((replica.unreadable().len(), replica.set().epoch()), (3, 0));
    replica.heard(&first, &mut env());
    assert!(!replica.unreadable().contains(&first.key));
}

#[test]
fn the_deletion_of_everything_told_takes_damage_along_and_an_older_or_a_false_one_does_not() {
    let (first, older) = (post(1), deleted_everything(2));
    let mut replica = read(&[], &[]);
    replica.raise(2, &mut Vec::new());
    for (told, stays) in [(&older, 1), (&damaged(&deleted_everything(3)), 2), (&deleted_everything(3), 0)] {
        replica.heard(&damaged(&first), &mut env());
        replica.heard(told, &mut env());
        assert_eq!(replica.unreadable().len(), stays, "{}", told.key);
    }
}

#[test]
fn an_epoch_that_is_known_takes_nothing_away() {
    let name = named("demo");
    let mut replica = read(from_ref(&name), from_ref(&name));
    replica.heard(&deleted_everything(2), &mut env());
    assert_eq!(replica.round.doomed(CopyId::Primary).iter().collect::<Vec<_>>(), [&name.key], "title and address go");
    replica.round.spare(&name.key);
    replica.take(&key(), &name, &mut env(), &mut Vec::new());
    assert_eq!(changes(replica.heard(&deleted_everything(1), &mut env())), []);
    assert_eq!(changes(replica.heard(&deleted_everything(2), &mut env())), []);
    assert!(!replica.is_removing());
}

#[test]
fn what_a_page_has_use_for_is_of_its_thread_and_neither_known_nor_its_own() {
    let (first, sent) = (post(1), post(2));
    let mut replica = read(from_ref(&first), from_ref(&first));
    replica.send(sent.key.clone(), value(&sent));
    assert!(replica.has_use_for(&post(3)));
    assert!(replica.has_use_for(&damaged(&Found { key: format!("{}x", post(3).key), ..post(3) })), "damage is counted");
    for found in [first, sent, of_another_thread(3), draft(ComposerId::New, 4, HERE, "text", 5)] {
        assert!(!replica.has_use_for(&found), "{}", found.key);
    }
}

#[test]
fn a_key_is_read_until_what_it_holds_has_been_taken() {
    let damage = damaged(&Found { key: format!("{}x", post(9).key), ..post(9) });
    let all = [named("demo"), deleted_everything(2), made_in(2, 5, Kind::Delete { target: id(1) }), damage];
    let (before, after) = (read(&[], &[]), read(&all, &all));
    for found in &all {
        assert!(!before.knows(&key(), &found.key) && after.knows(&key(), &found.key), "{}", found.key);
    }
    assert!(after.knows(&key(), &deleted_everything(1).key), "a later deletion says more");
    assert!(!after.knows(&key(), &deleted_everything(3).key));
    assert!(before.knows(&key(), &of_another_thread(1).key), "it is none of this thread's");
}

#[test]
fn what_an_import_has_written_stays_unless_it_was_erased_or_deleted_meanwhile() {
    let erased = [post(1), erase(2, 1)];
    let mut replica = read(&erased, &erased);
    for (found, stays) in [(post(1), false), (post(3), true), (named("demo"), true), (damaged(&post(4)), true)] {
        assert_eq!(replica.imported(&found, &mut env()).0, stays, "{}", found.key);
    }
    replica.heard(&deleted_everything(1), &mut env());
    assert!(!replica.imported(&post(3), &mut env()).0);
    assert!(replica.imported(&made_in(1, 5, Kind::Delete { target: id(3) }), &mut env()).0);
    assert!(replica.imported(&of_another_thread(1), &mut env()).0, "that is not for this one to say");
}

#[test]
fn what_another_page_does_to_the_newest_comment_ends_the_words_about_it() {
    let mut replica = read(&[], &[]);
    let first = post(1);
    replica.heard(&first, &mut env());
    for (told, stays) in [(post(2), true), (record(3, Kind::Delete { target: id(1) }), false)] {
        replica.acknowledged = Some((id(1), super::save_state::SaveState::Saved, at(1_000)));
        replica.heard(&told, &mut env());
        assert_eq!(replica.acknowledged.is_some(), stays, "{}", told.key);
    }
}

#[test]
fn a_thread_that_is_read_already_is_not_taken_for_another_one() {
    let mut replica = read(&[], &[]);
    assert_eq!(replica.heard(&named("another"), &mut env()), []);
    assert_eq!(replica.storage(), Storage::Working);
    assert!(matches!(replica.look()[..], [Output::Ask(Request::List { copy: CopyId::Primary, .. })]));
}
