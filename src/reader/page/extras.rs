//! Takes out of a found article what pages put between its paragraphs and after them: other articles, letters to subscribe to,
//! boxes about the author, tags, buttons to share.

use super::leading_words::{LAST, LEADS};
use super::measure::{measure, text};
use super::tree::{Id, Tree};

/// Words in the names of such boxes, whole words or the beginnings of words (with `*`).
const NAMES: &[&str] = &[
    "related*",
    "recommend*",
    "recirc*",
    "newsletter*",
    "subscri*",
    "signup",
    "promo*",
    "authorbox",
    "saboxplugin",
    "authors",
    "bio",
    "taglist",
    "tags",
    "tagcloud",
    "share",
    "sharing",
    "shares",
    "sharedaddy",
    "social*",
    "comments",
    "respond",
    "kommentare",
    "breadcrumb*",
    "rating",
    "ratings",
    "noprint",
    "nextpost",
    "nextprev",
    "prevnext",
    "pagination",
    "pager",
    "sponsor*",
    "affiliate*",
    "cta",
    "widget_calendar",
    "sidebar",
    "wishlist",
    "paywall",
    "donate",
    "donation",
    "outbrain",
    "taboola",
    "advert*",
    "adsense",
    "cookie*",
    "popular",
    "trending",
    "mostread",
    "readmore",
    "alsolike",
    "yarpp",
    "disclaimer",
    "copyright",
];
/// Pairs of words that stand side by side in such names.
const PAIRS: &[(&str, &str)] = &[
    ("author", "box"),
    ("author", "bio"),
    ("post", "author"),
    ("about", "author"),
    ("tag", "list"),
    ("post", "tags"),
    ("tags", "links"),
    ("cat", "links"),
    ("next", "post"),
    ("next", "prev"),
    ("prev", "next"),
    ("post", "nav"),
    ("license", "box"),
    ("post", "license"),
    ("post", "navigation"),
    ("nav", "links"),
    ("read", "more"),
    ("read", "also"),
    ("most", "read"),
    ("also", "like"),
    ("view", "more"),
    ("more", "on"),
    ("see", "also"),
    ("no", "print"),
    ("interesting", "articles"),
    ("embedded", "content"),
    ("latest", "news"),
];
/// So many of the last lines may be such.
const LAST_LINES: usize = 4;
/// A shorter word that only capitals part from others says nothing, in bytes.
const SHORTEST_BY_CASE: usize = 5;
/// A box with a greater share of the article's text is part of it.
const MOST: f64 = 0.2;
/// So much of a line in links makes it lead elsewhere.
const LINKED: f64 = 0.4;

/// Takes such boxes, lines and sections out of an article.
pub(super) fn take_out_extras(tree: &mut Tree, article: Id) {
    let all = measure(tree, article).length as f64;
    for id in tree.inside(article) {
        if tree.is_text(id) || tree.parent(id).is_none() {
            continue;
        }
        let is_small = |tree: &Tree| (measure(tree, id).length as f64) < MOST * all;
        let extra = match tree.tag(id) {
            "div" | "section" | "ul" | "ol" | "aside" | "table" | "blockquote" | "span" | "details" | "p" | "nav" => {
                (is_named_extra(tree, id) && is_small(tree)) || is_lead(tree, id)
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                begins_like_lead(tree, id) && (take_out_section(tree, id, MOST * all) || is_lead(tree, id))
            }
            _ => false,
        };
        if extra {
            tree.take_out(id);
        }
    }
    let lines = tree.named(article, &["p", "h2", "h3", "h4", "h5", "h6", "li"]);
    for id in lines.into_iter().rev().take(LAST_LINES) {
        if begins_like(tree, id, LAST) {
            tree.take_out(id);
        }
    }
}

fn is_named_extra(tree: &Tree, id: Id) -> bool {
    let names =
        ["class", "id"].iter().filter_map(|name| tree.attribute(id, name)).flat_map(str::split_ascii_whitespace);
    names.into_iter().any(|name| {
        let parts = name.split(|each: char| !each.is_alphanumeric()).filter(|part| !part.is_empty());
        let words: Vec<String> = parts.clone().flat_map(by_case).collect();
        parts.clone().any(|part| is_known(&part.to_lowercase()))
            // Names that a machine made fall apart into short words by chance.
            || words.iter().any(|word| word.len() >= SHORTEST_BY_CASE && is_known(word))
            || words.iter().zip(words.iter().skip(1)).any(|(one, next)| PAIRS.contains(&(one.as_str(), next.as_str())))
    })
}

fn is_known(word: &str) -> bool {
    NAMES.iter().any(|known| match known.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None => word == *known,
    })
}

/// The words of a name that only capitals part, in lower case.
fn by_case(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_lower = false;
    for each in name.chars() {
        match words.last_mut().filter(|_| !(each.is_uppercase() && was_lower)) {
            Some(word) => word.extend(each.to_lowercase()),
            None => words.push(each.to_lowercase().collect()),
        }
        was_lower = each.is_lowercase();
    }
    words
}

/// A line that says that something else may be read, with a link to it.
fn is_lead(tree: &Tree, id: Id) -> bool {
    let found = measure(tree, id);
    found.length < 300 && found.link_density() >= LINKED && begins_like_lead(tree, id)
}

fn begins_like_lead(tree: &Tree, id: Id) -> bool {
    begins_like(tree, id, LEADS)
}

fn begins_like(tree: &Tree, id: Id, words: &[&str]) -> bool {
    let text = text(tree, id).to_lowercase();
    let text = text.trim_start_matches(|each: char| !each.is_alphanumeric());
    words.iter().any(|lead| text.starts_with(lead)) && text.chars().count() < 300
}

/// Takes out what follows a heading up to the next one, if that is links; gives whether the heading goes too.
fn take_out_section(tree: &mut Tree, heading: Id, most: f64) -> bool {
    let Some(parent) = tree.parent(heading) else { return false };
    let section: Vec<Id> = tree
        .children(parent)
        .skip_while(|id| *id != heading)
        .skip(1)
        .take_while(|id| !tree.manner(*id).is_heading)
        .collect();
    let (mut length, mut linked) = (0.0, 0.0);
    for id in &section {
        let found = measure(tree, *id);
        length += found.length as f64;
        linked += found.linked;
    }
    if length > 0.0 && (linked < 0.5 * length || length > most) {
        return false;
    }
    section.into_iter().for_each(|id| tree.take_out(id));
    true
}
