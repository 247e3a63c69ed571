//! A language in which every message of the widget stands between ⟦ and ⟧, so that what stands outside of them was forgotten.

use std::rc::Rc;

use article_widget::domain::message_diagnostic::with_unknown_keys;
use article_widget::domain::messages::{Messages, Plural};
use article_widget::store::format::messages_json;
use article_widget::view::messages::catalogue::{all, is_known};
use scraper::{ElementRef, Html, Node, Selector};

/// All messages, wrapped.
pub(crate) fn messages() -> Messages {
    let wrapped = |text: &str| serde_json::Value::String(format!("⟦{text}⟧"));
    let pair = |message: &'static article_widget::view::messages::Message| {
        let forms = serde_json::json!({"one": wrapped(message.one()), "other": wrapped(message.english())});
        let is_counted = message.one() != message.english();
        (message.key().to_owned(), if is_counted { forms } else { wrapped(message.english()) })
    };
    let json = serde_json::Value::Object(all().map(pair).collect()).to_string();
    let category = |number| if number == 1 { Plural::One } else { Plural::Other };
    let (messages, troubles) = messages_json::read("id", json, String::new(), Rc::new(category));
    let troubles = with_unknown_keys(&messages, &troubles, is_known);
    assert!(troubles.is_empty(), "{troubles:?}");
    messages
}

/// What the reader or the page wrote, and what is not meant for reading.
const OF_OTHERS: &str = ".comment-body, bdi:not(.nameless), .deleted-text, .other-draft-text, pre, textarea, script, .byline-name, \
                         time[datetime], .article-body, h1";
/// What is shown or read aloud besides the text. (The title of a time is a date, written by the browser.)
const SPOKEN: [&str; 4] = ["aria-label", "placeholder", "alt", "aria-description"];

/// Complains about each letter outside of the marks.
#[track_caller]
pub(crate) fn must_be_whole(html: &str) {
    let left = left_in_english(html);
    assert!(left.is_empty(), "not replaced: {left:?}");
}

/// What is shown to readers and no message with a key.
pub(crate) fn left_in_english(html: &str) -> Vec<String> {
    let parsed = Html::parse_fragment(html);
    let others = Selector::parse(OF_OTHERS).unwrap();
    let mut left = Vec::new();
    look_through(parsed.root_element(), &others, &mut left);
    left
}

fn look_through(element: ElementRef<'_>, others: &Selector, left: &mut Vec<String>) {
    let spoken = SPOKEN.into_iter().filter_map(|name| element.value().attr(name));
    left.extend(spoken.filter(|text| has_letters_outside(text, &mut 0)).map(str::to_owned));
    // A message may go around an element, so the marks are counted through all of what this one holds.
    let mut depth = 0;
    for child in element.children() {
        match child.value() {
            Node::Text(text) if has_letters_outside(text, &mut depth) => left.push(text.to_string()),
            Node::Element(_) if depth == 0 => {
                ElementRef::wrap(child).filter(|child| !others.matches(child)).into_iter().for_each(|child| {
                    look_through(child, others, left);
                });
            }
            _ => {}
        }
    }
}

fn has_letters_outside(text: &str, depth: &mut usize) -> bool {
    let mut found = false;
    for c in text.chars() {
        match c {
            '⟦' => *depth += 1,
            '⟧' => *depth = depth.saturating_sub(1),
            _ => found |= *depth == 0 && c.is_alphabetic(),
        }
    }
    found
}

#[test]
fn a_message_that_was_forgotten_is_found() {
    let html =
        "<p>⟦in ⟦a⟧ of <bdi>x</bdi>⟧ ·<b> 3 </b></p><p aria-label='⟦a⟧ b'>⟦a⟧</p><p>⟦a⟧<i>c</i> d</p><pre>e</pre>";
    assert_eq!(left_in_english(html), ["⟦a⟧ b", "c", " d"]);
}
