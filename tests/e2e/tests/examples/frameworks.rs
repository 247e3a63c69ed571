//! Projects that install the npm package: empty ones, and three frameworks.

use super::site;
use article_widget_e2e::probe;
use serde_json::json;

/// A reader writes under one article, turns to the other and back; the framework hears of what was posted.
#[track_caller]
fn works_in(framework: &str) {
    let Some(story) = site::story(framework) else { return };
    let page = story.open("/");
    page.wait_for_count("0 Comments");
    page.post("Ada", "Under the first article");
    story.session.wait_until(
        "the framework to hear of it",
        "return document.querySelector('#posted').textContent === '1 posted'",
    );
    let turn_to = |nth: u8| {
        story.session.script("document.querySelectorAll('nav button')[arguments[0]].click()", vec![json!(nth)])
    };
    turn_to(1);
    page.wait_for_count("0 Comments");
    story.session.wait_until("the other article", "return document.querySelector('h1').textContent === 'The coast'");
    page.post("Bo", "Under the second");
    turn_to(0);
    page.wait_for_row("Under the first article");
    page.wait_for_count("1 Comment");
    site::photograph(&story, framework);
}

#[test]
fn after_the_end_of_a_module_the_npm_package_starts_another() {
    let Some(story) = site::story("vite") else { return };
    let page = story.open("/");
    page.post("Ada", "Before");
    page.end_module();
    page.wait_for_end();
    probe::forget_errors(&story.session);
    page.retry();
    page.wait_for_row("Before");
    page.post("Ada", "After");
    page.wait_for_count("2 Comments");
}

#[test]
fn an_empty_vite_project_shows_the_thread_without_configuration() {
    site::is_written_on("vite", "/");
}

#[test]
fn an_empty_webpack_project_shows_the_thread_without_configuration() {
    site::is_written_on("webpack", "/index.html");
}

#[test]
fn in_the_package_too_the_module_is_fetched_only_when_the_thread_comes_near() {
    let Some(folder) = site::folder("vite") else { return };
    let Some(story) = site::story("vite") else { return };
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    assert!(page.contains("<article>"), "{page}");
    story.server.page("/far.html", &page.replace("<article>", "<article><svg height=\"20000\"></svg>"));
    story.session.goto(&story.server.url("/far.html"));
    story
        .session
        .wait_until("the element to be defined", "return !!document.querySelector('article-widget').shadowRoot");
    story.session.let_two_frames_pass();
    let of_module = |path: &String| path.contains("article-widget-app");
    assert!(!story.server.requests().iter().any(of_module), "{:?}", story.server.requests());
    story.session.script("scrollTo(0, document.documentElement.scrollHeight)", Vec::new());
    story.page().wait_until_ready();
    assert!(story.server.requests().iter().any(of_module));
}

#[test]
fn react() {
    works_in("react");
}

#[test]
fn vue() {
    works_in("vue");
}

#[test]
fn svelte() {
    works_in("svelte");
}
