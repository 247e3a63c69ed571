//! A reader whose browser has no space left.

use article_widget_e2e::page::{NEW_FORM, Page};
use article_widget_e2e::{Story, html};
use serde_json::{Value, json};

/// Another part of the site has filled the origin's storage to the last unit.
pub(crate) const FILL: &str = "let size = 1 << 21, number = 0;
    while (size >= 1) {
        try { localStorage.setItem('host:' + number, 'x'.repeat(size)); number += 1; } catch { size = size >> 1; }
    }";

/// Every key with its value's length and a hash: the values themselves are too much to carry out of the browser.
#[track_caller]
pub(crate) fn fingerprint(page: &Page<'_>) -> Value {
    page.session().script(
        "const hash = (text) => { let h = 7; for (let i = 0; i < text.length; i += 1) h = (h * 31 + text.charCodeAt(i)) | 0; return h; };
         return Object.keys(localStorage).sort().map((key) => { const value = localStorage.getItem(key); return [key, value.length, hash(value)]; })",
        Vec::new(),
    )
}

fn begin() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"full\"", html::ARTICLE)))
}

#[test]
fn a_comment_without_space_is_not_lost_and_goes_through_once_there_is_space() {
    let story = begin();
    story.open("/story.html").post("Ada", "From better days");
    story.prepare(FILL);
    let page = story.open("/story.html");
    page.wait_for_count("1 Comment");
    let before = fingerprint(&page);

    page.send("Ada", "No room for this");
    page.wait_for(&format!("{NEW_FORM} .field-error"));
    assert!(page.text_of(&format!("{NEW_FORM} .field-error")).len() > 20, "the message has words");
    assert_eq!(page.value(&format!("{NEW_FORM} textarea[name=body]")), "No room for this");
    assert_eq!(page.count(), "1 Comment");
    assert_eq!(fingerprint(&page), before, "nothing is overwritten and nothing half-written");

    story.session.script(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('host:')) localStorage.removeItem(key)",
        Vec::new(),
    );
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    page.wait_for_row("No room for this");
    page.wait_for_count("2 Comments");
    assert!(!page.has(&format!("{NEW_FORM} .field-error")));
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("2 Comments");
}

#[test]
fn a_deletion_without_space_is_done_on_screen_and_says_that_it_will_not_last() {
    let story = begin();
    story.open("/story.html").post("Ada", "From better days");
    story.prepare(FILL);
    let page = story.open("/story.html");
    let row = page.wait_for_row("From better days");
    let before = fingerprint(&page);
    page.delete(&row);
    page.wait_for(".notice[data-notice=full]");
    assert_eq!(fingerprint(&page), before);
    assert_eq!(json!(page.count()), json!("0 Comments"));
}
