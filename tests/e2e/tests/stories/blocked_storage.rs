//! A reader whose browser does not let the page store anything.

use article_widget_e2e::Story;

/// The widget in a frame without an origin of its own: the mere mention of `localStorage` throws there.
fn begin() -> Story {
    Story::in_opaque_frame(800)
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
