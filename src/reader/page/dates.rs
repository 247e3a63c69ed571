//! When the article was published and changed, where the page shows it.

use super::byline::is_comment;
use super::date_line::{Shown, date_in, tells_change, written};
use super::date_lines;
use super::measure::{is_short, measure, text};
use super::names::names;
use super::tree::{Id, Tree};
use crate::domain::article::Published;

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
/// A date inside a paragraph of at least this many characters is part of the story.
const LONG_PARAGRAPH: usize = 80;

/// Lines beside the text that tell no more than author and date have fewer characters.
const LONGEST_LINES: usize = 200;

/// What a page shows of the article's dates.
#[derive(Debug, Default)]
pub(super) struct ShownDates {
    /// When it was published.
    pub(super) published: Option<Shown>,
    /// When it was changed.
    pub(super) modified: Option<Shown>,
}

impl ShownDates {
    /// Each line that was found.
    pub(super) fn all(&self) -> impl Iterator<Item = &Shown> {
        self.published.iter().chain(&self.modified)
    }
}

/// What a page shows of the article's dates; what stands near its headline, and the line that tells the author, are known.
#[inline(never)]
pub(super) fn shown(tree: &Tree, near: &[Id], byline: Option<Id>) -> ShownDates {
    let mut dates = ShownDates::default();
    for found in [
        &(|| by_name(tree)) as &dyn Fn() -> Option<Shown>,
        &|| beside(tree, byline?),
        &|| date_lines::first(tree, near, false),
        &|| date_lines::only_one(tree),
    ] {
        match found() {
            Some(shown) if tells_change(tree, shown.line) => dates.modified = dates.modified.or(Some(shown)),
            shown => dates.published = dates.published.or(shown),
        }
        if dates.published.is_some() {
            break;
        }
    }
    dates.modified = dates.modified.or_else(|| date_lines::first(tree, near, true));
    dates
}

fn by_name(tree: &Tree) -> Option<Shown> {
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

/// Beside a line that tells the author, a date, as a time or in words.
fn beside(tree: &Tree, line: Id) -> Option<Shown> {
    // In a sentence both belong to the story.
    if tree.is_inside(line, |outer| matches!(tree.tag(outer), "p" | "td")) {
        return None;
    }
    let around = std::iter::once(line).chain(tree.ancestors(line));
    let around = around.take_while(|id| is_short(tree, *id, LONGEST_LINES)).last()?;
    let all = || std::iter::once(around).chain(tree.inside(around)).filter(|id| !tree.is_text(*id));
    all().filter(|id| tree.tag(*id) == "time").find_map(|id| date_in(tree, id)).or_else(|| {
        // The innermost is the one that says no more.
        all().rev().find_map(|line| Some(Shown { line, date: written(&text(tree, line))? }))
    })
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
