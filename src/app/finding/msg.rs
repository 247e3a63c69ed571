//! What the reader does to find something, and what the browser says of it.

use super::search::SearchCode;
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
    /// The reader changed what they look for.
    Typed(String),
    /// The page had its turn: there is time to look at more comments.
    GotTime,
    /// The reader wants to see the next comment that was found, or the one before.
    Walked {
        /// The one before.
        back: bool,
    },
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
