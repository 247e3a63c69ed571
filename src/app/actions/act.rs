//! What the reader did on this page, as far as it can be undone.

use crate::domain::operation_id::OperationId;

/// One thing that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Something was done to a comment.
    To(OperationId, Deed),
    /// A file was imported, which "Your comments" still holds.
    Import,
}

impl Act {
    /// The comment that something was done to.
    pub(super) fn about(self) -> Option<OperationId> {
        match self {
            Self::To(id, _) => Some(id),
            Self::Import => None,
        }
    }
}

/// What was done to a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was posted.
    Posted,
    /// It got another text.
    Edited {
        /// The operation that gave it the text before.
        before: OperationId,
        /// The operation that gave it the text after.
        after: OperationId,
    },
    /// It was deleted.
    Deleted,
    /// It was shown again.
    Restored,
}

/// What stands beside a comment about what was done to it here last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What is undone next, if that was done to this comment.
    pub undo: Option<Deed>,
    /// What is done again next, if it was this comment to which it was undone.
    pub redo: Option<Deed>,
    /// Whether the reader wanted something undone or done again that cannot be: another page has changed the comment since.
    pub is_overtaken: bool,
}
