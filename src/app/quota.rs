//! How much of the quota of the browser's storage is used, as far as it was measured. A room: it knows nothing of the others.

use super::config::Persistence;
use super::effect::Effect;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::quota::QuotaState;
use crate::store::copy::usage::Usage;

/// For how long a count is good enough, in milliseconds: a page that is looked at again is woken by several events.
const GOOD_FOR: u64 = 1_000;

/// How much of the quota is used.
#[derive(Clone, Debug)]
pub struct Quota {
    usage: Option<Usage>,
    counted_at: Timestamp,
}

impl Quota {
    /// Before anything was counted.
    pub(super) fn new(now: Timestamp) -> Self {
        Self { usage: None, counted_at: now }
    }

    /// What was counted. Only what is kept in the browser takes space there.
    pub fn usage(&self, persistence: Persistence) -> Option<Usage> {
        self.usage.filter(|_| persistence == Persistence::Browser)
    }

    /// Whether there is no space for another comment.
    pub fn is_full(&self, persistence: Persistence) -> bool {
        self.usage(persistence).is_some_and(|usage| usage.quota_state() == QuotaState::Full)
    }

    /// Takes a count.
    pub(super) fn counted(&mut self, usage: Usage) {
        self.usage = Some(usage);
    }

    /// Adds a record of so many UTF-16 units to what is taken.
    pub(super) fn took(&mut self, units: u64) {
        if let Some(usage) = &mut self.usage {
            usage.origin = usage.origin.saturating_add(units);
            usage.ours = usage.ours.saturating_add(units);
        }
    }

    /// Counts anew, now that somebody else may have taken or made some, unless that was done just now.
    pub(super) fn again(&mut self, now: Timestamp, persistence: Persistence) -> Option<Effect> {
        let is_old = now < self.counted_at || now.since(self.counted_at) >= GOOD_FOR;
        let is_due = is_old && persistence == Persistence::Browser;
        is_due.then(|| {
            self.counted_at = now;
            Effect::MeasureUsage
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis).unwrap()
    }

    fn counted(ours: u64) -> Quota {
        let mut quota = Quota::new(at(0));
        quota.counted(Usage { origin: ours, ours, quota: 1_000_000 });
        quota
    }

    #[test]
    fn what_is_not_kept_in_the_browser_is_never_full() {
        let quota = counted(1_000_000);
        let full = [Persistence::Browser, Persistence::Session, Persistence::Nowhere]
            .map(|persistence| quota.is_full(persistence));
        assert_eq!(full, [true, false, false]);
    }

    #[test]
    fn what_is_written_is_added_to_what_was_counted() {
        let mut quota = counted(10);
        quota.took(5);
        let usage = quota.usage(Persistence::Browser).unwrap();
        assert_eq!((usage.origin, usage.ours), (15, 15));
        let mut unknown = Quota::new(at(0));
        unknown.took(5);
        assert_eq!(unknown.usage(Persistence::Browser), None);
    }

    #[test]
    fn several_looks_at_once_are_one_count_and_a_clock_set_back_is_no_reason_to_wait() {
        let mut quota = Quota::new(at(5_000));
        let asks = [5_999, 6_000, 6_001, 4_000].map(|now| quota.again(at(now), Persistence::Browser).is_some());
        assert_eq!(asks, [false, true, false, true]);
        assert_eq!(quota.again(at(90_000), Persistence::Session), None);
    }
}
