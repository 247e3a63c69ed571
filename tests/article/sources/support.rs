//! Reads sources natively: XML by a parser that is as strict as the browser's.

use article_widget::domain::article::Article;
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::markup::Markup;
use article_widget::domain::markup_builder::MarkupBuilder;
use article_widget::domain::safe_markup::SafeNode;
use article_widget::reader::kind::{self, Kind};
use article_widget::reader::source::{ParseInTurns, Read, Source, Syntax};
use article_widget::reader::{feed, found::Found, json, making, markdown, whole_page};
use roxmltree::{Document, NodeType, ParsingOptions};

use crate::support;

/// Where the files of the tests pretend to be.
pub(crate) const ADDRESS: &str = "https://news.example/files/file";

/// What the article widget does with a file.
pub(crate) fn read(kind: Kind, text: &str) -> Result<Article, ArticleError> {
    read_item(kind, text, None)
}

/// The same with something behind `#`.
pub(crate) fn read_item(kind: Kind, text: &str, item: Option<&str>) -> Result<Article, ArticleError> {
    let found = found(kind, text, item)?;
    let base = found.base.clone().and_then(|base| resolve(&base, ADDRESS)).unwrap_or_else(|| ADDRESS.to_owned());
    pollster::block_on(making::make(found, &|raw| resolve(raw, &base), support::no_turn))
}

/// What the reader of a kind finds.
pub(crate) fn found(kind: Kind, text: &str, item: Option<&str>) -> Result<Found, ArticleError> {
    let read: Read = match kind {
        Kind::Html | Kind::Xhtml => whole_page::read,
        Kind::Markdown => markdown::read,
        Kind::Json => json::read,
        Kind::Feed => feed::read,
    };
    let parse_in_turns: ParseInTurns = |text, syntax| Box::pin(std::future::ready(parse(text, syntax)));
    let source = Source { kind, text, address: ADDRESS, item, parse, parse_in_turns, turn: support::no_turn, resolve };
    pollster::block_on(read(&source))
}

/// The kind of a file that comes as `header` says.
pub(crate) fn kind_of(header: &str, text: &str) -> Option<Kind> {
    kind::recognise(Some(header), ADDRESS, text)
}

/// The names of the blocks of an article, with their texts.
pub(crate) fn blocks(article: &Article) -> Vec<(String, String)> {
    let blocks = article.blocks.iter().map(|block| match block {
        SafeNode::Text(text) => (String::new(), text.clone()),
        SafeNode::Element(element) => (element.tag().name().to_owned(), element.text()),
    });
    blocks.collect()
}

/// The same in one string, for comparing.
pub(crate) fn outline(article: &Article) -> String {
    blocks(article).into_iter().map(|(name, text)| format!("{name}: {text}")).collect::<Vec<_>>().join("\n")
}

pub(crate) fn resolve(raw: &str, base: &str) -> Option<String> {
    url::Url::parse(base).ok()?.join(raw).ok().map(String::from)
}

pub(crate) fn parse(text: &str, syntax: Syntax) -> Result<Markup, ArticleError> {
    match syntax {
        Syntax::Html | Syntax::Xhtml => Ok(support::parse(text)),
        Syntax::Xml => xml(text),
    }
}

/// Copies XML as the browser's adapter does: names as they are written, what declares their prefixes among the attributes.
fn xml(text: &str) -> Result<Markup, ArticleError> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| ArticleError::Unreadable)?;
    let mut builder = MarkupBuilder::default();
    let mut here = document.root().first_child();
    while let Some(node) = here {
        let mut opened = false;
        match node.node_type() {
            NodeType::Element => opened = open(&node, &mut builder),
            NodeType::Text => builder.text(node.text().unwrap_or_default()),
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
                match ended.parent().filter(roxmltree::Node::is_element) {
                    Some(parent) => {
                        builder.close();
                        ended = parent;
                    }
                    None => break None,
                }
            };
        }
    }
    builder.finish().map_err(|_| ArticleError::TooLarge)
}

fn open(node: &roxmltree::Node<'_, '_>, builder: &mut MarkupBuilder) -> bool {
    let name = node.tag_name();
    let is_html = name.namespace() == Some("http://www.w3.org/1999/xhtml");
    if is_html && !MarkupBuilder::wants(&name.name().to_lowercase(), node.attribute("type")) {
        return false;
    }
    let prefixed = |namespace: Option<&str>, name: &str| {
        let prefix = namespace.and_then(|namespace| node.lookup_prefix(namespace)).filter(|prefix| !prefix.is_empty());
        prefix.map_or(name.to_owned(), |prefix| format!("{prefix}:{name}")).to_lowercase()
    };
    let declared = node.namespaces().filter(|namespace| namespace.name() != Some("xml")).map(|namespace| {
        let name = namespace.name().map_or("xmlns".to_owned(), |prefix| format!("xmlns:{}", prefix.to_lowercase()));
        (name, namespace.uri().to_owned())
    });
    let attributes = node.attributes().map(|each| (prefixed(each.namespace(), each.name()), each.value().to_owned()));
    builder.open(&prefixed(name.namespace(), name.name()), declared.chain(attributes).collect());
    true
}
