//! What the widget holds in this browser for the origin: which threads, how large, and how much space is left.

use super::backup::{ThreadDump, dumps};
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_map::SortedMap;
use crate::domain::sorting::sorted;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::quota::QuotaState;
use crate::store::copy::request::Found;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::operation_set::{Element, OperationSet};
use crate::store::oplog::stored_thread::StoredThread;

/// What all keys of the widget begin with.
const OURS: &str = "aw1";

/// Everything the widget holds for an origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inventory {
    /// Units of the widget's keys and values.
    pub ours_units: u64,
    /// Units of everything that the origin holds, the host page's included.
    pub origin_units: u64,
    /// Units that the browser grants.
    pub quota_units: u64,
    /// The threads, the one with the newest comment first.
    pub threads: Vec<ThreadSummary>,
    /// Whether more can be posted.
    pub verdict: QuotaState,
    /// Keys that are erased or deleted and stand there all the same, by thread. They are not counted above.
    pub leftovers: Vec<(ThreadKey, Vec<String>)>,
}

/// One thread of the origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadSummary {
    /// Its key.
    pub key: ThreadKey,
    /// What it is called.
    pub name: Option<ThreadName>,
    /// How many comments it shows, own and imported.
    pub comments: usize,
    /// How many more it has that are deleted.
    pub deleted: usize,
    /// UTF-16 units of its keys and values.
    pub units: u64,
    /// When the newest comment that it shows was posted, by its author's clock.
    pub newest: Option<Timestamp>,
    /// How many of its values cannot be read.
    pub unreadable: usize,
    /// The imports that can be undone, oldest first.
    pub imports: Vec<ImportSummary>,
}

/// An import into a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportSummary {
    /// The operation of the reader's own that stands for it.
    pub batch: OperationId,
    /// What the file was called.
    pub label: String,
    /// How many operations of it are here.
    pub count: usize,
    /// The epoch that it was brought in.
    pub epoch: Epoch,
}

/// Looks through everything that a browser holds for the origin. A record that both copies hold may stand in `records` twice,
/// and counts once.
pub fn inventory(records: &[Found], mut origin_units: u64, quota_units: u64) -> Inventory {
    let mut once: SortedMap<String, u64> = SortedMap::default();
    for found in records.iter().filter(|found| found.key.starts_with(OURS)) {
        once.insert_once(found.key.clone(), || found.units());
    }
    let mut leftovers: Vec<(ThreadKey, Vec<String>)> = Vec::new();
    let threads: Vec<ThreadSummary> = dumps(records)
        .into_iter()
        .map(|dump| {
            let StoredThread { name, set, unreadable } = StoredThread::gather(&dump.thread, &dump.records);
            let comments = crate::store::oplog::stored_thread::comments_of(&set);
            let mut keys: Vec<&str> = dump.records.iter().map(|found| found.key.as_str()).collect();
            keys.dedup();
            let left = left_over(&dump, &set);
            let gone: u64 = left.iter().filter_map(|key| once.remove(key.as_str())).sum();
            origin_units = origin_units.saturating_sub(gone);
            let summary = ThreadSummary {
                comments: comments.count(),
                deleted: comments.comments().filter(|one| one.deleted).count(),
                units: keys.iter().filter_map(|key| once.get(*key)).sum(),
                newest: comments.comments().filter(|one| !one.deleted).map(|one| one.created_at).max(),
                unreadable,
                imports: imports(&set),
                key: dump.thread.clone(),
                name,
            };
            if !left.is_empty() {
                leftovers.push((dump.thread, left));
            }
            summary
        })
        .collect();
    let threads = sorted(threads, &|a, b| b.newest.cmp(&a.newest).then_with(|| a.key.cmp(&b.key)));
    let ours_units = once.values().sum();
    let verdict = QuotaState::of(ours_units, origin_units, quota_units);
    Inventory { ours_units, origin_units, quota_units, threads, verdict, leftovers }
}

/// The keys of a thread that its own records erase or delete.
fn left_over(dump: &ThreadDump, set: &OperationSet) -> Vec<String> {
    let is_left = |found: &&Found| match RecordKey::parse(&dump.thread, &found.key) {
        Some(Ok(RecordKey { slot: Slot::Own(OperationId::NAMING), .. })) => false,
        Some(Ok(RecordKey { slot: slot @ (Slot::Own(id) | Slot::Imported { id, .. }), .. })) => {
            !set.holds(slot) && Element::read(id, &found.value).is_ok()
        }
        _ => false,
    };
    let mut keys: Vec<String> = dump.records.iter().filter(is_left).map(|found| found.key.clone()).collect();
    keys.dedup();
    keys
}

fn imports(set: &OperationSet) -> Vec<ImportSummary> {
    let mut imports: SortedMap<OperationId, ImportSummary> = SortedMap::default();
    for (slot, element) in set.elements() {
        // The set names the reader's own operations first.
        match (slot, &element.operation) {
            (Slot::Own(batch), Some(Operation { kind: Kind::Batch { label, .. }, epoch, .. })) => {
                let summary = ImportSummary { batch, label: label.clone(), count: 0, epoch: *epoch };
                imports.insert(batch, summary);
            }
            (Slot::Imported { batch, .. }, _) => {
                if let Some(import) = imports.get_mut(&batch) {
                    import.count += 1;
                }
            }
            _ => {}
        }
    }
    imports.values().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;
    use crate::store::format::envelope;
    use crate::store::format::stored_text::StoredText;

    fn found(thread: &ThreadKey, family: &str, rest: &str, json: &str) -> Found {
        let value = StoredText::Text(envelope::wrap(json).unwrap());
        Found { key: format!("{family}:{thread}:{rest}"), value }
    }

    fn post(millis: u64) -> String {
        format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":{millis},\"b\":\"👍\"}}")
    }

    #[test]
    fn threads_are_summed_up_newest_first() {
        let (a, b) = (ThreadId::explicit("a").unwrap().key(), ThreadId::explicit("b").unwrap().key());
        let batch = "{\"k\":\"batch\",\"a\":{\"id\":\"x\"},\"t\":1,\"f\":\"file\",\"c\":9}";
        let records = vec![
            found(&a, "aw1", "0000000010000000000001", &post(5)),
            found(
                &a,
                "aw1",
                "0000000020000000000001",
                "{\"k\":\"delete\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":6}",
            ),
            found(&b, "aw1", "0000000010000000000002", batch),
            found(&b, "aw1i", "0000000020000000000001:0000000010000000000002:0000000", &post(9)),
            found(&b, "aw1i", "0000000030000000000001:0000000010000000000002:0000000", &post(8)),
            Found { key: "aw1p:name".to_owned(), value: StoredText::from("Ann") },
            Found { key: "another script's".to_owned(), value: StoredText::from("…") },
        ];
        let twice: Vec<Found> = records.iter().chain(&records).cloned().collect();
        let inventory = inventory(&twice, 5_000, 10_000_000);
        assert_eq!(inventory.ours_units, records.iter().take(6).map(Found::units).sum::<u64>());
        let [first, second] = inventory.threads.as_slice() else { panic!("{inventory:?}") };
        assert_eq!((&first.key, first.comments, first.newest), (&b, 2, Timestamp::from_millis(9)));
        assert_eq!(first.units, records[2..5].iter().map(Found::units).sum::<u64>());
        assert_eq!(first.imports.len(), 1);
        assert_eq!((first.imports[0].label.as_str(), first.imports[0].count), ("file", 2));
        assert_eq!((&second.key, second.comments, second.newest), (&a, 0, None));
        assert_eq!(inventory.verdict, QuotaState::Ample);
    }
}
