//! Records that come late, twice, from elsewhere, or for another thread.

use article_widget::app::composers::ComposerId;
use article_widget::app::host_event::HostEvent;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::port::announced::Announced;
use article_widget::store::copy::request::{Broadcast, CopyId, Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;

use crate::support::Page;

fn stored_records(page: &Page) -> Vec<Found> {
    page.stored().into_iter().map(|(key, value)| Found { key, value }).collect()
}

#[test]
fn what_another_tab_writes_appears_and_is_announced() {
    let (mut here, mut there) = (Page::started(), Page::new(2));
    there.send(Msg::Started);
    let id = there.post("from there");
    for found in stored_records(&there) {
        here.send(Msg::Heard(Broadcast::Record(found)));
    }
    assert_eq!(here.shown(), ["from there"]);
    assert_eq!(here.said(), Announced::Arrived);
    assert_eq!(here.focus(), None, "the focus stays with the reader");
    let serial = here.widget.app.notices.announcement().unwrap().serial;
    for found in stored_records(&there) {
        here.send(Msg::Heard(Broadcast::Record(found)));
    }
    assert_eq!(here.widget.app.notices.announcement().unwrap().serial, serial, "nothing is announced twice");
    there.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "changed there".to_owned() });
    for found in stored_records(&there) {
        here.send(Msg::Heard(Broadcast::Record(found)));
    }
    assert_eq!(here.shown(), ["changed there"]);
    assert_eq!(here.widget.app.notices.announcement().unwrap().serial, serial, "an edit is no new comment");
    there.send(ActionMsg::PressedDelete(id));
    for found in stored_records(&there) {
        here.send(Msg::Heard(Broadcast::Record(found)));
    }
    assert!(here.shown().is_empty());
    assert_eq!(here.widget.app.notices.announcement().unwrap().serial, serial, "a deletion is no new comment");
}

#[test]
fn what_is_done_after_seeing_another_tabs_comment_is_later_than_it() {
    let (mut here, mut there) = (Page::started(), Page::new(2));
    there.send(Msg::Started);
    for n in 0..5 {
        there.post(&format!("{n}"));
    }
    for found in stored_records(&there) {
        here.send(Msg::Heard(Broadcast::Record(found)));
    }
    let seen = there.row("4");
    assert!(here.post("mine").lamport > seen.lamport);
}

#[test]
fn a_reloaded_page_goes_on_where_the_clock_of_causes_was() {
    let mut page = Page::started();
    let last = page.post("one");
    let mut page = page.reloaded(0);
    assert!(page.post("two").lamport > last.lamport);
}

#[test]
fn the_order_in_which_records_come_does_not_matter() {
    let mut page = Page::started();
    let one = page.post("one");
    page.reply(one, "two");
    page.send(ComposerMsg::PressedEdit(one));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(one), name: None, body: "one, edited".to_owned() });
    let mut records = stored_records(&page);
    for _ in 0..records.len() {
        records.rotate_left(1);
        let mut other = Page::new(2);
        other.send(Msg::Started);
        for found in &records {
            other.send(Msg::Heard(Broadcast::Record(found.clone())));
        }
        assert_eq!(other.shown(), ["one, edited", "  two"]);
    }
}

/// Delivers the response of a copy that was asked for everything.
fn read(page: &mut Page, copy: CopyId, thread: &ThreadKey, records: Vec<Found>, end: Result<(), StoreError>) {
    let keys = records.iter().map(|found| found.key.clone()).collect();
    page.send(Msg::Responded(Response::Listed { copy, thread: thread.clone(), result: Ok(keys) }));
    page.send(Msg::Responded(Response::Fetched { copy, thread: thread.clone(), records, end: Some(end) }));
}

#[test]
fn the_thread_is_shown_when_all_of_it_has_been_read() {
    let mut source = Page::started();
    source.post("one");
    let thread = source.widget.app.config.thread.key();
    let mut page = Page::new(2);
    page.silent = true;
    page.send(Msg::Started);
    let records = stored_records(&source);
    let keys = records.iter().map(|found| found.key.clone()).collect();
    let copy = CopyId::Primary;
    page.send(Msg::Responded(Response::Listed { copy, thread: thread.clone(), result: Ok(keys) }));
    page.send(Msg::Responded(Response::Fetched { copy, thread: thread.clone(), records, end: None }));
    assert!(!page.widget.app.is_ready());
    assert!(page.shown().is_empty());
    let end = Some(Ok(()));
    page.send(Msg::Responded(Response::Fetched { copy, thread: thread.clone(), records: vec![], end }));
    assert!(page.widget.app.is_ready(), "the mirror has not answered, and nobody waits for it");
    assert_eq!(page.shown(), ["one"]);
    assert_eq!(page.told_page(), [HostEvent::Ready { count: 1 }]);
    page.send(Msg::Responded(Response::Fetched { copy, thread, records: vec![], end }));
    assert_eq!(page.told_page(), [], "ready is said once");
}

#[test]
fn a_response_for_a_thread_that_is_no_longer_shown_is_dropped() {
    let mut page = Page::started();
    page.post("old thread");
    let thread = page.widget.app.config.thread.key();
    let records = stored_records(&page);
    let mut config = page.widget.app.config.clone();
    config.thread = ThreadId::explicit("another").unwrap();
    page.effects();
    page.send(Msg::ChangedConfig(Box::new(config.clone())));
    assert!(page.shown().is_empty());
    assert_eq!(page.widget.app.thread().count(), 0);
    let list = Request::List { copy: CopyId::Primary, thread: config.thread.key() };
    assert!(page.effects().contains(&Effect::Store(list)));
    read(&mut page, CopyId::Primary, &thread, records.clone(), Err(StoreError::Blocked));
    for found in records {
        page.send(Msg::Heard(Broadcast::Record(found)));
    }
    assert!(page.shown().is_empty());
    assert_eq!(page.widget.app.storage(), article_widget::replica::Storage::Working);
    page.post("new thread");
    assert_eq!(page.shown(), ["new thread"]);
}

#[test]
fn an_attribute_that_changes_nothing_reads_nothing() {
    let mut page = Page::started();
    page.post("one");
    page.effects();
    let mut config = page.widget.app.config.clone();
    config.placeholder = true;
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(page.effects(), []);
    assert_eq!(page.shown(), ["one"]);
    assert!(page.widget.app.config.placeholder);
}

#[test]
fn another_thread_takes_no_text_of_the_old_one() {
    let mut page = Page::started();
    let id = page.post("one");
    let revision = page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision;
    page.send(ComposerMsg::PressedReply(id));
    let mut config = page.widget.app.config.clone();
    config.thread = ThreadId::explicit("another").unwrap();
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(id)), None);
    assert_eq!(
        page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision,
        revision + 1,
        "the composer is a new one"
    );
}

#[test]
fn what_comes_from_elsewhere_while_the_thread_is_read_is_shown_with_the_rest() {
    let (mut here, mut there) = (Page::new(1), Page::new(2));
    there.send(Msg::Started);
    there.post("from there");
    for found in stored_records(&there) {
        here.send(Msg::Heard(Broadcast::Record(found)));
    }
    assert!(here.shown().is_empty());
    assert_eq!(here.widget.app.notices.announcement(), None);
    here.send(Msg::Started);
    assert!(here.shown().is_empty(), "a thread is read from storage, whatever was heard before");
}

#[test]
fn a_response_about_another_thread_does_not_make_this_one_ready() {
    let mut page = Page::new(1);
    let other = ThreadId::explicit("another").unwrap().key();
    page.send(Msg::Responded(Response::Listed { copy: CopyId::Primary, thread: other, result: Ok(Vec::new()) }));
    assert!(!page.widget.app.is_ready());
}

#[test]
fn a_name_that_another_thread_takes_later_does_not_hide_what_is_shown() {
    let mut page = Page::started();
    page.post("one");
    let other = ThreadId::explicit("another").unwrap();
    let value = article_widget::store::format::thread_name::ThreadName::new(&other, "", "").encode().unwrap();
    let key = format!("aw1:{}:0000000000000000000000", page.widget.app.config.thread.key());
    page.hear_record(key, value.as_str().into());
    assert_eq!(page.widget.app.storage(), article_widget::replica::Storage::Working);
    assert_eq!(page.shown(), ["one"]);
}

#[test]
fn what_another_tab_erased_is_not_taken_for_lost() {
    let mut page = Page::started();
    page.post("one");
    page.post("two");
    page.settle();
    let mut other = page.another_tab(2);
    let one = page.row("one");
    other.send(ActionMsg::PressedDelete(one));
    other.send(ActionMsg::PressedErase(one));
    other.send(ActionMsg::AnsweredErase { id: one, sure: true });
    other.settle();
    page.send(PageMsg::Woken);
    assert_eq!((page.shown(), page.widget.app.discussion().repaired_comments()), (vec!["two".to_owned()], 0));
}
