//! Deleting everything of a thread, in both copies and in every tab, once and for all.

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ComposerMsg, PageMsg};
use article_widget::app::{Effect, Msg};
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Request};
use article_widget::store::copy::store_error::StoreError;

use crate::support::Page;
use crate::support::looking::clear;

/// A page with two saved comments.
fn two_comments() -> Page {
    let mut page = Page::started();
    let one = page.post("old one");
    page.reply(one, "old two");
    page.settle();
    page.effects();
    page
}

/// A page whose thread was deleted.
fn deleted() -> Page {
    let mut page = two_comments();
    page.delete_everything();
    page.settle();
    page
}

/// Where the number that says so was written, in the order of writing.
fn numbers_written(page: &mut Page) -> Vec<CopyId> {
    let number = |effect| match effect {
        Effect::Store(Request::Write { copy, key, .. }) if key.starts_with("aw1g:") => Some(copy),
        _ => None,
    };
    page.effects().into_iter().filter_map(number).collect()
}

fn number_key(page: &Page, epoch: u32) -> String {
    format!("aw1g:{}:{epoch:07}", page.widget.app.config.thread.key())
}

#[test]
fn everything_is_gone_from_both_copies() {
    let mut page = two_comments();
    page.delete_everything();
    assert!(page.shown().is_empty());
    assert_eq!(page.widget.app.thread().count(), 0);
    page.settle();
    assert_eq!(page.said(), Announced::DeletedEverything);
    assert!(!page.is_kept("old"));
    let number = number_key(&page, 1);
    assert!(page.storage.get(&number).unwrap().is_some() && page.mirror.get(&number).unwrap().is_some());
    let page = page.reloaded(2);
    assert!(page.shown().is_empty());
    assert_eq!(page.widget.app.discussion().repaired_comments(), 0);
}

#[test]
fn the_mirror_learns_it_first() {
    let mut page = two_comments();
    page.mirror_hangs = true;
    page.delete_everything();
    assert_eq!(numbers_written(&mut page), [CopyId::Mirror]);
    assert!(page.is_kept("old"), "nothing is removed before the mirror knows");
    page.mirror_hangs = false;
    for _ in 0..3 {
        page.wait(1_000);
    }
    assert_eq!(numbers_written(&mut page), [CopyId::Mirror, CopyId::Primary]);
    assert!(!page.is_kept("old"));
}

#[test]
fn nothing_is_removed_because_something_else_is_saved_first() {
    let mut page = two_comments();
    let old = page.key(page.row("old one"));
    page.mirror_hangs = true;
    page.delete_everything();
    page.post("new");
    let new = page.key(page.row("new"));
    page.wait(1_000);
    page.send(Msg::Responded(article_widget::store::copy::request::Response::Wrote {
        copy: CopyId::Mirror,
        key: new,
        result: Ok(()),
    }));
    assert!(page.storage.get(&old).unwrap().is_some(), "the mirror does not know yet");
}

#[test]
fn a_mirror_that_does_not_respond_does_not_prevent_it() {
    for refuse_mirror in [Some(StoreError::Blocked), Some(StoreError::Failed), None] {
        let mut page = two_comments();
        page.refuse_mirror = refuse_mirror;
        page.mirror_hangs = refuse_mirror.is_none();
        page.delete_everything();
        for _ in 0..20 {
            page.wait(1_000);
        }
        let page = page.reloaded(2);
        assert!(page.shown().is_empty(), "{refuse_mirror:?}");
        assert!(!page.is_kept("old"), "{refuse_mirror:?}");
    }
}

#[test]
fn other_tabs_are_emptied_by_the_message() {
    let mut page = two_comments();
    let mut other = page.another_tab(2);
    page.delete_everything();
    other.hear(&page.told());
    assert!(other.shown().is_empty());
    page.settle();
    other.send(PageMsg::Woken);
    assert!(!page.is_kept("old"), "and give nothing back");
}

#[test]
fn other_tabs_that_heard_nothing_are_emptied_when_they_look_again() {
    let mut page = two_comments();
    let mut other = page.another_tab(2);
    page.delete_everything();
    page.settle();
    assert_eq!(other.shown().len(), 2);
    other.send(PageMsg::Woken);
    assert!(other.shown().is_empty());
    assert!(!page.is_kept("old"));
    assert_eq!(other.widget.app.discussion().repaired_comments(), 0);
}

#[test]
fn an_old_comment_on_its_way_is_not_sent_again() {
    let page = two_comments();
    let mut other = page.another_tab(2);
    other.mirror_hangs = true;
    other.post("old three");
    let mut page = page;
    page.send(PageMsg::Woken);
    page.delete_everything();
    page.settle();
    other.hear(&page.told());
    other.mirror_hangs = false;
    for _ in 0..20 {
        other.wait(1_000);
    }
    assert!(!other.is_kept("old"));
    assert_eq!(other.widget.app.thread().count(), 0);
}

#[test]
fn what_is_told_of_the_old_thread_is_not_shown_again() {
    let mut page = two_comments();
    let records = page.stored();
    page.delete_everything();
    page.settle();
    for (key, value) in records {
        page.hear_record(key, value);
    }
    assert!(page.shown().is_empty());
    page.send(PageMsg::Woken);
    assert!(!page.is_kept("old"));
}

#[test]
fn a_cleared_copy_does_not_bring_it_back() {
    for copy in [CopyId::Primary, CopyId::Mirror] {
        let page = deleted();
        clear(if copy == CopyId::Primary { &page.storage } else { &page.mirror });
        let page = page.reloaded(2);
        assert!(page.shown().is_empty());
        let number = number_key(&page, 1);
        assert!(page.storage.get(&number).unwrap().is_some(), "{copy:?}");
        assert!(page.mirror.get(&number).unwrap().is_some(), "{copy:?}");
    }
}

#[test]
fn one_stale_copy_does_not_bring_it_back() {
    for copy in [CopyId::Primary, CopyId::Mirror] {
        let page = two_comments();
        let stale = if copy == CopyId::Primary { page.stored() } else { page.mirrored() };
        let mut page = page;
        page.delete_everything();
        page.settle();
        let store = if copy == CopyId::Primary { &page.storage } else { &page.mirror };
        clear(store);
        stale.into_iter().for_each(|(key, value)| store.put(&key, value));
        let page = page.reloaded(2);
        assert!(page.shown().is_empty(), "{copy:?}");
        assert!(!page.is_kept("old"), "{copy:?}");
    }
}

#[test]
fn what_is_written_afterwards_lives() {
    let mut page = deleted();
    let id = page.post("new");
    page.settle();
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    clear(&page.storage);
    let mut page = page.reloaded(2);
    assert_eq!(page.shown(), ["new"]);
    page.delete_everything();
    page.settle();
    assert!(!page.is_kept("\"new\""), "a second time");
    page.post("newer");
    page.settle();
    assert_eq!(page.reloaded(3).shown(), ["newer"]);
}

#[test]
fn what_is_written_before_the_deletion_is_kept_lives() {
    let mut page = two_comments();
    page.mirror_hangs = true;
    page.delete_everything();
    page.post("new");
    page.mirror_hangs = false;
    for _ in 0..20 {
        page.wait(1_000);
    }
    assert_eq!(page.reloaded(2).shown(), ["new"]);
}

#[test]
fn a_missing_number_means_that_a_copy_was_cleared_and_not_that_nothing_was_deleted() {
    let mut page = deleted();
    page.post("new");
    page.settle();
    let number = number_key(&page, 1);
    page.storage.remove(&number).unwrap();
    let page = page.reloaded(2);
    assert_eq!(page.shown(), ["new"]);
    assert!(page.storage.get(&number).unwrap().is_some());
    page.mirror.remove(&number).unwrap();
    let page = page.reloaded(3);
    assert!(page.mirror.get(&number).unwrap().is_some());
}

#[test]
fn a_damaged_number_deletes_nothing() {
    let page = two_comments();
    for store in [&page.storage, &page.mirror] {
        store.put(&number_key(&page, 7), "1deadbeef000002{}".into());
    }
    let page = page.reloaded(2);
    assert_eq!(page.shown().len(), 2);
    assert_eq!(page.widget.app.discussion().shown().unreadable().len(), 1);
}

#[test]
fn drafts_are_deleted_too() {
    let mut page = two_comments();
    let one = page.row("old one");
    page.type_text(ComposerId::New, "old draft");
    page.send(ComposerMsg::PressedReply(one));
    page.type_text(ComposerId::Reply(one), "old reply");
    page.wait(1_000);
    page.send(PageMsg::Hidden);
    let revision = page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision;
    page.delete_everything();
    page.settle();
    assert!(!page.is_kept("old"));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(one)), None);
    assert_ne!(
        page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision,
        revision,
        "the composer is as empty as its draft"
    );
    page.send(PageMsg::Hidden);
    assert!(!page.is_kept("old"));
}

#[test]
fn drafts_that_other_pages_left_are_deleted_too() {
    let mut left = two_comments();
    left.type_text(ComposerId::New, "old draft");
    left.send(PageMsg::Hidden);
    let mut page = left.reloaded(2);
    page.delete_everything();
    page.settle();
    assert!(!page.is_kept("old"));
}
