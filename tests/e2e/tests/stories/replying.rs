//! A reader replies to comments, and to replies.

use article_widget_e2e::page::{Page, REPLY_FORM};

use article_widget_e2e::{Seeds, Story, html};
use serde_json::{Value, json};

fn outline(page: &Page<'_>) -> Vec<(u32, String)> {
    page.rows().into_iter().map(|row| (row.depth, row.text)).collect()
}

#[test]
fn replies_stand_under_what_they_reply_to_and_stay_there() {
    let story = Story::begin();
    let page = story.open("/");
    let first = page.post("Ada", "First");
    page.post("Bo", "Second");
    let reply = page.reply(&first, "Reply to the first");
    page.reply(&reply, "Reply to the reply");
    page.reply(&first, "Another reply to the first");
    let expected = [
        (0, "First"),
        (1, "Reply to the first"),
        (2, "Reply to the reply"),
        (1, "Another reply to the first"),
        (0, "Second"),
    ];
    let expected: Vec<_> = expected.map(|(depth, text)| (depth, text.to_owned())).into();
    assert_eq!(outline(&page), expected);
    page.wait_for_count("5 Comments");

    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("5 Comments");
    assert_eq!(outline(&page), expected);
}

#[test]
fn a_reply_is_signed_with_the_remembered_name() {
    let story = Story::begin();
    let page = story.open("/");
    let first = page.post("Ada", "First");
    assert_eq!(page.reply(&first, "Yes").name, "Ada");
}

#[test]
fn a_reply_can_be_called_off() {
    let story = Story::begin();
    let page = story.open("/");
    let first = page.post("Ada", "First");
    page.open_reply(&first);
    page.click(&format!("{REPLY_FORM} button[data-action=cancel]"));
    page.wait_until_gone(REPLY_FORM);
    assert_eq!(page.texts(), ["First"]);
}

#[test]
fn an_empty_reply_is_refused_in_its_own_form() {
    let story = Story::begin();
    let page = story.open("/");
    let first = page.post("Ada", "First");
    page.open_reply(&first);
    page.click(&format!("{REPLY_FORM} button[type=submit]"));
    page.wait_for(&format!("{REPLY_FORM} .field-error"));
    assert_eq!(page.count(), "1 Comment");
}

#[test]
fn a_composer_of_a_reply_that_goes_out_of_sight_comes_back_with_its_text() {
    let mut seeds = Seeds::of_thread("long");
    for number in 0..200 {
        seeds.post("Ada", &format!("Number {number}."));
    }
    let story = Story::on_page(&html::page(&html::widget("thread=\"long\"", html::ARTICLE)));
    story.seed(seeds.entries());
    let page = story.open("/story.html");
    page.wait_for_count("200 Comments");
    page.open_reply(&page.row("Number 3."));
    page.fill(&format!("{REPLY_FORM} textarea"), "half a thought 👍");
    let row = page.post("Ada", "The newest, at the far end");
    let shown =
        "const at = root.querySelector(rest[0]).getBoundingClientRect().top; return at >= 0 && at < innerHeight";
    story.session.wait_for("the newest in view", || match page.script(shown, json!([row.inside(".comment-body")])) {
        Value::Bool(true) => Ok(()),
        seen => Err(seen.to_string()),
    });
    page.wait_for_value(&format!("{REPLY_FORM} textarea"), "half a thought 👍");
    page.click(&format!("{REPLY_FORM} button[type=submit]"));
    page.wait_for_row("half a thought 👍");
}

#[test]
fn what_is_pressed_stands_in_line_with_what_is_read() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"line\"", html::ARTICLE)));
    let page = story.open("/story.html");
    page.post("Ada", "A line");
    let edges = "const [text, button] = ['.comment-body p', '[data-action=reply]'].map((name) => root.querySelector(name));
        return [text.getBoundingClientRect().left, button.getBoundingClientRect().left + parseFloat(getComputedStyle(button).paddingLeft)]";
    let edges: Vec<f64> = serde_json::from_value(page.script(edges, json!([]))).unwrap_or_default();
    assert!(
        (edges[0] - edges[1]).abs() < 1.0,
        "the text begins at {} and the button's words at {}",
        edges[0],
        edges[1]
    );
}
