//! How a file is looked through, a slice at a time, and shown before anything is written. One that the reader chose
//! stands in the panel, one that a script asked about waits with its call.

use std::rc::Rc;

use super::comparison::{Comparison, by_thread};
use super::effect::{Effect, FocusTarget, Purpose, Work};
use super::host_call::HostResult;
use super::import::{Import, ImportPreview, Progress};
use super::import_end::give_up;
use super::import_writing;
use super::state::Manage;
use crate::store::copy::request::Found;
use crate::store::copy::usage::Usage;
use crate::store::file::file_contents::{FileContents, FileError};
use crate::store::file::file_reader::FileReader;
use crate::store::file::import_preview::ImportMode;
use crate::store::file::job::{Job, LOOKED_AT};

/// An import whose file has come and is not read yet.
pub(super) fn opened(text: Result<Rc<str>, FileError>) -> Import {
    match text.and_then(FileReader::new) {
        Ok(reader) => Import::Reading(Job::new(Some(reader)), Progress::default()),
        Err(error) => Import::Refused(error),
    }
}

/// Begins to read a file that the reader chose. What was being written for another one stays as it is.
pub(super) fn begin(manage: &mut Manage, name: String, text: Result<Rc<str>, FileError>) -> Vec<Effect> {
    if manage.panel.is_none() {
        return Vec::new();
    }
    let mut effects = give_up(manage);
    let import = opened(text);
    let goes_on = matches!(import, Import::Reading(..));
    manage.imports.name = name;
    manage.import = import;
    effects.push(if goes_on { Effect::Continue(Work::Import) } else { Effect::Focus(FocusTarget::Import) });
    effects
}

fn find(manage: &mut Manage, work: Work) -> Option<&mut Import> {
    match work {
        Work::Import => Some(&mut manage.import),
        Work::HostCall(ticket) => manage.host_calls.files.get_mut(&ticket),
    }
}

/// Does the next slice.
#[inline(never)]
pub(super) fn go_on(manage: &mut Manage, work: Work) -> Vec<Effect> {
    match find(manage, work) {
        Some(Import::Reading(job, progress)) => {
            let mut job = job.0.borrow_mut();
            let Some(reader) = job.as_mut() else {
                return Vec::new();
            };
            let ended = reader.step(LOOKED_AT);
            let (done, all) = reader.progress();
            *progress = Progress { done, all };
            vec![if ended { Effect::ReadEverything(Purpose::Compare(work)) } else { Effect::Continue(work) }]
        }
        Some(Import::Comparing(job, progress)) => {
            let mut comparison = job.0.borrow_mut();
            let ended = comparison.step();
            *progress = comparison.progress();
            if !ended {
                return vec![Effect::Continue(work)];
            }
            let shown = Rc::new(comparison.finish());
            drop(comparison);
            show(manage, work, shown)
        }
        Some(Import::Writing(_)) => import_writing::go_on(manage),
        _ => Vec::new(),
    }
}

fn show(manage: &mut Manage, work: Work, shown: Rc<ImportPreview>) -> Vec<Effect> {
    match work {
        Work::Import => {
            manage.import = Import::Shown(shown, None);
            vec![Effect::Focus(FocusTarget::Import)]
        }
        Work::HostCall(ticket) => {
            manage.host_calls.files.remove(&ticket);
            manage.host_calls.previews.insert(ticket, Rc::clone(&shown));
            vec![Effect::Settle { ticket, result: HostResult::Preview(shown) }]
        }
    }
}

/// Compares the file that was read with everything that is here.
pub(super) fn compare(manage: &mut Manage, work: Work, records: Vec<Found>, usage: Usage) -> Vec<Effect> {
    let Some(import) = find(manage, work) else {
        return Vec::new();
    };
    let Import::Reading(job, _) = &*import else {
        return Vec::new();
    };
    let Some(file) = job.0.borrow_mut().take().map(FileReader::finish) else {
        return Vec::new();
    };
    let units_left = usage.units_left();
    *import = comparing(Rc::new(file), ImportMode::AsForeign, by_thread(records), units_left);
    vec![Effect::Continue(work)]
}

fn comparing(file: Rc<FileContents>, mode: ImportMode, records: Rc<Vec<Found>>, units_left: u64) -> Import {
    Import::Comparing(Job::new(Comparison::new(file, mode, records, units_left)), Progress::default())
}

/// Takes the comments in the file to be somebody's, or the reader's own, and compares again.
pub(super) fn choose(manage: &mut Manage, mode: ImportMode) -> Vec<Effect> {
    let Import::Shown(shown, _) = &manage.import else {
        return Vec::new();
    };
    if shown.mode == mode {
        return Vec::new();
    }
    manage.import = comparing(Rc::clone(&shown.file), mode, Rc::clone(&shown.records), shown.units_left);
    vec![Effect::Focus(FocusTarget::Import), Effect::Continue(Work::Import)]
}

/// Closes the import, or gives up what has not been written.
pub(super) fn stop(manage: &mut Manage) -> Vec<Effect> {
    match &mut manage.import {
        Import::Writing(writing) => {
            writing.stopped = true;
            Vec::new()
        }
        import => {
            *import = Import::None;
            vec![Effect::Focus(FocusTarget::Panel)]
        }
    }
}
