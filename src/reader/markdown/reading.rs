//! Finds the article in a Markdown file: its front matter, its headline, and the text after these.

use super::front_matter::{self, FrontMatter};
use super::writing::as_html;
use crate::domain::article_error::ArticleError;
use crate::domain::attribute_value;
use crate::domain::markup::Markup;
use crate::reader::entry_facts::{date, direction, names};
use crate::reader::entry_text::{html, plain_line, without_headline};
use crate::reader::found::{Facts, Found};
use crate::reader::source::{Reading, Source};

/// Finds the article in a file. Raw HTML in it is parsed with the rest, and judged like any.
///
/// # Errors
/// Those of the parser.
pub fn read<'a>(source: &'a Source<'a>) -> Reading<'a> {
    Box::pin(found(source))
}

async fn found(source: &Source<'_>) -> Result<Found, ArticleError> {
    let (front, text) = front_matter::split(source.text);
    let content = html(source, &as_html(text)).await?;
    let (headline, text) = match front.first(&["title"]).and_then(plain_line) {
        Some(headline) => {
            let text = without_headline(content, Some(&headline));
            (Some(headline), text)
        }
        None => opening_heading(content),
    };
    Ok(Found { text, facts: facts(&front, headline), base: None, own: None })
}

fn facts(front: &FrontMatter, headline: Option<String>) -> Facts {
    let language = front
        .first(&["lang", "language", "locale"])
        .and_then(|said| attribute_value::language(&said.replace('_', "-")));
    Facts {
        headline,
        byline: names(
            front.all(&["author", "authors", "author.name", "authors.name", "by"]).map(str::to_owned).collect(),
        ),
        published: front
            .first(&["date", "published", "publishdate", "pubdate", "publish_date", "created", "date.created"])
            .and_then(date),
        modified: front
            .first(&[
                "updated",
                "lastmod",
                "modified",
                "last_modified_at",
                "updateddate",
                "last_updated",
                "date.updated",
            ])
            .and_then(date),
        summary: front.first(&["description", "summary", "excerpt"]).and_then(plain_line),
        picture: front
            .first(&[
                "image",
                "cover",
                "hero",
                "cover.image",
                "image.src",
                "image.url",
                "image.path",
                "hero.image",
                "heroimage",
                "cover_image",
                "coverimage",
                "featured_image",
                "featuredimage",
                "feature_image",
                "banner",
                "thumbnail",
                "ogimage",
                "images",
            ])
            .map(str::to_owned),
        direction: direction(language.as_deref()),
        language,
        is_news: false,
    }
}

/// Takes the first heading out of a text that begins with it; pictures and marks may stand before it.
fn opening_heading(text: Markup) -> (Option<String>, Markup) {
    match text {
        Markup::Element { tag, attributes, mut children } => {
            let first = children.iter().position(|child| match child {
                Markup::Text(text) => !text.trim().is_empty(),
                Markup::Element { .. } => !child.text().is_empty(),
            });
            let heading = first.filter(|first| children.get(*first).is_some_and(|child| child.tag() == "h1"));
            let headline = heading.map(|heading| children.remove(heading).text());
            (headline, Markup::Element { tag, attributes, children })
        }
        text => (None, text),
    }
}
