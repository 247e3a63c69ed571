//! Pages and browsers that have no place for the module.

use article_widget_e2e::{Story, html};
use serde_json::json;

fn page() -> String {
    html::page(&html::widget("thread=\"refused\"", &format!("<div slot=\"header-ad\">An ad</div>{}", html::ARTICLE)))
}

#[track_caller]
fn says_so(story: &Story) {
    let page = story.page();
    story.session.wait_for("the message", || {
        let text = page.text_of(".waiting[role=alert]");
        if text == "The comments need WebAssembly, which is not allowed here." { Ok(()) } else { Err(text) }
    });
    assert!(!page.has(".waiting button"), "another attempt would change nothing");
    let stand = page.script(
        "return [widget.querySelector('h1').offsetHeight > 0, root.querySelector('.header-ad-box').offsetHeight > 0]",
        json!([]),
    );
    assert_eq!(stand, json!([true, true]), "article and ad stay");
}

#[test]
fn a_policy_that_refuses_the_module_leaves_article_and_ad_and_says_so() {
    let story = Story::on_page(&page());
    story.server.header("Content-Security-Policy", "script-src 'nonce-e2e'; default-src 'self'");
    story.session.goto(&story.server.url("/story.html"));
    says_so(&story);
}

#[test]
fn so_does_a_browser_without_webassembly() {
    let story = Story::begin();
    story.server.page(
        "/story.html",
        &page().replace("<head>", "<head><script nonce=\"e2e\">delete window.WebAssembly</script>"),
    );
    story.session.goto(&story.server.url("/story.html"));
    says_so(&story);
}

#[test]
fn the_event_says_what_happened() {
    let story = Story::on_page(&page());
    story.server.header("Content-Security-Policy", "script-src 'nonce-e2e' 'unsafe-inline'; default-src 'self'");
    let listen = "<script nonce=\"e2e\">addEventListener('article-widget:error', ({ detail }) => { window.told = detail })</script>";
    story.server.page("/story.html", &page().replace("<head>", &format!("<head>{listen}")));
    story.session.goto(&story.server.url("/story.html"));
    story.session.wait_until("the event", "return !!window.told");
    assert_eq!(story.session.script("return told.code", Vec::new()), json!("module"));
}
