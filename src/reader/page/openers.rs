//! What opens an article before its text: its figures, and the paragraph that says what it is about.

use super::headline::folded;
use super::measure::{measure, text};
use super::names::{has_word_of, names};
use super::tree::{Id, Tree};

/// Words in the names of the paragraph that says what an article is about.
const LEADS: &[&str] = &[
    "lead",
    "lede",
    "leadtext",
    "intro",
    "introduction",
    "standfirst",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subhead",
    "abstract",
    "teaser",
    "perex",
    "chapo",
    "summary",
    "vorspann",
    "excerpt",
    "sapo",
    "bajada",
    "occhiello",
    "sommario",
    "headline2",
];
/// Words in the names of what is not read with the article, though it may stand above it.
const APART: &[&str] = &["nav", "menu", "sidebar", "related", "promo", "newsletter", "comments", "footer", "search"];
/// How long such a paragraph is, in characters.
const LENGTHS: std::ops::Range<usize> = 40..800;
/// So many characters of what the page declares about itself are enough to know them again.
const KNOWN: usize = 40;

/// What a page says of the place where its article begins.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// Its headline, where the page shows it.
    pub(super) headline: Option<Id>,
    /// What it is about, as the head of the page has it.
    pub(super) summary: Option<String>,
    /// Who wrote it.
    pub(super) authors: Vec<String>,
}

/// With what opens the article around these parts. The names are those that the page itself gives.
pub(super) fn with_openers(page: &Tree, tree: &Tree, holder: Id, parts: Vec<Id>, opening: &Opening) -> Vec<Id> {
    let is_part = |id: Id| parts.contains(&id) || tree.is_inside(id, |outer| parts.contains(&outer));
    let in_article = tree.ancestors(holder).find(|id| tree.tag(*id) == "article").map(|article| {
        let before = tree.inside(article).into_iter().take_while(|id| !is_part(*id));
        before.filter(|id| is_figure(tree, *id) || is_lead(page, tree, *id, opening)).collect::<Vec<Id>>()
    });
    let first = parts.iter().flat_map(|part| std::iter::once(*part).chain(tree.inside(*part)));
    let first = first.filter(|id| tree.is_of_page(*id)).map(|id| tree.place(id)).min();
    let mut openers = in_article.unwrap_or_default();
    if let (Some(headline), Some(first)) = (opening.headline, first)
        && !openers.iter().any(|id| is_lead(page, tree, *id, opening))
    {
        let between = tree.inside(tree.root()).into_iter();
        let mut between = between.filter(|id| (tree.place(headline)..first).contains(&tree.place(*id)));
        let lead = between.find(|id| is_lead(page, tree, *id, opening) && !is_apart(tree, *id));
        openers.extend(lead.filter(|id| !is_part(*id)));
    }
    let mut all: Vec<Id> = Vec::new();
    for id in openers.into_iter().chain(parts) {
        if !tree.is_inside(id, |outer| all.contains(&outer)) {
            all.push(id);
        }
    }
    all
}

fn is_figure(tree: &Tree, id: Id) -> bool {
    tree.tag(id) == "figure" && !tree.named(id, &["img"]).is_empty()
}

fn is_lead(page: &Tree, tree: &Tree, id: Id, opening: &Opening) -> bool {
    if !matches!(tree.tag(id), "p" | "div" | "h2" | "h3" | "h4" | "span" | "section") {
        return false;
    }
    let found = measure(tree, id);
    if !LENGTHS.contains(&found.length) || found.linked > 0.0 {
        return false;
    }
    let names = names(page, id);
    has_word_of(&names, LEADS)
        || page.has_word(id, "itemprop", "description")
        || page.has_word(id, "itemprop", "alternativeHeadline")
        || opening.summary.as_deref().is_some_and(|summary| says(&text(tree, id), summary))
}

/// Whether a text is what the page declares, which may be cut off.
fn says(text: &str, summary: &str) -> bool {
    let (text, summary) = (folded(text), folded(summary));
    let begin: String = text.chars().take(summary.chars().count().saturating_sub(KNOWN / 2).max(KNOWN)).collect();
    summary.chars().count() >= KNOWN && summary.starts_with(&begin)
}

fn is_apart(tree: &Tree, id: Id) -> bool {
    let is_it = |id: Id| {
        matches!(tree.tag(id), "aside" | "nav" | "footer" | "form" | "li") || has_word_of(&names(tree, id), APART)
    };
    std::iter::once(id).chain(tree.ancestors(id)).any(is_it)
}
