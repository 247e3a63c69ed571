//! What a script of the page asks through the methods, and what it is answered.
#![expect(clippy::panic, reason = "a test that cannot be set up has failed")]

use std::rc::Rc;

use article_widget::app::composers::ComposerId;
use article_widget::app::host_call;
use article_widget::app::{Effect, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage;
use article_widget::manage::effect::Work;
use article_widget::manage::host_call::{HostCall, HostResult};
use article_widget::manage::import::{Import, ImportPreview};
use article_widget::manage::msg::{ImportMsg, PanelMsg};
use article_widget::replica::Storage;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::file::file_contents::FileError;
use article_widget::store::file::file_reader::read_back;
use article_widget::store::file::thread_file::{FileKind, MOST_BYTES};
use article_widget::store::format::thread_name::ThreadName;

use crate::importing::{choose, elsewhere, publication, shown};
use crate::panel::{discussion, here};
use crate::support::Page;

/// Calls a method, and gives what its promise has come to so far.
fn call(page: &mut Page, ticket: u32, call: HostCall) -> Option<HostResult> {
    page.effects();
    page.send(manage::Msg::HostCalled { ticket, call });
    answer(page, ticket)
}

/// What was answered since the last look.
fn answer(page: &mut Page, wanted: u32) -> Option<HostResult> {
    let mut results = page.managed().into_iter().filter_map(|effect| match effect {
        manage::Effect::Settle { ticket, result } if ticket == wanted => Some(result),
        _ => None,
    });
    let first = results.next();
    assert_eq!(results.next(), None, "a promise is kept once");
    first
}

#[track_caller]
fn file(page: &mut Page, kind: FileKind, everything: bool) -> String {
    match call(page, 1, HostCall::Export { kind, everything }) {
        Some(HostResult::File(text)) => text,
        other => panic!("no file: {other:?}"),
    }
}

#[track_caller]
fn preview(page: &mut Page, ticket: u32, text: &str) -> Rc<ImportPreview> {
    match call(page, ticket, HostCall::Preview(Rc::from(text))) {
        Some(HostResult::Preview(shown)) => shown,
        other => panic!("no preview: {other:?}"),
    }
}

/// A file for others with so many comments.
fn of(comments: usize) -> String {
    let mut theirs = here();
    for number in 0..comments {
        theirs.post(&format!("Number {number}"));
    }
    publication(&mut theirs)
}

fn visited() -> Page {
    let mut page = Page::new(2);
    page.send(Msg::Started);
    page
}

#[test]
fn a_discussion_or_all_of_them_are_exported_as_either_file() {
    let mut page = Page::started();
    page.post("Here");
    discussion(&mut page, "other", &["There"]);
    page.settle();
    for kind in [FileKind::Backup, FileKind::Publication] {
        let one = file(&mut page, kind, false);
        let all = file(&mut page, kind, true);
        assert!(read_back(&one, kind).is_some() && read_back(&all, kind).is_some());
        assert!(one.contains("Here") && !one.contains("There"), "{one}");
        assert!(all.contains("Here") && all.contains("There"), "{all}");
    }
}

#[test]
fn a_publication_of_everything_has_what_nothing_names_too() {
    let mut page = visited();
    let thread = discussion(&mut page, "other", &["There"]);
    for place in [&page.storage, &page.mirror] {
        assert_eq!(place.remove(&format!("aw1:{thread}:0000000000000000000000")), Ok(()));
    }
    let text = file(&mut page, FileKind::Publication, true);
    assert!(read_back(&text, FileKind::Publication).is_some());
    assert!(text.contains("There") && text.contains(&format!("{{\"thread_key\":\"{thread}\"}}")), "{text}");
    let mut other = visited();
    assert_eq!(preview(&mut other, 2, &text).new_records(), 1);
}

#[test]
fn an_import_is_previewed_in_slices_and_then_committed_without_moving_the_focus() {
    let text = of(250);
    let mut page = visited();
    let before = page.stored();
    page.slices = Some(2);
    assert_eq!(call(&mut page, 7, HostCall::Preview(Rc::from(text.as_str()))), None, "the page has its turns between");
    page.slices = None;
    page.send(manage::Msg::GotTime(Work::HostCall(7)));
    let Some(HostResult::Preview(shown)) = answer(&mut page, 7) else { panic!("no preview") };
    assert_eq!((shown.new_records(), page.stored() == before), (250, true), "a preview writes nothing");
    assert!(page.widget.manage.panel.is_none(), "and shows nothing");
    page.type_text(ComposerId::New, "I am writing");
    page.effects();
    page.send(manage::Msg::HostCalled { ticket: 8, call: HostCall::Commit(7) });
    assert_eq!(page.focus(), None, "whoever writes goes on writing");
    assert_eq!(answer(&mut page, 8), Some(HostResult::Done { written: 251, left_out: 0 }));
    assert_eq!(page.widget.app.thread().count(), 250);
    assert!(matches!(page.widget.manage.import, Import::Done(_)), "and the reader can undo it");
    assert_eq!(call(&mut page, 9, HostCall::Commit(7)), Some(HostResult::Failed), "once");
}

#[test]
fn a_file_that_is_none_is_refused_at_once() {
    let mut page = visited();
    let large = "x".repeat(MOST_BYTES + 1);
    for (text, error) in [(large.as_str(), FileError::TooLarge), ("Dear diary", FileError::NoHeader)] {
        assert_eq!(call(&mut page, 3, HostCall::Preview(Rc::from(text))), Some(HostResult::Refused(error)));
    }
    assert_eq!(call(&mut page, 4, HostCall::Commit(3)), Some(HostResult::Failed));
}

#[test]
fn a_promise_to_import_is_kept_when_the_reader_does_something_else() {
    let text = of(120);
    let refused = ImportMsg::ReadFile { name: "b".to_owned(), text: Err(FileError::NoHeader) };
    for msg in [manage::Msg::from(PanelMsg::Toggled), refused.into()] {
        let mut page = visited();
        preview(&mut page, 1, &text);
        page.slices = Some(1);
        assert_eq!(call(&mut page, 2, HostCall::Commit(1)), None);
        page.effects();
        page.send(msg);
        assert_eq!(answer(&mut page, 2), Some(HostResult::Done { written: 40, left_out: 81 }));
        page.slices = None;
        preview(&mut page, 3, &text);
        let again = call(&mut page, 4, HostCall::Commit(3));
        assert!(matches!(again, Some(HostResult::Done { left_out: 0, .. })), "{again:?}");
        assert_eq!(page.widget.app.thread().count(), 120);
    }
}

#[test]
fn an_import_that_the_reader_is_at_is_not_displaced() {
    let text = of(120);
    let mut page = elsewhere(2);
    preview(&mut page, 1, &text);
    choose(&mut page, &text);
    let theirs = shown(&page);
    assert_eq!(call(&mut page, 2, HostCall::Commit(1)), Some(HostResult::Failed));
    assert!(Rc::ptr_eq(&theirs, &shown(&page)));
    page.slices = Some(1);
    page.send(ImportMsg::Imported);
    assert_eq!(call(&mut page, 3, HostCall::Commit(1)), Some(HostResult::Failed));
    assert!(matches!(page.widget.manage.import, Import::Writing(_)));
    page.slices = None;
    page.send(manage::Msg::GotTime(Work::Import));
    page.send(ImportMsg::Stopped);
    assert_eq!(call(&mut page, 4, HostCall::Commit(1)), Some(HostResult::Done { written: 121, left_out: 0 }));
}

#[test]
fn clear_is_settled_when_everything_is_deleted_for_certain() {
    let mut page = Page::started();
    page.post("Here");
    page.settle();
    page.effects();
    let cleared = Effect::Settle { ticket: 5, result: host_call::HostResult::Cleared };
    page.send(Msg::HostCalled { ticket: 5, call: host_call::HostCall::Clear });
    assert!(!page.effects().contains(&cleared), "not before");
    assert!(page.shown().is_empty());
    page.settle();
    assert!(page.effects().contains(&cleared));
    assert!(!page.is_kept("Here"));
    assert!(page.reloaded(3).shown().is_empty());
}

#[test]
fn pressing_import_keeps_the_focus_where_the_import_is() {
    let mut page = elsewhere(2);
    choose(&mut page, &of(120));
    page.slices = Some(0);
    page.effects();
    page.send(ImportMsg::Imported);
    assert_eq!(page.managed_focus(), Some(manage::FocusTarget::Import));
}

#[test]
fn where_another_discussion_stands_nothing_is_imported_and_nothing_left_out_of_a_file() {
    let mut page = Page::new(5);
    page.send(Msg::Started);
    page.post("Somebody’s");
    page.settle();
    let naming = page.key(OperationId::NAMING);
    let other = ThreadId::explicit("other").and_then(|id| ThreadName::new(&id, "Other", "u").encode());
    for place in [&page.storage, &page.mirror] {
        assert_eq!(place.set(&naming, &other.clone().unwrap_or_default()), Ok(()));
    }
    let mut page = page.reloaded(6);
    assert_eq!(page.widget.app.storage(), Storage::KeyCollision);
    assert!(file(&mut page, FileKind::Publication, true).contains("Somebody’s"));
    let before = page.stored();
    preview(&mut page, 3, &of(2));
    assert_eq!(call(&mut page, 4, HostCall::Commit(3)), Some(HostResult::Done { written: 0, left_out: 2 }));
    assert_eq!(page.stored(), before);
}
