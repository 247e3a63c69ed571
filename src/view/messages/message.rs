//! A message of the widget: the key that it has in a page's own messages, and what it is in English.

use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::domain::messages::{Messages, fill};
use crate::view::nodes::nodes;

/// A message: its key, which never changes, then on lines of their own the form for exactly one thing, if things are counted, and
/// the English with the names of its parts in braces. All in one text, because a table of pointers to them would
/// weigh more than they do.
#[derive(Debug, PartialEq, Eq)]
pub struct Message(&'static str);

impl Message {
    /// The message of these lines.
    pub(super) const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// The key.
    pub fn key(&self) -> &'static str {
        split(self.0).0
    }

    /// In English.
    pub fn english(&self) -> &'static str {
        let (one, others) = split(split(self.0).1);
        if others.is_empty() { one } else { others }
    }

    /// In English, of exactly one thing.
    pub fn one(&self) -> &'static str {
        split(split(self.0).1).0
    }

    /// The message in the page's words or in English, with no parts filled in.
    pub fn say(&self, messages: &Messages) -> AttrValue {
        match if messages.is_empty() { None } else { messages.text(self.key()) } {
            Some(own) => AttrValue::Rc(own),
            None => AttrValue::Static(self.english()),
        }
    }

    /// What [`Self::say`] gives, drawn.
    pub fn show(&self, messages: &Messages) -> Html {
        Html::VText(VText::new(self.say(messages)))
    }

    /// The message with its parts filled in.
    pub fn with(&self, messages: &Messages, parts: &[(&str, &str)]) -> AttrValue {
        self.filled(&self.say(messages), parts)
    }

    /// Fills into `said` those parts that the English has too: a page's words may have the parts that `STRINGS.md` lists, and no
    /// others.
    pub(super) fn filled(&self, said: &str, parts: &[(&str, &str)]) -> AttrValue {
        let parts: Vec<(&str, &str)> = parts.iter().copied().filter(|(name, _)| self.has(name)).collect();
        AttrValue::from(fill(said, &parts))
    }

    fn has(&self, part: &str) -> bool {
        self.0.split('{').any(|rest| rest.strip_prefix(part).is_some_and(|rest| rest.starts_with('}')))
    }

    /// The form for so many things, with no parts filled in.
    pub fn of(&self, messages: &Messages, number: usize) -> AttrValue {
        match if messages.is_empty() { None } else { messages.counted(self.key(), number) } {
            Some(own) => AttrValue::Rc(own),
            None => AttrValue::Static(if number == 1 { self.one() } else { self.english() }),
        }
    }

    /// The message with something drawn in place of its only part, such as a name that has a direction of its own.
    pub fn around(&self, messages: &Messages, part: &str, what: &Html) -> Html {
        if !self.has(part.trim_matches(['{', '}'])) {
            return self.show(messages);
        }
        let (said, mut pieces) = (self.say(messages), Vec::new());
        for text in said.split(part) {
            if !pieces.is_empty() {
                pieces.push(what.clone());
            }
            pieces.push(Html::VText(VText::new(text.to_owned())));
        }
        nodes(pieces)
    }
}

/// A text up to the end of its first line, and after it.
fn split(text: &'static str) -> (&'static str, &'static str) {
    let end = text.bytes().position(|byte| byte == b'\n').unwrap_or(text.len());
    (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default())
}

/// Makes the messages of a file: `NAME = "key": "English";`, and for what is counted `"of one" | "of others"`. Each is data of its
/// own, so that it lies in the part of the module that shows it.
macro_rules! messages {
    ($($name:ident = $key:literal: $($english:literal)|+;)*) => {
        /// All messages of this file.
        pub const ALL: &[&$crate::view::messages::message::Message] = &[$($name),*];
        /// Their keys, each with a line end after it.
        pub const KEYS: &str = concat!($($key, "\n"),*);
        $(
            #[doc = concat!($($english, "\n\n"),+)]
            pub const $name: &$crate::view::messages::message::Message =
                &$crate::view::messages::message::Message::new(concat!($key, $("\n", $english),+));
        )*
    };
}
pub(super) use messages;
