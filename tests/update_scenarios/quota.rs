//! What is refused when there is no space left, and what never is.

use article_widget::app::composers::{ComposerId, ComposerProblem};
use article_widget::app::config::Persistence;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::copy::usage::Usage;

use crate::support::Page;
use crate::support::looking::clear;

/// Full: less than 256 Ki units are left of the quota.
const FULL: Usage = Usage { origin: 5_242_880 - 262_143, ours: 1_000, quota: 5_242_880 };

/// A page with one saved comment and no space for another.
fn full() -> Page {
    let mut page = Page::started();
    page.post("one");
    page.settle();
    page.usage = FULL;
    page.send(PageMsg::MeasuredUsage(FULL));
    page
}

/// A page that has space for one comment, short as it may be.
fn nearly_full() -> Page {
    let mut page = Page::started();
    page.send(PageMsg::MeasuredUsage(Usage { origin: FULL.origin - 1, ..FULL }));
    // Whoever counts again counts what was written since.
    page.usage = FULL;
    page
}

#[test]
fn a_post_is_refused_when_there_is_no_room_and_its_text_stays() {
    let mut page = full();
    let revision = page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision;
    page.submit(ComposerId::New, "", "two");
    let composer = page.widget.app.composer.composers().get(ComposerId::New).unwrap();
    assert_eq!(composer.problem, Some(ComposerProblem::OverQuota));
    assert_eq!(composer.revision, revision, "the composer is not emptied");
    assert_eq!(page.focus(), Some(FocusTarget::Composer(ComposerId::New)));
    assert_eq!(page.shown(), ["one"]);
    assert!(!page.is_kept("two"));
    let one = page.row("one");
    page.send(ComposerMsg::PressedReply(one));
    page.submit(ComposerId::Reply(one), "", "three");
    assert_eq!(
        page.widget.app.composer.composers().get(ComposerId::Reply(one)).unwrap().problem,
        Some(ComposerProblem::OverQuota)
    );
}

#[test]
fn a_refused_text_is_kept_as_a_draft() {
    let mut page = full();
    page.submit(ComposerId::New, "", "two");
    assert_eq!(page.widget.app.draft(ComposerId::New), Some("two"));
    page.send(PageMsg::Hidden);
    let mut page = page.reloaded(3);
    page.wait(500);
    assert_eq!(page.widget.app.draft(ComposerId::New), Some("two"));
}

#[test]
fn the_last_units_are_counted_as_they_are_written() {
    let mut page = nearly_full();
    page.post("fits");
    page.submit(ComposerId::New, "", "does not");
    assert_eq!(
        page.widget.app.composer.composers().get(ComposerId::New).unwrap().problem,
        Some(ComposerProblem::OverQuota)
    );
    assert_eq!(page.shown(), ["fits"]);
}

#[test]
fn what_another_tab_writes_takes_room_too() {
    let mut page = nearly_full();
    let mut other = page.another_tab(2);
    other.post("there");
    page.hear(&other.told());
    page.submit(ComposerId::New, "", "here");
    assert_eq!(
        page.widget.app.composer.composers().get(ComposerId::New).unwrap().problem,
        Some(ComposerProblem::OverQuota)
    );
}

#[test]
fn deleting_restoring_and_erasing_need_no_room() {
    let mut page = full();
    let one = page.row("one");
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedUndo(one));
    assert_eq!(page.shown(), ["one"]);
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedErase(one));
    page.send(ActionMsg::AnsweredErase { id: one, sure: true });
    page.settle();
    assert!(page.shown().is_empty());
    assert!(!page.is_kept("\"one\""));
    let mut page = full();
    page.delete_everything();
    page.settle();
    assert!(!page.is_kept("\"one\""));
}

#[test]
fn what_was_erased_makes_room_at_once() {
    let mut page = full();
    page.usage = Usage { origin: 1_000, ..FULL };
    let one = page.row("one");
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedErase(one));
    page.send(ActionMsg::AnsweredErase { id: one, sure: true });
    page.settle();
    page.post("two");
    assert_eq!(page.shown(), ["two"]);
}

#[test]
fn room_that_was_made_elsewhere_is_noticed() {
    let mut page = full();
    page.usage = Usage { origin: 1_000, ..FULL };
    page.submit(ComposerId::New, "", "two");
    assert_eq!(page.shown(), ["one", "two"]);
}

#[test]
fn what_is_repaired_is_counted() {
    let page = full();
    clear(&page.storage);
    let mut page = page.reloaded(2);
    let measured = page.effects().iter().filter(|effect| **effect == Effect::MeasureUsage).count();
    assert_eq!(measured, 2, "again after the copy was filled");
}

#[test]
fn an_erasure_makes_its_own_room_where_there_is_none_at_all() {
    let mut page = Page::started();
    let one = page.post("one");
    page.settle();
    page.send(ActionMsg::PressedDelete(one));
    page.settle();
    page.refuse = Some(StoreError::Full);
    page.send(ActionMsg::PressedErase(one));
    page.send(ActionMsg::AnsweredErase { id: one, sure: true });
    page.settle();
    page.refuse = None;
    page.send(PageMsg::Woken);
    assert!(!page.is_kept("\"one\""));
    assert!(page.reloaded(2).shown().is_empty());
}

#[test]
fn the_room_is_counted_again_when_the_page_is_looked_at_once_each_time() {
    let mut page = Page::started();
    page.usage = FULL;
    page.wait(1_000);
    page.effects();
    for _ in 0..3 {
        page.send(PageMsg::Woken);
    }
    assert_eq!(page.effects().iter().filter(|effect| **effect == Effect::MeasureUsage).count(), 1);
    assert!(page.widget.app.is_full(), "another page has filled it");
    page.wait(-3_600_000);
    page.send(PageMsg::Woken);
    assert!(page.effects().contains(&Effect::MeasureUsage), "the clock was set back");
    page.widget.app.config.storage = Persistence::Session;
    page.wait(10_000);
    page.effects();
    page.send(PageMsg::Woken);
    assert!(!page.effects().contains(&Effect::MeasureUsage), "it is about the other storage");
}
