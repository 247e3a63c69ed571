//! What an embedder's attributes change: order, place of the composer, a closed discussion, depth.

use article_widget::app::Msg;
use article_widget::app::config::Persistence;
use article_widget::app::msg::{ComposerMsg, ListMsg};
use article_widget::domain::sort::Sort;

use super::support::Page;
use super::{count, markup, text};

fn two() -> Page {
    let mut page = Page::started();
    page.post("One");
    page.post("Two");
    page
}

#[test]
fn the_order_is_offered_once_there_is_something_to_put_in_order() {
    let mut page = Page::started();
    assert_eq!(count(&page, "[part=toolbar] select"), 0);
    let id = page.post("One");
    page.reply(id, "An answer");
    assert_eq!(count(&page, "[part=toolbar] select"), 0, "an answer has its place");
    page.post("Two");
    assert_eq!(count(&page, "[part=toolbar] select[aria-label='Order of the comments'] option"), 3);
    assert_eq!(text(&page, "option[selected]"), "Oldest first");
    page.send(ListMsg::ChoseSort(Sort::Newest));
    assert_eq!(text(&page, "option[selected]"), "Newest first");
    assert_eq!(text(&page, "li .comment-body"), "Two");
}

#[test]
fn the_composer_stands_where_the_embedder_wants_it() {
    let mut page = two();
    let composer = |page: &Page| markup(page).find("data-form=\"new\"");
    let list = |page: &Page| markup(page).find("<ol");
    assert!(composer(&page) < list(&page));
    page.widget.app.config.composer_below = true;
    assert!(composer(&page) > list(&page));
    assert_eq!(count(&page, "form"), 1);
    assert_eq!(text(&page, ".writing .where summary span"), "Only in this browser.");
}

#[test]
fn a_closed_discussion_says_so_and_offers_nothing_to_write_in() {
    let mut page = two();
    let id = page.row("One");
    page.send(ComposerMsg::PressedReply(id));
    page.widget.app.config.readonly = true;
    assert_eq!(text(&page, "[part=notice][data-notice=closed]"), "This discussion is closed.");
    assert_eq!(count(&page, "form, textarea, [data-action=reply], [data-action=edit]"), 0);
    assert_eq!(count(&page, "[data-action=delete]"), 2);
    assert_eq!(count(&page, "[data-action=panel]"), 1);
    let mut page = Page::started();
    page.widget.app.config.readonly = true;
    assert_eq!(text(&page, ".empty"), "Nobody has said anything.");
}

#[test]
fn deeper_replies_are_indented_no_further_and_say_whom_they_answer() {
    let mut page = Page::started();
    let mut last = page.post("0");
    for depth in 1..=8 {
        last = page.reply(last, &depth.to_string());
    }
    assert_eq!((count(&page, ".depth-6"), count(&page, ".depth-6.deep"), count(&page, ".depth-7")), (3, 2, 0));
    page.widget.app.config.max_depth = Some(1);
    assert_eq!((count(&page, ".depth-1"), count(&page, ".depth-1.deep"), count(&page, ".depth-2")), (8, 7, 0));
    page.widget.app.config.max_depth = Some(10);
    assert_eq!((count(&page, ".depth-8"), count(&page, ".deep")), (1, 0));
}

#[test]
fn the_place_of_a_thread_that_is_being_read_is_kept() {
    let page = Page::new(1);
    assert_eq!((count(&page, "[part=skeleton][aria-hidden=true]"), count(&page, ".empty, ol.comments")), (1, 0));
    assert_eq!(count(&Page::started(), "[part=skeleton]"), 0);
    let mut page = Page::new(1);
    page.widget.app.config.storage = Persistence::Nowhere;
    page.send(Msg::Started);
    assert_eq!(count(&page, "[part=skeleton]"), 0);
}
