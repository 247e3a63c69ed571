//! The host page is not changed, and a second copy of the widget does nothing.

use article_widget_e2e::{Outage, Reply, Story, html};
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn the_pages_globals_are_the_same_before_and_after() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"globals\"", html::ARTICLE)));
    let globals = || {
        let names = story.session.script("return Object.getOwnPropertyNames(window)", Vec::new());
        serde_json::from_value::<BTreeSet<String>>(names).unwrap_or_default()
    };
    // What the driver itself leaves there comes with its first commands.
    let warm_up = || story.session.script("return document.querySelectorAll('*')", Vec::new());
    story.server.break_down("/article-widget.js", Outage::Missing);
    story.session.goto(&story.server.url("/story.html"));
    warm_up();
    let without = globals();
    story.server.recover("/article-widget.js");
    let page = story.open("/story.html");
    page.post("Ada", "Nothing of the page's is touched");
    let with = globals();
    let ours: Vec<&String> =
        with.difference(&without).filter(|name| !name.starts_with("ret_nodes") && !name.starts_with("se_")).collect();
    assert!(without.len() > 100);
    assert_eq!(ours, Vec::<&String>::new());
}

#[test]
fn a_second_copy_of_another_version_does_nothing_and_says_so_once() {
    let story = Story::begin();
    let listen = "<script nonce=\"e2e\">window.said = []; console.info = (text) => said.push(text)</script>";
    let second = "<script type=\"module\" src=\"/second/article-widget.js\" nonce=\"e2e\"></script>";
    story.server.page(
        "/story.html",
        &html::page_with_head(listen, &format!("{}{second}", html::widget("thread=\"copies\"", html::ARTICLE))),
    );
    let dist = article_widget_e2e::environment::Environment::read().dist;
    for file in std::fs::read_dir(dist).unwrap().flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") {
            story.server.put(&format!("/second/{name}"), Reply::script(&std::fs::read_to_string(file.path()).unwrap()));
        }
    }
    let page = story.open("/story.html");
    story.session.wait_until("the second copy", "return said.length > 0");
    page.post("Ada", "One widget");
    let said = story.session.script("return said.filter((text) => /article-widget/.test(text))", Vec::new());
    assert_eq!(said, json!(["article-widget: this second copy does nothing."]));
    assert_eq!(page.script("return root.querySelectorAll('.thread').length", json!([])), json!(1));
}
