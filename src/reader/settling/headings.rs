//! Headings without the signs by which their pages offer a link to them.

use super::siblings::{after, before, has_class};
use crate::domain::allow_list::Tag;
use crate::domain::markup::{Markup, one_line};

/// The classes of such signs in the big generators of pages.
const SIGNS: [&str; 20] = [
    "anchor",
    "anchor-link",
    "anchorjs-link",
    "anchorlink",
    "autolink-heading",
    "docs-heading-anchor-permalink",
    "docs-heading-anchor",
    "deep-link",
    "direct-link",
    "hash-link",
    "header-anchor",
    "headerlink",
    "heading-anchor",
    "heading-link",
    "headinglink",
    "heading-permalink",
    "permalink",
    "self-link",
    "sl-anchor-link",
    "subheading-anchor",
];

/// The classes of what is offered beside a heading and is not it.
const TOOLS: [&str; 3] = ["mw-editsection", "editsection", "edit-section"];

/// What the name of a sign begins with.
const NAMES: [&str; 9] = [
    "permalink",
    "permanent link",
    "link to ",
    "direct link",
    "anchor",
    "copy link",
    "section titled",
    "navigate to header",
    "jump to ",
];

/// The words of a heading, in one line.
pub fn heading_words(heading: &Markup) -> String {
    let mut heading = heading.clone();
    strip(&mut heading);
    heading.text()
}

/// Settles the headings among these nodes.
pub(super) fn settle(children: &mut Vec<Markup>) {
    let mut index = 0;
    while index < children.len() {
        if children.get(index).is_some_and(is_heading) {
            index = settle_heading(children, index);
        }
        index += 1;
    }
}

/// Settles one heading, and gives its place afterwards.
fn settle_heading(children: &mut Vec<Markup>, index: usize) -> usize {
    let Some(heading) = children.get_mut(index) else { return index };
    let found = strip(heading);
    let mut id = heading.attribute("id").map(str::to_owned).or(found);
    let mut place = index;
    // Some pages put the sign beside the heading.
    for beside in [after(children, index), before(children, index)].into_iter().flatten() {
        let Some(node) = children.get(beside) else { continue };
        let Some(neighbour) = only_link(node).filter(|link| leads_within(link)) else { continue };
        let named = place_of(neighbour);
        let is_its = id.is_some() && named.as_deref().map(bare) == id.as_deref().map(bare);
        // In a box of its own it may be a line that leads to the heading.
        let is_alone = node.tag() != "a";
        if (is_its && !is_alone) || ((is_its || has_class(neighbour, &SIGNS)) && is_sign(neighbour)) {
            id = id.or(named);
            children.remove(beside);
            place -= usize::from(beside < index);
        }
    }
    if let (Some(id), Some(heading)) = (id.filter(|id| !id.is_empty()), children.get_mut(place)) {
        heading.set_attribute("id", id);
    }
    place
}

/// The link that a node is, or that is all it holds.
fn only_link(node: &Markup) -> Option<&Markup> {
    if node.tag() == "a" {
        return Some(node);
    }
    let mut inside = node.children().iter().filter(|child| !child.is_blank());
    let only = inside.next().filter(|_| matches!(node.tag(), "p" | "div" | "span"))?;
    if inside.next().is_none() { only_link(only) } else { None }
}

fn is_heading(node: &Markup) -> bool {
    node.tag() == "h1" || Tag::named(node.tag()).is_some_and(Tag::is_heading)
}

/// Takes the signs out of a heading and gives the id that they or what stands in it name.
fn strip(heading: &mut Markup) -> Option<String> {
    let own = heading.attribute("id").map(str::to_owned);
    let words = heading.text();
    let mut found = None;
    strip_below(heading, &words, own.as_deref(), &mut found);
    found
}

fn strip_below(node: &mut Markup, words: &str, own: Option<&str>, found: &mut Option<String>) {
    let Some(children) = node.children_mut() else { return };
    let mut index = 0;
    while let Some(child) = children.get_mut(index) {
        let named = child.attribute("id").or_else(|| child.attribute("name").filter(|_| child.tag() == "a"));
        let named = named.map(str::to_owned);
        let whole = child.tag() == "a" && !says_nothing(words) && child.text() == words;
        if has_class(child, &TOOLS) || (!whole && is_sign(child)) {
            *found = found.take().or_else(|| place_of(child)).or(named);
            children.remove(index);
            continue;
        }
        let back = has_class(child, &["toc-backref"]);
        if whole && (back || leads_to_itself(child, own)) {
            let place = place_of(child).filter(|_| !back);
            let inner = child.children_mut().map(std::mem::take).unwrap_or_default();
            *found = found.take().or(place);
            children.splice(index..=index, inner);
            continue;
        }
        if child.tag() == "sup" {
            index += 1;
            continue;
        }
        if found.is_none() && own.is_none() {
            *found = named;
        }
        strip_below(child, words, own, found);
        index += 1;
    }
}

/// Whether a link that is a whole heading leads to that heading.
fn leads_to_itself(link: &Markup, own: Option<&str>) -> bool {
    let place = place_of(link);
    match own {
        Some(own) => place.as_deref().map(bare) == Some(bare(own)),
        None => link.attribute("href").is_some_and(|address| address.trim().starts_with('#')),
    }
}

/// Whether an element in or beside a heading is but a sign: a link to the heading itself that says nothing of it.
fn is_sign(node: &Markup) -> bool {
    let is_link = node.tag() == "a";
    if if is_link { !leads_within(node) } else { !matches!(node.tag(), "span" | "small" | "sup" | "i" | "div") } {
        return false;
    }
    let words = node.text();
    let classed = has_class(node, &SIGNS);
    let unseen = node.attribute("aria-hidden").is_some_and(|value| value == "true");
    let named = |name: &str| node.attribute(name).is_some_and(is_a_name);
    if says_nothing(&words) {
        // A footnote in a heading has a number, and a mark such as “*” leads to its note.
        return is_link && (classed || unseen || named("aria-label") || named("title") || !is_note(&words))
            || (classed || unseen) && !words.is_empty();
    }
    is_a_name(&words) && (is_link || classed) || is_link && unseen && classed
}

fn is_a_name(words: &str) -> bool {
    let words = one_line(words).to_ascii_lowercase();
    NAMES.iter().any(|name| words.starts_with(name)) || words == "#"
}

fn is_note(words: &str) -> bool {
    matches!(
        words.trim_matches(|each: char| each.is_whitespace() || matches!(each, '[' | ']' | '(' | ')')),
        "*" | "†" | "‡" | "**"
    )
}

/// Whether a text holds no letter and no digit.
fn says_nothing(words: &str) -> bool {
    !words.chars().any(char::is_alphanumeric)
}

/// Whether a link leads to a place on its own page, or nowhere.
fn leads_within(link: &Markup) -> bool {
    link.attribute("href").is_none_or(|address| address.contains('#') || address.trim().is_empty())
}

/// The place that a link leads to.
fn place_of(link: &Markup) -> Option<String> {
    let (_, place) = link.attribute("href")?.split_once('#')?;
    (!place.is_empty()).then(|| place.to_owned())
}

fn bare(id: &str) -> &str {
    id.strip_prefix("user-content-").unwrap_or(id)
}
