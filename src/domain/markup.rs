//! A raw, untrusted tree of markup, as some parser read it; nothing in it may be shown before `safe_markup` has judged it.

use super::allow_list::{self, Tag};

/// One node of an untrusted tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markup {
    /// Characters, already decoded (no entities).
    Text(String),
    /// An element with everything it came with.
    Element {
        /// Lower-case local name.
        tag: String,
        /// Names in lower case, in the order of the source.
        attributes: Vec<(String, String)>,
        /// What stands inside.
        children: Vec<Markup>,
    },
}

impl Markup {
    /// The element's name, or nothing for text.
    pub fn tag(&self) -> &str {
        match self {
            Markup::Text(_) => "",
            Markup::Element { tag, .. } => tag,
        }
    }

    /// What stands inside; nothing for text.
    pub fn children(&self) -> &[Markup] {
        match self {
            Markup::Text(_) => &[],
            Markup::Element { children, .. } => children,
        }
    }

    /// The value of an attribute; the first one wins, as in HTML.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        match self {
            Markup::Text(_) => None,
            Markup::Element { attributes, .. } => {
                attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
            }
        }
    }

    /// What stands inside, to be changed; nothing for text.
    pub fn children_mut(&mut self) -> Option<&mut Vec<Markup>> {
        match self {
            Markup::Text(_) => None,
            Markup::Element { children, .. } => Some(children),
        }
    }

    /// Gives an element this value of an attribute, in place of any that it has.
    pub fn set_attribute(&mut self, name: &str, value: String) {
        if let Markup::Element { attributes, .. } = self {
            attributes.retain(|(key, _)| key != name);
            attributes.push((name.to_owned(), value));
        }
    }

    /// Takes an attribute away.
    pub fn remove_attribute(&mut self, name: &str) {
        if let Markup::Element { attributes, .. } = self {
            attributes.retain(|(key, _)| key != name);
        }
    }

    /// Whether it is text that shows nothing.
    pub fn is_blank(&self) -> bool {
        matches!(self, Markup::Text(text) if text.trim().is_empty())
    }

    /// Whether an attribute that holds a list of words (`class`, `rel`, `itemprop`) names this one.
    pub fn has_word(&self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|each| each.eq_ignore_ascii_case(word)))
    }

    /// Whether nothing of this node may reach a reader: active content, or hidden by its author.
    pub fn is_unseen(&self) -> bool {
        allow_list::is_dropped(self.tag()) || self.attribute("hidden").is_some()
    }

    /// The visible text inside, in one line: white space collapsed, blocks kept apart by a space.
    pub fn text(&self) -> String {
        let mut raw = String::new();
        match self {
            Markup::Text(text) => raw.push_str(text),
            Markup::Element { children, .. } => children.iter().for_each(|child| child.collect_text(&mut raw)),
        }
        one_line(&raw)
    }

    /// Whether anything of that text is there.
    pub fn has_text(&self) -> bool {
        match self {
            Markup::Text(text) => !text.trim().is_empty(),
            Markup::Element { children, .. } => children
                .iter()
                .any(|child| !(matches!(child, Markup::Element { .. }) && child.is_unseen()) && child.has_text()),
        }
    }

    /// This node and everything inside, each before what it holds.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Markup)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }

    /// The way from this node down to the first visible one (itself included) that passes the test.
    pub fn find<'a>(&'a self, test: &dyn Fn(&Markup) -> bool) -> Option<Vec<&'a Markup>> {
        let mut way = Vec::new();
        self.find_below(test, &mut way).then_some(way)
    }

    fn find_below<'a>(&'a self, test: &dyn Fn(&Markup) -> bool, way: &mut Vec<&'a Markup>) -> bool {
        if self.is_unseen() {
            return false;
        }
        way.push(self);
        if test(self) || self.children().iter().any(|child| child.find_below(test, way)) {
            return true;
        }
        way.pop();
        false
    }

    fn collect_text(&self, out: &mut String) {
        match self {
            Markup::Text(text) => out.push_str(text),
            Markup::Element { .. } if self.is_unseen() => {}
            Markup::Element { tag, children, .. } => {
                let apart = Tag::named(tag).is_some_and(|tag| !tag.is_inline());
                if apart {
                    out.push(' ');
                }
                for child in children {
                    child.collect_text(out);
                }
                if apart {
                    out.push(' ');
                }
            }
        }
    }
}

/// Text with every run of white space turned into one space and none at its ends.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: &str, attributes: &[(&str, &str)], children: Vec<Markup>) -> Markup {
        Markup::Element {
            tag: tag.to_owned(),
            attributes: attributes.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
            children,
        }
    }

    #[test]
    fn text_keeps_blocks_apart_and_leaves_scripts_and_hidden_parts_out() {
        let tree = element(
            "div",
            &[],
            vec![
                Markup::Text("Zero".into()),
                element("p", &[], vec![Markup::Text("One\n two".into())]),
                element("script", &[], vec![Markup::Text("alert(1)".into())]),
                element("p", &[("hidden", "")], vec![Markup::Text("unseen".into())]),
                element(
                    "p",
                    &[],
                    vec![Markup::Text("thr".into()), element("em", &[], vec![Markup::Text("ee".into())])],
                ),
            ],
        );
        assert_eq!(tree.text(), "Zero One two three");
    }

    #[test]
    fn the_first_of_two_equal_attributes_wins() {
        let tree = element("a", &[("rel", "Author me"), ("rel", "x")], vec![]);
        assert_eq!(tree.attribute("rel"), Some("Author me"));
        assert!(tree.has_word("rel", "author"));
        assert!(!tree.has_word("rel", "x"));
    }
}
