//! Comments that are formatted: as they are read, and until what draws them has come.

use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};

use article_widget_e2e::environment::Environment;
use article_widget_e2e::keys::ENTER;
use article_widget_e2e::page::{EDIT_FORM, NEW_FORM};
use article_widget_e2e::{OrFail, Outage, Page, Reply, Seeds, Story, built, html, probe};
use serde_json::{Value, json};

const PART: &str = "article-widget-formatting.wasm";

/// Nothing at all may make markup of a text.
const POLICY: &str = "default-src 'none'; script-src 'nonce-e2e' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

const BUSY: &str = "# Title\n\n**bold** _it_ ~~no~~ `code` <b>raw</b>\nnext line\n\n> quoted\n\n- one\n- [x] two\n\n\
    ```rust\nfn main() {}\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[bank.example](https://evil.example/x) ||hidden||\n\n---";

fn story(attributes: &str) -> Story {
    Story::on_page(&html::page(&html::widget(&format!("thread=\"formatting\" {attributes}"), html::ARTICLE)))
}

/// A page with comments that are formatted.
fn seeded(attributes: &str, texts: &[&str]) -> Story {
    let story = story(attributes);
    let mut seeds = Seeds::of_thread("formatting");
    for text in texts {
        seeds.formatted("Ada", text);
    }
    story.seed(seeds.entries());
    story
}

/// Holds the part back until what this gives is dropped.
#[track_caller]
fn hold(story: &Story) -> Sender<()> {
    let (sender, receiver) = channel();
    let path = Environment::read().dist.join(built::versioned(PART).trim_start_matches('/'));
    let (receiver, bytes) = (Mutex::new(receiver), std::fs::read(path).or_fail(PART));
    story.server.run(&built::versioned(PART), move |_| {
        // An error says that the sender was dropped.
        let _ = receiver.lock().map(|receiver| receiver.recv());
        Reply::new("application/wasm", bytes.clone())
    });
    sender
}

#[track_caller]
fn markup(page: &Page<'_>) -> String {
    let html = page.script(
        "return root.querySelector('ol.comments .comment-body').innerHTML.replace(/<!--.*?-->/g, '')",
        json!([]),
    );
    html.as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_typed_is_drawn_formatted_edited_as_it_was_typed_and_shown_so_on_request() {
    let story = story("");
    let page = story.open("/story.html");
    page.send("Ada", BUSY);
    page.wait_for("ol.comments .comment-body table");
    for part in [
        "p.text-heading > strong",
        "strong",
        "em",
        "del",
        "p > code",
        "br",
        "blockquote > p",
        "ul > li.task",
        "pre > code",
        ".code-language",
        "th",
        "td.right",
        "a[href='https://evil.example/x'] + .real-host",
        ".spoiler",
        "hr",
    ] {
        assert!(page.has(&format!("ol.comments .comment-body {part}")), "{part}: {}", markup(&page));
    }
    assert!(page.visible_text().contains("<b>raw</b>"), "raw HTML is text");
    assert!(page.visible_text().contains("(evil.example)"));
    let typed = "[data-action=as-typed]";
    page.click(typed);
    page.wait_for(&format!("{typed}[aria-pressed=true]"));
    assert!(page.visible_text().contains("**bold** _it_ ~~no~~ `code`"), "{}", page.visible_text());
    page.click(typed);
    page.wait_for("ol.comments .comment-body table");
    page.click("[data-action=edit]");
    page.wait_for(EDIT_FORM);
    assert_eq!(page.value(&format!("{EDIT_FORM} textarea")), BUSY);
}

#[test]
fn a_spoiler_is_hidden_until_it_is_asked_for_by_key_or_press() {
    let story = seeded("", &["a ||[hidden](https://a.example)|| b"]);
    let page = story.open("/story.html");
    page.wait_for(".spoiler button[aria-expanded=false]");
    assert!(!page.visible_text().contains("hidden"), "{}", page.visible_text());
    page.script("root.querySelector('.spoiler button').focus()", json!([]));
    story.session.press(&[ENTER]);
    page.wait_for(".spoiler button[aria-expanded=true]");
    assert!(page.visible_text().contains("hidden"), "{}", page.visible_text());
    page.click(".spoiler button");
    page.wait_for(".spoiler button[aria-expanded=false]");
    assert_eq!(page.style_of(".spoiler-text", "visibility"), "hidden");
}

#[test]
fn until_the_part_has_come_texts_stand_as_they_were_typed_and_nothing_moves_up() {
    let story = seeded(
        "",
        &[
            "**bold** https://a.example",
            "- one\n- two\n\n> said\n\n```\ncode\n```",
            "[a](https://a.example/a/long/address/that/goes/away)\nand\n\n# so",
            "So:\n- > one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\nend",
            "Last",
        ],
    );
    let held = hold(&story);
    let page = story.open("/story.html");
    page.wait_for_row("Last");
    assert!(page.visible_text().contains("**bold** https://a.example"), "{}", page.visible_text());
    assert!(page.has(".comment-body a[href='https://a.example']"));
    let tops = "return [...root.querySelectorAll('li.comment')].map((row) => Math.round(row.getBoundingClientRect().top + scrollY))";
    let before = page.script(tops, json!([]));
    drop(held);
    page.wait_for(".comment-body strong");
    page.session().let_two_frames_pass();
    let after = page.script(tops, json!([]));
    let numbers = |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_i64).collect::<Vec<_>>();
    let moves: Vec<i64> = numbers(&after).iter().zip(numbers(&before)).map(|(after, before)| after - before).collect();
    assert!(moves.iter().all(|by| (0..=1).contains(by)), "{moves:?}");
}

#[test]
fn where_the_part_does_not_come_everything_can_be_read_and_written() {
    let story = seeded("", &["**bold**"]);
    story.server.break_down(&built::versioned(PART), Outage::Missing);
    let page = story.open("/story.html");
    page.wait_for_row("**bold**");
    page.post("Ada", "_still here_");
    page.wait_for_row("_still here_");
    story.server.recover(&built::versioned(PART));
    page.click(&format!("{NEW_FORM} input[name=name]"));
    page.click(&format!("{NEW_FORM} textarea"));
    page.wait_for(".comment-body em");
}

#[test]
fn nobody_fetches_it_for_texts_that_do_not_need_it() {
    let story =
        seeded("", &["Plain words, see https://a.example/b_c (really) – 1. or 2?\n\nAnother paragraph & more: 2 < 3."]);
    let page = story.open("/story.html");
    page.wait_for("li.comment a");
    page.session().let_two_frames_pass();
    assert!(!story.server.requests().contains(&built::versioned(PART)));
    page.click(&format!("{NEW_FORM} textarea"));
    page.wait_for(".format-tools");
    assert!(story.server.requests().contains(&built::versioned(PART)));
}

#[test]
fn a_page_without_formatting_shows_what_was_typed_and_sends_plain_text() {
    let story = seeded("formatting=none", &["**bold**"]);
    let page = story.open("/story.html");
    page.wait_for_row("**bold**");
    page.post("Ada", "_plain_");
    page.wait_for_row("_plain_");
    assert!(!page.has(".format-place"));
    assert!(!story.server.requests().contains(&built::versioned(PART)));
    let stored = page.operations();
    assert!(
        stored.values().any(|value| value.contains("_plain_")
            && !value.contains("\\\\\\\"s\\\\\\\"")
            && !value.contains("\\\"s\\\":")),
        "{stored:?}"
    );
    page.script("widget.removeAttribute('formatting')", json!([]));
    page.wait_for(".comment-body strong");
    assert!(page.visible_text().contains("_plain_"), "a plain text stays one");
}

#[test]
fn formatted_texts_live_under_a_policy_that_lets_nothing_be_parsed() {
    let story = story("");
    story.server.header("Content-Security-Policy", POLICY);
    let page = story.open("/story.html");
    page.click(&format!("{NEW_FORM} textarea"));
    page.wait_for(".format-tools");
    page.send("Ada", BUSY);
    page.wait_for("ol.comments .comment-body table");
    page.click(".spoiler button");
    page.click("[data-action=copy-code]");
    page.click("[data-action=as-typed]");
    assert_ne!(
        page.style_of(".actions button", "border-top-left-radius"),
        "0px",
        "the widget's own style sheets apply"
    );
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}

#[test]
fn the_room_that_a_text_had_before_it_was_formatted_is_given_back_where_the_page_is_made_wider() {
    let address = "a-long-way/".repeat(30);
    let story = seeded("", &[&format!("[short](https://a.example/{address})"), "Last"]);
    let held = hold(&story);
    story.session.viewport(500, 900);
    let page = story.open("/story.html");
    page.wait_for_row("Last");
    let height = || {
        let height =
            page.script("return root.querySelector('.comment-body').getBoundingClientRect().height", json!([]));
        height.as_f64().unwrap_or_default()
    };
    let typed = height();
    drop(held);
    page.wait_for("[data-action=as-typed]");
    page.session().let_two_frames_pass();
    assert!(typed > 60.0 && (height() - typed).abs() < 1.0, "{typed} before, {} after", height());
    story.session.viewport(1000, 900);
    page.session().wait_for("the text to be as high as it is", || {
        let now = height();
        // One line, and what is between it and the buttons.
        if now < 40.0 { Ok(()) } else { Err(now.to_string()) }
    });
}
