//! Long threads.

use article_widget::app::msg::{ListMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget, Msg};

use crate::support::Page;

/// A page with so many comments, loaded anew.
pub(crate) fn long(comments: usize) -> Page {
    let mut page = Page::started();
    for n in 0..comments {
        page.post(&format!("{n}"));
    }
    let mut page = page.reloaded(2);
    page.effects();
    page
}

#[test]
fn a_long_thread_opens_with_its_first_rows() {
    let mut page = long(130).beside(3);
    page.draws_later = true;
    page.send(Msg::Started);
    assert_eq!(page.widget.app.rows().len(), 130);
    assert_eq!(page.drawn_ranges(), [(0, 16)]);
    assert_eq!(page.shown().len(), 16);
    assert_eq!(page.widget.app.thread().count(), 130);
    let asked = page.effects().into_iter().filter(|effect| *effect == Effect::DrawMore).count();
    assert_eq!(asked, 1, "the rest is drawn when the page had its turn");
    page.draws_later = false;
    page.send(ListMsg::GotTime(10));
    assert_eq!(page.drawn_ranges(), [(0, 130)]);
}

#[test]
fn more_rows_come_on_demand_and_the_focus_goes_to_the_first_new_one() {
    let mut page = Page::with_comments(5_000);
    assert_eq!(page.drawn_ranges(), [(0, 16)]);
    page.send(ListMsg::PressedShowLater(16));
    assert_eq!(page.drawn_ranges(), [(0, 48)]);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(page.row("Comment 17"))));
    page.send(ListMsg::PressedShowLater(48));
    assert_eq!(page.drawn_ranges(), [(0, 80)]);
    page.effects();
    page.send(ListMsg::PressedShowLater(5_000));
    assert_eq!(page.focus(), None);
}

#[test]
fn a_comment_posted_at_the_far_end_is_drawn() {
    let mut page = Page::with_comments(5_000);
    page.effects();
    let id = page.post("new");
    assert!(page.widget.app.drawn().any(|row| row.comment.id == id));
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!(page.drawn_ranges(), [(0, 16), (4_992, 5_001)]);
    assert!(page.effects().contains(&Effect::WatchGaps), "more come as the reader comes near");
    let first = page.row("Comment 4993");
    page.send(ListMsg::PressedShowEarlier(4_992));
    assert_eq!(page.drawn_ranges(), [(0, 16), (4_960, 5_001)]);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(first)), "the focus stays with what was first");
}

#[test]
fn on_paper_all_rows_stand_and_the_reader_comes_back_to_where_they_were() {
    let mut page = Page::with_comments(5_000);
    page.send(ListMsg::PressedShowLater(16));
    page.effects();
    page.send(PageMsg::StartedPrinting);
    assert_eq!(page.widget.app.drawn().count(), 5_000);
    assert_eq!(page.effects(), [Effect::KeepScroll]);
    // Somebody else's comment comes while the browser asks which printer.
    let id = page.post("new");
    page.effects();
    assert!(page.widget.app.drawn().any(|row| row.comment.id == id));
    page.send(PageMsg::EndedPrinting);
    let effects = page.effects();
    assert!(effects.contains(&Effect::RestoreScroll), "{effects:?}");
    assert!(page.widget.app.drawn().count() <= 101, "{}", page.widget.app.drawn().count());
}

#[test]
fn a_list_that_grows_too_long_to_stand_in_the_document_whole_keeps_what_is_drawn() {
    let mut page = Page::with_comments(990);
    assert_eq!(page.drawn_ranges(), [(0, 990)]);
    page.effects();
    for number in 0..20 {
        page.post(&format!("new {number}"));
    }
    assert_eq!(page.drawn_ranges(), [(0, 1_010)]);
}
