//! Long threads.

use article_widget::app::msg::{ListMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget};

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
    let page = long(130);
    assert_eq!(page.widget.app.rows().len(), 130);
    assert_eq!(*page.widget.app.list.range(), 0..50);
    assert_eq!(page.shown().len(), 50);
    assert_eq!(page.widget.app.thread().count(), 130);
}

#[test]
fn more_rows_come_on_demand_and_the_focus_goes_to_the_first_new_one() {
    let mut page = long(130);
    page.send(ListMsg::PressedShowLater);
    assert_eq!(*page.widget.app.list.range(), 0..100);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(page.row("50"))));
    page.send(ListMsg::PressedShowLater);
    assert_eq!(*page.widget.app.list.range(), 0..130);
    page.effects();
    page.send(ListMsg::PressedShowLater);
    assert_eq!(page.focus(), None);
}

#[test]
fn a_comment_posted_at_the_far_end_is_drawn() {
    let mut page = long(130);
    let id = page.post("new");
    assert!(page.widget.app.drawn().any(|row| row.comment.id == id));
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!(page.widget.app.list.range().end, 131);
    let first = page.widget.app.drawn().next().unwrap().comment.id;
    page.send(ListMsg::PressedShowEarlier);
    assert!(page.widget.app.list.range().start < 106);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(first)), "the focus stays with what was first");
}

#[test]
fn on_paper_all_rows_stand_and_the_reader_comes_back_to_where_they_were() {
    let mut page = long(130);
    page.send(ListMsg::PressedShowLater);
    page.effects();
    page.send(PageMsg::StartedPrinting);
    assert_eq!(page.widget.app.laid_out().count(), 130);
    assert_eq!(page.effects(), [Effect::KeepScroll]);
    // Somebody else's comment comes while the browser asks which printer.
    let id = page.post("new");
    page.effects();
    assert!(page.widget.app.laid_out().any(|row| row.comment.id == id));
    page.send(PageMsg::EndedPrinting);
    assert_eq!(page.effects(), [Effect::RestoreScroll]);
    assert!(page.widget.app.laid_out().count() <= 101, "{}", page.widget.app.laid_out().count());
}
