//! What a page says about its article as linked data in JSON (schema.org).

use super::person::is_name;
use super::tree::Tree;
use crate::domain::attribute_value;
use crate::domain::markup::one_line;
use crate::reader::json_value::Json;
use crate::reader::written_day;

/// What was said of the article. Texts are in one line and never empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Linked {
    /// `headline`, and `name`, which may be another.
    pub(super) headlines: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) picture: Option<String>,
    pub(super) language: Option<String>,
    pub(super) is_news: bool,
}

/// How deep and how wide a list or an object is looked into.
const DEEPEST: usize = 6;
const WIDEST: usize = 200;

/// Reads the first thing in a page's linked data that is an article. What says when the page came speaks for an article that does not.
pub(super) fn read(tree: &Tree) -> Linked {
    let all: Vec<Json> = tree
        .named(tree.root(), &["script"])
        .into_iter()
        .filter(|script| {
            tree.attribute(*script, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
        })
        .filter_map(|script| parse(&tree.children(script).map(|text| tree.characters(text)).collect::<String>()))
        .collect();
    let first = |is_it: &dyn Fn(&Json) -> bool| {
        all.iter().find_map(|data| Some(of_article(thing_in(data, DEEPEST, is_it)?, data)))
    };
    let mut article = first(&is_article).unwrap_or_default();
    if article.published.is_none()
        && let Some(page) = first(&is_page)
    {
        article.published = page.published;
        article.modified = article.modified.or(page.modified);
    }
    article
}

/// Many pages wrap it in CDATA, and some let line breaks stand in its strings.
fn parse(text: &str) -> Option<Json> {
    let text = text.trim();
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text.strip_suffix("-->").unwrap_or(text).trim();
    let text = text.trim_start_matches("//").trim_start();
    let text = text.strip_prefix("<![CDATA[").unwrap_or(text).trim();
    let text = text.strip_suffix("]]>").unwrap_or(text).trim_end().trim_end_matches("//").trim_end();
    let text =
        text.strip_suffix("]]>").unwrap_or(text).trim_end_matches(|each: char| each == ';' || each.is_whitespace());
    serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&text.replace(|each: char| each.is_control(), " ")))
        .ok()
}

/// The first thing that passes the test.
fn thing_in<'a>(data: &'a Json, depth: usize, is_it: &dyn Fn(&Json) -> bool) -> Option<&'a Json> {
    if depth == 0 {
        return None;
    }
    match data {
        Json::List(items) => items.iter().take(WIDEST).find_map(|item| thing_in(item, depth - 1, is_it)),
        Json::Object(_) if is_it(data) => Some(data),
        Json::Object(_) => ["@graph", "mainEntity", "mainEntityOfPage", "subjectOf"]
            .iter()
            .find_map(|key| thing_in(data.get(key)?, depth - 1, is_it)),
        _ => None,
    }
}

/// A page or a recording with a date of its own.
fn is_page(data: &Json) -> bool {
    let is_one = |kind: &str| ["Page", "VideoObject", "AudioObject", "Episode"].iter().any(|end| kind.ends_with(end));
    data.get("datePublished").is_some() && types(data).any(is_one)
}

fn is_article(data: &Json) -> bool {
    types(data).any(|kind| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Article")
            || kind.ends_with("BlogPosting")
            || kind.ends_with("NewsStory")
            || matches!(
                kind,
                "Report"
                    | "LiveBlogPosting"
                    | "SocialMediaPosting"
                    | "Review"
                    | "Recipe"
                    | "HowTo"
                    | "TechArticle"
                    | "AnalysisNewsArticle"
                    | "APIReference"
            )
    })
}

fn types(data: &Json) -> impl Iterator<Item = &str> {
    let kind = data.get("@type");
    let one = kind.and_then(Json::as_text);
    let many = kind.map(Json::list).unwrap_or_default().iter().filter_map(Json::as_text);
    one.into_iter().chain(many)
}

fn of_article(article: &Json, all: &Json) -> Linked {
    let text = |key: &str| article.get(key).and_then(as_text);
    let moment = |key: &str| text(key).and_then(|value| written_day::moment(&value));
    let mut authors = Vec::new();
    for key in ["author", "creator"] {
        if authors.is_empty()
            && let Some(said) = article.get(key)
        {
            collect_names(said, all, &mut authors);
        }
    }
    let mut publisher = Vec::new();
    if let Some(said) = article.get("publisher") {
        collect_names(said, all, &mut publisher);
    }
    Linked {
        headlines: ["headline", "name"].into_iter().filter_map(text).collect(),
        authors,
        publisher: publisher.into_iter().next(),
        published: moment("datePublished"),
        modified: moment("dateModified"),
        summary: text("description"),
        picture: article.get("image").and_then(|image| picture(image, all, DEEPEST)),
        language: text("inLanguage").and_then(|value| attribute_value::language(&value)),
        is_news: types(article).any(|kind| kind.ends_with("NewsArticle")),
    }
}

fn as_text(value: &Json) -> Option<String> {
    let value = match value {
        Json::List(items) => items.first()?.as_text()?,
        Json::Object(_) => value.get("@value")?.as_text()?,
        _ => value.as_text()?,
    };
    // Texts of linked data are often escaped as if they were markup.
    let text = one_line(&unescaped(value));
    (!text.is_empty()).then_some(text)
}

fn unescaped(text: &str) -> String {
    [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

/// Names of people and organisations, be it by a text, an object, a list of these, or an object that is told elsewhere.
fn collect_names(said: &Json, all: &Json, names: &mut Vec<String>) {
    match said {
        Json::List(items) => items.iter().take(WIDEST).for_each(|item| collect_names(item, all, names)),
        Json::Object(_) => match said.get("name") {
            Some(name) => collect_names(name, &Json::Other, names),
            None => {
                if let Some(told) = said.get("@id").and_then(|id| by_id(all, id)) {
                    collect_names(told, &Json::Other, names);
                }
            }
        },
        _ => {
            if let Some(name) = as_text(said).filter(|name| is_name(name) && !names.contains(name)) {
                names.push(name);
            }
        }
    }
}

fn by_id<'a>(all: &'a Json, id: &Json) -> Option<&'a Json> {
    let listed = all.get("@graph").unwrap_or(all).list();
    listed
        .iter()
        .take(WIDEST)
        .find(|each| each.get("@id") == Some(id) && each.get("name").is_some_and(|name| *name != Json::Other))
}

fn picture(said: &Json, all: &Json, depth: usize) -> Option<String> {
    if depth == 0 {
        return None;
    }
    match said {
        Json::List(items) => items.iter().take(WIDEST).find_map(|item| picture(item, all, depth - 1)),
        Json::Object(_) => match ["url", "contentUrl"].iter().find_map(|key| said.get(key)) {
            Some(address) => picture(address, all, depth - 1),
            None => {
                let listed = all.get("@graph").unwrap_or(all).list();
                let told = listed
                    .iter()
                    .take(WIDEST)
                    .find(|each| each.get("@id") == said.get("@id") && each.get("url").is_some())?;
                picture(told.get("url")?, all, depth - 1)
            }
        },
        _ => as_text(said),
    }
}
