//! A file comes in: shown, written, stopped, refused, undone.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

use std::rc::Rc;

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::ComposerMsg;
use article_widget::manage;
use article_widget::manage::effect::Work;
use article_widget::manage::import::{Done, Import, ImportPreview};
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::port::announced::Announced;
use article_widget::store::copy::usage::Usage;
use article_widget::store::file::file_contents::FileError;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::file::thread_file::MOST_BYTES;

use crate::panel::{here, offer, panel};
use crate::support::Page;

/// Another visit to an empty browser, with the panel open.
pub(crate) fn elsewhere(number: u64) -> Page {
    let mut page = Page::new(number);
    page.send(Msg::Started);
    page.send(PanelMsg::Toggled);
    page
}

#[track_caller]
pub(crate) fn backup(page: &mut Page) -> String {
    offer(page, FileMsg::AskedForBackup { everything: false }).text.unwrap()
}

#[track_caller]
pub(crate) fn publication(page: &mut Page) -> String {
    offer(page, FileMsg::AskedForPublication { everything: false }).text.unwrap()
}

pub(crate) fn choose(page: &mut Page, text: &str) {
    page.send(ImportMsg::ReadFile { name: "their file.jsonl".to_owned(), text: Ok(Rc::from(text)) });
}

#[track_caller]
pub(crate) fn shown(page: &Page) -> Rc<ImportPreview> {
    match &page.widget.manage.import {
        Import::Shown(shown, _) => Rc::clone(shown),
        other => panic!("no preview: {other:?}"),
    }
}

#[track_caller]
pub(crate) fn done(page: &Page) -> Done {
    match &page.widget.manage.import {
        Import::Done(done) => done.clone(),
        other => panic!("not done: {other:?}"),
    }
}

/// A published file of somebody's with a comment and a reply.
pub(crate) fn file_of_two() -> String {
    let mut theirs = here();
    let first = theirs.post("First");
    theirs.reply(first, "Second");
    publication(&mut theirs)
}

/// New, already here, over the quota.
#[track_caller]
pub(crate) fn figures(page: &Page) -> (usize, usize, usize) {
    let shown = shown(page);
    (shown.new_records(), shown.already(), shown.over_quota())
}

#[test]
fn an_import_is_shown_first_then_written_then_undone_as_a_whole() {
    let file = file_of_two();

    let mut page = elsewhere(2);
    page.post("Mine");
    let before = page.stored();
    choose(&mut page, &file);
    assert_eq!(figures(&page), (2, 0, 0));
    assert_eq!(page.managed_focus(), Some(manage::FocusTarget::Import));
    assert_eq!(page.stored(), before, "a preview writes nothing");

    page.send(ImportMsg::Imported);
    let done = done(&page);
    assert_eq!((done.written, done.left_out, done.batches.len()), (3, 0, 1));
    assert_eq!(page.widget.app.thread().count(), 3);
    assert_eq!(page.said(), Announced::Imported);
    let imported = page.row("Second");
    assert!(!page.widget.app.thread().get(imported).unwrap().own);
    assert_eq!(panel(&page).inventory.as_ref().unwrap().threads[0].imports[0].label, "their file.jsonl");

    let mut page = page.reloaded(3);
    assert_eq!(page.widget.app.thread().count(), 3, "and it stays");
    page.send(PanelMsg::Toggled);
    page.send(ImportMsg::Undid { batches: done.batches });
    page.settle();
    assert_eq!(page.shown(), ["Mine"]);
    assert_eq!(page.reloaded(4).shown(), ["Mine"]);
}

#[test]
fn the_same_file_twice_brings_nothing_new() {
    let mut theirs = here();
    theirs.post("First");
    let file = publication(&mut theirs);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    page.send(ImportMsg::Imported);
    let before = page.stored();
    choose(&mut page, &file);
    assert_eq!(figures(&page), (0, 1, 0));
    page.send(ImportMsg::Stopped);
    assert_eq!(page.stored(), before);
}

#[test]
fn an_import_that_was_stopped_goes_on_with_the_same_file() {
    let mut theirs = here();
    for number in 0..120 {
        theirs.post(&format!("Number {number}"));
    }
    let file = publication(&mut theirs);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    assert_eq!(figures(&page), (120, 0, 0));
    page.slices = Some(1);
    page.send(ImportMsg::Imported);
    page.send(ImportMsg::Stopped);
    page.slices = None;
    page.send(manage::Msg::GotTime(Work::Import));
    let first = done(&page);
    assert!(first.written > 0 && first.left_out > 0, "{first:?}");
    assert_eq!(first.written + first.left_out, 121);
    assert_eq!(page.widget.app.thread().count(), first.written - 1, "what was written stands");

    choose(&mut page, &file);
    assert_eq!(figures(&page), (120 - (first.written - 1), first.written - 1, 0));
    page.send(ImportMsg::Imported);
    assert_eq!(done(&page).left_out, 0);
    assert_eq!(page.widget.app.thread().count(), 120);
}

#[test]
fn an_import_stops_where_the_room_ends_and_says_so() {
    let mut theirs = here();
    for number in 0..10 {
        theirs.post(&format!("Number {number}"));
    }
    let file = publication(&mut theirs);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    page.room = Some(4);
    page.send(ImportMsg::Imported);
    let first = done(&page);
    assert_eq!((first.written, first.left_out), (4, 7));
    page.room = None;
    choose(&mut page, &file);
    page.send(ImportMsg::Imported);
    assert_eq!(page.widget.app.thread().count(), 10);
}

#[test]
fn what_finds_no_room_is_counted_before_and_whosever_it_is_taken_to_be() {
    let mut theirs = here();
    for number in 0..10 {
        theirs.post(&format!("Number {number}"));
    }
    let file = backup(&mut theirs);
    let mut page = elsewhere(2);
    // Space for about half of the file.
    page.usage = Usage { origin: 2_078_200, ours: 2_078_200, quota: 5_242_880 };
    choose(&mut page, &file);
    let foreign = figures(&page);
    assert!(foreign.0 > 0 && foreign.2 > 0, "{foreign:?}");
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    let own = figures(&page);
    assert!(own.0 > 0, "{own:?}");
    page.send(ImportMsg::ChoseMode(ImportMode::AsForeign));
    assert_eq!(figures(&page), foreign, "looking at it takes no room");
}

#[test]
fn a_backup_is_somebodys_until_the_reader_says_that_it_is_theirs() {
    let mut before = here();
    before.post("Hello");
    let file = backup(&mut before);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    assert_eq!(shown(&page).mode, ImportMode::AsForeign);
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    assert_eq!(shown(&page).mode, ImportMode::AsOwn);
    page.send(ImportMsg::Imported);
    page.send(ImportMsg::AnsweredRestore { sure: true });
    assert!(done(&page).batches.is_empty(), "what is one's own has no undo");
    let id = page.row("Hello");
    assert!(page.widget.app.thread().get(id).unwrap().own);
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "Hello again".to_owned() });
    page.settle();
    assert_eq!(page.reloaded(3).shown(), ["Hello again"]);
}

#[test]
fn a_file_that_is_too_large_or_none_at_all_is_refused_as_a_whole() {
    let mut page = here();
    let before = page.stored();
    let large = "x".repeat(MOST_BYTES + 1);
    for (text, error) in [(large.as_str(), FileError::TooLarge), ("Dear diary", FileError::NoHeader)] {
        page.effects();
        choose(&mut page, text);
        assert!(matches!(page.widget.manage.import, Import::Refused(found) if found == error), "{error:?}");
        assert_eq!(page.managed_focus(), Some(manage::FocusTarget::Import));
    }
    page.send(ImportMsg::ReadFile { name: String::new(), text: Err(FileError::TooLarge) });
    assert!(matches!(page.widget.manage.import, Import::Refused(FileError::TooLarge)));
    page.send(ImportMsg::Stopped);
    assert!(matches!(page.widget.manage.import, Import::None));
    assert_eq!(page.stored(), before);
}

#[test]
fn a_panel_closed_while_it_imports_shows_what_was_written() {
    let mut theirs = here();
    for number in 0..120 {
        theirs.post(&format!("Number {number}"));
    }
    let file = publication(&mut theirs);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    page.slices = Some(1);
    page.send(ImportMsg::Imported);
    page.send(PanelMsg::Toggled);
    assert!(page.widget.app.thread().count() > 0);
    assert_eq!(page.widget.app.rows().len(), page.widget.app.thread().count());
}

#[test]
fn what_cannot_be_undone_is_asked_first() {
    let mut before = here();
    before.post("Hello");
    let file = backup(&mut before);
    let mut page = elsewhere(2);
    let kept = page.stored();
    choose(&mut page, &file);
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    page.send(ImportMsg::Imported);
    assert!(matches!(page.widget.manage.import, Import::Asking(_)));
    page.effects();
    page.send(ImportMsg::AnsweredRestore { sure: false });
    assert_eq!((shown(&page).mode, page.managed_focus()), (ImportMode::AsOwn, Some(manage::FocusTarget::Import)));
    page.send(ImportMsg::AnsweredRestore { sure: true });
    assert_eq!(page.stored(), kept, "there was no question");
    page.send(ImportMsg::Imported);
    page.effects();
    page.send(ImportMsg::AnsweredRestore { sure: true });
    assert_eq!((page.managed_focus(), page.shown()), (Some(manage::FocusTarget::Import), vec!["Hello".to_owned()]));
}
