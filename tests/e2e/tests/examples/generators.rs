//! Pages that a site generator wrote.

use super::site;
use serde_json::json;

#[test]
fn astro() {
    site::is_written_on("astro", "/");
}

#[test]
fn jekyll() {
    site::is_written_on("jekyll", "/2026/november.html");
}

#[test]
fn hugo_counts_in_its_list_what_was_written_under_the_post() {
    let Some(story) = site::story("hugo") else { return };
    let page = story.open("/posts/november/");
    site::writes_and_comes_back(&story, &page, "hugo");
    story.session.goto(&story.server.url("/index.html"));
    let count = "return document.querySelector('li article-widget-count').textContent === '2 Comments'";
    story.session.wait_until("the count in the list", count);
}

#[test]
fn the_shortcuts_of_mkdocs_do_not_hear_what_is_written() {
    let Some(story) = site::story("mkdocs") else { return };
    let page = story.open("/index.html");
    page.fill("form[data-form=new] textarea[name=body]", "s? and ssh, please");
    let search = "const search = document.querySelector('#mkdocs_search_modal'); return !!search && getComputedStyle(search).display";
    assert_eq!(story.session.script(search, Vec::new()), json!("none"), "the search is closed");
    page.fill("form[data-form=new] textarea[name=body]", "");
    site::writes_and_comes_back(&story, &page, "mkdocs");
}
