//! What is not saved within eight seconds, and how the reader gets it back.

use article_widget::app::Effect;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;

use crate::support::Page;

#[test]
fn what_is_not_saved_in_eight_seconds_is_at_risk_until_it_is() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("Hello");
    page.wait(7_999);
    assert_eq!(page.save_state(id), Some(SaveState::Saving));
    page.effects();
    page.wait(1);
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
    assert_eq!(page.widget.app.discussion().unsaved_text(id), Some("Hello"));
    assert!(page.effects().contains(&Effect::WarnBeforeLeaving(true)));
    page.mirror_hangs = false;
    page.wait(60_000);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert!(page.effects().contains(&Effect::WarnBeforeLeaving(false)));
}

#[test]
fn a_mirror_that_goes_on_refusing_puts_the_comment_at_risk() {
    let mut page = Page::started();
    page.refuse_mirror = Some(StoreError::Full);
    let id = page.post("Hello");
    for _ in 0..9 {
        page.wait(1_000);
        assert_ne!(page.save_state(id), Some(SaveState::Saved));
    }
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk), "only a mirror that is not there makes it kept");
}

#[test]
fn a_key_that_another_script_has_overwritten_is_left_and_the_comment_is_at_risk() {
    let mut page = Page::started();
    let id = page.post("Hello");
    let key = page.key(id);
    page.storage.put(&key, StoredText::from("another script's"));
    for _ in 0..20 {
        page.wait(1_000);
        assert_ne!(page.save_state(id), Some(SaveState::Saved));
    }
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
    assert_eq!(page.widget.app.discussion().unsaved_text(id), Some("Hello"));
    assert_eq!(page.storage.get(&key), Ok(Some(StoredText::from("another script's"))));
    assert_eq!(page.reloaded(2).shown(), ["Hello"], "the mirror has it");
}

#[test]
fn a_clock_set_back_does_not_hide_that_something_is_at_risk() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("Hello");
    page.wait(-3_600_000);
    page.wait(8_000);
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
}

#[test]
fn the_reader_can_have_it_tried_again_at_once() {
    let mut page = Page::started();
    page.refuse_mirror = Some(StoreError::Failed);
    let id = page.post("Hello");
    for _ in 0..100 {
        page.wait(1_000);
    }
    page.refuse_mirror = None;
    page.send(ActionMsg::PressedSaveAgain);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert_eq!(page.said(), Announced::Saved, "who was told of the risk is told that it is over");
}

#[test]
fn a_text_at_risk_can_be_copied_and_downloaded() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("Hello");
    page.wait(8_000);
    page.effects();
    page.send(ActionMsg::PressedCopyText(id));
    assert_eq!(page.effects(), [Effect::CopyText("Hello".to_owned())]);
    page.send(ActionMsg::PressedDownloadText(id));
    assert!(matches!(page.effects().as_slice(), [Effect::SaveFile { text, .. }] if text == "Hello"));
    page.mirror_hangs = false;
    page.send(ActionMsg::PressedSaveAgain);
    page.effects();
    page.send(ActionMsg::PressedCopyText(id));
    assert_eq!(page.effects(), [], "what is saved is not offered any more");
}

#[test]
fn an_edit_at_risk_offers_the_new_text() {
    let mut page = Page::started();
    let id = page.post("old");
    page.settle();
    page.mirror_hangs = true;
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "new".to_owned() });
    page.wait(8_000);
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
    assert_eq!(page.widget.app.discussion().unsaved_text(id), Some("new"));
}

#[test]
fn the_browser_warns_before_leaving_only_while_something_is_at_risk() {
    let mut page = Page::started();
    let warnings = |page: &mut Page| -> Vec<bool> {
        let armed = |effect: Effect| match effect {
            Effect::WarnBeforeLeaving(armed) => Some(armed),
            _ => None,
        };
        page.effects().into_iter().filter_map(armed).collect()
    };
    page.post("saved");
    page.settle();
    assert!(warnings(&mut page).is_empty(), "a comment on its way is no reason");
    page.mirror_hangs = true;
    page.post("one");
    page.wait(3_000);
    page.post("two");
    page.wait(7_000);
    page.wait(7_000);
    assert_eq!(warnings(&mut page), [true], "once, however many there are");
    page.mirror_hangs = false;
    page.send(ActionMsg::PressedSaveAgain);
    assert_eq!(warnings(&mut page), [false]);
}

#[test]
fn of_two_texts_at_risk_the_newest_is_the_readers() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("A");
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "B".to_owned() });
    page.wait(8_000);
    page.effects();
    page.send(ActionMsg::PressedDownloadText(id));
    assert!(matches!(page.effects().as_slice(), [Effect::SaveFile { text, .. }] if text == "B"));
}

#[test]
fn a_comment_whose_coming_back_is_at_risk_can_be_copied() {
    let mut page = Page::started();
    let id = page.post("Hello");
    page.settle();
    page.send(ActionMsg::PressedDelete(id));
    page.settle();
    page.mirror_hangs = true;
    page.send(ActionMsg::PressedUndo(id));
    page.wait(8_000);
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
    page.effects();
    page.send(ActionMsg::PressedCopyText(id));
    assert_eq!(page.effects(), [Effect::CopyText("Hello".to_owned())]);
}
