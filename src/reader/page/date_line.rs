//! The date that a line in a page tells, and whether it is that of a change.

use super::measure::{self, is_short, text};
use super::names::has_any;
use super::tree::{Id, Tree};
use crate::domain::article::Published;
use crate::domain::attribute_value;
use crate::reader::written_day;

/// A longer text, in characters, is more than a date.
pub(super) const LONGEST: usize = 60;
/// What says that a day is that of a change.
const CHANGES: &[&str] = &[
    "updated",
    "modified",
    "reviewed",
    "edited",
    "revised",
    "aktualisiert",
    "geändert",
    "stand:",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "actualización",
    "aggiornato",
    "atualizado",
    "bijgewerkt",
    "更新",
];

/// The element that shows a date of the article.
#[derive(Debug)]
pub(super) struct Shown {
    /// The element.
    pub(super) line: Id,
    /// The date.
    pub(super) date: Published,
}

/// The date that a line tells, if it is one that says little more.
pub(super) fn date_in(tree: &Tree, line: Id) -> Option<Shown> {
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
    let declared = said(line).or_else(|| inner.and_then(said));
    let text = inner.map(|inner| measure::text(tree, inner)).filter(|inner| !inner.is_empty()).unwrap_or(text);
    let datetime = declared.or_else(|| written_day::find(&text)?.iso);
    (datetime.is_some() || text.chars().any(|each| each.is_ascii_digit()))
        .then_some(Shown { line, date: Published { datetime, text } })
}

/// The first day that a text names.
pub(super) fn written(text: &str) -> Option<Published> {
    let day = written_day::find(text)?;
    Some(Published { datetime: day.iso, text: text.get(day.place)?.to_owned() })
}

/// Whether a line, or what little stands around it, says that its date is that of a change.
pub(super) fn tells_change(tree: &Tree, line: Id) -> bool {
    let around = std::iter::once(line).chain(tree.ancestors(line));
    let around = around.take_while(|id| is_short(tree, *id, LONGEST)).last();
    let said = text(tree, around.unwrap_or(line)).to_lowercase();
    has_any(&said, CHANGES)
}
