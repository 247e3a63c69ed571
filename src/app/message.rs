//! What happened: every message is in the past tense.

use std::rc::Rc;

use super::config::Config;
use super::form::FormId;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::store::store_error::StoreError;
use crate::store::stored_text::StoredText;

/// A key and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The key.
    pub key: String,
    /// Its value.
    pub value: StoredText,
}

/// Something that happened to one widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The widget was put into the page.
    Started,
    /// The page's clock moved on to where something shown is no longer true.
    Ticked,
    /// The embedder changed an attribute.
    ChangedConfig(Box<Config>),

    /// A slice of the thread's records came from storage. `thread` is the one that was asked for, as it is in all answers.
    ReadRecords {
        /// The prefix that was read.
        prefix: String,
        /// Some of its records, in any order.
        records: Vec<Found>,
    },
    /// All of the thread's records have come, or storage refused.
    FinishedReading {
        /// The prefix that was read.
        prefix: String,
        /// Whether all could be read.
        result: Result<(), StoreError>,
    },
    /// The reader's remembered name and author id came from storage.
    ReadPreferences {
        /// The name, as typed.
        name: Option<String>,
        /// The author id.
        author: Option<AuthorId>,
    },
    /// Another tab or another widget wrote a record.
    SawRecord(Found),
    /// Storage answered an order to append.
    AppendedOperation {
        /// The operation's id.
        id: OperationId,
        /// What became of it.
        result: Result<(), StoreError>,
    },

    /// The reader sent a form.
    SubmittedForm {
        /// Which.
        form: FormId,
        /// The name in it; `None` where the form has no such field.
        name: Option<String>,
        /// The text in it.
        body: String,
    },
    /// The reader closed a form by its button.
    CancelledForm {
        /// Which.
        form: FormId,
        /// The text in it.
        body: String,
    },
    /// The reader pressed Escape in a form.
    PressedEscape {
        /// Which.
        form: FormId,
        /// The text in it.
        body: String,
    },
    /// The reader pressed "Reply".
    PressedReply(OperationId),
    /// The reader pressed "Edit".
    PressedEdit(OperationId),
    /// The reader pressed "Delete".
    PressedDelete(OperationId),
    /// The reader pressed "Undo" where a comment was deleted.
    PressedUndo(OperationId),
    /// The reader asked for the rows before those drawn.
    PressedShowEarlier,
    /// The reader asked for the rows after those drawn.
    PressedShowLater,

    /// The article came, or did not. `attempt` tells answers to earlier questions apart.
    LoadedArticle {
        /// Which attempt this answers.
        attempt: u32,
        /// The article.
        result: Result<Rc<Article>, ArticleError>,
    },
    /// The reader pressed "Retry" where the article should be.
    PressedRetryArticle,
}
