//! A backup: every record that the copies keep, byte for byte, for the same reader.

use super::thread_file::{FileKind, FileWriter};
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_map::SortedMap;
use crate::domain::sorting::sorted;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::Found;
use crate::store::format::draft::Draft;
use crate::store::format::envelope;
use crate::store::format::record_key::{Epoch, RecordKey, Slot, thread_of};
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::epoch;
use crate::store::oplog::erasures::Erasures;
use crate::store::oplog::operation_set::Element;
use crate::store::oplog::stored_thread::name_of;

/// Every record that the copies keep of one thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadDump {
    /// The thread.
    pub thread: ThreadKey,
    /// The name of the thread; its id has the thread's key.
    pub name: Option<ThreadName>,
    /// The keys and values of the thread in the order of keys. A key has more than one value where the two copies differ: the one
    /// that can be read comes first.
    pub records: Vec<Found>,
}

/// What a browser holds, thread by thread. The same key and value from both copies stands once; keys of no thread are
/// left out.
pub fn dumps(records: &[Found]) -> Vec<ThreadDump> {
    let mut threads: SortedMap<String, Vec<&Found>> = SortedMap::default();
    for found in records {
        if let Some(thread) = thread_of(&found.key) {
            threads.change(thread.to_owned(), |records| records.push(found));
        }
    }
    let dump = |(thread, records): (&String, &Vec<&Found>)| {
        let thread = ThreadKey::parse(thread)?;
        let mut records = sorted(records.clone(), &|one, other| {
            let of_values = || is_sound(&other.value).cmp(&is_sound(&one.value));
            let of_bytes = || units_of(&one.value).cmp(&units_of(&other.value));
            one.key.cmp(&other.key).then_with(of_values).then_with(of_bytes)
        });
        records.dedup();
        let naming = RecordKey::own(&thread, OperationId::NAMING).to_string();
        let name = records.iter().filter(|found| found.key == naming).find_map(|found| name_of(&thread, &found.value));
        Some(ThreadDump { thread, name, records: records.into_iter().cloned().collect() })
    };
    threads.iter().filter_map(dump).collect()
}

/// The backup of these threads. Only records that the reader has erased or deleted are left out, should their keys still be
/// there.
pub fn backup(threads: &[ThreadDump], at: Timestamp) -> String {
    let mut file = FileWriter::default();
    for dump in threads {
        file.thread(&dump.thread, dump.name.as_ref());
        for found in to_save(dump) {
            file.stored(&found.key, &found.value);
        }
    }
    file.finish(FileKind::Backup, at)
}

/// The records that go into the backup of a thread.
pub fn to_save(dump: &ThreadDump) -> impl Iterator<Item = &Found> {
    let gone = Gone::of(dump);
    dump.records.iter().filter(move |found| !gone.takes(&dump.thread, found))
}

/// The tombstones of a thread: its erasures and its epoch.
struct Gone {
    erasures: Erasures,
    epoch: Epoch,
}

impl Gone {
    fn of(dump: &ThreadDump) -> Self {
        let mut gone = Self { erasures: Erasures::default(), epoch: 0 };
        let slots = || dump.records.iter().filter_map(|found| Some((slot(&dump.thread, found)?, &found.value)));
        for (slot, value) in slots() {
            if let Slot::Epoch(number) = slot
                && epoch::confirms(number, value)
            {
                gone.epoch = gone.epoch.max(number);
            }
        }
        for (slot, value) in slots() {
            if let Slot::Own(id) = slot
                && let Ok(Element { operation: Some(operation), .. }) = Element::read(id, value)
                && operation.epoch >= gone.epoch
            {
                gone.erasures.take(&operation);
            }
        }
        gone
    }

    fn takes(&self, thread: &ThreadKey, found: &Found) -> bool {
        let Some(slot) = slot(thread, found) else {
            return false;
        };
        let element = match slot {
            Slot::Own(OperationId::NAMING) => return false,
            Slot::Own(id) | Slot::Imported { id, .. } => Element::read(id, &found.value).ok(),
            Slot::Epoch(_) | Slot::Draft { .. } => None,
        };
        let epoch = match slot {
            Slot::Imported { epoch, .. } => Some(epoch),
            Slot::Draft { .. } => Draft::decode(&found.value).map(|draft| draft.epoch),
            _ => element.as_ref().and_then(|element| element.epoch),
        };
        let operation = element.as_ref().and_then(|element| element.operation.as_ref());
        epoch.is_some_and(|found| found < self.epoch) || self.erasures.cover(slot, operation)
    }
}

fn slot(thread: &ThreadKey, found: &Found) -> Option<Slot> {
    RecordKey::parse(thread, &found.key)?.ok().map(|key| key.slot)
}

fn is_sound(value: &StoredText) -> bool {
    matches!(value, StoredText::Text(text) if envelope::unwrap(text).is_ok())
}

/// A value in a form that can be ordered, so that the same records always give the same file.
fn units_of(value: &StoredText) -> Vec<u16> {
    match value {
        StoredText::Text(text) => text.encode_utf16().collect(),
        StoredText::Units(units) => units.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;

    fn found(key: &str, value: StoredText) -> Found {
        Found { key: key.replace('T', key_of_a().as_str()), value }
    }

    fn key_of_a() -> ThreadKey {
        ThreadId::explicit("a").unwrap().key()
    }

    fn wrapped(json: &str) -> StoredText {
        StoredText::Text(envelope::wrap(json).unwrap())
    }

    fn post(text: &str) -> StoredText {
        wrapped(&format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":1,\"b\":\"{text}\"}}"))
    }

    #[test]
    fn what_both_places_hold_stands_once_and_what_differs_twice() {
        let own = "aw1:T:0000000010000000000001";
        let records = [
            found("aw1d:T:new:0000000070000000000001:0000000000001", StoredText::Units(vec![0xd800])),
            found(own, StoredText::from("damaged")),
            found(own, post("x")),
            found(own, post("x")),
            found("other", post("x")),
            found("aw1:ZZZZZZZZZZZZZ:x", post("x")),
        ];
        let dumps = dumps(&records);
        assert_eq!(dumps.len(), 1);
        assert_eq!(dumps[0].records, [records[2].clone(), records[1].clone(), records[0].clone()]);
    }

    #[test]
    fn what_was_erased_or_deleted_does_not_go_out() {
        let erasure =
            "{\"k\":\"erase\",\"p\":\"0000000010000000000001\",\"ids\":[],\"a\":{\"id\":\"x\"},\"t\":1,\"g\":1}";
        let edit =
            "{\"k\":\"edit\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"secret\",\"g\":1}";
        let records = [
            found("aw1:T:0000000010000000000001", post("secret")),
            found("aw1:T:0000000020000000000001", wrapped(edit)),
            found("aw1:T:0000000030000000000001", wrapped(erasure)),
            found("aw1:T:0000000040000000000001", post("secret of an earlier epoch")),
            found(
                "aw1d:T:e0000000010000000000001:0000000070000000000001:0000000000001",
                StoredText::from("secret draft"),
            ),
            found("aw1d:T:new:0000000070000000000001:0000000000001", StoredText::from("a draft")),
            found("aw1g:T:0000001", StoredText::Text(epoch::encode(1).unwrap())),
        ];
        let file = backup(&dumps(&records), Timestamp::unix_epoch());
        assert!(!file.contains("secret"), "{file}");
        assert_eq!(file.lines().count(), 5, "{file}");
    }

    #[test]
    fn a_damaged_epoch_deletes_nothing() {
        let records =
            [found("aw1:T:0000000040000000000001", post("kept")), found("aw1g:T:0000001", StoredText::from("damaged"))];
        assert!(backup(&dumps(&records), Timestamp::unix_epoch()).contains("kept"));
    }

    #[test]
    fn the_same_records_give_the_same_file_in_whatever_order_they_were_read() {
        let values = [StoredText::from("b"), StoredText::Units(vec![0xd800]), StoredText::from("a")];
        let records = values.map(|value| found("aw1:T:0000000010000000000001", value));
        let mut backwards = records.clone();
        backwards.reverse();
        assert_eq!(dumps(&records)[0].records, dumps(&backwards)[0].records);
    }
}
