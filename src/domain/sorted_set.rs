//! A set in the order of its items, and the numbers that a map gives to its keys.

use std::borrow::Borrow;
use std::fmt;

use super::sequence::{IntoItems, Items, Sequence};

/// Items in their order, each of them once, as a `BTreeSet` holds them.
#[derive(Clone)]
pub struct SortedSet<K> {
    /// The items, each with a number that means nothing to a set.
    items: Sequence<(K, u32)>,
}

impl<K> Default for SortedSet<K> {
    fn default() -> Self {
        Self { items: Sequence::default() }
    }
}

impl<K> SortedSet<K> {
    /// A set of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items, in their order.
    pub fn iter(&self) -> Iter<'_, K> {
        Iter(self.numbered())
    }

    /// The last item.
    pub fn last(&self) -> Option<&K> {
        self.items.last().map(|(item, _)| item)
    }

    /// Takes the last item out.
    pub fn pop_last(&mut self) -> Option<K> {
        let end = (self.items.pieces(), 0);
        self.items.remove(self.items.before(end)?).map(|(item, _)| item)
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The items, each with its number.
    pub(super) fn numbered(&self) -> Items<'_, (K, u32)> {
        self.items.from(0)
    }
}

impl<K: Ord> SortedSet<K> {
    /// Whether an item is among them.
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(item).is_ok()
    }

    /// Puts an item in, and says whether it is new.
    pub fn insert(&mut self, item: K) -> bool {
        self.put(item, 0).is_none()
    }

    /// Takes an item out, and says whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.take(item).is_some()
    }

    /// The items from this one on.
    pub fn starting_at<Q: Ord + ?Sized>(&self, first: &Q) -> Iter<'_, K>
    where
        K: Borrow<Q>,
    {
        let (Ok(spot) | Err(spot)) = self.find(first);
        Iter(self.items.starting_at(spot))
    }

    /// The last of the items that are not greater than this one.
    pub fn at_most<Q: Ord + ?Sized>(&self, most: &Q) -> Option<&K>
    where
        K: Borrow<Q>,
    {
        let spot = match self.find(most) {
            Ok(spot) => Some(spot),
            Err(spot) => self.items.before(spot),
        };
        self.items.get(spot?).map(|(item, _)| item)
    }

    /// Keeps the items for which this holds.
    pub fn retain(&mut self, mut holds: impl FnMut(&K) -> bool) {
        let before = std::mem::take(self);
        self.extend(before.into_iter().filter(|item| holds(item)));
    }

    /// The items that are in one of the two sets and not in the other.
    pub fn differences<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a K> {
        let only_here = self.iter().filter(|item| !other.contains(*item));
        only_here.chain(other.iter().filter(|item| !self.contains(*item)))
    }

    /// The number of an item.
    pub(super) fn number<Q: Ord + ?Sized>(&self, item: &Q) -> Option<u32>
    where
        K: Borrow<Q>,
    {
        self.items.get(self.find(item).ok()?).map(|(_, number)| *number)
    }

    /// Puts an item with a number in; where it is there already it keeps its number, which is given.
    pub(super) fn put(&mut self, item: K, number: u32) -> Option<u32> {
        match self.find(&item) {
            Ok(spot) => self.items.get(spot).map(|(_, number)| *number),
            Err(spot) => {
                self.items.insert(spot, (item, number));
                None
            }
        }
    }

    /// Takes an item out, and gives its number.
    pub(super) fn take<Q: Ord + ?Sized>(&mut self, item: &Q) -> Option<u32>
    where
        K: Borrow<Q>,
    {
        self.items.remove(self.find(item).ok()?).map(|(_, number)| number)
    }

    fn find<Q: Ord + ?Sized>(&self, item: &Q) -> Result<(usize, usize), (usize, usize)>
    where
        K: Borrow<Q>,
    {
        self.items.find(|(other, _)| other.borrow().cmp(item))
    }
}

impl<K: Ord> Extend<K> for SortedSet<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<K: Ord> FromIterator<K> for SortedSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(items: I) -> Self {
        let mut set = Self::default();
        set.extend(items);
        set
    }
}

impl<K: Ord, const N: usize> From<[K; N]> for SortedSet<K> {
    fn from(items: [K; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<K> IntoIterator for SortedSet<K> {
    type Item = K;
    type IntoIter = IntoIter<K>;

    fn into_iter(self) -> IntoIter<K> {
        IntoIter(self.items.into_iter())
    }
}

impl<'a, K> IntoIterator for &'a SortedSet<K> {
    type Item = &'a K;
    type IntoIter = Iter<'a, K>;

    fn into_iter(self) -> Iter<'a, K> {
        self.iter()
    }
}

/// The items of a set, in their order.
#[derive(Debug)]
pub struct Iter<'a, K>(Items<'a, (K, u32)>);

impl<K> Clone for Iter<'_, K> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<'a, K> Iterator for Iter<'a, K> {
    type Item = &'a K;

    fn next(&mut self) -> Option<&'a K> {
        self.0.next().map(|(item, _)| item)
    }
}

/// The items of a set that is no longer needed, in their order.
#[derive(Debug)]
pub struct IntoIter<K>(IntoItems<(K, u32)>);

impl<K> Iterator for IntoIter<K> {
    type Item = K;

    fn next(&mut self) -> Option<K> {
        self.0.next().map(|(item, _)| item)
    }
}

impl<K: PartialEq> PartialEq for SortedSet<K> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<K: Eq> Eq for SortedSet<K> {}

impl<K: fmt::Debug> fmt::Debug for SortedSet<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 7 has no factor in common with 1,000, so every number comes once.
    fn shuffled() -> impl Iterator<Item = u32> {
        (0..1_000).map(|number| number * 7 % 1_000)
    }

    #[test]
    fn items_come_in_any_order_and_stand_in_theirs_once() {
        let mut set: SortedSet<u32> = shuffled().collect();
        assert!(shuffled().all(|number| !set.insert(number) && set.contains(&number)));
        assert!(set.iter().copied().eq(0..1_000));
        assert!(set.starting_at(&700).copied().eq(700..1_000));
        assert!((0..500).all(|number| set.remove(&(2 * number)) && !set.remove(&(2 * number))));
        assert_eq!((set.len(), set.last()), (500, Some(&999)));
        assert!(set.starting_at(&700).copied().eq((700..1_000).filter(|number| number % 2 == 1)));
        assert!(set.into_iter().eq((0..1_000).filter(|number| number % 2 == 1)));
    }

    #[test]
    fn the_nearest_item_before_another_is_found() {
        let set: SortedSet<u32> = shuffled().map(|number| 10 * number).collect();
        assert_eq!(
            [0, 9, 10, 2_559, 2_560, 20_000].map(|most| set.at_most(&most)),
            [Some(&0), Some(&0), Some(&10), Some(&2_550), Some(&2_560), Some(&9_990)]
        );
        assert_eq!(SortedSet::<u32>::new().at_most(&7), None);
        assert_eq!(SortedSet::from([8_u32]).at_most(&7), None);
    }

    #[test]
    fn the_last_item_can_be_taken_until_none_is_left() {
        let mut set: SortedSet<u32> = shuffled().collect();
        let taken: Vec<u32> = std::iter::from_fn(|| set.pop_last()).collect();
        assert!(taken.into_iter().eq((0..1_000).rev()));
        assert!(set.is_empty());
    }

    #[test]
    fn equal_sets_are_equal_however_they_came_about() {
        let mut set: SortedSet<u32> = shuffled().collect();
        set.retain(|number| number % 3 == 0);
        let other: SortedSet<u32> = (0..1_000).filter(|number| number % 3 == 0).rev().collect();
        assert_eq!(set, other);
        let more: SortedSet<u32> = other.iter().copied().chain([1]).collect();
        assert_ne!(set, more);
        assert_eq!(set.differences(&more).collect::<Vec<_>>(), [&1]);
        assert_eq!(more.differences(&set).collect::<Vec<_>>(), [&1]);
        assert_eq!(format!("{:?}", SortedSet::from([2, 1])), "{1, 2}");
    }
}
