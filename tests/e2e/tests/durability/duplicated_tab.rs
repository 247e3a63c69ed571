//! A tab is duplicated, with everything that the browser copies along.

use crate::site;
use article_widget_e2e::Story;
use article_widget_e2e::page::NEW_FORM;
use std::collections::BTreeSet;

/// Opens the page's own address from the page itself, which takes the tab's `sessionStorage` along, and goes there.
#[track_caller]
fn duplicate(story: &Story) {
    let before = story.session.windows();
    story.session.script("sessionStorage.setItem('mine', '1'); window.open(location.href)", Vec::new());
    let there = story.session.wait_for("the second tab", || {
        story.session.windows().into_iter().find(|window| !before.contains(window)).ok_or_else(String::new)
    });
    story.session.switch_to(&there);
    story.session.wait_until(
        "the page",
        "return !!document.querySelector('article-widget') && document.readyState === 'complete'",
    );
    story.page().wait_until_ready();
    assert_eq!(site::ask(&story.page(), "sessionStorage.getItem('mine')"), serde_json::json!("1"), "it is a copy");
}

#[test]
fn two_copies_of_a_tab_never_make_the_same_id() {
    let story = site::story();
    let page = story.open("/story.html");
    page.post("Ada", "before");
    let here = story.session.window();
    duplicate(&story);
    let there = story.session.window();
    let at = site::ask(&page, "Date.now() + 500");
    for (name, window) in [("here", &here), ("there", &there)] {
        story.session.switch_to(window);
        story.session.script(&format!("reader.flood('{name}', 20, {at}, 0)"), Vec::new());
    }
    for window in [&here, &there] {
        story.session.switch_to(window);
        page.wait_for_count("41 Comments");
        let texts: BTreeSet<String> = page.texts().into_iter().collect();
        assert_eq!(texts.len(), 41);
        assert_eq!(page.operations().len(), 42, "a record each, and the thread's name");
    }
}

#[test]
fn the_text_of_a_live_tab_is_shown_beside_the_composer_of_its_copy_and_not_in_it() {
    let story = site::story();
    let page = story.open("/story.html");
    let body = format!("{NEW_FORM} textarea[name=body]");
    page.fill(&body, "Being written in the first tab");
    let here = story.session.window();
    duplicate(&story);
    page.wait_for(".other-draft");
    assert!(page.text_of(".other-draft").contains("Being written in the first tab"));
    assert!(!page.has(".other-draft button"), "nobody takes a text away from a tab that is open");
    // It is adopted after half a second, if it is.
    site::ask(&page, "new Promise((go) => setTimeout(go, 1500))");
    assert_eq!(page.value(&body), "");
    page.fill(&body, "Written in the copy");
    story.session.switch_to(&here);
    assert_eq!(page.value(&body), "Being written in the first tab");
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    page.wait_for_row("Being written in the first tab");
    let there = story.session.windows().into_iter().find(|window| *window != here);
    story.session.switch_to(&there.unwrap());
    page.wait_for_row("Being written in the first tab");
    page.wait_until_gone(".other-draft");
    assert_eq!(page.value(&body), "Written in the copy");
}
