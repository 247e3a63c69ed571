//! Who wrote the article, where the page shows it: and the line that says so, which is shown once.

use super::headline::folded;
use super::measure::{self, is_short, measure, text};
use super::names::{has_any, is_around, names};
use super::person::is_name;
use super::surroundings::is_hidden;
use super::tree::{Id, Tree};
use crate::domain::markup::one_line;
use crate::reader::written_day;

/// Parts of names of the line about the author.
const LINES: &[&str] = &["byline", "author", "dateline", "writtenby", "p-author", "autor", "contributor"];
/// Parts of names of what is about authors and is not that line.
const OTHERS: &[&str] = &["bio", "box", "avatar", "image", "photo", "comment", "related", "about"];
/// Parts of names of what no line about the article's author stands in.
const ELSEWHERE: &[&str] =
    &["menu", "navigation", "sidebar", "related", "recommend", "promo", "footer", "social", "widget", "popular"];
/// A longer line, in characters, is a paragraph about the author.
const LONGEST: usize = 100;

/// Parts of names of what leads to the site's own first page, which some systems call its author.
const SITES: &[&str] = &["site-title", "site-name", "sitename", "site-logo", "navbar", "brand"];

/// How a line begins that says what it is.
const LABELS: &[&str] =
    &["written by ", "posted by ", "published by ", "author: ", "autor: ", "geschrieben von ", "par : "];
/// What ends the name in such a line.
const ENDS: &[&str] = &[" on ", " am ", " at ", " le ", " el ", " in ", "|", "·", "•", "(", ",", " – ", " - "];
/// What stands before the name in a line near the headline.
const BY: &[&str] = &["by", "von", "par", "por", "door"];
/// What stands within a name in small letters.
const WITHIN: &[&str] = &[
    "and", "und", "et", "y", "de", "la", "da", "di", "du", "dos", "del", "der", "den", "van", "von", "zu", "al", "bin",
    "&",
];
/// A name of more words is a sentence.
const MOST_WORDS: usize = 6;

/// The line that tells the author, and the name in it.
#[derive(Debug)]
pub(super) struct Shown {
    /// The element.
    pub(super) line: Id,
    /// What it says, in one line.
    pub(super) name: String,
}

/// The first line in a page that tells the author; what stands near its headline is known.
#[inline(never)]
pub(super) fn shown(tree: &Tree, near: &[Id]) -> Option<Shown> {
    // Lists of writers stand in menus and beside other articles.
    let is_menu = |id: Id| tree.tag(id) == "nav";
    first(tree, &|id| is_menu(id) || is_around(&names(tree, id)))
        .or_else(|| first(tree, &|id| is_menu(id) || has_any(&names(tree, id), ELSEWHERE)))
        .or_else(|| said(tree, near))
        .or_else(|| labelled(tree))
        .or_else(|| in_menu(tree))
}

/// The line near the headline that repeats an author whom the page declares, and says no more.
pub(super) fn repeated(tree: &Tree, near: &[Id], authors: &[String]) -> Option<Id> {
    let authors: Vec<String> = authors.iter().map(|author| folded(author)).collect();
    let is_one = |id: &Id| {
        let said = if is_short(tree, *id, LONGEST) { folded(&text(tree, *id)) } else { String::new() };
        !said.is_empty() && authors.contains(&said)
    };
    near.iter().copied().find(is_one)
}

/// The first line of a menu that stands beside an article for the sake of its author and date.
fn in_menu(tree: &Tree) -> Option<Shown> {
    let menus = tree.named(tree.root(), &["nav"]).into_iter().filter(|id| !tree.named(*id, &["time"]).is_empty());
    let lines = menus.flat_map(|menu| tree.inside(menu)).filter(|id| is_line(tree, *id));
    lines.into_iter().find_map(|id| Some(Shown { line: id, name: name_in(tree, id)? }))
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

/// A line near the headline that says by whom: "By Ada Lovelace", "Par Anne Hébert".
fn said(tree: &Tree, near: &[Id]) -> Option<Shown> {
    let mut line = near.iter().find_map(|id| by_whom(tree, *id))?;
    // The innermost, beside which nothing else stands.
    while let Some(inner) = tree.children(line.line).find_map(|child| by_whom(tree, child)) {
        line = inner;
    }
    (!is_hidden(tree, line.line)).then_some(line)
}

fn by_whom(tree: &Tree, id: Id) -> Option<Shown> {
    if tree.is_text(id) || !is_short(tree, id, LONGEST) {
        return None;
    }
    let text = text(tree, id);
    let (by, rest) = text.split_once(' ')?;
    let is_by = BY.iter().any(|word| by.trim_end_matches(':').eq_ignore_ascii_case(word));
    let name = up_to_end(rest).trim();
    let is_linked = || tree.named(id, &["a"]).into_iter().any(|link| measure::text(tree, link) == name);
    let is_one = is_by && is_written_as_name(name) && (name.contains(' ') || is_linked()) && is_name(name);
    is_one.then(|| Shown { line: id, name: name.to_owned() })
}

/// Whether every word is written as names are, but for those that stand within names.
fn is_written_as_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words.clone().count() <= MOST_WORDS
        && words.next().is_some_and(is_capital)
        && words.all(|word| is_capital(word) || WITHIN.contains(&word))
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
}

/// A line that says of itself that it tells the author, where the page has only one such.
fn labelled(tree: &Tree) -> Option<Shown> {
    let mut found: Option<Shown> = None;
    let mut ahead = vec![tree.root()];
    while let Some(id) = ahead.pop() {
        if is_hidden(tree, id) || !matches!(tree.tag(id), "body" | "html" | "") && is_comment(tree, id) {
            continue;
        }
        if let Some(name) = labelled_name(tree, id) {
            if found.is_some_and(|found| found.name != name) {
                return None;
            }
            found = Some(Shown { line: id, name });
            continue;
        }
        ahead.extend(tree.children(id).rev().filter(|child| !tree.is_text(*child)));
    }
    found
}

fn labelled_name(tree: &Tree, id: Id) -> Option<String> {
    if matches!(tree.tag(id), "body" | "html" | "" | "head") || !(1..LONGEST).contains(&measure(tree, id).length) {
        return None;
    }
    // A box around several lines is none.
    if !tree.named(id, &["p", "li", "div", "section", "article"]).is_empty() {
        return None;
    }
    let text = text(tree, id);
    let label =
        LABELS.iter().find(|label| text.get(..label.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(label)))?;
    let rest = text.get(label.len()..)?;
    let name = up_to_end(rest).trim();
    let is_one = is_capital(name) && name.split_whitespace().count() <= MOST_WORDS;
    (is_name(name) && is_one).then(|| name.to_owned())
}

/// What stands before date, office or what else may follow a name.
fn up_to_end(rest: &str) -> &str {
    let day = written_day::find(rest).map(|day| day.place.start);
    let figure = rest.find(|each: char| each.is_ascii_digit());
    let end = ENDS.iter().filter_map(|end| rest.find(end)).chain(day).chain(figure).min();
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

fn is_line(tree: &Tree, id: Id) -> bool {
    if matches!(tree.tag(id), "meta" | "link" | "script" | "body" | "html" | "img" | "svg" | "input") {
        return false;
    }
    let marked = tree.has_word(id, "rel", "author") || tree.has_word(id, "itemprop", "author");
    let names = names(tree, id).replace("authori", "");
    if has_any(&names, SITES) {
        return false;
    }
    // That is what the element is for.
    let marked = marked || (tree.tag(id) == "address" && tree.is_inside(id, |outer| tree.tag(outer) == "article"));
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
    let strong: Vec<String> = tree.named(line, &["strong"]).into_iter().map(|id| text(tree, id)).collect();
    let name = match (named.as_slice(), strong.as_slice()) {
        // Beside a name that is marked so stands what somebody is.
        ([], [_, ..]) if !tree.is_inside(line, |outer| tree.tag(outer) == "p") && tree.tag(line) != "p" => {
            strong.join(", ")
        }
        ([], _) => without_times(tree, line),
        _ => named.join(", "),
    };
    let name = apart_from_label(behind_date(trimmed(&name)));
    let name = name.as_str();
    (is_name(name) && name.chars().any(char::is_alphabetic) && !is_only_by(name)).then(|| name.to_owned())
}

/// A name before which a date stands.
fn behind_date(name: &str) -> &str {
    let day = written_day::find(name).filter(|day| day.place.start == 0);
    let rest = day.and_then(|day| name.get(day.place.end..)).map(trimmed);
    rest.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// What says by whom and the name may stand in elements without a space between them: "byAda".
fn apart_from_label(name: &str) -> String {
    let place =
        name.find("by").filter(|place| *place == 0 || name.get(..*place).is_some_and(|before| before.ends_with(' ')));
    let split = place.and_then(|place| name.split_at_checked(place + "by".len()));
    match split {
        Some((label, rest)) if rest.starts_with(char::is_uppercase) => format!("{label} {rest}"),
        _ => name.to_owned(),
    }
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
