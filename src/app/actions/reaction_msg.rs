//! What a reader does about reactions.

use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Sign;

/// What the reader did about reactions to a comment, or to [`OperationId::ARTICLE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReactionMsg {
    /// They want to see what they may react with, or do not want to see it any more.
    Toggled(OperationId),
    /// They left that without a choice, by a key.
    Left(OperationId),
    /// They chose a sign: if it was theirs, they take it back.
    Chose {
        /// To which comment.
        id: OperationId,
        /// Which.
        sign: Sign,
    },
}
