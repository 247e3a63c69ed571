//! What the reader does to find something, and what the browser says of it.

use super::search::{SearchCode, SearchMsg};
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::domain::seen::Seen;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingMsg {
    /// The reader pressed the button that opens the search and closes it.
    Toggled,
    /// What searches is here.
    Came(SearchCode),
    /// What searches could not be had.
    Missed,
    /// Something was done with an open search.
    Search(SearchMsg),
    /// The reader is done searching.
    Closed,
    /// The reader wants to see these comments only.
    Chose(Filter),
    /// What the browser remembers that the reader has seen of the thread; `None` if they are here for the first time.
    Remembered(Option<Seen>),
    /// These new comments have come into view.
    CameIntoView(Vec<OperationId>),
    /// The reader wants to see the next new comment after this one, or after the last that they were led to.
    PressedNextNew(Option<OperationId>),
    /// The reader wants no comment to be new any more.
    PressedAllSeen,
}

impl From<SearchMsg> for FindingMsg {
    fn from(msg: SearchMsg) -> Self {
        Self::Search(msg)
    }
}
