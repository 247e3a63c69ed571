//! What a script of the page asks of "Your comments" through the widget's methods, and what it is answered.

use std::rc::Rc;

use litemap::LiteMap;

use super::import::Import;
use super::shown::Shown;
use crate::store::file::file_contents::FileError;
use crate::store::file::thread_file::FileKind;

/// A request. It comes with a number that its answer repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A file of this thread, or of all.
    Export {
        /// What it is for.
        kind: FileKind,
        /// Of all threads.
        everything: bool,
    },
    /// What a file would bring.
    Preview(Rc<str>),
    /// To import what the request of this number was answered with.
    Commit(u32),
}

/// An answer.
#[derive(Clone, Debug)]
pub enum Reply {
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

impl PartialEq for Reply {
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

impl Eq for Reply {}

/// Requests that wait for something.
#[derive(Clone, Debug, Default)]
pub(super) struct Requests {
    /// Files that are being looked through.
    pub(super) files: LiteMap<u32, Import>,
    /// What was found in them.
    pub(super) previews: LiteMap<u32, Rc<Shown>>,
}
