//! Joins what stands beside the element that holds most of an article and belongs to it.

use super::candidates::Scores;
use super::measure::{measure, text};
use super::tree::{Id, Tree};

/// The share of the holder's points that makes a neighbour part of the article, and the fewest points.
const SHARE: f64 = 0.2;
const FEWEST: f64 = 10.0;
/// A paragraph of more characters is part of the article, unless more than the second is in links.
const LONG: (usize, f64) = (80, 0.25);

/// The holder and its neighbours that belong to it, in their order.
pub(super) fn neighbours(tree: &Tree, scores: &Scores, holder: Id) -> Vec<Id> {
    let Some(parent) = tree.parent(holder) else { return vec![holder] };
    let most = scores.get(tree, holder).unwrap_or_default();
    let least = (most * SHARE).max(FEWEST);
    let class = tree.attribute(holder, "class").unwrap_or_default();
    let belongs = |id: Id| {
        if id == holder {
            return true;
        }
        let alike = !class.is_empty() && tree.attribute(id, "class") == Some(class);
        let bonus = if alike { most * SHARE } else { 0.0 };
        scores.get(tree, id).is_some_and(|points| points + bonus >= least)
            || (tree.tag(id) == "p" && is_prose(tree, id))
    };
    tree.children(parent).filter(|child| !tree.is_text(*child) && belongs(*child)).collect()
}

fn is_prose(tree: &Tree, id: Id) -> bool {
    let found = measure(tree, id);
    if found.length > LONG.0 {
        return found.link_density() < LONG.1;
    }
    found.length > 0 && found.linked == 0.0 && ends_a_sentence(&text(tree, id))
}

fn ends_a_sentence(text: &str) -> bool {
    text.contains(". ") || text.ends_with(['.', '。', '！', '？', '!', '?', '…', '؟', '۔'])
}
