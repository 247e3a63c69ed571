//! What is to be done: every effect is an order to the browser.

use super::form::FormId;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;

/// An order to one widget's browser side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read all records under a prefix, a slice at a time.
    ReadRecords {
        /// What their keys begin with.
        prefix: String,
    },
    /// Read the remembered name and author id.
    ReadPreferences,
    /// Write a record once, and answer with what became of it.
    AppendOperation {
        /// The operation's id.
        id: OperationId,
        /// The record's key.
        key: String,
        /// The record's value.
        value: String,
    },
    /// Write the record that names the thread, if it is not there; nothing depends on it.
    NameThread {
        /// The record's key.
        key: String,
        /// The record's value.
        value: String,
    },
    /// Remember the name for the next comment.
    KeepName(String),
    /// Remember the author id, unless one is remembered already.
    KeepAuthor(AuthorId),
    /// Fetch the article.
    FetchArticle {
        /// Its address as the embedder wrote it.
        src: String,
        /// To be repeated in the answer.
        attempt: u32,
    },
    /// Answer with a tick after so many milliseconds, instead of any tick ordered before.
    WakeAfter(u64),
    /// Put the focus somewhere, once what was changed has been drawn.
    Focus(FocusTarget),
    /// Tell the page that the thread has been read.
    DispatchReady,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The text field of a form.
    Form(FormId),
    /// The name field of a form.
    Name(FormId),
    /// A comment as a whole.
    Comment(OperationId),
    /// A comment's "Reply".
    Reply(OperationId),
    /// A comment's "Edit".
    Edit(OperationId),
    /// "Undo" where a comment was.
    Undo(OperationId),
}
