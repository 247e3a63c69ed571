//! One record on its way to both places, and what each of them has done so far.

use std::rc::Rc;

use super::save_state::SaveState;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::store::order::{Order, Place};
use crate::store::store_error::StoreError;

/// After how long the reader is told that something is not saved, in milliseconds.
pub const AT_RISK_AFTER: u64 = 8_000;

/// What one place has done so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// Not asked yet.
    Later,
    /// Asked, and not answered.
    Asked,
    /// Written and read back, at this time: not to be believed yet.
    Written(Timestamp),
    /// Sure.
    Sure,
    /// There is no such place.
    Absent,
    /// Refused, or taken back.
    Failed(StoreError),
}

/// One record on its way.
#[derive(Clone, Debug)]
pub(super) struct Sending {
    /// What is to be written.
    pub(super) value: Rc<str>,
    /// The comment that it is about.
    pub(super) about: Option<OperationId>,
    /// The text in it.
    pub(super) text: Option<Rc<str>>,
    /// Since when it is on its way.
    pub(super) since: Timestamp,
    /// When something is due.
    pub(super) next: Timestamp,
    /// How long the next pause is, in milliseconds.
    pub(super) pause: u64,
    /// What the key-value storage has done.
    pub(super) local: Half,
    /// What the mirror has done.
    pub(super) mirror: Half,
    /// Whether the key-value storage refused it when it was asked last.
    pub(super) refused: bool,
    /// Whether the comment has changed since: then nothing is said of it once this is kept.
    pub(super) overtaken: bool,
}

impl Sending {
    /// How far it has got.
    pub(super) fn state(&self, now: Timestamp) -> SaveState {
        if now.since(self.since) >= AT_RISK_AFTER { SaveState::AtRisk } else { SaveState::Saving }
    }

    /// The clock was set back: what is measured by it begins again.
    pub(super) fn start_over(&mut self, now: Timestamp) {
        self.since = now;
        self.next = now;
        if matches!(self.local, Half::Written(_)) {
            self.local = Half::Written(now);
        }
    }

    /// The order that writes it where it is read first.
    pub(super) fn write_local(&mut self, key: &str) -> Order {
        self.local = Half::Asked;
        Order::Write { place: Place::Local, key: key.to_owned(), value: Rc::clone(&self.value) }
    }
}

/// What a place has done that answered so.
pub(super) fn half_of(result: Result<(), StoreError>, now: Timestamp) -> Half {
    match result {
        Ok(()) => Half::Written(now),
        Err(error) => Half::Failed(error),
    }
}
