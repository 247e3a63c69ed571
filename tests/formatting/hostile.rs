//! Texts that are written to run scripts, to lead elsewhere than they say, or to take long.

use article_widget::domain::formatted::{Block, Inline, text_of};
use article_widget::domain::link_policy;
use article_widget::reader::formatting::blocks;
use serde_json::Value;

use super::support::{corpora, corpus};

/// Every link in blocks: where it leads, the host that is said, and its text.
fn links(blocks: &[Block]) -> Vec<(String, Option<String>, String)> {
    let mut found = Vec::new();
    blocks.iter().for_each(|block| in_block(block, &mut found, 0));
    found
}

fn in_block(block: &Block, found: &mut Vec<(String, Option<String>, String)>, depth: usize) {
    assert!(depth <= 16, "so deep nothing nests");
    match block {
        Block::Paragraph(content) | Block::Lines(content) | Block::Heading(content) => {
            in_inlines(content, found, depth)
        }
        Block::Quote(content) => content.iter().for_each(|block| in_block(block, found, depth + 1)),
        Block::List { items, .. } => {
            items.iter().flat_map(|item| &item.content).for_each(|block| in_block(block, found, depth + 2));
        }
        Block::Table { head, rows, .. } => {
            rows.iter().chain([head]).flatten().for_each(|cell| in_inlines(cell, found, depth + 3));
        }
        Block::Code { .. } | Block::Rule => {}
    }
}

fn in_inlines(content: &[Inline], found: &mut Vec<(String, Option<String>, String)>, depth: usize) {
    assert!(depth <= 17, "so deep nothing nests");
    for inline in content {
        match inline {
            Inline::Link { to, host, content } => {
                found.push((to.as_str().to_owned(), host.clone(), text_of(content)));
                in_inlines(content, found, depth + 1);
            }
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strike(content)
            | Inline::Spoiler(content) => {
                in_inlines(content, found, depth + 1);
            }
            Inline::Text(text) => assert!(!text.contains('\n')),
            Inline::Break | Inline::Code(_) => {}
        }
    }
}

/// How many elements and characters there are.
fn weight(blocks: &[Block]) -> usize {
    format!("{blocks:?}").len()
}

#[track_caller]
fn leads_nowhere_else(text: &str) -> usize {
    let links = links(&blocks(text));
    for (to, ..) in &links {
        let url = url::Url::parse("https://page.example/dir/").unwrap().join(to);
        let scheme = url.as_ref().map(|url| url.scheme().to_owned());
        assert!(
            scheme.as_ref().is_ok_and(|it| matches!(it.as_str(), "http" | "https" | "mailto")) || url.is_err(),
            "{text:?}: {to}"
        );
    }
    links.len()
}

#[test]
fn no_string_of_the_collection_becomes_anything_but_text_and_harmless_links() {
    let Some(folder) = corpora() else { return };
    let all: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    let mut found = 0;
    for text in &all {
        for body in [
            text.clone(),
            format!("[a]({text})"),
            format!("[a](<{text}>)"),
            format!("<{text}>"),
            format!("[a]\n\n[a]: {text}"),
        ] {
            found += leads_nowhere_else(&body);
        }
    }
    println!("{} strings, {found} links", all.len());
    assert!(all.len() > 5_000);
}

#[test]
fn what_browsers_read_as_another_scheme_is_no_link() {
    let Some(folder) = corpora() else { return };
    let all: Vec<Value> = serde_json::from_str(&corpus(&folder, "wpt-url/urltestdata.json")).unwrap();
    let (mut seen, mut found) = (0, 0);
    for input in all.iter().filter_map(|case| case.get("input")?.as_str()) {
        seen += 1;
        for body in [format!("[a](<{input}>)"), format!("<{input}>"), input.to_owned()] {
            found += leads_nowhere_else(&body);
        }
    }
    println!("{seen} addresses, {found} links");
    assert!(seen > 800 && found > 300, "{seen} {found}");
}

#[test]
fn a_refused_link_a_picture_and_raw_html_stand_as_they_were_typed() {
    for text in [
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        "![a](https://a.example/b.png)",
        "<b onclick=x>a</b>",
        "a <script>alert(1)</script> b",
        "[a](/relative)",
        "[a][b]",
        "<javascript:alert(1)>",
        "![[a](https://a.example)](https://b.example)",
    ] {
        let shown = blocks(text);
        let [Block::Paragraph(content)] = &shown[..] else { panic!("{text}: {shown:?}") };
        assert_eq!(text_of(content), text);
    }
    let block = blocks("<div>\n**a** https://a.example\n</div>\n\nb");
    assert_eq!(block.len(), 2, "{block:?}");
    assert_eq!(links(&block), [("https://a.example".to_owned(), None, "https://a.example".to_owned())]);
    assert_eq!(blocks("[a]: https://a.example").len(), 1, "definitions alone are seen");
}

#[test]
fn a_link_says_where_it_really_leads() {
    let hosts = |text: &str| links(&blocks(text)).into_iter().map(|(_, host, _)| host).collect::<Vec<_>>();
    assert_eq!(hosts("[bank.example](https://evil.example/bank.example)"), [Some("evil.example".to_owned())]);
    assert_eq!(hosts("[**bank**.example](https://evil.example)"), [Some("evil.example".to_owned())]);
    assert_eq!(hosts("[here](https://evil.example) <https://a.example> https://b.example"), [None, None, None]);
    let refused = link_policy::written("https://bank.example@evil.example");
    assert!(refused.is_err());
    assert_eq!(hosts("[bank.example](https://bank.example@evil.example)"), [], "the disguise is shown as typed");
}

#[test]
fn nothing_nests_deeper_than_sixteen_and_no_words_get_lost() {
    for (before, after) in
        [("> ", ""), ("- ", ""), ("*a **b ", " b** a*"), ("||[", "](https://a.example)||"), ("1. > ", "")]
    {
        let text = format!("{}deep{}", before.repeat(200), after.repeat(200));
        let shown = blocks(&text);
        links(&shown);
        assert!(format!("{shown:?}").contains("deep"), "{before} {shown:?}");
    }
}

#[test]
fn what_is_drawn_is_bounded_by_what_was_typed() {
    let wide = format!("{}\n{}\n{}", "|a".repeat(2_000), "|-".repeat(2_000), "|b\n".repeat(2_000));
    for text in [wide, "a | b\n- | -\n".repeat(2_000), "||a".repeat(4_000), "> - ".repeat(3_000)] {
        assert!(weight(&blocks(&text)) < text.len() * 60, "{:?}", text.get(..20));
    }
}
