//! The rules by which an operation of this page's is kept.
#![cfg(test)]

use std::slice::from_ref;

use super::env::Env;
use super::output::{Event, Output};
use super::samples::*;
use super::save_state::SaveState;
use super::state::{KEPT_SHOWN, Replica};
use super::storage_state::Storage;
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::store::copy::request::{Broadcast, CopyId, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::operation::Kind;
use crate::store::format::thread_name::ThreadName;

/// What the page that makes it knows.
struct Page {
    replica: Replica,
    env: Env,
}

impl Page {
    fn with(found: &[Found]) -> Self {
        let mut env = env();
        let mut replica = opened();
        round(&mut replica, found, Ok(found), &mut env);
        Self { replica, env }
    }

    /// Makes an operation, and gives its key, its id and what is asked.
    fn make(&mut self, kind: Kind, composer: Option<ComposerId>) -> (String, OperationId, Vec<Output>) {
        let author = Author { id: AuthorId::local(1), name: None };
        let name = ThreadName::new(&thread(), "Title", "https://example.org/");
        let outputs = self.replica.append(kind, author, composer, &name, &mut self.env);
        let is_awaited = |output: &Output| match output {
            Output::Ask(Request::Write { key, .. }) if self.replica.pending.holds(key) => Some(key.clone()),
            _ => None,
        };
        let key = outputs.iter().find_map(is_awaited).unwrap();
        let id = self.replica.pending.take(&key).map(|awaited| {
            let id = awaited.operation.id;
            self.replica.pending.put(key.clone(), awaited);
            id
        });
        (key, id.unwrap(), outputs)
    }

    /// The same with a comment from the composer for one.
    fn post(&mut self) -> (String, OperationId, Vec<Output>) {
        self.replica.typed(ComposerId::New, "text".into(), &mut self.env);
        self.make(Kind::Post { parent: None, body: Some(Body::new("text").unwrap()) }, Some(ComposerId::New))
    }

    /// What settles what both copies were asked for, a second later.
    fn settle(&mut self, key: &str, mirror: Result<(), StoreError>) -> Vec<Output> {
        self.replica.wrote(CopyId::Mirror, key, mirror);
        self.replica.is_now(self.replica.now.plus(1_000));
        self.replica.checked(key, Ok(()))
    }
}

fn asked(outputs: &[Output]) -> Vec<(CopyId, &str)> {
    let mut writes = Vec::new();
    for output in outputs {
        if let Output::Ask(Request::Write { copy, key, .. }) = output {
            writes.push((*copy, key.as_str()));
        }
    }
    writes
}

fn told(outputs: &[Output]) -> usize {
    outputs.iter().filter(|output| matches!(output, Output::Broadcast(Broadcast::Record(_)))).count()
}

#[test]
fn a_comment_counts_when_the_primary_copy_has_taken_it_and_not_before() {
    let mut page = Page::with(&[]);
    let (key, id, outputs) = page.post();
    let name = named("demo").key;
    assert_eq!(asked(&outputs), [(CopyId::Primary, &*key), (CopyId::Primary, &*name), (CopyId::Mirror, &*name)]);
    assert!(page.replica.pending.holds(&key) && page.replica.set().comment(id).is_none());
    assert_eq!(page.replica.drafts().text(ComposerId::New), Some("text"), "its text is in its composer");
    let outputs = page.replica.wrote(CopyId::Primary, &key, Ok(()));
    assert_eq!((asked(&outputs), told(&outputs)), (vec![(CopyId::Mirror, &*key)], 1));
    let happened = events(outputs);
    assert!(matches!(happened[..], [Event::UsedSpace(_), Event::Accepted(_), Event::Changed(_), Event::Shown { .. }]));
    assert!(!page.replica.pending.holds(&key) && page.replica.is_sending(&key));
    assert_eq!(page.replica.save_state(id), Some(SaveState::Saving));
    assert_eq!(page.replica.drafts().text(ComposerId::New), None);
    let (_, _, outputs) = page.post();
    assert_eq!(asked(&outputs).len(), 1, "the thread has its name");
}

#[test]
fn a_comment_that_is_refused_stays_in_its_composer_and_no_other_page_hears_of_it() {
    for error in [StoreError::Full, StoreError::Failed, StoreError::Vanished] {
        let mut page = Page::with(&[]);
        let (key, id, _) = page.post();
        let outputs = page.replica.wrote(CopyId::Primary, &key, Err(error));
        assert_eq!(outputs, [Output::Event(Event::Refused(ComposerId::New, error))]);
        assert_eq!(page.replica.drafts().text(ComposerId::New), Some("text"));
        assert!(!page.replica.is_sending(&key) && page.replica.set().comment(id).is_none());
    }
}

#[test]
fn a_deletion_that_is_refused_is_done_all_the_same_and_told() {
    let mut page = Page::with(&[post(1)]);
    let (key, _, _) = page.make(Kind::Delete { target: id(1) }, None);
    let outputs = page.replica.wrote(CopyId::Primary, &key, Err(StoreError::Full));
    assert_eq!((asked(&outputs), told(&outputs)), (vec![(CopyId::Mirror, &*key)], 1));
    assert!(page.replica.set().comment(id(1)).unwrap().deleted);
    assert_eq!(page.replica.storage(), Storage::Full);
    assert!(!events(outputs).iter().any(|event| matches!(event, Event::UsedSpace(_))));
    page.replica.wrote(CopyId::Mirror, &key, Ok(()));
    assert_eq!(page.replica.storage(), Storage::Full);
    page.replica.wrote(CopyId::Primary, &key, Ok(()));
    assert_eq!(page.replica.storage(), Storage::Working, "there was space after all");
}

#[test]
fn space_for_one_record_is_tried_for_all_that_were_refused() {
    let mut page = Page::with(&[post(1)]);
    let (refused, _, _) = page.make(Kind::Delete { target: id(1) }, None);
    page.replica.wrote(CopyId::Primary, &refused, Err(StoreError::Full));
    let (key, _, _) = page.post();
    let outputs = page.replica.wrote(CopyId::Primary, &key, Ok(()));
    assert!(asked(&outputs).contains(&(CopyId::Primary, &*refused)), "{outputs:?}");
}

#[test]
fn where_the_page_may_keep_nothing_a_comment_is_in_memory_and_in_the_mirror_if_there_is_one() {
    for (mirror, is_asked) in [(Ok(&[][..]), true), (Err(StoreError::Blocked), false)] {
        let mut page = Page::with(&[]);
        page.replica.look();
        round(&mut page.replica, &[], mirror, &mut env());
        let (key, id, _) = page.post();
        let outputs = page.replica.wrote(CopyId::Primary, &key, Err(StoreError::Blocked));
        assert_eq!(asked(&outputs).contains(&(CopyId::Mirror, &*key)), is_asked);
        assert_eq!(page.replica.storage(), Storage::Blocked);
        assert_eq!(page.replica.save_state(id), Some(SaveState::InMemory));
        assert!(!page.replica.is_sending(&key));
    }
}

#[test]
fn where_another_threads_records_stand_nothing_is_asked_and_told_and_all_is_in_memory() {
    let mut page = Page { replica: opened(), env: env() };
    gives(&mut page.replica, CopyId::Primary, Ok(&[named("another")]), &mut env());
    let author = Author { id: AuthorId::local(1), name: None };
    let kind = Kind::Post { parent: None, body: Some(Body::new("text").unwrap()) };
    let name = ThreadName::new(&thread(), "Title", "https://example.org/");
    let outputs = page.replica.append(kind, author, None, &name, &mut page.env);
    assert_eq!((asked(&outputs), told(&outputs)), (vec![], 0));
    assert_eq!((page.replica.in_memory.len(), page.replica.storage()), (1, Storage::KeyCollision));
}

#[test]
fn what_is_kept_is_said_with_what_it_came_of_and_its_draft_goes() {
    for (mirror, state) in [(Ok(()), SaveState::Saved), (Err(StoreError::Blocked), SaveState::Kept)] {
        let mut page = Page::with(&[]);
        let (key, id, _) = page.post();
        page.replica.wrote(CopyId::Primary, &key, Ok(()));
        let outputs = page.settle(&key, mirror);
        assert_eq!(changes(outputs.clone()).len(), 2, "the draft goes from both copies");
        let acknowledged = |is_first| Event::Acknowledged { state, was_told: true, is_first };
        assert_eq!(events(outputs), [Event::Saved { id, state }, acknowledged(true)]);
        assert_eq!(page.replica.save_state(id), Some(state));
        assert!(!page.replica.is_saving(id));
        let end = page.replica.now.plus(KEPT_SHOWN);
        assert_eq!(page.replica.next_change(), Some(end), "the words about it end then");
        page.replica.is_now(end);
        assert_eq!((page.replica.save_state(id), page.replica.next_change()), (None, None));
        let (key, _, _) = page.post();
        page.replica.wrote(CopyId::Primary, &key, Ok(()));
        assert_eq!(events(page.settle(&key, mirror)).last(), Some(&acknowledged(false)));
    }
}

#[test]
fn nothing_is_said_of_a_comment_while_more_of_it_is_on_its_way() {
    let mut page = Page::with(&[post(1)]);
    let first = page.make(Kind::Delete { target: id(1) }, None).0;
    let second = page.make(Kind::Restore { target: id(1) }, None).0;
    for key in [&first, &second] {
        page.replica.wrote(CopyId::Primary, key, Ok(()));
    }
    let is_said = |outputs| events(outputs).iter().any(|event| matches!(event, Event::Acknowledged { .. }));
    assert!(!is_said(page.settle(&first, Ok(()))));
    assert!(is_said(page.settle(&second, Ok(()))));
}

#[test]
fn what_an_operation_is_about_is_kept_before_it_in_both_copies_unless_it_is_on_its_way() {
    let comment = post(1);
    let edit = |target| Kind::Edit { target, body: Body::new("better").unwrap() };
    let of_comment = [(CopyId::Primary, &*comment.key), (CopyId::Mirror, &*comment.key)];
    let texts: [(Kind, &[(CopyId, &str)]); 4] = [
        (edit(id(1)), &of_comment),
        (Kind::Restore { target: id(1) }, &of_comment),
        (Kind::Sent { target: id(1), text: id(1) }, &of_comment),
        (Kind::Delete { target: id(1) }, &[]),
    ];
    for (kind, kept) in texts {
        let mut page = Page::with(from_ref(&comment));
        let (key, ..) = page.make(kind, None);
        let outputs = page.replica.wrote(CopyId::Primary, &key, Ok(()));
        assert_eq!(asked(&outputs), [kept, &[(CopyId::Mirror, &*key)]].concat());
    }
    let mut page = Page::with(&[]);
    let (post, target, _) = page.post();
    page.replica.wrote(CopyId::Primary, &post, Ok(()));
    let (key, ..) = page.make(edit(target), None);
    assert_eq!(asked(&page.replica.wrote(CopyId::Primary, &key, Ok(()))), [(CopyId::Mirror, &*key)]);
}

#[test]
fn what_is_erased_is_removed_when_the_erasure_is_kept_and_not_before() {
    let comment = post(1);
    let mut page = Page::with(from_ref(&comment));
    let (key, ..) = page.make(Kind::Erase { target: id(1), changes: Vec::new() }, None);
    let outputs = page.replica.wrote(CopyId::Primary, &key, Ok(()));
    assert_eq!(asked(&outputs).len(), changes(outputs.clone()).len(), "nothing is removed");
    let gone = [remove(CopyId::Primary, &[&comment]), remove(CopyId::Mirror, &[&comment])];
    assert_eq!(changes(page.settle(&key, Ok(()))), gone);
}

#[test]
fn what_is_appended_is_of_the_newest_epoch_that_anything_here_is_of() {
    let mut page = Page::with(&[made_in(4, 1, Kind::Delete { target: id(9) })]);
    let (key, ..) = page.post();
    assert_eq!(page.replica.pending.take(&key).unwrap().operation.epoch, 4);
}
