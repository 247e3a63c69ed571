//! Words that are looked for in texts, whatever their case and their accents.

use super::sorted_map::SortedMap;

/// Takes texts down to what is compared: letters without case and accents, and one space for any blank.
#[derive(Clone, Debug)]
pub struct Folding {
    /// The letters of a sign outside ASCII, by Unicode's compatibility decomposition (NFKD), without case: the browser knows them.
    decompose: fn(char) -> String,
    /// The signs that have been met, with what they are compared as.
    known: SortedMap<char, String>,
}

/// There are two, for browsers and for tests, and no room has both.
impl PartialEq for Folding {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Folding {
    /// One that has met no signs.
    pub fn new(decompose: fn(char) -> String) -> Self {
        Self { decompose, known: SortedMap::default() }
    }

    /// Puts what a sign is compared as behind a text.
    pub fn push(&mut self, sign: char, folded: &mut String) {
        if sign.is_ascii() {
            let blank = sign.is_ascii_whitespace();
            if !blank {
                folded.push(sign.to_ascii_lowercase());
            } else if !folded.ends_with(' ') {
                folded.push(' ');
            }
            return;
        }
        if self.known.get(&sign).is_none() {
            let decomposed = (self.decompose)(sign);
            let letters = decomposed.chars().filter(|sign| !is_left_out(*sign)).map(base).collect();
            self.known.insert(sign, letters);
        }
        if let Some(letters) = self.known.get(&sign) {
            // Blanks of other widths are blanks.
            if letters.trim().is_empty() && letters.ends_with(' ') {
                self.push(' ', folded);
            } else {
                folded.push_str(letters);
            }
        }
    }

    /// What a text is compared as.
    pub fn fold(&mut self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|sign| self.push(sign, &mut folded));
        folded
    }

    /// The words that a reader looks for: all of them must be there.
    pub fn words(&mut self, typed: &str) -> Vec<String> {
        let folded = self.fold(typed);
        let mut words: Vec<String> = Vec::new();
        for word in folded.split_ascii_whitespace() {
            if !words.iter().any(|other| other == word) {
                words.push(word.to_owned());
            }
        }
        words
    }
}

/// Whether a sign is left out: accents of letters that have some, vowel points of Hebrew and Arabic, and signs without a shape. The vowel
/// signs of other scripts are letters to their readers.
fn is_left_out(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The letter that readers without the other one on their keyboard type: Unicode does not take these apart.
fn base(sign: char) -> char {
    match sign {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ς' => 'σ',
        '’' | '‘' => '\'',
        '‐' | '‑' => '-',
        sign => sign,
    }
}

/// Whether all words are in texts that have been folded.
pub fn has_all(words: &[String], texts: [&str; 2]) -> bool {
    words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}

/// Where words are in a text that has been folded: their bytes, in order and without those that lie in others.
pub fn places(words: &[String], text: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        places.extend(text.match_indices(word.as_str()).map(|(start, found)| (start, start + found.len())));
    }
    places.sort_unstable_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut end = 0;
    places.retain(|place| {
        let is_beyond = place.1 > end;
        end = end.max(place.1);
        is_beyond
    });
    places
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// What the browser gives, by Unicode's tables.
    fn decompose(sign: char) -> String {
        sign.nfkd().flat_map(char::to_lowercase).flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
    }

    fn finds(typed: &str, name: &str, text: &str) -> bool {
        let mut folding = Folding::new(decompose);
        let words = folding.words(typed);
        has_all(&words, [&folding.fold(name), &folding.fold(text)])
    }

    #[test]
    fn case_and_accents_do_not_matter_in_either() {
        for (typed, text) in [
            ("cafe", "Ein CAFÉ am Hafen"),
            ("CAFÉ", "a cafe"),
            ("cafe\u{301}", "café"),
            ("strasse", "Straße"),
            ("STRAẞE", "strasse"),
            ("łódź", "Lodz"),
            ("smorrebrod", "Smørrebrød"),
            ("οδος", "ΟΔΟΣ"),
            ("οδοσ", "οδός"),
            ("istanbul", "İstanbul"),
            ("ёлка", "ЕЛКА"),
            ("елка", "ёлка"),
            ("office", "o\u{fb03}ce"),
            ("שלום", "שָׁלוֹם"),
            ("محمد", "مُحَمَّد"),
            ("ガ", "カ\u{3099}"),
            ("ｱ", "ア"),
            ("한", "한국어"),
            ("dont", "don\u{ad}t"),
            ("don't", "don’t"),
            ("well-known", "well‑known"),
            ("a b", "b\u{a0}\u{2003}a"),
        ] {
            assert!(finds(typed, "", text), "{typed} in {text}");
        }
    }

    #[test]
    fn other_letters_do() {
        for (typed, text) in [("cafes", "café"), ("カ", "ナ"), ("कि", "कु"), ("한", "하나"), ("o", "ο")]
        {
            assert!(!finds(typed, "", text), "{typed} in {text}");
        }
    }

    #[test]
    fn all_words_must_be_there_in_the_name_or_in_the_text() {
        assert!(finds("ada bridge", "Ada Lovelace", "I like the bridge."));
        assert!(finds("  bridge\nADA ", "Ada Lovelace", "I like the bridge."));
        assert!(!finds("ada tunnel", "Ada Lovelace", "I like the bridge."));
        let mut folding = Folding::new(decompose);
        assert_eq!(folding.words(" the The thé "), ["the"]);
        assert_eq!(folding.words(" \u{200b} \u{301}"), [""; 0], "nothing is looked for");
    }

    #[test]
    fn places_are_those_of_the_longest_words_in_order() {
        let words = ["ab", "abc", "c"].map(str::to_owned);
        assert_eq!(places(&words, "abcab c"), [(0, 3), (3, 5), (6, 7)]);
        assert_eq!(places(&[String::new()], "abc"), []);
    }
}
