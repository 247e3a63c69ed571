//! One line of the flat list that a thread is drawn from.

use std::rc::Rc;

use super::comment::Comment;

/// Replies deeper than this stand at this depth, so that neither memory nor margins grow without end.
pub const MAX_DEPTH: u16 = 100;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The comment in this row.
    pub comment: Rc<Comment>,
    /// 0 at top level, and where rows stand alone because the reader wants to see no others; at most [`MAX_DEPTH`].
    pub depth: u16,
    /// The comment that it replies to, if that is known here.
    pub parent: Option<Rc<Comment>>,
    /// The replies below it.
    pub branch: Branch,
}

/// What there is of the replies to a comment, the replies to those, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// Nothing.
    None,
    /// They stand below it.
    Open,
    /// Folded: so many rows are hidden.
    Folded(usize),
}

impl Row {
    /// True for a reply whose parent is not here (yet).
    pub fn is_stray(&self) -> bool {
        self.comment.parent.is_some() && self.parent.is_none()
    }
}
