//! One record on its way to both copies, and what each of them has done so far.

use std::rc::Rc;

use super::save_state::SaveState;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{CopyId, Request};
use crate::store::copy::store_error::StoreError;

/// After how long the reader is told that something is not saved, in milliseconds.
pub const AT_RISK_AFTER: u64 = 8_000;

/// What one copy has done so far.
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
    /// Whether nothing more is to be done: it is sure, or not there.
    pub(super) fn is_done(&self) -> bool {
        matches!(self, Self::Sure | Self::Absent)
    }
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
    /// What each copy has done, in the order of [`CopyId::ALL`].
    pub(super) halves: [Half; CopyId::ALL.len()],
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
        for half in self.halves.iter_mut().filter(|half| matches!(half, Half::Written(_))) {
            *half = Half::Written(now);
        }
    }

    /// What a copy has done.
    pub(super) fn half(&self, copy: CopyId) -> Half {
        self.halves.get(copy as usize).copied().unwrap_or(Half::Absent)
    }

    /// Takes note of what a copy has done.
    pub(super) fn set(&mut self, copy: CopyId, done: Half) {
        if let Some(half) = self.halves.get_mut(copy as usize) {
            *half = done;
        }
    }

    /// The request that writes it into a copy.
    pub(super) fn write(&mut self, copy: CopyId, key: &str) -> Request {
        self.set(copy, Half::Asked);
        Request::Write { copy, key: key.to_owned(), value: Rc::clone(&self.value) }
    }

    /// The requests that write it where it is not asked for yet.
    pub(super) fn write_later_ones(&mut self, key: &str) -> Vec<Request> {
        let later = CopyId::ALL.into_iter().filter(|copy| self.half(*copy) == Half::Later).collect::<Vec<_>>();
        later.into_iter().map(|copy| self.write(copy, key)).collect()
    }

    /// How it is kept, once each copy is sure of it or is not there.
    pub(super) fn kept(&self) -> Option<SaveState> {
        let is_settled = self.halves.iter().all(Half::is_done);
        let is_everywhere = self.halves.iter().all(|half| *half == Half::Sure);
        is_settled.then_some(if is_everywhere { SaveState::Saved } else { SaveState::Kept })
    }
}

/// What a copy has done that responded so.
pub(super) fn half_of(result: Result<(), StoreError>, now: Timestamp) -> Half {
    match result {
        Ok(()) => Half::Written(now),
        Err(error) => Half::Failed(error),
    }
}
