//! The places of a thread's comments: what each of them stands below, and where the ways down to two of them part.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::comment::Comment;
use super::operation_id::OperationId;
use super::sort::Sort;
use super::timestamp::Timestamp;

/// A comment among the others. Places go by numbers, which stay.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) comment: Rc<Comment>,
    /// How many comments it stands below.
    pub(super) level: u32,
    /// The place of what it answers; its own at top level.
    pub(super) above: u32,
    /// A place further up, chosen so that every place above is a few steps away, however deep a conversation is.
    far_above: u32,
    /// The newest date of it and all above: a comment is dated no earlier than what it answers.
    pub(super) latest: Timestamp,
    /// How many of its replies have a row.
    pub(super) replies: u32,
    pub(super) has_row: bool,
}

/// The places of all comments of a thread. None is ever taken out: who loses one begins anew.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    all: Vec<Place>,
    known: BTreeMap<OperationId, u32>,
    /// What is answered here, though it is not here.
    missing: BTreeSet<OperationId>,
}

impl Places {
    /// The place with this number.
    pub(super) fn get(&self, number: u32) -> Option<&Place> {
        self.all.get(number as usize)
    }

    /// The same, to note what became of its row.
    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut Place> {
        self.all.get_mut(number as usize)
    }

    /// The number of a comment's place.
    pub(super) fn number(&self, id: OperationId) -> Option<u32> {
        self.known.get(&id).copied()
    }

    /// How many comments the one with this number stands below.
    pub(super) fn level(&self, number: u32) -> u32 {
        self.get(number).map_or(0, |place| place.level)
    }

    /// Whether a comment that is as `now` (`None`: gone) changes the places of others, or has another one itself.
    pub(super) fn is_moved(&self, id: OperationId, now: Option<&Rc<Comment>>) -> bool {
        let before = self.number(id).and_then(|number| self.get(number)).map(|place| &place.comment);
        match (before, now) {
            (Some(before), Some(now)) => (before.parent, before.created_at) != (now.parent, now.created_at),
            (Some(_), None) => true,
            (None, Some(_)) => self.missing.contains(&id),
            (None, None) => false,
        }
    }

    /// Gives a comment a place below what it answers, and says its number, or says nothing and replaces the one with its id.
    pub(super) fn put(&mut self, comment: &Rc<Comment>) -> Option<u32> {
        if let Some(place) = self.number(comment.id).and_then(|number| self.get_mut(number)) {
            place.comment = Rc::clone(comment);
            return None;
        }
        let number = self.all.len() as u32;
        let mut place = Place {
            comment: Rc::clone(comment),
            level: 0,
            above: number,
            far_above: number,
            latest: comment.created_at,
            replies: 0,
            has_row: false,
        };
        // Only a smaller Lamport number can be a cause, so that circles cannot be built.
        if let Some(parent) = comment.parent.filter(|parent| parent.lamport < comment.id.lamport) {
            if let Some(above) = self.number(parent)
                && let Some(parent) = self.get(above)
            {
                // Two steps of the same length become one: so the way up is as short as the logarithm of its length.
                let (near, far) = (parent.far_above, self.get(parent.far_above).map_or(above, |far| far.far_above));
                let is_even = parent.level - self.level(near) == self.level(near) - self.level(far);
                place.level = parent.level + 1;
                place.above = above;
                place.far_above = if is_even { far } else { above };
                place.latest = parent.latest.max(place.latest);
            } else {
                self.missing.insert(parent);
            }
        }
        self.all.push(place);
        self.known.insert(comment.id, number);
        Some(number)
    }

    /// Where the ways down to two places part: two places that stand below the same or at top level. The same one twice if
    /// one of the two is above the other, or they are one.
    fn fork(&self, one: u32, other: u32) -> (u32, u32) {
        let level = self.level(one).min(self.level(other));
        let (mut x, mut y) = (self.climb(one, level), self.climb(other, level));
        while let (Some(a), Some(b)) = (self.get(x), self.get(y)) {
            if x == y || a.level == 0 || a.above == b.above {
                break;
            }
            // How far the long step goes depends on the level alone, so both stay at one level.
            (x, y) = if a.far_above == b.far_above { (a.above, b.above) } else { (a.far_above, b.far_above) };
        }
        (x, y)
    }

    /// Which of two places stands first, in an order of what stands at top level. Nothing is dated later than now.
    pub(super) fn compare(&self, one: u32, other: u32, sort: Sort, now: Timestamp) -> Ordering {
        let (x, y) = self.fork(one, other);
        let (Some(a), Some(b)) = (self.get(x), self.get(y)) else {
            return Ordering::Equal;
        };
        if x == y {
            return self.level(one).cmp(&self.level(other));
        }
        let order = a.latest.min(now).cmp(&b.latest.min(now)).then_with(|| a.comment.id.cmp(&b.comment.id));
        if a.level == 0 && sort == Sort::Newest { order.reverse() } else { order }
    }

    /// The place at this level that is above another one, or is it.
    pub(super) fn climb(&self, mut number: u32, level: u32) -> u32 {
        while let Some(place) = self.get(number).filter(|place| place.level > level) {
            number = if self.level(place.far_above) < level { place.above } else { place.far_above };
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{comment, id};
    use super::*;

    /// A conversation of 1,000 with another one that leaves it at 500.
    fn conversation() -> Places {
        let mut places = Places::default();
        for n in 1..=1_000 {
            places.put(&Rc::new(comment(n, (n > 1).then(|| n - 1), 1)));
        }
        for n in 1_001..=1_400 {
            places.put(&Rc::new(comment(n, Some(if n == 1_001 { 500 } else { n - 1 }), 1)));
        }
        places
    }

    #[test]
    fn every_place_above_is_found() {
        let places = conversation();
        for (from, level, found) in [(1_000, 0, 1), (1_000, 998, 999), (1_400, 500, 1_001), (1_400, 499, 500)] {
            let climbed = places.climb(places.number(id(from)).unwrap(), level);
            assert_eq!(places.get(climbed).unwrap().comment.id, id(found), "{from} at {level}");
        }
    }

    #[test]
    fn two_ways_part_below_the_last_place_that_both_have() {
        let places = conversation();
        let fork = |one, other| {
            let (x, y) = places.fork(places.number(id(one)).unwrap(), places.number(id(other)).unwrap());
            [x, y].map(|number| places.get(number).unwrap().comment.id)
        };
        assert_eq!(fork(1_000, 1_400), [501, 1_001].map(id));
        assert_eq!(fork(1_400, 502), [1_001, 501].map(id));
        assert_eq!(fork(499, 1_400), [499, 499].map(id), "one is above the other");
        assert_eq!(fork(7, 7), [7, 7].map(id));
    }

    #[test]
    fn the_way_up_is_short_however_deep_a_conversation_is() {
        let places = conversation();
        let mut number = places.number(id(1_000)).unwrap();
        let mut steps = 0;
        while let Some(place) = places.get(number).filter(|place| place.level > 0) {
            number = place.far_above;
            steps += 1;
        }
        assert!(steps <= 20, "{steps} steps");
    }

    #[test]
    fn what_changes_no_place_is_told_from_what_does() {
        let places = conversation();
        let moved = |n, now: Option<Comment>| places.is_moved(id(n), now.map(Rc::new).as_ref());
        assert!(!moved(2, Some(Comment { deleted: true, ..comment(2, Some(1), 1) })));
        assert!(moved(2, Some(comment(2, Some(1), 9))), "another date");
        assert!(moved(2, Some(comment(2, None, 1))), "another parent");
        assert!(moved(2, None), "gone");
        assert!(!moved(9_000, Some(comment(9_000, Some(8_000), 1))));
        let mut places = places;
        places.put(&Rc::new(comment(9_000, Some(8_000), 1)));
        assert!(places.is_moved(id(8_000), Some(&Rc::new(comment(8_000, None, 1)))), "it is waited for");
    }
}
