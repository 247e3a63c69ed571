//! What is being written when everything is deleted: here, in another tab, and by a page that is closed at once.

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, PageMsg};
use article_widget::store::copy::key_value::KeyValue;

use crate::support::Page;
use crate::support::looking::clear;

#[test]
fn a_draft_does_not_outlive_the_deletion_though_the_page_was_closed_at_once() {
    let mut page = Page::left_behind("old draft");
    page.send(PageMsg::Hidden);
    page.delete_everything();
    assert!(page.is_kept("old draft"), "the second has not passed");
    let mut page = page.reloaded(2);
    page.wait(500);
    assert!(page.filled().is_empty(), "nothing is put into the composer");
    assert!(page.drafts_beside(ComposerId::New).is_empty());
    assert!(!page.is_kept("old draft"));
}

#[test]
fn a_draft_begun_after_a_deletion_is_found_again() {
    let mut page = Page::left_behind("old draft");
    page.delete_everything();
    page.settle();
    page.type_text(ComposerId::New, "new draft");
    page.wait(1_000);
    let mut page = page.reloaded(2);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "new draft".to_owned())]);
}

#[test]
fn what_another_tab_has_in_its_composer_is_not_kept_again_unless_it_is_changed() {
    let mut page = Page::left_behind("old draft");
    let mut other = page.another_tab(2);
    other.wait(500);
    assert_eq!(other.widget.app.draft(ComposerId::New), Some("old draft"));
    page.delete_everything();
    other.hear(&page.told());
    page.settle();
    other.wait(2_000);
    other.send(PageMsg::Hidden);
    assert!(!page.is_kept("old draft"));
    assert_eq!(other.widget.app.draft(ComposerId::New), Some("old draft"), "it stays in its composer");
    other.type_text(ComposerId::New, "old draft, changed");
    other.wait(1_000);
    assert!(page.is_kept("old draft, changed"));
}

#[test]
fn a_draft_told_by_a_page_that_has_not_heard_is_removed() {
    let page = Page::left_behind("old draft");
    let mut other = page.another_tab(2);
    other.delete_everything();
    other.settle();
    let mut page = page;
    page.type_text(ComposerId::New, "old draft, longer");
    page.effects();
    page.wait(1_000);
    other.hear(&page.told());
    assert!(other.drafts_beside(ComposerId::New).is_empty());
    assert!(!page.is_kept("old draft"));
}

/// A page whose mirror knows of a deletion, and has not responded yet; nothing else does.
fn before_the_mirror_has_responded() -> Page {
    let mut page = Page::started();
    page.post("old");
    page.delete_everything();
    page.settle();
    clear(&page.storage);
    let mut page = page.beside(2);
    page.mirror_hangs = true;
    page.send(Msg::Started);
    page
}

#[test]
fn what_was_sent_before_the_deletion_was_known_is_in_its_composer_again() {
    let mut page = before_the_mirror_has_responded();
    page.post("new");
    page.mirror_hangs = false;
    page.send(PageMsg::Woken);
    assert!(page.shown().is_empty());
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "new".to_owned())]);
    page.wait(1_000);
    let mut page = page.reloaded(3);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "new".to_owned())]);
}

#[test]
fn what_was_typed_before_the_deletion_was_known_is_kept() {
    let mut page = before_the_mirror_has_responded();
    page.type_text(ComposerId::New, "half a thought");
    page.mirror_hangs = false;
    page.send(PageMsg::Woken);
    page.wait(10_000);
    assert!(page.is_kept("half a thought"));
}

#[test]
fn a_draft_from_before_the_deletion_leaves_the_composer_that_it_was_put_into_before_that_was_known() {
    let mut page = Page::left_behind("old draft");
    page.send(PageMsg::Hidden);
    let mut next = page.beside(2);
    next.mirror_hangs = true;
    next.send(Msg::Started);
    next.wait(3_000);
    next.wait(500);
    assert_eq!(next.filled(), [(ComposerId::New, "old draft".to_owned())]);
    // The page that deleted everything is gone before the primary copy has the record.
    page.delete_everything();
    page.storage.keys("aw1g:").unwrap().iter().for_each(|key| page.storage.remove(key).unwrap());
    next.mirror_hangs = false;
    next.send(PageMsg::Woken);
    assert_eq!(next.widget.app.draft(ComposerId::New), None);
    next.wait(2_000);
    next.send(PageMsg::Woken);
    assert!(!next.is_kept("old draft"));
}

#[test]
fn an_erasure_stands_though_the_deletion_before_it_was_not_known() {
    let mut page = Page::started();
    page.delete_everything();
    page.settle();
    let id = page.post("secret");
    page.settle();
    let mut other = page.another_tab(3);
    page.storage.keys("aw1g:").unwrap().iter().for_each(|key| page.storage.remove(key).unwrap());
    let mut page = page.beside(2);
    page.mirror_hangs = true;
    page.send(Msg::Started);
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.mirror_hangs = false;
    page.send(PageMsg::Woken);
    page.wait(2_000);
    page.wait(2_000);
    other.send(PageMsg::Woken);
    assert!(!page.is_kept("secret"));
    assert!(page.reloaded(4).shown().is_empty());
}

#[test]
fn what_another_tab_writes_on_after_the_deletion_is_kept() {
    let mut page = Page::started();
    let mut other = page.another_tab(2);
    other.type_text(ComposerId::New, "half");
    other.wait(1_000);
    page.hear(&other.told());
    page.delete_everything();
    page.settle();
    other.hear(&page.told());
    other.type_text(ComposerId::New, "half a thought");
    other.wait(1_000);
    other.send(PageMsg::Hidden);
    page.send(PageMsg::Woken);
    page.send(PageMsg::Woken);
    assert!(page.is_kept("half a thought"));
}
