//! What search engines are told of a fetched article.

use article_widget_e2e::{Story, html, probe};
use serde_json::json;

use super::strict_policy::POLICY;

const SCRIPTS: &str = "script[type=\"application/ld+json\"].article-widget-facts";

fn page(head: &str) -> Story {
    let widget = html::widget("thread=\"harbour\" src=\"/long.html\"", "");
    let story = Story::on_page(&html::page_with_head(head, &widget));
    story.server.page("/long.html", &html::long_article(30));
    story
}

#[track_caller]
fn told(story: &Story) -> serde_json::Value {
    let script =
        format!("return [...document.querySelectorAll('{SCRIPTS}')].map((one) => JSON.parse(one.textContent))");
    story.session.script(&script, Vec::new())
}

#[track_caller]
fn wait_for_told(story: &Story, what: &str, is_told: impl Fn(&serde_json::Value) -> bool) {
    story.session.wait_for(what, || match told(story) {
        seen if is_told(&seen) => Ok(()),
        seen => Err(seen.to_string()),
    });
}

#[test]
fn search_engines_are_told_of_the_article_and_of_each_comment_as_long_as_it_is_there() {
    let story = page("");
    let page = story.open("/story.html");
    wait_for_told(&story, "the facts", |told| told[0]["commentCount"] == 0);
    let facts = told(&story);
    assert_eq!(facts[0]["headline"], "A long harbour");
    assert_eq!(facts[0]["author"]["name"], "Ada Pier");
    assert_eq!(facts[0]["datePublished"], "2026-11-22");
    assert_eq!(facts[0]["inLanguage"], "en");
    assert_eq!(facts[0]["url"], json!(story.server.url("/story.html")));
    page.post("Ada", "The first");
    wait_for_told(&story, "a comment", |told| told[0]["commentCount"] == 1);
    page.script("widget.removeAttribute('src')", json!([]));
    wait_for_told(&story, "no facts", |told| *told == json!([]));
}

#[test]
fn a_page_that_tells_of_its_article_itself_is_left_alone() {
    let own = "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"NewsArticle\", \"headline\": \"Own\"}]}</script>";
    let story = page(own);
    let page = story.open("/story.html");
    story.session.wait_until("the article", "return !!document.querySelector('article-widget .article-widget-skip')");
    page.wait_for_count("0 Comments");
    assert_eq!(told(&story), json!([]));
}

#[test]
fn under_a_strict_policy_they_are_told_as_well() {
    let story = page("");
    story.server.header("Content-Security-Policy", POLICY);
    let page = story.open("/story.html");
    wait_for_told(&story, "the facts", |told| told[0]["commentCount"] == 0);
    page.post("Ada", "Under a strict policy");
    wait_for_told(&story, "a comment", |told| told[0]["commentCount"] == 1);
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}
