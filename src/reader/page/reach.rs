//! What stands near the headline, where pages tell author and date.

use super::headline::repetitions;
use super::measure::is_short;
use super::surroundings::is_hidden;
use super::tree::{Id, Tree};

/// A paragraph of so many characters is the article's text, or what stands above it in a few words.
const LONG: usize = 120;
/// So far before the headline and behind it, in characters, what is told is told of the article.
const BEFORE: usize = 120;
const BEHIND: usize = 600;

/// What stands near the headline of a page.
pub(super) fn near_headline(tree: &Tree, headline: &str) -> Vec<Id> {
    let heading = repetitions(tree, headline).into_iter().find(|id| !is_hidden(tree, *id));
    heading.map(|heading| near(tree, heading)).unwrap_or_default()
}

/// The elements near a heading: first those behind it, in their order, then those before it, the nearest first.
fn near(tree: &Tree, heading: Id) -> Vec<Id> {
    let all = tree.inside(tree.root());
    let at = all.iter().position(|id| *id == heading).unwrap_or_default();
    let inside = tree.inside(heading).len();
    let behind = in_reach(tree, all.iter().skip(at + 1 + inside), BEHIND);
    let before = in_reach(tree, all.iter().take(at).rev(), BEFORE);
    behind.into_iter().chain(before).collect()
}

fn in_reach<'a>(tree: &Tree, ids: impl Iterator<Item = &'a Id>, reach: usize) -> Vec<Id> {
    let (mut seen, mut paragraphs) = (0, 0);
    let mut found = Vec::new();
    for id in ids.copied() {
        if tree.is_text(id) {
            seen += tree.characters(id).trim().chars().count();
        } else {
            paragraphs += usize::from(tree.tag(id) == "p" && !is_short(tree, id, LONG));
            found.push(id);
        }
        if seen > reach || paragraphs > 1 {
            break;
        }
    }
    found
}
