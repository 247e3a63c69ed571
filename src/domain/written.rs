//! What stands in a composer: no comment yet, but a text in a syntax.

use super::syntax::Syntax;

/// A text as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// In which syntax it is to be sent.
    pub syntax: Syntax,
}

impl From<&str> for Written {
    /// A plain text.
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), syntax: Syntax::Plain }
    }
}
