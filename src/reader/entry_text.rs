//! The texts of an entry of any format as markup: HTML, plain text in paragraphs, and lines.

use super::found::{Facts, Found};
use super::source::{Reading, Source, Syntax};
use crate::domain::article_error::ArticleError;
use crate::domain::markup::{Markup, one_line};
use crate::domain::markup_builder::MarkupBuilder;

/// An article before its text is parsed.
pub(super) struct Entry {
    pub(super) text: Text,
    pub(super) facts: Facts,
    /// The address that those in the text are relative to.
    pub(super) base: Option<String>,
}

/// What an entry says.
pub(super) enum Text {
    Html(String),
    Made(Markup),
}

/// Parses the text of an entry, and leaves out the heading that only repeats its headline.
pub(super) fn parsed<'a>(source: &'a Source<'a>, entry: Result<Entry, ArticleError>) -> Reading<'a> {
    Box::pin(async move {
        let Entry { text, facts, base } = entry?;
        let text = match text {
            Text::Html(text) => html(source, &text).await?,
            Text::Made(text) => text,
        };
        Ok(Found { text: without_headline(text, facts.headline.as_deref()), facts, base, own: None })
    })
}

/// The element around what a text says as HTML. The page gets its turn meanwhile.
///
/// # Errors
/// Those of the parser.
pub(super) async fn html(source: &Source<'_>, text: &str) -> Result<Markup, ArticleError> {
    (source.turn)().await;
    Ok(body((source.parse_in_turns)(text, Syntax::Html).await?))
}

fn body(page: Markup) -> Markup {
    inside(inside(page, "html"), "body")
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
    let read = |text: &str| (source.parse)(text, Syntax::Html).ok().map(|page| body(page).text());
    let line = if text.contains(['<', '&']) { read(text)? } else { one_line(text) };
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
