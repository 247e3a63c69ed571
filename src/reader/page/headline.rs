//! What the article of a page is called.

use super::declared::Declared;
use super::surroundings::is_hidden;
use super::tree::{Id, Tree};
use crate::domain::markup::one_line;
use crate::reader::settling::heading_words;

/// What parts a title from the name of its site, between spaces.
const SEPARATORS: &[&str] = &["|", "-", "–", "—", "\\", "/", ">", "»", "·", "•", "::", "«"];
/// A title of fewer words is only a part of one.
const FEWEST_WORDS: usize = 3;
/// A shorter title than this, or a longer one, in characters, says less than the page's only first heading.
const SHORTEST: usize = 15;
const LONGEST: usize = 150;
/// Headings that share at least so much of their words with the headline repeat it.
const ALIKE: f64 = 0.75;

/// The declared headline, else the page's title without its site's name, else its first heading.
#[inline(never)]
pub(super) fn headline(tree: &Tree, declared: &Declared) -> Option<String> {
    let title = title(tree);
    let mut said = declared.headlines.iter().filter(|said| !is_any(&declared.sites, said));
    // What the page's own title repeats was not made for sharing only.
    if let Some(said) = said.clone().find(|said| title.contains(said.as_str())).or_else(|| said.next()) {
        let said = without_site(said, &declared.sites);
        return Some(heading_of_article(tree, said, declared).unwrap_or_else(|| said.to_owned()));
    }
    let firsts = first_headings(tree);
    if title.is_empty() {
        return firsts.into_iter().next();
    }
    Some(heading_of_article(tree, &title, declared).unwrap_or_else(|| of_title(&title, &firsts, tree, &declared.sites)))
}

/// The heading of the article itself, where it is the title up to a separator, or behind one: the rest names the site.
fn heading_of_article(tree: &Tree, title: &str, declared: &Declared) -> Option<String> {
    let is_it = |own: &String| {
        split_first(title).is_some_and(|split| {
            // With several separators the parts between them may be the title's.
            let other = if split.0 == own { split.1 } else { split.0 };
            let is_part = !own.is_empty() && (split.0 == own || split.1 == own);
            // Who puts the author's name into the title wants it there.
            is_part && split_last(title) == Some(split) && !is_any(&declared.authors, other)
        })
    };
    let is_inside = |id: &Id| tree.is_inside(*id, |outer| matches!(tree.tag(outer), "article" | "main"));
    let headings =
        tree.named(tree.root(), &["h1", "h2"]).into_iter().filter(|id| is_inside(id) && !is_hidden(tree, *id));
    headings.map(|id| heading_text(tree, id)).find(is_it)
}

/// Whether a text is one of these names.
fn is_any(names: &[String], text: &str) -> bool {
    names.iter().any(|name| folded(name) == folded(text))
}

/// Whether somebody's name is that of the site, which writes nothing itself.
pub(super) fn is_site(tree: &Tree, declared: &Declared, name: &str) -> bool {
    is_any(&declared.sites, name) || split_last(&title(tree)).is_some_and(|(_, last)| folded(last) == folded(name))
}

fn title(tree: &Tree) -> String {
    let named = tree.named(tree.root(), &["title"]);
    // An inline picture may have a title of its own.
    let mut own = named
        .into_iter()
        .filter(|id| !tree.is_inside(*id, |outer| tree.tag(outer) == "svg"))
        .map(|id| one_line(&tree.children(id).map(|text| tree.characters(text)).collect::<String>()));
    own.find(|title| !title.is_empty()).unwrap_or_default()
}

fn first_headings(tree: &Tree) -> Vec<String> {
    let headings = tree.named(tree.root(), &["h1"]).into_iter().filter(|id| !is_hidden(tree, *id));
    headings.map(|id| heading_text(tree, id)).filter(|text| !text.is_empty()).collect()
}

/// The text of a heading without the sign of a link to itself.
fn heading_text(tree: &Tree, id: Id) -> String {
    heading_words(&tree.markup(id))
}

fn of_title(title: &str, firsts: &[String], tree: &Tree, sites: &[String]) -> String {
    // Where several headings are parts of the title, one names the site, and which does is not known.
    let mut parts = firsts.iter().filter(|own| is_part(own, title));
    let names_site = |own: &String| own != title && title.ends_with(own.as_str()) && words(own) >= FEWEST_WORDS;
    match (parts.next(), parts.next(), firsts.iter().any(names_site)) {
        (Some(own), None, false) => return own.clone(),
        (Some(_), ..) => return title.to_owned(),
        (None, ..) => {}
    }
    let known = without_site(title, sites);
    if known != title {
        return known.to_owned();
    }
    match (split_last(title), firsts) {
        (Some((before, _)), _) if words(before) >= FEWEST_WORDS || is_heading(tree, before) => before.to_owned(),
        (Some(_), [own]) => own.clone(),
        (Some(_), _) => title.to_owned(),
        (None, [own]) if is_odd(title, own) || folded(own).starts_with(&folded(title)) => own.clone(),
        (None, _) => without_prefix(title, firsts, tree).unwrap_or_else(|| title.to_owned()),
    }
}

fn is_heading(tree: &Tree, text: &str) -> bool {
    tree.named(tree.root(), &["h1", "h2", "h3"]).into_iter().any(|id| heading_text(tree, id) == text)
}

/// Whether a title is so short or so long that the page's only first heading says it better.
fn is_odd(title: &str, own: &str) -> bool {
    let length = title.chars().count();
    length > LONGEST || (length < SHORTEST && own.chars().count() > length)
}

/// Whether a heading is the title, or all of it up to a separator.
fn is_part(own: &str, title: &str) -> bool {
    let Some(rest) = title.strip_prefix(own) else { return folded(own) == folded(title) };
    let rest = rest.trim_start();
    rest.is_empty() || (words(own) >= FEWEST_WORDS && SEPARATORS.iter().any(|sign| rest.starts_with(sign)))
}

/// "Site: Title", where the page's headings do not say it like that.
fn without_prefix(title: &str, firsts: &[String], tree: &Tree) -> Option<String> {
    let (site, rest) = title.split_once(": ")?;
    let is_named_so = firsts.iter().any(|own| folded(own) == folded(site));
    (!is_heading(tree, title) && is_named_so && !rest.is_empty()).then(|| rest.to_owned())
}

/// A title without a separator and the name of the site at its end or its beginning.
fn without_site<'t>(title: &'t str, sites: &[String]) -> &'t str {
    let is_site = |part: &str| {
        let part = folded(part);
        !part.is_empty()
            && sites.iter().map(|site| folded(site)).any(|site| site == part || site.starts_with(&format!("{part} ")))
    };
    if let Some((before, after)) = split_last(title)
        && is_site(after)
        && !before.is_empty()
    {
        return before;
    }
    match split_first(title) {
        Some((before, after)) if is_site(before) && !after.is_empty() => after,
        _ => title,
    }
}

fn split_last(title: &str) -> Option<(&str, &str)> {
    let at = |sign: &&str| title.rfind(&format!(" {sign} ")).map(|place| (place, sign.len() + 2));
    let (place, length) = SEPARATORS.iter().filter_map(at).max()?;
    Some((title.get(..place)?.trim(), title.get(place + length..)?.trim()))
}

fn split_first(title: &str) -> Option<(&str, &str)> {
    let at = |sign: &&str| title.find(&format!(" {sign} ")).map(|place| (place, sign.len() + 2));
    let (place, length) = SEPARATORS.iter().filter_map(at).min()?;
    Some((title.get(..place)?.trim(), title.get(place + length..)?.trim()))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Words only, in lower case.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|each: char| !each.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// The headings in a page that repeat the headline.
pub(super) fn repetitions(tree: &Tree, headline: &str) -> Vec<Id> {
    let headings = tree.named(tree.root(), &["h1", "h2"]);
    headings.into_iter().filter(|id| likeness(headline, &heading_text(tree, *id)) > ALIKE).collect()
}

/// How much of the second text is in the first, from 0 to 1, by the lengths of the words.
fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (folded(one), folded(other));
    let known: Vec<&str> = one.split(' ').collect();
    let length: usize = other.split(' ').map(|word| word.len() + 1).sum();
    let foreign: usize = other.split(' ').filter(|word| !known.contains(word)).map(|word| word.len() + 1).sum();
    if one.is_empty() || other.is_empty() { 0.0 } else { 1.0 - foreign as f64 / length as f64 }
}
