//! Posts and pages as the REST interface of WordPress gives them: one, or a list of them.

use serde_json::Value;

use crate::domain::article::Published;
use crate::domain::article_error::ArticleError;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{html, line, without_headline};
use crate::reader::found::{Facts, Found};
use crate::reader::source::Source;
use crate::reader::wanted::choose;

/// The posts in the JSON; `None` for other JSON.
pub(super) fn posts(json: &Value) -> Option<&[Value]> {
    match json.as_array() {
        Some(list) => list.iter().all(is_post).then_some(list),
        None => is_post(json).then(|| std::slice::from_ref(json)),
    }
}

fn is_post(json: &Value) -> bool {
    at(json, &["content", "rendered"]).is_some()
}

pub(super) fn read(source: &Source, posts: &[Value]) -> Result<Found, ArticleError> {
    let post = choose(
        source,
        posts,
        |_| true,
        |post| {
            let id = post.get("id").map(Value::to_string);
            let texts = [&["slug"][..], &["link"], &["guid", "rendered"]];
            id.into_iter().chain(texts.iter().filter_map(|way| at(post, way)).map(str::to_owned)).collect()
        },
    )?;
    let headline = at(post, &["title", "rendered"]).and_then(|title| line(source, title));
    let content = html(source, at(post, &["content", "rendered"]).unwrap_or_default())?;
    let summary = at(post, &["excerpt", "rendered"]).and_then(|excerpt| line(source, excerpt));
    let facts = Facts {
        byline: byline(post),
        published: moment(post, "date"),
        modified: moment(post, "modified"),
        // What WordPress has cut off by itself.
        summary: summary.map(|summary| summary.replace(" […]", "…")),
        picture: picture(post).map(str::to_owned),
        direction: direction(None),
        headline,
        ..Facts::default()
    };
    let text = without_headline(content, facts.headline.as_deref());
    Ok(Found { text, facts, base: at(post, &["link"]).map(str::to_owned) })
}

/// With `_embed` in the address the authors come along.
fn byline(post: &Value) -> Option<String> {
    let authors = post.get("_embedded").and_then(|embedded| embedded.get("author")).and_then(Value::as_array);
    let named = authors.into_iter().flatten().filter_map(|author| at(author, &["name"]));
    names(named.map(str::to_owned))
        .or_else(|| names(at(post, &["yoast_head_json", "author"]).map(str::to_owned).into_iter()))
}

fn picture(post: &Value) -> Option<&str> {
    let media = post.get("_embedded").and_then(|embedded| embedded.get("wp:featuredmedia"));
    let featured = media.and_then(|media| at(media.get(0)?, &["source_url"]));
    let shared = || at(post.get("yoast_head_json")?.get("og_image")?.get(0)?, &["url"]);
    featured.or_else(|| at(post, &["jetpack_featured_media_url"])).filter(|address| !address.is_empty()).or_else(shared)
}

/// In the time of Greenwich where it is said, with the day of the place where it was written.
fn moment(post: &Value, key: &str) -> Option<Published> {
    let mut shown = at(post, &[key]).and_then(date)?;
    if let Some(gmt) = at(post, &[&format!("{key}_gmt")]).filter(|gmt| !gmt.starts_with("0000")) {
        shown.datetime = date(&format!("{gmt}Z")).and_then(|date| date.datetime).or(shown.datetime);
    }
    Some(shown)
}

/// The text at the end of a way.
fn at<'a>(json: &'a Value, way: &[&str]) -> Option<&'a str> {
    way.iter().try_fold(json, |json, key| json.get(key))?.as_str()
}
