//! A map in the order of its keys. All that is done with the order is compiled once for each type of keys, whatever stands under
//! them: a B-tree of the standard library is compiled anew for every pair of types, and every page loads that code.

use std::borrow::Borrow;
use std::fmt;

use super::sorted_set::SortedSet;

/// Values under keys, as a `BTreeMap` holds them.
#[derive(Clone)]
pub struct SortedMap<K, T> {
    /// The keys, each with the number of its place.
    keys: SortedSet<K>,
    places: Vec<Option<T>>,
    /// The numbers of places that hold nothing.
    free: Vec<u32>,
}

impl<K: Ord, T> Extend<(K, T)> for SortedMap<K, T> {
    fn extend<I: IntoIterator<Item = (K, T)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K, T> Default for SortedMap<K, T> {
    fn default() -> Self {
        Self { keys: SortedSet::default(), places: Vec::new(), free: Vec::new() }
    }
}

impl<K: Ord, T> SortedMap<K, T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether something stands under a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.keys.contains(key)
    }

    /// What stands under a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&T>
    where
        K: Borrow<Q>,
    {
        self.at(self.keys.number(key)?)
    }

    /// What stands under a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut T>
    where
        K: Borrow<Q>,
    {
        let number = self.keys.number(key)?;
        self.places.get_mut(number as usize)?.as_mut()
    }

    /// Changes what stands under a key: where that is nothing, a default.
    pub fn change<R>(&mut self, key: K, change: impl FnOnce(&mut T) -> R) -> Option<R>
    where
        T: Default,
    {
        let number = self.place(key);
        self.places.get_mut(number as usize).map(|place| change(place.get_or_insert_default()))
    }

    /// Puts a value under a key, unless one stands there.
    pub fn insert_once(&mut self, key: K, value: impl FnOnce() -> T) {
        let number = self.place(key);
        if let Some(place) = self.places.get_mut(number as usize) {
            place.get_or_insert_with(value);
        }
    }

    /// Puts a value under a key, and gives the one that stood there.
    pub fn insert(&mut self, key: K, value: T) -> Option<T> {
        let number = self.place(key);
        self.places.get_mut(number as usize)?.replace(value)
    }

    /// Takes out what stands under a key.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<T>
    where
        K: Borrow<Q>,
    {
        let number = self.keys.take(key)?;
        self.free.push(number);
        self.places.get_mut(number as usize)?.take()
    }

    /// The keys and values, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &T)> + Clone {
        self.keys.numbered().filter_map(|(key, number)| Some((key, self.at(*number)?)))
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> + Clone {
        self.keys.iter()
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &T> + Clone {
        self.iter().map(|(_, value)| value)
    }

    fn at(&self, number: u32) -> Option<&T> {
        self.places.get(number as usize)?.as_ref()
    }

    /// The number of the place of a key, which is made where there is none.
    fn place(&mut self, key: K) -> u32 {
        let free = self.free.last().copied();
        let next = free.unwrap_or(self.places.len() as u32);
        match self.keys.put(key, next) {
            Some(number) => number,
            None => {
                if self.free.pop().is_none() {
                    self.places.push(None);
                }
                next
            }
        }
    }
}

impl<K: Ord, T: PartialEq> PartialEq for SortedMap<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<K: Ord, T: Eq> Eq for SortedMap<K, T> {}

impl<K: Ord + fmt::Debug, T: fmt::Debug> fmt::Debug for SortedMap<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_and_go_under_their_keys() {
        let mut map = SortedMap::default();
        // 7 has no factor in common with 1,000, so every number comes once.
        for number in (0..1_000).map(|number| number * 7 % 1_000) {
            assert_eq!(map.insert(number, number * 2), None);
        }
        assert_eq!(map.insert(5, 0), Some(10));
        assert_eq!((map.get(&4), map.get(&5), map.get(&1_000)), (Some(&8), Some(&0), None));
        *map.get_mut(&5).unwrap() = 10;
        assert!((0..500).all(|number| map.remove(&(2 * number)) == Some(4 * number)));
        assert_eq!((map.remove(&2), map.contains_key(&2), map.contains_key(&3)), (None, false, true));
        assert!(
            map.iter().eq((0..500)
                .map(|number| (2 * number + 1, 4 * number + 2))
                .collect::<Vec<_>>()
                .iter()
                .map(|(key, value)| (key, value)))
        );
        assert_eq!(map.places.len(), 1_000);
        map.extend((0..500).map(|number| (2 * number, 4 * number)));
        assert_eq!((map.len(), map.places.len()), (1_000, 1_000), "what is free is used again");
        assert!(map.values().copied().eq((0..1_000).map(|number| 2 * number)));
    }

    #[test]
    fn a_default_is_made_where_nothing_stands() {
        let mut map: SortedMap<String, Vec<u32>> = SortedMap::default();
        map.change("a".to_owned(), |numbers| numbers.push(1));
        map.change("b".to_owned(), |numbers| numbers.push(2));
        map.change("a".to_owned(), |numbers| numbers.push(3));
        assert_eq!(format!("{map:?}"), "{\"a\": [1, 3], \"b\": [2]}");
        let mut other = map.clone();
        other.remove("b");
        assert_ne!(map, other);
        other.insert("b".to_owned(), vec![2]);
        assert_eq!(map, other);
    }
}
