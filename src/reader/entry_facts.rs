//! What entries of any format say about themselves: dates in whatever form, the direction of their language, several names.

use crate::domain::article::Published;
use crate::domain::attribute_value;
use crate::domain::markup::one_line;
use crate::reader::written_day::month_of;

/// The zones that RFC 822 names, with their hours.
const ZONES: [(&str, &str); 12] = [
    ("gmt", "Z"),
    ("ut", "Z"),
    ("utc", "Z"),
    ("z", "Z"),
    ("edt", "-04:00"),
    ("est", "-05:00"),
    ("cdt", "-05:00"),
    ("cst", "-06:00"),
    ("mdt", "-06:00"),
    ("mst", "-07:00"),
    ("pdt", "-07:00"),
    ("pst", "-08:00"),
];

/// The date that a text tells: `2024-05-01`, the same with a time, `Wed, 01 May 2024 10:00:00 GMT`, `May 1, 2024`. What is none of
/// them is shown as it stands, if it is short and has a figure.
pub(super) fn date(text: &str) -> Option<Published> {
    let text = one_line(text);
    if let Some(datetime) = moment(&text) {
        let day = datetime.split('T').next().unwrap_or_default().to_owned();
        return Some(Published { datetime: Some(datetime), text: day });
    }
    let is_short = text.chars().count() <= 40 && text.contains(|each: char| each.is_numeric());
    is_short.then_some(Published { datetime: None, text })
}

fn moment(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (first, rest) = words.split_first()?;
    let (day, clock) = first.split_once(['T', 't']).unwrap_or((first, ""));
    let moment = match numbers(day) {
        Some(day) => {
            // The time may stand behind a space, and its zone behind another.
            let clock = if clock.is_empty() { rest.concat() } else { format!("{clock}{}", rest.concat()) };
            with_clock(&day, &clock)
        }
        None => {
            let clock = words.iter().position(|word| word.contains(':'));
            let spelled = spelled(words.get(..clock.unwrap_or(words.len()))?)?;
            with_clock(&spelled, &clock.and_then(|clock| words.get(clock..)).unwrap_or_default().concat())
        }
    };
    attribute_value::moment(&moment)
}

/// A day written `2024-05-01` or `2024/5/1`.
fn numbers(day: &str) -> Option<String> {
    let mut parts = day.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    dashed(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A day whose month is spelled out, or in short.
fn spelled(words: &[&str]) -> Option<String> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words {
        let figures = word.trim_end_matches(|each: char| each.is_ascii_alphabetic() || each == '.');
        let number: Option<u32> = figures.parse().ok();
        match number {
            Some(number) if figures.len() == 4 => year = Some(number),
            Some(number) if day.is_none() => day = Some(number),
            // Two figures for a year, as RFC 822 had it.
            Some(number) if year.is_none() => year = Some(number + if number < 70 { 2_000 } else { 1_900 }),
            _ => month = month.or_else(|| month_of(word)),
        }
    }
    dashed(year?, month?, day?)
}

fn dashed(year: u32, month: u32, day: u32) -> Option<String> {
    ((1..=9_999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// `clock` is a time and its zone without anything between, such as `10:00:00+0200`; what is none leaves the day alone.
fn with_clock(day: &str, clock: &str) -> String {
    let end = clock.find(|each: char| !each.is_ascii_digit() && !matches!(each, ':' | '.')).unwrap_or(clock.len());
    let (time, zone) = clock.split_at(end);
    let is_time = time.contains(':') && time.split(':').all(|part| !part.is_empty());
    if !is_time {
        return day.to_owned();
    }
    let named = ZONES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)).map(|(_, hours)| *hours);
    let hours = named.unwrap_or(if zone.starts_with(['+', '-']) { zone } else { "" });
    let time = if time.find(':') == Some(1) { format!("0{time}") } else { time.to_owned() };
    format!("{day}T{time}{hours}")
}

/// How a language is written, where a source says only which it is; `auto` where it does not say even that.
pub(super) fn direction(language: Option<&str>) -> Option<&'static str> {
    let Some(language) = language else { return Some("auto") };
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_leftward = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "syr", "ug", "ur", "yi"]
        .contains(&first.as_str());
    let is_latin = parts.any(|part| part.eq_ignore_ascii_case("latn"));
    (is_leftward && !is_latin).then_some("rtl")
}

/// Several names in one line.
pub(super) fn names(names: Vec<String>) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    // A text by more people than this is by nobody.
    for name in names.iter().take(50).map(|name| one_line(name)) {
        if !name.is_empty() && !all.contains(&name) {
            all.push(name);
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_every_form_that_publishers_write() {
        for (written, datetime) in [
            ("2024-05-01", "2024-05-01"),
            ("2024/5/1", "2024-05-01"),
            ("2024-05-01T10:20:30Z", "2024-05-01T10:20:30Z"),
            ("2024-05-01t10:20:30.123+02:00", "2024-05-01T10:20:30.123+02:00"),
            ("2024-05-01 10:20:30 +0200", "2024-05-01T10:20:30+0200"),
            ("2012-01-05 14:30:46 UTC", "2012-01-05T14:30:46Z"),
            ("2012-01-05 9:30", "2012-01-05T09:30"),
            ("Thu, 05 Jan 2012 14:30:46 +0000", "2012-01-05T14:30:46+0000"),
            ("5 Jan 12 14:30 EST", "2012-01-05T14:30-05:00"),
            ("Thu, 05 Jan 2012 14:30:46 GMT", "2012-01-05T14:30:46Z"),
            ("May 1st, 2024", "2024-05-01"),
            ("1. September 2024", "2024-09-01"),
        ] {
            let date = date(written);
            assert_eq!(date.as_ref().and_then(|date| date.datetime.as_deref()), Some(datetime), "{written}");
            assert_eq!(date.map(|date| date.text), datetime.split('T').next().map(str::to_owned), "{written}");
        }
    }

    #[test]
    fn what_is_no_date_stays_as_it_is_or_goes() {
        for shown in ["1. toukokuuta 2024", "2024-13-01", "Spring 2024", "2024-05"] {
            assert_eq!(date(shown), Some(Published { datetime: None, text: shown.to_owned() }));
        }
        for gone in ["", "soon", "The 1st of May is the day on which all of this was first written down"] {
            assert_eq!(date(gone), None, "{gone}");
        }
        assert_eq!(date("2024-05-01 <b>").and_then(|date| date.datetime), Some("2024-05-01".to_owned()));
    }

    #[test]
    fn a_language_tells_its_direction() {
        assert_eq!(direction(Some("ar-EG")), Some("rtl"));
        assert_eq!(direction(Some("ku-Latn")), None);
        assert_eq!(direction(Some("en")), None);
        assert_eq!(direction(None), Some("auto"));
    }
}
