//! Every message a reader sees about an article.

use super::message::{Message, messages};
use crate::domain::article_error::ArticleError;

messages! {
    LOADING = "article-loading": "Loading the article…";
    RETRY = "article-retry": "Retry";
    TABLE = "article-table": "Table";
    LISTING = "article-code": "Code";
    READING_TIME = "reading-time": "{count} min read";
    UPDATED = "article-updated": "Updated {date}";
    ARTICLE_CONTENTS = "article-contents": "Contents";
    SKIP_CONTENTS = "article-skip-contents": "Skip contents";
    SKIP = "article-skip": "Skip to comments";
    COPY_LINK = "article-copy-link": "Copy link to “{heading}”";
    LINK_COPIED = "article-link-copied": "Link copied";
    COPY_CODE = "article-copy-code": "Copy code";
    CODE_COPIED = "article-code-copied": "Copied";
    WIDE_TABLE = "article-wide-table": "Scroll sideways to see the whole table.";
    GONE = "article-gone": "The article is not there. It may have moved or been removed.";
    NOT_OPEN = "article-not-open": "The article is not open to this page.";
    SERVER = "article-server": "The article’s server has a problem. Trying again in a while may help.";
    NETWORK = "article-network": "The article could not be reached. Check the connection and try again.";
    TIMEOUT = "article-timeout": "The article took too long to arrive. Trying again may help.";
    TOO_LARGE = "article-too-large": "The article is too large to be shown here.";
    WRONG_TYPE = "article-wrong-type": "What came is not an article but another kind of file.";
    UNREADABLE = "article-unreadable": "The article’s file is damaged and cannot be read.";
    NO_SUCH_ITEM = "article-item": "The file that should hold the article does not hold it.";
    EMPTY = "article-empty": "The article is empty.";
    ADDRESS = "article-address": "The address of the article is not one that a page can load.";
    PARSING = "article-policy": "The rules of this page do not let the article be shown.";
}

/// What happened to the article, and what the reader can do about it.
pub fn failure(error: ArticleError) -> &'static Message {
    match error {
        ArticleError::Status(404 | 410) => GONE,
        ArticleError::Status(401 | 403 | 451) => NOT_OPEN,
        ArticleError::Status(_) => SERVER,
        ArticleError::Network | ArticleError::Reader => NETWORK,
        ArticleError::Timeout => TIMEOUT,
        ArticleError::TooLarge => TOO_LARGE,
        ArticleError::WrongType => WRONG_TYPE,
        ArticleError::Unreadable => UNREADABLE,
        ArticleError::NoSuchItem => NO_SUCH_ITEM,
        ArticleError::Empty => EMPTY,
        ArticleError::Address => ADDRESS,
        ArticleError::Parsing => PARSING,
    }
}
