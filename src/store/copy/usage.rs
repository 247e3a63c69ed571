//! How much of its quota the origin uses.

use super::quota::QuotaState;

/// How much of its quota the origin uses, in UTF-16 units of keys and values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Everything that the origin keeps.
    pub origin: u64,
    /// What this widget keeps of it.
    pub ours: u64,
    /// What the browser allows the origin.
    pub quota: u64,
}

impl Usage {
    /// What the quota still allows.
    pub fn quota_state(self) -> QuotaState {
        QuotaState::of(self.ours, self.origin, self.quota)
    }

    /// How many units more can be written before there is no space.
    pub fn units_left(self) -> u64 {
        QuotaState::units_left(self.ours, self.origin, self.quota)
    }
}
