//! What is wrong with the messages of a page, for its developers.

use std::rc::Rc;

use super::messages::Messages;

/// How many keys are named; whoever has more wrong sees the rest next time.
const NAMED: usize = 10;
/// The longest key that is said, in bytes: ours are shorter.
const LONGEST: usize = 60;

/// What keeps messages of the page from being shown. English stands in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageDiagnostic {
    /// No script with this id is in the page that could hold them.
    NoScript(String),
    /// What stands in the script with this id is not JSON.
    NotJson(String),
    /// It is JSON, but no object.
    NotAnObject(String),
    /// Under these keys is neither a text nor an object of plural forms with `other`.
    WrongValues(Vec<String>),
    /// The widget has no messages under these keys.
    UnknownKeys(Vec<String>),
}

impl MessageDiagnostic {
    /// What it is, in English.
    pub fn message(&self) -> String {
        let [before, what, after] = match self {
            Self::NoScript(id) => {
                ["there is no <script type=\"application/json\"> with the id \"", id, "\" in this page"]
            }
            Self::NotJson(id) => ["what stands in the script \"", id, "\" is not JSON"],
            Self::NotAnObject(id) => ["the JSON in the script \"", id, "\" is not an object"],
            Self::WrongValues(keys) => [
                "neither a text nor an object of plural forms with \"other\" is under ",
                &listed(keys),
                "; English stays there",
            ],
            Self::UnknownKeys(keys) => ["there are no messages with the keys ", &listed(keys), ""],
        };
        format!("strings: {before}{what}{after}")
    }

    /// Whether a message is missing for it, so that the page is told by an event too.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::UnknownKeys(_))
    }
}

/// What is wrong with messages of which some have unknown keys. `found` is what was wrong with them already, and wrong values of
/// unknown keys are no matter.
pub fn with_unknown_keys(
    messages: &Messages,
    found: &[MessageDiagnostic],
    is_known: impl Fn(&str) -> bool,
) -> Rc<[MessageDiagnostic]> {
    let mut unknown: Vec<String> = Vec::new();
    let mut note = |key: &str| {
        let is_unknown = !is_known(key);
        // A message with several plural forms has its key with each.
        if is_unknown && unknown.last().is_none_or(|last| last != key) {
            unknown.push(key.to_owned());
        }
        is_unknown
    };
    messages.keys().for_each(|key| {
        note(key);
    });
    let mut all = Vec::new();
    for diagnostic in found {
        match diagnostic {
            MessageDiagnostic::WrongValues(keys) => {
                let known: Vec<String> = keys.iter().filter(|key| !note(key)).cloned().collect();
                if !known.is_empty() {
                    all.push(MessageDiagnostic::WrongValues(known));
                }
            }
            // Done already.
            MessageDiagnostic::UnknownKeys(_) => {}
            other => all.push(other.clone()),
        }
    }
    if !unknown.is_empty() {
        all.push(MessageDiagnostic::UnknownKeys(unknown));
    }
    Rc::from(all)
}

/// The first of them, without any that is longer than ours are.
fn listed(keys: &[String]) -> String {
    let mut text = String::new();
    for key in keys.iter().take(NAMED) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(if key.len() > LONGEST { "…" } else { key });
    }
    if keys.len() > NAMED {
        text.push_str(" and more");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_long_keys_make_a_short_message() {
        let keys: Vec<String> = (0..40).map(|number| format!("{number}{}", "é".repeat(9_000))).collect();
        let message = MessageDiagnostic::UnknownKeys(keys).message();
        assert!(message.len() < 200, "{}", message.len());
        assert!(message.ends_with("…, … and more"), "{message}");
        let two = ["a", "b"].map(str::to_owned);
        assert_eq!(
            MessageDiagnostic::UnknownKeys(two.to_vec()).message(),
            "strings: there are no messages with the keys a, b"
        );
        assert!(MessageDiagnostic::WrongValues(two.to_vec()).message().contains(" is under a, b; English stays there"));
    }
}
