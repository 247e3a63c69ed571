//! A page sleeps in the back/forward cache while comments are written elsewhere.

use crate::site;
use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{Reply, html};
use serde_json::json;

/// Says whether the page was woken or made anew.
const LISTEN: &str = "<script>addEventListener('pageshow', (event) => { window.woken = event.persisted; });</script>";

#[test]
fn a_page_that_comes_back_shows_what_was_posted_meanwhile() {
    let story = site::story();
    let widget = html::widget("thread=\"story\"", html::ARTICLE);
    let text = html::page_with_head(&format!("{LISTEN}{}", site::READER), &widget);
    // What may not be stored is not kept for coming back either.
    story.server.put("/sleeping.html", Reply::html(&text).with_header("Cache-Control", "max-age=60"));
    let page = story.open("/sleeping.html");
    page.post("Ada", "before");
    page.fill(&format!("{NEW_FORM} textarea[name=body]"), "half a text");
    story.session.script("window.same = true", Vec::new());
    let here = story.session.window();

    let away = story.server.url("/elsewhere.html");
    story.server.put(
        "/elsewhere.html",
        Reply::html("<!doctype html><html><head><title>elsewhere</title></head><body></body></html>"),
    );
    story.session.goto(&away);
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.open("/story.html").post("Bo", "meanwhile");

    story.session.switch_to(&here);
    story.session.back();
    page.wait_until_ready();
    assert_eq!(site::ask(&page, "[window.same, window.woken]"), json!([true, true]), "it is the page that slept");
    page.wait_for_row("meanwhile");
    page.wait_for_count("2 Comments");
    page.wait_for_value(&format!("{NEW_FORM} textarea[name=body]"), "half a text");
    page.post("Ada", "and it still hears and tells");
    story.session.switch_to(&there);
    page.wait_for_row("and it still hears and tells");
}
