//! Builds a `Markup` tree from a parser's open, text and close events, within bounds on depth and size.

use super::allow_list;
use super::markup::Markup;

/// How deep a tree may nest; what lies deeper keeps its text and loses its elements. Browsers' own parsers go no deeper.
/// Every walk of the tree recurses, so this bounds the stack.
pub const MAX_DEPTH: usize = 512;

/// How many nodes a tree may have; more would freeze the page that draws them.
pub const MAX_NODES: usize = 60_000;

/// The tree had more than [`MAX_NODES`] nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyNodes;

struct Open {
    tag: String,
    attributes: Vec<(String, String)>,
    children: Vec<Markup>,
}

/// Collects one tree. Its root is an element without a name.
pub struct MarkupBuilder {
    above: Vec<Open>,
    here: Open,
    beyond: usize,
    /// How many elements too deep the one is whose text is nobody's to see.
    muted: Option<usize>,
    nodes: usize,
}

impl Default for MarkupBuilder {
    fn default() -> Self {
        let root = Open { tag: String::new(), attributes: Vec::new(), children: Vec::new() };
        MarkupBuilder { above: Vec::new(), here: root, beyond: 0, muted: None, nodes: 0 }
    }
}

impl MarkupBuilder {
    /// Whether an element is worth reading at all; the parser skips it and its content otherwise. `kind` is its attribute `type`,
    /// which decides for scripts: only those that hold data are read, and never shown.
    pub fn wants(tag: &str, kind: Option<&str>) -> bool {
        match tag {
            "script" => kind.is_some_and(allow_list::is_data),
            _ => !allow_list::is_active(tag),
        }
    }

    /// Whether no more is taken, so that a parser may stop early.
    pub fn is_full(&self) -> bool {
        self.nodes > MAX_NODES
    }

    /// An element begins. `tag` and the names of the attributes are in lower case.
    pub fn open(&mut self, tag: &str, attributes: Vec<(String, String)>) {
        self.nodes += 1;
        if self.beyond > 0 || self.above.len() >= MAX_DEPTH || self.is_full() {
            self.beyond += 1;
            if self.muted.is_none() && allow_list::is_dropped(tag) {
                self.muted = Some(self.beyond);
            }
            return;
        }
        let inner = Open { tag: tag.to_owned(), attributes, children: Vec::new() };
        self.above.push(std::mem::replace(&mut self.here, inner));
    }

    /// Characters inside the element that is open.
    pub fn text(&mut self, text: &str) {
        if text.is_empty() || self.muted.is_some() || self.is_full() {
            return;
        }
        if let Some(Markup::Text(before)) = self.here.children.last_mut() {
            before.push_str(text);
            return;
        }
        self.nodes += 1;
        self.here.children.push(Markup::Text(text.to_owned()));
    }

    /// The element that was opened last ends.
    pub fn close(&mut self) {
        if self.beyond > 0 {
            if self.muted == Some(self.beyond) {
                self.muted = None;
            }
            self.beyond -= 1;
        } else if let Some(outer) = self.above.pop() {
            let inner = std::mem::replace(&mut self.here, outer);
            self.here.children.push(Markup::Element {
                tag: inner.tag,
                attributes: inner.attributes,
                children: inner.children,
            });
        }
    }

    /// The whole tree; elements still open are closed.
    ///
    /// # Errors
    /// [`TooManyNodes`], rather than a tree that silently ends in the middle.
    pub fn finish(mut self) -> Result<Markup, TooManyNodes> {
        if self.is_full() {
            return Err(TooManyNodes);
        }
        self.beyond = 0;
        while !self.above.is_empty() {
            self.close();
        }
        Ok(Markup::Element { tag: self.here.tag, attributes: self.here.attributes, children: self.here.children })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(tree: &Markup) -> usize {
        1 + tree.children().iter().map(depth).max().unwrap_or(0)
    }

    #[test]
    fn what_lies_too_deep_keeps_its_text_and_what_follows_keeps_its_place() {
        let mut builder = MarkupBuilder::default();
        for _ in 0..100_000 / 2 {
            builder.open("div", vec![]);
        }
        builder.text("deep");
        for _ in 0..100_000 / 2 {
            builder.close();
        }
        builder.open("p", vec![]);
        builder.text("after");
        let tree = builder.finish().unwrap();
        assert_eq!(depth(&tree), MAX_DEPTH + 2);
        assert_eq!(tree.text(), "deep after");
        assert_eq!(tree.children().last().map(Markup::tag), Some("p"));
    }

    #[test]
    fn of_all_scripts_only_data_is_read() {
        for kind in ["application/ld+json", " Application/LD+JSON; charset=utf-8", "math/tex", "math/tex; mode=display"]
        {
            assert!(MarkupBuilder::wants("script", Some(kind)), "{kind}");
        }
        for kind in
            [None, Some(""), Some("module"), Some("text/javascript"), Some("application/json"), Some("x;math/tex")]
        {
            assert!(!MarkupBuilder::wants("script", kind), "{kind:?}");
        }
        for tag in ["noscript", "iframe", "object", "video", "math", "p"] {
            assert!(MarkupBuilder::wants(tag, None), "{tag}");
        }
        for tag in ["style", "svg", "template", "canvas"] {
            assert!(!MarkupBuilder::wants(tag, Some("application/ld+json")), "{tag}");
        }
    }

    #[test]
    fn too_many_nodes_are_refused_and_not_cut_off() {
        let mut builder = MarkupBuilder::default();
        for _ in 0..=MAX_NODES {
            builder.open("br", vec![]);
            builder.close();
        }
        assert_eq!(builder.finish(), Err(TooManyNodes));
    }
}
