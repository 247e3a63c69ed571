//! One record on its way to both copies, and what each of them has done so far.

use std::rc::Rc;

use super::save_state::SaveState;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{CopyId, Request};
use crate::store::copy::store_error::StoreError;

/// After how long the reader is told that a record is not saved, in milliseconds.
pub const AT_RISK_AFTER: u64 = 8_000;

/// What one copy has done with a record so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// Not asked yet.
    Later,
    /// Asked for, without a response yet.
    Asked,
    /// Written and read back, at this time: not to be believed yet.
    Written(Timestamp),
    /// Sure.
    Sure,
    /// There is no such copy.
    Absent,
    /// Refused, or taken back.
    Failed(StoreError),
}

impl Half {
    /// Whether nothing more is to be asked of the copy: it is sure, or there is no such copy.
    pub(super) fn is_done(&self) -> bool {
        matches!(self, Self::Sure | Self::Absent)
    }
}

/// One record on its way.
#[derive(Clone, Debug)]
pub(super) struct Sending {
    /// The value of the record.
    pub(super) value: Rc<str>,
    /// The comment that the record is about.
    pub(super) about: Option<OperationId>,
    /// The text in the record.
    pub(super) text: Option<Rc<str>>,
    /// Since when the record is on its way.
    pub(super) since: Timestamp,
    /// When the next request is due.
    pub(super) next: Timestamp,
    /// How long the next pause is, in milliseconds.
    pub(super) pause: u64,
    /// What each copy has done, in the order of [`CopyId::ALL`].
    pub(super) halves: [Half; CopyId::ALL.len()],
    /// Whether the key-value storage refused the record when it was asked last.
    pub(super) refused: bool,
    /// Whether another page has changed the comment since: then nothing is said of the comment once this record is kept.
    pub(super) overtaken: bool,
}

impl Sending {
    /// How far the record has got.
    pub(super) fn state(&self, now: Timestamp) -> SaveState {
        if now.since(self.since) >= AT_RISK_AFTER { SaveState::AtRisk } else { SaveState::Saving }
    }

    /// The clock was set back: what is measured by it begins again.
    pub(super) fn start_over(&mut self, now: Timestamp) {
        self.since = now;
        self.next = now;
        for half in self.halves.iter_mut().filter(|half| matches!(half, Half::Written(_))) {
            *half = Half::Written(now);
        }
    }

    /// What a copy has done with the record.
    pub(super) fn half(&self, copy: CopyId) -> Half {
        self.halves.get(copy as usize).copied().unwrap_or(Half::Absent)
    }

    /// Takes note of what a copy has done with the record.
    pub(super) fn set(&mut self, copy: CopyId, done: Half) {
        if let Some(half) = self.halves.get_mut(copy as usize) {
            *half = done;
        }
    }

    /// The request that writes the record into a copy.
    pub(super) fn write(&mut self, copy: CopyId, key: &str) -> Request {
        self.set(copy, Half::Asked);
        Request::Write { copy, key: key.to_owned(), value: Rc::clone(&self.value) }
    }

    /// The requests that write the record into the copies that have not been asked yet.
    pub(super) fn write_later_ones(&mut self, key: &str) -> Vec<Request> {
        let later = CopyId::ALL.into_iter().filter(|copy| self.half(*copy) == Half::Later).collect::<Vec<_>>();
        later.into_iter().map(|copy| self.write(copy, key)).collect()
    }

    /// How the record is kept, once each copy is sure of it or is not there.
    pub(super) fn kept(&self) -> Option<SaveState> {
        let is_settled = self.halves.iter().all(Half::is_done);
        let is_everywhere = self.halves.iter().all(|half| *half == Half::Sure);
        is_settled.then_some(if is_everywhere { SaveState::Saved } else { SaveState::Kept })
    }
}

/// What a copy has done that gave this response to a write.
pub(super) fn half_of(result: Result<(), StoreError>, now: Timestamp) -> Half {
    match result {
        Ok(()) => Half::Written(now),
        Err(error) => Half::Failed(error),
    }
}
