//! Sees which XML it is.

use super::{atom, elements, mending, namespaces, rss};
use crate::domain::article_error::ArticleError;
use crate::domain::markup::Markup;
use crate::reader::found::Found;
use crate::reader::source::{Source, Syntax};

/// Finds the article in a feed.
///
/// # Errors
/// [`ArticleError::Unreadable`] for what is no XML or declares entities of its own, [`ArticleError::WrongType`] for other XML, and
/// those of a [`Read`](crate::reader::source::Read).
pub fn read(source: &Source) -> Result<Found, ArticleError> {
    // A few of those can stand for gigabytes, and no feed has any.
    if source.text.contains("<!ENTITY") {
        return Err(ArticleError::Unreadable);
    }
    let text = source.text.trim_start();
    let parsed = match (source.parse)(text, Syntax::Xml) {
        Err(ArticleError::Unreadable) => (source.parse)(&mending::mended(text), Syntax::Xml)?,
        parsed => parsed?,
    };
    let tree = namespaces::canonical(parsed);
    let root = elements::elements(&tree).next().ok_or(ArticleError::Unreadable)?;
    match root.tag() {
        "atom:feed" => atom::read(source, root, &elements::children(root, "atom:entry").collect::<Vec<_>>()),
        "atom:entry" => atom::read(source, root, &[root]),
        "rss" | "rdf:rdf" => {
            let channel = elements::child(root, "channel").unwrap_or(root);
            // Before version 2 the items stood beside the channel.
            let items: Vec<&Markup> =
                elements::children(channel, "item").chain(elements::children(root, "item")).collect();
            rss::read(source, channel, &items)
        }
        _ => Err(ArticleError::WrongType),
    }
}
