//! Erasing a comment, and that nothing brings it back.

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::port::announced::Announced;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Request};
use article_widget::store::copy::store_error::StoreError;

use crate::support::Page;
use crate::support::looking::clear;

fn erase(page: &mut Page, id: OperationId) {
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
}

/// A page with a secret that was edited once, and another comment.
fn secret() -> (Page, OperationId) {
    let mut page = Page::started();
    let id = page.post("a secret");
    let composer = ComposerId::Edit(id);
    page.send(ComposerMsg::Submitted { composer, name: None, body: "the secret, edited".to_owned() });
    page.post("other");
    page.settle();
    (page, id)
}

#[test]
fn only_a_deleted_comment_of_the_readers_own_can_be_erased() {
    let (mut page, id) = secret();
    page.send(ActionMsg::PressedErase(id));
    assert_eq!(page.widget.app.actions.confirming(), None);
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    assert_eq!(page.shown(), ["the secret, edited", "other"]);
    assert!(page.is_kept("secret"));
}

#[test]
fn who_is_asked_and_not_sure_has_lost_nothing() {
    let (mut page, id) = secret();
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    assert_eq!(page.widget.app.actions.confirming(), Some(id));
    page.send(ActionMsg::AnsweredErase { id, sure: false });
    assert_eq!(page.widget.app.actions.confirming(), None);
    assert_eq!(page.focus(), Some(FocusTarget::Undo(id)));
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::PressedUndo(id));
    assert_eq!(page.shown(), ["the secret, edited", "other"]);
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(page.widget.app.actions.confirming(), None, "the question is asked anew");
}

#[test]
fn what_is_erased_is_in_neither_copy_once_that_is_kept() {
    let (mut page, id) = secret();
    erase(&mut page, id);
    assert_eq!(page.shown(), ["other"]);
    assert_eq!(page.said(), Announced::Erased);
    assert_eq!(page.focus(), Some(FocusTarget::Heading));
    assert!(page.is_kept("secret"), "not before the record that says so is kept");
    page.settle();
    assert!(!page.is_kept("secret"));
    assert_eq!(page.reloaded(2).shown(), ["other"]);
}

#[test]
fn nothing_is_removed_because_another_comment_is_saved_first() {
    let (mut page, id) = secret();
    page.post("quick");
    page.wait(900);
    erase(&mut page, id);
    page.wait(100);
    assert!(page.is_kept("secret"), "the erasure itself is not kept yet");
    page.settle();
    assert!(!page.is_kept("secret"));
}

#[test]
fn drafts_of_what_is_erased_go_with_it() {
    let (mut page, id) = secret();
    page.send(ComposerMsg::PressedEdit(id));
    page.type_text(ComposerId::Edit(id), "the secret, to be edited again");
    page.wait(1_000);
    page.send(PageMsg::Hidden);
    erase(&mut page, id);
    page.settle();
    assert!(!page.is_kept("secret"));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Edit(id)), None);
    page.send(PageMsg::Hidden);
    page.wait(10_000);
    assert!(!page.is_kept("secret"));
}

#[test]
fn an_edit_that_was_closed_goes_with_the_comment() {
    let (mut page, id) = secret();
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Cancelled { composer: ComposerId::Edit(id), body: "the secret, half edited".to_owned() });
    erase(&mut page, id);
    page.settle();
    page.send(PageMsg::Hidden);
    page.wait(1_000);
    assert!(!page.is_kept("secret"));
}

#[test]
fn what_another_page_left_in_the_comments_composer_goes_with_it() {
    let (page, id) = secret();
    let mut left = page.another_tab(2);
    left.type_text(ComposerId::Edit(id), "the secret, left behind");
    left.send(PageMsg::Hidden);
    let mut page = left.reloaded(3);
    erase(&mut page, id);
    page.settle();
    page.wait(1_000);
    assert!(!page.is_kept("secret"));
    let mut page = page.reloaded(4);
    page.wait(2_000);
    assert!(!page.is_kept("secret"));
}

#[test]
fn a_draft_of_the_comments_edit_that_is_found_later_is_removed() {
    let (mut page, id) = secret();
    let mut left = page.another_tab(2);
    left.type_text(ComposerId::Edit(id), "the secret, left behind");
    erase(&mut page, id);
    page.settle();
    left.send(PageMsg::Hidden);
    let mut page = page.reloaded(3);
    page.wait(2_000);
    assert!(!page.is_kept("secret"));
}

#[test]
fn the_draft_of_a_comment_that_is_erased_at_once_goes_too() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "a secret");
    page.wait(1_000);
    page.send(PageMsg::Hidden);
    let id = page.post("a secret");
    erase(&mut page, id);
    page.settle();
    assert!(!page.is_kept("secret"));
}

#[test]
fn a_draft_that_could_not_be_removed_does_not_come_back_when_its_comment_is_erased() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "a secret");
    page.send(PageMsg::Hidden);
    let draft = page.stored().into_iter().find(|(key, _)| key.starts_with("aw1d:")).unwrap();
    let id = page.post("a secret");
    page.settle();
    erase(&mut page, id);
    page.settle();
    page.storage.put(&draft.0, draft.1);
    let mut page = page.reloaded(2);
    page.wait(2_000);
    assert_eq!(page.widget.app.draft(ComposerId::New), None);
    assert!(!page.is_kept("secret"));
}

#[test]
fn what_could_not_be_removed_is_removed_at_the_next_start() {
    let (mut page, id) = secret();
    let (stored, mirrored) = (page.stored(), page.mirrored());
    erase(&mut page, id);
    page.settle();
    for (store, all) in [(&page.storage, stored), (&page.mirror, mirrored)] {
        all.into_iter().for_each(|(key, value)| store.put(&key, value));
    }
    let page = page.reloaded(2);
    assert_eq!(page.shown(), ["other"]);
    assert!(!page.is_kept("secret"));
}

#[test]
fn one_copy_that_says_so_is_enough() {
    for copy in [CopyId::Primary, CopyId::Mirror] {
        let (mut page, id) = secret();
        let before = if copy == CopyId::Primary { page.mirrored() } else { page.stored() };
        erase(&mut page, id);
        page.settle();
        let stale = if copy == CopyId::Primary { &page.mirror } else { &page.storage };
        clear(stale);
        before.into_iter().for_each(|(key, value)| stale.put(&key, value));
        let page = page.reloaded(2);
        assert_eq!(page.shown(), ["other"], "{copy:?}");
        assert!(!page.is_kept("secret"), "{copy:?}");
        let page = page.reloaded(3);
        assert!(!page.is_kept("secret"), "{copy:?}");
    }
}

#[test]
fn no_other_tab_and_no_message_brings_it_back() {
    let (mut page, id) = secret();
    let records = page.stored();
    let mut other = page.another_tab(2);
    erase(&mut page, id);
    page.settle();
    page.effects();
    for (key, value) in &records {
        page.hear_record(key.clone(), value.clone());
    }
    assert_eq!(page.shown(), ["other"]);
    other.send(PageMsg::Woken);
    assert_eq!(other.shown(), ["other"], "it reads the erasure");
    page.send(PageMsg::Woken);
    assert!(!page.is_kept("secret"));
}

#[test]
fn a_tab_that_is_still_saving_it_stops() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("a secret");
    let mut other = page.another_tab(2);
    erase(&mut other, id);
    other.settle();
    page.hear(&other.told());
    assert!(page.shown().is_empty());
    page.mirror_hangs = false;
    for _ in 0..20 {
        page.wait(1_000);
    }
    assert!(!page.is_kept("secret"));
    assert_eq!(page.save_state(id), None);
}

#[test]
fn an_edit_made_elsewhere_that_the_erasure_did_not_know_goes_too() {
    let (mut page, id) = secret();
    let mut other = page.another_tab(2);
    let composer = ComposerId::Edit(id);
    other.send(ComposerMsg::Submitted { composer, name: None, body: "a secret retold".to_owned() });
    other.settle();
    let told = other.told();
    erase(&mut page, id);
    page.settle();
    page.hear(&told);
    page.send(PageMsg::Woken);
    assert_eq!(page.shown(), ["other"]);
    assert!(!page.is_kept("secret"));
}

#[test]
fn replies_to_what_is_erased_stay() {
    let (mut page, id) = secret();
    page.reply(id, "answer");
    erase(&mut page, id);
    page.settle();
    assert_eq!(page.shown().len(), 2);
    assert!(page.reloaded(2).widget.app.rows().iter().any(|row| row.comment.current.body.as_str() == "answer"));
}

#[test]
fn the_erasure_is_written_before_anything_is_removed() {
    let (mut page, id) = secret();
    let key = page.key(id);
    page.send(ActionMsg::PressedDelete(id));
    page.settle();
    page.effects();
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    let effects = page.effects();
    let first_removal = effects
        .iter()
        .position(|effect| matches!(effect, Effect::Store(Request::Remove { keys, .. }) if keys.contains(&key)))
        .unwrap();
    for copy in [CopyId::Primary, CopyId::Mirror] {
        let write = effects
            .iter()
            .position(|effect| matches!(effect, Effect::Store(Request::Write { copy: to, .. }) if *to == copy))
            .unwrap();
        assert!(write < first_removal);
    }
}

#[test]
fn without_a_mirror_it_is_erased_all_the_same() {
    let mut page = Page::new(1);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    let id = page.post("a secret");
    page.settle();
    erase(&mut page, id);
    page.settle();
    assert!(!page.is_kept("secret"));
    assert!(page.storage.get(&page.key(id)).unwrap().is_none());
}
