//! What the names that a page's makers gave an element (`class`, `id`) say about it.
//!
//! The words are those by which reading views have long told articles from what stands around them, as the documentation of
//! Readability and of trafilatura lists them, and names that common content systems and comment systems use.

use super::tree::{Id, Tree};

/// Parts of names of what stands around an article.
const AROUND: &[&str] = &[
    "-ad-",
    "ad-break",
    "advert",
    "agegate",
    "ai2html",
    "author-bio",
    "banner",
    "breadcrumb",
    "combx",
    "comment",
    "community",
    "consent",
    "cookie",
    "cover-wrap",
    "disqus",
    "extra",
    "footer",
    "gdpr",
    "header",
    "legends",
    "menu",
    "newsletter",
    "nocontent",
    "outbrain",
    "pager",
    "pagination",
    "popup",
    "promo",
    "recommend",
    "related",
    "remark",
    "replies",
    "rss",
    "share-",
    "shoutbox",
    "sidebar",
    "skyscraper",
    "social",
    "sponsor",
    "subscribe",
    "supplemental",
    "taboola",
    "yom-remote",
];
/// Parts of names of what may hold an article after all.
const PERHAPS: &[&str] = &["and", "article", "body", "column", "content", "main", "mathjax", "shadow", "story"];
/// Parts of names that speak for an article's text.
const FOR: &[&str] =
    &["article", "blog", "body", "content", "entry", "h-entry", "main", "page", "post", "story", "text"];
/// Parts of names that speak against it.
const AGAINST: &[&str] = &[
    "-ad-",
    "banner",
    "com-",
    "combx",
    "comment",
    "contact",
    "footer",
    "gdpr",
    "hidden",
    "masthead",
    "media",
    "meta",
    "newsletter",
    "outbrain",
    "promo",
    "related",
    "scroll",
    "share",
    "shopping",
    "shoutbox",
    "sidebar",
    "skyscraper",
    "sponsor",
    "tags",
    "widget",
];
/// Those that systems give to any box: they say nothing against one that holds a text.
const VAGUE: &[&str] = &["hidden", "media", "meta", "scroll", "widget"];
/// What a name for or against adds to an element's score.
const WEIGHT: f64 = 25.0;

/// The names of an element, in lower case.
pub(super) fn names(tree: &Tree, id: Id) -> String {
    let mut names = tree.attribute(id, "class").unwrap_or_default().to_lowercase();
    names.push(' ');
    names.push_str(&tree.attribute(id, "id").unwrap_or_default().to_lowercase());
    names
}

/// Whether one of these parts is in a name.
pub(super) fn has_any(names: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| names.contains(part))
}

/// Whether one of these whole words is in a name: hyphens and the like part words.
pub(super) fn has_word_of(names: &str, words: &[&str]) -> bool {
    names.split(|each: char| !each.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether the names are those of something around an article.
pub(super) fn is_around(names: &str) -> bool {
    has_any(names, AROUND) && !has_any(names, PERHAPS)
}

/// Whether only names that any box may have speak against an element.
pub(super) fn names_are_vague(names: &str) -> bool {
    !AGAINST.iter().any(|part| !VAGUE.contains(part) && names.contains(part))
}

/// What the names of an element add to its score, from −50 to 50.
pub(super) fn weight(tree: &Tree, id: Id) -> f64 {
    ["class", "id"]
        .iter()
        .filter_map(|name| tree.attribute(id, name))
        .filter(|value| !value.is_empty())
        .map(|value| {
            let value = value.to_lowercase();
            let against = has_any(&value, AGAINST) || value.split_ascii_whitespace().any(|word| word == "hid");
            let speaks_for = has_any(&value, FOR) || value.contains("pagination");
            WEIGHT * (f64::from(u8::from(speaks_for)) - f64::from(u8::from(against)))
        })
        .sum()
}
