//! Which records an import writes, judged by what is known when it begins.

use std::collections::VecDeque;
use std::rc::Rc;

use litemap::LiteMap;

use super::import::{ImportPreview, Progress, Writing};
use super::state::Manage;
use crate::domain::author::Author;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::port::Here;
use crate::replica::Env;
use crate::store::file::import_preview::ImportMode;
use crate::store::file::new_record::NewRecord;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;

/// Decides what of a preview is written, under this label, for the host API call that asked for it.
pub(super) fn plan(
    manage: &mut Manage,
    shown: &ImportPreview,
    label: &str,
    ticket: Option<u32>,
    env: &mut Env,
) -> Writing {
    let author = env.author(manage.here.author.as_ref());
    let here = manage.here.key();
    let mut left = VecDeque::new();
    let mut batches = Vec::new();
    let mut refused = 0;
    for incoming in &shown.threads {
        let is_here = incoming.key == here;
        if is_here && manage.here.has_key_collision {
            refused += incoming.preview.new.len();
            continue;
        }
        // Everything may have been deleted since the file was compared, or is being deleted: the import belongs to the epoch after.
        let epoch = Epoch::max(incoming.epoch, manage.epoch_of(&incoming.key));
        let batch = env.next_id();
        if shown.mode == ImportMode::AsForeign && !incoming.preview.new.is_empty() {
            let count = u32::try_from(incoming.preview.new.len()).unwrap_or(u32::MAX);
            let thread = incoming.name.as_ref().filter(|_| !is_here).and_then(called);
            let operation = Operation {
                id: batch,
                author: Author { id: author.clone(), name: None },
                at: env.now,
                epoch,
                draft: None,
                kind: Kind::Batch { label: label.to_owned(), count, thread },
            };
            let value = record::encode(&operation).map(Rc::<str>::from);
            left.extend(value.map(|value| (RecordKey::own(&incoming.key, batch).to_string(), value)));
            batches.push((incoming.key.clone(), batch));
            manage.imports.epochs.insert(batch, epoch);
        }
        for record in &incoming.preview.new {
            match record {
                NewRecord::Imported { id, value } => {
                    let slot = Slot::Imported { id: *id, batch, epoch };
                    left.push_back((RecordKey::new(&incoming.key, slot).to_string(), Rc::clone(value)));
                }
                NewRecord::Own { key, value: StoredText::Text(value) } if !is_misnaming(&manage.here, key, value) => {
                    left.push_back((key.clone(), Rc::from(value.as_str())));
                }
                // A value that is not well-formed text, or would give this thread another's name, stays in the file alone.
                NewRecord::Own { .. } => refused += 1,
            }
        }
    }
    let progress = Progress { done: 0, all: left.len() };
    Writing {
        progress,
        left,
        requested: LiteMap::new(),
        unjudged: LiteMap::new(),
        written: 0,
        refused,
        batches,
        begun: SortedSet::new(),
        stopped: false,
        ticket,
    }
}

/// Whether a record would name the thread that is shown as another one: then nothing could be kept in it any more.
fn is_misnaming(here: &Here, key: &str, value: &str) -> bool {
    let naming = RecordKey::own(&here.key(), OperationId::NAMING).to_string();
    key == naming && ThreadName::decode(&StoredText::from(value)).is_none_or(|name| name.id != here.thread.as_str())
}

/// What a file calls a thread, as far as there is space for it in the record of its import.
fn called(name: &ThreadName) -> Option<Box<ThreadName>> {
    let mut name = name.clone();
    name.title = short(&name.title, 200);
    if name.id.len() + name.title.len() + name.url.len() > 500 {
        name.url = String::new();
    }
    (name.id.len() + name.title.len() <= 500).then(|| Box::new(name))
}

/// The beginning of a text, in at most so many bytes.
pub(super) fn short(text: &str, bytes: usize) -> String {
    let mut short = String::new();
    for letter in text.chars() {
        if short.len() + letter.len_utf8() > bytes {
            break;
        }
        short.push(letter);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::super::samples::{deleted, elsewhere, env, here, id, manage, preview};
    use super::*;
    use crate::domain::thread_id::ThreadKey;
    use crate::store::copy::request::Broadcast;

    fn keys(writing: &Writing) -> Vec<&str> {
        writing.left.iter().map(|(key, _)| key.as_str()).collect()
    }

    fn imported(thread: &ThreadKey, number: u64, batch: OperationId, epoch: Epoch) -> String {
        RecordKey::new(thread, Slot::Imported { id: id(number), batch, epoch }).to_string()
    }

    #[test]
    fn an_import_goes_into_the_epoch_that_is_known_also_of_a_thread_that_is_not_shown() {
        let mut manage = manage();
        manage.hear(&Broadcast::Record(deleted(&elsewhere(), 3)));
        let writing = plan(&mut manage, &preview(&[here(), elsewhere()]), "file", None, &mut env());
        let [one, two] = [0, 1].map(|number| writing.batches[number].1);
        let expected = [
            RecordKey::own(&here(), one).to_string(),
            imported(&here(), 1, one, 0),
            RecordKey::own(&elsewhere(), two).to_string(),
            imported(&elsewhere(), 2, two, 3),
        ];
        assert_eq!(keys(&writing), expected, "in each thread first what it is called");
        assert_eq!(manage.imports.epochs.get(&two), Some(&3));
    }

    #[test]
    fn nothing_is_written_where_another_thread_has_this_ones_place() {
        let mut manage = manage();
        manage.here.has_key_collision = true;
        let writing = plan(&mut manage, &preview(&[here(), elsewhere()]), "file", Some(4), &mut env());
        assert_eq!((writing.refused, writing.ticket, writing.left.len()), (1, Some(4), 2));
        assert!(writing.batches.iter().all(|(thread, _)| *thread == elsewhere()));
    }

    #[test]
    fn a_text_is_shortened_between_letters() {
        assert_eq!([0, 1, 2, 3, 9].map(|bytes| short("aéb", bytes)), ["", "a", "a", "aé", "aéb"]);
    }
}
