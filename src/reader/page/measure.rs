//! How much text a node holds, and how much of it is in links.

use super::tree::{Id, Tree};
use crate::domain::allow_list::{self, Tag};

/// The text of a node in figures, as a reader would see it: white space collapsed.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Measure {
    /// In characters.
    pub(super) length: usize,
    /// Commas of any script.
    pub(super) commas: usize,
    /// How many of the characters are in links; those of links within the page count a third.
    pub(super) linked: f64,
    /// How many of the characters are in headings.
    pub(super) in_headings: usize,
}

impl Measure {
    /// The share of the text that is in links, 0 to 1.
    pub(super) fn link_density(&self) -> f64 {
        share(self.linked, self.length)
    }

    /// The share of the text that is in headings, 0 to 1.
    pub(super) fn heading_density(&self) -> f64 {
        share(self.in_headings as f64, self.length)
    }
}

fn share(part: f64, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part / whole as f64 }
}

/// Elements whose content a reader does not read as text.
pub(super) fn is_silent(tag: &str) -> bool {
    // What stands in a player is for browsers that have none.
    tag != "math" && (allow_list::is_dropped(tag) || matches!(tag, "audio" | "object" | "video"))
}

/// Whether it is the name of a heading.
pub(super) fn is_heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether a node shows anything: words, a picture, a formula, a player.
pub(super) fn shows(tree: &Tree, id: Id) -> bool {
    const SHOWN: &[&str] = &["img", "picture", "math", "video", "audio", "iframe", "object", "embed"];
    measure(tree, id).length > 0 || SHOWN.contains(&tree.tag(id)) || !tree.named(id, SHOWN).is_empty()
}

/// Measures what is inside a node.
pub(super) fn measure(tree: &Tree, id: Id) -> Measure {
    let mut counting = Counting { found: Measure::default(), space: true, link: 0.0, heading: false };
    counting.add(tree, id);
    counting.found.length -= usize::from(counting.space && counting.found.length > 0);
    counting.found
}

struct Counting {
    found: Measure,
    /// Whether the last character was white space, or nothing has come yet.
    space: bool,
    /// How much a character counts as linked.
    link: f64,
    heading: bool,
}

impl Counting {
    fn add(&mut self, tree: &Tree, id: Id) {
        for each in tree.characters(id).chars() {
            let space = each.is_whitespace();
            if !(space && self.space) {
                self.found.length += 1;
                self.found.linked += self.link;
                self.found.in_headings += usize::from(self.heading);
            }
            self.found.commas += usize::from(is_comma(each));
            self.space = space;
        }
        let tag = tree.tag(id);
        if is_silent(tag) {
            return;
        }
        let (link, heading) = (self.link, self.heading);
        if tag == "a" {
            let within = tree.attribute(id, "href").is_some_and(|href| href.len() > 1 && href.starts_with('#'));
            self.link = if within { 0.3 } else { 1.0 };
        }
        self.heading |= is_heading(tag);
        for child in tree.children(id) {
            self.add(tree, child);
        }
        (self.link, self.heading) = (link, heading);
        if is_block(tag) && !self.space {
            self.found.length += 1;
            self.space = true;
        }
    }
}

fn is_comma(each: char) -> bool {
    matches!(
        each,
        ',' | '\u{060C}'
            | '\u{FE50}'
            | '\u{FE10}'
            | '\u{FE11}'
            | '\u{2E41}'
            | '\u{2E34}'
            | '\u{2E32}'
            | '\u{FF0C}'
            | '、'
    )
}

fn is_block(tag: &str) -> bool {
    Tag::named(tag).is_some_and(|tag| !tag.is_inline())
}

/// The text inside, in one line.
pub(super) fn text(tree: &Tree, id: Id) -> String {
    fn collect(tree: &Tree, id: Id, raw: &mut String) {
        raw.push_str(tree.characters(id));
        let tag = tree.tag(id);
        if is_silent(tag) {
            return;
        }
        for child in tree.children(id) {
            collect(tree, child, raw);
        }
        if is_block(tag) {
            raw.push(' ');
        }
    }
    let mut raw = String::new();
    collect(tree, id, &mut raw);
    crate::domain::markup::one_line(&raw)
}
