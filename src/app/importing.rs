//! How a file becomes comments: looked through in slices, shown first, written on demand, undone as a whole.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::comparison::{Comparison, LOOKED_AT};
use super::effect::{Effect, FocusTarget, Purpose};
use super::env::Env;
use super::import::{Done, Import, Incoming, Job, Progress, Shown, Writing};
use super::message::Measure;
use super::model::{Announced, Model};
use super::panel::with;
use super::{deleting, reading, requests};
use crate::domain::author::Author;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::file_contents::FileError;
use crate::store::file_reader::FileReader;
use crate::store::import_preview::{ImportMode, NewRecord};
use crate::store::operation::{Kind, Operation};
use crate::store::order::{Found, Order, Place};
use crate::store::record;
use crate::store::record_key::{RecordKey, Slot};
use crate::store::store_error::StoreError;
use crate::store::stored_text::StoredText;

/// Records written in one slice.
const WRITTEN: usize = 40;

/// Begins to read a file.
pub(super) fn begin(model: &mut Model, name: String, text: Result<Rc<str>, FileError>) -> Vec<Effect> {
    let import = match text.and_then(FileReader::new) {
        Ok(reader) => Import::Reading(Job::new(Some(reader)), Progress::default()),
        Err(error) => Import::Refused(error),
    };
    let goes_on = matches!(import, Import::Reading(..));
    model.import_name = name;
    with(model, |panel| panel.import = import);
    if goes_on { vec![Effect::Continue] } else { vec![Effect::Focus(FocusTarget::Import)] }
}

/// Does the next slice.
pub(super) fn go_on(model: &mut Model) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    match &mut panel.import {
        Import::Reading(job, progress) => {
            let mut job = job.0.borrow_mut();
            let Some(reader) = job.as_mut() else {
                return Vec::new();
            };
            let ended = reader.step(LOOKED_AT);
            let (done, all) = reader.progress();
            *progress = Progress { done, all };
            if ended { vec![Effect::ReadEverything(Purpose::Compare)] } else { vec![Effect::Continue] }
        }
        Import::Comparing(job, progress) => {
            let ended = job.0.borrow_mut().step();
            *progress = job.0.borrow().progress();
            if !ended {
                return vec![Effect::Continue];
            }
            let shown = Rc::new(job.0.borrow_mut().finish());
            panel.import = Import::Shown(shown, None);
            vec![Effect::Focus(FocusTarget::Import)]
        }
        Import::Writing(_) => write_some(model),
        _ => Vec::new(),
    }
}

/// Compares the file that was read with everything that is here.
pub(super) fn compare(model: &mut Model, records: Vec<Found>, measure: Measure) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    let Import::Reading(job, _) = &panel.import else {
        return Vec::new();
    };
    let Some(file) = job.0.borrow_mut().take().map(FileReader::finish) else {
        return Vec::new();
    };
    let room = measure.units_left();
    let comparison = Comparison::new(Rc::new(file), ImportMode::AsForeign, Rc::new(records), room);
    panel.import = Import::Comparing(Job::new(comparison), Progress::default());
    vec![Effect::Continue]
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
    let comparison = Comparison::new(Rc::clone(&shown.file), mode, Rc::clone(&shown.records), shown.room);
    panel.import = Import::Comparing(Job::new(comparison), Progress::default());
    vec![Effect::Continue]
}

/// Begins to write what was shown. Whoever imports the same file again goes on where this one stopped.
pub(super) fn write(model: &mut Model, env: &mut Env) -> Vec<Effect> {
    let Some(Import::Shown(shown, _)) = model.panel.as_ref().map(|panel| panel.import.clone()) else {
        return Vec::new();
    };
    let author = env.author(model.author.as_ref());
    let mut left = VecDeque::new();
    let mut batches = Vec::new();
    let mut refused = 0;
    for incoming in &shown.threads {
        let batch = env.next_id();
        if shown.mode == ImportMode::AsForeign && !incoming.preview.new.is_empty() {
            let count = u32::try_from(incoming.preview.new.len()).unwrap_or(u32::MAX);
            let operation = Operation {
                id: batch,
                author: Author { id: author.clone(), name: None },
                at: env.now,
                generation: incoming.generation,
                draft: None,
                kind: Kind::Batch { label: short(&model.import_name), count },
            };
            let value = record::encode(&operation).map(Rc::<str>::from);
            left.extend(value.map(|value| (RecordKey::own(&incoming.key, batch).to_string(), value)));
            left.extend(naming(&shown, incoming, &model.config.thread.key()));
            batches.push((incoming.key.clone(), batch));
            model.import_generations.insert(batch, incoming.generation);
        }
        for record in &incoming.preview.new {
            match record {
                NewRecord::Imported { id, value } => {
                    let slot = Slot::Imported { id: *id, batch, generation: incoming.generation };
                    left.push_back((RecordKey::new(&incoming.key, slot).to_string(), Rc::clone(value)));
                }
                NewRecord::Own { key, value: StoredText::Text(value) } => {
                    left.push_back((key.clone(), Rc::from(value.as_str())));
                }
                // Damage is taken along, but not put back.
                NewRecord::Own { value: StoredText::Units(_), .. } => refused += 1,
            }
        }
    }
    let progress = Progress { done: 0, all: left.len() };
    let ordered = BTreeMap::new();
    let writing = Writing { progress, left, ordered, written: 0, refused, batches, stopped: false };
    with(model, |panel| panel.import = Import::Writing(writing));
    vec![Effect::Continue]
}

/// The record that names a thread which is not shown and has no name here, as the file calls it.
fn naming(shown: &Shown, incoming: &Incoming, here: &ThreadKey) -> Option<(String, Rc<str>)> {
    let key = RecordKey::own(&incoming.key, OperationId::NAMING).to_string();
    let wanted = incoming.key != *here && !shown.records.iter().any(|found| found.key == key);
    let value = incoming.name.as_ref().filter(|_| wanted)?.encode()?;
    Some((key, Rc::from(value)))
}

/// What a file is called, in at most 200 bytes.
fn short(name: &str) -> String {
    let mut short = String::new();
    for letter in name.chars() {
        if short.len() + letter.len_utf8() > 200 {
            break;
        }
        short.push(letter);
    }
    short
}

fn write_some(model: &mut Model) -> Vec<Effect> {
    let Some(Import::Writing(writing)) = model.panel.as_mut().map(|panel| &mut panel.import) else {
        return Vec::new();
    };
    if writing.stopped || (writing.left.is_empty() && writing.ordered.is_empty()) {
        return end(model);
    }
    let mut effects = Vec::new();
    for _ in 0..WRITTEN {
        let Some((key, value)) = writing.left.pop_front() else {
            break;
        };
        writing.ordered.insert(key.clone(), Rc::clone(&value));
        effects.push(Effect::Store(Order::Write { place: Place::Local, key, value }));
    }
    effects.push(Effect::Continue);
    effects
}

/// Takes the answer to one of the writes of an import; `None` if it is not one of those.
pub(super) fn wrote(
    model: &mut Model,
    key: &str,
    result: Result<(), StoreError>,
    env: &mut Env,
) -> Option<Vec<Effect>> {
    let Some(Import::Writing(writing)) = model.panel.as_mut().map(|panel| &mut panel.import) else {
        return None;
    };
    let value = writing.ordered.remove(key)?;
    writing.progress.done += 1;
    let mut effects = Vec::new();
    match result {
        Ok(()) => {
            writing.written += 1;
            model.took_room(key, &value);
            effects.push(Effect::Store(Order::Write {
                place: Place::Mirror,
                key: key.to_owned(),
                value: Rc::clone(&value),
            }));
            let thread = model.config.thread.key();
            let found = Found { key: key.to_owned(), value: StoredText::from(&*value) };
            reading::take(model, &thread, &found, env);
        }
        Err(error) => {
            writing.refused += 1;
            writing.stopped |= error != StoreError::Taken;
        }
    }
    Some(effects)
}

/// Gives up what has not been written.
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

fn end(model: &mut Model) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    let Import::Writing(writing) = std::mem::take(&mut panel.import) else {
        return Vec::new();
    };
    let left_out = writing.left.len() + writing.ordered.len() + writing.refused;
    let written = writing.written;
    panel.import = Import::Done(Done { written, left_out, batches: writing.batches });
    model.list();
    model.announce(Announced::Imported);
    let mut effects = vec![Effect::ReadEverything(Purpose::Show), Effect::Focus(FocusTarget::Import)];
    effects.extend(requests::imported(model, written, left_out));
    effects
}

/// Takes an import away again, in whatever thread.
pub(super) fn undo(model: &mut Model, thread: &ThreadKey, batch: OperationId, env: &mut Env) -> Vec<Effect> {
    let mut effects = if *thread == model.config.thread.key() {
        deleting::undo_import(model, batch, env)
    } else {
        deleting::undo_import_elsewhere(model, thread, batch, env)
    };
    with(model, |panel| {
        if let Import::Done(done) = &mut panel.import {
            done.batches.retain(|(_, other)| *other != batch);
            if done.batches.is_empty() {
                panel.import = Import::None;
            }
        }
    });
    model.announce(Announced::UndidImport);
    effects.push(Effect::ReadEverything(Purpose::Show));
    effects.push(Effect::Focus(FocusTarget::Panel));
    effects
}
