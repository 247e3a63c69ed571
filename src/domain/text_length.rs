//! How long a text is: in what a reader calls characters, and in what storage counts.

use std::sync::OnceLock;

/// Counts extended grapheme clusters.
pub type CountGraphemes = fn(&str) -> usize;

/// Who counts graphemes in place of [`own_count`].
static COUNT: OnceLock<CountGraphemes> = OnceLock::new();

/// Has graphemes counted by a browser, which has the tables for that, so that the module need not bring them. Whoever is named first
/// counts from then on.
pub fn let_count(graphemes: CountGraphemes) {
    let _ = COUNT.set(graphemes);
}

/// Counts where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
fn own_count(text: &str) -> usize {
    unicode_segmentation::UnicodeSegmentation::graphemes(text, true).count()
}

/// Counts code points, which are never fewer. Only tests of the module have nobody else who counts.
#[cfg(target_arch = "wasm32")]
fn own_count(text: &str) -> usize {
    text.chars().count()
}

/// A limit on text in both measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Extended grapheme clusters (UAX #29).
    pub graphemes: usize,
    /// UTF-16 code units, the unit of the storage quota.
    pub units: usize,
}

/// By how much a text passes its limit, in the measure that it passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLong {
    /// More graphemes than allowed: how many there are, and how many may be.
    Graphemes {
        /// How many there are.
        found: usize,
        /// How many may be.
        limit: usize,
    },
    /// Few enough graphemes, but built of too many code units.
    Units {
        /// How many there are.
        found: usize,
        /// How many may be.
        limit: usize,
    },
}

impl Limit {
    /// Checks a text. Graphemes are counted only where there are enough units to pass the limit.
    pub fn check(self, text: &str) -> Result<(), TooLong> {
        // No text has more units than bytes.
        if text.len() <= self.graphemes.min(self.units) {
            return Ok(());
        }
        let units = units(text);
        if units > self.graphemes {
            let found = COUNT.get().map_or_else(|| own_count(text), |count| count(text));
            if found > self.graphemes {
                return Err(TooLong::Graphemes { found, limit: self.graphemes });
            }
        }
        if units > self.units {
            return Err(TooLong::Units { found: units, limit: self.units });
        }
        Ok(())
    }
}

/// How long a text is in UTF-16 units: one for every character, and one more for each that takes four bytes of UTF-8.
pub fn units(text: &str) -> usize {
    let begins = |byte: u8| usize::from(byte & 0xc0 != 0x80);
    text.bytes().map(|byte| begins(byte) + usize::from(byte >= 0xf0)).sum()
}

/// True if nothing in the text would be seen: white space, controls, and the characters Unicode draws as nothing.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit { graphemes: 3, units: 20 };

    #[test]
    fn a_family_is_one_character() {
        let family = "👨‍👩‍👧‍👦";
        assert_eq!((units(family), family.encode_utf16().count()), (11, 11));
        assert_eq!(LIMIT.check(family), Ok(()));
        assert_eq!(LIMIT.check("abc"), Ok(()));
    }

    #[test]
    fn each_measure_has_its_own_refusal() {
        assert_eq!(LIMIT.check("abcd"), Err(TooLong::Graphemes { found: 4, limit: 3 }));
        assert_eq!(LIMIT.check("👨‍👩‍👧‍👦👨‍👩‍👧‍👦"), Err(TooLong::Units { found: 22, limit: 20 }));
    }

    #[test]
    fn what_cannot_be_seen_is_blank() {
        for blank in ["", " ", "\n\t", "\u{200b}\u{feff}", "\u{3164}", "\u{202e}", "\u{2800}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        assert!(!is_blank(" . "));
        assert!(!is_blank("\u{200b}א"));
    }
}
