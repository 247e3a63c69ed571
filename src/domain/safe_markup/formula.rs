//! Formulas: what MathML presents, without what acts, leads elsewhere or holds other languages.

use super::attributes::judged;
use super::safe_node::{SafeElement, SafeNode};
use crate::domain::allow_list::Tag;
use crate::domain::markup::{Markup, one_line};

/// How deep a formula may nest.
const DEEPEST: usize = 32;

/// What may be shown of a `math`.
pub(super) fn formula(node: &Markup) -> Option<SafeElement> {
    let element = SafeElement { tag: Tag::Math, attributes: judged(Tag::Math, node), children: parts(node, 0) };
    element.children.iter().any(SafeNode::shows_something).then_some(element)
}

fn parts(node: &Markup, depth: usize) -> Vec<SafeNode> {
    node.children().iter().filter_map(|child| part(child, depth)).map(SafeNode::Element).collect()
}

fn part(node: &Markup, depth: usize) -> Option<SafeElement> {
    let tag = match node.tag() {
        // White space between elements says nothing, and other text has no place there.
        "" if node.is_blank() => return None,
        "" => Tag::Mtext,
        // What is drawn comes first, then what it means.
        "semantics" => {
            return node.children().iter().find(|child| !child.is_blank()).and_then(|child| part(child, depth));
        }
        "none" => Tag::Mrow,
        "mfenced" => return Some(fenced(node, depth)),
        "mlabeledtr" => Tag::Mtr,
        name => match Tag::named(name).filter(|tag| tag.is_in_formula()) {
            Some(tag) => tag,
            // A link or a box around a part is not the part.
            None if matches!(name, "menclose" | "mpadded" | "a" | "maction" | "mstack" | "mrow") => Tag::Mrow,
            None => return None,
        },
    };
    if matches!(tag, Tag::Mi | Tag::Mn | Tag::Mo | Tag::Ms | Tag::Mtext) {
        return Some(token(tag, node));
    }
    if depth >= DEEPEST {
        return Some(token(Tag::Mtext, node));
    }
    let only_first = node.tag() == "maction";
    let mut children = parts(node, depth + 1);
    if only_first {
        children.truncate(1);
    }
    if node.tag() == "mlabeledtr" && !children.is_empty() {
        children.remove(0);
    }
    Some(if holds(tag, children.len()) {
        SafeElement { tag, attributes: judged(tag, node), children }
    } else {
        SafeElement { tag: Tag::Mrow, attributes: Vec::new(), children }
    })
}

/// Whether an element is drawn with so many parts; with others it is drawn as an error.
fn holds(tag: Tag, parts: usize) -> bool {
    match tag {
        Tag::Mfrac | Tag::Mroot | Tag::Msub | Tag::Msup | Tag::Munder | Tag::Mover => parts == 2,
        Tag::Msubsup | Tag::Munderover => parts == 3,
        _ => true,
    }
}

/// An element that holds text alone.
fn token(tag: Tag, node: &Markup) -> SafeElement {
    let text = match node {
        Markup::Text(text) => one_line(text),
        element => element.text(),
    };
    let children = if text.is_empty() { Vec::new() } else { vec![SafeNode::Text(text)] };
    SafeElement { tag, attributes: judged(tag, node), children }
}

/// Browsers draw no fences by themselves any more.
fn fenced(node: &Markup, depth: usize) -> SafeElement {
    let sign = |sign: &str| {
        let children = vec![SafeNode::Text(sign.to_owned())];
        SafeNode::Element(SafeElement { tag: Tag::Mo, attributes: Vec::new(), children })
    };
    let separators: Vec<char> =
        node.attribute("separators").unwrap_or(",").chars().filter(|each| !each.is_whitespace()).collect();
    let mut children = vec![sign(node.attribute("open").unwrap_or("("))];
    for (index, inner) in if depth < DEEPEST { parts(node, depth + 1) } else { Vec::new() }.into_iter().enumerate() {
        if let Some(separator) = index.checked_sub(1).and_then(|place| separators.get(place).or(separators.last())) {
            children.push(sign(&separator.to_string()));
        }
        children.push(inner);
    }
    children.push(sign(node.attribute("close").unwrap_or(")")));
    children.retain(
        |child| !matches!(child, SafeNode::Element(element) if element.tag == Tag::Mo && element.text().is_empty()),
    );
    SafeElement { tag: Tag::Mrow, attributes: Vec::new(), children }
}
