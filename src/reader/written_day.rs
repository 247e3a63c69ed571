//! Days as people write them: `2024-05-01`, `May 1st, 2024`, `1. Mai 2024`, `1 de mayo de 2024`, `01.05.2024`, `2024年5月1日`.

use std::ops::Range;

use crate::domain::attribute_value;

/// A day in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrittenDay {
    /// As `2024-05-01`; nothing where day and month can be told apart by nobody: `05/04/2024`.
    pub(super) iso: Option<String>,
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
}

/// No article is older, and none is from later than this.
const YEARS: Range<u32> = 1900..2100;

/// What stands between the words of a date: "1 de mayo de 2024", "1st of May".
const BETWEEN: &[&str] = &["de", "del", "of"];

/// What follows the figures of a day.
const ORDINALS: &[&str] = &["", "st", "nd", "rd", "th", "er", "º", "ª"];

/// The names of each month in English, German, French, Spanish, Italian, Portuguese and Dutch. Their beginnings are short forms.
const MONTHS: [&str; 12] = [
    "january januar janvier enero gennaio janeiro januari",
    "february februar février fevrier febrero febbraio fevereiro februari",
    "march märz maerz mrz mars marzo março marco maart mrt",
    "april avril abril aprile",
    "may mai mayo maggio maio mei",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août aout agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre decembre diciembre dicembre dezembro",
];

/// The number of a month by its name, which may be short: three letters at least.
pub(super) fn month_of(word: &str) -> Option<u32> {
    let word = word.trim_end_matches(['.', ',', ':']).to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let names = MONTHS.iter().zip(1..);
    names.into_iter().find(|(names, _)| names.split(' ').any(|name| name.starts_with(&word))).map(|(_, number)| number)
}

/// The first day that a text names.
pub(super) fn find(text: &str) -> Option<WrittenDay> {
    let words = words(text);
    (0..words.len()).find_map(|first| {
        let ahead = words.get(first..)?;
        in_figures(ahead.first()?).or_else(|| with_month(ahead))
    })
}

/// What is declared as a date, for machines: as it stands where it is made for them, else its day.
pub(super) fn moment(declared: &str) -> Option<String> {
    let is_for_machines = declared.trim().get(..4).is_some_and(|year| figures(year).is_some());
    let as_it_stands = attribute_value::moment(declared).filter(|_| is_for_machines);
    as_it_stands.or_else(|| find(declared).and_then(|day| day.iso))
}

/// The words of a text, each with its place.
fn words(text: &str) -> Vec<(usize, &str)> {
    let is_apart = |each: char| each.is_whitespace() || matches!(each, ',' | '(' | ')' | '|' | '•' | '·' | '—' | '–');
    let mut words = Vec::new();
    let mut rest = text;
    let mut place = 0;
    while let Some(start) = rest.find(|each| !is_apart(each)) {
        let word = rest.get(start..).unwrap_or_default();
        let end = word.find(is_apart).unwrap_or(word.len());
        words.push((place + start, word.get(..end).unwrap_or_default()));
        place += start + end;
        rest = word.get(end..).unwrap_or_default();
    }
    words
}

fn in_figures((place, word): &(usize, &str)) -> Option<WrittenDay> {
    // A time may follow without a space: `2024-05-01T10:00`.
    let word = word.split(['T', 't']).next().unwrap_or_default().trim_end_matches(['.', ':', ';']);
    let (iso, length) = east_asian(word).or_else(|| {
        let mark = word.find(['-', '/', '.']).and_then(|place| word.get(place..=place))?;
        let parts: Vec<(usize, u32)> =
            word.split(mark).map(|part| Some((part.len(), figures(part)?))).collect::<Option<_>>()?;
        let [(one_length, one), (_, two), (last_length, last)] = parts.try_into().ok()?;
        let iso = match (one_length, last_length) {
            (4, 1..=2) => Some(iso(one, two, last)?),
            // With points the day is first, everywhere.
            (1..=2, 4) if mark == "." || one > 12 => Some(iso(last, two, one)?),
            (1..=2, 4) if two > 12 || one == two => Some(iso(last, one, two)?),
            (1..=2, 4) => iso(last, one, two).and(None),
            _ => return None,
        };
        (YEARS.contains(&one) || YEARS.contains(&last)).then_some((iso, word.len()))
    })?;
    Some(WrittenDay { iso, place: *place..place + length })
}

/// `2024年5月1日`, and how many bytes that is.
fn east_asian(word: &str) -> Option<(Option<String>, usize)> {
    let (year, rest) = word.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, rest) = rest.split_once('日')?;
    Some((Some(iso(figures(year)?, figures(month)?, figures(day)?)?), word.len() - rest.len()))
}

fn with_month(ahead: &[(usize, &str)]) -> Option<WrittenDay> {
    let mut words = ahead.iter().filter(|(_, word)| !BETWEEN.contains(&word.to_lowercase().as_str()));
    let [one, two, last] = [words.next()?, words.next()?, words.next()?];
    // Not from "of" on.
    let (place, _) = ahead.first().filter(|first| first.0 == one.0)?;
    let (day, month) = match month_of(two.1) {
        Some(month) => (one.1, month),
        None => (two.1, month_of(one.1)?),
    };
    let year = last.1.trim_end_matches(|each: char| !each.is_ascii_digit());
    if year.len() != 4 {
        return None;
    }
    let end = last.0 + year.len();
    Some(WrittenDay { iso: Some(iso(figures(year)?, month, day_of(day)?)?), place: *place..end })
}

fn day_of(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let end = word.find(|each: char| !each.is_ascii_digit()).unwrap_or(word.len());
    let (day, ordinal) = word.split_at(end);
    ORDINALS.contains(&ordinal.to_lowercase().as_str()).then(|| figures(day)).flatten()
}

fn figures(text: &str) -> Option<u32> {
    text.bytes().all(|each| each.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let is_day = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (text, iso, written) in [
            ("2024-05-01", "2024-05-01", "2024-05-01"),
            ("2024-05-01T10:00Z", "2024-05-01", "2024-05-01"),
            ("2024/5/1, 10:00", "2024-05-01", "2024/5/1"),
            ("Published on May 1st, 2024 · 5 min read", "2024-05-01", "May 1st, 2024"),
            ("Wed, 1 May 2024", "2024-05-01", "1 May 2024"),
            ("the 1st of May, 2024", "2024-05-01", "1st of May, 2024"),
            ("Sept. 9, 2021.", "2021-09-09", "Sept. 9, 2021"),
            ("Stand: 1. März 2024", "2024-03-01", "1. März 2024"),
            ("Publié le 1er août 2024 à 10h", "2024-08-01", "1er août 2024"),
            ("1 de mayo de 2024", "2024-05-01", "1 de mayo de 2024"),
            ("23.07.2025", "2025-07-23", "23.07.2025"),
            ("04.07.2025", "2025-07-04", "04.07.2025"),
            ("25/09/2025", "2025-09-25", "25/09/2025"),
            ("Thu, 09/25/2025 - 11:38", "2025-09-25", "09/25/2025"),
            ("2024年5月1日水曜日", "2024-05-01", "2024年5月1日"),
        ] {
            let found = find(text).unwrap();
            assert_eq!((found.iso.as_deref(), text.get(found.place).unwrap()), (Some(iso), written), "{text}");
        }
    }

    #[test]
    fn what_is_declared_is_kept_as_it_stands_or_read() {
        for (declared, moment) in [
            ("2024-05-01T10:00:00+02:00", Some("2024-05-01T10:00:00+02:00")),
            ("2024/05/01", Some("2024-05-01")),
            ("Feb 08, 2022", Some("2022-02-08")),
            ("Thu, 09/25/2025 - 11:38", Some("2025-09-25")),
            ("today", None),
        ] {
            assert_eq!(super::moment(declared).as_deref(), moment, "{declared}");
        }
    }

    #[test]
    fn what_may_be_two_days_is_neither() {
        assert_eq!(find("05/04/2024").unwrap().iso, None);
        assert_eq!(find("05/05/2024").unwrap().iso.as_deref(), Some("2024-05-05"));
    }

    #[test]
    fn what_only_looks_like_a_day_is_none() {
        for text in [
            "",
            "192.168.1.1",
            "1.2.3",
            "2024-13-01",
            "31 Marketing 2024",
            "May 2024",
            "5 min read",
            "32 May 2024",
            "12-34-5678",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
