//! What the reader does with the list, and what the browser says of it.

use crate::domain::operation_id::OperationId;
use crate::domain::sort::Sort;

/// What happened to the list. Rows are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMsg {
    /// The reader chose the order of the list.
    ChoseSort(Sort),
    /// The reader asked for the rows before this one.
    PressedShowEarlier(usize),
    /// The reader asked for the rows from this one on.
    PressedShowLater(usize),
    /// The reader pressed "As typed" below a formatted text.
    PressedAsTyped(OperationId),
    /// The page had its turn: so many more rows can be drawn.
    GotTime(usize),
    /// Rows that are not drawn have come near the view.
    CameNear {
        /// The first of them.
        first: usize,
        /// The row after the last of them.
        end: usize,
        /// How high the rows that are drawn are on average, in CSS pixels; 0 if nobody knows.
        row_height: u32,
        /// The comment in whose row the focus is: it stays.
        focused: Option<OperationId>,
    },
}
