//! A sentence of the widget: the key that it has in a page's own strings, and what it is in English.

use yew::prelude::*;

use crate::domain::strings::{Strings, fill};

/// One, with the names of its parts in braces.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What it is called; it never changes.
    pub key: &'static str,
    /// In English, of exactly one thing; the same as `english` where nothing is counted.
    pub one: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Sentence {
    /// One without a number, or the forms for one and for any other number.
    pub(super) const fn new(key: &'static str, forms: &[&'static str]) -> Self {
        match forms {
            [one, english] => Self { key, one, english },
            [english, ..] => Self { key, one: english, english },
            [] => Self { key, one: "", english: "" },
        }
    }

    /// As it is, in the page's words or in English.
    pub fn say(&self, strings: &Strings) -> AttrValue {
        strings.text(self.key).map_or(AttrValue::Static(self.english), AttrValue::Rc)
    }

    /// With its parts.
    pub fn with(&self, strings: &Strings, parts: &[(&str, &str)]) -> String {
        fill(&self.say(strings), parts)
    }

    /// The form for so many.
    pub fn of(&self, strings: &Strings, number: usize) -> AttrValue {
        let english = if number == 1 { self.one } else { self.english };
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        strings.counted(self.key, number).map_or(AttrValue::Static(english), AttrValue::Rc)
    }

    /// The form for so many, with the number as its part `count`.
    pub fn count(&self, strings: &Strings, number: usize) -> String {
        fill(&self.of(strings, number), &[("count", &grouped(strings, number))])
    }

    /// With something that is drawn in place of its only part, such as a name that has a direction of its own.
    pub fn around(&self, strings: &Strings, part: &str, what: &Html) -> Html {
        let said = self.say(strings);
        let texts = said.split(part).enumerate();
        texts
            .map(|(number, text)| {
                html! { <>if number > 0 { { what.clone() } }if !text.is_empty() { { text.to_owned() } }</> }
            })
            .collect()
    }
}

/// Makes the sentences of a file: `NAME = "key": "English";`, and for what is counted `"of one" | "of others"`.
macro_rules! sentences {
    ($($name:ident = $key:literal: $($english:literal)|+;)*) => {
        $(
            #[doc = concat!($($english, "\n\n"),+)]
            pub static $name: $crate::view::sentence::Sentence = $crate::view::sentence::Sentence::new($key, &[$($english),+]);
        )*
        /// All of them.
        pub static ALL: &[&$crate::view::sentence::Sentence] = &[$(&$name),*];
    };
}
pub(super) use sentences;

sentences! {
    THOUSANDS = "thousands-separator": ",";
    DECIMAL = "decimal-separator": ".";
}

/// A number with what the language puts between thousands, in English a comma.
pub fn grouped(strings: &Strings, number: usize) -> String {
    let (digits, comma) = (number.to_string(), THOUSANDS.say(strings));
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(&comma);
        }
        text.push(digit);
    }
    text
}
