//! JSON Feed, versions 1 and 1.1: a whole feed, or one item of it.

use crate::domain::article_error::ArticleError;
use crate::domain::attribute_value;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{Entry, Text, line, plain, plain_line};
use crate::reader::found::Facts;
use crate::reader::json_value::Json;
use crate::reader::source::Source;
use crate::reader::wanted::{Candidate, choose};

/// The items of a feed, or the one that the file is; `None` for other JSON.
pub(super) fn items(json: &Json) -> Option<&[Json]> {
    let is_feed = json.text("version").is_some_and(|version| version.contains("jsonfeed.org/version/"));
    let items = json.get("items").map(Json::list).unwrap_or_default();
    if is_feed || items.iter().any(is_item) {
        return Some(items);
    }
    is_item(json).then(|| std::slice::from_ref(json))
}

fn is_item(json: &Json) -> bool {
    json.text("content_html").or(json.text("content_text")).is_some()
}

pub(super) fn entry(source: &Source, feed: &Json, items: &[Json]) -> Result<Entry, ArticleError> {
    let called = ["id", "url", "external_url"];
    let candidates: Vec<Candidate> = items
        .iter()
        .map(|item| Candidate {
            is_ready: is_item(item),
            names: called.iter().filter_map(|name| item.label(name)).collect(),
        })
        .collect();
    let item = items.get(choose(source, &candidates)?).ok_or(ArticleError::Empty)?;
    let headline = item.text("title").and_then(|title| {
        // A title is plain text, but many programs write `&amp;` into it.
        if title.contains('<') { plain_line(title) } else { line(source, title) }
    });
    let text = match (item.text("content_html"), item.text("content_text").or(item.text("summary"))) {
        (Some(content), _) => Text::Html(content.to_owned()),
        (None, Some(content)) => Text::Made(plain(content)?),
        (None, None) => return Err(ArticleError::Empty),
    };
    let language = item.text("language").or(feed.text("language")).and_then(attribute_value::language);
    let facts = Facts {
        byline: byline(item).or_else(|| byline(feed)),
        published: item.text("date_published").and_then(date),
        modified: item.text("date_modified").and_then(date),
        summary: item.text("summary").and_then(plain_line),
        picture: item.text("image").or(item.text("banner_image")).map(str::to_owned),
        direction: direction(language.as_deref()),
        language,
        headline,
        is_news: false,
    };
    Ok(Entry { text, facts, base: item.text("url").map(str::to_owned) })
}

/// `authors` since version 1.1, `author` before.
fn byline(json: &Json) -> Option<String> {
    let several = json.get("authors").map(Json::list).unwrap_or_default();
    names(several.iter().chain(json.get("author")).filter_map(|author| author.label("name")).collect())
}
