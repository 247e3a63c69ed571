//! The widget in a frame of its own, for pages that may hold no script of ours.

use article_widget_e2e::keys::{CONTROL, ENTER};
use article_widget_e2e::{Story, html};
use serde_json::{Value, json};

fn around(query: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><html><head><title>Around</title><script type=\"module\" src=\"/article-widget-frame.js\"></script></head>\
         <body style=\"background: white; color: black\"><iframe src=\"/embed.html?{query}\" {attributes} style=\"width: 100%; border: 0\"></iframe></body></html>"
    )
}

fn begin(query: &str, attributes: &str) -> Story {
    let story = Story::begin();
    story.server.page("/around.html", &around(query, attributes));
    story.session.goto(&story.server.url("/around.html"));
    story
}

const HEIGHT: &str = "return document.querySelector('iframe').getBoundingClientRect().height";

#[test]
fn the_frame_is_as_high_as_what_is_in_it_and_as_dark_as_the_page() {
    let story = begin("thread=framed&header-ad=placeholder", "");
    story.session.enter_frame(0);
    let page = story.page();
    page.wait_until_ready();
    page.post("Ada", &"A long text. ".repeat(60));
    let scrolls = "return document.documentElement.scrollHeight > innerHeight + 1 && `${document.documentElement.scrollHeight} in ${innerHeight}`";
    story.session.wait_for("a frame without a scroll bar", || match story.session.script(scrolls, Vec::new()) {
        Value::Bool(false) => Ok(()),
        seen => Err(seen.to_string()),
    });
    story.session.leave_frame();
    story.session.script("document.body.style.cssText = 'background: black; color: white'", Vec::new());
    story.session.enter_frame(0);
    story
        .session
        .wait_until("a dark frame", "return getComputedStyle(document.documentElement).colorScheme === 'dark'");
    story.session.leave_frame();
    story.session.reload();
    story.session.enter_frame(0);
    story.page().wait_until_ready();
    story.page().wait_for_row(&"A long text. ".repeat(60));
}

#[test]
fn nobody_else_sets_the_frames_height_or_theme() {
    let story = begin("thread=framed", "");
    story.session.enter_frame(0);
    story.page().wait_until_ready();
    story.session.leave_frame();
    // Until then it grows of itself.
    story.session.wait_until("its height", "return parseFloat(document.querySelector('iframe').style.height) > 200");
    story.session.let_two_frames_pass();
    let before = story.session.script(HEIGHT, Vec::new());
    story.session.script(
        "for (const height of [7, '7', -1, 1e9, NaN]) { postMessage({ type: 'article-widget:height', height }, '*') }
         const other = document.body.appendChild(document.createElement('iframe'));
         other.contentWindow.eval(\"parent.postMessage({ type: 'article-widget:height', height: 9 }, '*')\")",
        Vec::new(),
    );
    story.session.let_two_frames_pass();
    assert_eq!(story.session.script(HEIGHT, Vec::new()), before);
    story.session.enter_frame(0);
    story.session.script("postMessage({ type: 'article-widget:theme', theme: 'dark' }, '*')", Vec::new());
    story.session.let_two_frames_pass();
    assert_eq!(story.session.script("return document.documentElement.className", Vec::new()), json!("light"));
}

#[test]
fn an_address_cannot_bring_another_sites_files_under_this_one() {
    let other = Story::begin();
    other.server.header("Access-Control-Allow-Origin", "*");
    other.server.page("/hostile.html", &html::long_article(1));
    let hostile = other.server.url("/hostile.html");
    let story = Story::begin();
    for (query, shown) in [
        (format!("thread=a&src={hostile}"), false),
        ("thread=a&src=data:text/html,<article><h1>A long harbour</h1></article>".to_owned(), false),
        ("thread=a&src=javascript:alert(1)".to_owned(), false),
        ("thread=a&src=/own.html".to_owned(), true),
    ] {
        story.server.page("/own.html", &html::long_article(1));
        story.session.goto(&story.server.url(&format!("/embed.html?{query}")));
        story.page().wait_until_ready();
        if shown {
            story.session.wait_until("the article", "return /A long harbour/.test(document.body.textContent)");
        } else {
            let said = story.session.script("return document.querySelector('[role=alert]').textContent", Vec::new());
            assert!(said.as_str().unwrap_or_default().starts_with("Not shown: src is"), "{query}: {said}");
            assert_eq!(story.page().script("return widget.hasAttribute('src')", json!([])), json!(false), "{query}");
        }
    }
    assert!(!other.server.requests().iter().any(|path| path == "/hostile.html"), "it was not even asked for");
}

#[test]
fn a_frame_that_names_no_discussion_says_so() {
    let story = begin("", "");
    story.session.enter_frame(0);
    story.session.wait_until("the message", "return /names no discussion/.test(document.body.textContent)");
}

#[test]
fn a_sandboxed_frame_says_plainly_that_nothing_is_kept() {
    let story = Story::begin();
    // A frame without an origin is a stranger to its own files.
    story.server.header("Access-Control-Allow-Origin", "*");
    story.server.page("/around.html", &around("thread=boxed", "sandbox=\"allow-scripts\""));
    story.session.goto(&story.server.url("/around.html"));
    story.session.wait_until("its height", "return parseFloat(document.querySelector('iframe').style.height) > 200");
    story.session.enter_frame(0);
    let page = story.page();
    page.wait_until_ready();
    page.wait_for("[part=notice]");
    page.post("Ada", "In memory");
    page.click("form[data-form=new] textarea");
    page.wait_for_focus("the field", |focus| focus.name == "body");
    for key in ['b', 'y', ' ', 'k', 'e', 'y', 's'] {
        story.session.press(&[key]);
    }
    story.session.press(&[CONTROL, ENTER]);
    page.wait_for_row("by keys");
    assert!(page.visible_text().contains("until you close the page"), "{}", page.visible_text());
}

/// Waits until the thread in the frame that commands go to is for a dark page, in a document without a ground of its own.
#[track_caller]
fn is_dark_and_clear(story: &Story) {
    story.page().wait_until_ready();
    story.session.wait_until(
        "a dark frame that the page shines through",
        "const { classList, style } = document.documentElement;
         const widget = document.querySelector('article-widget').shadowRoot;
         const green = +getComputedStyle(widget.querySelector('.heading')).color.match(/[\\d.]+/g)[1];
         return classList.contains('dark') && getComputedStyle(document.documentElement).backgroundColor === 'rgba(0, 0, 0, 0)' && green > 127",
    );
}

#[test]
fn frames_that_come_later_or_are_hidden_at_first_are_like_others() {
    let story = begin("thread=first", "id=\"first\"");
    let dark = "document.body.style.cssText = 'background: #1b2a41; color: #eee'";
    story.session.script(dark, Vec::new());
    let frame = |id: &str| {
        format!(
            "const frame = document.getElementById('first').cloneNode(); frame.id = '{id}'; frame.src = '/embed.html?thread={id}'; frame.style.height = '';"
        )
    };
    story.session.script(&format!("{} document.body.append(frame)", frame("late")), Vec::new());
    let hidden = "frame.style.display = 'none'; frame.addEventListener('load', () => { window.hasLoaded = true }); document.body.append(frame)";
    story.session.script(&format!("{} {hidden}", frame("hidden")), Vec::new());
    story.session.wait_until("the hidden frame to have loaded", "return !!window.hasLoaded");
    story.session.script("document.getElementById('hidden').style.display = ''", Vec::new());
    for number in 0..3 {
        story.session.enter_frame(number);
        is_dark_and_clear(&story);
        story.session.leave_frame();
    }
    // A frame of the other scheme would have a canvas of its own.
    story.session.wait_until(
        "each frame to have the scheme of what is in it, and its height",
        "return Array.from(document.querySelectorAll('iframe')).every(({ style }) => style.colorScheme === 'dark' && parseFloat(style.height) > 200)",
    );
    story.session.script("document.getElementById('late').remove(); document.body.style.cssText = ''", Vec::new());
    story.session.wait_until(
        "the others to be light again",
        "return Array.from(document.querySelectorAll('iframe')).every(({ style }) => style.colorScheme === 'light')",
    );
}

#[test]
fn on_a_ground_that_no_palette_suits_the_thread_in_a_frame_has_its_own() {
    let story = begin("thread=framed", "");
    story.session.script("document.body.style.cssText = 'background: #334155; color: #fff'", Vec::new());
    story.session.enter_frame(0);
    is_dark_and_clear(&story);
    story.session.wait_until(
        "a ground of its own",
        "const mount = document.querySelector('article-widget').shadowRoot.querySelector('.mount');
         return getComputedStyle(mount).backgroundColor !== 'rgba(0, 0, 0, 0)'",
    );
}
