//! What a reader has seen of a thread, written down short: enough to tell what is new, and no more.

use std::fmt::Write as _;

use super::base32::{read_base32, write_base32};
use super::operation_id::OperationId;
use super::sorted_set::SortedSet;

/// How many comments are noted one by one; older ones count as seen. They take some 5,000 characters.
pub const MOST: usize = 1_000;

/// How many digits the mark of a comment has.
const WIDTH: usize = 5;

/// What was seen. A comment is noted by 25 bits of its id: of 30,000 that are new one is taken for seen where 1,000 are noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The greatest id of those that are not noted one by one: with it, all that come before it were seen.
    floor: Option<OperationId>,
    /// The marks of the others, in order.
    marks: Vec<u32>,
}

impl Seen {
    /// These comments, and what was seen `before`.
    pub fn of(ids: impl Iterator<Item = OperationId>, before: Option<&Self>) -> Self {
        let ids: SortedSet<OperationId> = ids.collect();
        let older = ids.len().saturating_sub(MOST);
        let mut seen = Self { floor: before.and_then(|before| before.floor), ..Self::default() };
        for (place, id) in ids.iter().enumerate() {
            if place < older {
                seen.floor = seen.floor.max(Some(*id));
            } else {
                seen.note(mark(*id));
            }
        }
        // A published file may not have come this time: what was in it before is still seen.
        before.into_iter().flat_map(|before| &before.marks).take(MOST).for_each(|mark| seen.note(*mark));
        seen
    }

    /// Whether a comment was seen.
    pub fn contains(&self, id: OperationId) -> bool {
        self.floor.is_some_and(|floor| id <= floor) || self.marks.binary_search(&mark(id)).is_ok()
    }

    /// Reads what [`Self::to_text`] has written; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (floor, digits) = text.split_once(' ')?;
        let floor = if floor.is_empty() { None } else { Some(OperationId::parse(floor)?) };
        if digits.len() % WIDTH != 0 || digits.len() > 2 * MOST * WIDTH {
            return None;
        }
        let mut seen = Self { floor, ..Self::default() };
        let mut rest = digits;
        while !rest.is_empty() {
            let (mark, after) = rest.split_at_checked(WIDTH)?;
            seen.note(u32::try_from(read_base32(mark)?).ok()?);
            rest = after;
        }
        Some(seen)
    }

    fn note(&mut self, mark: u32) {
        if let Err(place) = self.marks.binary_search(&mark) {
            self.marks.insert(place, mark);
        }
    }

    /// The floor, a space, and the marks, five digits each.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(23 + WIDTH * self.marks.len());
        if let Some(floor) = self.floor {
            let _ = write!(text, "{floor}");
        }
        text.push(' ');
        for mark in &self.marks {
            text.push_str(&write_base32(u128::from(*mark), WIDTH));
        }
        text
    }
}

/// A page makes its own random number, and counts what is written on it.
fn mark(id: OperationId) -> u32 {
    let mixed = id.actor.0 ^ id.lamport.value().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    u32::try_from(mixed >> 39).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};

    fn id(lamport: u64) -> OperationId {
        OperationId {
            lamport: Lamport::new(lamport).unwrap(),
            actor: Actor(lamport.wrapping_mul(0x1234_5678_9abc_def1)),
        }
    }

    #[test]
    fn what_was_seen_is_and_what_comes_later_is_not_after_it_was_written_and_read() {
        let seen = Seen::of([3, 1, 7].map(id).into_iter(), None);
        let read = Seen::parse(&seen.to_text()).unwrap();
        assert_eq!(read, seen);
        assert!([1, 3, 7].iter().all(|one| read.contains(id(*one))));
        assert!(![2, 4, 8].iter().any(|one| read.contains(id(*one))), "written elsewhere, it came later");
    }

    #[test]
    fn one_page_may_write_much() {
        let of = |lamport| OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(77) };
        let seen = Seen::of((1..=500).map(of), None);
        assert!((1..=500).all(|one| seen.contains(of(one))));
        assert!((501..=1_000).filter(|one| seen.contains(of(*one))).count() < 3);
    }

    #[test]
    fn of_a_long_thread_the_older_comments_count_as_seen_and_the_text_stays_short() {
        let seen = Seen::of((1..=5_000).map(id), None);
        assert!((1..=5_000).all(|one| seen.contains(id(one))));
        assert!(!seen.contains(id(5_001)));
        assert_eq!(seen.to_text().len(), 23 + 5 * MOST);
        let (again, mut all) = (Seen::of((4_000..=5_500).map(id), Some(&seen)), 1..=5_500);
        assert!(all.all(|one| again.contains(id(one))) && again.to_text().len() <= 23 + 10 * MOST);
        assert_eq!(Seen::parse(&again.to_text()), Some(again));
    }

    #[test]
    fn what_did_not_come_this_time_stays_seen() {
        let before = Seen::of((1..=20).map(id), None);
        let after = Seen::of([21].map(id).into_iter(), Some(&before));
        assert!((1..=21).all(|one| after.contains(id(one))));
    }

    #[test]
    fn anything_else_is_not_read() {
        for bad in ["", "x", "1 2", " 0000", " 0000W", "000000000g00000000000 ", "é 00000"] {
            assert_eq!(Seen::parse(bad), None, "{bad}");
        }
        assert_eq!(Seen::parse(" "), Some(Seen::default()));
        assert_eq!(Seen::parse(&format!(" {}", "0".repeat(10 * MOST + 5))), None, "longer than anybody writes");
    }
}
