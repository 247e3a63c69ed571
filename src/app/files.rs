//! Files for the reader to take along: made, read again, and only then offered.

use std::rc::Rc;

use super::effect::{Effect, FocusTarget};
use super::model::{Announced, Model};
use super::panel::{Offer, PanelMsg, with};
use super::syncing;
use crate::domain::timestamp::Timestamp;
use crate::store::backup::{ThreadDump, backup, dumps, to_save};
use crate::store::file_reader::FileReader;
use crate::store::order::Found;
use crate::store::publication::publication;
use crate::store::stored_text::StoredText;
use crate::store::stored_thread::StoredThread;
use crate::store::thread_file::FileKind;

/// Makes a backup of this thread, or of all, from everything that is kept.
pub(super) fn offer_backup(model: &mut Model, records: &[Found], everything: bool, complete: bool) -> Vec<Effect> {
    let dumps = chosen(model, records, everything);
    let comments = dumps.iter().map(|dump| StoredThread::gather(&dump.thread, &dump.records).comments().count()).sum();
    let text = checked_backup(model, &dumps);
    let again = (!complete).then_some(PanelMsg::AskedForBackup { everything });
    offer(model, Offer { name: file_name(FileKind::Backup, model.now), kind: FileKind::Backup, comments, text, again })
}

/// A backup of these threads; `None` if it does not read back with as many records as were to be saved.
pub(super) fn checked_backup(model: &Model, threads: &[ThreadDump]) -> Option<String> {
    let text = backup(threads, model.now);
    let records = threads.iter().map(|dump| to_save(dump).count()).sum();
    (records_in(&text, FileKind::Backup) == Some(records)).then_some(text)
}

/// Makes the file that others may see.
pub(super) fn offer_publication(model: &mut Model) -> Vec<Effect> {
    let (kind, comments) = (FileKind::Publication, model.thread.count());
    let text = Some(publication_here(model)).filter(|text| is_whole(text, kind));
    offer(model, Offer { name: file_name(kind, model.now), kind, comments, text, again: None })
}

/// What goes into a file of this thread, or of all: what is kept, and what this page knows and no place keeps yet.
pub(super) fn chosen(model: &Model, records: &[Found], everything: bool) -> Vec<ThreadDump> {
    let here = model.config.thread.key();
    let known = syncing::everything(model, &here).into_iter().map(|(key, value, _)| (key, value));
    let sent = model.outbox.records().map(|(key, value)| (key.to_owned(), Rc::clone(value)));
    let found = known.chain(sent).map(|(key, value)| Found { key, value: StoredText::from(&*value) });
    let mut dumps = dumps(&records.iter().cloned().chain(found).collect::<Vec<_>>());
    dumps.retain(|dump| everything || dump.thread == here);
    dumps
}

/// The file of this thread that others may see.
pub(super) fn publication_here(model: &Model) -> String {
    publication(&[(&model.config.thread_name(), &model.set)], model.now)
}

fn offer(model: &mut Model, offer: Offer) -> Vec<Effect> {
    model.announce(match (&offer.text, &offer.again) {
        (None, _) => Announced::FileBroken,
        (_, Some(_)) => Announced::FileInPart,
        (_, None) => Announced::FileReady,
    });
    with(model, |panel| panel.offer = Some(offer));
    vec![Effect::Focus(FocusTarget::Offer)]
}

/// Whether a file reads back as it was written.
pub fn is_whole(text: &str, kind: FileKind) -> bool {
    records_in(text, kind).is_some()
}

/// How many records a file holds, if it reads back as it was written.
fn records_in(text: &str, kind: FileKind) -> Option<usize> {
    let mut reader = FileReader::new(Rc::from(text)).ok()?;
    while !reader.step(usize::MAX) {}
    let contents = reader.finish();
    let whole = contents.whole && contents.refused.is_empty() && contents.kind == kind;
    whole.then(|| contents.threads.iter().map(|thread| thread.items.len()).sum())
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
