//! Where an import stands: read, compared with what is here, shown, written, done.

use std::collections::VecDeque;
use std::rc::Rc;

use litemap::LiteMap;

use super::comparison::Comparison;
pub use super::import_preview::{ImportPreview, Incoming, Progress};
use super::unsaved::Unsaved;
use crate::domain::age::Age;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::file::file_contents::FileError;
use crate::store::file::file_reader::FileReader;
use crate::store::file::job::Job;
use crate::store::format::record_key::Epoch;

/// An import.
#[derive(Clone, Debug, Default)]
pub enum Import {
    /// Nothing is being imported.
    #[default]
    None,
    /// The file is being read.
    Reading(Job<Option<FileReader>>, Progress),
    /// What is in it is being compared with what is here.
    Comparing(Job<Comparison>, Progress),
    /// The reader is shown what it would bring and, if they want, what finds no space.
    Shown(Rc<ImportPreview>, Option<Unsaved>),
    /// They are asked whether they are sure to take it back as their own, which has no undo.
    Asking(Rc<ImportPreview>),
    /// It is being written.
    Writing(Writing),
    /// It was written, or stopped.
    Done(Done),
    /// It was undone, and its file is still held: it can be made again.
    Undone,
    /// The file cannot be imported at all.
    Refused(FileError),
}

impl Import {
    /// When the first of the ages said of what finds no space stops being true.
    pub(super) fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let Self::Shown(_, Some(unsaved)) = self else {
            return None;
        };
        let waits = unsaved.texts.iter().map(|(_, text)| Age::changes_in(text.at, now));
        waits.min().map(|wait| now.plus(wait))
    }
}

/// What is being written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// How far it is.
    pub progress: Progress,
    pub(super) left: VecDeque<(String, Rc<str>)>,
    /// What was asked for and has no response yet.
    pub(super) requested: LiteMap<String, Rc<str>>,
    /// What was written, while the thread has not said whether it stays.
    pub(super) unjudged: LiteMap<String, Rc<str>>,
    pub(super) written: usize,
    pub(super) refused: usize,
    /// What the import is called in each thread that it goes to.
    pub(super) batches: Vec<(ThreadKey, OperationId)>,
    /// Those of them whose record was written and stays.
    pub(super) begun: SortedSet<OperationId>,
    pub(super) stopped: bool,
    /// The host API call that began it.
    pub(super) ticket: Option<u32>,
}

impl Writing {
    /// How many records have been written, and how many not.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.written, self.left.len() + self.requested.len() + self.unjudged.len() + self.refused)
    }

    /// Whether all of it has been written, with a response.
    pub(super) fn is_over(&self) -> bool {
        self.left.is_empty() && self.requested.is_empty() && self.unjudged.is_empty()
    }
}

/// What is remembered of the imports of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Imports {
    /// What the file in the panel is called.
    pub(super) name: String,
    /// The epoch that each was brought in.
    pub(super) epochs: LiteMap<OperationId, Epoch>,
    /// What the reader had imported last, until it is closed or another file takes its place.
    pub(super) held: Option<Rc<ImportPreview>>,
    /// Whether that is being made again, or was.
    pub(super) again: bool,
    /// The keys of the records that undo imports and are not kept for certain yet.
    pub(super) undoing: SortedSet<String>,
}

impl Imports {
    /// Lets go of what is held, unless it is the import that stands in the panel, and says whether it did.
    pub(super) fn let_go(&mut self, import: &Import) -> bool {
        let is_held = match import {
            Import::Writing(writing) => writing.ticket.is_none(),
            Import::Done(_) | Import::Undone => true,
            _ => false,
        };
        !is_held && self.held.take().is_some()
    }

    /// Takes note that a record is kept for certain, and says whether it was the last that undoes an import.
    pub(super) fn kept(&mut self, key: &str) -> bool {
        self.undoing.remove(key) && self.undoing.is_empty()
    }
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// How many records.
    pub written: usize,
    /// How many not: there was no space, the reader stopped, or it was deleted meanwhile.
    pub left_out: usize,
    /// The imports that can be undone, by thread.
    pub batches: Vec<(ThreadKey, OperationId)>,
}
