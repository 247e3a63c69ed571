//! What stands beside a comment that something was done to, and its earlier texts.

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg, HistoryMsg};
use article_widget::domain::operation_id::OperationId;

use crate::support::Page;
use crate::{count, markup, text};

fn edit(page: &mut Page, id: OperationId, text: &str) {
    page.wait(60_000);
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: text.to_owned() });
}

#[test]
fn a_row_below_the_comment_says_what_was_done_last_and_what_was_undone() {
    let mut page = Page::started();
    let id = page.post("first");
    assert_eq!(text(&page, ".undo-row"), "Comment posted.Undo");
    edit(&mut page, id, "second");
    page.send(ActionMsg::Undid);
    assert_eq!(text(&page, ".undo-row"), "Edit undone.RedoComment posted.Undo");
    page.post("another");
    assert_eq!((text(&page, ".undo-row"), count(&page, ".undo-row")), ("Comment posted.Undo".to_owned(), 1));
}

#[test]
fn while_a_comment_is_being_edited_nothing_is_offered_beside_it() {
    let mut page = Page::started();
    let id = page.post("first");
    page.send(ComposerMsg::PressedEdit(id));
    assert_eq!(count(&page, ".undo-row"), 0);
}

#[test]
fn where_a_posting_was_undone_it_is_done_again_in_its_place() {
    let mut page = Page::started();
    page.post("first");
    page.send(ActionMsg::Undid);
    assert_eq!(text(&page, ".gone"), "Posting undone.Erase for goodRedo");
    assert_eq!(count(&page, "[data-action=undo], .undo-row"), 0);
}

#[test]
fn of_a_comment_that_is_asked_about_the_question_alone_is_shown() {
    let mut page = Page::started();
    let id = page.post("first");
    page.send(ActionMsg::Undid);
    page.send(ActionMsg::PressedErase(id));
    assert_eq!(count(&page, "[data-action=erase-yes]"), 1);
    assert_eq!(count(&page, "[data-action=redo]"), 0);
}

#[test]
fn each_earlier_text_shows_what_the_edit_after_it_changed() {
    let mut page = Page::started();
    let id = page.post("one small word");
    edit(&mut page, id, "one large word");
    edit(&mut page, id, "<b>one</b> large word");
    assert_eq!(count(&page, ".history del"), 0, "nobody has looked");
    page.send(HistoryMsg::Opened(id));
    assert_eq!(count(&page, ".history li"), 2);
    assert_eq!(text(&page, ".history li:last-child del"), "small");
    assert_eq!(text(&page, ".history li:last-child ins"), "large");
    assert_eq!(text(&page, ".history li:first-child ins"), "<b>");
    assert_eq!(count(&page, ".history b"), 0, "what is marked is text");
    assert_eq!(count(&page, ".history [data-action=use-again]"), 2);
    assert_eq!(count(&page, ".history time"), 2);
    assert_eq!(text(&page, ".history del[data-said]"), "small");
    page.send(HistoryMsg::Closed(id));
    assert_eq!(count(&page, ".history del"), 0);
}

#[test]
fn a_text_that_stands_there_and_one_in_a_closed_discussion_are_not_offered_again() {
    let mut page = Page::started();
    let id = page.post("one");
    edit(&mut page, id, "two");
    edit(&mut page, id, "one");
    page.send(HistoryMsg::Opened(id));
    assert_eq!(count(&page, "[data-action=use-again]"), 1);
    page.widget.app.config.readonly = true;
    assert_eq!(count(&page, "[data-action=use-again]"), 0);
    assert!(markup(&page).contains("data-said"));
}

#[test]
fn many_earlier_texts_come_a_few_at_a_time() {
    let mut page = Page::started();
    let id = page.post("text 0");
    for number in 1..=14 {
        edit(&mut page, id, &format!("text {number}"));
    }
    page.send(HistoryMsg::Opened(id));
    assert_eq!(count(&page, ".history li"), 10);
    assert_eq!(text(&page, "[data-action=more-history]"), "Show 4 earlier texts");
}
