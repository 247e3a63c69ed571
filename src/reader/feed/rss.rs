//! RSS: the items of a channel; WordPress exports its posts so.

use super::elements::{attribute, base, characters, child, children, language, said};
use super::raw_posts;
use crate::domain::article_error::ArticleError;
use crate::domain::attribute_value;
use crate::domain::markup::Markup;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{Entry, Text, line};
use crate::reader::found::Facts;
use crate::reader::source::Source;
use crate::reader::wanted::{Candidate, choose};

pub(super) fn entry(source: &Source, channel: &Markup, items: &[&Markup]) -> Result<Entry, ArticleError> {
    let candidates: Vec<Candidate> =
        items.iter().map(|item| Candidate { is_ready: is_post(item), names: called(item) }).collect();
    let item = *items.get(choose(source, &candidates)?).ok_or(ArticleError::Empty)?;
    let encoded = said(item, "content:encoded");
    let description = child(item, "description").filter(|description| !description.text().is_empty());
    let text = match (&encoded, description) {
        (Some(post), _) if said(item, "wp:post_type").is_some() => Text::Html(raw_posts::in_paragraphs(post)),
        (Some(encoded), _) => Text::Html(encoded.clone()),
        // Some write the elements themselves into it.
        (None, Some(description)) if description.children().iter().any(|child| !child.tag().is_empty()) => {
            Text::Made(description.clone())
        }
        (None, Some(description)) => Text::Html(characters(description)),
        (None, None) => return Err(ArticleError::Empty),
    };
    let inwards = [channel, item];
    let language = language(&inwards).or_else(|| {
        said(item, "dc:language")
            .or(said(channel, "language"))
            .or(said(channel, "dc:language"))
            .as_deref()
            .and_then(attribute_value::language)
    });
    let shortened = said(item, "excerpt:encoded").or_else(|| description.filter(|_| encoded.is_some()).map(characters));
    let first = |names: [&str; 4]| names.into_iter().find_map(|name| said(item, name));
    let facts = Facts {
        headline: said(item, "title").and_then(|title| line(source, &title)),
        byline: byline(item),
        published: first(["pubdate", "dc:date", "dcterms:created", "atom:published"]).as_deref().and_then(date),
        modified: first(["atom:updated", "dcterms:modified", "wp:post_modified_gmt", "wp:post_modified"])
            .as_deref()
            .and_then(date),
        summary: shortened.and_then(|text| line(source, &text)),
        picture: picture(item),
        direction: direction(language.as_deref()),
        language,
        is_news: false,
    };
    let link = said(item, "link").or_else(|| atom_link(item));
    Ok(Entry { text, facts, base: base(source, &inwards, link.as_deref()) })
}

/// In an export there are also pages, pictures, menus and drafts.
fn is_post(item: &Markup) -> bool {
    let says = |name, value| said(item, name).is_none_or(|said| said == value);
    says("wp:post_type", "post") && says("wp:status", "publish")
}

fn called(item: &Markup) -> Vec<String> {
    let about = attribute(item, "rdf:about").map(str::to_owned);
    let said = |name| said(item, name);
    ["guid", "link", "wp:post_name", "wp:post_id"].into_iter().filter_map(said).chain(about).collect()
}

fn atom_link(item: &Markup) -> Option<String> {
    child(item, "atom:link").and_then(|link| attribute(link, "href")).map(str::to_owned)
}

/// The names of those who wrote it. `author` is an address of mail, with the name in brackets behind it.
fn byline(item: &Markup) -> Option<String> {
    let creators = names(children(item, "dc:creator").map(characters).collect());
    let author = || {
        let author = said(item, "author").or_else(|| said(item, "itunes:author"))?;
        let name = match author.split_once('(') {
            Some((_, name)) => name.trim_end_matches([')', ' ']).to_owned(),
            None => author,
        };
        if name.contains('@') { None } else { names(vec![name]) }
    };
    let people = || names(children(item, "atom:author").filter_map(|author| said(author, "atom:name")).collect());
    creators.or_else(author).or_else(people)
}

fn picture(item: &Markup) -> Option<String> {
    let is_picture = |node: &&Markup| {
        let kind = attribute(node, "type").or(attribute(node, "medium")).unwrap_or_default();
        kind.starts_with("image")
    };
    let group = child(item, "media:group");
    let media =
        [Some(item), group].into_iter().flatten().flat_map(|place| children(place, "media:content")).find(is_picture);
    let thumbnail = || child(item, "media:thumbnail").or_else(|| child(group?, "media:thumbnail"));
    let enclosed = || children(item, "enclosure").find(is_picture);
    let address = media.or_else(thumbnail).or_else(enclosed).and_then(|node| attribute(node, "url"));
    address.or_else(|| attribute(child(item, "itunes:image")?, "href")).map(str::to_owned)
}
