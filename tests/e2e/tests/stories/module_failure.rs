//! The widget's own module cannot be had.

use article_widget_e2e::{Engine, Outage, Story, built, html};
use serde_json::json;

/// A page with its own article, an ad of its own, and the widget.
fn page() -> String {
    let children = format!("<div slot=\"header-ad\" id=\"ad\" style=\"height: 50px\">An ad</div>{}", html::ARTICLE);
    html::page(&html::widget("thread=\"module\"", &children))
}

#[track_caller]
fn fails_and_recovers(path: &str, outage: Outage) {
    let story = Story::on_page(&page());
    story.server.break_down(path, outage);
    story.session.goto(&story.server.url("/story.html"));
    let page = story.page();
    let offers_retry = || {
        story.session.wait_for("the offer to try again", || match page.text_of(".mount .waiting button").as_str() {
            "Retry" => Ok(()),
            other => Err(other.to_owned()),
        });
    };
    offers_retry();
    assert!(page.text_of(".waiting").len() > 20, "the notice has words");
    let stand = page.script(
        "const box = (selector) => widget.querySelector(selector).getBoundingClientRect();
         return [box('article h1').height > 0, box('#ad').height > 0]",
        json!([]),
    );
    assert_eq!(stand, json!([true, true]), "article and ad stay");
    story.server.forget_requests();
    page.click(".waiting button");
    story.session.wait_for("a second attempt", || {
        if story.server.requests().iter().any(|asked| asked == path) { Ok(()) } else { Err(String::new()) }
    });
    offers_retry();
    story.server.recover(path);
    page.click(".waiting button");
    page.wait_until_ready();
    assert!(!page.has(".waiting"));
    page.post("Ada", "Here at last");
}

#[test]
fn a_missing_module_leaves_article_and_ad_and_comes_on_retry() {
    fails_and_recovers(&built::module(), Outage::Missing);
}

#[test]
fn a_module_that_breaks_off_leaves_article_and_ad_and_comes_on_retry() {
    fails_and_recovers(&built::module(), Outage::CutOff);
}

#[test]
fn missing_glue_leaves_article_and_ad_and_comes_on_retry() {
    fails_and_recovers(&built::glue(), Outage::Missing);
}

#[test]
fn without_any_script_the_article_is_there() {
    let story = Story::on_page(&page());
    story.server.break_down("/article-widget.js", Outage::Missing);
    story.session.goto(&story.server.url("/story.html"));
    let shown = story
        .session
        .script("return document.querySelector('article h1').getBoundingClientRect().height > 0", Vec::new());
    assert_eq!(shown, json!(true));
}

#[test]
fn the_module_is_fetched_once_for_two_widgets_and_only_when_the_thread_comes_near() {
    let far = format!(
        "<article-widget thread=\"far\"><article><h1>Far</h1><p style=\"height: 20000px\">Long.</p></article></article-widget>{}",
        ""
    );
    let story = Story::on_page(&html::page(&format!("{far}{far}")));
    story.session.goto(&story.server.url("/story.html"));
    story
        .session
        .wait_until("the element to be defined", "return !!document.querySelector('article-widget').shadowRoot");
    // Two frames are enough for an observer that would fire wrongly to have fired.
    story.session.let_two_frames_pass();
    assert!(!story.server.requests().iter().any(|path| *path == built::module()), "nobody has scrolled yet");
    story.session.script("scrollTo(0, document.documentElement.scrollHeight)", Vec::new());
    let page = story.page();
    page.nth(1).wait_until_ready();
    story.session.script(
        "document.querySelector('article-widget').shadowRoot.querySelector('.mount').scrollIntoView()",
        Vec::new(),
    );
    page.wait_until_ready();
    let module = built::module();
    let fetched = story.server.requests().iter().filter(|path| **path == module).count();
    // WebKit asks anew for what it was told not to store; one module instance is still checked by its glue.
    let most = if story.session.engine() == Engine::WebKit { 2 } else { 1 };
    assert!(fetched <= most, "fetched {fetched} times");
}
