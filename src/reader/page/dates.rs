//! When the article was published and changed, where the page shows it.

use super::byline::is_comment;
use super::measure::{self, measure, text};
use super::names::names;
use super::tree::{Id, Tree};
use crate::domain::article::Published;
use crate::domain::attribute_value;

/// Names of what tells the date of publication.
const NAMES: &[&str] = &[
    "published",
    "dt-published",
    "entry-date",
    "post-date",
    "article-date",
    "publish-date",
    "pubdate",
    "date-published",
    "posted-on",
    "post__date",
    "article__date",
    "date-header",
    "wp-block-post-date",
];
/// A longer text, in characters, is more than a date.
const LONGEST: usize = 60;
/// A date inside a paragraph of at least this many characters is part of the story.
const LONG_PARAGRAPH: usize = 80;

/// Lines beside the text that tell no more than author and date have fewer characters.
const LONGEST_LINES: usize = 200;
/// No article is older.
const EARLIEST: u32 = 1900;

/// The element that shows when the article was published.
#[derive(Debug)]
pub(super) struct Shown {
    /// The element.
    pub(super) line: Id,
    /// The date.
    pub(super) date: Published,
}

/// Where a page shows when the article was published.
#[inline(never)]
pub(super) fn shown(tree: &Tree) -> Option<Shown> {
    let all = tree.inside(tree.root());
    let first = |test: &dyn Fn(Id) -> bool| all.iter().copied().filter(|id| test(*id)).find_map(|id| date_in(tree, id));
    first(&|id| tree.has_word(id, "itemprop", "datePublished") || tree.attribute(id, "pubdate").is_some())
        .or_else(|| {
            first(&|id| {
                let names = names(tree, id);
                names.split_whitespace().any(|name| NAMES.contains(&name))
                    && !tree.is_inside(id, |outer| is_comment(tree, outer))
            })
        })
        .or_else(|| {
            // A plain `time` tells when the article was published only above its text.
            let begins = |id: &Id| tree.tag(*id) == "p" && measure(tree, *id).length >= LONG_PARAGRAPH;
            let above = all.iter().copied().take_while(|id| !begins(id));
            let in_menu = |id: Id| tree.is_inside(id, |outer| tree.tag(outer) == "nav");
            above.filter(|id| tree.tag(*id) == "time" && !in_menu(*id)).find_map(|id| date_in(tree, id))
        })
}

fn date_in(tree: &Tree, line: Id) -> Option<Shown> {
    if matches!(tree.tag(line), "meta" | "link") {
        return None;
    }
    let text = text(tree, line);
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let inner = tree.named(line, &["time"]).into_iter().next();
    let said = |id: Id| {
        ["datetime", "content", "title"]
            .iter()
            .filter_map(|name| tree.attribute(id, name))
            .find_map(attribute_value::moment)
    };
    let datetime = said(line).or_else(|| inner.and_then(said));
    let text = inner.map(|inner| measure::text(tree, inner)).filter(|inner| !inner.is_empty()).unwrap_or(text);
    (datetime.is_some() || text.chars().any(|each| each.is_ascii_digit()))
        .then_some(Shown { line, date: Published { datetime, text } })
}

/// Beside a line that tells the author, a date, as a time or in words.
pub(super) fn beside(tree: &Tree, line: Id) -> Option<Shown> {
    // In a sentence both belong to the story.
    if tree.is_inside(line, |outer| matches!(tree.tag(outer), "p" | "td")) {
        return None;
    }
    let around = std::iter::once(line).chain(tree.ancestors(line));
    let around = around.take_while(|id| measure(tree, *id).length <= LONGEST_LINES).last()?;
    let all = || std::iter::once(around).chain(tree.inside(around)).filter(|id| !tree.is_text(*id));
    all().filter(|id| tree.tag(*id) == "time").find_map(|id| date_in(tree, id)).or_else(|| {
        // The innermost is the one that says no more.
        let line = all().rfind(|id| written_date(&text(tree, *id)).is_some())?;
        Some(Shown { line, date: written_date(&text(tree, line))? })
    })
}

/// The first day that a text names in digits, or in digits with the name of its month.
fn written_date(text: &str) -> Option<Published> {
    let words: Vec<&str> = text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().find_map(|(place, word)| {
        if is_day_in_digits(word) {
            return Some(Published { datetime: Some((*word).to_owned()), text: (*word).to_owned() });
        }
        let [one, two, year] = [words.get(place)?, words.get(place + 1)?, words.get(place + 2)?];
        let (day, month) = if month_of(two).is_some() { (one, two) } else { (two, one) };
        let (day, month) = (day.trim_end_matches('.').parse::<u32>().ok()?, month_of(month)?);
        let is_date =
            (1..=31).contains(&day) && year.len() == 4 && year.parse::<u32>().is_ok_and(|year| year >= EARLIEST);
        is_date.then(|| Published {
            datetime: Some(format!("{year}-{month:02}-{day:02}")),
            text: format!("{one} {two} {year}"),
        })
    })
}

fn is_day_in_digits(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|each| each.is_ascii_digit()))
}

/// The number of a month by its English name, which may be short.
fn month_of(word: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.').to_lowercase();
    let place = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    Some(place + 1)
}

/// A date that only a machine was told: its day.
pub(super) fn of_machine(datetime: String) -> Published {
    let text = datetime.split(['T', ' ']).next().unwrap_or_default().to_owned();
    Published { datetime: Some(datetime), text }
}

/// Whether two machine-readable dates name the same day.
pub(super) fn is_same_day(one: &str, other: &str) -> bool {
    one.get(..10).is_some_and(|day| other.get(..10) == Some(day))
}
