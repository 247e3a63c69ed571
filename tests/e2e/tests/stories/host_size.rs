//! Lengths hang on the reader's own default size, whatever the page makes of its root.

use article_widget_e2e::{Page, Story, html, looks, showcase};
use serde_json::json;

/// What pages do to their root, and how they come back to text of a usual size: none of it is the widget's.
const ROOTS: [&str; 7] = [
    "html { font-size: 62.5% } body { font-size: 1.6rem }",
    "html { font-size: 100px } body { font-size: .16rem }",
    "html { font-size: 8px } body { font-size: 2rem }",
    "html { font-size: 0 } body { font-size: 16px }",
    "html { font: 5px/1 serif } body { font: 16px/1.5 sans-serif }",
    "html { font-size: 3vw }",
    "body { font: 4px/0 serif; letter-spacing: 1em; word-spacing: 1em; text-indent: 3em; text-transform: uppercase }",
];

/// A host page with its own article and an ad, and its thread far below the view.
fn host_page(style: &str) -> String {
    let widget = "<article-widget thread=\"size\" header-ad=\"placeholder\"><article><h1>A quiet harbour</h1><p>The boats came back.</p>\
        <div style=\"block-size: 3000px\"></div></article></article-widget>";
    html::page_with_head(
        &format!("<style>body {{ margin: 0 }} {style}</style>"),
        &format!("<div id=\"place\">{widget}</div>"),
    )
}

/// The page as far as the loader alone has made it, then with its thread; `size` is what the reader has chosen for text.
#[track_caller]
fn is_of_the_readers_size(story: &Story, style: &str, size: u32) {
    story.server.page("/story.html", &host_page(style));
    story.session.goto(&story.server.url("/story.html"));
    let page = story.page();
    page.wait_for(".waiting button");
    let early = page.script(
        "const { height } = root.querySelector('.waiting button').getBoundingClientRect();
        const size = (selector) => parseFloat(getComputedStyle(root.querySelector(selector)).fontSize);
        return [height >= 43.5, size('.waiting button') >= 14 / 16 * rest[0], size('.header-ad-label') >= 12 / 16 * rest[0] - 0.01,
            root.querySelector('.header-ad-box').getBoundingClientRect().height === 90]",
        json!([size]),
    );
    assert_eq!(early, json!([true, true, true, true]), "{style}: button, its text, the ad's label, the band's box");
    page.script("widget.setAttribute('loading', 'eager')", json!([]));
    page.wait_for("li.comment");
    page.script("root.querySelector('li.comment [data-action=reply]').click()", json!([]));
    page.wait_for("form[data-form=reply]");
    let found = page.script(
        &[&looks::complaints(), "return [...complaintsAbout(root, rest[0] / 16), parseFloat(getComputedStyle(root.querySelector('.comment-body p')).fontSize)]"].concat(),
        json!([size]),
    );
    assert_eq!(found, json!([size]), "{style}: nothing to complain of, and comments in the reader's size");
    is_narrow_below(&page, size * 30, style);
}

/// Where the place is as narrow as 30 letters of the reader's size are high, the heading has a line of its own, but for what finds comments.
#[track_caller]
fn is_narrow_below(page: &Page<'_>, limit: u32, style: &str) {
    for (width, is_narrow) in [(limit - 1, true), (limit + 1, false)] {
        page.script("document.getElementById('place').style.inlineSize = `${rest[0]}px`", json!([width]));
        let basis = page.style_of(".heading", "flex-basis");
        assert_eq!(basis.contains("100%"), is_narrow, "{style}: {width} px wide: {basis}");
    }
}

/// A fetched article stands in the page, and is of a size to be read there all the same.
#[track_caller]
fn has_an_article_of_the_readers_size(story: &Story, style: &str, size: u32) {
    let head = format!("<style>{style}</style>");
    story.server.page(
        "/fetched.html",
        &html::page_with_head(&head, &html::widget("thread=\"size\" src=\"/article.html\"", "")),
    );
    story.open("/fetched.html");
    story.session.wait_until("the article", "return !!document.querySelector('article h1')");
    let sizes = story.session.script(
        "const size = (selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize) * 16 / arguments[0];
        const [text, headline, facts] = ['.article-body p', '.article-header h1', '.byline'].map(size);
        const { width } = document.querySelector('.article-widget-article').getBoundingClientRect();
        return [text >= 16 && text <= 20 || text, headline >= 28 && headline <= 42 || headline, facts >= 14 && facts <= 15 || facts, Math.abs(width - Math.min(46 * arguments[0], document.body.clientWidth)) < 1 || width]",
        vec![json!(size)],
    );
    assert_eq!(sizes, json!([true, true, true, true]), "{style}: text, headline, facts and width of the article");
}

#[test]
fn everything_is_of_the_readers_size_whatever_the_pages_root_is() {
    let story = Story::begin();
    story.seed(showcase::thread("size").entries());
    for style in ROOTS {
        is_of_the_readers_size(&story, style, 16);
        has_an_article_of_the_readers_size(&story, style, 16);
    }
}

#[test]
fn a_reader_who_has_chosen_larger_text_has_larger_comments() {
    const CHOSEN: u32 = 24;
    let story = Story::with_text_size(CHOSEN);
    story.session.goto(&story.server.url("/"));
    let default =
        "document.body.style.fontSize = 'medium'; return parseFloat(getComputedStyle(document.body).fontSize)";
    assert_eq!(story.session.script(default, Vec::new()), json!(CHOSEN), "the browser has the reader's size");
    story.seed(showcase::thread("size").entries());
    for style in ["", "html { font-size: 62.5% }", "html { font-size: 100px } body { font-size: .16rem }"] {
        is_of_the_readers_size(&story, style, CHOSEN);
        has_an_article_of_the_readers_size(&story, style, CHOSEN);
    }
}
