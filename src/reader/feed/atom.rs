//! Atom: an entry, or the entries of a feed; Blogger exports its posts so.

use super::elements::{attribute, base, characters, child, children, language, said};
use crate::domain::article_error::ArticleError;
use crate::domain::markup::Markup;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{Entry, Text, line, plain, plain_line};
use crate::reader::found::Facts;
use crate::reader::source::Source;
use crate::reader::wanted::{Candidate, choose};

/// What the category says that tells Blogger's posts from comments, templates and settings.
const KIND: &str = "http://schemas.google.com/blogger/2008/kind#";

pub(super) fn entry(source: &Source, feed: &Markup, entries: &[&Markup]) -> Result<Entry, ArticleError> {
    let candidates: Vec<Candidate> = entries
        .iter()
        .map(|entry| {
            let link = link(entry, "alternate").map(str::to_owned);
            Candidate { is_ready: is_post(entry), names: said(entry, "atom:id").into_iter().chain(link).collect() }
        })
        .collect();
    let entry = *entries.get(choose(source, &candidates)?).ok_or(ArticleError::Empty)?;
    let content = child(entry, "atom:content").filter(|content| attribute(content, "src").is_none());
    let summary = child(entry, "atom:summary");
    let inwards: Vec<&Markup> = [Some(feed), Some(entry), content.or(summary)].into_iter().flatten().collect();
    let headline = child(entry, "atom:title").and_then(|title| one_line(source, title));
    let facts = Facts {
        byline: byline(entry).or_else(|| byline(feed)),
        published: said(entry, "atom:published").as_deref().and_then(date),
        modified: said(entry, "atom:updated").as_deref().and_then(date),
        summary: summary.filter(|_| content.is_some()).and_then(|summary| one_line(source, summary)),
        picture: picture(entry).map(str::to_owned),
        language: language(&inwards),
        direction: direction(language(&inwards).as_deref()),
        headline,
        is_news: false,
    };
    let text = text(content.or(summary).ok_or(ArticleError::Empty)?)?;
    Ok(Entry { text, facts, base: base(source, &inwards, link(entry, "alternate")) })
}

fn is_post(entry: &Markup) -> bool {
    let kinds = children(entry, "atom:category").filter_map(|category| attribute(category, "term"));
    let is_draft =
        child(entry, "app:control").is_some_and(|control| said(control, "app:draft").as_deref() == Some("yes"));
    let says = |name, value: &str| said(entry, name).is_none_or(|said| said.eq_ignore_ascii_case(value));
    kinds.filter_map(|term| term.strip_prefix(KIND)).all(|kind| kind == "post")
        && !is_draft
        && says("blogger:type", "post")
        && says("blogger:status", "live")
}

/// The address of a link of this relation; one without a relation is the entry's own.
fn link<'a>(entry: &'a Markup, relation: &str) -> Option<&'a str> {
    children(entry, "atom:link")
        .filter(|link| attribute(link, "rel").unwrap_or("alternate") == relation)
        .find_map(|link| attribute(link, "href"))
}

fn byline(node: &Markup) -> Option<String> {
    names(children(node, "atom:author").filter_map(|author| said(author, "atom:name")).collect())
}

fn picture(entry: &Markup) -> Option<&str> {
    let thumbnail = child(entry, "media:thumbnail").or_else(|| child(child(entry, "media:group")?, "media:thumbnail"));
    let enclosed = || {
        children(entry, "atom:link").find(|link| {
            attribute(link, "rel") == Some("enclosure")
                && attribute(link, "type").is_some_and(|kind| kind.starts_with("image/"))
        })
    };
    thumbnail.and_then(|thumbnail| attribute(thumbnail, "url")).or_else(|| attribute(enclosed()?, "href"))
}

/// What stands in an element, by its type: markup as it is, escaped HTML, or plain text.
fn text(node: &Markup) -> Result<Text, ArticleError> {
    match attribute(node, "type").unwrap_or("text") {
        "xhtml" | "application/xhtml+xml" => Ok(Text::Made(node.clone())),
        "html" | "text/html" => Ok(Text::Html(characters(node))),
        // Many forget the type of what is HTML.
        _ if characters(node).contains("</") => Ok(Text::Html(characters(node))),
        _ => Ok(Text::Made(plain(&characters(node))?)),
    }
}

fn one_line(source: &Source, node: &Markup) -> Option<String> {
    match attribute(node, "type") {
        Some("html" | "text/html") => line(source, &characters(node)),
        _ => plain_line(&node.text()),
    }
}
