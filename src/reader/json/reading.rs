//! Sees which JSON it is.

use super::{json_feed, wordpress};
use crate::domain::article_error::ArticleError;
use crate::reader::entry_text::{Entry, parsed};
use crate::reader::json_value::Json;
use crate::reader::source::{Reading, Source};

/// Finds the article in JSON.
///
/// # Errors
/// [`ArticleError::Unreadable`] for what is no JSON or nests too deep, [`ArticleError::WrongType`] for other JSON, and those of a
/// [`Read`](crate::reader::source::Read).
pub fn read<'a>(source: &'a Source<'a>) -> Reading<'a> {
    parsed(source, entry(source))
}

fn entry(source: &Source) -> Result<Entry, ArticleError> {
    let json: Json = serde_json::from_str(source.text).map_err(|_| ArticleError::Unreadable)?;
    if let Some(posts) = wordpress::posts(&json) {
        wordpress::entry(source, posts)
    } else if let Some(items) = json_feed::items(&json) {
        json_feed::entry(source, &json, items)
    } else {
        Err(ArticleError::WrongType)
    }
}
