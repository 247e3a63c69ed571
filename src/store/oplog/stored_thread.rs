//! A thread made from all its records in both copies, at once.

use super::epoch;
use super::operation_set::{Element, OperationSet};
use super::reactions::reactions;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::thread::Thread;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::store::copy::request::Found;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record_key::{RecordKey, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;

/// A thread as both copies keep it.
#[derive(Clone, Debug, Default)]
pub struct StoredThread {
    /// The name that the page gave the thread, or else the file it came from; its id has the thread's key.
    pub name: Option<ThreadName>,
    /// The operations of the thread.
    pub set: OperationSet,
    /// How many values under the thread's keys cannot be read, drafts not counted. They are left alone.
    pub unreadable: usize,
}

impl StoredThread {
    /// Gathers a thread from the keys and values of both copies. Keys of other threads are passed over.
    pub fn gather(thread: &ThreadKey, records: &[Found]) -> Self {
        let mut gathered = Self::default();
        let keys = records.iter().filter_map(|found| Some((RecordKey::parse(thread, &found.key)?, &found.value)));
        for (key, value) in keys.clone() {
            if let Ok(RecordKey { slot: Slot::Epoch(number), .. }) = key
                && epoch::confirms(number, value)
            {
                gathered.set.raise(number);
            }
        }
        let mut elements = Vec::new();
        for (key, value) in keys {
            match key.map(|key| key.slot) {
                Ok(Slot::Own(OperationId::NAMING)) => {
                    gathered.name = gathered.name.take().or_else(|| name_of(thread, value));
                    gathered.unreadable += usize::from(ThreadName::decode(value).is_none());
                }
                Ok(slot @ (Slot::Own(id) | Slot::Imported { id, .. })) => match Element::read(id, value) {
                    Ok(element) => elements.push((slot, element)),
                    Err(_) => gathered.unreadable += 1,
                },
                Ok(Slot::Epoch(number)) => {
                    gathered.unreadable += usize::from(!epoch::confirms(number, value));
                }
                Ok(Slot::Draft { .. }) => {}
                Err(()) => gathered.unreadable += 1,
            }
        }
        // Erasures go first, so that erased operations need not be taken in and then out again one by one.
        let erases =
            |element: &Element| matches!(element.operation.as_ref().map(|it| &it.kind), Some(Kind::Erase { .. }));
        let (erasures, rest): (Vec<_>, Vec<_>) =
            elements.into_iter().partition(|(slot, element)| matches!(slot, Slot::Own(_)) && erases(element));
        for (slot, element) in erasures.into_iter().chain(rest) {
            gathered.set.add(slot, element);
        }
        if gathered.name.is_none() {
            gathered.name = gathered.set.elements().filter_map(|found| named_by_file(thread, found)).last();
        }
        gathered
    }

    /// The comments of the thread as they stand.
    pub fn comments(&self) -> Thread {
        comments_of(&self.set)
    }
}

/// The comments of a set as they stand.
pub(in crate::store) fn comments_of(set: &OperationSet) -> Thread {
    let mut ids = SortedSet::new();
    ids.extend(set.ids().map(|(id, _)| id));
    let mut thread = Thread::default();
    for mut comment in ids.into_iter().filter_map(|id| set.comment(id)) {
        comment.reactions = reactions(&[set], comment.id);
        thread.put(comment);
    }
    thread
}

/// The name of a thread in a value, if it is the name of this thread.
pub(in crate::store) fn name_of(thread: &ThreadKey, value: &StoredText) -> Option<ThreadName> {
    ThreadName::decode(value).filter(|name| names(thread, name))
}

fn names(thread: &ThreadKey, name: &ThreadName) -> bool {
    ThreadId::explicit(&name.id).is_some_and(|id| id.key() == *thread)
}

/// The name that an imported file gave the thread.
fn named_by_file(thread: &ThreadKey, (slot, element): (Slot, &Element)) -> Option<ThreadName> {
    match (slot, &element.operation) {
        (Slot::Own(_), Some(Operation { kind: Kind::Batch { thread: Some(name), .. }, .. })) => {
            Some((**name).clone()).filter(|name| names(thread, name))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::format::envelope;

    fn found(key: String, value: &str) -> Found {
        Found { key, value: StoredText::from(value) }
    }

    #[test]
    fn a_thread_is_gathered_whatever_the_order() {
        let id = ThreadId::explicit("a").unwrap();
        let key = id.key();
        let wrap = |json: &str| envelope::wrap(json).unwrap();
        let post = |g: u32| wrap(&format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":1,\"b\":\"x\",\"g\":{g}}}"));
        let mut records = vec![
            found(format!("aw1:{key}:0000000010000000000001"), &post(0)),
            found(format!("aw1:{key}:0000000020000000000001"), &post(1)),
            found(format!("aw1:{key}:0000000030000000000001"), "damaged"),
            found(format!("aw1:{key}:{}", OperationId::NAMING), &ThreadName::new(&id, "A", "u").encode().unwrap()),
            found(format!("aw1d:{key}:new:0000000070000000000001:0000000000001"), "a draft"),
            found(format!("aw1g:{key}:0000001"), &epoch::encode(1).unwrap()),
            found(format!("aw1g:{key}:0000002"), "damaged"),
            found(format!("aw1:{}:0000000010000000000001", ThreadId::explicit("b").unwrap().key()), &post(1)),
        ];
        for _ in 0..2 {
            let gathered = StoredThread::gather(&key, &records);
            assert_eq!(gathered.comments().count(), 1);
            assert_eq!(gathered.name.unwrap().title, "A");
            assert_eq!(gathered.unreadable, 2);
            assert_eq!(gathered.set.epoch(), 1);
            records.reverse();
        }
    }

    #[test]
    fn a_name_for_another_thread_is_not_taken() {
        let value = ThreadName::new(&ThreadId::explicit("a").unwrap(), "A", "u").encode().unwrap();
        let other = ThreadId::explicit("b").unwrap().key();
        assert_eq!(name_of(&other, &StoredText::from(value.as_str())), None);
    }
}
