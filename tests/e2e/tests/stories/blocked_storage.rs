//! A reader whose browser does not let the page store anything.

use article_widget_e2e::{Story, html};

/// The widget in a frame without an origin of its own: the mere mention of `localStorage` throws there.
fn begin() -> Story {
    let story = Story::on_page(
        "<!doctype html><html><head><title>frame</title></head><body>\
        <iframe sandbox=\"allow-scripts allow-forms\" src=\"/inside.html\" width=\"900\" height=\"800\"></iframe></body></html>",
    );
    story.server.page("/inside.html", &html::page(&html::widget("thread=\"blocked\"", html::ARTICLE)));
    // Module scripts of an opaque origin are cross-origin requests.
    story.server.header("Access-Control-Allow-Origin", "*");
    // WebKit's driver clicks only where the frame's part of the page is in view.
    story.session.viewport(1000, 1000);
    story.session.goto(&story.server.url("/story.html"));
    story.session.enter_frame(0);
    story
}

#[test]
fn the_thread_says_that_nothing_can_be_kept_and_works_until_the_page_is_left() {
    let story = begin();
    let page = story.page();
    page.wait_until_ready();
    page.wait_for(".notice[data-notice=blocked]");
    assert!(page.text_of(".notice[data-notice=blocked]").len() > 20, "the notice has words");
    let row = page.post("Ada", "Only while this page is open");
    let reply = page.reply(&row, "And a reply");
    page.edit(&reply, "An edited reply");
    page.delete(&reply);
    page.undo(&reply);
    page.wait_for_count("2 Comments");
    assert!(!page.visible_text().contains("Saved"), "nothing claims to be saved");
    story.session.leave_frame();
}
