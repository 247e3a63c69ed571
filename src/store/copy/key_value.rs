//! The port to a storage that keeps text under keys, as `localStorage` does.

use crate::domain::sorted_map::SortedMap;
use std::cell::RefCell;

use super::store_error::StoreError;
use crate::store::format::stored_text::StoredText;

/// Text under keys. Every call may fail, at any time.
pub trait KeyValue {
    /// What a key holds.
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError>;
    /// Sets a key, whatever it held.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;
    /// Removes a key, if it is there.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// All keys that begin with `prefix`, in any order.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
}

/// Writes a value once and for all: a key that holds something else keeps it ([`StoreError::Taken`]), the same value
/// again does nothing, and what was written is read back before it counts.
pub fn write_once(storage: &dyn KeyValue, key: &str, value: &str) -> Result<(), StoreError> {
    match storage.get(key)? {
        Some(held) if held == StoredText::from(value) => return Ok(()),
        Some(_) => return Err(StoreError::Taken),
        None => storage.set(key, value)?,
    }
    if storage.get(key)? == Some(StoredText::from(value)) { Ok(()) } else { Err(StoreError::Vanished) }
}

/// A storage in memory: for pages whose storage is blocked, and for tests.
#[derive(Debug, Default)]
pub struct InMemory {
    values: RefCell<SortedMap<String, StoredText>>,
}

impl InMemory {
    /// Puts anything under a key, also what no page could write.
    pub fn put(&self, key: &str, value: StoredText) {
        self.values.borrow_mut().insert(key.to_owned(), value);
    }
}

impl KeyValue for InMemory {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.put(key, StoredText::from(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self.values.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A storage whose writes are accepted and dropped.
    struct Forgetful(InMemory);

    impl KeyValue for Forgetful {
        fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
            self.0.get(key)
        }
        fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
            Ok(())
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
        fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
            self.0.keys(prefix)
        }
    }

    #[test]
    fn a_value_is_written_once() {
        let storage = InMemory::default();
        assert_eq!(write_once(&storage, "k", "a"), Ok(()));
        assert_eq!(write_once(&storage, "k", "a"), Ok(()));
        assert_eq!(write_once(&storage, "k", "b"), Err(StoreError::Taken));
        assert_eq!(storage.get("k"), Ok(Some(StoredText::from("a"))));
    }

    #[test]
    fn a_damaged_value_is_not_overwritten() {
        let storage = InMemory::default();
        storage.put("k", StoredText::Units(vec![0xd800]));
        assert_eq!(write_once(&storage, "k", "b"), Err(StoreError::Taken));
        assert_eq!(storage.get("k"), Ok(Some(StoredText::Units(vec![0xd800]))));
    }

    #[test]
    fn a_write_that_vanishes_is_noticed() {
        assert_eq!(write_once(&Forgetful(InMemory::default()), "k", "a"), Err(StoreError::Vanished));
    }

    #[test]
    fn keys_are_listed_by_prefix() {
        let storage = InMemory::default();
        for key in ["a:1", "a:2", "b:1"] {
            storage.set(key, "").unwrap();
        }
        assert_eq!(storage.keys("a:").unwrap(), ["a:1", "a:2"]);
    }
}
