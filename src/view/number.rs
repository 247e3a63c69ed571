//! Numbers in sentences, and by themselves.

use yew::AttrValue;

use super::sentence::Sentence;
use super::wording::THOUSANDS_APART;
use crate::domain::strings::Strings;

impl Sentence {
    /// The form for so many, with the number as its part `count`.
    pub fn count(&self, strings: &Strings, number: usize) -> AttrValue {
        self.filled(&self.of(strings, number), &[("count", &grouped(strings, number))])
    }

    /// Likewise, with another part.
    pub fn count_with(&self, strings: &Strings, number: usize, part: (&str, &str)) -> AttrValue {
        self.filled(&self.of(strings, number), &[("count", &grouped(strings, number)), part])
    }
}

/// A number with what the language puts between thousands, in English a comma.
pub fn grouped(strings: &Strings, number: usize) -> String {
    let (digits, comma) = (number.to_string(), THOUSANDS_APART.say(strings));
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(&comma);
        }
        text.push(digit);
    }
    text
}
