//! What the head of a page declares about its article: by `<meta>` of every common vocabulary, and by JSON-LD.

use super::json_ld;
use super::person::is_name;
use super::tree::{Id, Tree};
use crate::domain::markup::one_line;
use crate::reader::written_day;

/// What a page declares. Texts are in one line and never empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    /// What the article is called, by the most reliable source first.
    pub(super) headlines: Vec<String>,
    /// Names of the site, its publisher and its application.
    pub(super) sites: Vec<String>,
    /// Who wrote it.
    pub(super) authors: Vec<String>,
    /// When it was published, as a machine reads it.
    pub(super) published: Option<String>,
    /// When it was changed.
    pub(super) modified: Option<String>,
    /// What it is about.
    pub(super) summary: Option<String>,
    /// The address of its picture.
    pub(super) picture: Option<String>,
    /// Its language.
    pub(super) language: Option<String>,
    /// Whether it is called news.
    pub(super) is_news: bool,
}

/// Names of `<meta>` (in `name`, `property` or `itemprop`), the more reliable first.
const HEADLINE: &[&str] = &[
    "dc.title",
    "dcterms.title",
    "og:title",
    "weibo:article:title",
    "title",
    "twitter:title",
    "parsely-title",
    "headline",
];
const SITE: &[&str] =
    &["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "al:ios:app_name"];
const AUTHOR: &[&str] = &[
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "article:author",
    "og:article:author",
    "byl",
    "sailthru.author",
    CITATION,
];
/// What scholarly pages name each author in.
const CITATION: &str = "citation_author";
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "sailthru.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published",
    "published-date",
    "published_time",
    "article:published",
    "og:article:published_time",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.created",
    "dcterms.issued",
    "datecreated",
    "uploaddate",
];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "last_modified",
    "lastmod",
    "article:modified",
    "dc.date.modified",
];
const SUMMARY: &[&str] = &[
    "dc.description",
    "dcterms.description",
    "og:description",
    "weibo:article:description",
    "description",
    "twitter:description",
    "sailthru.description",
];
const PICTURE: &[&str] = &[
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "image",
];

/// The names of a `<meta>`, and what it says.
type Meta<'a> = (Vec<String>, &'a str);

/// Reads what a page declares.
#[inline(never)]
pub(super) fn read(tree: &Tree) -> Declared {
    let metas: Vec<Meta> = tree
        .named(tree.root(), &["meta"])
        .into_iter()
        .filter_map(|meta| Some((keys(tree, meta), tree.attribute(meta, "content")?)))
        .collect();
    let all = |names: &[&str]| -> Vec<String> {
        names.iter().flat_map(|name| named(&metas, name)).filter(|content| !content.is_empty()).collect()
    };
    let first = |names: &[&str]| all(names).into_iter().next();
    let moment = |names: &[&str]| all(names).iter().find_map(|value| written_day::moment(value));
    let linked = json_ld::read(tree);

    let mut declared = Declared {
        headlines: all(HEADLINE),
        sites: all(SITE),
        authors: linked.authors,
        published: linked.published.or_else(|| moment(PUBLISHED)),
        modified: linked.modified.or_else(|| moment(MODIFIED)),
        summary: linked.summary.or_else(|| first(SUMMARY)),
        picture: first(PICTURE).or(linked.picture),
        language: linked.language,
        is_news: linked.is_news || is_marked_as_news(tree),
    };
    declared.headlines.extend(linked.headlines);
    declared.sites.extend(linked.publisher);
    if declared.authors.is_empty() {
        declared.authors = authors(&metas);
    }
    if declared.authors.is_empty() {
        declared.authors = labelled(&metas).into_iter().collect();
    }
    declared
}

/// Whether an element is marked as news by microdata.
fn is_marked_as_news(tree: &Tree) -> bool {
    let all = tree.inside(tree.root());
    all.into_iter()
        .any(|id| tree.attribute(id, "itemtype").is_some_and(|kind| kind.trim_end().ends_with("NewsArticle")))
}

/// Vocabularies write their prefixes with a colon or a dot, in capitals or not.
fn keys(tree: &Tree, meta: Id) -> Vec<String> {
    ["property", "name", "itemprop"]
        .iter()
        .filter_map(|attribute| tree.attribute(meta, attribute))
        .flat_map(str::split_ascii_whitespace)
        .map(|key| {
            let key = key.to_lowercase();
            match key.split_once(':') {
                Some((vocabulary @ ("dc" | "dcterm" | "dcterms"), rest)) => {
                    format!("{}.{rest}", if vocabulary == "dc" { "dc" } else { "dcterms" })
                }
                _ => key,
            }
        })
        .collect()
}

/// What each `<meta>` of this name says, in one line.
fn named(metas: &[Meta], name: &str) -> impl Iterator<Item = String> {
    let of_name = metas.iter().filter(move |(keys, _)| keys.iter().any(|key| key == name));
    of_name.map(|(_, content)| one_line(content))
}

/// The author in what is shown under a link to the page: a label and a text of two numbered pairs.
fn labelled(metas: &[Meta]) -> Option<String> {
    let first = |name: String| named(metas, &name).next();
    ["1", "2"].iter().find_map(|number| {
        let label = first(format!("twitter:label{number}"))?.to_lowercase();
        let is_author = ["written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door"]
            .contains(&label.as_str());
        first(format!("twitter:data{number}")).filter(|name| is_author && is_name(name))
    })
}

/// A name as libraries order it, "Lovelace, Ada", in the order in which it is said.
fn in_order(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => name.to_owned(),
    }
}

/// All that the first vocabulary names which names anybody.
fn authors(metas: &[Meta]) -> Vec<String> {
    for name in AUTHOR {
        let mut found: Vec<String> = Vec::new();
        for said in named(metas, name) {
            let author = if *name == CITATION { in_order(&said) } else { said };
            if is_name(&author) && !found.contains(&author) {
                found.push(author);
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}
