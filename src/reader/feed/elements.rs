//! Looking into the elements of XML.

use crate::domain::attribute_value;
use crate::domain::markup::Markup;
use crate::reader::source::Source;

/// The elements right inside one.
pub(super) fn elements(node: &Markup) -> impl Iterator<Item = &Markup> {
    node.children().iter().filter(|child| !child.tag().is_empty())
}

/// Those of a name.
pub(super) fn children<'a>(node: &'a Markup, name: &'a str) -> impl Iterator<Item = &'a Markup> {
    elements(node).filter(move |child| child.tag() == name)
}

/// The first of a name.
pub(super) fn child<'a>(node: &'a Markup, name: &'a str) -> Option<&'a Markup> {
    children(node, name).next()
}

/// All characters inside, as they stand: what looks like an element in them is text.
pub(super) fn characters(node: &Markup) -> String {
    let mut text = String::new();
    node.walk(&mut |inner| {
        if let Markup::Text(inner) = inner {
            text.push_str(inner);
        }
    });
    text
}

/// The characters in the first element of a name that has any.
pub(super) fn said(node: &Markup, name: &str) -> Option<String> {
    children(node, name).map(characters).find(|text| !text.trim().is_empty()).map(|text| text.trim().to_owned())
}

/// The value of an attribute that says something.
pub(super) fn attribute<'a>(node: &'a Markup, name: &str) -> Option<&'a str> {
    node.attribute(name).map(str::trim).filter(|value| !value.is_empty())
}

/// The language of the innermost of these elements that says one.
pub(super) fn language(inwards: &[&Markup]) -> Option<String> {
    inwards.iter().rev().find_map(|node| attribute(node, "xml:lang")).and_then(attribute_value::language)
}

/// What addresses in the innermost of these elements are relative to: each may say it, relative to the one around it. Where none
/// does, it is the entry's own address.
pub(super) fn base(source: &Source, inwards: &[&Markup], link: Option<&str>) -> Option<String> {
    let mut base: Option<String> = None;
    for said in inwards.iter().filter_map(|node| attribute(node, "xml:base")) {
        base = (source.resolve)(said, base.as_deref().unwrap_or(source.address)).or(base);
    }
    base.or_else(|| (source.resolve)(link?, source.address))
}
