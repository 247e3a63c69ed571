//! An operation: one immutable thing that somebody did to a thread.

use super::record_key::Epoch;
use super::thread_name::ThreadName;
use crate::domain::author::Author;
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Reaction;
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
    /// How often everything had been deleted before it.
    pub epoch: Epoch,
    /// The name of the draft it was written in, so that the draft can go once the operation is kept.
    pub draft: Option<OperationId>,
    /// What was done.
    pub kind: Kind,
}

/// What can be done to a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A comment was posted, perhaps in reply to another.
    Post {
        /// The comment replied to.
        parent: Option<OperationId>,
        /// The text; `None` in a publication that leaves out what was replaced or deleted.
        body: Option<Body>,
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
    /// A comment and every change to it were erased, or an import was undone.
    Erase {
        /// The comment, or the [`Kind::Batch`].
        target: OperationId,
        /// The comment's changes that were known.
        changes: Vec<OperationId>,
    },
    /// A comment of the reader's own was handed to the page's author, as the reader says. No file tells others of it.
    Sent {
        /// The comment.
        target: OperationId,
        /// The post or edit whose text was sent.
        text: OperationId,
    },
    /// Somebody reacted to a comment, anybody's, or took that back.
    React {
        /// The comment; [`OperationId::ARTICLE`] for the article.
        target: OperationId,
        /// With what.
        reaction: Reaction,
        /// Whether they took it back.
        is_back: bool,
    },
    /// A file was imported; its operations name this one in their keys.
    Batch {
        /// What the file was called; at most 200 bytes.
        label: String,
        /// How many operations it brought.
        count: u32,
        /// What the file called a thread that has no name here.
        thread: Option<Box<ThreadName>>,
    },
}

impl Kind {
    /// What is changed; `None` for what stands by itself.
    pub fn target(&self) -> Option<OperationId> {
        match self {
            Self::Post { .. } | Self::Batch { .. } => None,
            Self::Edit { target, .. }
            | Self::Delete { target }
            | Self::Restore { target }
            | Self::Sent { target, .. }
            | Self::React { target, .. }
            | Self::Erase { target, .. } => Some(*target),
        }
    }

    /// The comment of the reader's own that it is about, if it is about one. A reaction changes nobody's comment.
    pub fn changed(&self) -> Option<OperationId> {
        self.target().filter(|_| !matches!(self, Self::React { .. }))
    }

    /// The text that it brings.
    pub fn body(&self) -> Option<&Body> {
        match self {
            Self::Post { body, .. } => body.as_ref(),
            Self::Edit { body, .. } => Some(body),
            _ => None,
        }
    }
}

impl Operation {
    /// Whether it says the same as one that is here, draft and epoch aside; a post that leaves out its text says no more than the
    /// one that has it.
    pub fn says_no_more(&self, here: &Self) -> bool {
        let mut here = Self { draft: None, epoch: 0, ..here.clone() };
        if let (Kind::Post { body: None, .. }, Kind::Post { body, .. }) = (&self.kind, &mut here.kind) {
            *body = None;
        }
        *self == here
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
        assert_eq!(Kind::Erase { target: id, changes: vec![] }.target(), Some(id));
        assert_eq!(Kind::Edit { target: id, body: body.clone() }.target(), Some(id));
        assert_eq!(Kind::Post { parent: Some(id), body: Some(body) }.target(), None);
    }
}
