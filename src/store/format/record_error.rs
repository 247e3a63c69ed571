//! What is wrong with a stored value.

use std::fmt;

use super::envelope::EnvelopeError;

/// Why a stored value is not an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// It holds a lone surrogate.
    NotText,
    /// Its envelope is damaged.
    Envelope(EnvelopeError),
    /// The text inside is not the JSON of a record.
    Json,
    /// A field is missing, or holds what that field cannot hold.
    Field(&'static str),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("the value is not well-formed text"),
            Self::Envelope(error) => error.fmt(f),
            Self::Json => f.write_str("the value is not the JSON of a record"),
            Self::Field(name) => write!(f, "the field {name} is missing or wrong"),
        }
    }
}
