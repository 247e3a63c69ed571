//! Fetching and parsing an article with the browser's own parts: nothing runs, nothing loads, every failure has its name.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use article_widget::browser::article_source::{fetch_article, load_article};
use article_widget::browser::inert_parse;
use article_widget::domain::article::Article;
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::markup::Markup;
use article_widget::parts::reader_of;
use article_widget::reader::source::Syntax;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fake_network::{FakeNetwork, window};

async fn fetched(status: u16, content_type: &'static str, body: &[u8]) -> Result<Article, ArticleError> {
    let _network = FakeNetwork::responding(status, content_type, body.to_vec());
    fetch_article("story.html", reader_of, None).await
}

#[wasm_bindgen_test]
async fn a_page_is_fetched_and_read_in_its_own_character_set() {
    let article = fetched(
        200,
        "text/html; charset=windows-1251",
        b"<article><h1>\xcc\xee\xf1\xf2</h1><p>x <a href='y.html'>y</a>",
    )
    .await;
    let article = article.expect("an article");
    assert_eq!(article.headline.as_deref(), Some("Мост"));
    assert!(format!("{:?}", article.blocks).contains("/y.html"), "{:?}", article.blocks);
}

#[wasm_bindgen_test]
async fn a_declared_base_is_what_addresses_stand_on() {
    let article = fetched(200, "text/html", b"<base href='https://other.example/dir/'><p><a href=y>y</a>")
        .await
        .expect("an article");
    assert!(format!("{:?}", article.blocks).contains("https://other.example/dir/y"), "{:?}", article.blocks);
}

#[wasm_bindgen_test]
async fn every_failure_has_its_name() {
    assert_eq!(fetched(404, "text/html", b"<p>x").await, Err(ArticleError::Status(404)));
    assert_eq!(fetched(200, "application/json", b"{}").await, Err(ArticleError::WrongType));
    assert_eq!(fetched(200, "text/html", b" ").await, Err(ArticleError::Empty));
    assert_eq!(fetched(200, "text/html", &vec![b'x'; 4 * 1_024 * 1_024 + 1]).await, Err(ArticleError::TooLarge));
    assert_eq!(fetch_article("javascript:alert(1)", reader_of, None).await, Err(ArticleError::Address));
    // Nothing listens there.
    assert_eq!(fetch_article("http://127.0.0.1:9/", reader_of, None).await, Err(ArticleError::Network));
}

#[wasm_bindgen_test]
async fn a_load_that_is_dropped_reports_nothing() {
    let _network = FakeNetwork::responding(200, "text/html", b"<p>x".to_vec());
    let reported = Rc::new(Cell::new(false));
    let dropped = {
        let reported = Rc::clone(&reported);
        load_article("story.html".to_owned(), reader_of, move |_| reported.set(true))
    };
    drop(dropped);
    let mut kept = None;
    let end = Promise::new(&mut |resolve: Function, _| {
        kept = Some(load_article("story.html".to_owned(), reader_of, move |result| {
            resolve.call1(&JsValue::NULL, &JsValue::from_bool(result.is_ok())).expect("to resolve");
        }));
    });
    // It began later, so it ends later.
    assert_eq!(JsFuture::from(end).await.expect("an end"), JsValue::TRUE);
    assert!(!reported.get());
    drop(kept);
}

#[wasm_bindgen_test]
async fn parsing_runs_and_loads_nothing() {
    let ran = Rc::new(RefCell::new(Vec::new()));
    let note = {
        let ran = Rc::clone(&ran);
        Closure::<dyn Fn(JsValue)>::new(move |what| ran.borrow_mut().push(what))
    };
    Reflect::set(&window(), &"articleTestRan".into(), note.as_ref()).expect("to set");
    let page = "<script>articleTestRan(1)</script><img src=x onerror=articleTestRan(2)><svg onload=articleTestRan(3)></svg>\
                <iframe srcdoc='<script>parent.articleTestRan(4)</script>'></iframe><p>text</p>";
    let tree = inert_parse::parse(page, Syntax::Html).expect("a tree");
    // Time enough for a picture to fail: one of our own does, after the foreign one would have.
    let own = Promise::new(&mut |resolve: Function, _| {
        let image = window().document().expect("a document").create_element("img").expect("an image");
        Reflect::set(&image, &"onerror".into(), &resolve).expect("to listen");
        image.set_attribute("src", "data:image/png,broken").expect("to load");
    });
    JsFuture::from(own).await.expect("an error event");
    assert!(ran.borrow().is_empty(), "{:?}", ran.borrow());
    assert_eq!(tree.text(), "text");
}

#[wasm_bindgen_test]
fn names_inside_a_page_cannot_shadow_what_reads_it() {
    let page = "<form><input name=attributes><input name=firstChild><input name=localName><input name=nodeValue>\
                <img name=createTreeWalker src=a><img name=documentElement src=b><img name=body src=c><p class=x>inside</p></form><p>after</p>";
    let tree = inert_parse::parse(page, Syntax::Html).expect("a tree");
    assert_eq!(tree.text(), "inside after");
    let inside = tree.find(&|node| node.has_word("class", "x")).expect("the paragraph");
    assert!(inside.iter().any(|node| node.tag() == "form"));
}

#[wasm_bindgen_test]
fn the_tree_has_the_shape_of_the_page() {
    let tree =
        inert_parse::parse("<p A=1>a<b>c</b><!-- d --><br>e</p><ul><li>f<li>g</ul>", Syntax::Html).expect("a tree");
    let body = tree.find(&|node| node.tag() == "body").and_then(|way| way.last().copied()).expect("a body");
    let names: Vec<&str> = body.children().iter().map(Markup::tag).collect();
    assert_eq!(names, ["p", "ul"]);
    let paragraph = body.children().first().expect("a paragraph");
    assert_eq!(paragraph.attribute("a"), Some("1"));
    assert_eq!(paragraph.children().iter().map(Markup::tag).collect::<Vec<_>>(), ["", "b", "br", ""]);
    assert_eq!(body.text(), "ac e f g");
}

#[wasm_bindgen_test]
fn xhtml_is_read_as_such_and_otherwise_as_html() {
    let sound = "<html xmlns='http://www.w3.org/1999/xhtml'><head><script src='x'/></head><body><p><![CDATA[a<b]]></p></body></html>";
    assert_eq!(inert_parse::parse(sound, Syntax::Xhtml).expect("a tree").text(), "a<b");
    assert_eq!(inert_parse::parse("<p>not <b>closed", Syntax::Xhtml).expect("a tree").text(), "not closed");
}

#[wasm_bindgen_test]
fn a_very_deep_page_is_parsed() {
    let tree = inert_parse::parse(&format!("{}deep", "<div>".repeat(30_000)), Syntax::Html).expect("a tree");
    assert_eq!(tree.text(), "deep");
}

#[wasm_bindgen_test]
async fn a_page_that_does_not_say_its_character_set_is_read_as_what_it_is() {
    let headline =
        async |content_type, body: &[u8]| fetched(200, content_type, body).await.expect("an article").headline;
    let size = Some("Größe".to_owned());
    assert_eq!(headline("text/html", "<h1>Größe</h1><p>Die Größe".as_bytes()).await, size);
    assert_eq!(headline("text/html", b"<h1>Gr\xf6\xdfe</h1><p>x").await, size);
    assert_eq!(headline("text/html; charset=none", b"<meta charset=latin1><h1>Gr\xf6\xdfe</h1><p>x").await, size);
    assert_eq!(headline("text/html; charset=latin1", "\u{feff}<h1>Größe</h1><p>x".as_bytes()).await, size);
    let wide: Vec<u8> = "\u{feff}<h1>Größe</h1><p>x".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(headline("text/html", &wide).await, size);
    let xml = b"<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Gr\xf6\xdfe</title><description>x</description></item></channel></rss>";
    assert_eq!(headline("text/xml", xml).await, size);
}

#[wasm_bindgen_test]
async fn every_kind_of_source_is_recognised_and_read() {
    let sources: [(&str, &[u8]); 7] = [
        ("text/html", b"<article><h1>Bridge</h1><p>It <b>opened</b>.</p></article>"),
        ("text/plain", b"---\ntitle: Bridge\n---\nIt **opened**.\n"),
        ("application/feed+json", br#"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Bridge", "content_html": "<p>It <b>opened</b>."}]}"#),
        ("text/html", br#"[{"title": {"rendered": "Bridge"}, "content": {"rendered": "<p>It <b>opened</b>.</p>"}}]"#),
        ("application/atom+xml", b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Bridge</a:title><a:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>It <b>opened</b>.</p></div></a:content></a:entry></a:feed>"),
        ("application/octet-stream", b"<?xml version='1.0'?><rss xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><item><title>Bridge</title><c:encoded><![CDATA[<p>It <b>opened</b>.</p>]]></c:encoded></item></channel></rss>"),
        // Not well-formed.
        ("text/xml", b"<rss><channel><item><title>Bridge</title><link>/?a&b</link><description>&lt;p>It &lt;b>opened&lt;/b>.&nbsp;</description></item></channel></rss>"),
    ];
    for (content_type, body) in sources {
        let article = fetched(200, content_type, body).await.expect(content_type);
        assert_eq!(article.headline.as_deref(), Some("Bridge"), "{content_type}");
        let drawn = format!("{:?}", article.blocks);
        assert!(drawn.contains("\"opened\"") && !drawn.contains("**"), "{content_type}: {drawn}");
    }
}

#[wasm_bindgen_test]
async fn what_stands_behind_the_sign_picks_an_article_of_a_file() {
    let feed = br#"{"items": [{"id": "1", "content_text": "One"}, {"id": "https://a.example/2", "title": "Two", "content_text": "Two"}]}"#;
    let _network = FakeNetwork::responding(200, "application/json", feed.to_vec());
    let second = fetch_article("feed.json#https://a.example/2", reader_of, None).await.expect("an article");
    assert_eq!(second.headline.as_deref(), Some("Two"));
    assert_eq!(fetch_article("feed.json#3", reader_of, None).await, Err(ArticleError::NoSuchItem));
}

#[wasm_bindgen_test]
async fn what_is_no_article_is_named() {
    for (content_type, body, error) in [
        ("image/png", &b"\x89PNG"[..], ArticleError::WrongType),
        ("text/html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ArticleError::WrongType),
        ("text/css", b"body {}", ArticleError::WrongType),
        ("application/xml", b"<urlset><url/></urlset>", ArticleError::WrongType),
        ("application/json", b"{\"content_html\": ", ArticleError::Unreadable),
        ("application/rss+xml", b"<rss><channel></rss>", ArticleError::Unreadable),
        ("application/rss+xml", b"<rss><channel/></rss>", ArticleError::Empty),
    ] {
        assert_eq!(fetched(200, content_type, body).await, Err(error), "{content_type}");
    }
}

#[wasm_bindgen_test]
fn xml_keeps_its_names_and_what_is_active_in_html_goes() {
    let text = "<r xmlns='urn:x' xmlns:h='http://www.w3.org/1999/xhtml'><Object>kept</Object><h:p>a<h:script>b</h:script></h:p><![CDATA[<c>]]></r>";
    let tree = inert_parse::parse(text, Syntax::Xml).expect("a tree");
    let root = tree.children().first().expect("a root");
    assert_eq!(root.attribute("xmlns:h"), Some("http://www.w3.org/1999/xhtml"));
    assert_eq!(root.children().iter().map(Markup::tag).collect::<Vec<_>>(), ["object", "h:p", ""]);
    assert_eq!(root.children().last().map(Markup::text).as_deref(), Some("<c>"));
    assert_eq!(root.children().iter().find(|child| child.tag() == "h:p").map(Markup::text).as_deref(), Some("a"));
    assert_eq!(inert_parse::parse("<r><b></r>", Syntax::Xml), Err(ArticleError::Unreadable));
    assert_eq!(inert_parse::parse("", Syntax::Xml), Err(ArticleError::Unreadable));
}
