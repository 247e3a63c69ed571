//! How long ago something was, in the coarse steps in which people speak: minutes, hours, days; and whether anybody can know.

use std::rc::Rc;

use super::timestamp::Timestamp;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const WEEK: u64 = 7 * DAY;
/// A mean Gregorian month, rounded down to days.
const MONTH: u64 = 30 * DAY;
const YEAR: u64 = 365 * DAY;
/// By how much clocks may differ without anything being said of it.
const APART: u64 = 15 * MINUTE;

/// What writes ages in a language: so many of a unit ago, such as `(2, "minute")`, and now for none. `None` if it cannot.
pub type AgeWriter = Rc<dyn Fn(u64, &str) -> Option<String>>;

/// An age, rounded down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Under a minute, or so little in the future that clocks may differ by it.
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
    /// None that can be true: it is dated in the future, or before what it answers. The date is what its writer's clock said.
    Claimed,
}

impl Age {
    /// The age at `now` of something that happened at `then`.
    pub fn between(then: Timestamp, now: Timestamp) -> Self {
        let elapsed = now.since(then);
        match elapsed {
            _ if then.since(now) > APART => Self::Claimed,
            _ if elapsed < MINUTE => Self::JustNow,
            _ if elapsed < HOUR => Self::Minutes(elapsed / MINUTE),
            _ if elapsed < DAY => Self::Hours(elapsed / HOUR),
            _ if elapsed < WEEK => Self::Days(elapsed / DAY),
            _ if elapsed < MONTH => Self::Weeks(elapsed / WEEK),
            _ if elapsed < YEAR => Self::Months(elapsed / MONTH),
            _ => Self::Years(elapsed / YEAR),
        }
    }

    /// The age of a reply to something that happened at `answered`.
    pub fn of_reply(then: Timestamp, answered: Timestamp, now: Timestamp) -> Self {
        // Where what it answers is itself dated in the future, it is that which cannot be true.
        let is_before = answered.since(then) > APART && answered.since(now) <= APART;
        if is_before { Self::Claimed } else { Self::between(then, now) }
    }

    /// Milliseconds after `now` at which the age, as shown, changes; at least 1.
    pub fn changes_in(then: Timestamp, now: Timestamp) -> u64 {
        let ahead = then.since(now);
        if ahead > 0 {
            return if ahead > APART { ahead - APART } else { ahead + MINUTE };
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
    fn what_is_a_little_ahead_is_new_and_what_is_far_ahead_has_no_age_until_its_time_comes() {
        assert_eq!(Age::between(at(APART), at(0)), Age::JustNow);
        assert_eq!(Age::changes_in(at(APART), at(0)), APART + MINUTE);
        assert_eq!(Age::between(at(APART + 1), at(0)), Age::Claimed);
        assert_eq!(Age::changes_in(at(HOUR), at(0)), HOUR - APART);
        assert_eq!(Age::between(at(HOUR), at(HOUR - APART)), Age::JustNow);
        assert_eq!(Age::between(at(HOUR), at(HOUR - APART - 1)), Age::Claimed);
    }

    #[test]
    fn a_reply_that_is_dated_before_what_it_answers_has_no_age_unless_clocks_may_differ_by_that() {
        let (answered, now) = (at(5 * DAY), at(9 * DAY));
        assert_eq!(Age::of_reply(at(6 * DAY), answered, now), Age::Days(3));
        assert_eq!(Age::of_reply(at(5 * DAY - APART), answered, now), Age::Days(4));
        assert_eq!(Age::of_reply(at(5 * DAY - APART - 1), answered, now), Age::Claimed);
        assert_eq!(Age::of_reply(at(8 * DAY), at(400 * DAY), now), Age::Days(1), "it is the other that cannot be true");
        assert_eq!(Age::of_reply(at(400 * DAY), answered, now), Age::Claimed);
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
