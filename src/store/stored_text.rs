//! A value as the browser holds it: UTF-16, which need not be well-formed.

/// What a key holds. Only well-formed text can be a record; the rest is kept as it is and counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StoredText {
    /// Well-formed text.
    Text(String),
    /// Code units with a lone surrogate among them.
    Units(Vec<u16>),
}

impl From<&str> for StoredText {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
