//! Files for the reader to take along: made, read again, and only then offered.

use super::effect::{Effect, FocusTarget, Purpose};
use super::exports::{Export, Read};
use super::host_call::HostResult;
use super::msg::FileMsg;
use super::offer::Offer;
use super::state::Manage;
use crate::domain::timestamp::Timestamp;
use crate::port::announced::Announced;
use crate::port::{Here, Snapshot, ToThread};
use crate::store::copy::request::Found;
use crate::store::file::backup::{ThreadDump, backup, dumps, to_save};
use crate::store::file::file_reader::read_back;
use crate::store::file::publication::publication;
use crate::store::file::published_comments::published_comments;
use crate::store::file::thread_file::FileKind;
use crate::store::format::stored_text::StoredText;
use crate::store::oplog::operation_set::OperationSet;
use crate::store::oplog::stored_thread::StoredThread;

/// Begins to make a file: with what the copies hold, but where others shall see the shown discussion alone, which is what the page
/// knows of it.
pub(super) fn begin(manage: &mut Manage, export: Export) -> Vec<Effect> {
    if export.kind == FileKind::Publication && !export.everything {
        return ask_thread(manage, export, Read { complete: true, ..Read::default() });
    }
    vec![Effect::ReadEverything(Purpose::File(export))]
}

/// Asks the thread what it knows: that goes into a file too. The copies may be late, full or blocked.
pub(super) fn ask_thread(manage: &mut Manage, export: Export, read: Read) -> Vec<Effect> {
    // A script of the page would take a file of what one copy holds for a file of everything: its call fails instead.
    if let Some(ticket) = export.ticket.filter(|_| !read.complete) {
        return vec![Effect::Settle { ticket, result: HostResult::Failed }];
    }
    let number = manage.exports.wait(export, read);
    vec![Effect::ToThread(ToThread::AskSnapshot(number))]
}

/// Makes the file for which the thread was asked under this number.
pub(super) fn take_snapshot(manage: &mut Manage, number: u32, snapshot: &Snapshot) -> Vec<Effect> {
    let Some((export, read)) = manage.exports.take(number) else {
        return Vec::new();
    };
    let made = match export.kind {
        FileKind::Backup => backup_of(manage, export, &read.records, snapshot),
        FileKind::Publication => publication_of(manage, export, &read.records, snapshot),
    };
    if let Some(ticket) = export.ticket {
        return vec![Effect::Settle { ticket, result: made.text.map_or(HostResult::Failed, HostResult::File) }];
    }
    let again = (!read.complete).then_some(match export.kind {
        FileKind::Backup => FileMsg::AskedForBackup { everything: export.everything },
        FileKind::Publication => FileMsg::AskedForPublication { everything: export.everything },
    });
    offer(manage, Offer { again, ..made })
}

/// A backup of this discussion, or of all, from everything that is kept and known.
fn backup_of(manage: &Manage, export: Export, records: &[Found], snapshot: &Snapshot) -> Offer {
    let dumps = chosen(manage, records, snapshot, export.everything);
    let comments = dumps.iter().map(|dump| StoredThread::gather(&dump.thread, &dump.records).comments().count()).sum();
    let text = checked_backup(&dumps, manage.now);
    let (kind, name) = (FileKind::Backup, file_name(FileKind::Backup, manage.now));
    Offer { name, kind, comments, published: Vec::new(), text, again: None }
}

/// The file that others may see, of this discussion as it is shown, or of all.
fn publication_of(manage: &Manage, export: Export, records: &[Found], snapshot: &Snapshot) -> Offer {
    let text = publication_text(manage, export, records, snapshot);
    let (kind, name) = (FileKind::Publication, file_name(FileKind::Publication, manage.now));
    let contents = read_back(&text, kind);
    let text = contents.is_some().then_some(text);
    // A script of the page is given the file itself: only the reader is shown a list of what is in it.
    let listed = contents.filter(|_| export.ticket.is_none());
    let mut published = listed.map(|file| published_comments(&file, manage.now)).unwrap_or_default();
    let comments = published.len();
    published.truncate(LISTED);
    Offer { name, kind, comments, published, text, again: None }
}

/// A backup of these threads; `None` if it does not read back with as many records as were to be saved.
fn checked_backup(threads: &[ThreadDump], now: Timestamp) -> Option<String> {
    let text = backup(threads, now);
    let contents = read_back(&text, FileKind::Backup)?;
    let read: usize = contents.threads.iter().map(|thread| thread.items.len()).sum();
    (read == threads.iter().map(|dump| to_save(dump).count()).sum::<usize>()).then_some(text)
}

/// What goes into a backup: what is kept, and what this page knows and no copy keeps yet.
fn chosen(manage: &Manage, records: &[Found], snapshot: &Snapshot, everything: bool) -> Vec<ThreadDump> {
    let free = snapshot.0.iter().filter(|held| !held.has_key_collision);
    let known = free.flat_map(|held| &held.records).cloned();
    let on_its_way = snapshot.0.iter().flat_map(|held| &held.sent).cloned();
    let mine = manage.outbox.records();
    let mine = mine.map(|(key, value)| Found { key: key.to_owned(), value: StoredText::from(&**value) });
    let all = records.iter().cloned().chain(known).chain(on_its_way).chain(mine);
    let mut dumps = dumps(&all.collect::<Vec<_>>());
    dumps.retain(|dump| everything || manage.here.ids.contains(&dump.thread));
    dumps
}

/// The text of a publication. Of all threads, the shown one stands in it as the page shows it, the others as the copies keep them,
/// and so does another thread that has this one's key. A thread without a naming record stands in it by its key.
fn publication_text(manage: &Manage, export: Export, records: &[Found], snapshot: &Snapshot) -> String {
    let Here { name, ids, has_key_collision, .. } = &manage.here;
    let here = manage.here.key();
    let kept = kept(snapshot);
    if !export.everything {
        return publication(&[(&here, Some(name), &kept)], manage.now);
    }
    let gather = |dump: ThreadDump| (StoredThread::gather(&dump.thread, &dump.records), dump.thread);
    let others =
        dumps(records).into_iter().filter(|dump| *has_key_collision || !ids.contains(&dump.thread)).map(gather);
    let others: Vec<_> = others.filter(|(thread, _)| thread.comments().count() > 0).collect();
    let mut threads = if *has_key_collision { Vec::new() } else { vec![(&here, Some(name), &kept)] };
    threads.extend(others.iter().map(|(thread, key)| (key, thread.name.as_ref(), &thread.set)));
    publication(&threads, manage.now)
}

/// What counts of the discussion that is shown: what the page publishes is others' already.
fn kept(snapshot: &Snapshot) -> OperationSet {
    let mut kept = OperationSet::default();
    for held in &snapshot.0 {
        let thread = StoredThread::gather(&held.thread, &held.records);
        for (slot, element) in thread.set.elements() {
            kept.add(slot, element.clone());
        }
    }
    kept
}

/// How many comments of a publication are listed before it is given away.
pub const LISTED: usize = 50;

fn offer(manage: &mut Manage, offer: Offer) -> Vec<Effect> {
    let said = match (&offer.text, &offer.again) {
        (None, _) => Announced::FileBroken,
        (_, Some(_)) => Announced::FileInPart,
        (_, None) => Announced::FileReady,
    };
    if manage.panel.is_some() {
        manage.offer = Some(offer);
    }
    vec![Effect::ToThread(ToThread::Say(said)), Effect::Focus(FocusTarget::Offer)]
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
pub(super) fn take_offer(manage: &mut Manage) -> Vec<Effect> {
    let Some((name, text)) = manage.offer.take().and_then(|offer| Some((offer.name, offer.text?))) else {
        return Vec::new();
    };
    vec![Effect::SaveFile { name, text }, Effect::Focus(FocusTarget::Panel)]
}
