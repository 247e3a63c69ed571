//! How a file is looked through, a slice at a time, and shown before anything is written. One that the reader chose
//! stands in the panel, one that a script asked about waits with its request.

use std::rc::Rc;

use super::comparison::{Comparison, LOOKED_AT, by_thread};
use super::effect::{Effect, FocusTarget, Purpose, Work};
use super::import::{Import, Progress, Shown};
use super::import_end::give_up;
use super::import_writing;
use super::job::Job;
use super::message::Measure;
use super::model::Model;
use super::requests::Reply;
use crate::store::file_contents::{FileContents, FileError};
use crate::store::file_reader::FileReader;
use crate::store::import_preview::ImportMode;
use crate::store::order::Found;

/// A file at the beginning of its way.
pub(super) fn opened(text: Result<Rc<str>, FileError>) -> Import {
    match text.and_then(FileReader::new) {
        Ok(reader) => Import::Reading(Job::new(Some(reader)), Progress::default()),
        Err(error) => Import::Refused(error),
    }
}

/// Begins to read a file that the reader chose. What was being written for another one stays as it is.
pub(super) fn begin(model: &mut Model, name: String, text: Result<Rc<str>, FileError>) -> Vec<Effect> {
    let mut effects = give_up(model);
    let import = opened(text);
    let goes_on = matches!(import, Import::Reading(..));
    model.imports.name = name;
    model.with_panel(|panel| panel.import = import);
    effects.push(if goes_on { Effect::Continue(Work::Panel) } else { Effect::Focus(FocusTarget::Import) });
    effects
}

fn find(model: &mut Model, work: Work) -> Option<&mut Import> {
    match work {
        Work::Panel => model.panel.as_mut().map(|panel| &mut panel.import),
        Work::Request(ticket) => model.requests.files.get_mut(&ticket),
        Work::Published => None,
    }
}

/// Does the next slice.
pub(super) fn go_on(model: &mut Model, work: Work) -> Vec<Effect> {
    match find(model, work) {
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
            show(model, work, shown)
        }
        Some(Import::Writing(_)) => import_writing::go_on(model),
        _ => Vec::new(),
    }
}

fn show(model: &mut Model, work: Work, shown: Rc<Shown>) -> Vec<Effect> {
    match work {
        Work::Panel => {
            model.with_panel(|panel| panel.import = Import::Shown(shown, None));
            vec![Effect::Focus(FocusTarget::Import)]
        }
        Work::Request(ticket) => {
            model.requests.files.remove(&ticket);
            model.requests.previews.insert(ticket, Rc::clone(&shown));
            vec![Effect::Reply { ticket, reply: Reply::Preview(shown) }]
        }
        Work::Published => Vec::new(),
    }
}

/// Compares the file that was read with everything that is here.
pub(super) fn compare(model: &mut Model, work: Work, records: Vec<Found>, measure: Measure) -> Vec<Effect> {
    let Some(import) = find(model, work) else {
        return Vec::new();
    };
    let Import::Reading(job, _) = &*import else {
        return Vec::new();
    };
    let Some(file) = job.0.borrow_mut().take().map(FileReader::finish) else {
        return Vec::new();
    };
    let room = measure.units_left();
    *import = comparing(Rc::new(file), ImportMode::AsForeign, by_thread(records), room);
    vec![Effect::Continue(work)]
}

fn comparing(file: Rc<FileContents>, mode: ImportMode, records: Rc<Vec<Found>>, room: u64) -> Import {
    Import::Comparing(Job::new(Comparison::new(file, mode, records, room)), Progress::default())
}

/// Takes the comments in the file to be somebody's, or the reader's own, and compares again.
pub(super) fn choose(model: &mut Model, mode: ImportMode) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    let Import::Shown(shown, _) = &panel.import else {
        return Vec::new();
    };
    if shown.mode == mode {
        return Vec::new();
    }
    panel.import = comparing(Rc::clone(&shown.file), mode, Rc::clone(&shown.records), shown.room);
    vec![Effect::Focus(FocusTarget::Import), Effect::Continue(Work::Panel)]
}

/// Closes the import, or gives up what has not been written.
pub(super) fn stop(model: &mut Model) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    match &mut panel.import {
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
