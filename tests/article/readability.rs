//! Real pages, with what readers agreed their articles to be: the test pages of mozilla/readability (see the corpora's SOURCES.md).

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use article_widget::domain::article::Article;
use article_widget::domain::safe_markup::SafeNode;
use criterion::measurement::{Measurement as _, WallTime};
use unicode_normalization::UnicodeNormalization as _;

use crate::support::{corpora, corpus, parse, read_parsed};

/// At least so many pages of 69 come out whole, with their titles, and of 45 with their bylines.
const WHOLE: usize = 58;
const TITLES: usize = 62;
const BYLINES: usize = 42;
/// So much of the expected words must be there, and so much of others may.
const THERE: f64 = 0.98;
const OTHERS: f64 = 0.02;

/// Pages that are known to differ, and why.
const NOT_WHOLE: &[(&str, &str)] = &[
    ("citylab-1", "expected are a box for a newsletter and one about the author, which are not the article"),
    ("iab-1", "expected is a box about the author, which is not the article"),
    ("nytimes-4", "a line of the header that says where the page may be read in other forms"),
    (
        "nytimes-5",
        "a list of other articles, which the page is: of those in its second half only the pictures are expected",
    ),
    (
        "quanta-1",
        "the sentence under the headline that says what the article is about, and captions of pictures, which a reader wants",
    ),
    ("telegraph", "captions of pictures, which a reader wants and the expectation has not"),
];
const OTHER_TITLE: &[(&str, &str)] = &[
    ("breitbart", "expected with the site's name"),
    ("ehow-1", "expected with the site's name"),
    ("ehow-2", "expected with the site's name"),
    ("iab-1", "expected with the site's name"),
    ("medium-3", "expected with the author's name and the site's"),
    ("v8-blog", "expected is what follows a colon in the headline, and the site's name"),
    ("yahoo-2", "expected is the name of the site instead of the headline"),
];
const OTHER_BYLINE: &[(&str, &str)] =
    &[("spiceworks", "expected is when the page was last updated, which is nobody's name")];
/// Names that these pages show as their authors and the expectation has not.
const SHOWN_NAMES: &[(&str, &str)] = &[
    ("blogger", "Andrew Zonenberg"),
    ("simplyfound-1", "Joe Wee"),
    ("telegraph", "Our Foreign Staff"),
    ("tumblr", "mcupdate"),
    ("v8-blog", "Alon Zakai"),
    ("wordpress", "Sarah Gooding"),
];

fn words(text: &str) -> BTreeMap<String, usize> {
    let folded = text.nfkc().collect::<String>().to_lowercase();
    let mut words = BTreeMap::new();
    for word in folded.split(|each: char| !each.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn in_words(text: &str) -> String {
    let folded = text.nfkc().collect::<String>().to_lowercase();
    let words: Vec<&str> = folded.split(|each: char| !each.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn collect(nodes: &[SafeNode], out: &mut String) {
    for node in nodes {
        match node {
            SafeNode::Text(text) => out.push_str(text),
            SafeNode::Element(element) => {
                let apart = if node.is_block() { " " } else { "" };
                out.push_str(apart);
                collect(element.children(), out);
                out.push_str(apart);
            }
        }
    }
}

fn text(article: &Article) -> String {
    let mut out = String::new();
    if let Some(lead) = &article.lead {
        collect(&lead.caption, &mut out);
        out.push(' ');
    }
    collect(&article.blocks, &mut out);
    out
}

struct Outcome {
    page: String,
    whole: bool,
    title: bool,
    /// Whether the byline is there, or nothing where nothing is expected and `made_up` is what was found.
    byline: Option<bool>,
    made_up: Option<String>,
    /// How long it took to read the page, once it was parsed.
    took: Duration,
}

fn outcome(folder: &Path, page: &str) -> Outcome {
    let told: serde_json::Value =
        serde_json::from_str(&corpus(folder, &format!("{page}/expected-metadata.json"))).unwrap();
    let said = |name: &str| told.get(name).and_then(serde_json::Value::as_str).filter(|said| !said.is_empty());
    let parsed = parse(&corpus(folder, &format!("{page}/source.html")));
    let start = WallTime.start();
    let article = read_parsed(&parsed, "http://fakehost/test/page.html").unwrap();
    let took = WallTime.end(start);
    let expected = words(&parse(&corpus(folder, &format!("{page}/expected.html"))).text());
    let found = words(&text(&article));
    let all: usize = expected.values().sum();
    let common: usize = expected.iter().map(|(word, count)| (*count).min(found.get(word).copied().unwrap_or(0))).sum();
    let others = found.values().sum::<usize>() - common;
    let share = |count: usize| count as f64 / all.max(1) as f64;
    let byline = article.byline.clone().unwrap_or_default();
    Outcome {
        page: page.to_owned(),
        whole: share(common) >= THERE && share(others) <= OTHERS,
        title: words(article.headline.as_deref().unwrap_or_default()) == words(said("title").unwrap_or_default()),
        byline: said("byline").map(|name| in_words(&byline).contains(&in_words(name))),
        made_up: Some(byline).filter(|byline| said("byline").is_none() && !byline.is_empty()),
        took,
    }
}

fn missed(outcomes: &[Outcome], missed: impl Fn(&Outcome) -> bool) -> Vec<&str> {
    outcomes.iter().filter(|each| missed(each)).map(|each| each.page.as_str()).collect()
}

fn known<'a>(list: &[(&'a str, &str)]) -> Vec<&'a str> {
    list.iter().map(|(page, _)| *page).collect()
}

#[test]
fn articles_of_real_pages_come_out_as_readers_agreed() {
    let Some(corpora) = corpora() else { return };
    let folder = corpora.join("readability");
    let mut pages: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("source.html").is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    pages.sort();
    let outcomes: Vec<Outcome> = pages.iter().map(|page| outcome(&folder, page)).collect();

    assert_eq!(missed(&outcomes, |each| !each.whole), known(NOT_WHOLE), "whole");
    assert_eq!(missed(&outcomes, |each| !each.title), known(OTHER_TITLE), "titles");
    assert_eq!(missed(&outcomes, |each| each.byline == Some(false)), known(OTHER_BYLINE), "bylines");
    assert_eq!(missed(&outcomes, |each| each.made_up.is_some()), known(SHOWN_NAMES), "names");
    for (page, name) in SHOWN_NAMES {
        let found = outcomes.iter().find(|each| each.page == *page).and_then(|each| each.made_up.as_deref());
        assert!(found.is_some_and(|found| found.starts_with(name)), "{page}: {found:?}");
    }
    let with_byline = outcomes.iter().filter(|each| each.byline == Some(true)).count();
    assert!(outcomes.len() - NOT_WHOLE.len() >= WHOLE && outcomes.len() - OTHER_TITLE.len() >= TITLES);
    assert!(with_byline >= BYLINES);
    let mut times: Vec<Duration> = outcomes.iter().map(|each| each.took).collect();
    times.sort_unstable();
    println!(
        "{:.1?} a page in the median, {:.1?} at most, once it is parsed",
        times.get(times.len() / 2).unwrap(),
        times.last().unwrap()
    );
    println!(
        "{} pages: {} whole, {} titles, {with_byline} bylines",
        outcomes.len(),
        outcomes.len() - NOT_WHOLE.len(),
        outcomes.len() - OTHER_TITLE.len()
    );
}
