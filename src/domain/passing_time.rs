//! What the passing of time does to the rows of a thread: nothing is dated later than now, and now moves.

use super::rows::Rows;
use super::timestamp::Timestamp;

impl Rows {
    /// Takes note of a node if it is not dated before now.
    pub(super) fn look_ahead(&mut self, number: u32) {
        let latest = |number: u32| self.tree.get(number).map(|node| node.latest);
        if latest(number) >= Some(self.now) {
            let index = self.ahead.partition_point(|other| latest(*other) <= latest(number));
            self.ahead.insert(index, number);
        }
    }

    /// Lets time go on. What was dated in the future counted as of now, like all that is dated later still; once time has
    /// passed it, it stands before those, with its replies.
    pub(super) fn go_on_to(&mut self, now: Timestamp) {
        let latest = |number: &u32| self.tree.get(*number).map(|node| node.latest);
        let is_later_than_all = self.ahead.last().and_then(latest) <= Some(self.now);
        let passed = self.ahead.partition_point(|number| latest(number) < Some(now));
        let passed: Vec<u32> = self.ahead.drain(..passed).filter(|_| !is_later_than_all).collect();
        let mut moving = Vec::new();
        for number in passed {
            if let Ok(spot) = self.find(number) {
                let level = self.tree.level(number);
                let below = self.order.starting_at(spot).copied().skip(1);
                let with_replies = moving.len();
                moving.push(number);
                moving.extend(below.take_while(|other| self.tree.level(*other) > level));
                for number in moving.iter().skip(with_replies) {
                    if let Ok(spot) = self.find(*number) {
                        self.order.remove(spot);
                    }
                }
            }
        }
        self.now = now;
        for number in moving {
            if let Err(spot) = self.find(number) {
                self.order.insert(spot, number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{at, comment, id};
    use super::super::sort::Sort;
    use super::super::sorted_set::SortedSet;
    use super::super::thread::Thread;
    use super::*;

    #[test]
    fn a_comment_from_the_future_goes_up_with_its_replies_when_its_time_has_come() {
        let mut thread = Thread::default();
        for one in [
            comment(2, None, 500),
            comment(3, None, 300),
            comment(4, Some(3), 900),
            comment(5, None, 100),
            comment(6, None, 400),
        ] {
            thread.put(one);
        }
        let mut rows = Rows::of(&thread, Sort::Oldest, at(200));
        let mut shows_at = |now, wanted: &[u64]| {
            rows.follow(&thread, Sort::Oldest, at(now), SortedSet::new());
            let seen: Vec<_> = rows.iter().map(|row| row.comment.id).collect();
            assert_eq!(seen, wanted.iter().map(|n| id(*n)).collect::<Vec<_>>(), "at {now}");
        };
        shows_at(200, &[5, 2, 3, 4, 6]);
        shows_at(300, &[5, 2, 3, 4, 6]);
        shows_at(301, &[5, 3, 4, 2, 6]);
        shows_at(450, &[5, 3, 4, 6, 2]);
        shows_at(200, &[5, 2, 3, 4, 6]);
    }
}
