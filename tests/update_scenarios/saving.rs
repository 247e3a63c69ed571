//! From "Saving…" to "Saved", and what is said when it does not come to that.

use article_widget::app::Effect;
use article_widget::app::model::{Announced, SaveState};
use article_widget::store::store_error::StoreError;

use crate::support::Page;

#[test]
fn a_comment_is_saved_when_it_has_stood_for_a_second_and_the_mirror_has_it() {
    let mut page = Page::started();
    let id = page.post("Hello");
    assert_eq!(page.model.save_state(id), Some(SaveState::Saving));
    page.wait(999);
    assert_eq!(page.model.save_state(id), Some(SaveState::Saving), "not a millisecond earlier");
    page.wait(1);
    assert_eq!(page.model.save_state(id), Some(SaveState::Saved));
    assert_eq!(page.model.announcement.unwrap().what, Announced::Saved);
}

#[test]
fn without_a_mirror_the_word_saved_never_appears() {
    let mut page = Page::new(1);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(article_widget::app::Msg::Started);
    let id = page.post("Hello");
    for _ in 0..100 {
        page.wait(1_000);
        assert_ne!(page.model.save_state(id), Some(SaveState::Saved));
    }
    assert_eq!(page.model.save_state(id), Some(SaveState::Kept));
}

#[test]
fn what_is_not_saved_in_eight_seconds_is_at_risk_until_it_is() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("Hello");
    page.wait(7_999);
    assert_eq!(page.model.save_state(id), Some(SaveState::Saving));
    page.orders();
    page.wait(1);
    assert_eq!(page.model.save_state(id), Some(SaveState::AtRisk));
    assert_eq!(page.model.unsaved_text(id), Some("Hello"));
    assert!(page.orders().contains(&Effect::WarnBeforeLeaving(true)));
    page.mirror_hangs = false;
    page.wait(60_000);
    assert_eq!(page.model.save_state(id), Some(SaveState::Saved));
    assert!(page.orders().contains(&Effect::WarnBeforeLeaving(false)));
}

#[test]
fn what_one_page_posts_the_others_hear() {
    let (mut here, mut there) = (Page::started(), Page::new(2));
    there.send(article_widget::app::Msg::Started);
    here.post("Hello");
    there.hear(&here.orders());
    assert_eq!(there.shown(), ["Hello"]);
}
