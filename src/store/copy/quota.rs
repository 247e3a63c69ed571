//! Whether the quota leaves space for more comments.

/// The headroom that is left to the browser: within it, writes are accepted and lost. In UTF-16 units.
const HEADROOM: u64 = 256 << 10;
/// What Safari grants an origin, in UTF-16 units; no browser grants less.
const LEAST_QUOTA: u64 = 2_600_000;

/// Whether more can be posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuotaState {
    /// There is space.
    Ample,
    /// There is space, but it is time to say that it ends.
    Low,
    /// New posts are refused; deleting, erasing and saving a file always work.
    Full,
}

impl QuotaState {
    /// The state of the quota where the widget holds `ours` of the `origin`'s units, and the browser grants `quota`: full within
    /// 256 Ki units of the quota or above 80 % of the least quota, low within twice that or above 60 %.
    pub fn of(ours: u64, origin: u64, quota: u64) -> Self {
        let share = |percent: u64| LEAST_QUOTA / 100 * percent;
        if origin > quota.saturating_sub(HEADROOM) || ours > share(80) {
            Self::Full
        } else if origin > quota.saturating_sub(2 * HEADROOM) || ours > share(60) {
            Self::Low
        } else {
            Self::Ample
        }
    }

    /// How many units more can be written before there is no space, for an import.
    pub fn units_left(ours: u64, origin: u64, quota: u64) -> u64 {
        let of_quota = quota.saturating_sub(HEADROOM).saturating_sub(origin);
        of_quota.min((LEAST_QUOTA / 100 * 80).saturating_sub(ours))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHROMIUM: u64 = 5_242_880;

    #[test]
    fn the_limits_are_exact() {
        let cases = [
            (0, 0, QuotaState::Ample),
            (1_560_000, 1_560_000, QuotaState::Ample),
            (1_560_001, 1_560_001, QuotaState::Low),
            (2_080_000, 2_080_000, QuotaState::Low),
            (2_080_001, 2_080_001, QuotaState::Full),
            (0, CHROMIUM - 524_288, QuotaState::Ample),
            (0, CHROMIUM - 524_287, QuotaState::Low),
            (0, CHROMIUM - 262_144, QuotaState::Low),
            (0, CHROMIUM - 262_143, QuotaState::Full),
            (0, u64::MAX, QuotaState::Full),
        ];
        for (ours, origin, state) in cases {
            assert_eq!(QuotaState::of(ours, origin, CHROMIUM), state, "{ours} of {origin}");
        }
        assert_eq!(QuotaState::of(0, 1, 0), QuotaState::Full);
    }

    #[test]
    fn what_is_left_ends_where_it_is_full() {
        for (ours, origin) in [(0, 0), (2_000_000, 2_100_000), (100, CHROMIUM - 300_000)] {
            let left = QuotaState::units_left(ours, origin, CHROMIUM);
            assert_ne!(QuotaState::of(ours + left, origin + left, CHROMIUM), QuotaState::Full);
            assert_eq!(QuotaState::of(ours + left + 1, origin + left + 1, CHROMIUM), QuotaState::Full);
        }
        assert_eq!(QuotaState::units_left(0, u64::MAX, CHROMIUM), 0);
    }
}
