//! The deletion of everything of the discussion, while it is under way.

use crate::domain::timestamp::Timestamp;
use crate::replica::AT_RISK_AFTER;

/// A deletion that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deletion {
    /// Since when the reader waits for it, if they are told here when it is done.
    since: Option<Timestamp>,
    /// Whether they were told that it takes long.
    told: bool,
}

impl Deletion {
    /// One that is ordered now.
    pub(super) fn ordered(now: Timestamp, says: bool) -> Self {
        Self { since: says.then_some(now), told: false }
    }

    /// The same, of which nothing is said here.
    pub(super) fn quiet(self) -> Self {
        Self { since: None, ..self }
    }

    /// Whether the reader waits to be told here.
    pub(super) fn is_awaited(&self) -> bool {
        self.since.is_some()
    }

    /// When the reader is to be told that it is not done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        self.since.filter(|_| !self.told).map(|since| since.plus(AT_RISK_AFTER))
    }

    /// Whether they are to be told that it takes long: once.
    pub(super) fn takes_long(&mut self, now: Timestamp) -> bool {
        let is_long = self.since.is_some_and(|since| now.since(since) >= AT_RISK_AFTER);
        is_long && !std::mem::replace(&mut self.told, true)
    }
}
