//! A map in the order of its keys. All that is done with the order is compiled once for each type of keys, whatever stands under
//! them: a B-tree of the standard library is compiled anew for every pair of types, and every page loads that code.

use std::borrow::Borrow;
use std::fmt;

use super::sorted_set::SortedSet;

/// How many places a piece has.
const PIECE: usize = 256;

/// Values under keys, as a `BTreeMap` holds them.
#[derive(Clone)]
pub struct SortedMap<K, T> {
    /// The keys, each with the number of its place.
    keys: SortedSet<K>,
    /// The places, in pieces that stay where they are: a long list that grows as one would be copied, and its old place be left
    /// empty, again and again.
    places: Vec<Vec<Option<T>>>,
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
        self.at(self.keys.number(key)?)?.as_ref()
    }

    /// What stands under a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut T>
    where
        K: Borrow<Q>,
    {
        let number = self.keys.number(key)?;
        self.at_mut(number)?.as_mut()
    }

    /// Changes what stands under a key: where that is nothing, a default.
    pub fn change<R>(&mut self, key: K, change: impl FnOnce(&mut T) -> R) -> Option<R>
    where
        T: Default,
    {
        let number = self.place(key);
        self.at_mut(number).map(|place| change(place.get_or_insert_default()))
    }

    /// Puts a value under a key, unless one stands there.
    pub fn insert_once(&mut self, key: K, value: impl FnOnce() -> T) {
        let number = self.place(key);
        if let Some(place) = self.at_mut(number) {
            place.get_or_insert_with(value);
        }
    }

    /// Puts a value under a key, and gives the one that stood there.
    pub fn insert(&mut self, key: K, value: T) -> Option<T> {
        let number = self.place(key);
        self.at_mut(number)?.replace(value)
    }

    /// Takes out what stands under a key.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<T>
    where
        K: Borrow<Q>,
    {
        let number = self.keys.take(key)?;
        self.free.push(number);
        self.at_mut(number)?.take()
    }

    /// The keys and values, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &T)> + Clone {
        self.keys.numbered().filter_map(|(key, number)| Some((key, self.at(*number)?.as_ref()?)))
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> + Clone {
        self.keys.iter()
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &T> + Clone {
        self.iter().map(|(_, value)| value)
    }

    fn at(&self, number: u32) -> Option<&Option<T>> {
        self.places.get(number as usize / PIECE)?.get(number as usize % PIECE)
    }

    fn at_mut(&mut self, number: u32) -> Option<&mut Option<T>> {
        self.places.get_mut(number as usize / PIECE)?.get_mut(number as usize % PIECE)
    }

    /// The number of the place of a key, which is made where there is none.
    fn place(&mut self, key: K) -> u32 {
        // Where no place is free, each has a key.
        let next = self.free.last().copied().unwrap_or(self.keys.len() as u32);
        if let Some(number) = self.keys.put(key, next) {
            return number;
        }
        if self.free.pop().is_none() {
            match self.places.last_mut().filter(|piece| piece.len() < PIECE) {
                Some(piece) => piece.push(None),
                None => self.places.push(vec![None]),
            }
        }
        next
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
        let places = |map: &SortedMap<u32, u32>| map.places.iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(places(&map), [256, 256, 256, 232]);
        map.extend((0..500).map(|number| (2 * number, 4 * number)));
        assert_eq!((map.len(), places(&map)), (1_000, vec![256, 256, 256, 232]), "what is free is used again");
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
