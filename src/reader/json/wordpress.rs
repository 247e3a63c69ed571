//! Posts and pages as the REST interface of WordPress gives them: one, or a list of them.

use crate::domain::article::Published;
use crate::domain::article_error::ArticleError;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{Entry, Text, line};
use crate::reader::found::Facts;
use crate::reader::json_value::Json;
use crate::reader::source::Source;
use crate::reader::wanted::{Candidate, choose};

/// The posts in the JSON; `None` for other JSON.
pub(super) fn posts(json: &Json) -> Option<&[Json]> {
    match json {
        Json::List(list) => list.iter().all(is_post).then_some(list),
        _ => is_post(json).then(|| std::slice::from_ref(json)),
    }
}

fn is_post(json: &Json) -> bool {
    json.at(&["content", "rendered"]).is_some()
}

pub(super) fn entry(source: &Source, posts: &[Json]) -> Result<Entry, ArticleError> {
    let candidates: Vec<Candidate> =
        posts.iter().map(|post| Candidate { is_ready: true, names: called(post) }).collect();
    let post = posts.get(choose(source, &candidates)?).ok_or(ArticleError::Empty)?;
    let headline = post.at(&["title", "rendered"]).and_then(|title| line(source, title));
    let text = Text::Html(post.at(&["content", "rendered"]).unwrap_or_default().to_owned());
    let summary = post.at(&["excerpt", "rendered"]).and_then(|excerpt| line(source, excerpt));
    let facts = Facts {
        byline: byline(post),
        published: moment(post, "date", "date_gmt"),
        modified: moment(post, "modified", "modified_gmt"),
        // What WordPress has cut off by itself.
        summary: summary.map(|summary| summary.replace(" […]", "…")),
        picture: picture(post).map(str::to_owned),
        direction: direction(None),
        headline,
        ..Facts::default()
    };
    Ok(Entry { text, facts, base: post.text("link").map(str::to_owned) })
}

fn called(post: &Json) -> Vec<String> {
    let guid = post.at(&["guid", "rendered"]).map(str::to_owned);
    ["id", "slug", "link"].iter().filter_map(|name| post.label(name)).chain(guid).collect()
}

/// With `_embed` in the address the authors come along.
fn byline(post: &Json) -> Option<String> {
    let authors = post.get("_embedded").and_then(|embedded| embedded.get("author")).map(Json::list);
    let named = authors.unwrap_or_default().iter().filter_map(|author| author.label("name")).collect();
    names(named).or_else(|| names(post.at(&["yoast_head_json", "author"]).map(str::to_owned).into_iter().collect()))
}

fn picture(post: &Json) -> Option<&str> {
    let ways: [&[&str]; 3] = [
        &["_embedded", "wp:featuredmedia", "source_url"],
        &["jetpack_featured_media_url"],
        &["yoast_head_json", "og_image", "url"],
    ];
    ways.iter().find_map(|way| post.at(way).filter(|address| !address.is_empty()))
}

/// In the time of Greenwich where it is said, with the day of the place where it was written.
fn moment(post: &Json, local: &str, greenwich: &str) -> Option<Published> {
    let mut shown = post.text(local).and_then(date)?;
    if let Some(exact) = post.text(greenwich).filter(|exact| !exact.starts_with("0000")) {
        shown.datetime = date(&format!("{exact}Z")).and_then(|date| date.datetime).or(shown.datetime);
    }
    Some(shown)
}
