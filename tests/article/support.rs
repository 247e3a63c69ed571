//! A second HTML parser and a URL parser for the native tests of the article, in place of the browser's.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::rc::Rc;

use article_widget::domain::article::Article;
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::markup::Markup;
use article_widget::domain::markup_builder::MarkupBuilder;
use article_widget::domain::messages::Messages;
use article_widget::reader::found::Found;
use article_widget::reader::{making, page};
use article_widget::view::article::{ArticleContent, ArticleContentProps, Turns};
use article_widget::view::article_dates::Days;
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::{Html, HtmlTreeSink, Node};

/// Where the articles of the tests pretend to be.
pub(crate) const BASE: &str = "https://news.example/2025/story.html";

/// Parses HTML as a browser does and copies the tree through the builder that the browser's adapter uses.
pub(crate) fn parse(html: &str) -> Markup {
    // As `DOMParser` does, which runs no scripts: what stands in `noscript` is markup.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let document = parse_document(HtmlTreeSink::new(Html::new_document()), options).one(html);
    let mut builder = MarkupBuilder::default();
    let mut here = document.tree.root().first_child();
    while let Some(node) = here {
        let mut opened = false;
        match node.value() {
            Node::Element(element) => {
                let tag = element.name().to_lowercase();
                opened = MarkupBuilder::wants(&tag, element.attr("type"));
                if opened {
                    let pair = |(name, value): (&str, &str)| (name.to_lowercase(), value.to_owned());
                    builder.open(&tag, element.attrs().map(pair).collect());
                }
            }
            Node::Text(text) => builder.text(text),
            _ => {}
        }
        here = node.first_child().filter(|_| opened);
        if here.is_none() {
            if opened {
                builder.close();
            }
            let mut ended = node;
            here = loop {
                if let Some(next) = ended.next_sibling() {
                    break Some(next);
                }
                match ended.parent() {
                    Some(parent) if parent.value().is_element() => {
                        builder.close();
                        ended = parent;
                    }
                    _ => break None,
                }
            };
        }
    }
    builder.finish().expect("few enough nodes")
}

/// Reads the article of a page.
pub(crate) fn read(html: &str) -> Result<Article, ArticleError> {
    read_at(html, BASE)
}

/// Reads the article of a page that pretends to be elsewhere.
pub(crate) fn read_at(html: &str, address: &str) -> Result<Article, ArticleError> {
    read_parsed(&parse(html), address)
}

/// Reads the article of a page that is parsed already.
pub(crate) fn read_parsed(page: &Markup, address: &str) -> Result<Article, ArticleError> {
    let resolve = |raw: &str| url::Url::parse(address).ok()?.join(raw).ok().map(String::from);
    let found = pollster::block_on(page::read(page, no_turn));
    pollster::block_on(making::make(found, &resolve, no_turn))
}

/// What is found in a page.
pub(crate) fn found(html: &str) -> Found {
    pollster::block_on(page::read(&parse(html), no_turn))
}

/// Here no page waits for its turn.
pub(crate) fn no_turn() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(std::future::ready(()))
}

/// What the view makes of an article, as HTML.
pub(crate) fn rendered(article: Article) -> String {
    drawn(article, Messages::default())
}

/// The same in the words of a page.
pub(crate) fn drawn(article: Article, messages: Messages) -> String {
    let days = Days { language: "de".to_owned(), write: Some(|language, day| Some(format!("{language}: {day}"))) };
    let props = ArticleContentProps { article: Rc::new(article), messages, days, turns: Turns::default() };
    let renderer = yew::LocalServerRenderer::<ArticleContent>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}

/// What is drawn of an article with a headline and these blocks, without its header.
pub(crate) fn body(blocks: &str) -> String {
    let html = rendered(read(&format!("<article><h1>Bread</h1>{blocks}</article>")).expect("an article"));
    html.split_once("class=\"article-body e-content\">").map(|(_, body)| body.to_owned()).unwrap_or_default()
}

/// Complains unless what is drawn of these blocks holds all of this.
#[track_caller]
pub(crate) fn has(blocks: &str, parts: &[&str]) {
    let html = body(blocks);
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}, from {blocks}");
    }
}

/// Complains if what is drawn of these blocks holds any of this.
#[track_caller]
pub(crate) fn lacks(blocks: &str, parts: &[&str]) {
    let html = body(blocks);
    for part in parts {
        assert!(!html.contains(part), "{part} is in {html}, from {blocks}");
    }
}

/// The folder of the test data that others wrote; `None`, and a line that says so, where it is absent.
pub(crate) fn corpora() -> Option<PathBuf> {
    let named = std::env::var_os("CORPORA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora"));
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no corpora at {} (set CORPORA)", folder.display());
    None
}

/// The text of one of its files.
#[track_caller]
pub(crate) fn corpus(folder: &Path, name: &str) -> String {
    let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text of a page of this project's own.
#[track_caller]
pub(crate) fn fixture(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}
