//! The texts of an entry of any format as markup: HTML, plain text in paragraphs, and lines.

use super::source::{Source, Syntax};
use crate::domain::article_error::ArticleError;
use crate::domain::markup::{Markup, one_line};
use crate::domain::markup_builder::MarkupBuilder;

/// The element around what a text says as HTML.
///
/// # Errors
/// Those of the parser.
pub(super) fn html(source: &Source, text: &str) -> Result<Markup, ArticleError> {
    Ok(inside(inside((source.parse)(text, Syntax::Html)?, "html"), "body"))
}

/// The child of this name; the node itself where there is none.
fn inside(node: Markup, name: &str) -> Markup {
    match node {
        Markup::Element { tag, attributes, mut children } => {
            match children.iter().position(|child| child.tag() == name) {
                Some(place) => children.swap_remove(place),
                None => Markup::Element { tag, attributes, children },
            }
        }
        text => text,
    }
}

/// An element around a plain text: empty lines part paragraphs, and lines stay lines.
///
/// # Errors
/// [`ArticleError::TooLarge`] for too many lines.
pub(super) fn plain(text: &str) -> Result<Markup, ArticleError> {
    let mut builder = MarkupBuilder::default();
    let mut is_open = false;
    for line in text.lines().map(str::trim_end) {
        if builder.is_full() {
            break;
        }
        match (line.is_empty(), is_open) {
            (true, true) => {
                builder.close();
                is_open = false;
            }
            (true, false) => {}
            (false, true) => {
                builder.open("br", Vec::new());
                builder.close();
                builder.text(line);
            }
            (false, false) => {
                builder.open("p", Vec::new());
                builder.text(line);
                is_open = true;
            }
        }
    }
    builder.finish().map_err(|_| ArticleError::TooLarge)
}

/// A line that is written as HTML (`AT&amp;T`), if it says anything.
pub(super) fn line(source: &Source, text: &str) -> Option<String> {
    let line = if text.contains(['<', '&']) { html(source, text).ok()?.text() } else { one_line(text) };
    (!line.is_empty()).then_some(line)
}

/// A line as it stands, if it says anything.
pub(super) fn plain_line(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|line| !line.is_empty())
}

/// Leaves out the heading that opens a text and only repeats the headline.
pub(super) fn without_headline(text: Markup, headline: Option<&str>) -> Markup {
    let Some(headline) = headline else { return text };
    match text {
        Markup::Element { tag, attributes, mut children } => {
            let first =
                children.iter().position(|child| !matches!(child, Markup::Text(text) if text.trim().is_empty()));
            let repeats = |child: &Markup| {
                matches!(child.tag(), "h1" | "h2") && child.text().to_lowercase() == headline.to_lowercase()
            };
            if let Some(first) = first.filter(|first| children.get(*first).is_some_and(repeats)) {
                children.remove(first);
            }
            Markup::Element { tag, attributes, children }
        }
        text => text,
    }
}
