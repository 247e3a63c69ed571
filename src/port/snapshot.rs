//! What the page knows of its discussion: more than the copies hold, where they are late, full or blocked.

use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::Found;

/// What is known of the discussion, id by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot(pub Vec<Held>);

/// What is known under one of its ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The key of the thread.
    pub thread: ThreadKey,
    /// The records that count.
    pub records: Vec<Found>,
    /// The records that are on their way to the copies.
    pub sent: Vec<Found>,
    /// Whether the records of another thread stand under the key of this one, so that none of these are to be kept there.
    pub has_key_collision: bool,
}
