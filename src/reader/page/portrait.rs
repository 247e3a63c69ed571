//! Takes the sentences about its author off the end of an article: the name stands above it.

use super::measure::text;
use super::tree::{Id, Tree};

/// So many of the last paragraphs may be about the author.
const LAST: usize = 3;
/// Longer ones are not, in characters.
const LONGEST: usize = 600;
/// How a sentence about somebody goes on behind the name.
const VERBS: &[&str] = &[
    "is", "was", "has", "writes", "covers", "reports", "works", "joined", "lives", "ist", "war", "schreibt",
    "arbeitet", "est", "es", "è", "é", "jest", "är", "er",
];

/// Takes out what is said of these people at the end.
pub(super) fn take_out_portrait(tree: &mut Tree, article: Id, authors: &[String]) {
    let names: Vec<&str> =
        authors.iter().flat_map(|name| name.split([',', '&'])).flat_map(|name| name.split(" and ")).collect();
    let lines = tree.named(article, &["p", "h2", "h3", "h4", "li"]);
    for id in lines.into_iter().rev().take(LAST) {
        let text = text(tree, id);
        let is_portrait = |name: &&str| {
            let name = name.trim().trim_start_matches("By ").trim();
            let rest = text.strip_prefix(name).filter(|_| name.contains(' '));
            rest.and_then(|rest| rest.split_whitespace().next()).is_some_and(|verb| VERBS.contains(&verb))
        };
        if text.len() <= LONGEST && names.iter().any(is_portrait) {
            tree.take_out(id);
        }
    }
}
