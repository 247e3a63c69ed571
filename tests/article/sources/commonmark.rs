//! The examples of CommonMark: what the allow-list leaves of the reference HTML is what a Markdown article is made of.

use article_widget::domain::allow_list::Tag;
use article_widget::domain::markup::Markup;
use article_widget::domain::safe_markup::{Cleaner, SafeNode, Survey, in_blocks};
use article_widget::reader::kind::Kind;
use article_widget::reader::source::Syntax;

use super::support::{ADDRESS, found, parse, resolve};
use crate::commonmark_examples::{Example, examples};
use crate::support::{corpora, corpus};

/// Examples of what is no link in CommonMark, but one for the readers of GitHub: an address as it is.
const BARE_ADDRESSES: [usize; 3] = [604, 610, 613];

fn cleaned(markup: &Markup) -> Vec<SafeNode> {
    let resolve = |raw: &str| resolve(raw, ADDRESS);
    let mut survey = Survey::of(markup);
    while survey.goes_on() {}
    in_blocks(Cleaner::new(survey, None, &resolve).clean(markup.children()))
}

/// As a reader sees it: outside of listings any white space is one space, and none at the edges of a block.
fn shown(nodes: &[SafeNode]) -> String {
    let mut out = String::new();
    nodes.iter().for_each(|node| show(node, false, &mut out));
    out
}

fn show(node: &SafeNode, is_listing: bool, out: &mut String) {
    match node {
        SafeNode::Text(text) if is_listing => out.push_str(text),
        SafeNode::Text(text) => {
            for each in text.chars() {
                let is_at_edge = out.ends_with([' ', '\n']);
                match each.is_ascii_whitespace() {
                    true if is_at_edge => {}
                    true => out.push(' '),
                    false => out.push(each),
                }
            }
        }
        SafeNode::Element(element) => {
            let edge = if node.is_block() { "\n" } else { "" };
            if node.is_block() {
                out.truncate(out.trim_end_matches(' ').len());
            }
            out.push_str(&format!("{edge}<{} {:?}>{edge}", element.tag().name(), element.attributes()));
            let is_listing = is_listing || element.tag() == Tag::Pre;
            element.children().iter().for_each(|child| show(child, is_listing, out));
            if node.is_block() && !is_listing {
                out.truncate(out.trim_end_matches(' ').len());
            }
            out.push_str(&format!("</{}>{edge}", element.tag().name()));
        }
    }
}

#[test]
fn examples_of_commonmark_give_the_tree_of_the_reference() {
    let Some(folder) = corpora() else { return };
    let examples = examples(&corpus(&folder, "commonmark/spec.txt"));
    assert!(examples.len() > 600, "{}", examples.len());
    let mut wrong = Vec::new();
    for Example { number, markdown, html } in &examples {
        // Behind a headline of its own, so that theirs are none.
        let ours = found(Kind::Markdown, &format!("# Headline\n\n{markdown}"), None).unwrap();
        let reference = parse(&format!("<!doctype html><body>{html}"), Syntax::Html).unwrap();
        let (ours, theirs) = (shown(&cleaned(&ours.text)), shown(&cleaned(&reference)));
        assert!(!BARE_ADDRESSES.contains(number) || ours != theirs, "{number} is a link");
        if ours != theirs && !BARE_ADDRESSES.contains(number) {
            wrong.push(format!("{number}\n{markdown}\nours   {ours}\ntheirs {theirs}\n"));
        }
    }
    assert!(wrong.is_empty(), "{} otherwise:\n{}", wrong.len(), wrong.join("\n"));
}
