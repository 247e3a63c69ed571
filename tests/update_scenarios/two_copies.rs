//! What one copy lost, the other gives back; and neither delays or spoils the thread.

use article_widget::app::msg::{ActionMsg, PageMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::thread_id::ThreadId;
use article_widget::replica::Storage;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Request};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::envelope;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;

use crate::support::Page;
use crate::support::looking::clear;

/// A page with two saved comments.
fn two_comments() -> Page {
    let mut page = Page::started();
    page.post("one");
    page.post("two");
    page.settle();
    page
}

/// The thread's own records, which both copies should hold.
fn records(all: Vec<(String, StoredText)>) -> Vec<(String, StoredText)> {
    all.into_iter().filter(|(key, _)| !key.starts_with("aw1p:")).collect()
}

#[test]
fn both_copies_hold_the_same_when_a_comment_is_saved() {
    let page = two_comments();
    assert_eq!(records(page.stored()), page.mirrored());
    assert_eq!(page.mirrored().len(), 3, "two comments and the thread's name");
}

#[test]
fn what_another_script_cleared_between_visits_comes_back_and_is_said() {
    let page = two_comments();
    let before = page.mirrored();
    clear(&page.storage);
    let page = page.reloaded(2);
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 2);
    assert_eq!(records(page.stored()), before, "byte for byte");
    let page = page.reloaded(3);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 0, "it is said once");
}

#[test]
fn what_came_back_can_be_changed_as_before() {
    let mut page = two_comments();
    let id = page.row("one");
    clear(&page.storage);
    page = page.reloaded(2);
    page.send(ActionMsg::PressedDelete(id));
    page.settle();
    assert_eq!(page.reloaded(3).shown(), ["two"]);
}

#[test]
fn a_hidden_comment_that_comes_back_is_not_counted() {
    let mut page = two_comments();
    for text in ["one", "two"] {
        page.send(ActionMsg::PressedDelete(page.row(text)));
    }
    page.settle();
    clear(&page.storage);
    let page = page.reloaded(2);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 0, "nothing that the reader sees had gone");
    assert_eq!(records(page.stored()), page.mirrored());
}

#[test]
fn a_mirror_that_was_emptied_is_filled_again_and_nothing_is_said() {
    let page = two_comments();
    clear(&page.mirror);
    let page = page.reloaded(2);
    assert_eq!(page.mirrored(), records(page.stored()));
    assert_eq!(page.widget.app.discussion().repaired_comments(), 0);
    assert_eq!(page.widget.app.notices.announcement(), None);
}

#[test]
fn what_is_cleared_while_the_page_is_open_comes_back_when_it_is_looked_at() {
    let mut page = two_comments();
    clear(&page.storage);
    page.send(PageMsg::Woken);
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 2);
    assert_eq!(records(page.stored()), page.mirrored());
}

#[test]
fn without_a_mirror_the_open_page_gives_back_what_was_cleared() {
    let mut page = Page::new(1);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    page.post("one");
    page.settle();
    clear(&page.storage);
    page.send(PageMsg::Woken);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 1);
    assert_eq!(page.reloaded(2).shown(), ["one"]);
}

#[test]
fn each_copy_gets_what_only_the_other_has() {
    let page = two_comments();
    page.storage.remove(&page.key(page.row("one"))).unwrap();
    page.mirror.remove(&page.key(page.row("two"))).unwrap();
    let page = page.reloaded(2);
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(records(page.stored()), page.mirrored());
    assert_eq!(page.mirrored().len(), 3);
    assert_eq!(
        page.widget.app.discussion().repaired_comments(),
        0,
        "a storage that lacks one comment of several is behind, not cleared"
    );
}

#[test]
fn a_comment_is_shown_although_its_value_in_one_copy_is_damaged() {
    for copy in [CopyId::Primary, CopyId::Mirror] {
        let page = two_comments();
        let key = page.key(page.row("one"));
        let damaged = StoredText::from("1deadbeef000002{}");
        let store = if copy == CopyId::Primary { &page.storage } else { &page.mirror };
        store.put(&key, damaged.clone());
        let mut page = page.reloaded(2);
        assert_eq!(page.shown(), ["one", "two"], "{copy:?}");
        page.send(PageMsg::Woken);
        let store = if copy == CopyId::Primary { &page.storage } else { &page.mirror };
        assert_eq!(store.get(&key), Ok(Some(damaged)), "{copy:?}: what is damaged is not overwritten");
    }
}

#[test]
fn what_is_damaged_in_both_copies_is_counted_once_and_left() {
    let page = two_comments();
    let key = page.key(page.row("one"));
    page.storage.put(&key, StoredText::Units(vec![0x31, 0xd800]));
    page.mirror.put(&key, StoredText::from("garbage"));
    let page = page.reloaded(2);
    assert_eq!(page.shown(), ["two"]);
    assert_eq!(page.widget.app.discussion().shown().unreadable().len(), 1);
    assert_eq!(page.storage.get(&key), Ok(Some(StoredText::Units(vec![0x31, 0xd800]))));
    assert_eq!(page.mirror.get(&key), Ok(Some(StoredText::from("garbage"))));
}

#[test]
fn what_a_later_version_wrote_is_copied_byte_for_byte() {
    let page = two_comments();
    let thread = page.widget.app.config.thread.key();
    let key = |n: u32| format!("aw1:{thread}:00000000{n}0000000009009");
    let unknown = envelope::wrap("{\"k\":\"approve\",\"p\":\"x\",\"zz\":[1,2],\"r\":\"👍\"}").unwrap();
    let later = StoredText::from("2 whatever a later version writes");
    page.storage.put(&key(5), StoredText::from(unknown.as_str()));
    page.mirror.put(&key(6), later.clone());
    let page = page.reloaded(2);
    assert_eq!(page.mirror.get(&key(5)), Ok(Some(StoredText::from(unknown.as_str()))));
    assert_eq!(page.storage.get(&key(6)), Ok(Some(later)));
    assert_eq!(page.shown(), ["one", "two"]);
    assert!(page.widget.app.discussion().shown().unreadable().is_empty());
}

#[test]
fn where_only_the_mirror_works_comments_are_read_and_kept_there() {
    let mut page = two_comments().beside(2);
    page.refuse = Some(StoreError::Blocked);
    page.send(Msg::Started);
    assert_eq!(page.widget.app.storage(), Storage::Blocked);
    assert_eq!(page.shown(), ["one", "two"]);
    let id = page.post("three");
    assert_ne!(page.save_state(id), Some(SaveState::Saved));
    page.refuse = None;
    assert!(page.reloaded(4).shown().contains(&"three".to_owned()), "what the mirror can keep, it keeps");
}

#[test]
fn what_is_erased_where_only_the_mirror_works_is_gone_from_it() {
    let page = two_comments();
    let one = page.row("one");
    clear(&page.storage);
    let mut page = page.beside(2);
    page.refuse = Some(StoreError::Blocked);
    page.send(Msg::Started);
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedErase(one));
    page.send(ActionMsg::AnsweredErase { id: one, sure: true });
    page.settle();
    assert!(!page.is_kept("\"one\""));
    page.delete_everything();
    page.settle();
    assert!(!page.is_kept("\"two\""));
    page.refuse = None;
    assert!(page.reloaded(3).shown().is_empty());
}

#[test]
fn a_mirror_that_refuses_or_hangs_delays_nothing() {
    let page = two_comments();
    for (refuse_mirror, mirror_hangs) in
        [(Some(StoreError::Blocked), false), (Some(StoreError::Failed), false), (None, true)]
    {
        let mut page = page.beside(2);
        page.refuse_mirror = refuse_mirror;
        page.mirror_hangs = mirror_hangs;
        page.send(Msg::Started);
        assert!(page.widget.app.is_ready());
        assert_eq!(page.shown(), ["one", "two"]);
        assert_eq!(page.widget.app.storage(), Storage::Working);
        page.send(ActionMsg::PressedDelete(page.row("two")));
        assert_eq!(page.shown(), ["one", "[two]"]);
        page.send(ActionMsg::PressedUndo(page.row("two")));
    }
}

#[test]
fn a_mirror_that_responds_after_a_while_still_gives_what_it_has() {
    let mut page = two_comments().beside(2);
    clear(&page.storage);
    page.mirror_hangs = true;
    page.send(Msg::Started);
    assert!(page.shown().is_empty());
    page.mirror_hangs = false;
    page.send(PageMsg::Woken);
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 2);
}

#[test]
fn a_thread_whose_place_is_taken_touches_neither_copy() {
    let page = two_comments();
    let other = ThreadName::new(&ThreadId::explicit("other").unwrap(), "", "").encode().unwrap();
    let name = format!("aw1:{}:0000000000000000000000", page.widget.app.config.thread.key());
    for store in [&page.storage, &page.mirror] {
        store.set(&name, &other).unwrap();
    }
    let mut page = page.reloaded(2);
    let before = (page.stored(), page.mirrored());
    page.effects();
    assert_eq!(page.widget.app.storage(), Storage::KeyCollision);
    page.type_text(article_widget::app::composers::ComposerId::New, "typed");
    page.wait(1_000);
    page.send(PageMsg::Hidden);
    page.type_text(article_widget::app::composers::ComposerId::New, "");
    let id = page.post("mine");
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.post("mine again");
    page.wait(1_000);
    page.send(PageMsg::Woken);
    assert_eq!(page.shown(), ["mine again"], "the other thread's comments are not mixed in when the page wakes");
    page.delete_everything();
    page.wait(10_000);
    assert_eq!(page.widget.app.discussion().repaired_comments(), 0);
    assert_eq!((records(page.stored()), page.mirrored()), (records(before.0), before.1));
    let in_mirror = |effect: &Effect| {
        matches!(
            effect,
            Effect::Store(
                Request::List { copy: CopyId::Mirror, .. }
                    | Request::Fetch { copy: CopyId::Mirror, .. }
                    | Request::Write { copy: CopyId::Mirror, .. }
                    | Request::Put { copy: CopyId::Mirror, .. }
                    | Request::Remove { copy: CopyId::Mirror, .. }
            )
        )
    };
    assert_eq!(page.effects().iter().find(|effect| in_mirror(effect)), None);
}

#[test]
fn what_was_cleared_before_the_reader_wrote_again_is_repaired_and_said() {
    let read = two_comments().reloaded(2);
    for mut page in [two_comments(), read] {
        clear(&page.storage);
        page.post("three");
        page.settle();
        page.send(PageMsg::Woken);
        assert_eq!(records(page.stored()), page.mirrored());
        assert_eq!(
            page.widget.app.discussion().repaired_comments(),
            2,
            "the one that was written since was never gone"
        );
    }
}
