//! A reader who is sent the link to a comment, and one who sends it.

use article_widget_e2e::keys::{ENTER, TAB};
use article_widget_e2e::page::{Page, Row};
use article_widget_e2e::{Reply, Seeds, Story, html};
use serde_json::{Value, json};

use crate::branches::talk;

pub(crate) const GROUND: &str =
    "<style>html { background: light-dark(#fff, #16181b); color: light-dark(#000, #fff) }</style>";

/// Notes what would be on the reader's clipboard, which not every engine lets a script read.
const CLIPBOARD: &str = "<script>Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })</script>";

/// A page with a widget of these attributes below a long article, in a browser that keeps these comments.
pub(crate) fn story_of(seeds: &Seeds, head: &str, attributes: &str) -> Story {
    let article = html::ARTICLE.repeat(12);
    let body = format!("<main>{article}{}</main><p id=\"end\">The end</p>", html::widget(attributes, ""));
    let story = Story::on_page(&html::page_with_head(&format!("{GROUND}{head}"), &body));
    story.seed(seeds.entries());
    story
}

pub(crate) fn goto(story: &Story, path: &str) {
    // To the same page with another fragment a browser does not go anew.
    story.session.goto(&story.server.url("/__e2e/blank.html"));
    story.session.goto(&story.server.url(path));
}

/// Waits until the row of a comment has the focus, is marked, and its beginning is in view.
#[track_caller]
pub(crate) fn is_led(page: &Page<'_>, text: &str) -> Row {
    let row = page.wait_for_row(text);
    page.wait_for_focus(text, |focus| focus.row == row.id && focus.element == "li");
    page.wait_for(&format!(".pointed-at[data-id=\"{}\"]", row.id));
    let place = "const { top, bottom } = root.querySelector(rest[0]).getBoundingClientRect();
        return top >= -1 && top < innerHeight && (bottom <= innerHeight + 1 || top <= 1) || `${top} to ${bottom} in ${innerHeight}`";
    page.session().wait_for("the comment in view", || {
        match page.script(place, json!([format!("[data-id=\"{}\"]", row.id)])) {
            Value::Bool(true) => Ok(()),
            seen => Err(seen.to_string()),
        }
    });
    row
}

pub(crate) fn hash(page: &Page<'_>) -> Value {
    page.session().script("return location.hash", Vec::new())
}

fn long() -> (Seeds, Vec<String>) {
    let mut seeds = Seeds::of_thread("long");
    let ids = (1..=5_000).map(|number| {
        let more = " The boats came back.".repeat(number % 7 * (number % 5));
        seeds.post("Ada", &format!("Number {number} of them.{more}")).to_string()
    });
    let ids = ids.collect();
    (seeds, ids)
}

/// The id of the comment with this text in a published file.
pub(crate) fn id_in(file: &str, text: &str) -> String {
    let line = file.lines().find(|line| line.contains(&format!("\"{text}\"")));
    line.and_then(|line| line.get(7..29)).unwrap_or_default().to_owned()
}

#[test]
fn a_link_leads_into_a_thread_of_five_thousand_and_back_and_forward_lead_from_one_to_the_other() {
    let (seeds, ids) = long();
    let story = story_of(&seeds, "", "thread=\"long\"");
    let (far, near) = (ids.get(3_209).unwrap(), ids.get(41).unwrap());
    goto(&story, &format!("/story.html#comment-{far}"));
    let page = story.page();
    page.wait_until_ready();
    is_led(&page, "Number 3210 of them.");
    story.session.script("location.hash = arguments[0]", vec![json!(format!("#comment-{near}"))]);
    is_led(&page, "Number 42 of them.");
    story.session.script("history.back()", Vec::new());
    is_led(&page, "Number 3210 of them.");
    story.session.script("history.forward()", Vec::new());
    is_led(&page, "Number 42 of them.");
    assert_eq!(hash(&page), json!(format!("#comment-{near}")));
}

#[test]
fn a_link_to_a_reply_in_a_folded_branch_opens_it() {
    let seeds = talk();
    let story = story_of(&seeds, "", "thread=\"talk\"");
    let page = story.open("/story.html");
    let deep = page.wait_for_row("innermost");
    let first = page.row("first");
    page.click(&first.inside("[data-action=fold]"));
    page.session().wait_for("a folded branch", || {
        let seen = page.texts();
        if seen == ["first", "last"] { Ok(()) } else { Err(format!("{seen:?}")) }
    });
    goto(&story, &format!("/story.html#comment-{}", deep.id));
    page.wait_until_ready();
    is_led(&page, "innermost");
}

#[test]
fn a_comment_that_only_the_published_file_has_is_led_to_when_that_has_come() {
    let (seeds, empty) = (talk(), Seeds::of_thread("talk"));
    let story = story_of(&empty, "", "thread=\"talk\" comments=\"thread.jsonl\"");
    let file = seeds.publication();
    let id = id_in(&file, "inner");
    story.server.put("/thread.jsonl", Reply::new("application/jsonl", file.into_bytes()));
    goto(&story, &format!("/story.html#comment-{id}"));
    let page = story.page();
    page.wait_until_ready();
    is_led(&page, "inner");
}

#[test]
fn a_comment_that_never_comes_is_said_and_the_pages_own_anchors_are_left_alone() {
    let story = story_of(&talk(), "", "thread=\"talk\"");
    goto(&story, "/story.html#comment-0000000990000000000099");
    let page = story.page();
    page.wait_until_ready();
    page.wait_for("[data-notice=link-missed]");
    assert!(page.text_of("[data-notice=link-missed]").contains("is not here"));
    page.session().wait_for("what is said aloud", || {
        let said = page.text_of("[role=status]");
        if said.contains("is not here") { Ok(()) } else { Err(said) }
    });
    // The reader goes elsewhere: nothing is said any more, and the page's own place is where they are.
    story.session.script("location.hash = '#end'", Vec::new());
    page.wait_until_gone("[data-notice=link-missed]");
    story.session.wait_until(
        "the page's own anchor",
        "const { top, bottom } = document.querySelector('#end').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight + 1",
    );
    story.session.script("location.hash = '#comments'", Vec::new());
    story.session.wait_for("the comments", || {
        match page.script(
            "return Math.abs(root.querySelector('#heading').getBoundingClientRect().top) < innerHeight",
            json!([]),
        ) {
            Value::Bool(true) => Ok(()),
            seen => Err(seen.to_string()),
        }
    });
    assert_eq!(hash(&page), json!("#comments"));
}

/// Presses Tab until the link to this comment has the focus.
#[track_caller]
fn tab_to_link(page: &Page<'_>, row: &Row) {
    page.session().wait_for("the focus on the link", || {
        page.session().press(&[TAB]);
        let class = page.script("return root.activeElement?.className ?? ''", json!([]));
        let focus = page.focus();
        if class == json!("permalink") && focus.row == row.id { Ok(()) } else { Err(format!("{class} {focus:?}")) }
    });
}

#[test]
fn keys_alone_take_the_link_of_a_comment_and_copy_it() {
    let story = story_of(&talk(), CLIPBOARD, "thread=\"talk\"");
    let page = story.open("/story.html");
    let row = page.wait_for_row("inner");
    tab_to_link(&page, &row);
    story.session.press(&[ENTER]);
    is_led(&page, "inner");
    let address = story.server.url(&format!("/story.html#comment-{}", row.id));
    assert_eq!(hash(&page), json!(format!("#comment-{}", row.id)));
    for _ in 0..12 {
        if page.focus().action == "copy-link" {
            break;
        }
        story.session.press(&[TAB]);
    }
    page.wait_for_focus("Copy link", |focus| focus.action == "copy-link" && focus.row == row.id);
    story.session.press(&[ENTER]);
    page.session().wait_for("the words on the button", || {
        let said = page.text_of("[data-action=copy-link]");
        if said == "Link copied" { Ok(()) } else { Err(said) }
    });
    assert_eq!(story.session.script("return copied", Vec::new()), json!(address));
    page.wait_for_focus("the focus stays", |focus| focus.action == "copy-link");
    // A second press on the same link leads there again.
    page.script("scrollTo(0, 0)", json!([]));
    page.click(&row.inside("a.permalink"));
    is_led(&page, "inner");
    assert_eq!(page.script("return root.querySelectorAll('[data-action=copy-link]').length", json!([])), json!(1));
}

#[test]
fn the_link_says_whose_comment_it_is_and_is_large_enough_for_a_finger() {
    let story = story_of(&talk(), "", "thread=\"talk\"");
    let page = story.open("/story.html");
    let row = page.wait_for_row("inner");
    let seen = "const link = root.querySelector(rest[0]);
        const { height } = link.getBoundingClientRect();
        return [link.ariaLabel, link.querySelector('time').textContent, height >= 43.5 || height]";
    let seen = page.script(seen, json!([row.inside("a.permalink")]));
    let [said, shown, high] = [0, 1, 2].map(|at| seen.get(at).cloned().unwrap_or_default());
    let (said, shown) = (said.as_str().unwrap_or_default().to_owned(), shown.as_str().unwrap_or_default().to_owned());
    assert!(!shown.is_empty() && said.contains(&shown) && said.contains("Ben"), "{said}, {shown}");
    assert_eq!(high, json!(true));
}

#[test]
fn a_reader_who_has_begun_to_write_keeps_the_focus_when_the_comment_comes_late() {
    let (seeds, empty) = (talk(), Seeds::of_thread("talk"));
    let story = story_of(&empty, "", "thread=\"talk\" comments=\"thread.jsonl\"");
    let file = seeds.publication();
    let id = id_in(&file, "inner");
    story.server.put("/thread.jsonl", Reply::new("application/jsonl", Vec::new()));
    goto(&story, &format!("/story.html#comment-{id}"));
    let page = story.page();
    page.wait_until_ready();
    page.wait_for("[data-notice=link-missed]");
    page.fill("form[data-form=new] textarea", "Half a thought");
    story.server.put("/thread.jsonl", Reply::new("application/jsonl", file.into_bytes()));
    page.script("widget.reload()", json!([]));
    let row = page.wait_for_row("inner");
    page.wait_for(&format!(".pointed-at[data-id=\"{}\"]", row.id));
    page.wait_until_gone("[data-notice=link-missed]");
    assert_eq!(page.focus().name, "body");
    assert_eq!(page.value("form[data-form=new] textarea"), "Half a thought");
}
