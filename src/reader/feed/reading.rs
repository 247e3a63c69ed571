//! Sees which XML it is.

use super::{atom, elements, mending, namespaces, rss};
use crate::domain::article_error::ArticleError;
use crate::domain::markup::Markup;
use crate::reader::entry_text::{Entry, parsed};
use crate::reader::source::{Reading, Source, Syntax};

/// Finds the article in a feed.
///
/// # Errors
/// [`ArticleError::Unreadable`] for what is no XML or declares entities of its own, [`ArticleError::WrongType`] for other XML, and
/// those of a [`Read`](crate::reader::source::Read).
pub fn read<'a>(source: &'a Source<'a>) -> Reading<'a> {
    parsed(source, entry(source))
}

fn entry(source: &Source) -> Result<Entry, ArticleError> {
    // A few of those can stand for gigabytes, and no feed has any.
    if source.text.contains("<!ENTITY") {
        return Err(ArticleError::Unreadable);
    }
    let text = source.text.trim_start();
    let xml = match (source.parse)(text, Syntax::Xml) {
        Err(ArticleError::Unreadable) => (source.parse)(&mending::mended(text), Syntax::Xml)?,
        xml => xml?,
    };
    let tree = namespaces::canonical(xml);
    let root = elements::elements(&tree).next().ok_or(ArticleError::Unreadable)?;
    match root.tag() {
        "atom:feed" => atom::entry(source, root, &elements::children(root, "atom:entry").collect::<Vec<_>>()),
        "atom:entry" => atom::entry(source, root, &[root]),
        "rss" | "rdf:rdf" => {
            let channel = elements::child(root, "channel").unwrap_or(root);
            // Before version 2 the items stood beside the channel.
            let items: Vec<&Markup> =
                elements::children(channel, "item").chain(elements::children(root, "item")).collect();
            rss::entry(source, channel, &items)
        }
        _ => Err(ArticleError::WrongType),
    }
}
