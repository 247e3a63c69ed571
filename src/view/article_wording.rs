//! Every sentence a reader sees about an article.

use crate::domain::article_error::ArticleError;

/// Stands while the article is on its way.
pub const LOADING: &str = "Loading the article…";
/// The button that asks for the article again.
pub const RETRY: &str = "Retry";
/// The name of a region that scrolls a table without a caption.
pub const TABLE: &str = "Table";
/// The name of a region that scrolls a listing.
pub const LISTING: &str = "Code";

/// What happened to the article, and what the reader can do about it.
pub fn failure(error: ArticleError) -> &'static str {
    match error {
        ArticleError::Status(404 | 410) => "The article is not there. It may have moved or been removed.",
        ArticleError::Status(401 | 403 | 451) => "The article is not open to this page.",
        ArticleError::Status(_) => "The article’s server has a problem. Trying again in a while may help.",
        ArticleError::Network => "The article could not be reached. Check the connection and try again.",
        ArticleError::Timeout => "The article took too long to arrive. Trying again may help.",
        ArticleError::TooLarge => "The article is too large to be shown here.",
        ArticleError::WrongType => "What came is not an article but another kind of file.",
        ArticleError::Empty => "The article is empty.",
        ArticleError::Address => "The address of the article is not one that a page can load.",
        ArticleError::Parsing => "The rules of this page do not let the article be shown.",
    }
}

/// How long the article takes to read.
pub fn reading_time(minutes: u32) -> String {
    format!("{minutes} min read")
}
