//! What a reader of any kind of source is given, and the one shape of all readers.

use std::pin::Pin;

use super::found::Found;
use super::kind::Kind;
use crate::domain::article_error::ArticleError;
use crate::domain::markup::Markup;

/// The syntaxes that are parsed for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// A page or a fragment; never fails to be one.
    Html,
    /// A page that says it is XML. What is not well-formed is read as HTML.
    Xhtml,
    /// XML. Names keep their prefixes, and what declares those is among the attributes.
    Xml,
}

/// Parses a text without running or loading anything.
///
/// # Errors
/// [`ArticleError::Unreadable`] for XML that is not well-formed, [`ArticleError::TooLarge`] for too many nodes,
/// [`ArticleError::Parsing`] where the page does not allow it.
pub type Parse = fn(&str, Syntax) -> Result<Markup, ArticleError>;

/// A reader at work.
pub type Reading<'a> = Pin<Box<dyn Future<Output = Result<Found, ArticleError>> + 'a>>;

/// Parses like a [`Parse`], bit by bit.
pub type ParseInTurns = fn(&str, Syntax) -> Pin<Box<dyn Future<Output = Result<Markup, ArticleError>> + '_>>;

/// Lets the page have its turn, if it has waited long for one; what works for long awaits it now and then.
pub type Turn = fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// A source that has come whole.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its text.
    pub text: &'a str,
    /// Where it came from in the end.
    pub address: &'a str,
    /// What the embedder wrote behind the address, without the `#`: which of several articles it is to be.
    pub item: Option<&'a str>,
    /// Parses.
    pub parse: Parse,
    /// Parses what is likely to be long.
    pub parse_in_turns: ParseInTurns,
    /// Gives the page its turn.
    pub turn: Turn,
    /// Makes an address absolute: the first is relative to the second.
    pub resolve: fn(&str, &str) -> Option<String>,
}

/// Finds the article in a source.
///
/// # Errors
/// Those of [`Parse`]; [`ArticleError::Empty`] where nothing is in it, [`ArticleError::WrongType`] where it is something else,
/// [`ArticleError::NoSuchItem`] where it has not the one that was asked for.
pub type Read = for<'a> fn(&'a Source<'a>) -> Reading<'a>;
