//! Who wrote the article, where the page shows it: and the line that says so, which is shown once.

use super::measure::{measure, text};
use super::names::{has_any, is_around, names};
use super::person::is_name;
use super::surroundings::is_hidden;
use super::tree::{Id, Tree};
use crate::domain::markup::one_line;

/// Parts of names of the line about the author.
const LINES: &[&str] = &["byline", "author", "dateline", "writtenby", "p-author", "autor", "contributor"];
/// Parts of names of what is about authors and is not that line.
const OTHERS: &[&str] = &["bio", "box", "avatar", "image", "photo", "comment", "related", "about"];
/// Parts of names of what no line about the article's author stands in.
const ELSEWHERE: &[&str] =
    &["menu", "navigation", "sidebar", "related", "recommend", "promo", "footer", "social", "widget", "popular"];
/// A longer line, in characters, is a paragraph about the author.
const LONGEST: usize = 100;

/// The line that tells the author, and the name in it.
#[derive(Debug)]
pub(super) struct Shown {
    /// The element.
    pub(super) line: Id,
    /// What it says, in one line.
    pub(super) name: String,
}

/// The first line in a page that tells the author.
#[inline(never)]
pub(super) fn shown(tree: &Tree) -> Option<Shown> {
    // Lists of writers stand in menus and beside other articles.
    first(tree, &|id| is_around(&names(tree, id))).or_else(|| first(tree, &|id| has_any(&names(tree, id), ELSEWHERE)))
}

/// The first line that does not stand in what the test leaves out.
fn first(tree: &Tree, leaves_out: &dyn Fn(Id) -> bool) -> Option<Shown> {
    let mut ahead = vec![tree.root()];
    while let Some(id) = ahead.pop() {
        let outside = !matches!(tree.tag(id), "body" | "html" | "");
        if is_hidden(tree, id) || outside && (is_comment(tree, id) || leaves_out(id)) {
            continue;
        }
        if is_line(tree, id)
            && let Some(name) = name_in(tree, id)
        {
            return Some(Shown { line: id, name });
        }
        ahead.extend(tree.children(id).rev().filter(|child| !tree.is_text(*child)));
    }
    None
}

fn is_line(tree: &Tree, id: Id) -> bool {
    if matches!(tree.tag(id), "meta" | "link" | "script" | "body" | "html" | "img" | "svg" | "input") {
        return false;
    }
    let marked = tree.has_word(id, "rel", "author") || tree.has_word(id, "itemprop", "author");
    let names = names(tree, id).replace("authori", "");
    if !marked && (!has_any(&names, LINES) || has_any(&names, OTHERS)) {
        return false;
    }
    let length = measure(tree, id).length;
    (1..LONGEST).contains(&length)
}

/// Whether what stands in it are remarks of readers.
pub(super) fn is_comment(tree: &Tree, id: Id) -> bool {
    let names = names(tree, id);
    has_any(&names, &["comment-list", "comment-body", "commentlist", "comments-area", "disqus"])
        || names.split_whitespace().any(|name| matches!(name, "comment" | "comments" | "hentry-comment" | "h-cite"))
        || tree.has_word(id, "itemtype", "https://schema.org/Comment")
}

fn name_in(tree: &Tree, line: Id) -> Option<String> {
    let inside = tree.inside(line);
    let named: Vec<String> = inside
        .iter()
        .filter(|id| tree.has_word(**id, "itemprop", "name"))
        .map(|id| text(tree, *id))
        .filter(|name| !name.is_empty())
        .collect();
    let name = if named.is_empty() { without_times(tree, line) } else { named.join(", ") };
    let name = trimmed(&name);
    (is_name(name) && name.chars().any(char::is_alphabetic) && !is_only_by(name)).then(|| name.to_owned())
}

fn is_only_by(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "by" | "von" | "par" | "por" | "author" | "autor" | "de" | "di")
}

fn trimmed(name: &str) -> &str {
    name.trim_matches(|each: char| {
        !each.is_alphanumeric() && !matches!(each, '(' | ')' | '.' | '!' | '?' | '"' | '”' | '’')
    })
}

/// The text of a line without what is marked as a time.
fn without_times(tree: &Tree, line: Id) -> String {
    fn collect(tree: &Tree, id: Id, out: &mut String) {
        out.push_str(tree.characters(id));
        for child in tree.children(id).filter(|child| tree.tag(*child) != "time") {
            let apart = matches!(tree.tag(child), "br" | "div" | "p" | "li");
            if apart {
                out.push(' ');
            }
            collect(tree, child, out);
            if apart {
                out.push(' ');
            }
        }
    }
    let mut out = String::new();
    collect(tree, line, &mut out);
    one_line(&out)
}
