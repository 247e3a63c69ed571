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
            above.filter(|id| tree.tag(*id) == "time").find_map(|id| date_in(tree, id))
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

/// A date that only a machine was told: its day.
pub(super) fn of_machine(datetime: String) -> Published {
    let text = datetime.split(['T', ' ']).next().unwrap_or_default().to_owned();
    Published { datetime: Some(datetime), text }
}

/// Whether two machine-readable dates name the same day.
pub(super) fn is_same_day(one: &str, other: &str) -> bool {
    one.get(..10).is_some_and(|day| other.get(..10) == Some(day))
}
