//! A point in time.

use std::fmt;

/// Milliseconds since 1970-01-01 UTC, within the range ECMAScript dates have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// The greatest distance from 1970 that an ECMAScript date can have, in milliseconds (ECMA-262, time values).
const RANGE: i64 = 8_640_000_000_000_000;

impl Timestamp {
    /// A point in time, or `None` outside ±100,000,000 days of 1970.
    pub fn from_millis(millis: i64) -> Option<Self> {
        (-RANGE..=RANGE).contains(&millis).then_some(Self(millis))
    }

    /// 1970-01-01.
    pub fn unix_epoch() -> Self {
        Self(0)
    }

    /// The beginning of a day in UTC, written as `2025-08-22` at the start of the text; `None` where no such day stands there.
    pub fn of_day(text: &str) -> Option<Self> {
        let part = |from: usize, to: usize| -> Option<i64> {
            let digits = text.get(from..to)?;
            digits.bytes().all(|digit| digit.is_ascii_digit()).then_some(())?;
            digits.parse().ok()
        };
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        (text.get(4..5)? == "-" && text.get(7..8)? == "-").then_some(())?;
        let days = days_from_civil(year, month, day);
        // A day that no month has would be one of the next.
        (civil_from_days(days) == (year, month, day)).then_some(Self(days * 86_400_000))
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// How many milliseconds lie between an earlier point and this one; zero if it is not earlier.
    pub fn since(self, earlier: Timestamp) -> u64 {
        u64::try_from(self.0 - earlier.0).unwrap_or(0)
    }

    /// The point so many milliseconds later, or the last one there is.
    #[must_use]
    pub fn plus(self, millis: u64) -> Timestamp {
        Self(self.0.saturating_add(i64::try_from(millis).unwrap_or(RANGE)).min(RANGE))
    }
}

/// The form that `<time datetime>` takes, in UTC with milliseconds.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0.div_euclid(86_400_000);
        let in_day = self.0.rem_euclid(86_400_000);
        let (year, month, day) = civil_from_days(days);
        let sign = if year < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:03}Z",
            year.abs(),
            in_day / 3_600_000,
            in_day / 60_000 % 60,
            in_day / 1000 % 60,
            in_day % 1000
        )
    }
}

/// Proleptic Gregorian date of a day number, with eras of 400 years (146,097 days) that begin in March.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// The inverse of [`civil_from_days`].
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shows(millis: i64, text: &str) {
        assert_eq!(Timestamp::from_millis(millis).unwrap().to_string(), text);
    }

    #[test]
    fn dates_are_written_as_browsers_write_them() {
        shows(0, "1970-01-01T00:00:00.000Z");
        shows(-1, "1969-12-31T23:59:59.999Z");
        shows(1_755_864_000_123, "2025-08-22T12:00:00.123Z");
        shows(951_782_400_000, "2000-02-29T00:00:00.000Z");
        shows(1_709_251_199_999, "2024-02-29T23:59:59.999Z");
        shows(4_107_542_400_000, "2100-03-01T00:00:00.000Z");
    }

    #[test]
    fn a_day_is_read_at_the_start_of_a_text_if_a_calendar_has_it() {
        for day in ["1970-01-01", "2000-02-29", "2025-08-22", "1600-03-01", "0001-01-01", "9999-12-31"] {
            let written = Timestamp::of_day(&format!("{day}T10:00+02:00")).unwrap().to_string();
            assert_eq!(written, format!("{day}T00:00:00.000Z"));
        }
        for none in ["2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "+025-01-01", "2025/01/01", "", "ääääää"]
        {
            assert_eq!(Timestamp::of_day(none), None, "{none}");
        }
    }

    #[test]
    fn times_outside_the_range_of_dates_are_refused() {
        assert_eq!(Timestamp::from_millis(RANGE + 1), None);
        assert_eq!(Timestamp::from_millis(i64::MIN), None);
        assert!(Timestamp::from_millis(-RANGE).is_some());
    }

    #[test]
    fn time_does_not_run_backwards() {
        let (early, late) = (Timestamp(5), Timestamp(9));
        assert_eq!(late.since(early), 4);
        assert_eq!(early.since(late), 0);
    }
}
