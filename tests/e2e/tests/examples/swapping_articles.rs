//! A page that swaps its articles without being loaded again.

use super::site;
use article_widget_e2e::{Page, Story};
use serde_json::json;

#[track_caller]
fn go(story: &Story, link: &str) {
    story.session.script("document.querySelector(`a[href='?${arguments[0]}']`).click()", vec![json!(link)]);
}

#[track_caller]
fn shows(page: &Page<'_>, title: &str, count: &str) {
    page.session().wait_until(title, &format!("return document.querySelector('h1').textContent === '{title}'"));
    page.wait_for_count(count);
}

#[test]
fn each_article_has_its_own_thread_and_the_index_has_none() {
    let Some(story) = site::story("pages") else { return };
    let page = story.open("/spa.html");
    shows(&page, "A letter from the island", "0 Comments");
    page.post("Ada", "On the island");
    go(&story, "coast");
    shows(&page, "A letter from the coast", "0 Comments");
    page.post("Bo", "On the coast");
    page.post("Bo", "Still there");
    go(&story, "index");
    story.session.wait_until("no widget", "return !document.querySelector('article-widget')");
    go(&story, "island");
    page.wait_until_ready();
    shows(&page, "A letter from the island", "1 Comment");
    assert_eq!(page.texts(), ["On the island"]);
    story.session.back();
    story.session.back();
    page.wait_until_ready();
    shows(&page, "A letter from the coast", "2 Comments");
    site::photograph(&story, "spa");
}
