//! Which composer a reader writes in.

use super::operation_id::OperationId;

/// A composer: one for a new comment, and one for each reply or edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComposerId {
    /// "Post a Comment".
    New,
    /// A reply to a comment.
    Reply(OperationId),
    /// A new text for a comment.
    Edit(OperationId),
}

impl ComposerId {
    /// The comment that the composer belongs to.
    pub fn comment(self) -> Option<OperationId> {
        match self {
            Self::New => None,
            Self::Reply(id) | Self::Edit(id) => Some(id),
        }
    }
}
