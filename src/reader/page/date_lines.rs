//! Lines that tell a date, where neither their names nor the author's line show them: those near the headline, and the only one in a page.

use super::byline::is_comment;
use super::date_line::{LONGEST, Shown, tells_change, written};
use super::measure::{is_short, text};
use super::names::{has_word_of, names};
use super::surroundings::is_hidden;
use super::tree::{Id, Tree};
use crate::domain::article::Published;

/// Words in the names of what tells a date.
const NAMES: &[&str] =
    &["date", "published", "posted", "pubdate", "datetime", "timestamp", "publicationdate", "publishdate"];
/// Words in the names of what shows dates of other things.
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

/// The first of these lines that tells a day, be it that of the publication or of a change.
pub(super) fn first(tree: &Tree, near: &[Id], is_change: bool) -> Option<Shown> {
    let mut lines = near.iter().filter_map(|id| line(tree, *id));
    lines.find(|shown| tells_change(tree, shown.line) == is_change)
}

/// The day that all lines tell which are named after a date, where they are the same; lists of other articles have several.
pub(super) fn only_one(tree: &Tree) -> Option<Shown> {
    let mut only: Option<Shown> = None;
    for id in tree.inside(tree.root()) {
        if tree.is_text(id) || tree.tag(id) != "time" && !has_word_of(&names(tree, id), NAMES) {
            continue;
        }
        let Some(found) = innermost(tree, id).and_then(|inner| line(tree, inner)) else { continue };
        if only.as_ref().is_some_and(|only| only.date.datetime != found.date.datetime) {
            return None;
        }
        only = only.or(Some(found));
    }
    only
}

/// The element inside a line that tells its day and nothing that another one does.
fn innermost(tree: &Tree, line: Id) -> Option<Id> {
    told(tree, line)?;
    let mut inner = line;
    while let Some(child) = tree.children(inner).find(|child| told(tree, *child).is_some()) {
        inner = child;
    }
    Some(inner)
}

/// The day that an element tells beside little else.
fn told(tree: &Tree, id: Id) -> Option<Published> {
    let is_one = !tree.is_text(id) && is_short(tree, id, LONGEST);
    is_one.then(|| written(&text(tree, id))).flatten()
}

/// The innermost line that tells a day and little else, and that of no other thing.
fn line(tree: &Tree, id: Id) -> Option<Shown> {
    if matches!(tree.tag(id), "meta" | "link" | "script" | "option" | "h1" | "h2" | "h3") {
        return None;
    }
    let date = told(tree, id)?;
    if tree.children(id).any(|child| told(tree, child).is_some()) {
        return None;
    }
    let is_elsewhere = |id: Id| {
        matches!(tree.tag(id), "nav" | "footer" | "aside" | "table" | "form")
            || is_hidden(tree, id)
            || is_comment(tree, id)
            || tree.tag(id) == "a" && !is_short(tree, id, LONGEST)
            || !matches!(tree.tag(id), "body" | "html" | "main" | "article") && has_word_of(&names(tree, id), OTHERS)
    };
    let is_one = std::iter::once(id).chain(tree.ancestors(id)).all(|id| !is_elsewhere(id));
    is_one.then_some(Shown { line: id, date })
}
