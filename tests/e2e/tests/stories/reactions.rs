//! Readers react: with the keys alone, to a comment and to the article, and what they did arrives where they send it.

use article_widget_e2e::keys::{ENTER, ESCAPE, TAB};
use article_widget_e2e::page::Page;
use article_widget_e2e::{Story, axe, html};
use serde_json::{Value, json};

use crate::published::{Desk, publish, reader};

const ARTICLE: &str = ".article-reactions";

/// The signs that are counted somewhere: which, how many, and whether the reader is one of them.
const COUNTED: &str = "return [...root.querySelectorAll(rest[0] + ' .chip')].map((chip) =>
    [chip.dataset.reaction, chip.textContent.replace(chip.dataset.reaction, ''), chip.getAttribute('aria-pressed')])";

fn counted(page: &Page<'_>, within: &str) -> Value {
    page.script(COUNTED, json!([within]))
}

#[track_caller]
fn wait_for(page: &Page<'_>, within: &str, expected: &Value) {
    page.wait_for_result("the reactions", COUNTED, &json!([within]), expected);
}

/// Posts a comment, and gives the selector of its row.
fn post(page: &Page<'_>, name: &str, text: &str) -> String {
    format!("li.comment[data-id='{}']", page.post(name, text).id)
}

/// Reacts with a sign by the pointer.
fn react(page: &Page<'_>, within: &str, sign: &str) {
    page.click(&format!("{within} [data-action=react]"));
    page.click(&format!("{within} .sign[data-reaction='{sign}']"));
}

#[test]
fn a_reaction_is_chosen_by_keys_and_taken_back_and_is_there_after_a_reload() {
    let story = Story::begin();
    let page = story.open("/");
    let here = post(&page, "Ada", "A thought.");
    page.script("root.querySelector(rest[0]).focus()", json!([format!("{here} [data-action=react]")]));
    story.session.press(&[ENTER]);
    page.wait_for_focus("the first sign", |focus| focus.text == "👍");
    story.session.press(&[ESCAPE]);
    page.wait_for_focus("the button again", |focus| focus.action == "react");
    story.session.press(&[ENTER]);
    page.wait_for_focus("the first sign", |focus| focus.text == "👍");
    story.session.press(&[TAB]);
    story.session.press(&[ENTER]);
    wait_for(&page, &here, &json!([["❤️", "1", "true"]]));
    page.wait_for_focus("what was counted", |focus| focus.text == "❤️1");
    assert!(!page.has(".signs"), "the choice is closed");
    react(&page, ARTICLE, "🎉");
    wait_for(&page, ARTICLE, &json!([["🎉", "1", "true"]]));

    story.session.reload();
    page.wait_until_ready();
    wait_for(&page, &here, &json!([["❤️", "1", "true"]]));
    wait_for(&page, ARTICLE, &json!([["🎉", "1", "true"]]));
    page.click(&format!("{here} .chip"));
    wait_for(&page, &here, &json!([]));
    page.wait_for_focus("the button", |focus| focus.action == "react");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_row("A thought.");
    wait_for(&page, ARTICLE, &json!([["🎉", "1", "true"]]));
    assert_eq!(counted(&page, &here), json!([]));
}

#[test]
fn another_tab_sees_a_reaction_and_counts_the_reader_once() {
    let story = Story::begin();
    let page = story.open("/");
    let here = post(&page, "Ada", "A thought.");
    let (first, second) = (story.session.window(), story.session.new_window());
    story.session.switch_to(&second);
    story.open("/");
    page.wait_for_row("A thought.");
    react(&page, &here, "👍");
    wait_for(&page, &here, &json!([["👍", "1", "true"]]));
    story.session.switch_to(&first);
    wait_for(&page, &here, &json!([["👍", "1", "true"]]));
    page.click(&format!("{here} .chip"));
    wait_for(&page, &here, &json!([]));
    story.session.switch_to(&second);
    wait_for(&page, &here, &json!([]));
}

#[test]
fn a_page_without_reactions_has_none() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"plain\" reactions=\"none\"", html::ARTICLE)));
    let page = story.open("/story.html");
    page.post("Ada", "A thought.");
    assert!(!page.has("[data-action=react]") && !page.has(ARTICLE));
}

#[test]
fn reactions_are_accessible_open_and_counted_in_light_and_dark() {
    let story = Story::begin();
    let page = story.open("/");
    let here = post(&page, "Ada", "A thought.");
    react(&page, &here, "👍");
    wait_for(&page, &here, &json!([["👍", "1", "true"]]));
    page.click(&format!("{here} [data-action=react]"));
    page.wait_for(".signs");
    axe::is_clean(&story.session, "reactions", &[], |width| {
        let small = "return [...root.querySelectorAll('.sign, .chip, [data-action=react]')]
            .map((button) => button.getBoundingClientRect()).filter(({ width, height }) => width < 43.5 || height < 43.5).length";
        assert_eq!(page.script(small, json!([])), json!(0), "too small for fingers at {width} px");
    });
}

/// Sends what the button at this place sends, and gives the file.
#[track_caller]
fn send(page: &Page<'_>, within: &str) -> String {
    page.click(&format!("{within} [data-action=send]"));
    page.wait_for(".submission");
    let file = page.downloaded("[data-action=submission-file]");
    page.click("[data-action=submission-sent]");
    page.wait_until_gone(".submission");
    file
}

#[test]
fn reactions_of_two_readers_arrive_in_a_third_browser_and_count_each_of_them_once() {
    let (ann, desk) = (reader(None), Desk::new());
    let page = ann.open("/story.html");
    let here = post(&page, "Ann", "From Ann");
    react(&page, &here, "👍");
    wait_for(&page, &here, &json!([["👍", "1", "true"]]));
    react(&page, ARTICLE, "🎉");
    wait_for(&page, ARTICLE, &json!([["🎉", "1", "true"]]));
    let from_ann = send(&page, &here);
    let (code, said, file) = desk.merge(&[&from_ann]);
    assert_eq!(code, 0, "{said}");

    let bob = reader(Some(&file));
    let page = bob.open("/story.html");
    wait_for(&page, &here, &json!([["👍", "1", "false"]]));
    page.click(&format!("{here} .chip"));
    wait_for(&page, &here, &json!([["👍", "2", "true"]]));
    react(&page, &here, "❤️");
    wait_for(&page, &here, &json!([["👍", "2", "true"], ["❤️", "1", "true"]]));
    page.click(&format!("{here} .chip[data-reaction='❤️']"));
    wait_for(&page, &here, &json!([["👍", "2", "true"]]));
    let from_bob = send(&page, ARTICLE);
    let (code, said, file) = desk.merge(&[&from_ann, &from_bob]);
    assert_eq!(code, 0, "{said}");
    // Somebody who read the file says the same once more under other numbers, and takes back what Bob said.
    let forged = file.replace("\"react\"", "\"unreact\"").replace("{\"id\":\"0", "{\"id\":\"1");
    let (code, said, after) = desk.merge(&[&forged]);
    assert_eq!((code, &after), (3, &file), "{said}");

    for (story, own) in [(reader(Some(&file)), "false"), (bob, "true")] {
        publish(&story, Some(&file));
        let page = story.open("/story.html");
        wait_for(&page, &here, &json!([["👍", "2", own]]));
        wait_for(&page, ARTICLE, &json!([["🎉", "1", "false"]]));
    }
}
