//! Pages that a WordPress served which was run with the example.

use super::site;
use article_widget_e2e::OrFail;
use serde_json::json;

/// A reader writes on the page, in the discussion that is named after the post.
#[track_caller]
fn is_written_on(page: &str, thread: &str) {
    let Some(folder) = site::folder("wordpress") else { return };
    let Some(story) = site::story("wordpress") else { return };
    let html = std::fs::read_to_string(folder.join(format!("{page}.html"))).or_fail(page);
    assert!(html.contains("<meta name=\"generator\" content=\"WordPress "), "{page}: WordPress says who made it");
    assert!(!html.contains("id=\"commentform\""), "{page}: WordPress's own comments stand there");
    let page_on_screen = story.open(&format!("/{page}.html"));
    let widgets = "const all = document.querySelectorAll('[data-article-widget]'); return [all.length, all[0].dataset.thread.replace(/\\d+/, 'N')]";
    assert_eq!(story.session.script(widgets, Vec::new()), json!([1, thread]));
    // Block themes draw a line around whatever holds the focus, and the widget holds it when a field of it does.
    page_on_screen.click("form[data-form=new] textarea[name=body]");
    let line =
        page_on_screen.script("return [widget.matches(':focus'), getComputedStyle(widget).outlineStyle]", json!([]));
    assert_eq!(line, json!([true, "none"]), "{page}: no line around the widget");
    site::writes_and_comes_back(&story, &page_on_screen, &format!("wordpress-{page}"));
}

#[test]
fn the_plugin_takes_the_place_of_a_block_themes_comments() {
    is_written_on("block-theme", "post-N");
}

#[test]
fn the_plugin_takes_the_place_of_a_classic_themes_comments() {
    is_written_on("classic-theme", "post-N");
}

#[test]
fn a_custom_html_block_holds_a_widget_without_the_plugin() {
    is_written_on("html-block", "harbour-in-november");
}
