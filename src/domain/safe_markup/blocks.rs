//! One flat list of blocks.

use super::safe_node::{SafeElement, SafeNode};
use crate::domain::allow_list::{Attribute, Tag};

/// One flat list of blocks: loose lines of text become paragraphs, plain boxes around blocks go.
pub fn in_blocks(nodes: Vec<SafeNode>) -> Vec<SafeNode> {
    let mut blocks = Blocks { blocks: Vec::with_capacity(nodes.len()), line: Vec::new(), anchors: Vec::new() };
    blocks.collect(nodes);
    blocks.end_line();
    blocks.blocks
}

struct Blocks {
    blocks: Vec<SafeNode>,
    line: Vec<SafeNode>,
    /// Anchors without a text of their own, which wait for what they stand before.
    anchors: Vec<SafeNode>,
}

impl Blocks {
    fn collect(&mut self, nodes: Vec<SafeNode>) {
        for node in nodes {
            if !node.is_block() {
                self.line.push(node);
                continue;
            }
            self.end_line();
            match node {
                SafeNode::Element(element) if element.tag == Tag::Div && element.attributes.is_empty() => {
                    self.collect(element.children);
                    self.end_line();
                }
                block => self.push(block),
            }
        }
    }

    fn end_line(&mut self) {
        let children = std::mem::take(&mut self.line);
        if children.iter().any(SafeNode::shows_something) {
            self.push(SafeNode::Element(SafeElement { tag: Tag::P, attributes: Vec::new(), children }));
        } else {
            self.anchors.extend(children.into_iter().filter(SafeNode::is_anchor));
        }
    }

    fn push(&mut self, mut block: SafeNode) {
        if let SafeNode::Element(element) = &mut block {
            let mut anchors = std::mem::take(&mut self.anchors);
            if element.attribute(Attribute::Id).is_none()
                && let Some(SafeNode::Element(anchor)) = anchors.pop()
            {
                element.attributes.extend(anchor.attributes.into_iter().filter(|(name, _)| *name == Attribute::Id));
            }
            if matches!(element.tag, Tag::P | Tag::Div | Tag::Blockquote) || element.tag.is_heading() {
                element.children.splice(0..0, anchors);
            }
        }
        self.blocks.push(block);
    }
}
