//! How long an article takes to read, counted bit by bit.

use super::allow_list::Tag;
use super::markup::Markup;

/// Words a minute of an unhurried reader, and the same in characters for scripts without spaces.
const WORDS_A_MINUTE: usize = 220;
const CHARACTERS_A_MINUTE: usize = 500;

/// So many nodes are counted in one step.
const NODES: usize = 64;

/// The first sign of the first script without spaces.
const FIRST_DENSE: char = '\u{0E00}';

/// What has been counted of the visible text inside a node.
pub struct ReadingTime<'a> {
    waiting: Vec<Part<'a>>,
    words: usize,
    dense: usize,
    is_in_word: bool,
}

enum Part<'a> {
    Node(&'a Markup),
    /// Here a block begins or ends, and with it a word.
    Edge,
}

impl<'a> ReadingTime<'a> {
    /// Begins with what is inside this node.
    pub fn of(text: &'a Markup) -> Self {
        Self { waiting: inside(text).collect(), words: 0, dense: 0, is_in_word: false }
    }

    /// Counts some more, and gives whether there was any.
    pub fn goes_on(&mut self) -> bool {
        for _ in 0..NODES {
            match self.waiting.pop() {
                None => return false,
                Some(Part::Edge) => self.is_in_word = false,
                Some(Part::Node(Markup::Text(text))) => self.count(text),
                Some(Part::Node(element)) if element.is_unseen() => {}
                Some(Part::Node(element)) => {
                    let is_apart = Tag::named(element.tag()).is_some_and(|tag| !tag.is_inline());
                    let edge = || is_apart.then_some(Part::Edge);
                    self.waiting.extend(edge().into_iter().chain(inside(element)).chain(edge()));
                }
            }
        }
        true
    }

    fn count(&mut self, text: &str) {
        for each in text.chars() {
            let stands_alone = is_dense(each);
            self.dense += usize::from(stands_alone);
            let goes_on = !stands_alone && !each.is_whitespace();
            self.words += usize::from(goes_on && !self.is_in_word);
            self.is_in_word = goes_on;
        }
    }

    /// How many minutes all that was counted takes, at least 1.
    pub fn minutes(&self) -> u32 {
        let thousandths = self.words * 1_000 / WORDS_A_MINUTE + self.dense * 1_000 / CHARACTERS_A_MINUTE;
        u32::try_from(thousandths.div_ceil(1_000)).unwrap_or(u32::MAX).max(1)
    }
}

/// What is inside a node, the last first.
fn inside(node: &Markup) -> impl Iterator<Item = Part<'_>> {
    node.children().iter().rev().map(Part::Node)
}

/// Scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
fn is_dense(each: char) -> bool {
    each >= FIRST_DENSE
        && matches!(each, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: &str, children: Vec<Markup>) -> Markup {
        Markup::Element { tag: tag.to_owned(), attributes: Vec::new(), children }
    }

    fn text(text: &str) -> Markup {
        Markup::Text(text.to_owned())
    }

    fn minutes(children: Vec<Markup>) -> u32 {
        let article = element("article", children);
        let mut time = ReadingTime::of(&article);
        while time.goes_on() {}
        time.minutes()
    }

    #[test]
    fn reading_time_counts_words_or_dense_characters_and_is_never_nothing() {
        assert_eq!(minutes(Vec::new()), 1);
        assert_eq!(minutes(vec![text(&"word ".repeat(220))]), 1);
        assert_eq!(minutes(vec![text(&"word ".repeat(221))]), 2);
        assert_eq!(minutes(vec![text(&"字".repeat(1_500))]), 3);
        assert_eq!(minutes(vec![text(&"字 word ".repeat(500))]), 4);
    }

    #[test]
    fn a_word_ends_with_its_block_and_goes_through_signs_in_it_and_nothing_unseen_counts() {
        let in_blocks = || (0..221).map(|_| element("p", vec![text("word")])).collect();
        assert_eq!(minutes(in_blocks()), 2);
        let in_one_word = || (0..1_000).map(|_| element("em", vec![text("word")])).collect();
        assert_eq!(minutes(in_one_word()), 1);
        assert_eq!(minutes(vec![element("script", vec![text(&"word ".repeat(2_000))])]), 1);
    }
}
