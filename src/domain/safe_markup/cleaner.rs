//! The walk: judges every node of an untrusted tree, and makes of it what may be shown.

use super::anchors::Anchors;
use super::attributes::judged;
use super::formula::formula;
use super::player::player;
use super::safe_node::{SafeElement, SafeNode};
use super::survey::Survey;
use crate::domain::allow_list::{self, Attribute, Tag, Verdict};
use crate::domain::attribute_value::is_point;
use crate::domain::link_policy::{self, Resolve};
use crate::domain::markup::Markup;
use crate::domain::srcset;

/// How deep elements may nest that are shown; what lies deeper is shown without its elements. Drawing recurses with much on the
/// stack at each level.
pub const MAX_SHOWN_DEPTH: usize = 64;

/// Makes safe nodes from raw ones.
pub struct Cleaner<'a> {
    resolve: &'a Resolve<'a>,
    anchors: Anchors,
    taken: Vec<&'a Markup>,
}

impl<'a> Cleaner<'a> {
    /// A cleaner for a text that was surveyed, and that calls itself by the address `own`. `resolve` makes its addresses absolute.
    pub fn new(survey: Survey<'_>, own: Option<&str>, resolve: &'a Resolve<'a>) -> Self {
        Cleaner { resolve, anchors: Anchors::of(survey, own, resolve), taken: Vec::new() }
    }

    /// Leaves this very node (not its equals) out, because it is shown elsewhere.
    pub fn leave_out(&mut self, node: &'a Markup) {
        self.taken.push(node);
    }

    /// Whether this very node is shown elsewhere.
    pub fn leaves_out(&self, node: &Markup) -> bool {
        self.taken.iter().any(|taken| std::ptr::eq(*taken, node))
    }

    /// What of these nodes may be shown, in their order.
    pub fn clean(&self, nodes: &[Markup]) -> Vec<SafeNode> {
        shallow(self.clean_inside(nodes), MAX_SHOWN_DEPTH)
    }

    /// What of the node that comes next may be shown, with no more than so many elements inside each other, behind what came before.
    pub(super) fn clean_next(&self, node: &Markup, most: usize, out: &mut Vec<SafeNode>) {
        shallow(self.clean_inside(std::slice::from_ref(node)), most).into_iter().for_each(|safe| push(out, safe));
    }

    /// Whether this very node is but a box: nothing leads to it, and it says nothing about what is inside.
    pub(super) fn is_box(&self, node: &Markup) -> bool {
        allow_list::judge(node.tag()) == Verdict::Keep(Tag::Div)
            && node.attribute("hidden").is_none()
            && judged(Tag::Div, node).is_empty()
            && self.anchors.id(node).is_none()
            && !self.leaves_out(node)
    }

    /// What may be shown of what stands inside an element, with the id of that element.
    pub fn clean_content(&self, element: &Markup) -> Vec<SafeNode> {
        let safe = self.clean(element.children());
        match self.anchors.id(element) {
            Some(id) => with_id(safe, id),
            None => safe,
        }
    }

    fn clean_inside(&self, nodes: &[Markup]) -> Vec<SafeNode> {
        let mut safe = Vec::with_capacity(nodes.len());
        self.clean_into(nodes, &mut safe);
        safe
    }

    fn clean_into(&self, nodes: &[Markup], out: &mut Vec<SafeNode>) {
        for node in nodes.iter().filter(|node| !self.leaves_out(node)) {
            match self.anchors.id(node) {
                None => self.clean_node(node, out),
                Some(id) => {
                    let mut own = Vec::new();
                    self.clean_node(node, &mut own);
                    out.extend(with_id(own, id));
                }
            }
        }
    }

    fn clean_node(&self, node: &Markup, out: &mut Vec<SafeNode>) {
        let Markup::Element { tag, children, .. } = node else {
            if let Markup::Text(text) = node {
                push_text(out, text);
            }
            return;
        };
        if node.attribute("hidden").is_some() {
            return;
        }
        match allow_list::judge(tag) {
            Verdict::Drop => {}
            Verdict::Keep(tag) if tag.is_player() => {
                out.extend(player(tag, node, self.resolve).map(SafeNode::Element));
            }
            Verdict::Keep(Tag::Math) => out.extend(formula(node).map(SafeNode::Element)),
            Verdict::Keep(Tag::Img) => self.clean_picture(node, out),
            Verdict::Keep(tag) => self.clean_element(tag, node, out),
            Verdict::Unwrap => self.clean_into(children, out),
        }
    }

    fn clean_element(&self, tag: Tag, node: &Markup, out: &mut Vec<SafeNode>) {
        let mut attributes = judged(tag, node);
        if tag == Tag::A {
            match self.link(node) {
                Some(address) => attributes.push((Attribute::Href, address)),
                // Without its address a link is only its text.
                None => return self.clean_into(node.children(), out),
            }
        }
        let children = if tag.is_void() { Vec::new() } else { self.clean_inside(node.children()) };
        close(tag, attributes, children, out);
    }

    /// The address of a link: a place in the article, or anywhere that the link policy lets a reader be led to.
    fn link(&self, node: &Markup) -> Option<String> {
        let address = node.attribute("href")?;
        self.anchors.within(address, self.resolve).or_else(|| {
            // Such a link is a button, whose script is not here.
            let leads_nowhere = address.trim() == "#";
            let link = link_policy::link(address, self.resolve).ok().filter(|_| !leads_nowhere)?;
            Some(link.as_str().to_owned())
        })
    }
    fn clean_picture(&self, node: &Markup, out: &mut Vec<SafeNode>) {
        match self.picture(node) {
            Some(picture) => out.push(SafeNode::Element(picture)),
            None if is_beacon(node) => {}
            None => push_text(out, node.attribute("alt").unwrap_or_default()),
        }
    }

    /// A picture that is shown apart, with the id of itself or of the figure around it.
    pub fn lead(&self, image: &Markup, figure: Option<&Markup>) -> Option<SafeElement> {
        let mut shown = self.picture(image)?;
        if let Some(id) = figure.and_then(|figure| self.anchors.id(figure)).or_else(|| self.anchors.id(image)) {
            shown.attributes.insert(0, (Attribute::Id, id.to_owned()));
        }
        Some(shown)
    }

    /// An `img` that may be shown: of an allowed address, and not one that only counts readers.
    pub fn picture(&self, node: &Markup) -> Option<SafeElement> {
        if node.tag() != "img" || is_beacon(node) || node.is_unseen() {
            return None;
        }
        let set = node.attribute("srcset").and_then(|set| srcset::judged(set, self.resolve));
        let first = || Some(srcset::candidates(set.as_deref()?).first()?.address.to_owned());
        let source = node.attribute("src").filter(|address| !address.trim().is_empty());
        let source = source.and_then(|address| link_policy::resource(address, self.resolve).ok());
        let source = source.map(|link| link.as_str().to_owned()).or_else(first)?;
        let mut attributes = judged(Tag::Img, node);
        if !attributes.iter().any(|(name, _)| *name == Attribute::Alt) {
            attributes.push((Attribute::Alt, String::new()));
        }
        match set {
            Some(set) => attributes.push((Attribute::Srcset, set)),
            None => attributes.retain(|(name, _)| *name != Attribute::Sizes),
        }
        attributes.push((Attribute::Src, source));
        Some(SafeElement { tag: Tag::Img, attributes, children: Vec::new() })
    }
}

/// Ends an element that may be shown, around what may be shown of its content.
pub(super) fn close(tag: Tag, attributes: Vec<(Attribute, String)>, children: Vec<SafeNode>, out: &mut Vec<SafeNode>) {
    // A paragraph holds no blocks.
    let tag = if tag == Tag::P && children.iter().any(SafeNode::is_block) { Tag::Div } else { tag };
    if says_nothing(tag, &attributes, &children) {
        children.into_iter().for_each(|child| push(out, child));
    } else if tag.may_be_empty() || children.iter().any(|child| child.shows_something() || child.is_rule()) {
        out.push(SafeNode::Element(SafeElement { tag, attributes, children }));
    } else {
        // Only its white space is left, which may stand between two words, and places that something leads to.
        children
            .into_iter()
            .filter(|child| matches!(child, SafeNode::Text(_)) || child.is_anchor())
            .for_each(|child| push(out, child));
    }
}

/// A picture of one or two pixels tells a stranger who reads.
fn is_beacon(node: &Markup) -> bool {
    is_point(["width", "height"].map(|name| node.attribute(name)))
}

/// The same with no more than so many elements inside each other. What lies deeper loses its elements, blocks stay apart by a space.
fn shallow(nodes: Vec<SafeNode>, most: usize) -> Vec<SafeNode> {
    let mut flat = Vec::with_capacity(nodes.len());
    for node in nodes {
        let apart = node.is_block();
        match node {
            SafeNode::Element(mut element) if most > 0 => {
                element.children = shallow(element.children, most - 1);
                flat.push(SafeNode::Element(element));
            }
            SafeNode::Element(element) if element.tag.is_void() || element.tag.is_player() => {
                flat.push(SafeNode::Element(element));
            }
            SafeNode::Element(element) => {
                if apart {
                    push_text(&mut flat, " ");
                }
                shallow(element.children, 0).into_iter().for_each(|child| push(&mut flat, child));
                if apart {
                    push_text(&mut flat, " ");
                }
            }
            text => push(&mut flat, text),
        }
    }
    flat
}

/// Whether it is but a box around what is apart anyway, or a mark around words that nobody sees.
fn says_nothing(tag: Tag, attributes: &[(Attribute, String)], children: &[SafeNode]) -> bool {
    let apart = |child: &SafeNode| child.is_block() || !child.shows_something();
    attributes.is_empty()
        && match tag {
            Tag::Span => true,
            Tag::Div => children.iter().all(apart) && children.iter().any(SafeNode::is_block),
            _ => false,
        }
}

/// Puts an id on the first element of what was made of one node, or before its text.
fn with_id(mut made: Vec<SafeNode>, id: &str) -> Vec<SafeNode> {
    let id = (Attribute::Id, id.to_owned());
    match made.first_mut() {
        Some(SafeNode::Element(first)) if !first.attributes.iter().any(|(name, _)| *name == Attribute::Id) => {
            first.attributes.insert(0, id);
        }
        _ => {
            let place = SafeElement { tag: Tag::Span, attributes: vec![id], children: Vec::new() };
            made.insert(0, SafeNode::Element(place));
        }
    }
    made
}

fn push_text(out: &mut Vec<SafeNode>, text: &str) {
    match out.last_mut() {
        Some(SafeNode::Text(before)) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(SafeNode::Text(text.to_owned())),
    }
}

pub(super) fn push(out: &mut Vec<SafeNode>, node: SafeNode) {
    match node {
        SafeNode::Text(text) => push_text(out, &text),
        element => out.push(element),
    }
}
