//! The host page's style sheet means no harm and does a lot of it.

use article_widget_e2e::{Page, Story, html, looks};
use serde_json::json;
use std::collections::BTreeSet;

const HOSTILE: &str = "* { all: unset; color: red !important } button { display: none } h1 { font-size: 5px } \
    textarea, input, form { visibility: hidden; position: absolute; left: -9999px } p { font-size: 80px !important; line-height: 0 } \
    :host, div, section, ol, li { display: contents !important; opacity: .05 }";

fn story() -> Story {
    let story = Story::on_page(&html::page_with_head(
        "<link rel=\"stylesheet\" href=\"/host.css\">",
        &html::widget("thread=\"hostile\"", html::ARTICLE),
    ));
    story.server.put("/host.css", article_widget_e2e::Reply::css(HOSTILE));
    story
}

/// What stands in the way of reading and pressing the thread's parts: invisible, tiny, or red.
#[track_caller]
fn complaints(page: &Page<'_>) -> Vec<String> {
    let found = page.script(&[looks::COLOURS, include_str!("legibility.js")].concat(), json!([]));
    serde_json::from_value(found).unwrap_or_default()
}

#[test]
fn the_thread_stays_legible_and_usable() {
    let story = story();
    let page = story.open("/story.html");
    let row = page.post("Ada", "Legible?");
    let reply = page.reply(&row, "Perfectly.");
    page.edit(&reply, "Perfectly so.");
    page.delete(&reply);
    page.undo(&reply);
    page.open_reply(&row);
    assert_eq!(complaints(&page), Vec::<String>::new());
    page.wait_for_count("2 Comments");
}

#[test]
fn the_thread_leaves_the_pages_style_alone() {
    let story = Story::on_page(&html::page(&format!(
        // With a scroll bar from the start, a longer page is no narrower.
        "<style>html {{ overflow-y: scroll }}</style><button id=\"host\">Host</button><p class=\"comment\" id=\"text\">Host</p>{}",
        html::widget("thread=\"style\"", html::ARTICLE)
    )));
    let styles = || {
        story.session.script(
            "const style = (id) => getComputedStyle(document.getElementById(id));
             return ['host', 'text'].flatMap((id) => [...style(id)].map((name) => `${id} ${name}: ${style(id).getPropertyValue(name)}`))",
            Vec::new(),
        )
    };
    let lines = |styles: serde_json::Value| serde_json::from_value::<BTreeSet<String>>(styles).unwrap_or_default();
    story.server.break_down("/article-widget.js", article_widget_e2e::Outage::Missing);
    story.session.goto(&story.server.url("/story.html"));
    let without = lines(styles());
    story.server.recover("/article-widget.js");
    story.open("/story.html");
    let with = lines(styles());
    assert!(without.len() > 100);
    assert_eq!(with.symmetric_difference(&without).collect::<Vec<_>>(), Vec::<&String>::new());
}
