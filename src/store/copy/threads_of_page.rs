//! Which discussions of a copy are of one page, told by their names: the id that an earlier version gave a page may be unknown.

use super::key_value::KeyValue;
use crate::domain::thread_id::ThreadId;
use crate::store::format::record_key::thread_of;
use crate::store::format::thread_name::ThreadName;

/// How the key of a name ends ([`OperationId::NAMING`](crate::domain::operation_id::OperationId::NAMING)).
const NAMING: &str = ":0000000000000000000000";

/// The other ids under which comments of this page are kept, as far as the copy can be read. Of each discussion only the name
/// is read.
pub fn threads_of_page(storage: &dyn KeyValue, page: &ThreadId) -> Vec<ThreadId> {
    let mut ids = Vec::new();
    for key in storage.keys("aw1:").unwrap_or_default() {
        if key.ends_with(NAMING) {
            ids.extend(id(storage, &key).filter(|id| id != page && id.page().as_ref() == Some(page)));
        }
    }
    ids
}

/// The id in the name under this key, if it is that of its thread.
fn id(storage: &dyn KeyValue, key: &str) -> Option<ThreadId> {
    let id = ThreadId::explicit(&ThreadName::decode(&storage.get(key).ok()??)?.id)?;
    (thread_of(key) == Some(id.key().as_str())).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::super::key_value::InMemory;
    use super::super::store_error::StoreError;
    use super::*;
    use crate::domain::operation_id::OperationId;
    use crate::store::format::record_key::RecordKey;
    use crate::store::format::stored_text::StoredText;

    fn id(text: &str) -> ThreadId {
        ThreadId::explicit(text).unwrap()
    }

    fn naming(thread: &ThreadId) -> String {
        RecordKey::own(&thread.key(), OperationId::NAMING).to_string()
    }

    /// A copy that keeps a comment and the name of each of these discussions.
    fn storage(threads: &[&str]) -> InMemory {
        let memory = InMemory::default();
        for thread in threads.iter().map(|text| id(text)) {
            let name = ThreadName::new(&thread, "", "").encode().unwrap();
            memory.put(&naming(&thread), StoredText::from(name.as_str()));
            memory.put(&format!("aw1:{}:0000000010000000000001", thread.key()), StoredText::from("a comment"));
        }
        memory
    }

    #[track_caller]
    fn found(storage: &dyn KeyValue, ids: &[&str]) {
        let found = threads_of_page(storage, &id("https://a.example/p/"));
        let mut found: Vec<&str> = found.iter().map(ThreadId::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, ids);
    }

    #[test]
    fn the_other_names_of_a_page_are_found_and_no_others() {
        let names = [
            "https://a.example/p/?srsltid=x",
            "https://a.example/p/",
            "https://a.example/p/index.html?igsh=y",
            "https://a.example/p/?p=1",
            "https://b.example/p/?srsltid=x",
            "https://a.example/p",
            "my-first-post",
        ];
        found(&storage(&names), &[names[0], names[2]]);
    }

    #[test]
    fn what_is_no_name_or_that_of_another_discussion_is_passed_over() {
        let storage = InMemory::default();
        let tracked = id("https://a.example/p/?srsltid=x");
        let name = ThreadName::new(&tracked, "", "").encode().unwrap();
        storage.put(&naming(&id("https://a.example/p/?srsltid=y")), StoredText::from(name.as_str()));
        storage.put(&naming(&id("https://a.example/p/?srsltid=z")), StoredText::Units(vec![0xd800]));
        storage.put("aw1:short:0000000000000000000000", StoredText::from(name.as_str()));
        storage.put(&format!("aw1:{}:0000000010000000000001", tracked.key()), StoredText::from(name.as_str()));
        found(&storage, &[]);
    }

    /// A copy that refuses to list its keys, or to read this one.
    struct Refusing<'a>(InMemory, Option<&'a str>);

    impl KeyValue for Refusing<'_> {
        fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
            if self.1 == Some(key) { Err(StoreError::Failed) } else { self.0.get(key) }
        }
        fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Failed)
        }
        fn remove(&self, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Failed)
        }
        fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
            if self.1.is_none() { Err(StoreError::Blocked) } else { self.0.keys(prefix) }
        }
    }

    #[test]
    fn what_cannot_be_read_keeps_nothing_else_from_being_found() {
        let names = ["https://a.example/p/?srsltid=x", "https://a.example/p/?srsltid=y"];
        found(&Refusing(storage(&names), Some(&naming(&id(names[0])))), &[names[1]]);
        found(&Refusing(storage(&names), None), &[]);
    }
}
