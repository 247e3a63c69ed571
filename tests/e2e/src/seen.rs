//! What a reader finds of the widgets of a page that other scripts change.

use crate::fail::OrFail;
use crate::session::Session;
use crate::tag::WORDS;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// One widget, as it is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// Why nothing can be seen, if so.
    pub trouble: String,
    /// Articles that are shown.
    pub articles: u32,
    /// How often a sentence of the article is shown.
    pub times: u32,
    /// Threads in the shadow root.
    pub threads: u32,
    /// "1 Comment".
    pub heading: String,
    /// The comments.
    pub rows: Vec<String>,
    /// What stands in the composer of a new comment.
    pub new: String,
    /// What stands in the composer of a reply.
    pub reply: String,
    /// Computed styles that no browser gives by itself: they say whether the sheets are there.
    pub looks: Vec<String>,
    /// Height of what stands above the article in the shadow root (`.place`): a reserve or a notice. In pixels.
    pub above: u32,
}

impl Seen {
    /// All widgets of the page, in the page's order.
    #[track_caller]
    #[must_use]
    pub fn all(session: &Session) -> Vec<Self> {
        let seen = session.script(include_str!("script/seen.js"), vec![json!(WORDS)]);
        serde_json::from_value(seen).or_fail("what is seen of the widgets")
    }

    /// The same, with nothing in its composers.
    #[must_use]
    pub fn unwritten(&self) -> Self {
        Self { new: String::new(), reply: String::new(), ..self.clone() }
    }

    /// What is not as it was expected, in one line.
    #[must_use]
    pub fn unlike(&self, expected: &Self) -> String {
        let (Ok(Value::Object(here)), Ok(Value::Object(there))) =
            (serde_json::to_value(self), serde_json::to_value(expected))
        else {
            return String::new();
        };
        let unlike = here.iter().filter(|(name, value)| there.get(*name) != Some(value));
        unlike.map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", ")
    }
}
