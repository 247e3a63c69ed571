//! The messages of a page, read from the JSON that it holds.

use std::rc::Rc;

use super::json_text::{is_json, members, text_of};
use crate::domain::message_diagnostic::MessageDiagnostic;
use crate::domain::messages::{Categories, Messages, Plural, Replacement};

/// Reads an object of keys and texts, or of keys and objects of plural forms, whether there are messages with such keys or not. `id`
/// is where it was found. What is right is taken whatever else is wrong.
pub fn read(id: &str, json: String, language: String, category: Categories) -> (Messages, Rc<[MessageDiagnostic]>) {
    let Some(found) = members(&json) else {
        let diagnostic = if is_json(&json) { MessageDiagnostic::NotAnObject } else { MessageDiagnostic::NotJson };
        return (Messages::default(), Rc::new([diagnostic(id.to_owned())]));
    };
    let (mut entries, mut wrong) = (Vec::new(), Vec::new());
    for member in found {
        let before = entries.len();
        if take(&member.name, member.value, &mut entries).is_none() {
            entries.truncate(before);
            wrong.push(member.name.to_string());
        }
    }
    let diagnostics: Rc<[MessageDiagnostic]> =
        if wrong.is_empty() { Rc::new([]) } else { Rc::new([MessageDiagnostic::WrongValues(wrong)]) };
    (Messages::new(json, language, category, entries), diagnostics)
}

/// Takes a text, or plural forms of which one is `other`; `None` for anything else.
fn take(key: &str, json: &str, entries: &mut Vec<Replacement>) -> Option<()> {
    if let Some(text) = text(json) {
        entries.push((key.to_owned(), Plural::Other, text));
        return Some(());
    }
    let mut other = None;
    for member in members(json)? {
        let form = Plural::parse(&member.name)?;
        entries.push((key.to_owned(), form, text(member.value)?));
        if form == Plural::Other {
            other = Some(());
        }
    }
    other
}

fn text(json: &str) -> Option<Rc<str>> {
    text_of(json).map(Rc::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message_diagnostic::with_unknown_keys;

    fn is_known(key: &str) -> bool {
        ["a", "b", "c"].contains(&key)
    }

    fn read(json: &str) -> (Messages, Vec<MessageDiagnostic>) {
        let category = |number| if number == 1 { Plural::One } else { Plural::Few };
        let (messages, diagnostics) = super::read("id", json.to_owned(), "xx".to_owned(), Rc::new(category));
        let diagnostics = with_unknown_keys(&messages, &diagnostics, is_known);
        (messages, diagnostics.to_vec())
    }

    fn named(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn texts_and_plural_forms_are_read() {
        let (messages, diagnostics) =
            read("{\"a\": \"A \\u00e4\", \"b\": {\"one\": \"1\", \"few\": \"2\", \"other\": \"n\"}}");
        assert_eq!(diagnostics, []);
        assert_eq!(messages.text("a").as_deref(), Some("A ä"));
        assert_eq!([1, 7].map(|number| messages.counted("b", number).unwrap().to_string()), ["1", "2"]);
        assert_eq!(messages.text("c"), None);
    }

    #[test]
    fn what_is_not_json_or_not_an_object_replaces_nothing() {
        for json in ["", "{", "{'a': 1}", "{\"a\": \"b\",}", "// a\n{}", "{\"a\":\"b\"} {}"] {
            let (messages, diagnostics) = read(json);
            assert_eq!(
                (messages, diagnostics),
                (Messages::default(), vec![MessageDiagnostic::NotJson("id".to_owned())]),
                "{json}"
            );
        }
        for json in ["[]", "\"a\"", "1", "null", "true"] {
            assert_eq!(
                read(json),
                (Messages::default(), vec![MessageDiagnostic::NotAnObject("id".to_owned())]),
                "{json}"
            );
        }
    }

    #[test]
    fn a_wrong_value_keeps_no_other_from_being_taken() {
        let wrong = [
            "1",
            "null",
            "[]",
            "[\"x\"]",
            "true",
            "{}",
            "{\"one\": \"x\"}",
            "{\"other\": 1}",
            "{\"other\": \"x\", \"several\": \"y\"}",
            "{\"other\": {\"other\": \"x\"}}",
            "\"\\ud800\"",
        ];
        for value in wrong {
            let (messages, diagnostics) = read(&format!("{{\"a\": {value}, \"b\": \"B\"}}"));
            assert_eq!(diagnostics, [MessageDiagnostic::WrongValues(named(&["a"]))], "{value}");
            assert_eq!((messages.text("a"), messages.text("b").as_deref()), (None, Some("B")), "{value}");
        }
    }

    #[test]
    fn unknown_keys_are_named_and_the_known_apply() {
        let (messages, diagnostics) =
            read("{\"A\": \"x\", \"a\": \"y\", \"__proto__\": {\"b\": \"z\"}, \"constructor\": 1}");
        assert_eq!(diagnostics, [MessageDiagnostic::UnknownKeys(named(&["A", "__proto__", "constructor"]))]);
        assert_eq!((messages.text("a").as_deref(), messages.text("b")), (Some("y"), None));
        assert_eq!(messages.text("__proto__"), None);
    }

    #[test]
    fn wrong_values_come_before_unknown_keys() {
        let (_, diagnostics) = read("{\"x\": 1, \"a\": 1}");
        assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.is_error()).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn hostile_texts_are_taken_as_they_are() {
        let long = "x".repeat(100_000);
        for text in ["<img src=x onerror=alert(1)>", "\u{0}\u{1b}[31m\u{202e}", "{a}{{", &long] {
            let json = format!("{{\"a\": {}}}", serde_json::to_string(text).unwrap());
            assert_eq!(read(&json).0.text("a").as_deref(), Some(text));
        }
        let deep = format!("{{\"a\": {}{}, \"b\": \"B\"}}", "[".repeat(5_000), "]".repeat(5_000));
        assert_eq!(read(&deep).1, [MessageDiagnostic::WrongValues(named(&["a"]))]);
        assert_eq!(read("{\"a\": \"1\", \"a\": \"2\"}").0.text("a").as_deref(), Some("2"));
    }
}
