//! Lines that tell a date, where neither their names nor the author's line show them: those near the headline, and the only one in a page.

use super::byline::is_comment;
use super::date_line::{LONGEST, Shown, tells_change, written};
use super::measure::{measure, text};
use super::names::names;
use super::reach;
use super::surroundings::is_hidden;
use super::tree::{Id, Tree};

/// Words in the names of what tells a date.
const NAMES: &[&str] =
    &["date", "published", "posted", "pubdate", "datetime", "timestamp", "publicationdate", "publishdate"];
/// Parts of names of what shows dates of other things.
const OTHERS: &[&str] = &[
    "related",
    "recommend",
    "recommended",
    "popular",
    "recent",
    "latest",
    "upcoming",
    "event",
    "events",
    "copyright",
    "card",
    "cards",
    "teaser",
    "trending",
    "footer",
    "sidebar",
    "menu",
    "nav",
    "navigation",
    "newsletter",
    "comments",
    "banner",
    "ticker",
];

/// The line nearest to the headline that tells a day, be it that of the publication or of a change.
pub(super) fn near(tree: &Tree, headline: &str, is_change: bool) -> Option<Shown> {
    let lines = reach::near(tree, headline).into_iter().filter_map(|id| line(tree, id));
    lines.into_iter().find(|shown| tells_change(tree, shown.line) == is_change)
}

/// The day that all lines tell which are named after a date, where they are the same; lists of other articles have several.
pub(super) fn only_one(tree: &Tree) -> Option<Shown> {
    let mut only: Option<Shown> = None;
    for id in tree.inside(tree.root()) {
        let Some(found) = line(tree, id) else { continue };
        let is_named = |id: Id| {
            let names = || names(tree, id);
            tree.tag(id) == "time"
                || names().split(|each: char| !each.is_alphanumeric()).any(|word| NAMES.contains(&word))
        };
        let around = tree.ancestors(id).take_while(|outer| measure(tree, *outer).length <= LONGEST);
        if !std::iter::once(id).chain(around).any(is_named) {
            continue;
        }
        if only.as_ref().is_some_and(|only| only.date.datetime != found.date.datetime) {
            return None;
        }
        only = only.or(Some(found));
    }
    only
}

/// The innermost line that tells a day and little else, and that of no other thing.
fn line(tree: &Tree, id: Id) -> Option<Shown> {
    let told = |id: Id| {
        let is_short = (6..=LONGEST).contains(&measure(tree, id).length);
        is_short.then(|| written(&text(tree, id))).flatten()
    };
    if tree.is_text(id) || matches!(tree.tag(id), "meta" | "link" | "script" | "option" | "h1" | "h2" | "h3") {
        return None;
    }
    let date = told(id)?;
    if tree.children(id).any(|child| !tree.is_text(child) && told(child).is_some()) {
        return None;
    }
    let is_elsewhere = |id: Id| {
        let names = || names(tree, id);
        matches!(tree.tag(id), "nav" | "footer" | "aside" | "table" | "form")
            || is_hidden(tree, id)
            || is_comment(tree, id)
            || tree.tag(id) == "a" && measure(tree, id).length > LONGEST
            || !matches!(tree.tag(id), "body" | "html" | "main" | "article")
                && names().split(|each: char| !each.is_alphanumeric()).any(|word| OTHERS.contains(&word))
    };
    let is_one = std::iter::once(id).chain(tree.ancestors(id)).all(|id| !is_elsewhere(id));
    is_one.then_some(Shown { line: id, date })
}
