//! An operation: one immutable thing that somebody did to a thread.

use crate::domain::author::Author;
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;

/// One immutable thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its id, which is part of its key and not of its bytes.
    pub id: OperationId,
    /// Who did it, by their own claim.
    pub author: Author,
    /// When, by their own clock.
    pub at: Timestamp,
    /// What was done.
    pub kind: Kind,
}

/// What can be done to a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A comment was posted, perhaps in answer to another.
    Post {
        /// The comment answered.
        parent: Option<OperationId>,
        /// The text.
        body: Body,
    },
    /// A comment's text was replaced.
    Edit {
        /// The comment.
        target: OperationId,
        /// Its new text.
        body: Body,
    },
    /// A comment was hidden.
    Delete {
        /// The comment.
        target: OperationId,
    },
    /// A hidden comment was shown again.
    Restore {
        /// The comment.
        target: OperationId,
    },
}

impl Kind {
    /// The comment that is changed; `None` for a post.
    pub fn target(&self) -> Option<OperationId> {
        match self {
            Self::Post { .. } => None,
            Self::Edit { target, .. } | Self::Delete { target } | Self::Restore { target } => Some(*target),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};

    #[test]
    fn only_changes_have_a_target() {
        let id = OperationId { lamport: Lamport::new(3).unwrap(), actor: Actor(7) };
        let body = Body::new("x").unwrap();
        assert_eq!(Kind::Delete { target: id }.target(), Some(id));
        assert_eq!(Kind::Edit { target: id, body: body.clone() }.target(), Some(id));
        assert_eq!(Kind::Post { parent: Some(id), body }.target(), None);
    }
}
