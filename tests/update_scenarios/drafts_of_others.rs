//! Drafts of several pages: none is written over, taken twice or lost to another.

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ComposerMsg, PageMsg};
use article_widget::store::format::stored_text::StoredText;

use crate::support::Page;

#[test]
fn what_another_open_page_is_writing_stands_beside_the_composer_and_not_in_it() {
    let mut writing = Page::left_behind("theirs");
    writing.effects();
    let mut page = writing.another_tab(2);
    writing.hear(&page.told());
    page.hear(&writing.told());
    page.wait(500);
    assert_eq!(page.filled(), []);
    assert_eq!(page.drafts_beside(ComposerId::New), ["theirs"]);
    page.type_text(ComposerId::New, "mine");
    page.wait(1_000);
    writing.hear(&page.told());
    assert_eq!(writing.widget.app.draft(ComposerId::New), Some("theirs"));
    assert_eq!(writing.drafts_beside(ComposerId::New), ["mine"]);
    writing.type_text(ComposerId::New, "theirs too");
    writing.wait(1_000);
    page.hear(&writing.told());
    assert_eq!(page.drafts_beside(ComposerId::New), ["theirs too"]);
    assert_eq!(page.mirrored_drafts().len(), 2);
    writing.type_text(ComposerId::New, "");
    page.hear(&writing.told());
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
}

#[test]
fn another_tab_does_not_remove_a_draft_whose_comment_is_not_saved() {
    let mut page = Page::left_behind("hello");
    page.send(PageMsg::Hidden);
    let mut other = page.another_tab(2);
    other.hear(&page.told());
    page.mirror_hangs = true;
    page.post("hello");
    other.hear(&page.told());
    assert_eq!(other.drafts_beside(ComposerId::New), Vec::<&str>::new(), "what was posted is no draft any more");
    other.mirror_hangs = true;
    other.send(PageMsg::Woken);
    other.wait(500);
    assert_eq!((page.stored_drafts().len(), page.mirrored_drafts().len()), (1, 1));
    other.mirror_hangs = false;
    other.send(PageMsg::Woken);
    other.send(PageMsg::Woken);
    assert_eq!((page.stored_drafts(), page.mirrored_drafts()), (vec![], vec![]), "the comment is in both copies now");
}

#[test]
fn of_two_that_were_left_the_newer_is_in_the_composer_and_the_other_beside_it() {
    let one = Page::left_behind("one");
    let mut two = one.beside(2);
    two.send(Msg::Started);
    two.type_text(ComposerId::New, "two");
    two.wait(1_000);
    let mut page = two.reloaded(3);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "two".to_owned())]);
    assert_eq!(page.drafts_beside(ComposerId::New), ["one"]);
    let name = page.widget.app.other_drafts(ComposerId::New).next().unwrap().0;
    page.send(ComposerMsg::PressedUseDraft(name));
    assert_eq!(page.widget.app.draft(ComposerId::New), Some("two"), "nothing is written over");
    page.post("two");
    page.effects();
    page.send(ComposerMsg::PressedUseDraft(name));
    assert_eq!(page.filled(), [(ComposerId::New, "one".to_owned())]);
    page.settle();
    let two = |value: &StoredText| matches!(value, StoredText::Text(text) if text.contains("two"));
    let drafts_of_two =
        page.mirrored().into_iter().filter(|(key, value)| key.starts_with("aw1d:") && two(value)).count();
    assert_eq!(drafts_of_two, 0, "the other is no longer a draft");
}

#[test]
fn what_is_discarded_is_gone_everywhere() {
    let mut page = Page::left_behind("one");
    page.send(PageMsg::Hidden);
    let mut page = page.another_tab(2);
    page.type_text(ComposerId::New, "mine");
    page.wait(500);
    let mut other = page.another_tab(3);
    other.type_text(ComposerId::New, "other");
    other.wait(500);
    assert!(other.drafts_beside(ComposerId::New).contains(&"one"));
    let name = page.widget.app.other_drafts(ComposerId::New).next().unwrap().0;
    page.effects();
    page.send(ComposerMsg::PressedDiscardDraft(name));
    page.send(PageMsg::Hidden);
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
    assert!(!page.is_kept("\"one\""));
    other.hear(&page.told());
    assert!(!other.drafts_beside(ComposerId::New).contains(&"one"));
}

#[test]
fn what_was_adopted_and_changed_is_a_draft_of_its_own() {
    let first = Page::left_behind("hello").reloaded(2);
    let (mut here, mut there) = (first.another_tab(3), first.another_tab(4));
    for page in [&mut here, &mut there] {
        page.wait(500);
        assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())], "neither knows of the other");
        page.type_text(ComposerId::New, "hello");
        page.wait(1_000);
    }
    there.type_text(ComposerId::New, "hello, and more");
    there.wait(1_000);
    here.post("hello");
    here.settle();
    assert!(there.is_kept("hello, and more"), "what was posted was another text");
    there.hear(&here.told());
    assert_eq!(there.widget.app.draft(ComposerId::New), Some("hello, and more"));
    let mut next = there.reloaded(5);
    next.wait(500);
    assert_eq!(next.filled(), [(ComposerId::New, "hello, and more".to_owned())]);
}

#[test]
fn a_composer_whose_untouched_text_another_page_has_posted_is_emptied() {
    let first = Page::left_behind("hello").reloaded(2);
    let (mut here, mut there) = (first.another_tab(3), first.another_tab(4));
    for page in [&mut here, &mut there] {
        page.wait(500);
        page.type_text(ComposerId::New, "hello");
        page.wait(1_000);
    }
    let revision = there.widget.app.composer.composers().get(ComposerId::New).unwrap().revision;
    here.effects();
    here.post("hello");
    here.settle();
    there.hear(&here.told());
    assert_eq!(there.widget.app.draft(ComposerId::New), None);
    assert_eq!(there.widget.app.composer.composers().get(ComposerId::New).unwrap().revision, revision + 1);
    there.send(PageMsg::Woken);
    assert!(there.mirrored_drafts().is_empty());
}

#[test]
fn a_sleeping_page_whose_draft_another_has_posted_keeps_what_it_writes_on() {
    let mut asleep = Page::left_behind("hello");
    let mut awake = asleep.another_tab(2);
    awake.wait(500);
    awake.type_text(ComposerId::New, "hello");
    awake.post("hello");
    awake.settle();
    asleep.type_text(ComposerId::New, "hello, and more");
    asleep.hear(&awake.told());
    asleep.wait(1_000);
    assert_eq!(asleep.widget.app.draft(ComposerId::New), Some("hello, and more"));
    let mut next = asleep.reloaded(3);
    next.wait(500);
    assert_eq!(next.filled(), [(ComposerId::New, "hello, and more".to_owned())]);
}

#[test]
fn using_what_an_open_page_is_writing_leaves_it_there() {
    let mut writing = Page::left_behind("theirs");
    let mut page = writing.another_tab(2);
    writing.hear(&page.told());
    page.hear(&writing.told());
    let name = page.widget.app.other_drafts(ComposerId::New).next().unwrap().0;
    page.send(ComposerMsg::PressedUseDraft(name));
    page.type_text(ComposerId::New, "theirs");
    page.wait(1_000);
    page.type_text(ComposerId::New, "");
    assert!(page.is_kept("theirs"), "the page that wrote it still does");
}

#[test]
fn two_widgets_of_one_page_leave_each_other_their_texts() {
    let mut one = Page::left_behind("first widget");
    one.effects();
    let mut two = one.another_tab(1);
    one.hear(&two.told());
    two.hear(&one.told());
    two.wait(500);
    assert_eq!(two.filled(), []);
    assert_eq!(two.drafts_beside(ComposerId::New), ["first widget"]);
}

#[test]
fn a_draft_that_was_adopted_and_changed_is_not_shown_a_second_time() {
    let page = Page::left_behind("hello");
    let mut here = page.another_tab(2);
    here.wait(500);
    here.type_text(ComposerId::New, "hello");
    here.wait(1_000);
    let mut there = page.another_tab(3);
    here.hear(&there.told());
    there.hear(&here.told());
    there.wait(500);
    assert_eq!(there.drafts_beside(ComposerId::New), ["hello"]);
    here.type_text(ComposerId::New, "hello, and more");
    here.wait(1_000);
    there.hear(&here.told());
    assert_eq!(there.drafts_beside(ComposerId::New), ["hello, and more"]);
}

#[test]
fn of_two_texts_of_one_draft_the_later_one_counts_whoever_speaks_last() {
    let mut first = Page::left_behind("an early text");
    // It sleeps, so that the next page takes its text over.
    let mut second = first.another_tab(2);
    second.wait(500);
    assert_eq!(second.filled(), [(ComposerId::New, "an early text".to_owned())]);
    second.wait(1_000);
    first.wait(10_000);
    first.type_text(ComposerId::New, "a later text");
    first.send(PageMsg::Hidden);
    second.effects();
    let mut again = first.another_tab(3);
    again.wait(11_500);
    let mut third = first.another_tab(4);
    third.env.now = again.env.now;
    second.env.now = again.env.now;
    second.hear(&third.told());
    third.hear(&second.told());
    let texts: Vec<&str> = third.drafts_beside(ComposerId::New);
    assert_eq!(texts, ["a later text"], "the page with the early text has spoken last");
}

#[test]
fn what_nobody_adopts_is_given_to_the_mirror() {
    let mut left = Page::started();
    left.type_text(ComposerId::New, "left at the last moment");
    left.send(PageMsg::Hidden);
    // Killed before the mirror had it.
    crate::support::looking::clear(&left.mirror);
    let mut page = left.beside(2);
    page.send(Msg::Started);
    page.type_text(ComposerId::New, "something else");
    page.wait(500);
    assert_eq!(page.drafts_beside(ComposerId::New), ["left at the last moment"]);
    assert!(page.mirrored_drafts().iter().any(|key| left.stored_drafts().contains(key)));
}

#[test]
fn of_two_texts_typed_within_a_tick_of_the_clock_the_later_one_counts() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "first");
    page.send(PageMsg::Hidden);
    page.effects();
    let mut other = page.another_tab(2);
    page.hear(&other.told());
    other.hear(&page.told());
    assert_eq!(other.drafts_beside(ComposerId::New), ["first"]);
    page.type_text(ComposerId::New, "second");
    page.send(PageMsg::Hidden);
    other.hear(&page.told());
    assert_eq!(other.drafts_beside(ComposerId::New), ["second"]);
}

#[test]
fn what_goes_on_elsewhere_after_it_was_adopted_stays_there() {
    let mut page = Page::left_behind("theirs");
    page.effects();
    let mut other = page.another_tab(2);
    other.wait(500);
    assert_eq!(other.filled(), [(ComposerId::New, "theirs".to_owned())], "the other page has not answered in time");
    page.type_text(ComposerId::New, "theirs too");
    page.wait(1_000);
    other.hear(&page.told());
    other.type_text(ComposerId::New, "mine");
    other.wait(1_000);
    assert!(other.is_kept("theirs too") && other.is_kept("mine"));
}

#[test]
fn what_its_own_page_writes_on_is_not_removed_by_one_that_took_it_over_and_changed_it() {
    let mut first = Page::left_behind("hello");
    let mut page = first.another_tab(2);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())], "the other did not answer in time");
    page.type_text(ComposerId::New, "hello, changed");
    first.effects();
    first.type_text(ComposerId::New, "hello, and more");
    first.wait(1_000);
    page.hear(&first.told());
    page.wait(1_000);
    assert!(page.is_kept("hello, and more") && page.is_kept("hello, changed"));
}
