//! Goes outwards from the element that holds most of an article to the one that holds all of it: many systems put each section,
//! row or block of a text into boxes of its own.

use super::measure::measure;
use super::tree::{Id, Tree};

/// A paragraph of fewer characters is not counted as prose.
const SHORTEST: usize = 60;
/// Nor is one with a greater share of its text in links.
const LINKED: f64 = 0.25;
/// What is further out must hold so many times as much prose.
const MORE: f64 = 1.3;
/// And of what it adds at most this share may be anything else.
const OTHERS: f64 = 0.4;

/// The holder, or what is around it and holds more of the same.
pub(super) fn widened(tree: &Tree, holder: Id) -> Id {
    let mut chosen = holder;
    let mut known = Amount::of(tree, chosen);
    for outer in tree.ancestors(holder) {
        if matches!(tree.tag(outer), "body" | "html" | "") {
            break;
        }
        let amount = Amount::of(tree, outer);
        let (more, others) = (amount.prose - known.prose, amount.others - known.others);
        if amount.prose >= MORE * known.prose && others <= OTHERS * more {
            (chosen, known) = (outer, amount);
        }
    }
    chosen
}

/// How much an element holds, in characters.
struct Amount {
    prose: f64,
    others: f64,
}

impl Amount {
    fn of(tree: &Tree, id: Id) -> Self {
        let all = measure(tree, id).length as f64;
        let mut prose = 0.0;
        let mut ahead = vec![id];
        while let Some(id) = ahead.pop() {
            if matches!(tree.tag(id), "aside" | "footer" | "header" | "form") || tree.manner(id).is_silent {
                continue;
            }
            if matches!(tree.tag(id), "p" | "pre" | "li" | "blockquote" | "td" | "dd")
                && tree.named(id, &["p"]).is_empty()
            {
                let found = measure(tree, id);
                if found.length >= SHORTEST && found.link_density() < LINKED {
                    prose += found.length as f64;
                }
                continue;
            }
            ahead.extend(tree.children(id).filter(|child| !tree.is_text(*child)));
        }
        Amount { prose, others: all - prose }
    }
}
