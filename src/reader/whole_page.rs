//! Reads an HTML page as a source.

use super::kind::Kind;
use super::page;
use super::source::{Reading, Source, Syntax};

/// Finds the article in a page.
///
/// # Errors
/// Those of the parser.
pub fn read<'a>(source: &'a Source<'a>) -> Reading<'a> {
    Box::pin(async move {
        let syntax = if source.kind == Kind::Xhtml { Syntax::Xhtml } else { Syntax::Html };
        let page = (source.parse_in_turns)(source.text, syntax).await?;
        Ok(page::read(&page, source.turn).await)
    })
}
