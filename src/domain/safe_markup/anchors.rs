//! The ids of an article: who has one, what it becomes in the page, and which links lead to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::allow_list::{self, Tag, Verdict};
use crate::domain::link_policy::Resolve;
use crate::domain::markup::Markup;

/// What every id of an article begins with in the page, so that none is equal to one of the page's own.
pub const ID_PREFIX: &str = "article-";

/// The longest id made of an id or a heading, in characters.
const LONGEST_ID: usize = 80;

/// What the ids of GitHub's readers begin with; links name them without.
const FOREIGN_PREFIX: &str = "user-content-";

/// Which nodes of one tree get an id, and which.
pub(super) struct Anchors {
    /// The address of the article itself, without a fragment.
    own: Option<String>,
    /// Safe ids by the node that has them. The tree stays where it is as long as this lives.
    by_node: BTreeMap<usize, String>,
    /// Safe ids by those of the source.
    by_name: BTreeMap<String, String>,
}

fn place_of(node: &Markup) -> usize {
    std::ptr::from_ref(node).addr()
}

impl Anchors {
    /// Those of a tree: headings, each with its own id or one made of its text, and what a link in the tree leads to.
    pub(super) fn of(text: &Markup, resolve: &Resolve) -> Self {
        let own = resolve("").map(|address| without_fragment(&address).to_owned());
        let mut anchors = Anchors { own, by_node: BTreeMap::new(), by_name: BTreeMap::new() };
        let mut survey = Survey::default();
        survey.look_at(text);
        let led_to: BTreeSet<String> =
            survey.links.iter().filter_map(|link| anchors.fragment_of(link, resolve)).collect();
        let mut used = Used::default();
        for (node, name) in &survey.named {
            let is_heading = is_heading(node);
            let stays = survey.owners.get(name).is_some_and(|owner| std::ptr::eq(*owner, *node));
            if stays && (is_heading || led_to.contains(*name)) {
                anchors.give(node, slug(name, false), Some(name), &mut used);
            }
        }
        for heading in survey.headings {
            if !anchors.by_node.contains_key(&place_of(heading)) {
                anchors.give(heading, slug(&heading.text(), true), None, &mut used);
            }
        }
        anchors
    }

    fn give(&mut self, node: &Markup, wanted: String, name: Option<&str>, used: &mut Used) {
        let id = used.next(if wanted.is_empty() { "section".to_owned() } else { wanted });
        let id = format!("{ID_PREFIX}{id}");
        if let Some(name) = name {
            self.by_name.insert(name.to_owned(), id.clone());
        }
        self.by_node.insert(place_of(node), id);
    }

    /// The id that this very node has in the page.
    pub(super) fn id(&self, node: &Markup) -> Option<&str> {
        self.by_node.get(&place_of(node)).map(String::as_str)
    }

    /// What stands in `href` of a link that leads to a place in the article.
    pub(super) fn within(&self, address: &str, resolve: &Resolve) -> Option<String> {
        let id = self.by_name.get(&self.fragment_of(address, resolve)?)?;
        Some(format!("#{id}"))
    }

    /// The name of the place in this article that an address leads to.
    fn fragment_of(&self, address: &str, resolve: &Resolve) -> Option<String> {
        let (page, fragment) = address.trim().split_once('#')?;
        if fragment.is_empty() {
            return None;
        }
        let same = page.is_empty()
            || resolve(address.trim()).is_some_and(|whole| self.own.as_deref() == Some(without_fragment(&whole)));
        same.then(|| without_prefix(&decoded(fragment)).to_owned())
    }
}

/// The ids that are given, and with which number the next of the same name begins.
#[derive(Default)]
struct Used {
    ids: BTreeSet<String>,
    numbers: BTreeMap<String, u32>,
}

impl Used {
    fn next(&mut self, wanted: String) -> String {
        if self.ids.insert(wanted.clone()) {
            return wanted;
        }
        let number = self.numbers.entry(wanted.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{wanted}-{number}");
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// What a tree holds that has or names an id, in its order.
#[derive(Default)]
struct Survey<'a> {
    named: Vec<(&'a Markup, &'a str)>,
    /// Whose an id is: the first that has it, but a heading before all others.
    owners: BTreeMap<&'a str, &'a Markup>,
    headings: Vec<&'a Markup>,
    links: Vec<&'a str>,
}

impl<'a> Survey<'a> {
    fn look_at(&mut self, node: &'a Markup) {
        let verdict = allow_list::judge(node.tag());
        if verdict == Verdict::Drop || node.attribute("hidden").is_some() {
            return;
        }
        let heading = is_heading(node);
        if heading {
            self.headings.push(node);
        }
        let named = node.attribute("id").or_else(|| node.attribute("name").filter(|_| node.tag() == "a"));
        if let Some(name) = named.map(without_prefix).filter(|name| !name.is_empty()) {
            self.named.push((node, name));
            let earlier = self.owners.get(name);
            let weaker = |other: &&Markup| heading && !is_heading(other);
            if earlier.is_none_or(weaker) {
                self.owners.insert(name, node);
            }
        }
        if let Some(address) = node.attribute("href").filter(|_| node.tag() == "a") {
            self.links.push(address);
        }
        if !matches!(verdict, Verdict::Keep(tag) if tag.is_player()) {
            node.children().iter().for_each(|child| self.look_at(child));
        }
    }
}

fn is_heading(node: &Markup) -> bool {
    Tag::named(node.tag()).is_some_and(Tag::is_heading)
}

fn without_prefix(name: &str) -> &str {
    name.strip_prefix(FOREIGN_PREFIX).unwrap_or(name)
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

/// A fragment as its author means it: `%C3%BC` is `ü`.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}

/// Letters and digits of any script, and a hyphen for each run of anything else. An id keeps its case and `_`, `.`, `:`.
fn slug(text: &str, from_words: bool) -> String {
    let mut slug = String::new();
    for each in text.chars().take(4 * LONGEST_ID) {
        if each.is_alphanumeric() || is_mark(each) || (!from_words && matches!(each, '_' | '.' | ':' | '-')) {
            if from_words {
                slug.extend(each.to_lowercase());
            } else {
                slug.push(each);
            }
        } else if !matches!(each, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let cut: String = slug.chars().take(LONGEST_ID).collect();
    if from_words { cut.trim_end_matches('-').to_owned() } else { cut }
}

/// Signs that are no letters but part of one: accents, vowel signs, viramas.
fn is_mark(each: char) -> bool {
    matches!(each, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{E31}'..='\u{E4E}' | '\u{64B}'..='\u{65F}'
        | '\u{1039}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}' | '\u{200C}' | '\u{200D}')
        && !matches!(each, '\u{964}' | '\u{965}' | '\u{970}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_of_every_script() {
        for (words, id) in [
            ("The bridge, and what it cost!", "the-bridge-and-what-it-cost"),
            ("  Größe — naïve  ", "größe-naïve"),
            ("橋の歴史", "橋の歴史"),
            ("हिन्दी में", "हिन्दी-में"),
            ("Don’t stop", "dont-stop"),
            ("…", ""),
        ] {
            assert_eq!(slug(words, true), id, "{words}");
        }
        assert_eq!(slug("fn:1_A.b", false), "fn:1_A.b");
        assert_eq!(slug("a\"> <b c", false), "a-b-c");
        assert_eq!(slug(&"long ".repeat(100), true).chars().count(), 79);
    }

    #[test]
    fn fragments_are_read_as_browsers_read_them() {
        assert_eq!(decoded("gr%C3%B6%c3%9fe"), "größe");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%4"), "%zz%4");
        assert_eq!(decoded("%FF"), "%FF");
    }
}
