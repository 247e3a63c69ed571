//! A comment handed to the page's author: shown as it would go, handed over by the reader, and then marked as sent by them.

use crate::domain::operation_id::OperationId;

/// A letter that the reader looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The comment.
    pub id: OperationId,
    /// The file, byte for byte.
    pub file: String,
    /// What it is to be called.
    pub name: String,
    /// How it was handed over, if it was. Whether it went off only the reader knows.
    pub way: Option<Way>,
    /// The post or edit whose text is in it.
    pub(super) text: OperationId,
}

/// How a letter is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The reader's mail program was asked to open it.
    Mail,
    /// It was downloaded.
    File,
}

/// What the reader did about a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterMsg {
    /// They want to send this comment.
    Asked(OperationId),
    /// They took the letter.
    Took(Way),
    /// They want it on the clipboard instead.
    Copied,
    /// They do not want to send it, or not now.
    Closed,
    /// They say that they have sent it.
    Sent,
}
