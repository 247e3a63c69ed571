//! A tree in which only what the allow-list and the link policy let through can exist.

use crate::domain::allow_list::{Attribute, Tag};
use crate::domain::markup::one_line;

/// One node that may be shown. Elements can only be made by the walk of this folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SafeNode {
    /// Characters.
    Text(String),
    /// An element of the allow-list.
    Element(SafeElement),
}

/// An element whose name, attributes and addresses have been judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeElement {
    pub(super) tag: Tag,
    pub(super) attributes: Vec<(Attribute, String)>,
    pub(super) children: Vec<SafeNode>,
}

impl SafeElement {
    /// Its name.
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// Its attributes, each at most once.
    pub fn attributes(&self) -> &[(Attribute, String)] {
        &self.attributes
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: Attribute) -> Option<&str> {
        self.attributes.iter().find(|(each, _)| *each == name).map(|(_, value)| value.as_str())
    }

    /// What stands inside.
    pub fn children(&self) -> &[SafeNode] {
        &self.children
    }

    /// The text inside, in one line.
    pub fn text(&self) -> String {
        fn collect(nodes: &[SafeNode], out: &mut String) {
            for node in nodes {
                match node {
                    SafeNode::Text(text) => out.push_str(text),
                    SafeNode::Element(element) => collect(&element.children, out),
                }
            }
        }
        let mut raw = String::new();
        collect(&self.children, &mut raw);
        one_line(&raw)
    }
}

impl SafeNode {
    /// Whether it is an element that begins a block of its own.
    pub fn is_block(&self) -> bool {
        matches!(self, SafeNode::Element(element) if !element.tag.is_inline() && element.tag != Tag::Br)
    }

    pub(super) fn is_rule(&self) -> bool {
        matches!(self, SafeNode::Element(element) if element.tag == Tag::Hr)
    }

    /// Whether it is an element with an id, to which something may lead.
    pub(super) fn is_anchor(&self) -> bool {
        matches!(self, SafeNode::Element(element) if element.attribute(Attribute::Id).is_some())
    }

    /// Whether it shows anything: a character that is not white space, a picture, or something that plays.
    pub fn shows_something(&self) -> bool {
        match self {
            SafeNode::Text(text) => !text.trim().is_empty(),
            SafeNode::Element(element) => {
                element.tag == Tag::Img
                    || element.tag.is_player()
                    || element.children.iter().any(SafeNode::shows_something)
            }
        }
    }
}
