//! Numbers in messages, and by themselves.

use yew::AttrValue;

use super::message::Message;
use super::thread::THOUSANDS_APART;
use crate::domain::messages::Messages;

impl Message {
    /// The form for so many, with the number as its part `count`.
    pub fn count(&self, messages: &Messages, number: usize) -> AttrValue {
        self.filled(&self.of(messages, number), &[("count", &grouped(messages, number))])
    }

    /// Like [`Self::count`], with one more part.
    pub fn count_with(&self, messages: &Messages, number: usize, part: (&str, &str)) -> AttrValue {
        self.filled(&self.of(messages, number), &[("count", &grouped(messages, number)), part])
    }
}

/// A number with what the language puts between thousands, in English a comma.
pub fn grouped(messages: &Messages, number: usize) -> String {
    let (digits, comma) = (number.to_string(), THOUSANDS_APART.say(messages));
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(&comma);
        }
        text.push(digit);
    }
    text
}
