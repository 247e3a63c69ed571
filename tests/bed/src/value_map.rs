//! Keys, values, and the space they take.

use std::collections::BTreeMap;
use std::rc::Rc;

/// A map that knows its size as browsers count it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ValueMap {
    values: BTreeMap<Rc<str>, Rc<str>>,
    used: usize,
}

impl ValueMap {
    /// What a key holds.
    pub fn get(&self, key: &str) -> Option<&Rc<str>> {
        self.values.get(key)
    }

    /// Sets a key or removes it; gives what it held.
    pub fn set(&mut self, key: &Rc<str>, value: Option<Rc<str>>) -> Option<Rc<str>> {
        self.used += units(key, value.as_deref());
        let old = match value {
            Some(value) => self.values.insert(Rc::clone(key), value),
            None => self.values.remove(key),
        };
        self.used -= units(key, old.as_deref());
        old
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether `key` may be given `value` in a place of `quota` units. What does not grow always may.
    pub fn has_space(&self, key: &str, value: Option<&str>, quota: usize) -> bool {
        let old = units(key, self.get(key).map(AsRef::as_ref));
        let new = units(key, value);
        new <= old || self.used - old + new <= quota
    }

    /// The space taken, in UTF-16 units of keys and values.
    pub fn used(&self) -> usize {
        self.used
    }

    /// All keys and values, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&Rc<str>, &Rc<str>)> {
        self.values.iter()
    }
}

fn units(key: &str, value: Option<&str>) -> usize {
    let count = |text: &str| if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
    value.map_or(0, |value| count(key) + count(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_counted_in_units_of_keys_and_values() {
        let mut map = ValueMap::default();
        let key: Rc<str> = "ab".into();
        assert_eq!(map.set(&key, Some("🎈c".into())), None);
        assert_eq!(map.used(), 5);
        assert!(map.has_space("ab", Some("1234"), 6));
        assert!(!map.has_space("ab", Some("12345"), 6));
        assert!(map.has_space("ab", None, 0));
        assert!(!map.has_space("cd", Some(""), 6));
        assert_eq!(map.set(&key, None).as_deref(), Some("🎈c"));
        assert_eq!(map.used(), 0);
    }
}
