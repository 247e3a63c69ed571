//! The ids of an article: who has one, what it becomes in the page, and which links lead to it.

use super::survey::{Survey, without_prefix};
use crate::domain::link_policy::Resolve;
use crate::domain::markup::Markup;

/// What every id of an article begins with in the page, so that none is equal to one of the page's own.
pub const ID_PREFIX: &str = "article-";

/// The longest id made of an id or a heading, in characters.
const LONGEST_ID: usize = 80;

/// Which nodes of one tree get an id, and which.
pub(super) struct Anchors {
    /// The addresses of the article itself, without a fragment.
    own: Vec<String>,
    /// Safe ids by the place in memory of the node that has them. The tree stays where it is as long as this lives.
    by_node: Vec<(usize, String)>,
    /// Safe ids by those of the source.
    by_name: Vec<(String, String)>,
}

fn place_of(node: &Markup) -> usize {
    std::ptr::from_ref(node).addr()
}

impl Anchors {
    /// Those of a tree that was surveyed: headings, each with its own id or one made of its text, and what a link in the tree leads to.
    pub(super) fn of(survey: Survey<'_>, own: Option<&str>, resolve: &Resolve) -> Self {
        let own = [Some(""), own].into_iter().flatten().filter_map(resolve);
        let own = own.map(|address| without_fragment(&address).to_owned()).collect();
        let mut anchors = Anchors { own, by_node: Vec::new(), by_name: Vec::new() };
        let mut led_to: Vec<String> =
            survey.links.iter().filter_map(|link| anchors.fragment_of(link, resolve)).collect();
        led_to.sort_unstable();
        let mut wishes = wishes(survey, &led_to);
        give_numbers(&mut wishes);
        for Wish { node, name, id, .. } in wishes {
            let id = format!("{ID_PREFIX}{id}");
            if let Some(name) = name {
                anchors.by_name.push((name.to_owned(), id.clone()));
            }
            anchors.by_node.push((node, id));
        }
        anchors.by_node.sort_unstable();
        anchors.by_name.sort_unstable();
        anchors
    }

    /// The id that this very node has in the page.
    pub(super) fn id(&self, node: &Markup) -> Option<&str> {
        let place = place_of(node);
        let found = self.by_node.binary_search_by(|(node, _)| node.cmp(&place)).ok()?;
        self.by_node.get(found).map(|(_, id)| id.as_str())
    }

    /// What stands in `href` of a link that leads to a place in the article.
    pub(super) fn within(&self, address: &str, resolve: &Resolve) -> Option<String> {
        let wanted = self.fragment_of(address, resolve)?;
        let found = self.by_name.binary_search_by(|(name, _)| name.cmp(&wanted)).ok()?;
        self.by_name.get(found).map(|(_, id)| format!("#{id}"))
    }

    /// The name of the place in this article that an address leads to.
    fn fragment_of(&self, address: &str, resolve: &Resolve) -> Option<String> {
        let (page, fragment) = address.trim().split_once('#')?;
        if fragment.is_empty() {
            return None;
        }
        let same = page.is_empty()
            || resolve(address.trim()).is_some_and(|whole| self.own.iter().any(|own| own == without_fragment(&whole)));
        same.then(|| without_prefix(&decoded(fragment)).to_owned())
    }
}

/// An id that a node shall have.
struct Wish<'a> {
    node: usize,
    name: Option<&'a str>,
    id: String,
    number: usize,
}

/// Makes ids that several want differ: the first has it, the others a number after it.
fn give_numbers(wishes: &mut [Wish<'_>]) {
    wishes.sort_unstable_by(|one, other| (&one.id, one.number).cmp(&(&other.id, other.number)));
    let mut taken: Vec<String> = wishes.iter().map(|wish| wish.id.clone()).collect();
    taken.dedup();
    let mut last = String::new();
    let mut number = 1_u32;
    for wish in wishes {
        if wish.id != last {
            last.clone_from(&wish.id);
            number = 1;
            continue;
        }
        while taken.binary_search(&wish.id).is_ok() {
            number += 1;
            wish.id = format!("{last}-{number}");
        }
    }
}

/// The ids that headings, and what something leads to, shall have. Of two with the same name the first has it, but a heading
/// before all others.
fn wishes<'a>(survey: Survey<'a>, led_to: &[String]) -> Vec<Wish<'a>> {
    let Survey { mut named, headings, .. } = survey;
    named.sort_unstable_by(|one, other| (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2)));
    named.dedup_by(|later, first| later.0 == first.0);
    let is_led_to = |name: &str| led_to.binary_search_by(|each| each.as_str().cmp(name)).is_ok();
    named.retain(|(name, is_other, ..)| !is_other || is_led_to(name));
    let mut wishes: Vec<Wish<'a>> = Vec::new();
    for (name, _, number, node) in &named {
        wishes.push(Wish { node: place_of(node), name: Some(name), id: slug(name, false), number: *number });
    }
    let mut with_name: Vec<usize> = wishes.iter().map(|wish| wish.node).collect();
    with_name.sort_unstable();
    for (number, heading) in headings.iter().enumerate() {
        let node = place_of(heading);
        if with_name.binary_search(&node).is_err() {
            // An id of the author's goes before one made of words.
            let number = usize::MAX / 2 + number;
            wishes.push(Wish { node, name: None, id: slug(&heading.text(), true), number });
        }
    }
    for wish in &mut wishes {
        if wish.id.is_empty() {
            wish.id.push_str("section");
        }
    }
    wishes
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
            slug.push(if from_words { each.to_ascii_lowercase() } else { each });
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
