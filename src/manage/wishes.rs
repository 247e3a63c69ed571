//! Files that are asked for, until everything is at hand for them.

use litemap::LiteMap;

use crate::store::copy::order::Found;
use crate::store::file::thread_file::FileKind;

/// A file that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What it is for.
    pub kind: FileKind,
    /// Of all threads, not of the shown discussion alone.
    pub everything: bool,
    /// The number of the request of the page's; `None` if the reader asked.
    pub ticket: Option<u32>,
}

/// What was read from the copies for a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    pub(super) records: Vec<Found>,
    /// Whether each of the copies that there are could be read.
    pub(super) complete: bool,
}

/// The files for which the thread was asked what it knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes {
    last: u32,
    waiting: LiteMap<u32, (Wish, Read)>,
}

impl Wishes {
    /// Has one wait, and gives the number under which the thread is to be asked.
    pub(super) fn wait(&mut self, wish: Wish, read: Read) -> u32 {
        self.last = self.last.wrapping_add(1);
        self.waiting.insert(self.last, (wish, read));
        self.last
    }

    /// The one that waits for what the thread was asked under this number.
    pub(super) fn take(&mut self, number: u32) -> Option<(Wish, Read)> {
        self.waiting.remove(&number)
    }
}
