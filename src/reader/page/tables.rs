//! Tells tables that hold data from those that only place things.

use super::tree::{Id, Tree};

/// Whether a table holds data: it says so, or it has many cells.
pub(super) fn is_data(tree: &Tree, id: Id) -> bool {
    if tree.attribute(id, "role") == Some("presentation") || tree.attribute(id, "datatable") == Some("0") {
        return false;
    }
    if tree.attribute(id, "summary").is_some_and(|summary| !summary.is_empty()) {
        return true;
    }
    let says = |tag: &str| matches!(tag, "caption" | "col" | "colgroup" | "tfoot" | "thead" | "th");
    let all = tree.inside(id);
    if all.iter().any(|inner| {
        says(tree.tag(*inner)) && tree.tag(*inner) != "caption"
            || tree.tag(*inner) == "caption" && tree.children(*inner).next().is_some()
    }) {
        return true;
    }
    if all.iter().any(|inner| tree.tag(*inner) == "table") {
        return false;
    }
    let rows: Vec<Id> = all.iter().copied().filter(|inner| tree.tag(*inner) == "tr").collect();
    let columns = rows
        .iter()
        .map(|row| tree.children(*row).filter(|cell| tree.tag(*cell) == "td").count())
        .max()
        .unwrap_or_default();
    if rows.len() == 1 || columns == 1 {
        return false;
    }
    rows.len() >= 10 || columns > 4 || rows.len() * columns > 10
}
