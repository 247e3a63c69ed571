//! The panel "Your comments": what it shows, the files it offers, and what is deleted at once.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::mem::swap;

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::manage;
use article_widget::manage::msg::{FileMsg, PanelMsg};
use article_widget::manage::offer::Offer;
use article_widget::manage::panel::{Deletion, Panel};
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::file::file_reader::read_back;
use article_widget::store::file::thread_file::FileKind;

use crate::support::Page;

pub(crate) fn here() -> Page {
    let mut page = Page::started();
    page.send(PanelMsg::Toggled);
    page
}

#[track_caller]
pub(crate) fn panel(page: &Page) -> &Panel {
    page.widget.manage.panel.as_ref().unwrap()
}

#[track_caller]
pub(crate) fn offer(page: &mut Page, msg: FileMsg) -> Offer {
    page.send(msg);
    assert_eq!(page.managed_focus(), Some(manage::FocusTarget::Offer));
    page.widget.manage.offer.clone().unwrap()
}

/// A second discussion in the same browser, in which these comments are posted.
pub(crate) fn discussion(page: &mut Page, id: &str, texts: &[&str]) -> ThreadKey {
    let mut other = Page::new(77);
    other.widget.app.config.thread = ThreadId::explicit(id).unwrap();
    swap(&mut other.storage, &mut page.storage);
    swap(&mut other.mirror, &mut page.mirror);
    other.send(Msg::Started);
    for text in texts {
        other.post(text);
    }
    other.settle();
    swap(&mut other.storage, &mut page.storage);
    swap(&mut other.mirror, &mut page.mirror);
    ThreadId::explicit(id).unwrap().key()
}

/// The keys that either copy holds of a thread.
fn keys_of(page: &Page, thread: &ThreadKey) -> Vec<String> {
    let both = [&page.storage, &page.mirror].map(|place| place.keys("").unwrap()).concat();
    both.into_iter().filter(|key| key.contains(thread.as_str())).collect()
}

#[test]
fn the_panel_opens_with_what_is_kept_and_gives_the_focus_back() {
    let mut page = Page::started();
    page.post("Hello");
    discussion(&mut page, "other", &["one", "two"]);
    page.send(PanelMsg::Toggled);
    assert_eq!(page.managed_focus(), Some(manage::FocusTarget::Panel));
    let inventory = panel(&page).inventory.clone().unwrap();
    let mut comments: Vec<usize> = inventory.threads.iter().map(|thread| thread.comments).collect();
    comments.sort_unstable();
    assert_eq!(comments, [1, 2]);
    page.send(PanelMsg::Toggled);
    assert!(page.widget.manage.panel.is_none());
    assert_eq!(page.managed_focus(), Some(manage::FocusTarget::PanelButton));
}

#[test]
fn a_backup_is_read_back_before_it_is_offered_and_then_taken() {
    let mut page = here();
    page.post("Hello");
    let offer = offer(&mut page, FileMsg::AskedForBackup { everything: false });
    assert_eq!(
        (offer.kind, offer.comments, offer.name.as_str()),
        (FileKind::Backup, 1, "comments-backup-2025-08-22.jsonl")
    );
    let text = offer.text.unwrap();
    assert!(read_back(&text, FileKind::Backup).is_some());
    page.effects();
    page.send(FileMsg::Took);
    assert!(page.managed().contains(&manage::Effect::SaveFile { name: offer.name, text }));
    assert_eq!(page.widget.manage.offer, None);
}

#[test]
fn a_backup_of_everything_holds_every_discussion() {
    let mut page = here();
    page.post("Hello");
    discussion(&mut page, "other", &["one", "two"]);
    assert_eq!(offer(&mut page, FileMsg::AskedForBackup { everything: true }).comments, 3);
    assert_eq!(offer(&mut page, FileMsg::AskedForBackup { everything: false }).comments, 1);
}

#[test]
fn a_file_for_others_is_offered_from_memory_where_nothing_can_be_kept() {
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Blocked);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    page.post("Only here");
    let offer = offer(&mut page, FileMsg::AskedForPublication { everything: false });
    assert_eq!(offer.comments, 1);
    assert!(offer.text.unwrap().contains("Only here"));
}

#[test]
fn nothing_is_deleted_until_the_reader_is_sure() {
    let mut page = here();
    page.post("Hello");
    page.settle();
    let before = page.stored();
    for what in [Deletion::Thread(page.widget.app.config.thread.key()), Deletion::Everything] {
        page.send(PanelMsg::AskedToDelete(what.clone()));
        assert_eq!(panel(&page).confirming, Some(what));
        page.send(PanelMsg::AnsweredDelete { sure: false });
        assert_eq!((panel(&page).confirming.as_ref(), page.managed_focus()), (None, Some(manage::FocusTarget::Panel)));
    }
    page.send(PanelMsg::AnsweredDelete { sure: true });
    assert_eq!(page.stored(), before, "there was no question");
}

#[test]
fn another_discussion_is_deleted_in_both_places_and_this_one_stays() {
    let mut page = here();
    page.post("Mine");
    page.settle();
    let other = discussion(&mut page, "other", &["one", "two"]);
    page.send(PanelMsg::AskedToDelete(Deletion::Thread(other.clone())));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    page.settle();
    let left = keys_of(&page, &other);
    assert!(!left.is_empty() && left.iter().all(|key| key.starts_with("aw1g:")), "{left:?}");
    let listed = &panel(&page).inventory.as_ref().unwrap().threads;
    assert!(listed.iter().all(|thread| thread.key != other), "{listed:?}");
    assert_eq!(page.reloaded(3).shown(), ["Mine"]);
}

#[test]
fn everything_here_is_deleted_and_stays_deleted() {
    let mut page = here();
    page.post("Hello");
    page.settle();
    let thread = page.widget.app.config.thread.key();
    page.send(PanelMsg::AskedToDelete(Deletion::Thread(thread.clone())));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    page.settle();
    assert_eq!(page.widget.app.thread().count(), 0);
    let left = keys_of(&page, &thread);
    assert!(left.iter().all(|key| key.starts_with("aw1g:")), "{left:?}");
    let page = page.reloaded(2);
    assert!(page.shown().is_empty());
    assert_eq!(page.widget.app.composer.name(), "");
}

#[test]
fn a_reader_who_is_forgotten_leaves_no_comment_and_no_name() {
    let mut page = here();
    page.submit(ComposerId::New, "Ann", "Mine");
    page.settle();
    let other = discussion(&mut page, "other", &["one", "two"]);
    assert_eq!(page.widget.app.composer.name(), "Ann");
    page.send(PanelMsg::AskedToDelete(Deletion::Everything));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    page.settle();
    for thread in [other, page.widget.app.config.thread.key()] {
        let left = keys_of(&page, &thread);
        assert!(!left.is_empty() && left.iter().all(|key| key.starts_with("aw1g:")), "{left:?}");
    }
    assert!(page.storage.keys("aw1p:").unwrap().is_empty());
    assert_eq!(page.widget.app.composer.name(), "");
    assert!(panel(&page).inventory.as_ref().unwrap().threads.is_empty());
    assert!(page.reloaded(3).shown().is_empty());
}

#[test]
fn asking_the_browser_to_keep_it_is_said() {
    let mut page = here();
    page.send(PanelMsg::AskedToPersist);
    assert!(page.managed().contains(&manage::Effect::AskToPersist));
    assert!(panel(&page).asked_to_persist);
}
