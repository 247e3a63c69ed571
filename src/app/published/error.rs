//! Why not all of the file that the page publishes is shown.

use crate::domain::article_error::ArticleError;

/// Why not all of the file that the page publishes is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedError {
    /// The file could not be fetched, or not all of it.
    Fetch(ArticleError),
    /// The file is no publication.
    NotOne,
    /// A later version of the widget wrote the file.
    Newer,
    /// Part of the file is missing or was changed.
    Incomplete,
    /// So many lines of the file cannot be taken.
    Refused(usize),
    /// The file has more bytes, or more operations, than a page shows.
    TooMuch,
}
