//! Comments for tests.
#![cfg(test)]

use super::author::{Author, AuthorId};
use super::body::Body;
use super::comment::{Comment, Version};
use super::operation_id::{Actor, Lamport, OperationId};
use super::reaction::Sign;
use super::reactions::Reactions;
use super::timestamp::Timestamp;

pub(crate) fn id(lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
}

pub(crate) fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis).unwrap()
}

pub(crate) fn comment(lamport: u64, parent: Option<u64>, millis: i64) -> Comment {
    Comment {
        id: id(lamport),
        parent: parent.map(id),
        author: Author { id: AuthorId::local(1), name: None },
        created_at: at(millis),
        edited_at: None,
        current: Version { body: Body::new("text").unwrap(), at: at(millis) },
        earlier: vec![],
        deleted: false,
        own: true,
        published: false,
        sent: false,
        reactions: Reactions::default(),
    }
}

/// A comment to which so many others reacted, and perhaps the reader.
pub(crate) fn liked(comment: Comment, others: u32, own: bool) -> Comment {
    let mut reactions = Reactions::default();
    (0..others).for_each(|_| reactions.count(Sign::ThumbsUp, false));
    if own {
        reactions.count(Sign::Heart, true);
    }
    Comment { reactions, ..comment }
}

pub(crate) fn deleted(comment: Comment) -> Comment {
    Comment { deleted: true, ..comment }
}
