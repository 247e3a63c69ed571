//! Finds the text of the article in a page: strictly at first, then, where that leaves too little, less so.

use super::candidates::{Scores, holder};
use super::extras::take_out_extras;
use super::joining::neighbours;
use super::measure::measure;
use super::openers::{Opening, with_openers};
use super::paragraphs::{part_at_breaks, part_boxes};
use super::portrait::take_out_portrait;
use super::surroundings::take_out_surroundings;
use super::tidying::{Strictness, shows_nothing, tidy};
use super::tree::{Id, Tree};
use super::widening::widened;
use crate::domain::markup::Markup;
use crate::reader::source::Turn;

/// So many characters are an article without doubt.
const ENOUGH: usize = 500;
/// So much of the unlinked text of a page is, too.
const MOST: f64 = 0.4;

/// What is left out at an attempt, from the strictest to the mildest.
const ATTEMPTS: [(bool, Strictness); 4] = [
    (true, Strictness { names: true, boxes: true }),
    (false, Strictness { names: true, boxes: true }),
    (false, Strictness { names: false, boxes: true }),
    (false, Strictness { names: false, boxes: false }),
];

/// An article that was found.
#[derive(Debug)]
pub(super) struct Place {
    /// Its text, in an element of its own.
    pub(super) text: Markup,
    /// The first element of the page that is in it.
    pub(super) first: Option<Id>,
}

struct Attempt {
    place: Place,
    length: usize,
    is_enough: bool,
}

/// Finds the article in what a reader sees of a page, without what is shown elsewhere: headline, byline, date.
pub(super) async fn find(page: &Tree<'_>, opening: &Opening, turn: Turn) -> Place {
    let all = unlinked(page, page.root());
    let [strictest, milder @ ..] = ATTEMPTS;
    let mut best = attempt(page, all, strictest, opening, turn).await;
    for strictness in milder {
        if best.is_enough {
            break;
        }
        let next = attempt(page, all, strictness, opening, turn).await;
        if next.is_enough || next.length > best.length {
            best = next;
        }
    }
    best.place
}

fn place(tree: &Tree, article: Id) -> Place {
    let first = tree.inside(article).into_iter().find(|id| tree.is_of_page(*id) && !tree.is_text(*id));
    Place { text: tree.markup(article), first }
}

fn unlinked(tree: &Tree, id: Id) -> f64 {
    let found = measure(tree, id);
    found.length as f64 - found.linked
}

/// `all` is how much unlinked text the page has, in characters.
async fn attempt(
    page: &Tree<'_>,
    all: f64,
    (without_surroundings, strictness): (bool, Strictness),
    opening: &Opening,
    turn: Turn,
) -> Attempt {
    let mut tree = page.clone();
    if without_surroundings {
        take_out_surroundings(&mut tree);
    }
    turn().await;
    part_at_breaks(&mut tree);
    part_boxes(&mut tree);
    turn().await;
    let scores = Scores::of(&tree);
    turn().await;
    let parts = match holder(&tree, &scores) {
        Some(holder) => {
            let holder = widened(&tree, holder);
            turn().await;
            let parts = neighbours(&tree, &scores, holder);
            turn().await;
            with_openers(page, &tree, holder, parts, opening)
        }
        None => stand_in(&tree),
    };
    let article = tree.element("div", parts);
    turn().await;
    tidy(&mut tree, article, strictness);
    turn().await;
    if without_surroundings {
        take_out_extras(&mut tree, article);
        turn().await;
        take_out_portrait(&mut tree, article, &opening.authors);
    }
    turn().await;
    let found = measure(&tree, article);
    turn().await;
    let is_enough = found.length >= ENOUGH || (found.length as f64 - found.linked) >= MOST * all && found.length > 0;
    Attempt { place: place(&tree, article), length: found.length, is_enough }
}

/// Where no element holds enough to tell: the longest `article`, else the main part, else all but what is above and below.
fn stand_in(tree: &Tree) -> Vec<Id> {
    let kinds: [fn(&Tree, Id) -> bool; 3] = [
        |tree, id| tree.tag(id) == "article",
        |tree, id| tree.tag(id) == "main" || tree.has_word(id, "role", "main"),
        |tree, id| tree.has_word(id, "role", "article"),
    ];
    let all = tree.inside(tree.root());
    let body = all.iter().copied().find(|id| tree.tag(*id) == "body").unwrap_or_else(|| tree.root());
    let least = MOST * unlinked(tree, body);
    let longest = |kind: fn(&Tree, Id) -> bool| {
        let alike = all.iter().copied().filter(|id| kind(tree, *id) && !shows_nothing(tree, *id));
        // Of equals the first.
        alike.rev().max_by_key(|id| measure(tree, *id).length).filter(|id| unlinked(tree, *id) >= least)
    };
    if let Some(found) = kinds.into_iter().find_map(longest) {
        return vec![found];
    }
    let is_apart = |id: &Id| matches!(tree.tag(*id), "header" | "footer" | "aside");
    let inner: Vec<Id> = tree.children(body).filter(|child| !is_apart(child)).collect();
    if inner.iter().any(|child| !shows_nothing(tree, *child) || !tree.characters(*child).trim().is_empty()) {
        inner
    } else {
        vec![body]
    }
}
