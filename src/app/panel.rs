//! The panel "Your comments": what is kept here, and what can be done with it.

use std::rc::Rc;

use super::import::Import;
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::file_contents::FileError;
use crate::store::import_preview::ImportMode;
use crate::store::survey::Survey;
use crate::store::thread_file::FileKind;

/// The open panel.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// What is kept for the whole site, once it was counted.
    pub survey: Option<Survey>,
    /// A file that is ready to be taken along.
    pub offer: Option<Offer>,
    /// What is about to be deleted, if the reader is sure.
    pub confirming: Option<Deletion>,
    /// Whether one of the places could not be read for the last deletion, and may hold what was to go.
    pub unfinished: bool,
    /// Where an import stands.
    pub import: Import,
    /// Whether the browser was asked to keep what is here. Its answer is not told.
    pub asked_to_persist: bool,
}

impl Panel {
    /// When the first of the ages said in it stops being true.
    pub(super) fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let Import::Shown(_, Some(unsaved)) = &self.import else {
            return None;
        };
        let waits = unsaved.texts.iter().map(|(_, text)| Age::changes_in(text.at, now));
        waits.min().map(|wait| now.plus(wait))
    }
}

/// A file that was made, and read again to see that nothing is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is to be called.
    pub name: String,
    /// What it is for.
    pub kind: FileKind,
    /// How many comments stand in it; for a publication only those that others may see.
    pub comments: usize,
    /// The first of a publication's comments, as others will see them.
    pub published: Vec<Rc<Comment>>,
    /// What is in it; `None` if it could not be read again as it was written.
    pub text: Option<String>,
    /// What tries again, where one of the places could not be read: what only it holds is missing.
    pub again: Option<PanelMsg>,
}

/// What can be deleted for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Everything of one thread.
    Thread(ThreadKey),
    /// Everything of all threads, the name and the author id.
    Everything,
    /// A comment that was deleted before.
    Comment(OperationId),
}

/// What the reader did in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelMsg {
    /// They opened it, or closed it.
    Toggled,
    /// They asked for a backup of this thread, or of everything.
    AskedForBackup {
        /// Of all threads.
        everything: bool,
    },
    /// They asked for the file of this thread, or of everything, that others may see.
    AskedForPublication {
        /// Of all threads.
        everything: bool,
    },
    /// They took the file that was offered.
    TookOffer,
    /// They want it on the clipboard instead.
    CopiedOffer,
    /// They put it aside.
    ClosedOffer,
    /// They chose a file to be imported.
    ChoseFile,
    /// The file came, or could not be read.
    ReadFile {
        /// What it is called.
        name: String,
        /// What is in it.
        text: Result<Rc<str>, FileError>,
    },
    /// They said whose the comments in the file are.
    ChoseMode(ImportMode),
    /// They want to see what finds no room, or to see it no more.
    ToggledUnsaved,
    /// They want to see more of it.
    AskedForMoreUnsaved,
    /// They want what the preview shows.
    Imported,
    /// They were asked whether it shall become their own.
    AnsweredRestore {
        /// Whether they are sure.
        sure: bool,
    },
    /// They do not want it, or not the rest of it.
    StoppedImport,
    /// They want an import undone.
    UndidImport {
        /// What it is called in each thread that it went to.
        batches: Vec<(ThreadKey, OperationId)>,
    },
    /// They want something deleted.
    AskedToDelete(Deletion),
    /// They are sure, or not.
    AnsweredDelete {
        /// Whether they are sure.
        sure: bool,
    },
    /// They want the browser to be asked not to throw anything away.
    AskedToPersist,
}
