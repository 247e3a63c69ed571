//! Reads an HTML page as a source.

use super::found::Found;
use super::kind::Kind;
use super::page;
use super::source::{Source, Syntax};
use crate::domain::article_error::ArticleError;

/// Finds the article in a page.
///
/// # Errors
/// Those of the parser.
pub fn read(source: &Source) -> Result<Found, ArticleError> {
    let syntax = if source.kind == Kind::Xhtml { Syntax::Xhtml } else { Syntax::Html };
    Ok(page::read(&(source.parse)(source.text, syntax)?))
}
