//! How what a preview showed is written: a slice at a time, and judged again by what is here by then.

use std::collections::VecDeque;
use std::rc::Rc;

use litemap::LiteMap;

use super::carrying_out::carry_out;
use super::effect::{Effect, FocusTarget, Purpose, Work};
use super::import::{Done, Import, Progress, Shown, Writing};
use super::import_end::give_up;
use super::model::{Announced, Model, Storage};
use super::panel::Panel;
use crate::domain::author::Author;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::replica::Env;
use crate::replica::remove_from;
use crate::store::import_preview::ImportMode;
use crate::store::new_record::NewRecord;
use crate::store::operation::{Kind, Operation};
use crate::store::order::{Found, Order, Place};
use crate::store::record;
use crate::store::record_key::{Generation, RecordKey, Slot};
use crate::store::store_error::StoreError;
use crate::store::stored_text::{StoredText, units};
use crate::store::thread_name::ThreadName;

/// Records written in one slice: the key-value storage takes some 0.1 ms for each on a slow phone, and drawing as much.
const WRITTEN: usize = 40;

/// Writes what is shown, or asks first where that has no undo.
pub(super) fn wanted(model: &mut Model, env: &mut Env) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    let Import::Shown(shown, _) = &panel.import else {
        return Vec::new();
    };
    let shown = Rc::clone(shown);
    if shown.mode == ImportMode::AsOwn {
        panel.import = Import::Asking(shown);
        return Vec::new();
    }
    write_from_panel(model, &shown, env)
}

/// Restores what is shown as the reader's own, if they are sure.
pub(super) fn answered(model: &mut Model, sure: bool, env: &mut Env) -> Vec<Effect> {
    let Some(panel) = &mut model.panel else {
        return Vec::new();
    };
    let Import::Asking(shown) = &panel.import else {
        return Vec::new();
    };
    let shown = Rc::clone(shown);
    if sure {
        return write_from_panel(model, &shown, env);
    }
    panel.import = Import::Shown(shown, None);
    vec![Effect::Focus(FocusTarget::Import)]
}

fn write_from_panel(model: &mut Model, shown: &Shown, env: &mut Env) -> Vec<Effect> {
    let label = short(&model.imports.name, 200);
    let mut effects = write(model, shown, &label, None, env);
    // The button that was pressed is gone.
    effects.push(Effect::Focus(FocusTarget::Import));
    effects
}

/// Begins to write what was shown. Whoever imports the same file again goes on where this one stopped.
pub(super) fn write(model: &mut Model, shown: &Shown, label: &str, ticket: Option<u32>, env: &mut Env) -> Vec<Effect> {
    let author = env.author(model.author.as_ref());
    let here = model.config.thread.key();
    let mut left = VecDeque::new();
    let mut batches = Vec::new();
    let mut refused = 0;
    for incoming in &shown.threads {
        let is_here = incoming.key == here;
        if is_here && model.storage() == Storage::Occupied {
            refused += incoming.preview.new.len();
            continue;
        }
        // What has been deleted since the file was compared, or is being deleted, does not take this along.
        let replicas = model.discussion.all().filter(|replica| replica.key() == incoming.key);
        let known = replicas.map(|replica| replica.set().generation());
        let generation = known.fold(incoming.generation, Generation::max);
        let batch = env.next_id();
        if shown.mode == ImportMode::AsForeign && !incoming.preview.new.is_empty() {
            let count = u32::try_from(incoming.preview.new.len()).unwrap_or(u32::MAX);
            let thread = incoming.name.as_ref().filter(|_| !is_here).and_then(called);
            let operation = Operation {
                id: batch,
                author: Author { id: author.clone(), name: None },
                at: env.now,
                generation,
                draft: None,
                kind: Kind::Batch { label: label.to_owned(), count, thread },
            };
            let value = record::encode(&operation).map(Rc::<str>::from);
            left.extend(value.map(|value| (RecordKey::own(&incoming.key, batch).to_string(), value)));
            batches.push((incoming.key.clone(), batch));
            model.imports.generations.insert(batch, generation);
        }
        for record in &incoming.preview.new {
            match record {
                NewRecord::Imported { id, value } => {
                    let slot = Slot::Imported { id: *id, batch, generation };
                    left.push_back((RecordKey::new(&incoming.key, slot).to_string(), Rc::clone(value)));
                }
                NewRecord::Own { key, value: StoredText::Text(value) } if !is_misnaming(model, key, value) => {
                    left.push_back((key.clone(), Rc::from(value.as_str())));
                }
                // Damage is taken along, but not put back.
                NewRecord::Own { .. } => refused += 1,
            }
        }
    }
    let progress = Progress { done: 0, all: left.len() };
    let ordered = LiteMap::new();
    let writing = Writing { progress, left, ordered, written: 0, refused, batches, stopped: false, ticket };
    model.panel.get_or_insert_with(Panel::default).import = Import::Writing(writing);
    vec![Effect::Continue(Work::Panel)]
}

/// Whether a record would name the thread that is shown as another one: then nothing could be kept in it any more.
fn is_misnaming(model: &Model, key: &str, value: &str) -> bool {
    let naming = RecordKey::own(&model.config.thread.key(), OperationId::NAMING).to_string();
    key == naming
        && ThreadName::decode(&StoredText::from(value)).is_none_or(|name| name.id != model.config.thread.as_str())
}

/// What a file calls a thread, as far as there is room for it in the record of its import.
fn called(name: &ThreadName) -> Option<Box<ThreadName>> {
    let mut name = name.clone();
    name.title = short(&name.title, 200);
    if name.id.len() + name.title.len() + name.url.len() > 500 {
        name.url = String::new();
    }
    (name.id.len() + name.title.len() <= 500).then(|| Box::new(name))
}

/// The beginning of a text, in at most so many bytes.
fn short(text: &str, bytes: usize) -> String {
    let mut short = String::new();
    for letter in text.chars() {
        if short.len() + letter.len_utf8() > bytes {
            break;
        }
        short.push(letter);
    }
    short
}

/// Writes some more.
pub(super) fn go_on(model: &mut Model) -> Vec<Effect> {
    let (here, generation) = (model.config.thread.key(), model.set().generation());
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
        if is_older(&here, generation, &key) {
            writing.refused += 1;
            writing.progress.done += 1;
            continue;
        }
        writing.ordered.insert(key.clone(), Rc::clone(&value));
        effects.push(Effect::Store(Order::Write { place: Place::Local, key, value }));
    }
    effects.push(Effect::Continue(Work::Panel));
    effects
}

/// Whether everything of the generation that a key names has been deleted.
fn is_older(here: &ThreadKey, now: Generation, key: &str) -> bool {
    matches!(RecordKey::parse(here, key), Some(Ok(RecordKey { slot: Slot::Imported { generation, .. }, .. }))
        if generation < now)
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
    if let Err(error) = result {
        writing.refused += 1;
        writing.stopped |= error != StoreError::Taken;
        return Some(Vec::new());
    }
    model.quota.took(units(key).saturating_add(units(&value)));
    let found = Found { key: key.to_owned(), value: StoredText::from(&*value) };
    let (stays, outputs) = model.discussion.imported(&found, env);
    let mut effects = carry_out(model, outputs);
    if let Some(Import::Writing(writing)) = model.panel.as_mut().map(|panel| &mut panel.import) {
        if stays {
            writing.written += 1;
        } else {
            writing.refused += 1;
        }
    }
    if !stays {
        let thread = model.config.thread.key();
        let remove = |place: &Place| remove_from(*place, &thread, &[key.to_owned()]);
        effects.extend(Place::ALL.iter().filter_map(remove).map(Effect::Store));
        return Some(effects);
    }
    effects.push(Effect::Store(Order::Write { place: Place::Mirror, key: key.to_owned(), value }));
    Some(effects)
}

fn end(model: &mut Model) -> Vec<Effect> {
    let Some(Import::Writing(writing)) = model.panel.as_ref().map(|panel| &panel.import) else {
        return Vec::new();
    };
    let (written, left_out) = writing.counts();
    let (mut batches, by_script) = (writing.batches.clone(), writing.ticket.is_some());
    let here = model.config.thread.key();
    batches.retain(|(thread, batch)| *thread != here || model.set().holds(Slot::Own(*batch)));
    let mut effects = give_up(model);
    model.with_panel(|panel| panel.import = Import::Done(Done { written, left_out, batches }));
    model.announce(Announced::Imported);
    effects.push(Effect::ReadEverything(Purpose::Show));
    let looked = model.discussion.look_at_others();
    effects.extend(carry_out(model, looked));
    // Whoever did not begin it may be writing just now.
    if !by_script {
        effects.push(Effect::Focus(FocusTarget::Import));
    }
    effects
}

/// Corrects what was said of an import by what turned out to be deleted in threads that are not shown.
pub(super) fn correct(model: &mut Model, thread: &ThreadKey, leftovers: &[String]) {
    let Some(Import::Done(done)) = model.panel.as_mut().map(|panel| &mut panel.import) else {
        return;
    };
    let batch_of = |key: &String| match RecordKey::parse(thread, key)?.ok()?.slot {
        Slot::Imported { batch, .. } | Slot::Own(batch) => Some(batch),
        Slot::Generation(_) | Slot::Draft { .. } => None,
    };
    let ours = |batch: &OperationId| done.batches.iter().any(|(_, other)| other == batch);
    let gone: Vec<OperationId> = leftovers.iter().filter_map(batch_of).filter(ours).collect();
    done.written = done.written.saturating_sub(gone.len());
    done.left_out += gone.len();
    done.batches.retain(|(_, batch)| !gone.contains(batch));
}
