//! What axe says of every state, in light and dark, wide and narrow.

use article_widget_e2e::page::Page;
use article_widget_e2e::{Engine, Outage, Seeds, Story, axe, built, html, showcase};
use serde_json::json;

/// axe takes a page without a background of its own for white, also where the browser paints it dark.
const GROUND: &str = "<style>html { background: light-dark(#fff, #16181b); color: light-dark(#000, #fff) }</style>";

/// Looks at the page in both colour schemes and at both widths.
#[track_caller]
fn is_clean(story: &Story, state: &str) {
    is_clean_but_for(story, state, &[]);
}

#[track_caller]
fn is_clean_but_for(story: &Story, state: &str, waived: &[&str]) {
    axe::is_clean(&story.session, state, waived, |_| {});
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
    story.session.wait_until("the article", "return !!document.querySelector('article h1')");
}

#[test]
fn an_empty_thread_is_accessible() {
    let story = Story::begin();
    story.open("/");
    wait_for_article(&story);
    is_clean(&story, "empty");
}

#[test]
fn a_long_article_is_accessible_with_all_that_helps_to_read_it() {
    let widget = html::widget("thread=\"tides\" src=\"/tides.html\"", "");
    let story = Story::on_page(&html::page_with_head(GROUND, &format!("<main>{widget}</main>")));
    story.server.page("/tides.html", &html::tides());
    story.open("/story.html");
    story.session.wait_until("its contents", "return !!document.querySelector('nav.article-widget-contents li')");
    is_clean(&story, "a long article");
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
fn an_open_history_and_what_is_undone_are_accessible() {
    let story = Story::begin();
    let page = open_with_thread(&story);
    let row = page.post("Ada", "One small word");
    page.edit(&row, "One large word");
    page.click(&row.inside(".history summary"));
    page.wait_for(&row.inside(".history del"));
    is_clean(&story, "history");
    page.click(&row.inside("[data-action=undo]"));
    page.wait_for(&row.inside("[data-action=redo]"));
    is_clean(&story, "an edit undone");
    page.click(&row.inside("[data-action=undo]"));
    page.wait_for(&format!("li.comment.deleted[data-id='{}']", row.id));
    is_clean(&story, "a posting undone");
}

#[test]
fn tools_a_preview_folded_branches_and_a_history_are_accessible_in_forced_colours_too() {
    const TEXT: &str =
        "**a** `b` ~~c~~ [d.example](https://e.example) ||f||\n\n> g\n\n- [x] h\n\n```rust\ni\n```\n\n|j|\n|-|\n|k|";
    let widget = html::widget("thread=\"colours\"", html::ARTICLE);
    let story = Story::on_page(&html::page_with_head(GROUND, &format!("<main>{widget}</main>")));
    let mut seeds = Seeds::of_thread("colours");
    let first = seeds.formatted("Ada", TEXT);
    seeds.reply(first, "Bob", "A reply that is folded away");
    seeds.formatted("А\u{202e}dа", "A name that hides something");
    story.seed(seeds.entries());
    let page = story.open("/story.html");
    let row = page.post("Ann", "One **small** word");
    page.edit(&row, "One **large** word");
    page.click(&row.inside(".history summary"));
    page.wait_for(&row.inside(".history del"));
    page.click(&format!("li.comment[data-id='{first}'] [data-action=fold]"));
    page.wait_for("[data-action=fold][aria-expanded=false]");
    page.click(&format!("li.comment[data-id='{first}'] .spoiler button"));
    page.fill("form[data-form=new] textarea", TEXT);
    page.click("[data-action=preview]");
    page.wait_for(".preview table");
    page.wait_for(".hidden-sign");
    is_clean(&story, "everything open");
    if story.session.engine() == Engine::Chromium {
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        story.session.devtools("Emulation.setEmulatedMedia", forced);
        story.session.wait_until("forced colours", "return matchMedia('(forced-colors: active)').matches");
        // The colours are the reader's own, and not those that axe is told.
        is_clean_but_for(&story, "everything open, in forced colours", &["color-contrast"]);
    }
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
    // The page's headline is the article's, and the article is what could not be had.
    is_clean_but_for(&story, "errors", &["page-has-heading-one"]);
}

#[test]
fn the_notice_in_the_modules_place_is_accessible() {
    let story = Story::on_page(&html::page_with_head(
        GROUND,
        &format!("<main>{}</main>", html::widget("thread=\"axe\"", html::ARTICLE)),
    ));
    story.server.break_down(&built::module(), Outage::Missing);
    story.session.goto(&story.server.url("/story.html"));
    story.page().wait_for(".waiting button");
    is_clean(&story, "module failed");
}

#[test]
fn axe_looks_into_the_shadow_root() {
    let story = Story::begin();
    let page = story.open("/");
    page.script("root.querySelector('textarea').removeAttribute('id')", serde_json::json!([]));
    page.script("root.querySelector('textarea').removeAttribute('placeholder')", serde_json::json!([]));
    let found = axe::violations(&story.session, &[]);
    assert!(found.iter().any(|violation| violation.id == "label"), "{found:#?}");
}
