//! How much text a node holds, and how much of it is in links.

use super::figures::Figures;
use super::tree::{Id, Tree};

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

/// Whether a node holds no more than so many characters of text. No more of it is looked at than that.
pub(super) fn is_short(tree: &Tree, id: Id, most: usize) -> bool {
    fn count(tree: &Tree, id: Id, most: usize, found: &mut usize) {
        *found += tree.figures(id).length;
        if tree.manner(id).is_silent {
            return;
        }
        for child in tree.children(id) {
            if *found > most {
                return;
            }
            count(tree, child, most, found);
        }
    }
    let mut found = 0;
    count(tree, id, most, &mut found);
    found <= most
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
    fn add_text(&mut self, figures: Figures) {
        if figures.length > 0 {
            // White space behind white space is none.
            let length = figures.length - usize::from(self.space && figures.opens_blank);
            self.found.length += length;
            self.found.linked += length as f64 * self.link;
            self.found.in_headings += if self.heading { length } else { 0 };
            self.found.commas += figures.commas;
            self.space = figures.ends_blank;
        }
    }

    fn add(&mut self, tree: &Tree, id: Id) {
        if tree.is_text(id) {
            return self.add_text(tree.figures(id));
        }
        let manner = tree.manner(id);
        if manner.is_silent {
            return;
        }
        let (link, heading) = (self.link, self.heading);
        if tree.tag(id) == "a" {
            let within = tree.attribute(id, "href").is_some_and(|href| href.len() > 1 && href.starts_with('#'));
            self.link = if within { 0.3 } else { 1.0 };
        }
        self.heading |= manner.is_heading;
        for child in tree.children(id) {
            self.add(tree, child);
        }
        (self.link, self.heading) = (link, heading);
        if manner.is_block && !self.space {
            self.found.length += 1;
            self.space = true;
        }
    }
}

/// The text inside, in one line.
pub(super) fn text(tree: &Tree, id: Id) -> String {
    fn collect(tree: &Tree, id: Id, raw: &mut String) {
        raw.push_str(tree.characters(id));
        let manner = tree.manner(id);
        if manner.is_silent {
            return;
        }
        for child in tree.children(id) {
            collect(tree, child, raw);
        }
        if manner.is_block {
            raw.push(' ');
        }
    }
    let mut raw = String::new();
    collect(tree, id, &mut raw);
    crate::domain::markup::one_line(&raw)
}
