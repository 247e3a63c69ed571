//! What an untrusted tree holds that has or names an id, looked for bit by bit.

use crate::domain::allow_list::{self, Verdict};
use crate::domain::markup::Markup;

/// What the ids of GitHub's readers begin with; links name them without.
const FOREIGN_PREFIX: &str = "user-content-";

/// So many nodes are looked at in one step.
const NODES: usize = 128;

/// What was found so far, in the order of the tree.
pub struct Survey<'a> {
    waiting: Vec<&'a Markup>,
    /// Names, each with whether it is no heading's, with its number in the tree, and with who has it.
    pub(super) named: Vec<(&'a str, bool, usize, &'a Markup)>,
    pub(super) headings: Vec<&'a Markup>,
    /// The addresses of links.
    pub(super) links: Vec<&'a str>,
}

impl<'a> Survey<'a> {
    /// Begins with this node.
    pub fn of(text: &'a Markup) -> Self {
        Self { waiting: vec![text], named: Vec::new(), headings: Vec::new(), links: Vec::new() }
    }

    /// Looks at some more, and gives whether there was any.
    pub fn goes_on(&mut self) -> bool {
        for _ in 0..NODES {
            let Some(node) = self.waiting.pop() else { return false };
            self.look_at(node);
        }
        true
    }

    fn look_at(&mut self, node: &'a Markup) {
        let Markup::Element { tag, children, .. } = node else { return };
        let verdict = allow_list::judge(tag);
        if verdict == Verdict::Drop || node.attribute("hidden").is_some() {
            return;
        }
        let is_heading = matches!(verdict, Verdict::Keep(tag) if tag.is_heading());
        if is_heading {
            self.headings.push(node);
        }
        let named = node.attribute("id").or_else(|| node.attribute("name").filter(|_| tag == "a"));
        if let Some(name) = named.map(without_prefix).filter(|name| !name.is_empty()) {
            self.named.push((name, !is_heading, self.named.len(), node));
        }
        if let Some(address) = node.attribute("href").filter(|_| tag == "a") {
            self.links.push(address);
        }
        if !matches!(verdict, Verdict::Keep(tag) if tag.is_player()) {
            self.waiting.extend(children.iter().rev());
        }
    }
}

/// A name as links have it.
pub(super) fn without_prefix(name: &str) -> &str {
    name.strip_prefix(FOREIGN_PREFIX).unwrap_or(name)
}
