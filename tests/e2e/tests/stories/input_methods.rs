//! A reader writes with an input method, as in Chinese, Japanese and Korean.

use article_widget_e2e::keys::{CONTROL, ENTER, ESCAPE};
use article_widget_e2e::page::{NEW_FORM, Page, REPLY_FORM};
use article_widget_e2e::{Story, html};
use serde_json::json;

fn begin() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"input methods\"", html::ARTICLE)))
}

/// Dispatches the events of a key that an input method took to close its list of suggestions, as Safari sends them: the composition has
/// ended before, and only `keyCode` 229 says that the key was the input method's.
#[track_caller]
fn press_taken(page: &Page<'_>, selector: &str, key: &str) {
    page.script(
        "const field = root.querySelector(rest[0]);
         field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: '' }));
         const event = new KeyboardEvent('keydown', { key: rest[1], ctrlKey: rest[1] === 'Enter', bubbles: true, composed: true, cancelable: true });
         Object.defineProperty(event, 'keyCode', { value: 229 });
         field.dispatchEvent(event);",
        json!([selector, key]),
    );
    page.session().let_two_frames_pass();
}

#[test]
fn escape_that_closes_the_suggestions_leaves_the_composer_open() {
    let story = begin();
    let page = story.open("/story.html");
    let row = page.post("Ada", "First");
    page.open_reply(&row);
    press_taken(&page, &format!("{REPLY_FORM} textarea"), "Escape");
    assert!(page.has(REPLY_FORM), "the composer stays");
    story.session.press(&[ESCAPE]);
    page.wait_until_gone(REPLY_FORM);

    page.open_panel();
    press_taken(&page, "#panel-file", "Escape");
    assert!(page.has("#panel"), "the panel stays");
    page.script("root.querySelector('#panel').focus()", json!([]));
    story.session.press(&[ESCAPE]);
    page.wait_until_gone("#panel");
}

#[test]
fn enter_that_chooses_a_suggestion_sends_nothing() {
    let story = begin();
    let page = story.open("/story.html");
    let field = format!("{NEW_FORM} textarea[name=body]");
    page.fill(&field, "にほんご");
    press_taken(&page, &field, "Enter");
    assert_eq!((page.count().as_str(), page.value(&field).as_str()), ("0 Comments", "にほんご"));
    page.script("root.querySelector(rest[0]).focus()", json!([field]));
    story.session.press(&[CONTROL, ENTER]);
    page.wait_for_row("にほんご");
}
