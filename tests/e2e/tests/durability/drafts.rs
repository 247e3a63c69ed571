//! What is being written outlives the page, and goes nowhere else.

use crate::machine::Machine;
use crate::site;
use article_widget_e2e::page::{NEW_FORM, REPLY_FORM};
use article_widget_e2e::{Page, Story};

fn body() -> String {
    format!("{NEW_FORM} textarea[name=body]")
}

/// Long enough for a draft to be written, and for one to be adopted.
#[track_caller]
fn let_it_rest(page: &Page<'_>) {
    site::ask(page, "new Promise((go) => setTimeout(go, 2000))");
}

#[test]
fn a_text_survives_a_reload_and_a_closed_tab() {
    let story = site::story();
    let page = story.open("/story.html");
    page.fill(&body(), "not finished");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_value(&body(), "not finished");
    page.fill(&body(), "not finished either");
    let there = story.session.new_window();
    story.session.close_window();
    story.session.switch_to(&there);
    story.open("/story.html");
    page.wait_for_value(&body(), "not finished either");
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    let row = page.wait_for_row("not finished either");
    page.wait_for(&row.inside("[data-save=saved]"));
    story.session.reload();
    page.wait_until_ready();
    let_it_rest(&page);
    assert_eq!((page.value(&body()).as_str(), page.has(".other-draft")), ("", false), "what was posted is no draft");
}

#[test]
fn a_text_survives_a_kill() {
    let mut machine = Machine::new();
    let page = machine.open("/story.html");
    let row = page.post("Ada", "replied to below");
    page.open_reply(&row);
    page.fill(&format!("{REPLY_FORM} textarea[name=body]"), "half a reply");
    page.fill(&body(), "half a comment");
    let_it_rest(&page);
    machine.kill();
    let page = machine.open("/story.html");
    page.wait_for_value(&body(), "half a comment");
    page.wait_for(REPLY_FORM);
    page.wait_for_value(&format!("{REPLY_FORM} textarea[name=body]"), "half a reply");
    // And a second time, before anything else is typed.
    let_it_rest(&page);
    machine.kill();
    let page = machine.open("/story.html");
    page.wait_for_value(&body(), "half a comment");
}

#[test]
fn a_text_does_not_leak_into_another_thread() {
    let story = site::story();
    site::thread(&story.server, "/other.html", "other", "");
    let page = story.open("/story.html");
    page.fill(&body(), "for the first thread only");
    story.open("/other.html");
    let_it_rest(&page);
    assert_eq!((page.value(&body()).as_str(), page.has(".other-draft")), ("", false));
    story.session.script("document.querySelector('article-widget').setAttribute('thread', 'a third')", Vec::new());
    let_it_rest(&page);
    assert_eq!((page.value(&body()).as_str(), page.has(".other-draft")), ("", false));
    story.open("/story.html");
    page.wait_for_value(&body(), "for the first thread only");
}

#[test]
fn a_text_that_is_emptied_stays_gone() {
    let story: Story = site::story();
    let page = story.open("/story.html");
    page.fill(&body(), "never mind");
    let_it_rest(&page);
    page.fill(&body(), "");
    story.session.reload();
    page.wait_until_ready();
    let_it_rest(&page);
    assert_eq!((page.value(&body()).as_str(), page.has(".other-draft")), ("", false));
}
