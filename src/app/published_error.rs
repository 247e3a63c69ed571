//! Why not all of what the page publishes is shown.

use crate::domain::article_error::ArticleError;

/// Why not all of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedError {
    /// It could not be fetched, or not all of it.
    Fetch(ArticleError),
    /// It is no publication.
    NotOne,
    /// A later version of the widget wrote it.
    Newer,
    /// Part of it is missing or was changed.
    Incomplete,
    /// So many of its lines cannot be taken.
    Refused(usize),
    /// It has more than is shown.
    TooMuch,
}
