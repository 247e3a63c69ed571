//! A page whose `JSON`, `Map` and arrays an old library has broken. Drivers need these too, so it stands in a frame and is used
//! from the page around.

use super::site;
use article_widget_e2e::Story;
use serde_json::{Value, json};

const AROUND: &str = "<!doctype html><html lang=\"en\"><head><title>Around</title></head><body style=\"margin: 0\">\
    <iframe src=\"/broken-globals.html\" style=\"width: 100%; height: 1100px; border: 0\"></iframe></body></html>";

const INSIDE: &str = "const inside = document.querySelector('iframe').contentWindow;
    const widget = inside.document.querySelector('article-widget');
    const root = widget && widget.shadowRoot;\n";

#[track_caller]
fn script(story: &Story, body: &str, arguments: Vec<Value>) -> Value {
    story.session.script(&format!("{INSIDE}{body}"), arguments)
}

#[track_caller]
fn wait_for_rows(story: &Story, texts: &[&str]) {
    let rows = "return root ? Array.from(root.querySelectorAll('ol.comments > li.comment .comment-body'), (body) => body.textContent) : 'no widget'";
    story.session.wait_for("the rows", || match script(story, rows, Vec::new()) {
        seen if seen == json!(texts) => Ok(()),
        seen => Err(seen.to_string()),
    });
}

#[track_caller]
fn wait_for_count(story: &Story, text: &str) {
    // A count that nobody sees waits until somebody may.
    let count = "scrollTo(0, 0); inside.scrollTo(0, 0);
        const count = inside.document.querySelector('article-widget-count'); return count && count.textContent";
    story.session.wait_for("the count", || match script(story, count, Vec::new()) {
        seen if seen == json!(text) => Ok(()),
        seen => Err(seen.to_string()),
    });
}

#[track_caller]
fn post(story: &Story, text: &str) {
    let form = "return !!(root && root.querySelector('form[data-form=new] button[type=submit]'))";
    story.session.wait_for("the form", || match script(story, form, Vec::new()) {
        Value::Bool(true) => Ok(()),
        seen => Err(seen.to_string()),
    });
    let write = "const field = root.querySelector('form[data-form=new] textarea[name=body]');
        field.value = arguments[0];
        field.dispatchEvent(new inside.InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: arguments[0] }));
        root.querySelector('form[data-form=new] button[type=submit]').click()";
    script(story, write, vec![json!(text)]);
}

#[test]
fn the_widget_needs_nothing_of_what_an_old_library_has_changed() {
    let Some(story) = site::story("pages") else { return };
    story.server.page("/around.html", AROUND);
    story.session.goto(&story.server.url("/around.html"));
    let broken = "try { inside.JSON.parse('1'); return 'JSON works' } catch { return inside.Array.prototype.includes.call([1], 1) === false && !inside.Map.prototype.get }";
    assert_eq!(script(&story, broken, Vec::new()), json!(true), "the page is as broken as it says");
    wait_for_count(&story, "0 Comments");
    post(&story, "Nobody noticed.");
    wait_for_count(&story, "1 Comment");
    wait_for_rows(&story, &["Nobody noticed."]);
    post(&story, "Twice.");
    wait_for_rows(&story, &["Nobody noticed.", "Twice."]);
    let saved = "return root.querySelectorAll('.comment-facts').length === 2 && root.textContent.includes('Saved in this browser')";
    story.session.wait_for("both to be saved", || match script(&story, saved, Vec::new()) {
        Value::Bool(true) => Ok(()),
        seen => Err(seen.to_string()),
    });
    story.session.reload();
    wait_for_rows(&story, &["Nobody noticed.", "Twice."]);
    wait_for_count(&story, "2 Comments");
    assert_eq!(script(&story, "return Array.from(inside.__e2e.errors)", Vec::new()), json!([]), "no uncaught error");
    let styled = "return inside.getComputedStyle(root.querySelector('form[data-form=new]')).borderTopStyle";
    assert_eq!(script(&story, styled, Vec::new()), json!("solid"), "the widget has its looks");
    site::photograph(&story, "broken-globals");
}
