//! A file compared with what is here, a slice at a time.

use std::collections::VecDeque;
use std::rc::Rc;

use super::import_preview::{ImportPreview, Incoming, Progress};
use crate::domain::sorting::sorted;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::Found;
use crate::store::file::file_contents::{FileContents, FileThread};
use crate::store::file::import_preview::{ImportMode, Preview};
use crate::store::file::job::LOOKED_AT;
use crate::store::file::previewer::Previewer;
use crate::store::format::record_key::thread_of;
use crate::store::oplog::stored_thread::StoredThread;

/// Sorts records by their threads, so that those of one are found without looking at all the others.
pub(super) fn by_thread(records: Vec<Found>) -> Rc<Vec<Found>> {
    Rc::new(sorted(records, &|a, b| thread_of(&a.key).cmp(&thread_of(&b.key))))
}

/// Those of one thread, among sorted ones.
pub(super) fn of_thread<'a>(records: &'a [Found], thread: &ThreadKey) -> &'a [Found] {
    let wanted = Some(thread.as_str());
    let start = records.partition_point(|found| thread_of(&found.key) < wanted);
    let end = records.partition_point(|found| thread_of(&found.key) <= wanted);
    records.get(start..end).unwrap_or_default()
}

/// A file that is being compared, thread by thread.
pub struct Comparison {
    file: Rc<FileContents>,
    mode: ImportMode,
    /// Everything that is kept, thread by thread.
    records: Rc<Vec<Found>>,
    /// How much of the quota is used.
    units_left: u64,
    /// How much of that space the new records take.
    taken: u64,
    left: VecDeque<FileThread>,
    at: Option<(Incoming, Previewer)>,
    threads: Vec<Incoming>,
}

impl Comparison {
    pub(super) fn new(file: Rc<FileContents>, mode: ImportMode, records: Rc<Vec<Found>>, units_left: u64) -> Self {
        let left = file.threads.iter().cloned().collect();
        Self { file, mode, records, units_left, taken: 0, left, at: None, threads: Vec::new() }
    }

    /// Compares the next slice of the file, and says whether that was the last.
    pub(super) fn step(&mut self) -> bool {
        if let Some((_, previewer)) = &mut self.at {
            if !previewer.step(LOOKED_AT) {
                return false;
            }
            if let Some((mut incoming, previewer)) = self.at.take() {
                self.taken = self.taken.saturating_add(previewer.taken());
                incoming.preview = previewer.finish();
                self.threads.push(incoming);
            }
        }
        // A thread of which the file has no line brings nothing.
        while self.left.front().is_some_and(|thread| thread.items.is_empty()) {
            self.left.pop_front();
        }
        let Some(thread) = self.left.pop_front() else {
            return true;
        };
        let units_left = self.units_left.saturating_sub(self.taken);
        let held = of_thread(&self.records, &thread.key);
        let here = StoredThread::gather(&thread.key, held);
        let incoming = Incoming {
            key: thread.key.clone(),
            name: thread.name.clone(),
            epoch: here.set.epoch(),
            preview: Preview::default(),
        };
        self.at = Some((incoming, Previewer::new(thread, &here.set, held, self.mode, units_left)));
        false
    }

    pub(super) fn progress(&self) -> Progress {
        let (done, all) = self.at.as_ref().map_or((0, 0), |(_, previewer)| previewer.progress());
        Progress { done, all }
    }

    pub(super) fn finish(&mut self) -> ImportPreview {
        ImportPreview {
            file: Rc::clone(&self.file),
            mode: self.mode,
            threads: std::mem::take(&mut self.threads),
            records: Rc::clone(&self.records),
            units_left: self.units_left,
        }
    }
}
