//! Which box a reader writes in.

use super::operation_id::OperationId;

/// A box: one for a new comment, and one for each reply or edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormId {
    /// "Post a Comment".
    New,
    /// A reply to a comment.
    Reply(OperationId),
    /// A new text for a comment.
    Edit(OperationId),
}

impl FormId {
    /// The comment that the box belongs to.
    pub fn comment(self) -> Option<OperationId> {
        match self {
            Self::New => None,
            Self::Reply(id) | Self::Edit(id) => Some(id),
        }
    }
}
