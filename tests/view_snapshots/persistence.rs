//! What is said of where comments are kept, and of the space there is for them.

use article_widget::app::Msg;
use article_widget::app::config::Persistence;
use article_widget::app::msg::PageMsg;
use article_widget::manage::msg::PanelMsg;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::copy::usage::Usage;

use super::support::Page;
use super::{count, markup, text};

/// A page that keeps things like this, as the browser answers then.
fn persistence(persistence: Persistence) -> Page {
    let mut page = Page::new(1);
    page.widget.app.config.storage = persistence;
    page.refuse_mirror = (persistence != Persistence::Browser).then_some(StoreError::Blocked);
    page.refuse = (persistence == Persistence::Nowhere).then_some(StoreError::Blocked);
    page.send(Msg::Started);
    page
}

#[test]
fn what_ends_with_the_tab_is_said_to() {
    let mut page = persistence(Persistence::Session);
    page.post("Hello");
    page.settle();
    assert_eq!(text(&page, "[role=status]"), "Kept until you close this tab.");
    assert_eq!(text(&page, ".save-state"), "Kept until you close this tab");
    assert_eq!(text(&page, ".where summary span"), "Only in this tab.");
    assert!(!markup(&page).contains("on this device"));
}

#[test]
fn a_page_that_keeps_nothing_does_not_blame_the_browser() {
    let mut page = Page::new(1);
    page.widget.app.config.storage = Persistence::Nowhere;
    assert_eq!(count(&page, ".where"), 0, "not before it was read, either");
    let mut page = persistence(Persistence::Nowhere);
    page.post("Hello");
    assert!(text(&page, "[data-notice=blocked]").starts_with("This page keeps no comments."));
    assert!(!markup(&page).contains("browser"));
}

#[test]
fn that_space_gets_short_is_said_beside_the_thread_with_a_way_to_free_some() {
    let mut page = persistence(Persistence::Browser);
    let at = |ours| PageMsg::MeasuredUsage(Usage { origin: ours, ours, quota: 5_242_880 });
    page.send(at(1_560_000));
    assert_eq!(count(&page, "[data-notice=room]"), 0);
    page.send(at(1_560_001));
    assert!(text(&page, "[data-notice=room].calm").starts_with("Room is getting short."));
    page.send(at(2_080_001));
    assert!(text(&page, "[data-notice=room]:not(.calm)").starts_with("There is no room left."));
    assert_eq!(text(&page, "[data-notice=room] button"), "Your comments");
    page.send(PanelMsg::Toggled);
    page.send(at(2_080_001));
    assert_eq!(count(&page, "[data-notice=room] button"), 0, "it is open");
    let mut page = persistence(Persistence::Session);
    page.send(at(2_080_001));
    assert_eq!(count(&page, "[data-notice=room]"), 0, "it is about the other storage");
}
