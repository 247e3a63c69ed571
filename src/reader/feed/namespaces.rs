//! Gives every element the name that it is known by here, whatever prefix a feed has for its namespace.

use super::elements::elements;
use crate::domain::markup::Markup;

/// The namespace of Atom, in lower case.
const ATOM: &str = "http://www.w3.org/2005/atom";

/// Namespaces and the prefixes that they have here. What is written without one belongs to RSS, or is HTML.
const KNOWN: [(&str, &str); 14] = [
    (ATOM, "atom:"),
    ("http://www.w3.org/1999/xhtml", ""),
    ("http://purl.org/rss/1.0", ""),
    ("http://my.netscape.com/rdf/simple/0.9", ""),
    ("http://backend.userland.com/rss2", ""),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
    ("http://purl.org/rss/1.0/modules/content", "content:"),
    ("http://purl.org/dc/elements/1.1", "dc:"),
    ("http://purl.org/dc/terms", "dcterms:"),
    ("http://search.yahoo.com/mrss", "media:"),
    ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
    ("http://www.w3.org/2007/app", "app:"),
    ("http://purl.org/atom/app#", "app:"),
    ("http://schemas.google.com/blogger/2018", "blogger:"),
];

/// How many attributes of an element may declare one.
const MOST_DECLARED: usize = 64;

/// A namespace that WordPress numbers, with its prefix.
const EXPORT: &str = "http://wordpress.org/export/";

/// The same tree with these names.
pub(super) fn canonical(tree: Markup) -> Markup {
    let mut scope = Vec::new();
    // Whoever forgets to say that it is Atom means Atom all the same.
    if elements(&tree).any(|root| matches!(root.tag(), "feed" | "entry")) {
        scope.push((String::new(), ATOM.to_owned()));
    }
    renamed(tree, &mut scope)
}

/// `scope` holds each prefix that is declared around the node, with what it stands for, the innermost last.
fn renamed(node: Markup, scope: &mut Vec<(String, String)>) -> Markup {
    let Markup::Element { tag, attributes, children } = node else { return node };
    let outside = scope.len();
    // Nobody needs more than a few; with thousands every name would be looked for among them.
    for (name, uri) in attributes.iter().take(MOST_DECLARED) {
        match name.split_once(':') {
            Some(("xmlns", prefix)) => scope.push((prefix.to_owned(), uri.to_lowercase())),
            None if name == "xmlns" => scope.push((String::new(), uri.to_lowercase())),
            _ => {}
        }
    }
    let tag = name(&tag, scope);
    let children = children.into_iter().map(|child| renamed(child, scope)).collect();
    scope.truncate(outside);
    Markup::Element { tag, attributes, children }
}

fn name(tag: &str, scope: &[(String, String)]) -> String {
    let (prefix, local) = tag.split_once(':').unwrap_or(("", tag));
    let uri = scope.iter().rev().find(|(known, _)| known == prefix).map(|(_, uri)| uri.trim_end_matches('/'));
    let known = uri.and_then(|uri| {
        let listed = KNOWN.iter().find(|(known, _)| {
            uri.trim_start_matches("https").trim_start_matches("http") == known.trim_start_matches("http")
        });
        let exported = || uri.starts_with(EXPORT).then_some(if uri.ends_with("/excerpt") { "excerpt:" } else { "wp:" });
        listed.map(|(_, prefix)| *prefix).or_else(exported)
    });
    match known {
        Some(prefix) => format!("{prefix}{local}"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: &str, attributes: &[(&str, &str)], children: Vec<Markup>) -> Markup {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Markup::Element { tag: tag.to_owned(), attributes, children }
    }

    fn names(tree: &Markup) -> Vec<String> {
        let mut names = Vec::new();
        tree.walk(&mut |node| names.push(node.tag().to_owned()));
        names
    }

    #[test]
    fn the_namespace_tells_the_name_and_not_the_prefix() {
        let html = element("x:div", &[("xmlns:x", "http://www.w3.org/1999/xhtml")], vec![element("x:p", &[], vec![])]);
        let other = element("entry", &[("xmlns", "http://example.org/other")], vec![]);
        let declared =
            [("xmlns:ns0", "http://www.w3.org/2005/Atom"), ("xmlns:c", "https://purl.org/rss/1.0/modules/content/")];
        let tree = element(
            "ns0:feed",
            &declared,
            vec![html, other, element("c:encoded", &[], vec![]), element("dc:date", &[], vec![])],
        );
        assert_eq!(names(&canonical(tree)), ["atom:feed", "div", "p", "entry", "content:encoded", "dc:date"]);
    }

    #[test]
    fn exports_of_any_version_have_the_same_names() {
        let declared =
            [("xmlns:a", "http://wordpress.org/export/1.2/excerpt/"), ("xmlns:b", "http://wordpress.org/export/1.2/")];
        let tree = element("rss", &declared, vec![element("a:encoded", &[], vec![]), element("b:status", &[], vec![])]);
        assert_eq!(names(&canonical(tree)), ["rss", "excerpt:encoded", "wp:status"]);
    }
}
