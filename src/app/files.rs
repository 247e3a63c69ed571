//! Files for the reader to take along: made, read again, and only then offered.

use std::rc::Rc;

use super::effect::{Effect, FocusTarget};
use super::model::{Announced, Model};
use super::panel::{Offer, with};
use crate::domain::timestamp::Timestamp;
use crate::store::backup::{ThreadDump, backup, dumps};
use crate::store::file_reader::FileReader;
use crate::store::order::Found;
use crate::store::publication::publication;
use crate::store::stored_thread::StoredThread;
use crate::store::thread_file::FileKind;

/// Makes a backup of this thread, or of all, from everything that is kept.
pub(super) fn offer_backup(model: &mut Model, records: &[Found], everything: bool) -> Vec<Effect> {
    let dumps = chosen(model, records, everything);
    let comments = dumps.iter().map(|dump| StoredThread::gather(&dump.thread, &dump.records).comments().count()).sum();
    let text = backup(&dumps, model.now);
    offer(model, FileKind::Backup, comments, text)
}

/// Makes the file that others may see.
pub(super) fn offer_publication(model: &mut Model) -> Vec<Effect> {
    let text = publication_here(model);
    offer(model, FileKind::Publication, model.thread.count(), text)
}

/// What goes into a file of this thread, or of all.
pub(super) fn chosen(model: &Model, records: &[Found], everything: bool) -> Vec<ThreadDump> {
    let here = model.config.thread.key();
    let mut dumps = dumps(records);
    dumps.retain(|dump| everything || dump.thread == here);
    dumps
}

/// The file of this thread that others may see.
pub(super) fn publication_here(model: &Model) -> String {
    publication(&[(&model.config.thread_name(), &model.set)], model.now)
}

fn offer(model: &mut Model, kind: FileKind, comments: usize, text: String) -> Vec<Effect> {
    let whole = is_whole(&text, kind);
    let offer = Offer { name: file_name(kind, model.now), kind, comments, text: whole.then_some(text) };
    with(model, |panel| panel.offer = Some(offer));
    model.announce(if whole { Announced::FileReady } else { Announced::FileBroken });
    vec![Effect::Focus(FocusTarget::Offer)]
}

/// Whether a file reads back as it was written.
pub fn is_whole(text: &str, kind: FileKind) -> bool {
    let Ok(mut reader) = FileReader::new(Rc::from(text)) else {
        return false;
    };
    while !reader.step(usize::MAX) {}
    let contents = reader.finish();
    contents.whole && contents.refused.is_empty() && contents.kind == kind
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
