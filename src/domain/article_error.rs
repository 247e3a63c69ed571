//! Why an article could not be shown.

use std::fmt;

/// The messages for readers stand in `view::messages::article`; these are for developers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleError {
    /// `src` is not an http or https address.
    Address,
    /// The server responded with this status instead of the article.
    Status(u16),
    /// No response: no connection, or the other origin does not allow reading (CORS), or the page's policy forbids it.
    Network,
    /// No complete response within the time limit.
    Timeout,
    /// More bytes or more nodes than a page can draw.
    TooLarge,
    /// The response is none of the kinds of files that articles are read from.
    WrongType,
    /// The response calls itself JSON or XML and is broken.
    Unreadable,
    /// The file holds articles, but not the one that the address names behind `#`.
    NoSuchItem,
    /// The page's Trusted Types policy does not let us parse anything.
    Parsing,
    /// The part of the program that reads articles did not come.
    Reader,
    /// It holds no text and no picture.
    Empty,
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ArticleError::Address => "the article's address is not http or https",
            ArticleError::Status(status) => {
                return write!(f, "the article's server answered with status {status}");
            }
            ArticleError::Network => "the article could not be fetched (connection, CORS or connect-src)",
            ArticleError::Timeout => "the article did not arrive in time",
            ArticleError::TooLarge => "the article is too large",
            ArticleError::WrongType => "the article is of no kind that can be read",
            ArticleError::Unreadable => "the article is broken",
            ArticleError::NoSuchItem => "the article behind `#` is not in the file",
            ArticleError::Parsing => "the page does not allow the Trusted Types policy `article-widget`",
            ArticleError::Reader => "what reads the article could not be fetched",
            ArticleError::Empty => "the article is empty",
        })
    }
}

impl std::error::Error for ArticleError {}
