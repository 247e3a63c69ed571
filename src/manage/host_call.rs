//! The methods of "Your comments" that a script of the host page can call, and what their promises are settled with.

use std::rc::Rc;

use litemap::LiteMap;

use super::import::Import;
use super::import_preview::ImportPreview;
use crate::store::file::file_contents::FileError;
use crate::store::file::thread_file::FileKind;

/// A call. It comes with a number, its ticket, under which its promise is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostCall {
    /// To make a file of this thread, or of all.
    Export {
        /// What the file is for.
        kind: FileKind,
        /// Whether all threads are in it; else only this one.
        everything: bool,
    },
    /// To say what importing a file would bring. This is the file's text.
    Preview(Rc<str>),
    /// To import what the `Preview` of this ticket has shown.
    Commit(u32),
}

/// What the promise of a call is settled with.
#[derive(Clone, Debug)]
pub enum HostResult {
    /// A file, read back as it was written.
    File(String),
    /// What an import would bring.
    Preview(Rc<ImportPreview>),
    /// The import has ended.
    Done {
        /// How many records were written.
        written: usize,
        /// How many were not.
        left_out: usize,
    },
    /// The file cannot be imported at all.
    Refused(FileError),
    /// What was called for could not be done.
    Failed,
}

impl PartialEq for HostResult {
    /// Two previews are equal only if they are the same allocation: a file may be large.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File(one), Self::File(two)) => one == two,
            (Self::Preview(one), Self::Preview(two)) => Rc::ptr_eq(one, two),
            (Self::Done { written: a, left_out: b }, Self::Done { written: c, left_out: d }) => (a, b) == (c, d),
            (Self::Refused(one), Self::Refused(two)) => one == two,
            (Self::Failed, Self::Failed) => true,
            _ => false,
        }
    }
}

impl Eq for HostResult {}

/// What is remembered of host API calls, by their tickets.
#[derive(Clone, Debug, Default)]
pub(super) struct HostCalls {
    /// The files that `Preview` was called with and that are still being looked through.
    pub(super) files: LiteMap<u32, Import>,
    /// What those files would bring that have been looked through, for a `Commit`.
    pub(super) previews: LiteMap<u32, Rc<ImportPreview>>,
}
