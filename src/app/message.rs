//! What happened: every message is in the past tense.

use std::rc::Rc;

use super::config::Config;
use super::effect::{Purpose, Work};
use super::form::FormId;
use super::letter::LetterMsg;
use super::panel::PanelMsg;
use super::requests::Request;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::domain::sort::Sort;
use crate::store::order::{Answer, Found, News};
use crate::store::room::Room;

/// Something that happened to one widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The widget was put into the page.
    Started,
    /// The page's clock moved on to where something shown is no longer true.
    Ticked,
    /// The embedder changed an attribute.
    ChangedConfig(Box<Config>),
    /// A script of the page took the drawn article out of its element.
    LostArticle,

    /// A place that keeps the thread answered an order.
    Answered(Answer),
    /// The reader's remembered name and author id came from storage.
    ReadPreferences {
        /// The name, as typed.
        name: Option<String>,
        /// The author id.
        author: Option<AuthorId>,
        /// The order of the list.
        sort: Option<Sort>,
    },
    /// The reader chose the order of the list.
    ChoseSort(Sort),
    /// An author id was drawn that nobody has.
    DrewAuthor(AuthorId),
    /// The reader has not been told yet what this browser does after seven days.
    NotToldOfSevenDays,
    /// Another tab or another widget said something.
    Heard(News),
    /// The page is looked at again, or something may have happened to what is kept.
    Woken,
    /// The page is no longer looked at, and may go at any time.
    Hidden,
    /// The browser is about to print the page.
    StartedPrinting,
    /// It has printed, or was told not to.
    EndedPrinting,
    /// The room there is was counted, in UTF-16 units.
    MeasuredRoom(Measure),
    /// Everything that is kept for this origin was read.
    ReadEverything {
        /// What for.
        purpose: Purpose,
        /// Everything.
        records: Vec<Found>,
        /// Whether each of the places that there are could be read.
        complete: bool,
        /// The room there is.
        measure: Measure,
    },

    /// The reader changed the text in a form.
    Typed {
        /// Which.
        form: FormId,
        /// The whole text.
        text: String,
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
    /// The reader asked for a deleted comment to be erased, and was asked whether they are sure.
    PressedErase(OperationId),
    /// The reader is sure, or is not.
    AnsweredErase {
        /// The comment.
        id: OperationId,
        /// Whether they are sure.
        sure: bool,
    },
    /// The reader wants everything of this thread deleted, and is sure.
    PressedDeleteEverything,
    /// A script of the page asked for something; the number is repeated in the answer.
    Requested {
        /// The number.
        ticket: u32,
        /// What is asked.
        request: Request,
    },
    /// The page had its turn: there is time for the next slice of some work.
    GotTime(Work),
    /// The reader did something about sending a comment to the author.
    Letter(LetterMsg),
    /// The reader did something in the panel "Your comments".
    Panel(PanelMsg),
    /// The reader pressed "Copy" beside a text that is not saved.
    PressedCopyText(OperationId),
    /// The reader pressed "Download" beside a text that is not saved.
    PressedDownloadText(OperationId),
    /// The reader pressed "Try again" beside a text that is not saved.
    PressedSaveAgain,
    /// The reader wants to go on with a text found from an earlier visit.
    PressedUseDraft(OperationId),
    /// The reader does not want it any more.
    PressedDiscardDraft(OperationId),
    /// "Undo" where one was thrown away.
    PressedUndoDiscard,
    /// A text was put on the clipboard, or could not be.
    CopiedText(bool),
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

    /// A piece of the published file came (`None`: that was all), or could not be had.
    ReadPublished {
        /// Which attempt this answers.
        attempt: u32,
        /// Its bytes.
        piece: Result<Option<Rc<[u8]>>, ArticleError>,
    },
    /// The reader pressed "Try again" beside what is said of the published file.
    PressedRetryPublished,
}

/// How much room there is, in UTF-16 units of keys and values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Everything that the origin keeps.
    pub origin: u64,
    /// What this widget keeps of it.
    pub ours: u64,
    /// What the browser allows the origin.
    pub quota: u64,
}

impl Measure {
    /// What the room there is allows.
    pub fn room(self) -> Room {
        Room::of(self.ours, self.origin, self.quota)
    }

    /// How many units more can be written before there is no room.
    pub fn units_left(self) -> u64 {
        Room::units_left(self.ours, self.origin, self.quota)
    }
}
