//! Deletions that outlive the page that made them, and a reader who is forgotten everywhere.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::config::Persistence;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::manage;
use article_widget::manage::msg::{FileMsg, PanelMsg};
use article_widget::manage::panel::Deletion;
use article_widget::port::announced::Announced;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;

use crate::panel::{discussion, here, panel};
use crate::support::Page;
use crate::support::looking::clear;

fn ask_to_delete(page: &mut Page, what: Deletion) {
    page.send(PanelMsg::AskedToDelete(what));
    page.send(PanelMsg::AnsweredDelete { sure: true });
}

fn announced(page: &Page) -> Option<Announced> {
    page.widget.app.notices.announcement().map(|last| last.what)
}

/// The same browser, in which another discussion is looked at.
fn looking_at(page: Page, id: &str, number: u64) -> Page {
    let mut other = page.beside(number);
    other.widget.app.config.thread = ThreadId::explicit(id).unwrap();
    other.send(Msg::Started);
    other
}

/// Leaves a draft in another discussion.
fn draft_in(page: &Page, id: &str, text: &str) {
    let mut other = page.beside(55);
    other.widget.app.config.thread = ThreadId::explicit(id).unwrap();
    other.send(Msg::Started);
    other.type_text(ComposerId::New, text);
    other.wait(1_000);
    other.send(PageMsg::Hidden);
}

fn is_empty(page: &Page, thread: &ThreadKey) -> bool {
    let both = [&page.storage, &page.mirror].map(|place| place.keys("").unwrap()).concat();
    both.iter().all(|key| !key.contains(thread.as_str()) || key.starts_with("aw1g:"))
}

#[test]
fn other_discussions_are_purged_though_the_page_was_closed_at_once() {
    let mut page = here();
    let other = discussion(&mut page, "other", &["secret"]);
    draft_in(&page, "other", "secret draft");
    ask_to_delete(&mut page, Deletion::Everything);
    assert!(page.is_kept("secret"), "the second has not passed");
    let mut page = page.reloaded(3);
    page.send(FileMsg::AskedForBackup { everything: true });
    page.settle();
    assert!(is_empty(&page, &other), "whatever everything was read for");
    assert_eq!(announced(&page), Some(Announced::FileReady), "nobody asked for it here");
    let mut page = looking_at(page, "other", 4);
    page.wait(500);
    assert!(page.shown().is_empty() && page.filled().is_empty());
}

#[test]
fn what_was_written_after_a_deletion_is_not_taken_for_what_it_left() {
    let mut page = here();
    let other = discussion(&mut page, "other", &["old"]);
    ask_to_delete(&mut page, Deletion::Thread(other));
    page.settle();
    discussion(&mut page, "other", &["new"]);
    draft_in(&page, "other", "new draft");
    let mut page = page.reloaded(3);
    page.send(PanelMsg::Toggled);
    page.settle();
    assert!(page.is_kept("new draft"));
    assert_eq!(looking_at(page, "other", 4).shown(), ["new"]);
}

#[test]
fn everything_is_deleted_where_there_is_no_room_for_the_record() {
    for has_mirror in [true, false] {
        let mut page = here();
        page.post("here, secret");
        page.settle();
        let other = discussion(&mut page, "other", &["secret"]);
        if !has_mirror {
            page.refuse_mirror = Some(StoreError::Blocked);
            clear(&page.mirror);
        }
        page.is_full_while = Some("secret");
        ask_to_delete(&mut page, Deletion::Everything);
        for _ in 0..4 {
            page.settle();
        }
        assert!(is_empty(&page, &other), "{has_mirror}");
        assert!(!page.stored().iter().any(|(key, _)| key.starts_with("aw1:")), "{has_mirror}");
        assert_eq!(page.storage.keys("aw1g:").unwrap().len(), 2, "{has_mirror}");
        assert_eq!(announced(&page), Some(Announced::DeletedEverything), "{has_mirror}");
    }
}

#[test]
fn a_comment_is_erased_where_there_is_no_room_for_the_record() {
    let mut page = Page::started();
    let id = page.post("secret");
    page.settle();
    page.send(ActionMsg::PressedDelete(id));
    page.settle();
    page.is_full_while = Some("secret");
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert!(!page.is_kept("secret"));
    assert!(page.is_kept("\"k\":\"erase\""));
    assert!(page.stored().iter().any(|(_, value)| matches!(value, StoredText::Text(text) if text.contains("erase"))));
}

#[test]
fn nothing_is_removed_to_make_room_before_the_mirror_knows() {
    let mut page = here();
    let other = discussion(&mut page, "other", &["secret"]);
    page.is_full_while = Some("secret");
    page.refuse_mirror = Some(StoreError::Failed);
    ask_to_delete(&mut page, Deletion::Thread(other.clone()));
    page.send(PageMsg::Woken);
    for _ in 0..7 {
        page.settle();
    }
    assert!(page.stored().iter().any(|(_, value)| matches!(value, StoredText::Text(text) if text.contains("secret"))));
    assert_ne!(announced(&page), Some(Announced::DeletedEverything));
    page.settle();
    assert_eq!(announced(&page), Some(Announced::NotDeleted), "after eight seconds");
    page.refuse_mirror = None;
    // The mirror could not be read either, so the reader was told to try again.
    ask_to_delete(&mut page, Deletion::Thread(other));
    for _ in 0..10 {
        page.settle();
    }
    assert!(!page.is_kept("secret"));
    assert_eq!(announced(&page), Some(Announced::DeletedEverything));
}

#[test]
fn it_is_said_to_be_deleted_when_it_is() {
    for everything in [true, false] {
        let mut page = Page::started();
        page.post("Hello");
        page.settle();
        page.send(PanelMsg::Toggled);
        let thread = page.widget.app.config.thread.key();
        ask_to_delete(&mut page, if everything { Deletion::Everything } else { Deletion::Thread(thread) });
        assert!(page.is_kept("Hello"));
        assert_ne!(announced(&page), Some(Announced::DeletedEverything));
        page.settle();
        assert!(!page.is_kept("Hello"));
        assert_eq!(announced(&page), Some(Announced::DeletedEverything));
        assert!(panel(&page).inventory.as_ref().unwrap().threads.is_empty(), "the panel has looked again");
    }
}

#[test]
fn who_was_forgotten_writes_as_somebody_else_in_every_tab() {
    let mut page = here();
    let mut other = page.another_tab(2);
    page.submit(ComposerId::New, "Ann", "before");
    other.hear(&page.told());
    other.submit(ComposerId::New, "Ann", "before, there");
    let author = |page: &Page, id| page.widget.app.thread().get(id).unwrap().author.clone();
    let (before, there) = (author(&page, page.row("before")), author(&other, other.row("before, there")));
    page.hear(&other.told());
    ask_to_delete(&mut page, Deletion::Everything);
    other.hear(&page.told());
    page.settle();
    assert_eq!((page.widget.app.composer.name(), other.widget.app.composer.name()), ("", ""));
    for page in [&mut page, &mut other] {
        page.send(ComposerMsg::Submitted { composer: ComposerId::New, name: None, body: "after".to_owned() });
        let after = author(page, page.row("after"));
        assert!(after.id != before.id && after.id != there.id);
        assert_eq!(after.name, None);
    }
}

#[test]
fn a_deletion_whose_page_goes_before_the_mirror_has_responded_is_done_later() {
    let mut page = Page::started();
    page.post("old");
    page.settle();
    page.mirror_hangs = true;
    page.delete_everything();
    page.send(PageMsg::Hidden);
    assert!(page.is_stored("old"), "the mirror does not know");
    let page = page.reloaded(2);
    assert!(page.shown().is_empty() && !page.is_kept("\"old\""));
}

#[test]
fn damage_goes_with_everything_else() {
    let page = Page::left_behind("draft");
    let thread = page.widget.app.config.thread.key();
    for key in
        [format!("aw1:{thread}:0000000030000000000001"), format!("aw1g:{thread}:0000001"), format!("aw1:{thread}:x")]
    {
        page.storage.put(&key, "1deadbeef000003{}!".into());
        page.mirror.put(&key, "1deadbeef000003{}!".into());
    }
    let draft = page.mirrored_drafts().concat();
    page.mirror.put(&draft, StoredText::Units(vec![0xd800]));
    let mut page = page.reloaded(2);
    assert_eq!(page.widget.app.discussion().shown().unreadable().len(), 4);
    page.delete_everything();
    page.settle();
    assert!(page.widget.app.discussion().shown().unreadable().is_empty());
    assert!(is_empty(&page, &thread), "{:?}", page.mirrored());
    let page = page.reloaded(3);
    assert!(page.widget.app.discussion().shown().unreadable().is_empty());
    assert_eq!(page.storage.keys("aw1g:").unwrap().len(), 1, "that of the deletion, under a key that was free");
}

#[test]
fn what_waits_for_room_is_not_posted_into_another_thread() {
    for changes_thread in [true, false] {
        let mut page = Page::started();
        page.send(PageMsg::MeasuredUsage(article_widget::store::copy::usage::Usage {
            origin: 5_242_880,
            ours: 0,
            quota: 5_242_880,
        }));
        page.asks_for_space_later = true;
        page.submit(ComposerId::New, "", "meant for here");
        let mut config = page.widget.app.config.clone();
        if changes_thread {
            config.thread = ThreadId::explicit("elsewhere").unwrap();
        } else {
            config.storage = Persistence::Session;
        }
        page.send(Msg::ChangedConfig(Box::new(config)));
        page.send(PageMsg::MeasuredUsage(page.usage));
        assert!(page.shown().is_empty(), "{changes_thread}");
    }
}

#[test]
fn the_question_stands_only_where_it_was_asked() {
    let mut page = here();
    let id = page.post("Hello");
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    assert_eq!((page.widget.app.actions.confirming(), &panel(&page).confirming), (Some(id), &None));
    page.send(ActionMsg::AnsweredErase { id, sure: false });
    page.send(PanelMsg::AskedToDelete(Deletion::Comment(id)));
    assert_eq!((page.widget.app.actions.confirming(), &panel(&page).confirming), (None, &Some(Deletion::Comment(id))));
    page.send(PanelMsg::AnsweredDelete { sure: false });
    assert_eq!((&panel(&page).confirming, page.managed_focus()), (&None, Some(manage::FocusTarget::Panel)));
    page.send(PanelMsg::AskedToDelete(Deletion::Comment(id)));
    page.send(PanelMsg::Toggled);
    page.send(PanelMsg::Toggled);
    assert_eq!(panel(&page).confirming, None, "closed with the panel");
    ask_to_delete(&mut page, Deletion::Comment(id));
    assert_eq!((page.widget.app.thread().get(id), page.managed_focus()), (None, Some(manage::FocusTarget::Panel)));
}
