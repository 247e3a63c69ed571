//! Finds the element that holds an article: paragraphs give points to what they stand in, names and links add or take some.

use super::measure::measure;
use super::names;
use super::tree::{Id, Tree};

/// A paragraph of fewer characters says nothing about where the article is.
const SHORTEST: usize = 25;
/// How many elements outwards a paragraph gives points to.
const LEVELS: usize = 5;
/// What an element gets whose makers say that it is the text of an article.
const SAID: f64 = 40.0;
/// Text of so many characters is worth all that its names say.
const LONG: f64 = 800.0;
/// What content systems call the text of an article.
const TEXTS: &[&str] = &[
    "entry-content",
    "e-content",
    "post-body",
    "td-post-content",
    "field-name-body",
    "field--name-body",
    "gh-content",
    "mw-parser-output",
    "post-content",
    "storycontent",
    "articlebody",
    "article-body",
    "story-body",
];
/// How many of the best are looked at together.
const BEST: usize = 5;
/// So many of these, each with at least this share of the best one's points, are parts of one article.
const TOGETHER: (usize, f64) = (3, 0.75);

/// The points of the elements of a page.
#[derive(Debug)]
pub(super) struct Scores(Vec<Option<f64>>);

impl Scores {
    /// Counts points.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut scores = Scores(vec![None; tree.len()]);
        for id in tree.named(tree.root(), &["section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"]) {
            let found = measure(tree, id);
            // What stands in a player is for browsers that have none.
            if found.length < SHORTEST || tree.is_inside(id, |outer| tree.manner(outer).is_silent) {
                continue;
            }
            let points = 2.0 + found.commas as f64 + (found.length / 100).min(3) as f64;
            for (level, outer) in tree.ancestors(id).take(LEVELS).enumerate() {
                if tree.parent(outer).is_none() {
                    break;
                }
                let share = match level {
                    0 => 1.0,
                    1 => 2.0,
                    far => far as f64 * 3.0,
                };
                scores.add(tree, outer, points / share);
            }
        }
        let ids: Vec<Id> = tree.inside(tree.root());
        for id in ids {
            if let Some(points) = scores.get(tree, id) {
                scores.set(tree, id, points * (1.0 - measure(tree, id).link_density()));
            }
        }
        scores
    }

    /// The points of an element, if it has any.
    pub(super) fn get(&self, tree: &Tree, id: Id) -> Option<f64> {
        self.0.get(tree.place(id)).copied().flatten()
    }

    fn set(&mut self, tree: &Tree, id: Id, points: f64) {
        if let Some(slot) = self.0.get_mut(tree.place(id)) {
            *slot = Some(points);
        }
    }

    fn add(&mut self, tree: &Tree, id: Id, points: f64) {
        let before = self.get(tree, id).unwrap_or_else(|| first_points(tree, id));
        self.set(tree, id, before + points);
    }

    /// The elements with the most points, best first.
    fn best(&self, tree: &Tree) -> Vec<(Id, f64)> {
        let mut all: Vec<(Id, f64)> =
            tree.inside(tree.root()).into_iter().filter_map(|id| Some((id, self.get(tree, id)?))).collect();
        all.sort_by(|one, other| other.1.total_cmp(&one.1));
        all.truncate(BEST);
        all
    }
}

/// What an element starts with: its name and its names.
fn first_points(tree: &Tree, id: Id) -> f64 {
    let by_tag = match tree.tag(id) {
        "div" => 5.0,
        "pre" | "td" | "blockquote" => 3.0,
        "address" | "ol" | "ul" | "dl" | "dd" | "dt" | "li" | "form" => -3.0,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => -5.0,
        _ => 0.0,
    };
    let by_names = names::weight(tree, id) + if says_text(tree, id) { SAID } else { 0.0 };
    // The best names do not make an article of a line.
    let share = (measure(tree, id).length as f64 / LONG).min(1.0);
    by_tag + if by_names > 0.0 { by_names * share } else { by_names }
}

/// Whether its makers say that it is the text of an article, by a vocabulary or by a name that many content systems use.
fn says_text(tree: &Tree, id: Id) -> bool {
    tree.has_word(id, "itemprop", "articleBody")
        || tree.has_word(id, "itemprop", "reviewBody")
        || tree
            .attribute(id, "class")
            .is_some_and(|class| class.split_ascii_whitespace().any(|name| TEXTS.contains(&name)))
}

/// The element that holds the article, or most of it.
pub(super) fn holder(tree: &Tree, scores: &Scores) -> Option<Id> {
    let best = scores.best(tree);
    let (first, most) = *best.first()?;
    if tree.tag(first) == "body" {
        return None;
    }
    let mut chosen = around_several(tree, &best, most).unwrap_or(first);
    chosen = rising(tree, scores, chosen);
    while let Some(outer) = tree.parent(chosen).filter(|outer| tree.tag(*outer) != "body" && is_only(tree, *outer)) {
        chosen = outer;
    }
    Some(chosen)
}

fn is_only(tree: &Tree, outer: Id) -> bool {
    tree.children(outer).filter(|child| !tree.is_text(*child)).count() == 1
}

/// Where several of the best stand in one element that is not far out, that is the one.
fn around_several(tree: &Tree, best: &[(Id, f64)], most: f64) -> Option<Id> {
    let ((first, _), others) = best.split_first()?;
    let rivals: Vec<Vec<Id>> = others
        .iter()
        .filter(|(_, points)| points / most >= TOGETHER.1)
        .map(|(id, _)| tree.ancestors(*id).collect())
        .collect();
    if rivals.len() < TOGETHER.0 {
        return None;
    }
    tree.ancestors(*first)
        .take_while(|outer| tree.tag(*outer) != "body")
        .find(|outer| rivals.iter().filter(|ancestors| ancestors.contains(outer)).count() >= TOGETHER.0)
}

/// Goes outwards while there are more points there: the first element may hold only a part.
fn rising(tree: &Tree, scores: &Scores, start: Id) -> Id {
    let mut last = scores.get(tree, start).unwrap_or_else(|| first_points(tree, start));
    let least = last / 3.0;
    for outer in tree.ancestors(start) {
        if tree.tag(outer) == "body" {
            break;
        }
        let Some(points) = scores.get(tree, outer) else { continue };
        if points < least {
            break;
        }
        if points > last {
            return outer;
        }
        last = points;
    }
    start
}
