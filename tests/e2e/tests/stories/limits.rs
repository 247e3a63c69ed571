//! A reader writes nothing, or far too much.

use article_widget_e2e::page::{NEW_FORM, Page};
use article_widget_e2e::{Story, html};
use serde_json::json;

/// Sends a comment, and expects a message at a field, the text and the name still in the composer, and nothing stored.
#[track_caller]
fn is_refused(page: &Page<'_>, name: &str, text: &str, field: &str) {
    let before = page.storage();
    page.send(name, text);
    page.wait_for(&format!("{NEW_FORM} .field-error"));
    assert!(!page.text_of(&format!("{NEW_FORM} .field-error")).is_empty(), "the message has words");
    let described = page.script(
        "const field = root.querySelector(rest[0]);
         const ids = (field.getAttribute('aria-describedby') || '').split(/\\s+/).filter(Boolean);
         return [field.getAttribute('aria-invalid'), ids.some((id) => root.getElementById(id)?.closest('.field-error') || root.getElementById(id)?.querySelector('.field-error'))]",
        json!([format!("{NEW_FORM} {field}")]),
    );
    assert_eq!(described, json!(["true", true]), "the message belongs to its field");
    assert!(page.value(&format!("{NEW_FORM} textarea[name=body]")) == text, "the text is still in the composer");
    assert!(page.value(&format!("{NEW_FORM} input[name=name]")) == name, "the name is still in the composer");
    assert_eq!(page.storage(), before, "nothing is stored");
    assert_eq!(page.count(), "0 Comments");
}

fn begin() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"limits\"", html::ARTICLE)))
}

#[test]
fn a_comment_of_nothing_is_refused() {
    let story = begin();
    let page = story.open("/story.html");
    for text in ["", "   ", "\n\n", "\u{200b}\u{2060}", "\u{a0}"] {
        is_refused(&page, "", text, "textarea[name=body]");
    }
}

#[test]
fn a_comment_of_10_001_characters_is_refused_and_one_of_10_000_is_taken() {
    let story = begin();
    let page = story.open("/story.html");
    let limit = "ä".repeat(10_000);
    is_refused(&page, "Ada", &format!("{limit}!"), "textarea[name=body]");
    page.fill(&format!("{NEW_FORM} textarea[name=body]"), &limit);
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    page.wait_for_count("1 Comment");
}

#[test]
fn a_comment_of_few_characters_but_40_001_units_is_refused() {
    let story = begin();
    let page = story.open("/story.html");
    is_refused(&page, "Ada", &format!("a{}", "\u{301}".repeat(40_000)), "textarea[name=body]");
}

#[test]
fn a_name_that_is_too_long_is_refused() {
    let story = begin();
    let page = story.open("/story.html");
    is_refused(&page, &"a".repeat(101), "Text", "input[name=name]");
    is_refused(&page, &format!("a{}", "\u{301}".repeat(400)), "Text", "input[name=name]");
    page.fill(&format!("{NEW_FORM} input[name=name]"), &"a".repeat(100));
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    page.wait_for_count("1 Comment");
}
