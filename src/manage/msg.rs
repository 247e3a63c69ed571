//! What happened: every `Msg` is in the past tense.

use std::rc::Rc;

use super::effect::{Purpose, Work};
use super::host_call::HostCall;
use super::panel::Deletion;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::port::ToManage;
use crate::store::copy::request::{Broadcast, Found, Response};
use crate::store::copy::usage::Usage;
use crate::store::file::file_contents::FileError;
use crate::store::file::import_preview::ImportMode;

/// Something that happened to "Your comments".
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A copy responded to a request.
    Responded(Response),
    /// Another tab or another widget said something.
    Heard(Broadcast),
    /// The thread on this page said something.
    FromThread(ToManage),
    /// The page is looked at again, or something may have happened to what is kept.
    Woken,
    /// The page is no longer looked at, and may go at any time.
    Hidden,
    /// The timer that was asked for rings.
    Ticked,
    /// The page had its turn: there is time for the next slice of some work.
    GotTime(Work),
    /// Everything that is kept for this origin was read.
    ReadEverything {
        /// What for.
        purpose: Purpose,
        /// Everything.
        records: Vec<Found>,
        /// Whether each of the copies that there are could be read.
        complete: bool,
        /// How much of the quota is used.
        usage: Usage,
    },
    /// A script of the host page called a method; its promise is settled under the same ticket.
    HostCalled {
        /// The number of the call.
        ticket: u32,
        /// What is called for.
        call: HostCall,
    },
    /// A text was put on the clipboard, or could not be.
    CopiedText(bool),
    /// The reader did something in the panel.
    Panel(PanelMsg),
    /// The reader did something about a file to take along.
    File(FileMsg),
    /// The reader did something about an import.
    Import(ImportMsg),
}

/// What the reader did in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelMsg {
    /// They opened it, or closed it.
    Toggled,
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

/// What the reader did about a file to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileMsg {
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
    Took,
    /// They want it on the clipboard instead.
    Copied,
    /// They put it aside.
    Closed,
}

/// What the reader did about an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportMsg {
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
    /// They want to see what finds no space, or to see it no more.
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
    Stopped,
    /// They want the import made again that was undone.
    DidAgain,
    /// They want an import undone.
    Undid {
        /// What it is called in each thread that it went to.
        batches: Vec<(ThreadKey, OperationId)>,
    },
}

impl From<PanelMsg> for Msg {
    fn from(msg: PanelMsg) -> Self {
        Self::Panel(msg)
    }
}

impl From<FileMsg> for Msg {
    fn from(msg: FileMsg) -> Self {
        Self::File(msg)
    }
}

impl From<ImportMsg> for Msg {
    fn from(msg: ImportMsg) -> Self {
        Self::Import(msg)
    }
}
