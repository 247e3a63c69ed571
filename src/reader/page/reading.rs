//! Finds the article in a page: which part it is, what it is called, who wrote it, when, and its lead picture.

use super::shown_facts;
use crate::domain::attribute_value;
use crate::domain::markup::Markup;
use crate::reader::found::{Facts, Found};
use crate::reader::settling::heading_words;

/// Finds the article in a whole page or a fragment; nothing where it has no element at all.
pub fn read(page: &Markup) -> Option<Found> {
    let way = way_to_article(page);
    let place = way.last().copied()?;
    let mut left_out = Vec::new();
    let headline = headline(page, place, &mut left_out);
    let (byline, published) = shown_facts::read(page, place, &mut left_out);
    let said = |name| way.iter().rev().filter_map(move |node| node.attribute(name));
    let facts = Facts {
        headline,
        byline,
        published,
        language: said("lang").find_map(attribute_value::language),
        direction: said("dir").find_map(attribute_value::direction),
        ..Facts::default()
    };
    Some(Found { text: without(place, &left_out), facts, base: declared_base(page).map(str::to_owned) })
}

/// A copy without these very nodes (not their equals).
fn without(node: &Markup, left_out: &[&Markup]) -> Markup {
    match node {
        Markup::Text(text) => Markup::Text(text.clone()),
        Markup::Element { tag, attributes, children } => {
            let stays = |child: &&Markup| !left_out.iter().any(|out| std::ptr::eq(*out, *child));
            let children = children.iter().filter(stays).map(|child| without(child, left_out)).collect();
            Markup::Element { tag: tag.clone(), attributes: attributes.clone(), children }
        }
    }
}

/// The address that a page declares as the base of its own.
pub fn declared_base(page: &Markup) -> Option<&str> {
    shown_facts::in_head(page, &|node| node.tag() == "base" && node.attribute("href").is_some())?.attribute("href")
}

/// The first kind of element that is there decides, and among its kind the one with the most text.
fn way_to_article(page: &Markup) -> Vec<&Markup> {
    let kinds: [fn(&Markup) -> bool; 4] = [
        |node| node.tag() == "article",
        |node| node.tag() == "main" || node.has_word("role", "main"),
        |node| node.has_word("role", "article"),
        |node| node.tag() == "body",
    ];
    for kind in kinds {
        let mut most: Option<(usize, &Markup)> = None;
        page.walk(&mut |node| {
            if kind(node) && !node.is_unseen() {
                let length = node.text().len();
                if length > most.map_or(0, |(length, _)| length) {
                    most = Some((length, node));
                }
            }
        });
        if let Some(way) = most.and_then(|(_, chosen)| page.find(&|node| std::ptr::eq(node, chosen))) {
            return way;
        }
    }
    vec![page]
}

/// The article's own `h1`, else the heading in it that the page's title repeats, else that title, else the page's `h1`.
fn headline<'a>(page: &'a Markup, place: &'a Markup, left_out: &mut Vec<&'a Markup>) -> Option<String> {
    let says_something = |node: &Markup| !node.text().is_empty();
    let title = shown_facts::in_head(page, &|node| node.tag() == "title").map(|title| title.text()).unwrap_or_default();
    let own = place.find(&|node| node.tag() == "h1" && says_something(node)).or_else(|| {
        place.find(&|node| matches!(node.tag(), "h2" | "h3") && says_something(node) && title.contains(&node.text()))
    });
    if let Some(heading) = own.and_then(|way| way.last().copied()) {
        left_out.push(heading);
        return Some(heading_words(heading));
    }
    if !title.is_empty() {
        return Some(title);
    }
    let elsewhere = page.find(&|node| node.tag() == "h1" && says_something(node))?;
    elsewhere.last().map(|heading| heading.text())
}
