//! Words that stay true.

use article_widget::app::Effect;
use article_widget::app::msg::ComposerMsg;

use article_widget::replica::save_state::SaveState;

use crate::support::Page;

fn waits(effects: &[Effect]) -> Vec<u64> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::WakeAfter(millis) = effect { Some(*millis) } else { None })
        .collect()
}

#[test]
fn the_page_wakes_when_the_first_label_would_be_wrong() {
    let mut page = Page::started();
    assert_eq!(waits(&page.effects()), [0u64; 0], "an empty thread sleeps");
    page.post("one");
    page.settle();
    assert_eq!(waits(&page.effects()).last(), Some(&59_000));
    page.wait(19_000);
    page.post("two");
    page.settle();
    assert_eq!(waits(&page.effects()).last(), Some(&39_000), "the first comment is still the first to change");
    page.wait(39_000);
    assert_eq!(waits(&page.effects()).last(), Some(&20_000));
}

#[test]
fn a_tick_that_came_early_is_followed_by_another() {
    let mut page = Page::started();
    page.post("one");
    page.settle();
    page.effects();
    page.wait(9_000);
    assert_eq!(waits(&page.effects()), [50_000]);
}

#[test]
fn the_words_about_keeping_end() {
    let mut page = Page::started();
    let id = page.post("one");
    page.settle();
    page.wait(179_999);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert_eq!(waits(&page.effects()).last(), Some(&1), "the page wakes when they end");
    page.wait(1);
    assert_eq!(page.save_state(id), None);
}

#[test]
fn only_the_newest_comment_says_where_it_is_kept() {
    let mut page = Page::started();
    let one = page.post("one");
    let two = page.post("two");
    page.settle();
    assert_eq!(page.save_state(one), None);
    assert_eq!(page.save_state(two), Some(SaveState::Saved));
}

#[test]
fn an_edit_wakes_the_page_too() {
    let mut page = Page::started();
    let id = page.post("one");
    page.settle();
    page.wait(3 * 86_400_000);
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted {
        composer: article_widget::app::composers::ComposerId::Edit(id),
        name: None,
        body: "two".to_owned(),
    });
    page.settle();
    assert_eq!(waits(&page.effects()).last(), Some(&59_000));
}
