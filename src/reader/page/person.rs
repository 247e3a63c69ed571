//! Names of people.

use crate::reader::written_day;

/// A longer name is a sentence about the author, in characters.
const LONGEST_NAME: usize = 120;

/// Words of lines that are none: labels, dates, and how long the reading takes.
const OTHER_WORDS: &[&str] = &[
    "about",
    "the",
    "author",
    "authors",
    "written",
    "posted",
    "published",
    "updated",
    "last",
    "by",
    "on",
    "at",
    "am",
    "pm",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "reading",
    "date",
    "share",
    "follow",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "von",
    "autor",
    "par",
    "le",
    "por",
    "el",
    "x",
];

/// Whether it may be somebody's name: some sites put the address of a profile there, a date, or what their system should have replaced.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= LONGEST_NAME
        && !text.contains("://")
        && !text.contains(['{', '}'])
        && !text.starts_with('@')
        && !is_of_machine(text)
        && says_a_name(text)
}

/// `page.author.name`, which a system should have replaced.
fn is_of_machine(text: &str) -> bool {
    text.matches('.').count() > 1 && text.bytes().all(|each| each.is_ascii_lowercase() || matches!(each, b'.' | b'_'))
}

/// Whether there is a word that is none of a label or a date.
fn says_a_name(text: &str) -> bool {
    let day = written_day::find(text).map_or(0..0, |day| day.place);
    let parts = [text.get(..day.start), text.get(day.end..)];
    let mut words = parts.into_iter().flatten().flat_map(|part| part.split(|each: char| !each.is_alphanumeric()));
    words.any(|word| word.chars().any(char::is_alphabetic) && !OTHER_WORDS.contains(&word.to_lowercase().as_str()))
}
