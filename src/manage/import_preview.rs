//! What an import would bring, as the reader is shown it.

use std::rc::Rc;

use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::Found;
use crate::store::file::file_contents::FileContents;
use crate::store::file::import_preview::{ImportMode, Preview};
use crate::store::format::record_key::Epoch;
use crate::store::format::thread_name::ThreadName;

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: usize,
    /// Of how much.
    pub all: usize,
}

/// What an import would bring.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// The file.
    pub file: Rc<FileContents>,
    /// Whose its comments are taken to be.
    pub mode: ImportMode,
    /// Thread by thread.
    pub threads: Vec<Incoming>,
    /// Everything that was kept when the file was compared, thread by thread.
    pub(super) records: Rc<Vec<Found>>,
    pub(super) units_left: u64,
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
    pub(super) epoch: Epoch,
}

impl ImportPreview {
    /// How many records are new.
    pub fn new_records(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.new.len()).sum()
    }

    /// How many are here already.
    pub fn already(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.already).sum()
    }

    /// How many found no space.
    pub fn over_quota(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.over_quota.count()).sum()
    }

    /// How many of these have a text to be looked at.
    pub fn unsaved_texts(&self) -> usize {
        self.threads.iter().map(|thread| thread.preview.over_quota.texts.len()).sum()
    }
}
