//! A value as the browser holds it: UTF-16, which need not be well-formed.

use crate::domain::text_length;

/// What a key holds. Only well-formed text can be a record; the rest is kept as it is and counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StoredText {
    /// Well-formed text.
    Text(String),
    /// Code units with a lone surrogate among them.
    Units(Vec<u16>),
}

impl StoredText {
    /// How long it is in UTF-16 units.
    pub fn units(&self) -> u64 {
        match self {
            Self::Text(text) => units(text),
            Self::Units(units) => u64::try_from(units.len()).unwrap_or(u64::MAX),
        }
    }
}

/// How long a text is in UTF-16 units, as the quota counts.
pub fn units(text: &str) -> u64 {
    u64::try_from(text_length::units(text)).unwrap_or(u64::MAX)
}

impl From<&str> for StoredText {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_utf_16() {
        assert_eq!(units("é"), 1);
        assert_eq!(StoredText::from("👍").units(), 2);
        assert_eq!(StoredText::Units(vec![0xd800; 3]).units(), 3);
    }
}
