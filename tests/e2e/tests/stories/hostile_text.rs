//! Comments whose authors want more than to be read.

use article_widget_e2e::page::Page;
use article_widget_e2e::{OrFail, Seeds, Story, html, probe};
use serde_json::json;
use std::path::{Path, PathBuf};

/// How many strings stand in one thread: all of them would pass the share of storage a thread may have.
const AT_ONCE: usize = 1_000;

/// What a comment's text may consist of.
const ALLOWED: &str = "p,br,a,bdi,span,time,wbr";

/// The corpora are no part of the project; without them the stories say that they were not told.
pub(crate) fn corpus() -> Option<Vec<String>> {
    let folder = std::env::var_os("CORPORA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora"), PathBuf::from);
    let text = std::fs::read_to_string(folder.join("xss.json")).ok();
    if text.is_none() {
        println!("skipped: no corpora (set CORPORA to their folder)");
    }
    text.map(|text| serde_json::from_str(&text).or_fail("xss.json"))
}

/// The names of the page's globals, but for those that drivers set.
#[track_caller]
pub(crate) fn globals(page: &Page<'_>) -> Vec<String> {
    let names = page
        .session()
        .script("return Object.keys(window).filter((name) => !/^(cdc|se)_|^taken$/.test(name)).sort()", Vec::new());
    serde_json::from_value(names).or_fail("the globals")
}

/// Waits until all is drawn, and checks it.
#[track_caller]
fn check_all(page: &Page<'_>) {
    page.wait_until_gone(".gap");
    check_drawn(page);
}

#[track_caller]
fn check_drawn(page: &Page<'_>) {
    let foreign = page.script(
        "const list = root.querySelector('ol.comments');
         const bad = [];
         for (const node of list.querySelectorAll('.comment-body *, .comment-name *, .in-reply *')) {
            if (!node.matches(rest[0])) bad.push(node.outerHTML.slice(0, 200));
            for (const { name, value } of node.attributes) {
                if (/^on|^style$|^src/i.test(name)) bad.push(node.outerHTML.slice(0, 200));
                if (name === 'href' && !/^(https?|mailto):/i.test(value)) bad.push(node.outerHTML.slice(0, 200));
            }
         }
         return bad",
        json!([ALLOWED]),
    );
    assert_eq!(foreign, json!([]), "only allow-listed elements, attributes and schemes are drawn");
}

#[test]
fn every_known_attempt_stays_text() {
    let Some(strings) = corpus() else { return };
    let story = Story::on_page(&html::page(&html::widget("thread=\"xss\"", html::ARTICLE)));
    let page = story.open("/story.html");
    let before = globals(&page);
    for strings in strings.chunks(AT_ONCE) {
        let mut seeds = Seeds::of_thread("xss");
        for text in strings.iter().filter(|text| !text.trim().is_empty() && text.chars().count() < 10_000) {
            // The same string as a name too, where it is short enough for one.
            let name = if text.chars().count() <= 100 { text.as_str() } else { "Mallory" };
            seeds.post(name, text);
        }
        story.prepare("localStorage.clear()");
        story.seed(seeds.entries());
        let page = story.open("/story.html");
        page.wait_for("li.comment");
        assert!(!page.has(".notice[data-notice=unreadable]"), "{}", page.visible_text());
        check_all(&page);
        assert_eq!(globals(&page), before, "no global was set");
        let seen = probe::sightings(&story.session);
        assert!(seen.calls.is_empty() && seen.errors.is_empty(), "{seen:?}");
        assert_eq!(story.session.dialog(), None);
    }
}

#[test]
fn an_attempt_that_is_typed_stays_text_too() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"xss\"", html::ARTICLE)));
    let page = story.open("/story.html");
    for text in [
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "\"><script>alert(1)</script>",
        "{{constructor.constructor('alert(1)')()}}",
    ] {
        let row = page.post(text, text);
        assert_eq!((row.text.as_str(), row.name.as_str()), (text, text));
    }
    check_drawn(&page);
}
