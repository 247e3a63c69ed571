//! Where an import stands: read, compared with what is here, shown, written, done.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::rc::Rc;

use litemap::LiteMap;

use super::comparison::Comparison;
use super::unsaved::Unsaved;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::file_contents::{FileContents, FileError};
use crate::store::file_reader::FileReader;
use crate::store::import_preview::{ImportMode, Preview};
use crate::store::order::Found;
use crate::store::record_key::Generation;
use crate::store::thread_name::ThreadName;

/// An import.
#[derive(Clone, Debug, Default)]
pub enum Import {
    /// There is none.
    #[default]
    None,
    /// The file is being read.
    Reading(Job<Option<FileReader>>, Progress),
    /// What is in it is being compared with what is here.
    Comparing(Job<Comparison>, Progress),
    /// The reader is shown what it would bring and, if they want, what finds no room.
    Shown(Rc<Shown>, Option<Unsaved>),
    /// They are asked whether they are sure to take it back as their own, which has no undo.
    Asking(Rc<Shown>),
    /// It is being written.
    Writing(Writing),
    /// It was written, or stopped.
    Done(Done),
    /// The file cannot be imported at all.
    Refused(FileError),
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: usize,
    /// Of how much.
    pub all: usize,
}

/// Work that is done a slice at a time.
pub struct Job<T>(pub(super) Rc<RefCell<T>>);

impl<T> Clone for Job<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> fmt::Debug for Job<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Job")
    }
}

impl<T> Job<T> {
    pub(super) fn new(work: T) -> Self {
        Self(Rc::new(RefCell::new(work)))
    }
}

/// What an import would bring.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The file.
    pub file: Rc<FileContents>,
    /// Whose its comments are taken to be.
    pub mode: ImportMode,
    /// Thread by thread.
    pub threads: Vec<Incoming>,
    /// Everything that was kept when the file was compared, thread by thread.
    pub(super) records: Rc<Vec<Found>>,
    pub(super) room: u64,
}

/// What it would bring to one thread.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The thread.
    pub key: ThreadKey,
    /// What the file calls it.
    pub name: Option<ThreadName>,
    /// The judgement of each line.
    pub preview: Preview,
    pub(super) generation: Generation,
}

impl Shown {
    /// How many records are new.
    pub fn new_records(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.new.len()).sum()
    }

    /// How many are here already.
    pub fn already(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.already).sum()
    }

    /// How many found no room.
    pub fn over_room(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.over_room.count()).sum()
    }

    /// How many of these have a text to be looked at.
    pub fn unsaved_texts(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.over_room.texts.len()).sum()
    }
}

/// What is being written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// How far it is.
    pub progress: Progress,
    pub(super) left: VecDeque<(String, Rc<str>)>,
    /// What was ordered and is not answered.
    pub(super) ordered: LiteMap<String, Rc<str>>,
    pub(super) written: usize,
    pub(super) refused: usize,
    pub(super) batches: Vec<(ThreadKey, OperationId)>,
    pub(super) stopped: bool,
    /// The request of the page's that began it.
    pub(super) ticket: Option<u32>,
}

impl Writing {
    /// How many records have been written, and how many not.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.written, self.left.len() + self.ordered.len() + self.refused)
    }
}

/// What is remembered of the imports of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Imports {
    /// What the file in the panel is called.
    pub(super) name: String,
    /// The generation that each was brought in.
    pub(super) generations: LiteMap<OperationId, Generation>,
    /// The keys of the records that undo imports and are not kept for certain yet.
    pub(super) undoing: BTreeSet<String>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// How many records.
    pub written: usize,
    /// How many not: there was no room, the reader stopped, or it was deleted meanwhile.
    pub left_out: usize,
    /// The imports that can be undone, by thread.
    pub batches: Vec<(ThreadKey, OperationId)>,
}
