//! A tree in which only what the allow-list and the link policy let through can exist.

use super::allow_list::{self, Attribute, Tag, Verdict};
use super::link_policy::{self, Resolve};
use super::markup::{Markup, one_line};

/// One node that may be shown. Elements can only be made by [`Cleaner`].
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
    tag: Tag,
    attributes: Vec<(Attribute, String)>,
    children: Vec<SafeNode>,
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

    fn is_rule(&self) -> bool {
        matches!(self, SafeNode::Element(element) if element.tag == Tag::Hr)
    }

    /// Whether it shows anything: a character that is not white space, or a picture.
    pub fn shows_something(&self) -> bool {
        match self {
            SafeNode::Text(text) => !text.trim().is_empty(),
            SafeNode::Element(element) => {
                element.tag == Tag::Img || element.children.iter().any(SafeNode::shows_something)
            }
        }
    }
}

/// One flat list of blocks: loose lines of text become paragraphs, plain boxes around blocks go.
pub fn in_blocks(nodes: Vec<SafeNode>) -> Vec<SafeNode> {
    let mut blocks = Vec::with_capacity(nodes.len());
    collect_blocks(nodes, &mut blocks);
    blocks
}

fn collect_blocks(nodes: Vec<SafeNode>, blocks: &mut Vec<SafeNode>) {
    let mut line = Vec::new();
    for node in nodes {
        if !node.is_block() {
            line.push(node);
            continue;
        }
        end_line(&mut line, blocks);
        match node {
            SafeNode::Element(element) if element.tag == Tag::Div && element.attributes.is_empty() => {
                collect_blocks(element.children, blocks);
            }
            block => blocks.push(block),
        }
    }
    end_line(&mut line, blocks);
}

fn end_line(line: &mut Vec<SafeNode>, blocks: &mut Vec<SafeNode>) {
    let children = std::mem::take(line);
    if children.iter().any(SafeNode::shows_something) {
        blocks.push(SafeNode::Element(SafeElement { tag: Tag::P, attributes: Vec::new(), children }));
    }
}

/// Makes safe nodes from raw ones.
pub struct Cleaner<'a> {
    resolve: &'a Resolve<'a>,
    taken: Vec<&'a Markup>,
}

impl<'a> Cleaner<'a> {
    /// A cleaner for a source whose addresses `resolve` makes absolute.
    pub fn new(resolve: &'a Resolve<'a>) -> Self {
        Cleaner { resolve, taken: Vec::new() }
    }

    /// Leaves this very node (not its equals) out, because it is shown elsewhere.
    pub fn leave_out(&mut self, node: &'a Markup) {
        self.taken.push(node);
    }

    /// What of these nodes may be shown, in their order.
    pub fn clean(&self, nodes: &[Markup]) -> Vec<SafeNode> {
        let mut safe = Vec::with_capacity(nodes.len());
        self.clean_into(nodes, &mut safe);
        safe
    }

    fn clean_into(&self, nodes: &[Markup], out: &mut Vec<SafeNode>) {
        for node in nodes.iter().filter(|node| !self.leaves_out(node)) {
            match node {
                Markup::Text(text) => push_text(out, text),
                Markup::Element { .. } if node.is_unseen() => {}
                Markup::Element { tag, attributes, children } => match allow_list::judge(tag) {
                    Verdict::Drop => {}
                    Verdict::Unwrap => self.clean_into(children, out),
                    Verdict::Keep(Tag::Img) => self.clean_picture(node, out),
                    Verdict::Keep(tag) => self.clean_element(tag, attributes, children, out),
                },
            }
        }
    }

    /// Whether this very node is shown elsewhere.
    pub fn leaves_out(&self, node: &Markup) -> bool {
        self.taken.iter().any(|taken| std::ptr::eq(*taken, node))
    }

    fn clean_element(&self, tag: Tag, raw: &[(String, String)], children: &[Markup], out: &mut Vec<SafeNode>) {
        let mut attributes = judged(tag, raw);
        if tag == Tag::A {
            let address = raw.iter().find(|(name, _)| name == "href");
            match address.map(|(_, address)| link_policy::link(address, self.resolve)) {
                Some(Ok(link)) => attributes.push((Attribute::Href, link.as_str().to_owned())),
                // Without its address a link is only its text.
                Some(Err(_)) | None => return self.clean_into(children, out),
            }
        }
        let children = if tag.is_void() { Vec::new() } else { self.clean(children) };
        if tag.may_be_empty() || children.iter().any(|child| child.shows_something() || child.is_rule()) {
            out.push(SafeNode::Element(SafeElement { tag, attributes, children }));
        } else {
            // Only its white space is left, which may stand between two words.
            children.into_iter().for_each(|child| {
                if let SafeNode::Text(text) = child {
                    push_text(out, &text)
                }
            });
        }
    }

    fn clean_picture(&self, node: &Markup, out: &mut Vec<SafeNode>) {
        match self.picture(node) {
            Some(picture) => out.push(SafeNode::Element(picture)),
            None if is_beacon(node) => {}
            None => push_text(out, node.attribute("alt").unwrap_or_default()),
        }
    }

    /// An `img` that may be shown: of an allowed address, and not one that only counts readers.
    pub fn picture(&self, node: &Markup) -> Option<SafeElement> {
        let Markup::Element { tag, attributes: raw, .. } = node else {
            return None;
        };
        if tag != "img" || is_beacon(node) || node.is_unseen() {
            return None;
        }
        // Pages that load pictures by script keep the address beside a stand-in.
        let source = ["src", "data-src"]
            .iter()
            .filter_map(|name| node.attribute(name))
            .find_map(|address| link_policy::resource(address, self.resolve).ok())?;
        let mut attributes = judged(Tag::Img, raw);
        if !attributes.iter().any(|(name, _)| *name == Attribute::Alt) {
            attributes.push((Attribute::Alt, String::new()));
        }
        attributes.push((Attribute::Src, source.as_str().to_owned()));
        Some(SafeElement { tag: Tag::Img, attributes, children: Vec::new() })
    }
}

/// A picture of one or two pixels shows nothing and tells a stranger who reads.
fn is_beacon(node: &Markup) -> bool {
    ["width", "height"]
        .iter()
        .filter_map(|name| node.attribute(name))
        .any(|length| matches!(length.trim(), "0" | "1" | "2" | "1px" | "0px"))
}

fn judged(tag: Tag, raw: &[(String, String)]) -> Vec<(Attribute, String)> {
    let mut attributes: Vec<(Attribute, String)> = Vec::new();
    for (name, value) in raw {
        if let Some((attribute, value)) = allow_list::attribute(tag, name, value)
            && !attributes.iter().any(|(earlier, _)| *earlier == attribute)
        {
            attributes.push((attribute, value));
        }
    }
    attributes
}

fn push_text(out: &mut Vec<SafeNode>, text: &str) {
    match out.last_mut() {
        Some(SafeNode::Text(before)) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(SafeNode::Text(text.to_owned())),
    }
}
