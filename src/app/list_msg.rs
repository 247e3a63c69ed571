//! What the reader does with the list, and what the browser says of it.

use crate::domain::operation_id::OperationId;
use crate::domain::sort::Sort;

/// Where a key leads from the comment that has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the comment below.
    Next,
    /// To the one above.
    Previous,
    /// Into its branch: a folded one is opened, else it leads to the first reply.
    In,
    /// Out of its branch: an open one is folded, else it leads to what the comment answers.
    Out,
    /// Back to the reply from which the reader came.
    Back,
}

/// What happened to links to comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkMsg {
    /// The page's address names this comment; `None`: it names none, or another widget of the page leads to it.
    Named(Option<OperationId>),
    /// The comment is to be led to, and by no other widget of the page.
    Led {
        /// The comment.
        id: OperationId,
        /// Whether the reader is writing something: they keep the focus then.
        writes: bool,
    },
    /// No widget of the page has the comment, and this one is to say so.
    Missed(OperationId),
    /// The reader wants the link to this comment on the clipboard.
    PressedCopy(OperationId),
    /// The link was put on the clipboard, or could not be.
    Copied(bool),
}

/// What happened to the list. Rows are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListMsg {
    /// The reader chose the order of the list.
    ChoseSort(Sort),
    /// The reader asked for the rows before this one.
    PressedShowEarlier(usize),
    /// The reader asked for the rows from this one on.
    PressedShowLater(usize),
    /// The reader pressed "As typed" below a formatted text.
    PressedAsTyped(OperationId),
    /// The reader folded the branch below a comment, or opened it.
    PressedFold(OperationId),
    /// The reader wants to see what this reply answers.
    PressedAnswered(OperationId),
    /// The reader wants to go back from this comment to the reply from which they came.
    PressedBack(OperationId),
    /// The reader pressed a key while the focus was in the row of a comment.
    PressedKey {
        /// The comment.
        at: OperationId,
        /// Where the key leads.
        direction: Direction,
    },
    /// Something happened to links to comments.
    Link(LinkMsg),
    /// What the tab remembers: the comments whose branches are folded.
    RememberedFolds(Vec<OperationId>),
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
