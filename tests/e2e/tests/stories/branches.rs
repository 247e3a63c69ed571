//! A reader who folds branches, and goes from comment to comment by keys.

use article_widget_e2e::keys::{DOWN, ENTER, ESCAPE, LEFT, RIGHT, TAB, UP};
use article_widget_e2e::page::{Page, REPLY_FORM};
use article_widget_e2e::{Engine, Seeds, Story, html};
use serde_json::json;

const GROUND: &str = "<style>html { background: light-dark(#fff, #16181b); color: light-dark(#000, #fff) }</style>";

/// Two conversations, one of them short.
pub(crate) fn talk() -> Seeds {
    let mut seeds = Seeds::of_thread("talk");
    let first = seeds.post("Ada", "first");
    let inner = seeds.reply(first, "Ben", "inner");
    seeds.reply(inner, "Cleo", "innermost");
    seeds.reply(first, "Cleo", "second");
    seeds.post("Ben", "last");
    seeds
}

/// A page with this head and body, and these comments.
pub(crate) fn story_of(seeds: &Seeds, head: &str, body: &str) -> Story {
    let story = Story::on_page(&html::page_with_head(&format!("{GROUND}{head}"), &format!("<main>{body}</main>")));
    story.seed(seeds.entries());
    story
}

fn begin() -> Story {
    story_of(&talk(), "", &html::widget("thread=\"talk\"", html::ARTICLE))
}

#[track_caller]
fn wait_for_texts(page: &Page<'_>, texts: &[&str]) {
    page.session().wait_for(&format!("{texts:?}"), || match page.texts() {
        seen if seen == texts => Ok(()),
        seen => Err(format!("{seen:?}")),
    });
}

/// Presses a key and waits until the focus is on the comment with this text itself.
#[track_caller]
fn press_to(page: &Page<'_>, key: char, text: &str) {
    let id = page.row(text).id;
    page.session().press(&[key]);
    page.wait_for_focus(text, |focus| focus.row == id && focus.element == "li");
}

const ALL: [&str; 5] = ["first", "inner", "innermost", "second", "last"];

#[test]
fn a_branch_is_folded_says_how_much_is_hidden_and_is_folded_when_the_page_is_loaded_again() {
    let story = begin();
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    let first = page.row("first");
    assert_eq!(page.text_of(&first.inside("[data-action=fold]")), "");
    page.click(&first.inside("[data-action=fold]"));
    wait_for_texts(&page, &["first", "last"]);
    assert_eq!(page.text_of(&first.inside("[data-action=fold][aria-expanded=false]")), "3 replies hidden");
    assert_eq!(page.count(), "5 Comments");
    story.session.reload();
    page.wait_until_ready();
    wait_for_texts(&page, &["first", "last"]);
    page.open_reply(&page.row("first"));
    page.fill(&format!("{REPLY_FORM} textarea[name=body]"), "mine");
    page.click(&format!("{REPLY_FORM} button[type=submit]"));
    wait_for_texts(&page, &["first", "inner", "innermost", "second", "mine", "last"]);
    let mine = page.row("mine");
    page.wait_for_focus("the focus on the reply", |focus| focus.row == mine.id);
    story.session.reload();
    page.wait_until_ready();
    wait_for_texts(&page, &["first", "inner", "innermost", "second", "mine", "last"]);
}

#[test]
fn a_branch_that_held_the_focus_gives_it_to_its_button_and_nothing_above_it_moves() {
    let story = begin();
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    let (first, deep) = (page.row("first"), page.row("innermost"));
    let fold = "const button = root.querySelector(rest[0]);
        root.querySelector(rest[1]).focus();
        button.scrollIntoView({ block: 'center' });
        window.before = button.getBoundingClientRect().top;
        button.click()";
    page.script(fold, json!([first.inside("[data-action=fold]"), deep.inside("[data-action=reply]")]));
    wait_for_texts(&page, &["first", "last"]);
    page.wait_for_focus("the focus on the button", |focus| focus.action == "fold" && focus.row == first.id);
    story.session.let_two_frames_pass();
    let moved = page.script(
        "return Math.abs(root.querySelector(rest[0]).getBoundingClientRect().top - before) < 2 || document.documentElement.scrollHeight <= innerHeight + scrollY + 1",
        json!([first.inside("[data-action=fold]")]),
    );
    assert_eq!(moved, json!(true));
}

#[test]
fn keys_lead_through_a_thread_and_fold_it_and_text_fields_keep_theirs() {
    let story = begin();
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    story.session.viewport(1280, 1400);
    for _ in 0..60 {
        if page.focus().action == "fold" {
            break;
        }
        story.session.press(&[TAB]);
    }
    let first = page.row("first").id;
    page.wait_for_focus("the first button of the thread", |focus| focus.action == "fold" && focus.row == first);
    press_to(&page, 'j', "inner");
    press_to(&page, DOWN, "innermost");
    press_to(&page, DOWN, "second");
    press_to(&page, 'k', "innermost");
    press_to(&page, UP, "inner");
    press_to(&page, LEFT, "inner");
    wait_for_texts(&page, &["first", "inner", "second", "last"]);
    press_to(&page, LEFT, "first");
    press_to(&page, RIGHT, "inner");
    press_to(&page, RIGHT, "inner");
    wait_for_texts(&page, &ALL);
    press_to(&page, LEFT, "inner");
    wait_for_texts(&page, &["first", "inner", "second", "last"]);
    press_to(&page, 'j', "second");
    press_to(&page, 'j', "last");
    // A button works as it always does, and a field of text has its letters.
    story.session.press(&[TAB]);
    page.wait_for_focus("the comment's link", |focus| focus.element == "a");
    story.session.press(&[TAB]);
    page.wait_for_focus("Reply", |focus| focus.action == "reply");
    story.session.press(&[ENTER]);
    page.wait_for_focus("the reply's field", |focus| focus.name == "body");
    for key in ['j', 'k'] {
        story.session.press(&[key]);
    }
    assert_eq!(page.value(&format!("{REPLY_FORM} textarea[name=body]")), "jk");
    story.session.press(&[UP]);
    assert_eq!(page.focus().name, "body");
}

#[test]
fn keys_mean_nothing_outside_the_list() {
    let story = begin();
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    page.script("root.querySelector('[data-action=panel]').focus()", json!([]));
    for key in ['j', DOWN, LEFT, ESCAPE] {
        story.session.press(&[key]);
    }
    story.session.let_two_frames_pass();
    assert_eq!(page.focus().action, "panel");
    assert_eq!(page.texts(), ALL);
}

#[test]
fn from_right_to_left_the_buttons_stand_right_and_the_arrows_are_turned_round() {
    let story =
        story_of(&talk(), "", &format!("<div dir=\"rtl\">{}</div>", html::widget("thread=\"talk\"", html::ARTICLE)));
    story.session.viewport(1280, 1400);
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    let first = page.row("first");
    let right = "const at = (what) => root.querySelector(what).getBoundingClientRect();
        return at(rest[0]).left >= at(rest[1]).right - 12";
    assert_eq!(
        page.script(right, json!([first.inside(".fold svg"), first.inside("[data-action=reply]")])),
        json!(true)
    );
    page.script("root.querySelector('li.comment').focus()", json!([]));
    press_to(&page, RIGHT, "first");
    wait_for_texts(&page, &["first", "last"]);
    press_to(&page, LEFT, "first");
    wait_for_texts(&page, &ALL);
}

#[test]
fn a_finger_meets_what_folds_a_branch() {
    let story = begin();
    story.session.viewport(360, 800);
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    let first = page.row("first");
    let middle = "const button = root.querySelector(rest[0]);
        button.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = button.getBoundingClientRect();
        return [x + 2, y + 2, width, height]";
    let place = page.script(middle, json!([first.inside("[data-action=fold]")]));
    assert!(place[2].as_f64() >= Some(44.0) && place[3].as_f64() >= Some(44.0), "{place}");
    if story.session.engine() != Engine::Chromium {
        return page.click(&first.inside("[data-action=fold]"));
    }
    story.session.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    let point = json!([{ "x": place[0], "y": place[1] }]);
    story.session.devtools("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": point }));
    story.session.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
    wait_for_texts(&page, &["first", "last"]);
}

#[test]
fn paper_has_the_replies_that_are_folded_on_the_screen() {
    let story = begin();
    let page = story.open("/story.html");
    wait_for_texts(&page, &ALL);
    page.click(&page.row("first").inside("[data-action=fold]"));
    wait_for_texts(&page, &["first", "last"]);
    page.script("dispatchEvent(new Event('beforeprint'))", json!([]));
    wait_for_texts(&page, &ALL);
    page.script("dispatchEvent(new Event('afterprint'))", json!([]));
    wait_for_texts(&page, &["first", "last"]);
}
