//! What a script of the host page calls of the methods of "Your comments", and what its promise comes to.

use std::rc::Rc;

use litemap::LiteMap;

use super::import::Import;
use super::shown::Shown;
use crate::store::file::file_contents::FileError;
use crate::store::file::thread_file::FileKind;

/// A call. It comes with a number, its ticket, under which its promise is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostCall {
    /// A file of this thread, or of all.
    Export {
        /// What it is for.
        kind: FileKind,
        /// Of all threads.
        everything: bool,
    },
    /// What a file would bring.
    Preview(Rc<str>),
    /// To import what the preview of this ticket has shown.
    Commit(u32),
}

/// What the promise of a call is settled with.
#[derive(Clone, Debug)]
pub enum HostResult {
    /// A file, read back as it was written.
    File(String),
    /// What an import would bring.
    Preview(Rc<Shown>),
    /// The import has ended.
    Done {
        /// Written.
        written: usize,
        /// Left out.
        left_out: usize,
    },
    /// The file cannot be imported at all.
    Refused(FileError),
    /// It could not be done.
    Failed,
}

impl PartialEq for HostResult {
    /// Previews are equal if they are the same.
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

/// Host API calls that wait for something.
#[derive(Clone, Debug, Default)]
pub(super) struct HostCalls {
    /// Files that are being looked through.
    pub(super) files: LiteMap<u32, Import>,
    /// What was found in them.
    pub(super) previews: LiteMap<u32, Rc<Shown>>,
}
