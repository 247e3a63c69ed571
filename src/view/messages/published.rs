//! Every message a reader sees about the file that the page publishes.

use yew::AttrValue;

use super::message::messages;
use crate::app::published::PublishedError;
use crate::domain::article_error::ArticleError;
use crate::domain::messages::Messages;

messages! {
    COMING = "published-loading": "Loading the published comments…";
    PUBLISHED = "published": "Published";
    ADDRESS = "published-address": "The published comments could not be loaded: their address is not one that a page can load.";
    NOT_LOADED = "published-not-loaded": "The published comments could not be loaded. Yours are here.";
    NOT_ONE = "published-other-file": "What this page names as its published comments is another kind of file.";
    NEWER = "published-newer": "The published comments were written by a later version, which this one cannot read.";
    INCOMPLETE = "published-incomplete": "The file with the published comments is not complete: part of it is missing or was changed. What can be read is shown.";
    REFUSED = "published-refused": "{count} entry of the published comments cannot be shown. The rest is." | "{count} entries of the published comments cannot be shown. The rest is.";
    TOO_MUCH = "published-too-much": "There are more published comments than a page can show. Some are left out.";
}

/// Why not all of the published comments are shown.
pub fn error(messages: &Messages, error: PublishedError) -> AttrValue {
    let message = match error {
        PublishedError::Refused(lines) => return REFUSED.count(messages, lines),
        PublishedError::Fetch(ArticleError::Address) => ADDRESS,
        PublishedError::Fetch(_) => NOT_LOADED,
        PublishedError::NotOne => NOT_ONE,
        PublishedError::Newer => NEWER,
        PublishedError::Incomplete => INCOMPLETE,
        PublishedError::TooMuch => TOO_MUCH,
    };
    message.say(messages)
}
