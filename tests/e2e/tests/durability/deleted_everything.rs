//! "Delete everything here" stays deleted: in both copies, in every tab, after a `clear()`, a reload and a kill.

use crate::machine::Machine;
use crate::site;
use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{OrFail, Page};

const TEXT: &str = "to be gone for good";
const DRAFT: &str = "half a text to be gone as well";

#[track_caller]
fn delete_everything(page: &Page<'_>) {
    page.open_panel();
    page.click("[data-action=delete-all]");
    page.click("[data-action=answer-yes]");
    page.wait_for_count("0 Comments");
    assert_gone(page);
}

/// Nothing of the thread is left in either copy but the mark of the deletion (and the thread's name).
#[track_caller]
fn assert_gone(page: &Page<'_>) {
    page.session().wait_for("both copies to be empty", || {
        let mirrored = site::texts(page, "reader.mirrored()");
        let left = mirrored.iter().filter(|key| !key.starts_with("aw1g:")).count();
        let kept = page.operations().len();
        if left <= 1 && kept <= 1 { Ok(()) } else { Err(format!("{mirrored:?} {:?}", page.operations())) }
    });
    let stored = format!("{:?}", page.storage());
    assert!(!stored.contains(TEXT) && !stored.contains(DRAFT), "{stored}");
}

#[test]
fn everything_deleted_stays_deleted_in_both_copies_and_in_a_second_tab() {
    let story = site::story();
    let page = story.open("/story.html");
    for _ in 0..3 {
        let row = page.post("Ada", TEXT);
        page.wait_for(&row.inside("[data-save=saved]"));
    }
    page.fill(&format!("{NEW_FORM} textarea[name=body]"), DRAFT);
    let here = story.session.window();
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.open("/story.html");
    page.wait_for_count("3 Comments");
    page.wait_for(".other-draft");

    story.session.switch_to(&here);
    delete_everything(&page);
    story.session.switch_to(&there);
    page.wait_for_count("0 Comments");

    // One copy of the mark is enough, whichever it is.
    story.session.script("localStorage.clear(); window.dispatchEvent(new Event('focus'))", Vec::new());
    for window in [&here, &there] {
        story.session.switch_to(window);
        page.wait_for_count("0 Comments");
        story.session.reload();
        page.wait_until_ready();
        site::ask(&page, "new Promise((go) => setTimeout(go, 1500))");
        assert_eq!((page.count().as_str(), page.has(".notice[data-notice=healed]")), ("0 Comments", false));
        assert_gone(&page);
    }
    story.prepare("localStorage.clear()");
    let page = story.open("/story.html");
    page.wait_for_count("0 Comments");
    page.post("Ada", "a new beginning");
    story.session.reload();
    page.wait_until_ready();
    assert_eq!(page.texts(), ["a new beginning"]);
}

/// A kill takes the primary copy back to where it was seconds ago, with everything that was deleted in it.
#[test]
fn everything_deleted_stays_deleted_after_a_kill() {
    let mut machine = Machine::new();
    let page = machine.open("/story.html");
    for _ in 0..3 {
        let row = page.post("Ada", TEXT);
        page.wait_for(&row.inside("[data-save=saved]"));
    }
    machine.quit();
    let page = machine.open("/story.html");
    page.wait_for_count("3 Comments");
    delete_everything(&page);
    machine.kill();
    let url = machine.server.url(article_widget_e2e::probe::BLANK);
    let session = machine.session();
    session.goto(&url);
    let before = session.script("return Object.keys(localStorage).length", Vec::new()).as_u64().or_fail("a number");
    assert!(before > 3, "the kill took the deletion back in the primary copy, or this proves nothing: {before}");
    let page = machine.open("/story.html");
    page.wait_for_count("0 Comments");
    assert_gone(&page);
    assert_eq!(page.count(), "0 Comments");
}
