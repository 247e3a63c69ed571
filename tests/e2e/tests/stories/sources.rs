//! Articles from every kind of source: each is shown, and only what reads it is fetched.

use article_widget_e2e::{Outage, Page, Reply, Story, built, html, probe};
use serde_json::{Value, json};

use super::strict_policy::POLICY;

const ARTICLE: &str = "article.article-widget-article";
const RETRY: &str = ".article-notice button[data-action=retry-article]";
/// What reads a kind of source.
const READERS: [&str; 4] = [
    "article-widget-page.wasm",
    "article-widget-markdown.wasm",
    "article-widget-json.wasm",
    "article-widget-feed.wasm",
];

fn story(src: &str, content_type: &str, body: &str) -> Story {
    let story = Story::on_page(&html::page(&html::widget(&format!("thread=\"sources\" src=\"{src}\""), "")));
    story.server.put(src.split(['#', '?']).next().unwrap_or(src), Reply::new(content_type, body.as_bytes().to_vec()));
    story
}

#[track_caller]
fn wait_for_headline(page: &Page<'_>, headline: &str) {
    page.session().wait_for("the article", || {
        let seen =
            page.script("return widget.querySelector(rest[0])?.textContent ?? ''", json!([format!("{ARTICLE} h1")]));
        if seen == json!(headline) { Ok(()) } else { Err(page.visible_text()) }
    });
}

#[track_caller]
fn in_article(page: &Page<'_>, read: &str) -> Value {
    page.script(&format!("const article = widget.querySelector(rest[0]); return {read}"), json!([ARTICLE]))
}

/// Shows "Bridge" by Ida Holm with the bold word "opened" and a link, fetched with nothing but its reader.
#[track_caller]
fn shows_the_bridge(src: &str, content_type: &str, body: &str, reader: &str) {
    let story = story(src, content_type, body);
    let page = story.open("/story.html");
    wait_for_headline(&page, "Bridge");
    assert_eq!(in_article(&page, "article.querySelector('strong, b').textContent"), json!("opened"));
    assert!(in_article(&page, "article.querySelector('.byline').textContent").to_string().contains("Ida Holm"));
    assert_eq!(
        in_article(&page, "new URL(article.querySelector('.article-body a').href).pathname"),
        json!("/posts/tide")
    );
    let requests = story.server.requests();
    for part in READERS {
        let is_wanted = part == reader;
        assert_eq!(requests.contains(&built::versioned(part)), is_wanted, "{part} for {reader}");
    }
    page.post("Ada", "Read.");
}

#[test]
fn markdown_with_front_matter_is_an_article() {
    let text =
        "---\ntitle: Bridge\nauthor: Ida Holm\ndate: 2024-05-01\n---\n\n# Bridge\n\nIt **opened**, see [tide](tide).\n";
    shows_the_bridge("/posts/bridge.md", "text/plain; charset=utf-8", text, "article-widget-markdown.wasm");
}

#[test]
fn an_item_of_json_feed_is_an_article() {
    let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Another"},
        {"id": "2", "url": "/posts/bridge", "title": "Bridge", "authors": [{"name": "Ida Holm"}], "content_html": "<p>It <b>opened</b>, see <a href=tide>tide</a>.</p>"}]}"#;
    shows_the_bridge("/feed.json#2", "application/feed+json", feed, "article-widget-json.wasm");
}

#[test]
fn a_post_of_wordpress_is_an_article() {
    let posts = r#"[{"id": 7, "slug": "bridge", "link": "/posts/bridge", "title": {"rendered": "Bridge"}, "date": "2024-05-01T10:00:00",
        "content": {"rendered": "<p>It <strong>opened</strong>, see <a href=\"tide\">tide</a>.</p>"}, "_embedded": {"author": [{"name": "Ida Holm"}]}}]"#;
    shows_the_bridge(
        "/wp-json/wp/v2/posts?slug=bridge&amp;_embed",
        "application/json; charset=UTF-8",
        posts,
        "article-widget-json.wasm",
    );
}

#[test]
fn entries_of_atom_and_rss_are_articles() {
    let atom = r#"<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="/posts/"><entry><title>Bridge</title>
        <author><name>Ida Holm</name></author><content type="html">&lt;p&gt;It &lt;b&gt;opened&lt;/b&gt;, see &lt;a href="tide"&gt;tide&lt;/a&gt;.</content></entry></feed>"#;
    shows_the_bridge("/feed.xml", "application/atom+xml", atom, "article-widget-feed.wasm");
    let rss = r#"<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>Bridge</title><link>/posts/bridge</link>
        <dc:creator>Ida Holm</dc:creator><description><![CDATA[<p>It <b>opened</b>, see <a href="tide">tide</a>.]]></description></item></channel></rss>"#;
    shows_the_bridge("/blog/feed", "text/xml; charset=utf-8", rss, "article-widget-feed.wasm");
}

#[test]
fn a_page_that_came_from_elsewhere_has_its_addresses_from_there() {
    let page = "<article><h1>Bridge</h1><p class=byline>Ida Holm</p><p>It <b>opened</b>, see <a href=tide>tide</a>.</p></article>";
    let story = story("/old", "text/html", page);
    story.server.put("/old", Reply::html("").with_status(302).with_header("Location", "/posts/bridge"));
    story.server.put("/posts/bridge", Reply::html(page));
    let opened = story.open("/story.html");
    wait_for_headline(&opened, "Bridge");
    assert_eq!(
        in_article(&opened, "new URL(article.querySelector('.article-body a').href).pathname"),
        json!("/posts/tide")
    );
}

#[test]
fn what_cannot_be_read_says_why_and_comes_on_retry_when_it_is_mended() {
    let whole = "<rss><channel><item><title>Bridge</title><description>It opened</description></item></channel></rss>";
    let story = story("/feed.xml", "application/rss+xml", "<rss><channel><item></rss>");
    let page = story.open("/story.html");
    page.wait_for(RETRY);
    assert!(page.text_of(".article-notice").contains("damaged"), "{}", page.text_of(".article-notice"));
    story.server.put("/feed.xml", Reply::new("image/png", Vec::new()));
    page.click(RETRY);
    page.session().wait_for("another notice", || match page.text_of(".article-notice") {
        text if text.contains("another kind of file") => Ok(()),
        text => Err(text),
    });
    story.server.put("/feed.xml", Reply::new("application/rss+xml", whole.as_bytes().to_vec()));
    page.click(RETRY);
    wait_for_headline(&page, "Bridge");
}

#[test]
fn where_a_reader_does_not_come_the_place_says_so_and_retry_fetches_it() {
    let story = story("/bridge.md", "text/markdown", "# Bridge\n\nIt opened.");
    let part = built::versioned("article-widget-markdown.wasm");
    for (number, outage) in [Outage::Missing, Outage::CutOff].into_iter().enumerate() {
        story.server.break_down(&part, outage);
        let page = story.open("/story.html");
        page.wait_for(RETRY);
        page.post("Ada", &format!("Without an article {number}"));
        story.server.recover(&part);
        page.click(RETRY);
        wait_for_headline(&page, "Bridge");
    }
}

#[test]
fn markdown_and_feeds_are_read_under_a_strict_policy_without_one_violation() {
    // Of handlers and looks in attributes, and of its own page about XML that is not well-formed, Chromium complains though nothing runs.
    let feed = "<rss><channel><item><title>Bridge</title><description>&lt;p class='x'>It opened&lt;/p></description></item></channel></rss>";
    let markdown = "# Bridge\n\n<p class=\"x\">It opened.</p><script>x()</script>";
    for (src, content_type, body) in [("/feed.xml", "text/xml", feed), ("/bridge.md", "text/markdown", markdown)] {
        let story = story(src, content_type, body);
        story.server.header("Content-Security-Policy", POLICY);
        let page = story.open("/story.html");
        wait_for_headline(&page, "Bridge");
        assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new(), "{src}");
    }
}
