//! A long sequence of numbers in which one more can be put anywhere without moving all that come after: it is held in pieces.

use std::cmp::Ordering;

/// How many numbers a piece holds at most.
const MOST: usize = 1_024;

/// The numbers. No piece is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Sequence {
    pieces: Vec<Vec<u32>>,
    len: usize,
}

/// A position in a sequence, until the sequence changes: the piece, and how many numbers of the piece come before.
type Spot = (usize, usize);

impl Sequence {
    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The spot of a number, or the one where it would stand. `compare` says whether another number stands before it.
    pub(super) fn find(&self, compare: impl Fn(u32) -> Ordering) -> Result<Spot, Spot> {
        let ends_before = |piece: &Vec<u32>| piece.last().is_some_and(|last| compare(*last).is_lt());
        let piece = self.pieces.partition_point(ends_before).min(self.pieces.len().saturating_sub(1));
        let found = self.pieces.get(piece).map_or(Err(0), |numbers| numbers.binary_search_by(|other| compare(*other)));
        found.map(|offset| (piece, offset)).map_err(|offset| (piece, offset))
    }

    /// How many numbers come before a spot.
    pub(super) fn index(&self, (piece, offset): Spot) -> usize {
        self.pieces.iter().take(piece).map(Vec::len).sum::<usize>() + offset
    }

    /// The numbers from an index on.
    pub(super) fn from(&self, index: usize) -> impl Iterator<Item = u32> {
        self.pieces.iter().flatten().copied().skip(index)
    }

    /// Puts a number at a spot.
    pub(super) fn insert(&mut self, (piece, offset): Spot, number: u32) {
        if self.pieces.is_empty() {
            self.pieces.push(Vec::new());
        }
        if let Some(numbers) = self.pieces.get_mut(piece) {
            numbers.insert(offset, number);
            self.len += 1;
            if numbers.len() > MOST {
                let half = numbers.split_off(MOST / 2);
                self.pieces.insert(piece + 1, half);
            }
        }
    }

    /// Takes the number at a spot out.
    pub(super) fn remove(&mut self, (piece, offset): Spot) {
        if let Some(numbers) = self.pieces.get_mut(piece) {
            numbers.remove(offset);
            self.len -= 1;
            if numbers.is_empty() {
                self.pieces.remove(piece);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(sequence: &Sequence, number: u32) -> Result<Spot, Spot> {
        sequence.find(|other| other.cmp(&number))
    }

    #[test]
    fn numbers_come_and_go_in_any_order_and_stand_in_theirs() {
        let mut sequence = Sequence::default();
        // 7 has no factor in common with 10,000, so every number comes once.
        for number in (0..10_000).map(|n| n * 7 % 10_000) {
            sequence.insert(spot(&sequence, number).unwrap_err(), number);
        }
        assert!(sequence.from(0).eq(0..10_000));
        assert!(sequence.pieces.len() > 9 && sequence.pieces.iter().all(|piece| piece.len() <= MOST));
        for number in (0..5_000).map(|n| n * 7 % 5_000) {
            sequence.remove(spot(&sequence, number).unwrap());
        }
        assert!(sequence.from(0).eq(5_000..10_000));
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
        for number in [0, 511, 512, 513, 1_024, 2_999] {
            assert_eq!(sequence.index(spot(&sequence, number).unwrap()), number as usize);
            assert_eq!(sequence.from(number as usize).next(), Some(number));
        }
        assert_eq!(sequence.from(3_000).next(), None);
    }
}
