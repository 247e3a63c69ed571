//! The examples of CommonMark 0.31 and of GFM: those of what comments can say give the tree of the reference, and of the others is known why
//! they do not.

use std::collections::BTreeMap;

use article_widget::reader::formatting::blocks;
use serde_json::Value;

use super::outline;
use crate::commonmark_examples::{self, Example};
use crate::support::{corpora, corpus, parse};

/// The examples of a page. Relative addresses are none in a comment: the examples lead somewhere.
fn examples(page: &str) -> Vec<Example> {
    let absolute = |text: &str| {
        ["/url", "/uri", "/my uri", "/my%20uri", "/f&ouml;&ouml;", "/foo", "/bar"].iter().fold(
            text.to_owned(),
            |text, path| {
                ["(", "<", ": ", "\"", "\n", " "].iter().fold(text, |text, before| {
                    text.replace(&format!("{before}{path}"), &format!("{before}https://a.example{path}"))
                })
            },
        )
    };
    let all = commonmark_examples::examples(page).into_iter();
    all.map(|it| Example { markdown: absolute(&it.markdown), html: absolute(&it.html), ..it }).collect()
}

/// Why the tree of an example is another one here, if it is to be.
fn reason(example: &Example) -> Option<&'static str> {
    let Example { markdown, html, .. } = example;
    let is_raw = pulldown_cmark::Parser::new(markdown)
        .any(|event| matches!(event, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_)));
    let leads_nowhere = |html: &str| {
        html.split("href=\"").skip(1).any(|rest| {
            let target = rest.split('"').next().unwrap_or_default();
            article_widget::domain::link_policy::written(target).is_err()
        })
    };
    let has_bare = || {
        let outside = html.split("<a ").map(|part| part.rsplit("</a>").next().unwrap_or_default());
        outside.into_iter().any(|text| text.contains("http://") || text.contains("https://"))
    };
    if html.contains("<img") {
        Some("pictures stand as they were typed")
    } else if is_raw {
        Some("raw HTML stands as it was typed")
    } else if leads_nowhere(html) {
        Some("a link that the policy refuses stands as it was typed")
    } else if html
        .replace("<h1>", "")
        .replace("<h2>", "")
        .replace("<h3>", "")
        .split_whitespace()
        .all(|tag| tag.starts_with("</h"))
    {
        Some("where nothing would be seen, the text is shown")
    } else if has_bare() {
        Some("an address by itself is a link")
    } else {
        None
    }
}

#[track_caller]
fn compare(file: &str, least: usize) {
    let Some(folder) = corpora() else { return };
    compare_all(file, &examples(&corpus(&folder, &format!("commonmark/{file}.txt"))), least, reason);
}

#[track_caller]
fn compare_all(file: &str, all: &[Example], least: usize, reason: impl Fn(&Example) -> Option<&'static str>) {
    let (mut same, mut wrong, mut others) = (0, Vec::new(), BTreeMap::new());
    for example in all {
        if let Some(reason) = reason(example) {
            *others.entry(reason).or_insert(0) += 1;
            continue;
        }
        // The mark of a task stands in the line of its words.
        let ours = outline::of_blocks(&blocks(&example.markdown));
        let ours = ours.replace("[ ] \n", "\n[ ] ").replace("[x] \n", "\n[x] ");
        let body = parse(&format!("<!doctype html><body>{}", example.html));
        let body = body.find(&|it| it.tag() == "body").and_then(|path| path.last().map(|it| outline::of_html(it)));
        let theirs = body.unwrap_or_default();
        if ours == theirs {
            same += 1;
        } else {
            wrong.push(format!("{file} {}\n{}\nours\n{ours}\ntheirs\n{theirs}", example.number, example.markdown));
        }
    }
    println!("{same} alike; others: {others:?}");
    assert!(wrong.is_empty(), "{} otherwise:\n{}", wrong.len(), wrong.join("\n----\n"));
    assert!(same >= least, "{same} of {}", all.len());
}

#[test]
fn examples_of_commonmark_give_the_tree_of_the_reference() {
    compare("spec", 400);
}

#[test]
fn tables_and_strikethrough_give_the_tree_of_the_reference() {
    compare("pulldown-table", 10);
    compare("pulldown-strikethrough", 3);
}

/// The examples of the extensions of GFM 0.29 by their numbers there.
#[test]
fn examples_of_gfm_give_the_tree_of_the_reference() {
    let Some(folder) = corpora() else { return };
    let read: Vec<Value> = serde_json::from_str(&corpus(&folder, "commonmark/marked-gfm.0.29.json")).unwrap();
    let part = |of: &Value, name: &str| of.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let example = |it: &Value| Example {
        number: it.get("example").and_then(Value::as_u64).and_then(|it| it.try_into().ok()).unwrap_or_default(),
        markdown: part(it, "markdown"),
        html: part(it, "html")
            .replace("<input disabled=\"\" type=\"checkbox\"> ", "[ ] ")
            .replace("<input checked=\"\" disabled=\"\" type=\"checkbox\"> ", "[x] "),
    };
    let all: Vec<Example> = read.iter().map(example).collect();
    compare_all("gfm", &all, 14, |example| match example.number {
        622..=628 => Some("an address by itself is a link only with https:// or http:// before it"),
        630..=635 => Some("an address of mail or chat by itself is text"),
        _ => reason(example),
    });
}
