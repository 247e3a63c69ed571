//! Drafts while the mirror does not respond, as some browsers' does not.

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::PageMsg;
use article_widget::store::copy::key_value::KeyValue;

use crate::support::Page;

/// A page that was closed before the mirror had its draft, opened again while the mirror hangs.
fn without_a_response_of_the_mirror() -> Page {
    let mut page = Page::left_behind("hello");
    page.send(PageMsg::Hidden);
    let mut page = page.beside(2);
    page.mirror_hangs = true;
    page.send(Msg::Started);
    page
}

#[test]
fn a_draft_is_in_its_composer_though_the_mirror_never_responds() {
    let mut page = without_a_response_of_the_mirror();
    page.wait(3_000);
    assert_eq!(page.filled(), []);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())]);
}

#[test]
fn what_was_changed_and_posted_before_the_mirror_responded_is_in_no_composer_again() {
    let mut page = without_a_response_of_the_mirror();
    page.wait(3_000);
    page.wait(500);
    page.filled();
    page.type_text(ComposerId::New, "hello, changed");
    page.post("hello, changed");
    page.effects();
    page.mirror_hangs = false;
    page.send(PageMsg::Woken);
    page.wait(500);
    assert_eq!(page.filled(), []);
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
    // The write that hung is tried again.
    (0..8).for_each(|_| page.settle());
    assert_eq!((page.stored_drafts(), page.mirrored_drafts()), (vec![], vec![]));
    assert_eq!(page.shown(), ["hello, changed"]);
}

#[test]
fn what_was_sent_as_the_page_was_closed_is_in_no_composer_again() {
    let mut page = Page::left_behind("hello");
    page.send(PageMsg::Hidden);
    page.mirror_hangs = true;
    page.post("hello");
    let mut page = page.beside(2);
    page.mirror_hangs = true;
    page.send(Msg::Started);
    assert_eq!((page.stored_drafts().len(), page.shown()), (1, vec!["hello".to_owned()]));
    page.wait(3_000);
    page.wait(500);
    assert_eq!(page.filled(), []);
}

#[test]
fn a_later_text_that_was_read_wrong_is_not_removed_with_the_earlier_one() {
    let page = Page::left_behind("earlier");
    let key = page.mirrored_drafts().remove(0);
    page.storage.set(&key, "something else").unwrap();
    let mut next = page.another_tab(2);
    next.wait(500);
    next.type_text(ComposerId::New, "another");
    next.wait(1_000);
    assert!(next.is_kept("something else") && !next.is_kept("earlier"));
}
