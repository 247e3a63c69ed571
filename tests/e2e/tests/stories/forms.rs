//! Pages that cannot hold the tag itself: a `<div>`, and the script's own tag.

use article_widget_e2e::{Story, html};
use serde_json::json;

const DIV: &str = "<div data-article-widget data-loading=\"eager\" data-thread=\"div\" data-header-ad=\"placeholder\"><article><h1>In a div</h1></article></div>";

#[test]
fn a_div_becomes_a_widget_and_its_article_stays_where_it_is() {
    let story = Story::on_page(&html::page(DIV));
    let page = story.open("/story.html");
    page.post("Ada", "From a div");
    let stand = page.script(
        "return [widget.localName, widget.querySelector(':scope > article h1').textContent, typeof widget.exportThread, widget.count,
            root.querySelector('.header-ad-box').offsetHeight > 0]",
        json!([]),
    );
    assert_eq!(stand, json!(["div", "In a div", "function", 1, true]));
    story.session.script("document.querySelector('div').dataset.thread = 'other'", Vec::new());
    page.wait_for_count("0 Comments");
    story.session.script("document.querySelector('div').dataset.thread = 'div'", Vec::new());
    page.wait_for_row("From a div");
}

#[test]
fn a_div_that_comes_later_is_one_too_and_may_go_and_come_back() {
    let story = Story::on_page(&html::page("<main></main>"));
    story.session.goto(&story.server.url("/story.html"));
    let insert = "const holder = document.createElement('section'); holder.append(document.createElement('div'));
        Object.assign(holder.firstChild.dataset, { articleWidget: '', thread: 'later', loading: 'eager' });
        document.querySelector('main').append(holder)";
    story.session.script(insert, Vec::new());
    let page = story.page();
    page.wait_until_ready();
    page.post("Ada", "Said before it went");
    story.session.script("window.kept = document.querySelector('section'); kept.remove()", Vec::new());
    // Whoever leaves for longer than a move takes is unmounted.
    story.session.wait_until("the thread to go", "return !kept.firstChild.shadowRoot.querySelector('.thread')");
    story.session.script("document.querySelector('main').append(kept)", Vec::new());
    page.wait_for_row("Said before it went");
    page.post("Ada", "Said after it came back");
}

#[test]
fn the_scripts_own_tag_says_where_the_widget_shall_be() {
    let body = "<p>Before</p><script type=\"module\" src=\"/article-widget.js\" nonce=\"e2e\" data-thread=\"script\" data-loading=\"eager\"></script><p>After</p>";
    let story = Story::begin();
    story
        .server
        .page("/story.html", &format!("<!doctype html><html><head><title>t</title></head><body>{body}</body></html>"));
    let page = story.open("/story.html");
    let around = page.script(
        "return [widget.previousElementSibling.localName, widget.nextElementSibling.textContent, document.querySelectorAll('article-widget').length]",
        json!([]),
    );
    assert_eq!(around, json!(["script", "After", 1]));
    page.post("Ada", "Where the script stands");
    assert!(page.operations().keys().all(|key| key.starts_with("\"aw1:")), "kept like any other");
}
