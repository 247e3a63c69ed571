//! A draft: the text in a composer, as it is kept until it has become an operation.

use super::envelope;
use super::json_text::{epoch_of, integer_of, text_of, values};
use super::record_key::Epoch;
use super::stored_text::StoredText;
use crate::domain::body::Body;
use crate::domain::syntax::Syntax;
use crate::domain::timestamp::Timestamp;
use crate::domain::written::Written;

/// The value under a draft's key: `{"k":"draft","b":text,"s":its syntax, absent when plain,"t":ms,"c":true if its composer is closed,"g":epoch, absent for 0}`.
/// Drafts are the one kind of record that is written again under the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The text as it stands.
    pub text: String,
    /// In which syntax it is written.
    pub syntax: Syntax,
    /// When the text was changed last.
    pub at: Timestamp,
    /// Whether the reader closed its composer.
    pub closed: bool,
    /// The epoch in which the text was written: a later deletion of everything deletes the draft.
    pub epoch: Epoch,
}

impl Draft {
    /// The draft of a text that was sent, in a composer that is open.
    pub fn of(body: &Body, at: Timestamp, epoch: Epoch) -> Self {
        Self { text: body.as_str().to_owned(), syntax: body.syntax().clone(), at, closed: false, epoch }
    }

    /// The text, as it stands in its composer.
    pub fn written(&self) -> Written {
        Written { text: self.text.clone(), syntax: self.syntax.clone() }
    }

    /// The stored value; `None` if it were longer than an envelope can say.
    pub fn encode(&self) -> Option<String> {
        // Member by member: it is in the first module, which does without what serializes structures.
        let text = |text: &str| serde_json::to_string(text).ok();
        let mut json = "{\"k\":\"draft\"".to_owned();
        let mut add = |name: &str, value: &str| {
            for piece in [",\"", name, "\":", value] {
                json.push_str(piece);
            }
        };
        add("b", &text(&self.text)?);
        if let Some(syntax) = self.syntax.name() {
            add("s", &text(syntax)?);
        }
        add("t", &self.at.millis().to_string());
        add("c", if self.closed { "true" } else { "false" });
        if self.epoch > 0 {
            add("g", &self.epoch.to_string());
        }
        json.push('}');
        envelope::wrap(&json)
    }

    /// Reads a stored value; `None` for anything else.
    pub fn decode(value: &StoredText) -> Option<Self> {
        let [k, b, s, t, c, g] = values(envelope::json_in(value)?, ["k", "b", "s", "t", "c", "g"])?;
        let closed = match c {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return None,
        };
        let draft = Self {
            text: text_of(b?)?.into_owned(),
            syntax: s.map_or(Some(Syntax::Plain), |name| Syntax::named(&text_of(name)?))?,
            at: Timestamp::from_millis(integer_of(t?)?)?,
            closed,
            epoch: epoch_of(g)?,
        };
        (text_of(k?)? == "draft").then_some(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back() {
        let at = Timestamp::from_millis(7).unwrap();
        let mut draft =
            Draft { text: "half a \"thought\" 👍".to_owned(), syntax: Syntax::Plain, at, closed: true, epoch: 0 };
        let value = draft.encode().unwrap();
        assert_eq!(Draft::decode(&StoredText::from(value.as_str())), Some(draft.clone()));
        assert!(value.ends_with("{\"k\":\"draft\",\"b\":\"half a \\\"thought\\\" 👍\",\"t\":7,\"c\":true}"));
        (draft.epoch, draft.syntax) = (3, Syntax::Markdown);
        let value = draft.encode().unwrap();
        assert!(value.ends_with("👍\",\"s\":\"md\",\"t\":7,\"c\":true,\"g\":3}"));
        assert_eq!(Draft::decode(&StoredText::from(value.as_str())), Some(draft));
    }

    #[test]
    fn another_record_is_no_draft() {
        let other = envelope::wrap("{\"k\":\"post\",\"b\":\"x\",\"t\":1}").unwrap();
        assert_eq!(Draft::decode(&StoredText::Text(other)), None);
        assert_eq!(Draft::decode(&StoredText::from("x")), None);
    }
}
