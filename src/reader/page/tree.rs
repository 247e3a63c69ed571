//! A page as the finder works on it: nodes that know their parents and may be taken out, over the markup as it was parsed.

use super::figures::Figures;
use super::manner::Manner;
use crate::domain::markup::Markup;

/// What stands in for scripts that do not run is the text itself where it is at least so long, in bytes.
const LONG_TEXT: usize = 1_000;

/// A node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id(usize);

#[derive(Clone, Debug, Default)]
struct Node<'a> {
    /// Empty for text.
    tag: &'a str,
    manner: Manner,
    attributes: &'a [(String, String)],
    /// Empty for elements.
    text: &'a str,
    figures: Figures,
    parent: Option<Id>,
    children: Vec<Id>,
}

fn tells_of_article(markup: &Markup) -> bool {
    markup.tag() == "time"
        || markup.attribute("class").is_some_and(|class| class.contains("author"))
        || markup.children().iter().any(tells_of_article)
}

/// A page. An [`Id`] of another tree is an element without a name here.
#[derive(Clone, Debug)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    parsed: usize,
}

impl<'a> Tree<'a> {
    /// The whole of a parsed page.
    pub(super) fn of(page: &'a Markup) -> Self {
        let mut tree = Tree { nodes: Vec::new(), parsed: 0 };
        tree.copy(page, None);
        tree.parsed = tree.nodes.len();
        tree
    }

    fn copy(&mut self, markup: &'a Markup, parent: Option<Id>) -> Id {
        let id = Id(self.nodes.len());
        match markup {
            Markup::Text(text) => {
                self.nodes.push(Node { text, figures: Figures::of(text), parent, ..Node::default() });
            }
            Markup::Element { tag, attributes, children } => {
                // A page that scripts draw has its text there.
                let is_text =
                    tag == "noscript" && children.iter().map(|child| child.text().len()).sum::<usize>() >= LONG_TEXT;
                let tag: &'a str = if is_text { "div" } else { tag };
                self.nodes.push(Node { tag, manner: Manner::of(tag), attributes, parent, ..Node::default() });
                // Of menus only those are of use that tell who wrote the article, and when.
                let is_menu = tag == "nav" && !tells_of_article(markup);
                let children = if is_menu { &[][..] } else { children };
                let children = children.iter().map(|child| self.copy(child, Some(id))).collect();
                if let Some(node) = self.nodes.get_mut(id.0) {
                    node.children = children;
                }
            }
        }
        id
    }

    /// The element around everything.
    pub(super) fn root(&self) -> Id {
        Id(0)
    }

    /// How many nodes there have been; an [`Id`]'s place is below it.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether a node was parsed, and not made here.
    pub(super) fn is_of_page(&self, id: Id) -> bool {
        id.0 < self.parsed
    }

    /// The place of a node in a table beside this tree.
    pub(super) fn place(&self, id: Id) -> usize {
        id.0
    }

    /// The node's name in lower case, or nothing for text.
    pub(super) fn tag(&self, id: Id) -> &'a str {
        self.nodes.get(id.0).map_or("", |node| node.tag)
    }

    /// How an element stands in the page.
    pub(super) fn manner(&self, id: Id) -> Manner {
        self.nodes.get(id.0).map_or(Manner::default(), |node| node.manner)
    }

    /// Whether it is text.
    pub(super) fn is_text(&self, id: Id) -> bool {
        id.0 > 0 && self.tag(id).is_empty()
    }

    /// The characters of a text node itself.
    pub(super) fn characters(&self, id: Id) -> &'a str {
        self.nodes.get(id.0).map_or("", |node| node.text)
    }

    /// What the characters of a text node itself count.
    pub(super) fn figures(&self, id: Id) -> Figures {
        self.nodes.get(id.0).map_or(Figures::default(), |node| node.figures)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&'a str> {
        let attributes = self.nodes.get(id.0).map_or(&[][..], |node| node.attributes);
        attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether an attribute that holds a list of words names this one.
    pub(super) fn has_word(&self, id: Id, attribute: &str, word: &str) -> bool {
        self.attribute(id, attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|each| each.eq_ignore_ascii_case(word)))
    }

    /// What stands inside and was not taken out.
    pub(super) fn children(&self, id: Id) -> impl DoubleEndedIterator<Item = Id> + Clone + '_ {
        let listed = self.nodes.get(id.0).map_or(&[][..], |node| &node.children);
        listed.iter().copied().filter(move |child| self.parent(*child) == Some(id))
    }

    /// What it stands in; nothing for the root and for what was taken out.
    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes.get(id.0).and_then(|node| node.parent)
    }

    /// What it stands in, from the nearest outwards.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.parent(id), |id| self.parent(*id))
    }

    /// Whether it stands in an element that passes the test.
    pub(super) fn is_inside(&self, id: Id, test: impl Fn(Id) -> bool) -> bool {
        self.ancestors(id).any(test)
    }

    /// Everything inside, each before what it holds, itself left out.
    pub(super) fn inside(&self, id: Id) -> Vec<Id> {
        fn collect(tree: &Tree, id: Id, all: &mut Vec<Id>) {
            for child in tree.children(id) {
                all.push(child);
                collect(tree, child, all);
            }
        }
        let mut all = Vec::new();
        collect(self, id, &mut all);
        all
    }

    /// The elements of one of these names inside.
    pub(super) fn named(&self, id: Id, tags: &[&str]) -> Vec<Id> {
        let mut all = self.inside(id);
        all.retain(|inner| tags.contains(&self.tag(*inner)));
        all
    }

    /// Takes a node out of what it stands in.
    pub(super) fn take_out(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.parent = None;
        }
    }

    /// Calls an element something else.
    pub(super) fn rename(&mut self, id: Id, tag: &'static str) {
        if let Some(node) = self.nodes.get_mut(id.0) {
            (node.tag, node.manner) = (tag, Manner::of(tag));
        }
    }

    /// A new element around these nodes, which has yet to be given a place.
    pub(super) fn element(&mut self, tag: &'static str, children: Vec<Id>) -> Id {
        let id = Id(self.nodes.len());
        self.nodes.push(Node { tag, manner: Manner::of(tag), ..Node::default() });
        self.set_children(id, children);
        id
    }

    /// Puts these nodes, and no others, into an element.
    pub(super) fn set_children(&mut self, id: Id, children: Vec<Id>) {
        for child in &children {
            if let Some(node) = self.nodes.get_mut(child.0) {
                node.parent = Some(id);
            }
        }
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.children = children;
        }
    }

    /// Makes an element what the one inside is that it holds.
    pub(super) fn become_child(&mut self, id: Id, child: Id) {
        let children: Vec<Id> = self.children(child).collect();
        let Some(inner) = self.nodes.get(child.0).map(|node| (node.tag, node.manner, node.attributes)) else { return };
        self.take_out(child);
        if let Some(node) = self.nodes.get_mut(id.0) {
            (node.tag, node.manner, node.attributes) = inner;
        }
        self.set_children(id, children);
    }

    /// A node with everything that is still inside, as markup. What its author hid and was left in is to be read.
    pub(super) fn markup(&self, id: Id) -> Markup {
        match self.nodes.get(id.0) {
            Some(node) if node.tag.is_empty() && id.0 > 0 => Markup::Text(node.text.to_owned()),
            Some(node) => Markup::Element {
                tag: node.tag.to_owned(),
                attributes: node.attributes.iter().filter(|(name, _)| name != "hidden").cloned().collect(),
                children: self.children(id).map(|child| self.markup(child)).collect(),
            },
            None => Markup::Text(String::new()),
        }
    }
}
