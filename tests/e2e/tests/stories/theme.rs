//! The widget is as light or dark as the page around it, also when the page changes its mind.

use article_widget_e2e::{Page, Story, html};
use serde_json::json;

/// Whether the thread's text is light, which is to say its colours are those for a dark page.
#[track_caller]
fn is_dark(page: &Page<'_>) -> bool {
    let green =
        page.script("return +getComputedStyle(root.querySelector('.heading')).color.match(/[\\d.]+/g)[1]", json!([]));
    green.as_f64().unwrap_or_default() > 127.0
}

#[track_caller]
fn becomes(page: &Page<'_>, dark: bool, what: &str) {
    page.session().wait_for(what, || if is_dark(page) == dark { Ok(()) } else { Err(format!("dark: {}", !dark)) });
}

fn story(style: &str) -> Story {
    let story = Story::on_page(&html::page_with_head(
        "<link rel=\"stylesheet\" href=\"/host.css\">",
        &html::widget("thread=\"theme\"", html::ARTICLE),
    ));
    story.server.put("/host.css", article_widget_e2e::Reply::css(style));
    story
}

#[test]
fn a_dark_page_that_declares_nothing_has_a_dark_thread() {
    let story = story("body { background: #14171a; color: #e7e9ec }");
    let page = story.open("/story.html");
    becomes(&page, true, "the thread to be dark");
    story.session.script("document.body.style.cssText = 'background: white; color: black'", Vec::new());
    becomes(&page, false, "the thread to be light");
}

#[test]
fn colours_of_every_notation_are_understood() {
    let story = story("body { background: #000 }");
    let page = story.open("/story.html");
    for (color, dark) in [
        ("oklch(0.97 0.01 250)", true),
        ("oklch(0.2 0.01 250)", false),
        ("lab(95% 0 0)", true),
        ("lab(9% 0 0)", false),
        ("color(display-p3 0.9 0.9 0.9)", true),
        ("color(srgb 0.1 0.1 0.1)", false),
        ("hsl(120 100% 50%)", true),
        ("#003", false),
    ] {
        story.session.script("document.body.style.color = arguments[0]", vec![json!(color)]);
        becomes(&page, dark, color);
    }
}

#[test]
fn the_switches_of_pages_are_followed_while_they_are_open() {
    let story = story("");
    let page = story.open("/story.html");
    becomes(&page, false, "the start");
    for (on, off) in [
        ("document.documentElement.classList.add('dark')", "document.documentElement.classList.remove('dark')"),
        ("document.documentElement.dataset.theme = 'dark'", "document.documentElement.dataset.theme = 'light'"),
        ("document.body.dataset.theme = 'dim-dark'", "delete document.body.dataset.theme"),
        ("document.documentElement.style.colorScheme = 'dark'", "document.documentElement.style.colorScheme = ''"),
    ] {
        story.session.script(on, Vec::new());
        becomes(&page, true, on);
        story.session.script(off, Vec::new());
        becomes(&page, false, off);
    }
}

#[test]
fn a_page_that_fades_is_followed_to_the_end() {
    let story = story("body { color: #111; transition: color .3s } body.night { background: #000; color: #eee }");
    let page = story.open("/story.html");
    story.session.script("document.body.className = 'night'", Vec::new());
    becomes(&page, true, "the end of the fading");
}

#[test]
fn the_attribute_outdoes_the_page_and_may_change() {
    let story = story("body { background: #000; color: #eee }");
    let page = story.open("/story.html");
    page.script("widget.setAttribute('theme', 'light')", json!([]));
    becomes(&page, false, "theme=light");
    assert_ne!(page.style_of(".mount", "background-color"), "rgba(0, 0, 0, 0)", "with a background of its own");
    page.script("widget.setAttribute('theme', 'auto')", json!([]));
    becomes(&page, true, "theme=auto");
    assert_eq!(page.style_of(".mount", "background-color"), "rgba(0, 0, 0, 0)");
}
