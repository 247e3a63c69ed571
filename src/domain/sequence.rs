//! A long sequence in which one more can be put anywhere without moving all that come after: it is held in pieces.

use std::cmp::Ordering;

/// How many items a piece holds at most.
const MOST: usize = 256;

/// The items. No piece is empty.
#[derive(Clone, Debug)]
pub(super) struct Sequence<T> {
    pieces: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Sequence<T> {
    fn default() -> Self {
        Self { pieces: Vec::new(), len: 0 }
    }
}

/// A position in a sequence, until the sequence changes: the piece, and how many items of the piece come before.
pub(super) type Spot = (usize, usize);

impl<T> Sequence<T> {
    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The spot of an item, or the one where it would stand. `compare` says whether another item stands before it.
    pub(super) fn find(&self, compare: impl Fn(&T) -> Ordering) -> Result<Spot, Spot> {
        let ends_before = |piece: &Vec<T>| piece.last().is_some_and(|last| compare(last).is_lt());
        // Most of what is put in comes in order.
        if let Some(last) = self.pieces.last().filter(|last| ends_before(last)) {
            return Err((self.pieces.len() - 1, last.len()));
        }
        let piece = self.pieces.partition_point(ends_before);
        let found = self.pieces.get(piece).map_or(Err(0), |items| items.binary_search_by(compare));
        found.map(|offset| (piece, offset)).map_err(|offset| (piece, offset))
    }

    /// The item at a spot.
    pub(super) fn get(&self, (piece, offset): Spot) -> Option<&T> {
        self.pieces.get(piece)?.get(offset)
    }

    /// How many pieces there are.
    pub(super) fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// The last item.
    pub(super) fn last(&self) -> Option<&T> {
        self.pieces.last()?.last()
    }

    /// The spot before this one, if there is one.
    pub(super) fn before(&self, (piece, offset): Spot) -> Option<Spot> {
        match (piece.checked_sub(1), offset.checked_sub(1)) {
            (_, Some(offset)) => Some((piece, offset)),
            (Some(piece), None) => Some((piece, self.pieces.get(piece)?.len().checked_sub(1)?)),
            (None, None) => None,
        }
    }

    /// How many items come before a spot.
    pub(super) fn index(&self, (piece, offset): Spot) -> usize {
        self.pieces.iter().take(piece).map(Vec::len).sum::<usize>() + offset
    }

    /// The items from an index on.
    pub(super) fn from(&self, index: usize) -> Items<'_, T> {
        let (mut piece, mut offset) = (0, index);
        while let Some(items) = self.pieces.get(piece).filter(|items| items.len() <= offset) {
            (piece, offset) = (piece + 1, offset - items.len());
        }
        self.starting_at((piece, offset))
    }

    /// The items from a spot on.
    pub(super) fn starting_at(&self, (piece, offset): Spot) -> Items<'_, T> {
        let (first, rest) = self.pieces.get(piece..).and_then(<[_]>::split_first).unzip();
        let items = first.and_then(|items| items.get(offset..)).unwrap_or_default();
        Items { items: items.iter(), rest: rest.unwrap_or_default() }
    }

    /// Puts an item at a spot.
    pub(super) fn insert(&mut self, (piece, offset): Spot, item: T) {
        let is_last = piece + 1 >= self.pieces.len();
        self.len += 1;
        match self.pieces.get_mut(piece) {
            Some(items) if items.len() < MOST => items.insert(offset, item),
            // What comes at the end leaves the pieces before it full.
            Some(items) if is_last && offset == items.len() => self.pieces.push(vec![item]),
            Some(items) => {
                let mut half = items.split_off(MOST / 2);
                let (to, offset) = if offset > MOST / 2 { (&mut half, offset - MOST / 2) } else { (items, offset) };
                to.insert(offset, item);
                self.pieces.insert(piece + 1, half);
            }
            None => self.pieces.push(vec![item]),
        }
    }

    /// Takes the item at a spot out.
    pub(super) fn remove(&mut self, (piece, offset): Spot) -> Option<T> {
        let items = self.pieces.get_mut(piece).filter(|items| offset < items.len())?;
        let gone = items.remove(offset);
        self.len -= 1;
        if items.is_empty() {
            self.pieces.remove(piece);
        }
        Some(gone)
    }
}

impl<T> IntoIterator for Sequence<T> {
    type Item = T;
    type IntoIter = IntoItems<T>;

    fn into_iter(self) -> IntoItems<T> {
        IntoItems { items: Vec::new().into_iter(), rest: self.pieces.into_iter() }
    }
}

/// All items of a sequence that is no longer needed.
#[derive(Debug)]
pub(super) struct IntoItems<T> {
    items: std::vec::IntoIter<T>,
    rest: std::vec::IntoIter<Vec<T>>,
}

impl<T> Iterator for IntoItems<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        loop {
            if let Some(item) = self.items.next() {
                return Some(item);
            }
            self.items = self.rest.next()?.into_iter();
        }
    }
}

/// The items of a sequence, from one on.
#[derive(Debug)]
pub(super) struct Items<'a, T> {
    items: std::slice::Iter<'a, T>,
    rest: &'a [Vec<T>],
}

impl<T> Clone for Items<'_, T> {
    fn clone(&self) -> Self {
        Self { items: self.items.clone(), rest: self.rest }
    }
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        loop {
            if let Some(item) = self.items.next() {
                return Some(item);
            }
            let (first, rest) = self.rest.split_first()?;
            (self.items, self.rest) = (first.iter(), rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(sequence: &Sequence<u32>, number: u32) -> Result<Spot, Spot> {
        sequence.find(|other| other.cmp(&number))
    }

    #[test]
    fn numbers_come_and_go_in_any_order_and_stand_in_theirs() {
        let mut sequence = Sequence::default();
        // 7 has no factor in common with 10,000, so every number comes once.
        for number in (0..10_000).map(|n| n * 7 % 10_000) {
            sequence.insert(spot(&sequence, number).unwrap_err(), number);
        }
        assert!(sequence.from(0).copied().eq(0..10_000));
        assert!(sequence.pieces.len() > 9 && sequence.pieces.iter().all(|piece| piece.len() <= MOST));
        for number in (0..5_000).map(|n| n * 7 % 5_000) {
            sequence.remove(spot(&sequence, number).unwrap());
        }
        assert!(sequence.from(0).copied().eq(5_000..10_000));
        assert_eq!(sequence.len(), 5_000);
        assert!(sequence.pieces.iter().all(|piece| !piece.is_empty()));
        assert_eq!((spot(&sequence, 3), spot(&sequence, 5_000)), (Err((0, 0)), Ok((0, 0))));
    }

    #[test]
    fn a_spot_has_an_index_and_an_index_a_number() {
        let mut sequence = Sequence::default();
        for number in 0..3_000 {
            sequence.insert(spot(&sequence, number).unwrap_err(), number);
        }
        for number in [0, 127, 128, 255, 256, 257, 2_999] {
            assert_eq!(sequence.index(spot(&sequence, number).unwrap()), number as usize);
            assert_eq!(sequence.from(number as usize).next(), Some(&number));
        }
        assert_eq!(sequence.from(3_000).next(), None);
    }

    #[test]
    fn what_is_put_at_the_end_fills_the_pieces() {
        let mut sequence = Sequence::default();
        for number in 0..1_000 {
            sequence.insert(spot(&sequence, number).unwrap_err(), number);
        }
        let lengths: Vec<usize> = sequence.pieces.iter().map(Vec::len).collect();
        assert_eq!(lengths, [256, 256, 256, 232]);
        assert_eq!(sequence.last(), Some(&999));
        assert_eq!(sequence.remove((3, 232)), None, "there is no such item");
        assert_eq!(sequence.len(), 1_000);
    }
}
