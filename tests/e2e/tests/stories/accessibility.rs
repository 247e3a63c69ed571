//! What axe says of every state, in light and dark, wide and narrow.

use article_widget_e2e::page::Page;
use article_widget_e2e::{Outage, Story, axe, html, showcase};

/// Brings a story into one state, then looks at it in both colour schemes and at both widths.
#[track_caller]
fn is_clean(story: &Story, state: &str) {
    for scheme in ["light", "dark"] {
        for width in [1280, 360] {
            story.session.viewport(width, 900);
            // The page's own declaration, which the widget follows; engines differ in how the system's is emulated.
            story.session.script("document.documentElement.style.colorScheme = arguments[0]", vec![scheme.into()]);
            let found = axe::violations(&story.session);
            assert!(found.is_empty(), "{state}, {scheme}, {width} px: {found:#?}");
        }
    }
}

#[track_caller]
fn open_with_thread(story: &Story) -> Page<'_> {
    story.seed(showcase::thread("demo").entries());
    let page = story.open("/");
    page.wait_for("li.comment");
    page
}

/// The demonstration page with its article.
#[track_caller]
fn wait_for_article(story: &Story) {
    story.session.wait_for("the article", || match story.session.script("return !!document.querySelector('article h1')", Vec::new()) {
        there if there == serde_json::json!(true) => Ok(()),
        _ => Err(story.page().visible_text()),
    });
}

#[test]
fn an_empty_thread_is_accessible() {
    let story = Story::begin();
    story.open("/");
    wait_for_article(&story);
    is_clean(&story, "empty");
}

#[test]
fn a_full_thread_is_accessible() {
    let story = Story::begin();
    let page = open_with_thread(&story);
    wait_for_article(&story);
    let row = page.post("Ada", "To be deleted in a moment");
    page.delete(&row);
    is_clean(&story, "full");
}

#[test]
fn an_open_reply_form_and_an_open_edit_form_are_accessible() {
    let story = Story::begin();
    let page = open_with_thread(&story);
    wait_for_article(&story);
    let row = page.post("Ada", "Mine");
    page.open_edit(&row);
    let other = page.rows().into_iter().find(|row| row.actions.iter().any(|action| action == "reply"));
    if let Some(other) = other {
        page.open_reply(&other);
    }
    is_clean(&story, "forms open");
}

#[test]
fn errors_are_accessible() {
    let story = Story::begin();
    story.server.break_down("/article.html", Outage::Missing);
    let mut seeds = showcase::thread("demo");
    seeds.garbage("not a record");
    story.seed(seeds.entries());
    let page = story.open("/");
    page.wait_for(".article-notice");
    page.wait_for(".notice[data-notice=unreadable]");
    page.send("Ada", " ");
    page.wait_for(".field-error");
    is_clean(&story, "errors");
}

#[test]
fn the_notice_in_the_modules_place_is_accessible() {
    let story = Story::on_page(&html::page(&format!("<main>{}</main>", html::widget("thread=\"axe\"", html::ARTICLE))));
    story.server.break_down("/article-widget-app_bg.wasm", Outage::Missing);
    story.session.goto(&story.server.url("/story.html"));
    story.page().wait_for(".module-notice button[data-action=retry-module]");
    is_clean(&story, "module failed");
}

#[test]
fn axe_looks_into_the_shadow_root() {
    let story = Story::begin();
    let page = story.open("/");
    page.script("root.querySelector('textarea').removeAttribute('id')", serde_json::json!([]));
    page.script("root.querySelector('textarea').removeAttribute('placeholder')", serde_json::json!([]));
    let found = axe::violations(&story.session);
    assert!(found.iter().any(|violation| violation.id == "label"), "{found:#?}");
}
