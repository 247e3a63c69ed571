//! The text of a comment.

use std::rc::Rc;

use super::syntax::Syntax;
use super::text_length::{Limit, TooLong, is_blank};
use super::written::Written;

/// How long a comment may be.
pub const BODY_LIMIT: Limit = Limit { graphemes: 10_000, units: 40_000 };

/// A comment's text exactly as written: never trimmed, normalised or cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    text: Rc<str>,
    syntax: Syntax,
}

/// Why a text cannot be a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyError {
    /// Nothing in it can be seen.
    Empty,
    /// It passes [`BODY_LIMIT`].
    TooLong(TooLong),
}

impl Body {
    /// Takes a plain text as it is, if it can be seen and is not too long.
    pub fn new(text: &str) -> Result<Self, BodyError> {
        Self::written(text, Syntax::Plain)
    }

    /// Takes a text in this syntax as it is, if it can be seen and is not too long.
    pub fn written(text: &str, syntax: Syntax) -> Result<Self, BodyError> {
        if is_blank(text) {
            return Err(BodyError::Empty);
        }
        BODY_LIMIT.check(text).map_err(BodyError::TooLong)?;
        Ok(Self { text: Rc::from(text), syntax })
    }

    /// What stands for the text of a deleted comment whose publication leaves it out. It is never shown.
    pub fn withheld() -> Self {
        Self { text: Rc::from(""), syntax: Syntax::Plain }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is what is written.
    pub fn is(&self, written: &Written) -> bool {
        *self.text == *written.text && self.syntax == written.syntax
    }

    /// In which syntax it was written.
    pub fn syntax(&self) -> &Syntax {
        &self.syntax
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_exact() {
        assert!(Body::new(&"a".repeat(10_000)).is_ok());
        assert!(matches!(
            Body::new(&"a".repeat(10_001)),
            Err(BodyError::TooLong(TooLong::Graphemes { found: 10_001, .. }))
        ));
        // 4 units and one grapheme each.
        assert!(Body::new(&"🇩🇪".repeat(10_000)).is_ok());
        assert!(matches!(
            Body::new(&format!("{}\u{301}", "🇩🇪".repeat(10_000))),
            Err(BodyError::TooLong(TooLong::Units { found: 40_001, .. }))
        ));
    }

    #[test]
    fn white_space_around_a_text_is_kept() {
        assert_eq!(Body::new("  a\n").unwrap().as_str(), "  a\n");
        assert_eq!(Body::new(" \n"), Err(BodyError::Empty));
    }
}
