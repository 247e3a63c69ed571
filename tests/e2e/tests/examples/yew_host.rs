//! A page that is a Yew application itself: two programs made with one framework, which must not take each other for themselves.

use super::site;
use article_widget_e2e::keys::{CONTROL, ENTER};
use article_widget_e2e::page::{EDIT_FORM, NEW_FORM};
use article_widget_e2e::{OrFail, Outage, Page, Story, built};
use serde_json::{Value, json};

const BODY: &str = "form[data-form=new] textarea[name=body]";

/// The page, with its application drawn and its widget ready.
#[track_caller]
fn open(story: &Story) -> Page<'_> {
    story.open("/index.html")
}

#[track_caller]
fn reads(story: &Story, selector: &str, expected: &str) {
    let text = || {
        story.session.script(
            "const found = document.querySelector(arguments[0]); return found ? found.textContent : null",
            vec![json!(selector)],
        )
    };
    story.session.wait_for(&format!("{selector} to read {expected:?}"), || match text() {
        Value::String(seen) if seen == expected => Ok(()),
        seen => Err(seen.to_string()),
    });
}

#[track_caller]
fn press(story: &Story, selector: &str) {
    story.session.script("document.querySelector(arguments[0]).click()", vec![json!(selector)]);
}

#[track_caller]
fn type_in(story: &Story, selector: &str, text: &str) {
    story.session.script("document.querySelector(arguments[0]).focus()", vec![json!(selector)]);
    type_keys(story, text);
}

#[track_caller]
fn type_keys(story: &Story, text: &str) {
    text.chars().for_each(|key| story.session.press(&[key]));
}

#[test]
fn the_applications_own_handlers_work() {
    let Some(story) = site::story("yew") else { return };
    open(&story);
    reads(&story, "#clicks", "Clicks: 0");
    press(&story, "h1");
    press(&story, "#search");
    reads(&story, "#clicks", "Clicks: 1");
    type_in(&story, "#search", "coast");
    reads(&story, "nav", "A letter from the coast");
    type_in(&story, "#newsletter input", "ada@harbour.example");
    press(&story, "#newsletter button");
    reads(&story, "#subscribed", "Thank you. Nothing was sent: this is an example.");
    story.session.script("document.querySelector('.journal').focus()", Vec::new());
    type_keys(&story, "jj");
    reads(&story, "h1", "A letter from the coast");
    type_keys(&story, "k");
    reads(&story, "h1", "A letter from the island");
}

#[test]
fn each_of_the_two_programs_hears_its_own_buttons_only() {
    let Some(story) = site::story("yew") else { return };
    let page = open(&story);
    let row = page.post("Ada", "The dog is mine.");
    reads(&story, "#posted", "Posted: 1");
    page.reply(&row, "Since when?");
    page.wait_for_count("2 Comments");
    reads(&story, "#posted", "Posted: 2");
    page.edit(&row, "The dog is ours.");
    page.delete(&row);
    page.undo(&row);
    page.click("[part=panel-button]");
    page.wait_for("[part=panel]");
    page.click("[part=panel-button]");
    page.wait_until_gone("[part=panel]");
    reads(&story, "h1", "The harbour in November");
    let buttons = "return Array.from(document.querySelectorAll('button[aria-pressed=true]'), (button) => button.textContent).join()";
    assert_eq!(story.session.script(buttons, Vec::new()), json!("The harbour in November"), "nothing was switched");
    reads(&story, "#clicks", "Clicks: 0");
    press(&story, "#search");
    reads(&story, "#clicks", "Clicks: 1");
}

#[test]
fn retry_is_heard_where_the_application_stops_clicks() {
    let Some(story) = site::story("yew") else { return };
    let module = format!("/article-widget{}", built::module());
    story.server.break_down(&module, Outage::Missing);
    story.session.goto(&story.server.url("/index.html"));
    let page = story.page();
    page.wait_for(".waiting[role=alert] button");
    story.server.recover(&module);
    page.click(".waiting button");
    page.wait_until_ready();
    page.post("Ada", "Here at last");
    reads(&story, "#clicks", "Clicks: 0");
}

#[test]
fn keys_typed_in_the_widget_are_no_shortcuts_of_the_application() {
    let Some(story) = site::story("yew") else { return };
    let page = open(&story);
    page.click(BODY);
    type_keys(&story, "jkh hj");
    assert_eq!(page.value(BODY), "jkh hj");
    story.session.press(&[CONTROL, ENTER]);
    let row = page.wait_for_row("jkh hj");
    page.open_edit(&row);
    page.wait_for_focus("the field", |focus| focus.name == "body" && focus.form == "edit");
    type_keys(&story, "j");
    story.session.press(&[CONTROL, ENTER]);
    page.wait_until_gone(EDIT_FORM);
    page.wait_for_row("jjkh hj");
    // Had one of the keys been heard, another article would be here, or none.
    reads(&story, "h1", "The harbour in November");
    press(&story, "#hide");
    reads(&story, ".journal > p", "The article is hidden.");
}

#[test]
fn what_is_being_written_stays_while_the_application_draws_anew_and_moves_the_widget() {
    let Some(story) = site::story("yew") else { return };
    let page = open(&story);
    page.fill(BODY, "Half a sen");
    page.script("widget.first = true; root.querySelector(rest[0]).setSelectionRange(4, 4)", json!([BODY]));
    type_in(&story, "#search", "letter");
    reads(&story, "nav", "A letter from the islandA letter from the coast");
    assert_eq!(page.value(BODY), "Half a sen");
    let watch = "window.moves = 0; new MutationObserver((changes) => { for (const change of changes) for (const node of change.addedNodes) if (node.localName === 'article-widget') window.moves++; })
        .observe(document.querySelector('.journal'), { childList: true })";
    story.session.script(watch, Vec::new());
    press(&story, "#move");
    story
        .session
        .wait_until("the widget above the list", "return document.querySelector('.bar + article-widget') !== null");
    press(&story, "#move");
    story
        .session
        .wait_until("the widget below the list", "return document.querySelector('form + article-widget') !== null");
    assert!(story.session.script("return window.moves", Vec::new()).as_u64() > Some(0), "the widget itself was moved");
    assert_eq!(page.script("return widget.first", json!([])), json!(true), "it is the same element");
    assert_eq!(page.value(BODY), "Half a sen");
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    page.wait_for_row("Half a sen");
}

#[test]
fn a_change_of_thread_and_a_removal_are_followed() {
    let Some(story) = site::story("yew") else { return };
    let page = open(&story);
    page.post("Ada", "At the harbour");
    press(&story, "nav button:nth-of-type(2)");
    reads(&story, "h1", "A letter from the island");
    page.wait_for_count("0 Comments");
    page.post("Bo", "On the island");
    page.fill(BODY, "Not finished");
    story.session.script("window.left = document.querySelector('article-widget')", Vec::new());
    press(&story, "#hide");
    reads(&story, ".journal > p", "The article is hidden.");
    story
        .session
        .wait_until("the thread to go", "return !left.isConnected && !left.shadowRoot.querySelector('.thread')");
    press(&story, "#hide");
    page.wait_until_ready();
    page.wait_for_row("On the island");
    page.wait_for_value(BODY, "Not finished");
    press(&story, "nav button:nth-of-type(1)");
    page.wait_for_row("At the harbour");
    page.wait_for_count("1 Comment");
    reads(&story, "#posted", "Posted: 2");
    site::photograph(&story, "yew");
}

#[test]
fn the_widget_leaves_nothing_in_the_applications_globals() {
    let Some(folder) = site::folder("yew") else { return };
    let Some(story) = site::story("yew") else { return };
    let script = "<script type=\"module\" src=\"/article-widget/article-widget.js\"></script>";
    let page = std::fs::read_to_string(folder.join("index.html")).or_fail("index.html");
    let without = page.replace(script, "");
    assert_ne!(page, without, "the page names the widget's script");
    story.server.page("/without.html", &without);
    story.session.goto(&story.server.url("/without.html"));
    reads(&story, "h1", "The harbour in November");
    // A driver leaves its own there when it first looks for something and clicks on it.
    let driven = story.session.element("return document.querySelector('h1')", Vec::new()).or_fail("no headline");
    story.session.click(&driven).or_fail("click");
    story.session.script("window.__e2e.before = [Object.keys(window), Object.getOwnPropertyNames(window)]", Vec::new());
    let load = "const script = document.createElement('script'); script.type = 'module'; script.src = '/article-widget/article-widget.js'; document.head.append(script)";
    story.session.script(load, Vec::new());
    let page = story.page();
    page.wait_until_ready();
    page.post("Ada", "Without a trace");
    let more = "return [Object.keys(window), Object.getOwnPropertyNames(window)].map((names, at) => names.filter((name) => !window.__e2e.before[at].includes(name)))";
    assert_eq!(story.session.script(more, Vec::new()), json!([[], []]));
}
