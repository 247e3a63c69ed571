//! JSON Feed, versions 1 and 1.1: a whole feed, or one item of it.

use serde_json::Value;

use crate::domain::article_error::ArticleError;
use crate::domain::attribute_value;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{html, line, plain, plain_line, without_headline};
use crate::reader::found::{Facts, Found};
use crate::reader::source::Source;
use crate::reader::wanted::choose;

/// The items of a feed, or the one that the file is; `None` for other JSON.
pub(super) fn items(json: &Value) -> Option<&[Value]> {
    let is_feed = text(json, "version").is_some_and(|version| version.contains("jsonfeed.org/version/"));
    match json.get("items").and_then(Value::as_array) {
        Some(items) if is_feed || items.iter().any(is_item) => Some(items),
        _ if is_feed => Some(&[]),
        _ => is_item(json).then(|| std::slice::from_ref(json)),
    }
}

fn is_item(json: &Value) -> bool {
    text(json, "content_html").or(text(json, "content_text")).is_some()
}

pub(super) fn read(source: &Source, feed: &Value, items: &[Value]) -> Result<Found, ArticleError> {
    let item = choose(source, items, is_item, |item| {
        let id = item.get("id").filter(|id| id.is_number()).map(Value::to_string);
        id.into_iter()
            .chain(["id", "url", "external_url"].iter().filter_map(|key| text(item, key)).map(str::to_owned))
            .collect()
    })?;
    let headline = text(item, "title").and_then(|title| {
        // A title is plain text, but many programs write `&amp;` into it.
        if title.contains('<') { plain_line(title) } else { line(source, title) }
    });
    let content = match (text(item, "content_html"), text(item, "content_text").or(text(item, "summary"))) {
        (Some(content), _) => html(source, content)?,
        (None, Some(content)) => plain(content)?,
        (None, None) => return Err(ArticleError::Empty),
    };
    let language = text(item, "language").or(text(feed, "language")).and_then(attribute_value::language);
    let facts = Facts {
        byline: byline(item).or_else(|| byline(feed)),
        published: text(item, "date_published").and_then(date),
        modified: text(item, "date_modified").and_then(date),
        summary: text(item, "summary").and_then(plain_line),
        picture: text(item, "image").or(text(item, "banner_image")).map(str::to_owned),
        direction: direction(language.as_deref()),
        language,
        headline,
    };
    let text = without_headline(content, facts.headline.as_deref());
    Ok(Found { text, facts, base: self::text(item, "url").map(str::to_owned) })
}

/// `authors` since version 1.1, `author` before.
fn byline(json: &Value) -> Option<String> {
    let several = json.get("authors").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    names(several.iter().chain(json.get("author")).filter_map(|author| text(author, "name")).map(str::to_owned))
}

/// A text that is not empty.
fn text<'a>(json: &'a Value, key: &str) -> Option<&'a str> {
    json.get(key)?.as_str().filter(|text| !text.trim().is_empty())
}
