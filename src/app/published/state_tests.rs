//! The rules by which the file that the page publishes is fetched and read.
#![cfg(test)]

use std::rc::Rc;

use super::error::PublishedError;
use super::reading::READING;
use super::state::{Published, PublishedMsg};
use crate::app::effect::{Effect, PublishedRequest};
use crate::app::samples::{World, at, id, operation, own, post, thread};
use crate::app::step::Step;
use crate::domain::article_error::ArticleError;
use crate::domain::thread_id::ThreadId;
use crate::store::file::publication::publication;
use crate::store::format::record_key::Slot;
use crate::store::oplog::operation_set::{Element, OperationSet};

const ADDRESS: &str = "/comments.jsonl";

/// A page that publishes a file, on which the reader has written comment 1.
fn page() -> World {
    let mut world = World::reading(&[own(1, post())]);
    world.config.comments = Some(ADDRESS.to_owned());
    world
}

/// A room with what reads its file.
fn reading() -> Published {
    let mut published = Published::default();
    published.take_code(READING);
    published
}

/// A publication with the comments of these numbers.
fn file(thread: &ThreadId, comments: &[u64]) -> Rc<[u8]> {
    let mut set = OperationSet::default();
    for number in comments {
        let made = operation(*number, post());
        let value = crate::store::format::record::encode(&made).unwrap().as_str().into();
        set.add(Slot::Own(id(*number)), Element::read(id(*number), &value).unwrap());
    }
    publication(&[(&thread.key(), None, &set)], at(900)).into_bytes().into()
}

fn read(attempt: u32, piece: Result<Option<Rc<[u8]>>, ArticleError>) -> PublishedMsg {
    PublishedMsg::Read { attempt, piece }
}

fn follow(published: &mut Published, msg: PublishedMsg, world: &mut World) -> Vec<Step> {
    published.follow(msg, &mut world.context())
}

/// Has the page fetch its file, and gives the number of the attempt.
fn fetched(published: &mut Published, world: &mut World) -> u32 {
    let steps = published.fetch(&world.config, &mut world.discussion);
    match steps.last() {
        Some(Step::Do(Effect::Published(PublishedRequest::Fetch { address, attempt }))) if address == ADDRESS => {
            *attempt
        }
        _ => panic!("nothing was fetched: {steps:?}"),
    }
}

/// Reads these pieces and then the end of the file, slice by slice.
fn read_whole(published: &mut Published, pieces: &[Rc<[u8]>], world: &mut World) -> Vec<Step> {
    let attempt = fetched(published, world);
    let mut steps = Vec::new();
    for piece in pieces.iter().cloned().map(Some).chain([None]) {
        steps.extend(follow(published, read(attempt, Ok(piece)), world));
        for _ in 0..9 {
            if steps.last() == Some(&Effect::Continue.into()) {
                steps.extend(follow(published, PublishedMsg::GotTime, world));
            }
        }
    }
    steps
}

#[test]
fn the_file_is_fetched_once_the_thread_was_read_and_only_where_there_is_one() {
    let mut unread = World::unread();
    unread.config.comments = Some(ADDRESS.to_owned());
    for mut world in [unread, World::reading(&[])] {
        let mut published = reading();
        assert_eq!(published.fetch(&world.config, &mut world.discussion), []);
        assert!(!published.is_coming());
    }
    let (mut published, mut world) = (reading(), page());
    fetched(&mut published, &mut world);
    assert!(published.is_coming());
}

#[test]
fn what_is_published_stands_beside_what_the_reader_wrote() {
    let (mut published, mut world) = (reading(), page());
    let whole = file(&thread(), &[2, 3]);
    let halves = whole.split_at(whole.len() / 2);
    let steps = read_whole(&mut published, &[halves.0.into(), halves.1.into()], &mut world);
    let more = Step::Do(Effect::Published(PublishedRequest::More));
    assert_eq!(steps.iter().filter(|step| **step == more).count(), 2, "each piece is asked for");
    assert_eq!((published.error(), published.is_coming(), world.discussion.comments().count()), (None, false, 3));
    let next = world.env.next_id();
    assert!(next.lamport > id(3).lamport, "what is written next counts as later");
}

#[test]
fn a_piece_of_an_earlier_attempt_is_not_taken_nor_one_that_was_not_asked_for() {
    let (mut published, mut world) = (reading(), page());
    let earlier = fetched(&mut published, &mut world);
    let attempt = fetched(&mut published, &mut world);
    let piece = || Ok(Some(file(&thread(), &[2])));
    assert_eq!(follow(&mut published, read(earlier, piece()), &mut world), []);
    assert_eq!(follow(&mut published, PublishedMsg::GotTime, &mut world), [], "it waits for its first piece");
    assert_eq!(follow(&mut published, read(attempt, piece()), &mut world), [Effect::Continue.into()]);
    assert_eq!(follow(&mut published, read(attempt, piece()), &mut world), [], "the next one was not asked for");
}

#[test]
fn a_file_that_is_not_there_is_an_empty_thread_and_any_other_failure_is_said() {
    for (status, error) in [(404, None), (410, None), (500, Some(PublishedError::Fetch(ArticleError::Status(500))))] {
        let (mut published, mut world) = (reading(), page());
        let attempt = fetched(&mut published, &mut world);
        let mut steps = follow(&mut published, read(attempt, Err(ArticleError::Status(status))), &mut world);
        steps.extend(follow(&mut published, PublishedMsg::GotTime, &mut world));
        assert_eq!((published.error(), published.is_coming()), (error, false), "{status}");
        let tells = steps.iter().any(|step| matches!(step, Step::Do(Effect::DispatchEvent { .. })));
        assert_eq!(tells, error.is_some(), "{status}");
    }
}

#[test]
fn the_reader_tries_again_only_what_went_wrong() {
    let mut world = page();
    let mut whole = reading();
    assert_eq!(follow(&mut whole, PublishedMsg::PressedRetry, &mut world), []);
    let mut broken = Published::with_error(PublishedError::Incomplete);
    let steps = follow(&mut broken, PublishedMsg::PressedRetry, &mut world);
    assert!(matches!(steps[..], [Step::Do(Effect::Published(PublishedRequest::Fetch { .. }))]), "{steps:?}");
    assert_eq!(broken.error(), None);
}

#[test]
fn no_more_is_shown_than_the_limit_allows_and_what_is_there_stays() {
    let (mut published, mut world) = (reading(), page());
    published.show_at_most(2);
    read_whole(&mut published, &[file(&thread(), &[2, 3, 4])], &mut world);
    assert_eq!((published.error(), world.discussion.comments().count()), (Some(PublishedError::TooMuch), 3));
    assert!(!published.is_coming());
}

#[test]
fn a_part_of_a_file_is_shown_and_said_to_be_one() {
    let (mut published, mut world) = (reading(), page());
    let whole = file(&thread(), &[2, 3]);
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let without_last = lines.split_last().unwrap().1.concat();
    read_whole(&mut published, &[without_last.into()], &mut world);
    assert_eq!((published.error(), world.discussion.comments().count()), (Some(PublishedError::Incomplete), 2));
    let mut strange = reading();
    read_whole(&mut strange, &[b"<!doctype html>"[..].into()], &mut world);
    assert_eq!((strange.error(), world.discussion.comments().count()), (Some(PublishedError::NotOne), 1));
}

#[test]
fn of_other_threads_nothing_is_shown_and_with_a_thread_its_file_is_left() {
    let (mut published, mut world) = (reading(), page());
    read_whole(&mut published, &[file(&ThreadId::explicit("another").unwrap(), &[2])], &mut world);
    assert_eq!((published.error(), world.discussion.comments().count()), (None, 1));
    assert_eq!(published.leave(), None, "there is nothing to give up");
    let attempt = fetched(&mut published, &mut world);
    assert_eq!(published.leave(), Some(Effect::Published(PublishedRequest::Stop)));
    let late = read(attempt, Ok(Some(file(&thread(), &[2]))));
    assert_eq!(follow(&mut published, late, &mut world), []);
}

#[test]
fn where_what_reads_the_file_does_not_come_that_is_said_and_the_reader_tries_again() {
    let (mut published, mut world) = (Published::default(), page());
    let attempt = fetched(&mut published, &mut world);
    assert_eq!(follow(&mut published, PublishedMsg::Missed { attempt: attempt.wrapping_sub(1) }, &mut world), []);
    assert!(published.is_coming(), "an earlier attempt has failed");
    let missed = follow(&mut published, PublishedMsg::Missed { attempt }, &mut world);
    assert!(missed.iter().any(|step| matches!(step, Step::Do(Effect::DispatchEvent { .. }))), "{missed:?}");
    let error = Some(PublishedError::Fetch(ArticleError::Reader));
    assert_eq!((published.error(), published.is_coming()), (error, false));
    let again = follow(&mut published, PublishedMsg::PressedRetry, &mut world);
    assert!(matches!(again[..], [Step::Do(Effect::Published(PublishedRequest::Fetch { .. }))]), "{again:?}");
    assert_eq!(follow(&mut published, PublishedMsg::Came(READING), &mut world), []);
    let piece = read(attempt + 1, Ok(Some(file(&thread(), &[2]))));
    assert_eq!(follow(&mut published, piece, &mut world), [Effect::Continue.into()]);
}
