//! Files for the reader to take along: made, read again, and only then offered.

use std::rc::Rc;

use super::effect::{Effect, FocusTarget};
use super::model::{Announced, Model, Storage};
use super::panel::{Offer, PanelMsg};
use crate::domain::timestamp::Timestamp;
use crate::replica::Replica;
use crate::store::backup::{ThreadDump, backup, dumps, to_save};
use crate::store::file_contents::FileContents;
use crate::store::file_reader::FileReader;
use crate::store::operation_set::OperationSet;
use crate::store::order::Found;
use crate::store::publication::publication;
use crate::store::published_comments::published_comments;
use crate::store::stored_text::StoredText;
use crate::store::stored_thread::StoredThread;
use crate::store::thread_file::FileKind;

/// Makes a backup of this thread, or of all, from everything that is kept.
pub(super) fn offer_backup(model: &mut Model, records: &[Found], everything: bool, complete: bool) -> Vec<Effect> {
    let dumps = chosen(model, records, everything);
    let comments = dumps.iter().map(|dump| StoredThread::gather(&dump.thread, &dump.records).comments().count()).sum();
    let text = checked_backup(&dumps, model.now);
    let again = (!complete).then_some(PanelMsg::AskedForBackup { everything });
    let (kind, name) = (FileKind::Backup, file_name(FileKind::Backup, model.now));
    offer(model, Offer { name, kind, comments, published: Vec::new(), text, again })
}

/// A backup of these threads; `None` if it does not read back with as many records as were to be saved.
pub(super) fn checked_backup(threads: &[ThreadDump], now: Timestamp) -> Option<String> {
    let text = backup(threads, now);
    let contents = read_back(&text, FileKind::Backup)?;
    let read: usize = contents.threads.iter().map(|thread| thread.items.len()).sum();
    (read == threads.iter().map(|dump| to_save(dump).count()).sum::<usize>()).then_some(text)
}

/// Makes the file that others may see.
pub(super) fn offer_publication(model: &mut Model) -> Vec<Effect> {
    let text = publication_here(model);
    offer_published(model, text, None)
}

/// Makes the file of all threads that others may see, from everything that is kept.
pub(super) fn offer_publication_of_all(model: &mut Model, records: &[Found], complete: bool) -> Vec<Effect> {
    let text = publication_of_all(model, records);
    offer_published(model, text, (!complete).then_some(PanelMsg::AskedForPublication { everything: true }))
}

fn offer_published(model: &mut Model, text: String, again: Option<PanelMsg>) -> Vec<Effect> {
    let (kind, name) = (FileKind::Publication, file_name(FileKind::Publication, model.now));
    let contents = read_back(&text, kind);
    let text = contents.is_some().then_some(text);
    let mut published = contents.map(|file| published_comments(&file, model.now)).unwrap_or_default();
    let comments = published.len();
    published.truncate(LISTED);
    offer(model, Offer { name, kind, comments, published, text, again })
}

/// What goes into a file of this thread, or of all: what is kept, and what this page knows and no place keeps yet.
pub(super) fn chosen(model: &Model, records: &[Found], everything: bool) -> Vec<ThreadDump> {
    let shown: Vec<_> = model.discussion.all().map(Replica::key).collect();
    let known = model.discussion.all().flat_map(Replica::everything);
    let known = known.map(|(key, value, _)| (key, value));
    let sent = model.discussion.all().flat_map(|replica| replica.outbox().records());
    let sent = sent.map(|(key, value)| (key.to_owned(), Rc::clone(value)));
    let found = known.chain(sent).map(|(key, value)| Found { key, value: StoredText::from(&*value) });
    let mut dumps = dumps(&records.iter().cloned().chain(found).collect::<Vec<_>>());
    dumps.retain(|dump| everything || shown.contains(&dump.thread));
    dumps
}

/// The file of this thread that others may see.
pub(super) fn publication_here(model: &Model) -> String {
    publication(&[(&model.config.thread.key(), Some(&model.config.thread_name()), &kept(model))], model.now)
}

/// What is kept of the discussion that is shown: what the page publishes is others' already.
fn kept(model: &Model) -> OperationSet {
    let mut kept = OperationSet::default();
    for (slot, element) in model.discussion.sets().flat_map(OperationSet::elements) {
        kept.add(slot, element.clone());
    }
    kept
}

/// The file of all threads that others may see: the one that is shown as it is shown, the others as they are kept, and so
/// what stands in this one's place. One that nothing names stands in it by its key.
pub(super) fn publication_of_all(model: &Model, records: &[Found]) -> String {
    let (here, name) = (model.config.thread.key(), model.config.thread_name());
    let gather = |dump: ThreadDump| (StoredThread::gather(&dump.thread, &dump.records), dump.thread);
    let occupied = model.storage() == Storage::Occupied;
    let shown: Vec<_> = model.discussion.all().map(Replica::key).collect();
    let others = dumps(records).into_iter().filter(|dump| occupied || !shown.contains(&dump.thread)).map(gather);
    let others: Vec<_> = others.filter(|(thread, _)| thread.comments().count() > 0).collect();
    let kept = kept(model);
    let mut threads = if occupied { Vec::new() } else { vec![(&here, Some(&name), &kept)] };
    threads.extend(others.iter().map(|(thread, key)| (key, thread.name.as_ref(), &thread.set)));
    publication(&threads, model.now)
}

/// How many comments of a publication are listed before it is given away.
pub const LISTED: usize = 50;

fn offer(model: &mut Model, offer: Offer) -> Vec<Effect> {
    model.announce(match (&offer.text, &offer.again) {
        (None, _) => Announced::FileBroken,
        (_, Some(_)) => Announced::FileInPart,
        (_, None) => Announced::FileReady,
    });
    model.with_panel(|panel| panel.offer = Some(offer));
    vec![Effect::Focus(FocusTarget::Offer)]
}

/// Whether a file reads back as it was written.
pub fn is_whole(text: &str, kind: FileKind) -> bool {
    read_back(text, kind).is_some()
}

fn read_back(text: &str, kind: FileKind) -> Option<FileContents> {
    let mut reader = FileReader::new(Rc::from(text)).ok()?;
    while !reader.step(usize::MAX) {}
    Some(reader.finish()).filter(|file| file.whole && file.refused.is_empty() && file.kind == kind)
}

fn file_name(kind: FileKind, at: Timestamp) -> String {
    let written = at.to_string();
    let day = written.split('T').next().unwrap_or_default();
    match kind {
        FileKind::Backup => format!("comments-backup-{day}.jsonl"),
        FileKind::Publication => format!("comments-published-{day}.jsonl"),
    }
}

/// Gives the file to the reader.
pub(super) fn take_offer(model: &mut Model) -> Vec<Effect> {
    let offer = model.panel.as_mut().and_then(|panel| panel.offer.take());
    let Some((name, text)) = offer.and_then(|offer| Some((offer.name, offer.text?))) else {
        return Vec::new();
    };
    vec![Effect::SaveFile { name, text }, Effect::Focus(FocusTarget::Panel)]
}
