//! The nodes beside a node.

use crate::domain::markup::Markup;

/// The place of the nearest node before this one that shows something.
pub(super) fn before(children: &[Markup], index: usize) -> Option<usize> {
    (0..index).rev().find(|place| children.get(*place).is_some_and(|node| !node.is_blank()))
}

/// The place of the nearest node after this one that shows something.
pub(super) fn after(children: &[Markup], index: usize) -> Option<usize> {
    (index + 1..children.len()).find(|place| children.get(*place).is_some_and(|node| !node.is_blank()))
}

/// The first element below a node that passes the test, hidden ones too.
pub(super) fn first_below<'a>(node: &'a Markup, test: &dyn Fn(&Markup) -> bool) -> Option<&'a Markup> {
    node.children().iter().find_map(|child| if test(child) { Some(child) } else { first_below(child, test) })
}

/// Whether one of the words of an element's `class` is one of these.
pub(super) fn has_class(node: &Markup, names: &[&str]) -> bool {
    node.attribute("class").is_some_and(|class| class.split_ascii_whitespace().any(|word| names.contains(&word)))
}

/// An element.
pub(super) fn element(tag: &str, attributes: &[(&str, &str)], children: Vec<Markup>) -> Markup {
    let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Markup::Element { tag: tag.to_owned(), attributes, children }
}
