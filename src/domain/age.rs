//! How long ago something was, in the coarse steps in which people speak: minutes, hours, days.

use super::timestamp::Timestamp;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const WEEK: u64 = 7 * DAY;
/// A mean Gregorian month, rounded down to days.
const MONTH: u64 = 30 * DAY;
const YEAR: u64 = 365 * DAY;

/// An age, rounded down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Under a minute, or in the future (clocks differ).
    JustNow,
    /// Under an hour.
    Minutes(u64),
    /// Under a day.
    Hours(u64),
    /// Under a week.
    Days(u64),
    /// Under a month of 30 days.
    Weeks(u64),
    /// Under a year of 365 days.
    Months(u64),
    /// A year and more.
    Years(u64),
}

impl Age {
    /// The age at `now` of something that happened at `then`.
    pub fn between(then: Timestamp, now: Timestamp) -> Self {
        let elapsed = now.since(then);
        match elapsed {
            _ if elapsed < MINUTE => Self::JustNow,
            _ if elapsed < HOUR => Self::Minutes(elapsed / MINUTE),
            _ if elapsed < DAY => Self::Hours(elapsed / HOUR),
            _ if elapsed < WEEK => Self::Days(elapsed / DAY),
            _ if elapsed < MONTH => Self::Weeks(elapsed / WEEK),
            _ if elapsed < YEAR => Self::Months(elapsed / MONTH),
            _ => Self::Years(elapsed / YEAR),
        }
    }

    /// Milliseconds after `now` at which the age, as shown, changes; at least 1.
    pub fn changes_in(then: Timestamp, now: Timestamp) -> u64 {
        let ahead = then.since(now);
        if ahead > 0 {
            return ahead + MINUTE;
        }
        let elapsed = now.since(then);
        let (step, end) = match elapsed {
            _ if elapsed < HOUR => (MINUTE, HOUR),
            _ if elapsed < DAY => (HOUR, DAY),
            _ if elapsed < WEEK => (DAY, WEEK),
            _ if elapsed < MONTH => (WEEK, MONTH),
            _ if elapsed < YEAR => (MONTH, YEAR),
            _ => (YEAR, u64::MAX),
        };
        (step - elapsed % step).min(end - elapsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: u64) -> Timestamp {
        Timestamp::from_millis(i64::try_from(millis).unwrap()).unwrap()
    }

    #[test]
    fn ages_are_rounded_down() {
        let cases = [
            (0, Age::JustNow),
            (MINUTE - 1, Age::JustNow),
            (MINUTE, Age::Minutes(1)),
            (HOUR - 1, Age::Minutes(59)),
            (HOUR, Age::Hours(1)),
            (DAY - 1, Age::Hours(23)),
            (DAY, Age::Days(1)),
            (WEEK - 1, Age::Days(6)),
            (WEEK, Age::Weeks(1)),
            (MONTH - 1, Age::Weeks(4)),
            (MONTH, Age::Months(1)),
            (YEAR - 1, Age::Months(12)),
            (YEAR, Age::Years(1)),
            (5 * YEAR + 1, Age::Years(5)),
        ];
        for (elapsed, age) in cases {
            assert_eq!(Age::between(at(7), at(7 + elapsed)), age, "{elapsed}");
        }
    }

    #[test]
    fn a_comment_from_the_future_is_new() {
        assert_eq!(Age::between(at(HOUR), at(0)), Age::JustNow);
        assert_eq!(Age::changes_in(at(HOUR), at(0)), HOUR + MINUTE);
    }

    #[test]
    fn the_next_change_is_the_first_moment_with_another_age() {
        let samples = [
            0,
            1,
            MINUTE - 1,
            MINUTE,
            HOUR - 1,
            HOUR,
            25 * HOUR,
            DAY,
            6 * DAY + 1,
            WEEK,
            29 * DAY,
            MONTH,
            364 * DAY,
            YEAR,
            3 * YEAR + 9,
        ];
        for elapsed in samples {
            let then = at(7);
            let wait = Age::changes_in(then, at(7 + elapsed));
            let now = Age::between(then, at(7 + elapsed));
            assert!(wait >= 1);
            assert_eq!(Age::between(then, at(7 + elapsed + wait - 1)), now, "{elapsed}");
            // The last step before a year is shorter than a month and may repeat no label.
            assert_ne!(Age::between(then, at(7 + elapsed + wait)), now, "{elapsed}");
        }
    }
}
