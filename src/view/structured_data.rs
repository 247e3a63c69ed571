//! What search engines are told of an article: JSON-LD in the words of schema.org.

use crate::domain::allow_list::Attribute;
use crate::domain::article::{Article, Published};

/// What only the page knows of the article that it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The page's address; what follows a `#` is left out.
    pub url: &'a str,
    /// How many comments are shown, once that is known.
    pub comments: Option<usize>,
}

/// The JSON of an article; `None` for one without a headline, of which there is nothing to say.
pub fn json_ld(article: &Article, setting: &Setting<'_>) -> Option<String> {
    let headline = article.headline.as_deref()?;
    let kind = match article.published {
        _ if article.is_news => "NewsArticle",
        // What is dated and discussed is a post; of what has no date nobody knows.
        Some(_) => "BlogPosting",
        None => "Article",
    };
    let mut json = String::from("{\"@context\":\"https://schema.org\"");
    member(&mut json, "@type", kind);
    member(&mut json, "headline", headline);
    if let Some(name) = &article.byline {
        json.push_str(",\"author\":{\"@type\":\"Person\"");
        member(&mut json, "name", without_preposition(name));
        json.push('}');
    }
    let moment = |date: &Option<Published>| date.as_ref().and_then(|date| date.datetime.clone());
    let picture = article.lead.as_ref().and_then(|lead| lead.picture.attribute(Attribute::Src)).map(str::to_owned);
    let url = setting.url.split('#').next().filter(|url| !url.is_empty());
    for (name, value) in [
        ("datePublished", moment(&article.published)),
        ("dateModified", moment(&article.modified)),
        ("image", picture),
        ("description", article.summary.clone()),
        ("inLanguage", article.language.clone()),
        ("url", url.map(str::to_owned)),
    ] {
        if let Some(value) = value {
            member(&mut json, name, &value);
        }
    }
    if let Some(comments) = setting.comments {
        json.push_str(",\"commentCount\":");
        json.push_str(&comments.to_string());
    }
    json.push('}');
    Some(json)
}

/// A name as its owner has it, where a page says "By Ann".
fn without_preposition(name: &str) -> &str {
    let rest = name.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).and_then(|_| name.get(3..));
    rest.unwrap_or(name)
}

fn member(json: &mut String, name: &str, value: &str) {
    json.push_str(",\"");
    json.push_str(name);
    json.push_str("\":\"");
    for each in value.chars() {
        match each {
            // Whoever writes the page out as HTML must not write an end of the script.
            '<' => json.push_str("\\u003c"),
            '\u{0}'..='\u{1f}' => json.push(' '),
            '"' | '\\' => {
                json.push('\\');
                json.push(each);
            }
            _ => json.push(each),
        }
    }
    json.push('"');
}
