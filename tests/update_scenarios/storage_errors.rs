//! Storage that refuses, is full, lies, or holds what cannot be read.

use article_widget::app::composers::{ComposerId, ComposerProblem};
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::port::announced::Announced;
use article_widget::replica::Storage;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Response};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::record_key::RecordKey;
use article_widget::store::format::stored_text::StoredText;

use crate::support::Page;

#[test]
fn a_comment_that_is_not_kept_stays_in_its_composer() {
    for error in [StoreError::Full, StoreError::Vanished, StoreError::Taken, StoreError::Failed] {
        let mut page = Page::started();
        page.refuse = Some(error);
        page.submit(ComposerId::New, "", "Hello");
        let composer = page.widget.app.composer.composers().get(ComposerId::New).unwrap();
        assert_eq!(composer.problem, Some(ComposerProblem::Store(error)));
        assert_eq!(composer.revision, 0, "the composer is not emptied");
        assert_eq!(page.focus(), Some(FocusTarget::Composer(ComposerId::New)));
        assert!(page.shown().is_empty());
        assert_eq!(page.widget.app.notices.announcement(), None);
        page.refuse = None;
        page.post("Hello");
        assert_eq!(page.shown(), ["Hello"]);
    }
}

#[test]
fn blocked_storage_leaves_memory_and_is_said() {
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Blocked);
    page.send(Msg::Started);
    assert_eq!(page.widget.app.storage(), Storage::Blocked);
    let id = page.post("Hello");
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "Hello again".to_owned() });
    assert_eq!(page.shown(), ["Hello again"]);
    assert!(page.save_state(id) == Some(SaveState::InMemory), "nothing is kept, so nothing says so");
    assert_eq!(page.widget.app.storage(), Storage::Blocked);
}

#[test]
fn storage_that_becomes_blocked_is_said_when_it_matters() {
    let mut page = Page::started();
    page.refuse = Some(StoreError::Blocked);
    let id = page.post("Hello");
    assert_eq!(page.widget.app.storage(), Storage::Blocked);
    assert_eq!(page.said(), Announced::PostedInMemory);
    assert_eq!(page.save_state(id), Some(SaveState::InMemory));
}

#[test]
fn a_deletion_works_on_a_full_disk_and_says_how_long() {
    let mut page = Page::started();
    let id = page.post("Hello");
    page.refuse = Some(StoreError::Full);
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(page.widget.app.thread().count(), 0);
    assert_eq!(page.widget.app.storage(), Storage::Full);
    page.refuse = None;
    page.post("Room again");
    assert_eq!(page.widget.app.storage(), Storage::Working);
    assert_eq!(page.reloaded(2).shown(), ["Room again"]);
}

#[test]
fn a_deletion_without_room_is_told_to_the_other_pages_all_the_same() {
    let mut page = Page::started();
    let id = page.post("Hello");
    page.effects();
    page.refuse = Some(StoreError::Full);
    page.send(ActionMsg::PressedDelete(id));
    let told = page.effects().into_iter().filter(|effect| matches!(effect, Effect::Broadcast(_))).count();
    assert_eq!(told, 1, "the mirror may have it, so they will learn of it anyway");
}

#[test]
fn a_deletion_that_is_refused_again_stays_in_doubt() {
    let mut page = Page::started();
    let one = page.post("one");
    let two = page.post("two");
    page.refuse = Some(StoreError::Full);
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedDelete(two));
    page.submit(ComposerId::New, "", "no room");
    assert_eq!(page.widget.app.storage(), Storage::Full);
    page.refuse = None;
    page.send(ActionMsg::PressedUndo(two));
    assert_eq!(page.widget.app.storage(), Storage::Working);
    assert_eq!(page.reloaded(2).shown(), ["two"]);
}

#[test]
fn reading_that_fails_is_said_and_nothing_is_overwritten() {
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Failed);
    page.send(Msg::Started);
    assert_eq!(page.widget.app.storage(), Storage::Unreadable);
    assert!(page.widget.app.is_ready());
}

#[test]
fn damaged_records_are_counted_and_left_as_they_are() {
    let mut page = Page::started();
    page.post("sound");
    let thread = page.widget.app.config.thread.key();
    let damaged = [
        (format!("aw1:{thread}:00000000a0000000002001"), StoredText::from("garbage")),
        (format!("aw1:{thread}:00000000a0000000003001"), StoredText::Units(vec![0x31, 0xd800])),
        (format!("aw1:{thread}:not-an-id"), StoredText::from("1")),
    ];
    for (key, value) in &damaged {
        page.storage.put(key, value.clone());
    }
    page.storage.put(&format!("aw1:{thread}:00000000a0000000004001"), StoredText::from("2 from a later version"));
    page.storage.put("aw1:0000000000000:x", StoredText::from("another thread's"));
    let mut page = page.reloaded(2);
    assert_eq!(page.widget.app.discussion().shown().unreadable().len(), 3);
    assert_eq!(page.shown(), ["sound"]);
    page.post("after");
    for (key, value) in damaged {
        assert_eq!(page.storage.get(&key), Ok(Some(value)), "{key}");
    }
}

#[test]
fn another_threads_records_under_the_same_key_are_not_mixed_in() {
    let mut page = Page::started();
    page.post("of the other");
    let name = format!("aw1:{}:0000000000000000000000", page.widget.app.config.thread.key());
    let other = article_widget::domain::thread_id::ThreadId::explicit("other").unwrap();
    let value = article_widget::store::format::thread_name::ThreadName::new(&other, "", "").encode().unwrap();
    page.storage.set(&name, &value).unwrap();
    let before = page.stored();
    let mut page = page.reloaded(2);
    assert_eq!(page.widget.app.storage(), Storage::KeyCollision);
    assert!(page.shown().is_empty());
    page.post("mine");
    assert_eq!(page.shown(), ["mine"]);
    assert_eq!(page.widget.app.storage(), Storage::KeyCollision);
    let kept = |stored: Vec<(String, StoredText)>| {
        stored.into_iter().filter(|(key, _)| key.starts_with("aw1:")).collect::<Vec<_>>()
    };
    assert_eq!(kept(page.stored()), kept(before));
}

#[test]
fn a_damaged_name_is_counted_and_not_written_over() {
    let mut page = Page::started();
    page.post("one");
    let name = format!("aw1:{}:0000000000000000000000", page.widget.app.config.thread.key());
    page.storage.put(&name, StoredText::from("garbage"));
    let mut page = page.reloaded(2);
    page.post("two");
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(page.widget.app.discussion().shown().unreadable().len(), 1);
    assert_eq!(page.storage.get(&name), Ok(Some(StoredText::from("garbage"))));
}

#[test]
fn a_response_nobody_waits_for_changes_nothing() {
    let mut page = Page::started();
    let id = page.post("one");
    page.effects();
    let key = RecordKey::own(&page.widget.app.config.thread.key(), id).to_string();
    for copy in [CopyId::Primary, CopyId::Mirror] {
        page.send(Msg::Responded(Response::Wrote { copy, key: format!("{key}0"), result: Err(StoreError::Full) }));
    }
    assert_eq!(page.shown(), ["one"]);
    assert_eq!(page.widget.app.storage(), Storage::Working);
    assert_eq!(page.focus(), None);
}

#[test]
fn the_notice_stays_until_the_last_refused_deletion_is_kept() {
    let mut page = Page::started();
    let one = page.post("one");
    let two = page.post("two");
    page.room = Some(0);
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedDelete(two));
    page.room = Some(2);
    page.post("three");
    assert_eq!(page.widget.app.storage(), Storage::Full, "one of two deletions found room");
    page.room = None;
    page.post("four");
    assert_eq!(page.widget.app.storage(), Storage::Working);
    assert_eq!(page.reloaded(2).shown(), ["three", "four"]);
}

#[test]
fn room_does_not_unblock_storage() {
    let mut page = Page::started();
    let id = page.post("one");
    page.refuse = Some(StoreError::Full);
    page.send(ActionMsg::PressedDelete(id));
    page.refuse = Some(StoreError::Blocked);
    page.post("two");
    assert_eq!(page.widget.app.storage(), Storage::Blocked);
    page.refuse = None;
    page.post("three");
    assert_eq!(
        page.widget.app.storage(),
        Storage::Blocked,
        "what was said of the page's storage stays true of what is in memory"
    );
}

#[test]
fn what_could_not_be_read_once_is_no_trouble_any_more_once_it_is_read() {
    let source = Page::started();
    for (error, said) in [(StoreError::Failed, Storage::Unreadable), (StoreError::Blocked, Storage::Blocked)] {
        let mut page = source.beside(2);
        page.refuse = Some(error);
        page.send(Msg::Started);
        page.send(PageMsg::Woken);
        assert_eq!(page.widget.app.storage(), said);
        page.refuse = None;
        page.send(PageMsg::Woken);
        assert_eq!(page.widget.app.storage(), Storage::Working);
    }
}

#[test]
fn what_was_in_memory_only_is_kept_once_it_is_listed() {
    let mut page = Page::new(1);
    (page.refuse, page.refuse_mirror) = (Some(StoreError::Blocked), Some(StoreError::Blocked));
    page.send(Msg::Started);
    let id = page.post("Hello");
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "Hello again".to_owned() });
    // For the name of the thread and the comment, and not for its edit.
    (page.refuse, page.room) = (None, Some(2));
    page.send(PageMsg::Woken);
    page.send(PageMsg::Woken);
    assert!(page.storage.get(&page.key(id)).unwrap().is_some());
    assert_eq!(page.save_state(id), Some(SaveState::InMemory), "its edit is not kept yet");
    assert_eq!(page.widget.app.storage(), Storage::Blocked, "what it says is true of that");
    page.room = None;
    page.send(PageMsg::Woken);
    page.send(PageMsg::Woken);
    assert_eq!(page.save_state(id), None);
    assert_eq!(page.widget.app.storage(), Storage::Working);
    assert_eq!(page.reloaded(2).shown(), ["Hello again"]);
}
