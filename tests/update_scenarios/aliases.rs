//! Several ids of one discussion: shown as one, and each kept by its own rules.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::composers::ComposerId;
use article_widget::app::config::Config;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::PanelMsg;
use article_widget::manage::panel::Deletion;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Request};
use article_widget::store::copy::store_error::StoreError;

use crate::panel::discussion;
use crate::support::Page;
use crate::support::looking::clear;

pub(crate) const OLD: &str = "old";

pub(crate) fn ids(names: &[&str]) -> Vec<ThreadId> {
    names.iter().map(|name| ThreadId::explicit(name).unwrap()).collect()
}

/// A browser that keeps these comments under the old id, and a page that names it beside its own.
pub(crate) fn moved(texts: &[&str]) -> Page {
    let mut page = Page::new(5);
    discussion(&mut page, OLD, texts);
    page.widget.app.config.aliases = ids(&[OLD]);
    page.send(Msg::Started);
    page
}

/// The same browser, where the page that has the old id is opened.
fn old_page(page: &Page, number: u64) -> Page {
    let mut old = page.beside(number);
    old.widget.app.config.thread = ThreadId::explicit(OLD).unwrap();
    old.send(Msg::Started);
    old
}

/// The same browser, where the page that names both is opened again.
fn both(page: &Page, number: u64) -> Page {
    let mut next = page.beside(number);
    next.widget.app.config.aliases = ids(&[OLD]);
    next.send(Msg::Started);
    next
}

/// How many keys each of the copies holds of the old id that begin so.
fn old_keys(page: &Page, family: &str) -> [usize; 2] {
    let prefix = format!("{family}:{}", ThreadId::explicit(OLD).unwrap().key());
    [&page.storage, &page.mirror].map(|copy| copy.keys(&prefix).unwrap().len())
}

#[test]
fn what_is_kept_under_another_id_is_shown_and_new_comments_go_to_the_first() {
    let mut page = moved(&["From before"]);
    assert_eq!(page.shown(), ["From before"]);
    let before = old_keys(&page, "aw1");
    page.reply(page.row("From before"), "And now");
    page.settle();
    assert_eq!(page.shown(), ["From before", "  And now"]);
    assert_eq!(old_keys(&page, "aw1"), before, "nothing new is written there");
    assert!(page.widget.app.thread().get(page.row("From before")).unwrap().own);
    assert_eq!(old_page(&page, 6).shown(), ["From before"]);
    assert_eq!(both(&page, 7).shown(), ["From before", "  And now"]);
}

#[test]
fn a_change_goes_where_its_comment_is_kept() {
    let mut page = moved(&["From before"]);
    let id = page.row("From before");
    page.send(ComposerMsg::PressedEdit(id));
    assert_eq!(page.widget.app.composer_text(ComposerId::Edit(id)), "From before");
    page.type_text(ComposerId::Edit(id), "From before, better");
    page.submit(ComposerId::Edit(id), "", "From before, better");
    assert_eq!(page.shown(), ["From before, better"]);
    assert_eq!(page.focus(), Some(FocusTarget::Edit(id)));
    assert_eq!(page.save_state(id), Some(SaveState::Saving));
    page.settle();
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert_eq!(old_page(&page, 6).shown(), ["From before, better"]);
    assert_eq!(
        page.storage.keys("aw1:").unwrap().len(),
        old_keys(&page, "aw1")[0],
        "nothing is written under the other id"
    );
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(page.shown(), ["[From before, better]"]);
    page.send(ActionMsg::PressedUndo(id));
    page.settle();
    assert_eq!(old_page(&page, 7).shown(), ["From before, better"]);
}

#[test]
fn an_unsent_edit_is_in_its_composer_again() {
    let mut page = moved(&["From before"]);
    let id = page.row("From before");
    page.send(ComposerMsg::PressedEdit(id));
    page.type_text(ComposerId::Edit(id), "From before, bet");
    page.wait(1_000);
    let mut page = both(&page, 6);
    page.wait(1_000);
    let home = &page.widget.app;
    assert_eq!(
        home.composer.composers().get(ComposerId::Edit(id)).map(|_| home.composer_text(ComposerId::Edit(id))),
        Some("From before, bet")
    );
}

#[test]
fn what_is_being_written_under_the_other_id_stays_there() {
    let mut page = Page::new(5);
    discussion(&mut page, OLD, &["From before"]);
    let mut old = old_page(&page, 6);
    old.type_text(ComposerId::New, "Half a thou");
    old.wait(1_000);
    let mut page = both(&old, 7);
    page.wait(1_000);
    assert_eq!(page.filled(), []);
    page.send(PageMsg::Hidden);
    let mut old = old_page(&page, 8);
    old.wait(1_000);
    assert_eq!(old.filled(), [(ComposerId::New, "Half a thou".to_owned())]);
}

#[test]
fn an_erased_comment_goes_from_where_it_is_kept_and_no_open_page_brings_it_back() {
    let mut page = moved(&["From before"]);
    let mut old = old_page(&page, 6);
    let id = page.row("From before");
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    assert_eq!(page.widget.app.actions.confirming(), Some(id));
    page.effects();
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert_eq!((page.shown(), page.widget.app.actions.confirming()), (vec![], None));
    assert!(!page.is_kept("From before"));
    old.hear(&page.told());
    old.send(PageMsg::Woken);
    assert!(!old.is_kept("From before"));
    assert_eq!(old.shown(), [""; 0]);
    assert_eq!(both(&old, 7).shown(), [""; 0]);
}

#[test]
fn an_erasure_can_be_asked_for_in_the_panel() {
    let mut page = moved(&["From before"]);
    let id = page.row("From before");
    page.send(ActionMsg::PressedDelete(id));
    page.send(PanelMsg::Toggled);
    page.send(PanelMsg::AskedToDelete(Deletion::Comment(id)));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    page.settle();
    assert!(!page.is_kept("From before"));
}

#[test]
fn what_the_other_page_does_is_heard() {
    let mut page = moved(&["From before"]);
    let mut old = old_page(&page, 6);
    old.post("From the other page");
    page.hear(&old.told());
    assert_eq!(page.shown(), ["From before", "From the other page"]);
    let id = page.row("From before");
    page.effects();
    page.send(ActionMsg::PressedDelete(id));
    old.hear(&page.told());
    assert_eq!(old.shown(), ["From the other page"]);
}

#[test]
fn everything_here_is_deleted_under_all_ids_each_by_its_own_count() {
    let mut page = moved(&["From before"]);
    page.post("And now");
    page.settle();
    page.delete_everything();
    page.settle();
    assert!(!page.is_kept("From before") && !page.is_kept("And now"));
    assert_eq!(old_keys(&page, "aw1g"), [1, 1]);
    let mut old = old_page(&page, 6);
    old.post("Once more");
    old.settle();
    assert_eq!(both(&old, 7).shown(), ["Once more"]);
}

#[test]
fn a_discussion_that_is_deleted_in_the_panel_goes_from_the_thread_too() {
    let mut page = moved(&["From before"]);
    page.post("And now");
    page.settle();
    page.send(PanelMsg::Toggled);
    page.send(PanelMsg::AskedToDelete(Deletion::Thread(ThreadId::explicit(OLD).unwrap().key())));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    page.settle();
    assert_eq!(page.shown(), ["And now"]);
    assert!(!page.is_kept("From before"));
}

#[test]
fn each_copy_gets_what_it_lacks_under_every_id() {
    let page = moved(&["From before"]);
    clear(&page.storage);
    let page = both(&page, 6);
    assert_eq!((page.shown(), page.widget.app.discussion().repaired_comments()), (vec!["From before".to_owned()], 1));
    clear(&page.mirror);
    let page = both(&page, 7);
    assert_eq!(old_keys(&page, "aw1"), [2, 2]);
}

#[test]
fn what_cannot_be_read_is_counted_under_every_id_and_left_as_it_is() {
    let page = moved(&["From before"]);
    let key = format!("aw1:{}:0000000090000000000009", ThreadId::explicit(OLD).unwrap().key());
    page.storage.set(&key, "damage").unwrap();
    let page = both(&page, 6);
    assert_eq!(
        (page.widget.app.discussion().unreadable_records(), page.storage.get(&key)),
        (1, Ok(Some("damage".into())))
    );
}

#[test]
fn ids_come_and_go_while_the_thread_is_shown() {
    let mut page = Page::new(5);
    discussion(&mut page, OLD, &["From before"]);
    let mut older = page.beside(8);
    older.widget.app.config.thread = ThreadId::explicit("older").unwrap();
    older.send(Msg::Started);
    older.post("Long ago");
    older.settle();
    page.send(Msg::Started);
    page.post("And now");
    page.type_text(ComposerId::New, "I am writing");
    for (names, shown) in [
        (&[OLD][..], vec!["And now", "From before"]),
        (&[OLD, "older", OLD, "demo"], vec!["And now", "From before", "Long ago"]),
        (&["older"], vec!["And now", "Long ago"]),
        (&[], vec!["And now"]),
    ] {
        let config = Config { aliases: ids(names), ..page.widget.app.config.clone() };
        page.send(Msg::ChangedConfig(Box::new(config)));
        let mut found = page.shown();
        found.sort();
        assert_eq!(found, shown);
        assert_eq!(page.widget.app.draft(ComposerId::New), Some("I am writing"), "who writes is not disturbed");
    }
}

#[test]
fn what_is_on_its_way_stays_so_when_its_id_is_named_no_more() {
    let mut page = moved(&["From before"]);
    page.mirror_hangs = true;
    let id = page.row("From before");
    page.send(ActionMsg::PressedDelete(id));
    let config = Config { aliases: Vec::new(), ..page.widget.app.config.clone() };
    page.send(Msg::ChangedConfig(Box::new(config)));
    page.mirror_hangs = false;
    page.effects();
    page.wait(60_000);
    let old = ThreadId::explicit(OLD).unwrap().key();
    let again = |effect: &Effect| matches!(effect, Effect::Store(Request::Write { copy: CopyId::Mirror, key, .. }) if key.contains(old.as_str()));
    assert!(page.effects().iter().any(again));
}

#[test]
fn a_text_that_is_at_risk_can_be_copied_and_the_page_warns() {
    let mut page = moved(&["From before"]);
    let id = page.row("From before");
    page.send(ComposerMsg::PressedEdit(id));
    page.refuse_mirror = Some(StoreError::Failed);
    page.submit(ComposerId::Edit(id), "", "From before, better");
    page.effects();
    page.wait(9_000);
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
    assert!(page.effects().contains(&Effect::WarnBeforeLeaving(true)));
    page.send(ActionMsg::PressedCopyText(id));
    assert!(page.effects().contains(&Effect::CopyText("From before, better".to_owned())));
}
