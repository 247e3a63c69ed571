//! What an article is: a headline, who wrote it and when, a lead picture, and blocks of safe markup.

use super::safe_markup::{SafeElement, SafeNode};

/// An article that is ready to be shown. Made by `reader::making::make`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// In one line; absent in a bare fragment.
    pub headline: Option<String>,
    /// Who wrote it, in one line.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// What it is about, in a sentence or two.
    pub summary: Option<String>,
    /// The picture above the text.
    pub lead: Option<LeadPicture>,
    /// Paragraphs, headings, lists, figures and so on; never empty unless there is a lead picture.
    pub blocks: Vec<SafeNode>,
    /// How long it takes to read, in minutes, at least 1.
    pub minutes: u32,
    /// The language it says it is in.
    pub language: Option<String>,
    /// `ltr` or `rtl` where it says so.
    pub direction: Option<&'static str>,
    /// Whether it says that it is news.
    pub is_news: bool,
}

/// A date of publication or of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// As `<time datetime>` wants it.
    pub datetime: Option<String>,
    /// As the source shows it.
    pub text: String,
}

/// The picture that opens an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadPicture {
    /// An `img` with `src` and `alt`, perhaps `width` and `height`.
    pub picture: SafeElement,
    /// What stands under it; often empty.
    pub caption: Vec<SafeNode>,
}

/// Words a minute of an unhurried reader, and the same in characters for scripts without spaces.
const WORDS_A_MINUTE: usize = 220;
const CHARACTERS_A_MINUTE: usize = 500;

/// How many minutes a text takes, at least 1.
pub fn reading_minutes(text: &str) -> u32 {
    let (mut words, mut dense, mut is_in_word) = (0_usize, 0_usize, false);
    for each in text.chars() {
        let stands_alone = is_dense(each);
        dense += usize::from(stands_alone);
        let goes_on = !stands_alone && !each.is_whitespace();
        words += usize::from(goes_on && !is_in_word);
        is_in_word = goes_on;
    }
    let thousandths = words * 1_000 / WORDS_A_MINUTE + dense * 1_000 / CHARACTERS_A_MINUTE;
    u32::try_from(thousandths.div_ceil(1_000)).unwrap_or(u32::MAX).max(1)
}

/// Scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
fn is_dense(each: char) -> bool {
    matches!(each, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time_counts_words_or_dense_characters_and_is_never_nothing() {
        assert_eq!(reading_minutes(""), 1);
        assert_eq!(reading_minutes(&"word ".repeat(220)), 1);
        assert_eq!(reading_minutes(&"word ".repeat(221)), 2);
        assert_eq!(reading_minutes(&"字".repeat(1_500)), 3);
        assert_eq!(reading_minutes(&"字 word ".repeat(500)), 4);
    }
}
