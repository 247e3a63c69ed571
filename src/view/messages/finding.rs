//! What a reader sees of the search, of what is new, and of the choice of comments.

use super::message::{Message, messages};
use crate::domain::filter::Filter;

messages! {
    SEARCH = "search": "Search";
    FIELD = "search-field": "Search names and comments";
    FOUND = "search-found": "{count} comment" | "{count} comments";
    GOES_ON = "search-goes-on": "{found} so far …";
    NOTHING = "search-nothing": "Nothing found";
    AT = "search-at": "{number} of {count}";
    NEXT = "search-next": "Next comment found";
    BEFORE = "search-before": "Comment found before";
    CLOSE = "search-close": "Close the search";
    CHOICE = "filter": "Which comments to show";
    ALL_COMMENTS = "filter-all": "All";
    OWN = "filter-own": "Mine";
    NEW = "filter-new": "New";
    PUBLISHED = "filter-published": "Published";
    NONE = "filter-none": "There are none.";
    IS_NEW = "new": "New";
    COUNT_NEW = "new-count": "{count} new";
    NEXT_NEW = "new-next": "Next new comment";
    ALL_SEEN = "new-all-seen": "Mark all as seen";
}

/// The name of a choice of comments.
pub fn filter(filter: Filter) -> &'static Message {
    match filter {
        Filter::All => ALL_COMMENTS,
        Filter::Own => OWN,
        Filter::New => NEW,
        Filter::Published => PUBLISHED,
    }
}
