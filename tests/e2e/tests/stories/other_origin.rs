//! The widget's files lie on another origin than the page.

use article_widget_e2e::environment::Environment;
use article_widget_e2e::{Server, Story, html};

/// A page that loads the widget by this tag.
fn page(script: &str) -> String {
    let widget = html::widget("thread=\"abroad\"", html::ARTICLE);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host page</title>{script}</head>
         <body><p id=\"count\"><article-widget-count thread=\"abroad\">Comments</article-widget-count></p>{widget}</body></html>"
    )
}

/// Writes a comment there, and finds it again in the page's own storage.
#[track_caller]
fn works(story: &Story) {
    let page = story.open("/story.html");
    page.post("Ada", "From abroad");
    let counted = "return document.querySelector('#count').textContent === '1 Comment'";
    story.session.wait_until("the count", counted);
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_row("From abroad");
    let asked = story.server.requests();
    assert!(
        !asked.iter().any(|path| path.contains("article-widget")),
        "the page's own origin has none of it: {asked:?}"
    );
}

#[test]
fn the_module_and_all_it_fetches_work_where_that_origin_allows_it() {
    let files = Server::start(&Environment::read().dist);
    files.header("Access-Control-Allow-Origin", "*");
    let script = format!("<script type=\"module\" src=\"{}\"></script>", files.url("/article-widget.js"));
    let story = Story::on_page(&page(&script));
    works(&story);
    let asked = files.requests();
    for ending in ["/article-widget.js", "_bg.wasm", "article-widget-count.js"] {
        assert!(asked.iter().any(|path| path.ends_with(ending)), "{ending} of {asked:?}");
    }
}

#[test]
fn the_single_file_needs_no_permission() {
    let files = Server::start(&Environment::read().dist);
    let script = format!("<script defer src=\"{}\"></script>", files.url("/article-widget.single.js"));
    let story = Story::on_page(&page(&script));
    works(&story);
    assert_eq!(files.requests().iter().filter(|path| path.contains("article-widget")).count(), 2, "once for each load");
}
