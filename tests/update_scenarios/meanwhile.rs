//! What is deleted or erased while a file is being looked at, or written.

use article_widget::app::msg::{ActionMsg, PageMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage;
use article_widget::manage::effect::Work;
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Request};
use article_widget::store::file::import_preview::ImportMode;

use crate::importing::{backup, choose, done, elsewhere, figures, publication};
use crate::panel::{discussion, here, offer};
use crate::support::Page;

fn numbered(comments: usize) -> Page {
    let mut theirs = here();
    for number in 0..comments {
        theirs.post(&format!("Number {number}"));
    }
    theirs
}

/// How many imported records the two copies hold.
fn kept(page: &Page) -> [usize; 2] {
    [&page.storage, &page.mirror].map(|copy| copy.keys("aw1i:").unwrap_or_default().len())
}

#[test]
fn what_another_tab_deleted_before_an_import_does_not_take_it_along() {
    let file = publication(&mut numbered(3));
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    let mut other = page.another_tab(3);
    other.post("Mine");
    other.delete_everything();
    other.settle();
    page.hear(&other.told());
    page.send(ImportMsg::Imported);
    assert_eq!((done(&page).written, done(&page).left_out), (4, 0));
    page.settle();
    assert_eq!(page.widget.app.thread().count(), 3);
    assert_eq!(page.reloaded(4).widget.app.thread().count(), 3);
}

#[test]
fn everything_deleted_while_an_import_is_written_leaves_nothing_of_it() {
    let file = publication(&mut numbered(120));
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    page.slices = Some(1);
    page.send(ImportMsg::Imported);
    assert!(page.widget.app.thread().count() > 0);
    page.delete_everything();
    page.slices = None;
    page.effects();
    page.send(manage::Msg::GotTime(Work::Import));
    let writes = |effect: &Effect| matches!(effect, Effect::Store(Request::Write { copy: CopyId::Primary, key, .. }) if key.starts_with("aw1i:"));
    assert!(!page.effects().iter().any(writes), "what would be deleted at once is not written");
    let done = done(&page);
    assert_eq!((done.written, done.left_out), (40, 81));
    assert!(done.batches.is_empty(), "there is nothing to undo: {done:?}");
    page.settle();
    assert_eq!((page.widget.app.thread().count(), kept(&page)), (0, [0, 0]));
    assert!(!page.is_kept("Number"));
}

#[test]
fn what_was_erased_after_the_preview_is_left_out_and_not_kept() {
    let mut theirs = numbered(2);
    let file = backup(&mut theirs);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    let mut other = page.another_tab(3);
    other.send(PanelMsg::Toggled);
    choose(&mut other, &file);
    other.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    other.send(ImportMsg::Imported);
    other.send(ImportMsg::AnsweredRestore { sure: true });
    let id = other.row("Number 1");
    other.send(ActionMsg::PressedDelete(id));
    other.send(ActionMsg::AnsweredErase { id, sure: true });
    other.settle();
    assert!(!page.is_kept("Number 1"));
    page.send(PageMsg::Woken);
    page.effects();
    page.send(ImportMsg::Imported);
    assert_eq!((done(&page).written, done(&page).left_out), (2, 1));
    assert!(!page.is_kept("Number 1"), "what lands erased is removed at once");
}

#[test]
fn a_restored_backup_of_a_deleted_epoch_is_left_out() {
    let mut theirs = numbered(2);
    let file = backup(&mut theirs);
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    page.post("Mine");
    page.delete_everything();
    page.send(ImportMsg::Imported);
    page.send(ImportMsg::AnsweredRestore { sure: true });
    assert_eq!(done(&page).left_out, 2);
    page.settle();
    assert!(page.shown().is_empty() && !page.is_kept("Number"));
}

#[test]
fn what_was_deleted_in_a_discussion_that_is_not_shown_does_not_stay_there_either() {
    let mut theirs = here();
    theirs.post("Here");
    discussion(&mut theirs, "other", &["There", "There too"]);
    let file = offer(&mut theirs, FileMsg::AskedForBackup { everything: true }).text.unwrap_or_default();
    let mut page = elsewhere(2);
    choose(&mut page, &file);
    assert_eq!(figures(&page).0, 3);
    let mut other = page.beside(5);
    other.widget.app.config.thread =
        ThreadId::explicit("other").unwrap_or_else(|| other.widget.app.config.thread.clone());
    other.send(Msg::Started);
    other.post("Mine");
    other.delete_everything();
    other.settle();
    page.send(ImportMsg::Imported);
    assert_eq!((done(&page).written, done(&page).left_out), (2, 3));
    assert_eq!(done(&page).batches.len(), 1);
    page.settle();
    assert!(page.is_kept("Here") && !page.is_kept("There"));
}
