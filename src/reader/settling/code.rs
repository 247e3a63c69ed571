//! Listings: their lines as text, without the numbers of the lines that some pages set beside them.

use super::siblings::{element, first_below, has_class};
use crate::domain::allow_list::Tag;
use crate::domain::markup::Markup;

/// The classes of line numbers, of a cell or a column of them.
const NUMBERS: [&str; 17] = [
    "gutter",
    "lineno",
    "linenos",
    "linenodiv",
    "line-number",
    "line-numbers-rows",
    "line-numbers",
    "linenumber",
    "lnt",
    "ln",
    "gl",
    "blob-num",
    "hljs-ln-numbers",
    "hljs-ln-n",
    "rouge-gutter",
    "crayon-nums",
    "react-syntax-highlighter-line-number",
];

/// The classes of what holds one line, in a table of them.
const LINES: [&str; 3] = ["blob-code", "hljs-ln-code", "hljs-ln-line"];

/// Settles the listings among these nodes.
pub(super) fn settle(children: &mut [Markup]) {
    for child in children {
        match child.tag() {
            "table" => {
                if let Some(listing) = listing_in(child) {
                    *child = listing;
                }
            }
            "pre" | "listing" => settle_listing(child),
            _ => {}
        }
    }
}

fn settle_listing(pre: &mut Markup) {
    without_numbers(pre);
    flatten(pre);
}

/// The listing of a table that holds nothing else: beside a column of numbers, or a row for each line.
fn listing_in(table: &Markup) -> Option<Markup> {
    let is_line = |node: &Markup| has_class(node, &LINES);
    if first_below(table, &is_line).is_some() {
        let mut lines = Vec::new();
        collect_rows(table, &mut lines);
        return Some(element("pre", &[], vec![element("code", &[], lines)]));
    }
    first_below(table, &is_of_numbers)?;
    let mut rest = table.clone();
    without_numbers(&mut rest);
    let listing = first_below(&rest, &|node| node.tag() == "pre")?;
    if listing.text() != rest.text() {
        return None;
    }
    let mut listing = listing.clone();
    flatten(&mut listing);
    Some(listing)
}

fn collect_rows(node: &Markup, lines: &mut Vec<Markup>) {
    for child in node.children() {
        if child.tag() == "tr" {
            let mut row = child.clone();
            without_numbers(&mut row);
            row.children_mut().into_iter().flatten().for_each(flatten);
            let cells = row.children_mut().map(std::mem::take).unwrap_or_default();
            for mut cell in cells.into_iter().filter(|cell| matches!(cell.tag(), "td" | "th")) {
                lines.append(&mut cell.children_mut().map(std::mem::take).unwrap_or_default());
            }
            end_line(lines);
        } else {
            collect_rows(child, lines);
        }
    }
}

/// Whether a node holds only the numbers of lines.
fn is_of_numbers(node: &Markup) -> bool {
    let is_cell = || matches!(node.tag(), "td" | "th") && first_below(node, &|inner| inner.tag() == "pre").is_some();
    !matches!(node.tag(), "" | "pre" | "table" | "code")
        && if has_class(node, &NUMBERS) {
            has_only_numbers(node)
        } else {
            is_cell() && node.has_text() && has_only_numbers(node)
        }
}

fn has_only_numbers(node: &Markup) -> bool {
    match node {
        Markup::Text(text) => text.chars().all(|each| each.is_ascii_digit() || each.is_whitespace() || each == '.'),
        Markup::Element { children, .. } => children.iter().all(has_only_numbers),
    }
}

fn without_numbers(node: &mut Markup) {
    if let Some(children) = node.children_mut() {
        children.retain(|child| !is_of_numbers(child));
        children.iter_mut().for_each(without_numbers);
    }
}

/// Makes lines of what begins a new line otherwise. What only colours words is taken apart by the walk.
fn flatten(node: &mut Markup) {
    let Some(children) = node.children_mut() else { return };
    let mut flat = Vec::with_capacity(children.len());
    for mut child in std::mem::take(children) {
        flatten(&mut child);
        match Tag::named(child.tag()) {
            Some(Tag::Br) => flat.push(Markup::Text("\n".to_owned())),
            Some(Tag::Div | Tag::P | Tag::Li | Tag::Ol | Tag::Ul | Tag::Tr | Tag::Td | Tag::Tbody | Tag::Table) => {
                let is_line = matches!(Tag::named(child.tag()), Some(Tag::Div | Tag::P | Tag::Li | Tag::Tr));
                if is_line && !flat.is_empty() {
                    end_line(&mut flat);
                }
                flat.append(&mut child.children_mut().map(std::mem::take).unwrap_or_default());
                if is_line {
                    end_line(&mut flat);
                }
            }
            _ => flat.push(child),
        }
    }
    *children = flat;
}

/// Ends a line that has not ended.
fn end_line(lines: &mut Vec<Markup>) {
    fn ends(node: Option<&Markup>) -> bool {
        match node {
            Some(Markup::Text(text)) => text.ends_with('\n'),
            Some(element) => ends(element.children().last()),
            None => false,
        }
    }
    if !ends(lines.last()) {
        lines.push(Markup::Text("\n".to_owned()));
    }
}
