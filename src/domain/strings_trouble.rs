//! What is wrong with the sentences of a page, for its developers.

use std::fmt;

/// How many keys are named; whoever has more wrong sees the rest next time.
const NAMED: usize = 10;

/// What keeps sentences of the page from being shown. English stands in the place of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringsTrouble {
    /// No `<script type="application/json">` with this id is in the page.
    NoScript(String),
    /// What stands in the script with this id is not JSON.
    NotJson(String),
    /// It is JSON, but no object.
    NotAnObject(String),
    /// Under these keys is neither a text nor an object of plural forms with `other`.
    WrongValues(Vec<String>),
    /// The widget has no sentences under these keys.
    UnknownKeys(Vec<String>),
}

impl StringsTrouble {
    /// Whether a sentence is missing for it, so that the page is told by an event too.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::UnknownKeys(_))
    }
}

impl fmt::Display for StringsTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoScript(id) => {
                write!(f, "strings: there is no <script type=\"application/json\"> with the id \"{id}\" in this page")
            }
            Self::NotJson(id) => write!(f, "strings: what stands in the script \"{id}\" is not JSON"),
            Self::NotAnObject(id) => write!(f, "strings: the JSON in the script \"{id}\" is not an object"),
            Self::WrongValues(keys) => write!(
                f,
                "strings: neither a text nor an object of plural forms with \"other\" is under {}; English stays there",
                Keys(keys)
            ),
            Self::UnknownKeys(keys) => write!(f, "strings: there are no sentences with the keys {}", Keys(keys)),
        }
    }
}

/// The first of them, each cut where no key of ours is as long.
struct Keys<'a>(&'a [String]);

impl fmt::Display for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, key) in self.0.iter().take(NAMED).enumerate() {
            write!(f, "{}{key:.60}", if number > 0 { ", " } else { "" })?;
        }
        match self.0.len().saturating_sub(NAMED) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_long_keys_make_a_short_message() {
        let keys: Vec<String> = (0..40).map(|number| format!("{number}{}", "x".repeat(9_000))).collect();
        let message = StringsTrouble::UnknownKeys(keys).to_string();
        assert!(message.len() < 1_000, "{}", message.len());
        assert!(message.ends_with(" and 30 more"), "{message}");
        let two = ["a", "b"].map(str::to_owned).to_vec();
        assert!(StringsTrouble::UnknownKeys(two).to_string().ends_with("the keys a, b"));
    }
}
