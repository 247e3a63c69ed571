//! What a page makes of the widget's look: properties, skins, and a place as narrow as it likes.

use article_widget_e2e::{Page, Reply, Story, axe, html, looks, showcase};
use serde_json::json;

const PAPER: &str = include_str!("../../../../styles/skins/paper.css");
const SKINS: [&str; 4] = ["plain", "paper", "contrast", "terminal"];
/// From the narrowest place to a wide page.
const WIDTHS: [u32; 7] = [240, 280, 320, 360, 480, 728, 1280];

/// The colour of the filled button, and that of the text.
fn colours(page: &Page<'_>) -> (String, String) {
    (page.style_of("[part=submit]", "background-color"), page.style_of(".widget", "color"))
}

fn rgb(button: &str, text: &str) -> (String, String) {
    (format!("rgb({button})"), format!("rgb({text})"))
}

#[test]
fn what_the_page_sets_wins_over_a_skin_and_a_skin_over_the_default() {
    let plain = rgb("11, 87, 208", "26, 29, 33");
    let paper = rgb("143, 47, 26", "42, 32, 24");
    let story =
        Story::on_page(&html::page(&format!("<div id=\"around\">{}</div>", html::widget("thread=\"skin\"", ""))));
    let page = story.open("/story.html");
    assert_eq!(colours(&page), plain);
    page.script("widget.setAttribute('skin', 'paper')", json!([]));
    assert_eq!(colours(&page), paper, "an attribute that comes later counts at once");
    page.script(
        "document.getElementById('around').style.setProperty('--article-widget-accent', 'rgb(1, 2, 3)')",
        json!([]),
    );
    assert_eq!(colours(&page), rgb("1, 2, 3", "42, 32, 24"), "of an element around it");
    page.script("widget.style.setProperty('--article-widget-text', 'rgb(4, 5, 6)')", json!([]));
    assert_eq!(colours(&page), rgb("1, 2, 3", "4, 5, 6"), "and of its own");
    page.script(
        "widget.removeAttribute('skin'); widget.removeAttribute('style'); document.getElementById('around').removeAttribute('style')",
        json!([]),
    );
    assert_eq!(colours(&page), plain);
    page.script("widget.setAttribute('data-skin', 'paper')", json!([]));
    assert_eq!(colours(&page), paper);
}

#[test]
fn a_skin_that_the_page_links_holds_wherever_no_other_is_named() {
    let head = "<link rel=\"stylesheet\" href=\"/paper.css\">";
    let widgets = [
        html::widget("thread=\"one\"", ""),
        html::widget("thread=\"two\" skin=\"contrast\"", ""),
        html::widget("thread=\"three\" style=\"--article-widget-accent: rgb(1, 2, 3)\"", ""),
    ];
    let story = Story::on_page(&html::page_with_head(head, &widgets.concat()));
    story.server.put("/paper.css", Reply::css(PAPER));
    let page = story.open("/story.html");
    for nth in 1..=2 {
        page.nth(nth).wait_until_ready();
    }
    assert_eq!(colours(&page), rgb("143, 47, 26", "42, 32, 24"));
    assert_eq!(colours(&page.nth(1)), rgb("0, 0, 184", "0, 0, 0"));
    assert_eq!(colours(&page.nth(2)), rgb("1, 2, 3", "42, 32, 24"));
}

/// What leaves the widget's box, or is too small to be pressed.
fn complaints(page: &Page<'_>) -> serde_json::Value {
    page.script(looks::FIT, json!([]))
}

#[test]
fn every_skin_fits_from_240_px_and_can_be_pressed() {
    let story = Story::begin();
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(3);
    for root in ["lang=\"en\"", "lang=\"he\" dir=\"rtl\"", "lang=\"en\" style=\"font-size: 200%\""] {
        let place = format!("<div id=\"place\">{}</div>", html::widget("thread=\"fit\"", ""));
        story.server.page("/story.html", &html::page(&place).replace("<html lang=\"en\"", &format!("<html {root}")));
        let page = story.open("/story.html");
        if page.rows().is_empty() {
            let name: String = long.chars().take(80).collect();
            let first = page.post(&name, &format!("See https://long.example/{long}"));
            let second = page.reply(&first, &long);
            let third = page.reply(&second, "Short");
            page.reply(&third, "Deep");
            let gone = page.post("Ada", "To be deleted");
            page.delete(&gone);
            page.post("Ada", "One more");
        }
        let row = page.row("Deep");
        page.open_reply(&row);
        for skin in SKINS {
            for width in WIDTHS {
                // Text at twice its size has a whole phone's width.
                if root.contains("200%") && width < 320 {
                    continue;
                }
                page.script(
                    "widget.setAttribute('skin', rest[0]); document.getElementById('place').style.inlineSize = `${rest[1]}px`",
                    json!([skin, width]),
                );
                assert_eq!(complaints(&page), json!([]), "{skin} in {width} px, {root}");
            }
        }
    }
}

#[test]
fn every_skin_is_accessible_in_light_and_dark() {
    let story = Story::begin();
    story.seed(showcase::thread("demo").entries());
    let page = story.open("/");
    story.session.wait_until("the article", "return !!document.querySelector('article h1')");
    let row = page.post("Ada", "To be deleted in a moment");
    page.delete(&row);
    let row = page.post("Ada", "Mine");
    page.open_edit(&row);
    for skin in SKINS {
        page.script("widget.setAttribute('skin', rest[0])", json!([skin]));
        for scheme in ["light", "dark"] {
            story.session.script("document.documentElement.style.colorScheme = arguments[0]", vec![scheme.into()]);
            let found = axe::violations(&story.session, &[]);
            assert!(found.is_empty(), "{skin}, {scheme}: {found:#?}");
        }
    }
}

#[test]
fn a_fetched_article_and_its_thread_share_one_column() {
    let story = Story::begin();
    for (column, shared) in [("auto", 736), ("600px", 600)] {
        let place = format!(
            "<div style=\"inline-size: {column}\">{}</div>",
            html::widget("thread=\"wide\" src=\"/article.html\"", "")
        );
        story.server.page("/story.html", &html::page(&place));
        story.session.viewport(1600, 900);
        let page = story.open("/story.html");
        story.session.wait_until("the article", "return !!document.querySelector('article h1')");
        let boxes = page.script(
            "const box = (element) => { const { left, width } = element.getBoundingClientRect(); return [Math.round(left), Math.round(width)]; };
            return [box(widget.querySelector('article')), box(root.querySelector('.thread'))]",
            json!([]),
        );
        assert_eq!(boxes[0], boxes[1], "in {column}");
        assert_eq!(boxes[0][1], json!(shared), "in {column}");
    }
}

#[test]
fn a_page_with_its_own_article_keeps_the_threads_width() {
    let place = format!("<div style=\"inline-size: 1000px\">{}</div>", html::widget("thread=\"own\"", html::ARTICLE));
    let story = Story::on_page(&html::page(&place));
    story.session.viewport(1600, 900);
    let page = story.open("/story.html");
    assert_eq!(page.style_of(".thread", "width"), "1000px");
}
