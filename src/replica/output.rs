//! What comes out of a replica.

use super::save_state::SaveState;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::written::Written;
use crate::store::copy::request::{Broadcast, Found, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::operation::Operation;

/// Something to be done, or something that has happened, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Ask something of a copy.
    Ask(Request),
    /// Tell the other widgets of this page, and other tabs.
    Broadcast(Broadcast),
    /// Something has happened here.
    Event(Event),
}

/// Something that has happened to a replica.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// These comments may look different now.
    Changed(SortedSet<OperationId>),
    /// These comments may look different now, and not by an act on this page: another page wrote, or a copy gave records late.
    Arrived {
        /// The comments.
        ids: SortedSet<OperationId>,
        /// Whether the discussion has more comments than before, as far as that is known.
        are_more: bool,
    },
    /// Nothing of the thread can be shown any more: another thread's records stand under its key.
    Collided,
    /// The thread has been read, or nothing more of it can be; records that other pages told of meanwhile come next.
    Opened,
    /// The records that other pages told of while the thread was being read have been taken in.
    Ready,
    /// The text of a composer has become a comment on another page, or its comment is gone for good: the composer is done with.
    Finished(ComposerId),
    /// A draft that another page left is adopted: it stands in its composer now.
    Adopted {
        /// The composer.
        composer: ComposerId,
        /// The text.
        written: Written,
        /// Whether the composer was closed with it.
        closed: bool,
    },
    /// A record took space, of this page or another, in UTF-16 units of its key and value.
    UsedSpace(u64),
    /// A copy was given again what it had lost: there is less space.
    Refilled,
    /// An operation of this page's, about a comment, counts from here on: a copy has it, or only memory can.
    Accepted(Box<Operation>),
    /// The thread shows an operation of this page's that was accepted.
    Shown {
        /// The operation.
        operation: Box<Operation>,
        /// The composer that its text came from.
        composer: Option<ComposerId>,
        /// How the primary copy responded to its record.
        result: Result<(), StoreError>,
    },
    /// An operation of this page's could not be kept; its text is still in its composer.
    Refused(ComposerId, StoreError),
    /// An operation about a comment is kept.
    Saved {
        /// The comment.
        id: OperationId,
        /// [`SaveState::Saved`] or [`SaveState::Kept`].
        state: SaveState,
    },
    /// The newest operation about a comment is kept for certain.
    Acknowledged {
        /// [`SaveState::Saved`] or [`SaveState::Kept`].
        state: SaveState,
        /// Whether the reader saw that the operation was on its way.
        was_told: bool,
        /// Whether no operation was acknowledged before.
        is_first: bool,
    },
}

impl Output {
    /// Telling the others of a record that has been accepted.
    pub fn broadcast(key: &str, value: &str) -> Self {
        Self::Broadcast(Broadcast::Record(Found { key: key.to_owned(), value: value.into() }))
    }
}
