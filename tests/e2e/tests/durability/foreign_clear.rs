//! Another script of the site empties `localStorage`: what a reader wrote comes back from the mirror, and the reader is told.

use crate::site;
use article_widget_e2e::{Page, Story};

const REPAIRED: &str = ".notice[data-notice=healed]";

/// A thread with two comments, both saved.
fn written(story: &Story) -> Page<'_> {
    let page = story.open("/story.html");
    for text in ["one", "two"] {
        let row = page.post("Ada", text);
        page.wait_for(&row.inside("[data-save=saved]"));
    }
    page
}

#[track_caller]
fn clear(story: &Story) {
    story.session.script("localStorage.clear()", Vec::new());
}

#[track_caller]
fn assert_repaired(page: &Page<'_>, records: usize) {
    page.wait_for(REPAIRED);
    assert!(page.text_of(REPAIRED).contains('2'), "both are counted: {}", page.text_of(REPAIRED));
    assert_eq!(page.texts(), ["one", "two"]);
    page.session().wait_for("every record in the primary copy", || match page.operations().len() {
        found if found == records => Ok(()),
        found => Err(found.to_string()),
    });
}

#[test]
fn what_another_script_cleared_is_repaired_when_the_reader_comes_back() {
    for event in ["window.dispatchEvent(new Event('focus'))", "document.dispatchEvent(new Event('visibilitychange'))"] {
        let story = site::story();
        let page = written(&story);
        let before = page.operations();
        clear(&story);
        assert_eq!(page.operations().len(), 0);
        story.session.script(event, Vec::new());
        assert_repaired(&page, before.len());
        assert_eq!(page.operations(), before, "byte for byte");
    }
}

#[test]
fn what_another_script_cleared_is_repaired_at_the_next_load() {
    let story = site::story();
    let page = written(&story);
    let before = page.operations();
    story.prepare("localStorage.clear()");
    let page = story.open("/story.html");
    assert_repaired(&page, before.len());
    assert_eq!(page.operations(), before, "byte for byte");
    story.session.reload();
    page.wait_until_ready();
    assert_eq!(page.texts(), ["one", "two"]);
    assert!(!page.has(REPAIRED), "it is said once");
}

#[test]
fn what_a_script_of_another_tab_cleared_is_repaired_at_once() {
    let story = site::story();
    let page = written(&story);
    let here = story.session.window();
    let before = page.operations();
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.prepare("localStorage.clear()");
    story.session.switch_to(&here);
    assert_repaired(&page, before.len());
}

/// The site may clear at any moment, also between the two copies of one comment.
#[test]
fn a_clear_in_the_middle_of_saving_loses_nothing() {
    let story = site::story();
    let page = story.open("/story.html");
    for number in 0..8 {
        let text = format!("number {number}");
        page.send("Ada", &text);
        clear(&story);
        page.wait_for_row(&text);
    }
    page.wait_until_gone("[data-save=saving]");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("8 Comments");
}
