//! How much room there is for more.

/// The headroom that is left to the browser: within it, writes are accepted and lost. In UTF-16 units.
const HEADROOM: u64 = 256 << 10;
/// What Safari grants an origin, in UTF-16 units; no browser grants less.
const LEAST_QUOTA: u64 = 2_600_000;

/// Whether more can be posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Room {
    /// There is room.
    Ample,
    /// There is room, but it is time to say that it ends.
    Low,
    /// New posts are refused; deleting, erasing and saving a file always work.
    Full,
}

impl Room {
    /// The room where the widget holds `ours` of the `origin`'s units, and the browser grants `quota`: full within 256 Ki units
    /// of the quota or above 80 % of the least quota, low within twice that or above 60 %.
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

    /// How many units more can be written before there is no room, for an import.
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
            (0, 0, Room::Ample),
            (1_560_000, 1_560_000, Room::Ample),
            (1_560_001, 1_560_001, Room::Low),
            (2_080_000, 2_080_000, Room::Low),
            (2_080_001, 2_080_001, Room::Full),
            (0, CHROMIUM - 524_288, Room::Ample),
            (0, CHROMIUM - 524_287, Room::Low),
            (0, CHROMIUM - 262_144, Room::Low),
            (0, CHROMIUM - 262_143, Room::Full),
            (0, u64::MAX, Room::Full),
        ];
        for (ours, origin, room) in cases {
            assert_eq!(Room::of(ours, origin, CHROMIUM), room, "{ours} of {origin}");
        }
        assert_eq!(Room::of(0, 1, 0), Room::Full);
    }

    #[test]
    fn what_is_left_ends_where_it_is_full() {
        for (ours, origin) in [(0, 0), (2_000_000, 2_100_000), (100, CHROMIUM - 300_000)] {
            let left = Room::units_left(ours, origin, CHROMIUM);
            assert_ne!(Room::of(ours + left, origin + left, CHROMIUM), Room::Full);
            assert_eq!(Room::of(ours + left + 1, origin + left + 1, CHROMIUM), Room::Full);
        }
        assert_eq!(Room::units_left(0, u64::MAX, CHROMIUM), 0);
    }
}
