//! The comments of a thread as a tree: which comment each reply stands below, and where the ways down to two comments part.

use super::sorted_set::SortedSet;
use std::cmp::Ordering;
use std::rc::Rc;

use super::comment::Comment;
use super::operation_id::OperationId;
use super::sort::Sort;
use super::timestamp::Timestamp;

/// A comment in the tree. Nodes go by numbers, which stay.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) comment: Rc<Comment>,
    /// How many comments the comment stands below.
    pub(super) level: u32,
    /// The number of the parent's node; the node's own number at top level.
    pub(super) above: u32,
    /// A node further up, chosen so that every node above is a few steps away, however deep a conversation is.
    far_above: u32,
    /// The newest date of the comment and of all above it: a reply is dated no earlier than its parent.
    pub(super) latest: Timestamp,
    /// How many of the comment's replies have a row.
    pub(super) replies: u32,
    pub(super) has_row: bool,
    /// How many had reacted to the comment when it came into the tree. A comment does not move from under the finger of a reader who
    /// reacts to it.
    liked: u32,
}

/// All comments of a thread, each a node. No node is ever taken out: when the thread loses a comment, the tree is made anew.
#[derive(Clone, Debug, Default)]
pub(super) struct ReplyTree {
    all: Vec<Node>,
    /// The ids of the comments, each with the number of its node.
    known: SortedSet<OperationId>,
    /// Parents of replies in the tree that are not in the tree themselves.
    missing: SortedSet<OperationId>,
}

impl ReplyTree {
    /// The node with this number.
    pub(super) fn get(&self, number: u32) -> Option<&Node> {
        self.all.get(number as usize)
    }

    /// The node with this number, to note what became of its row.
    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut Node> {
        self.all.get_mut(number as usize)
    }

    /// The number of a comment's node.
    pub(super) fn number(&self, id: OperationId) -> Option<u32> {
        self.known.number(&id)
    }

    /// How many comments the comment of this node stands below.
    pub(super) fn level(&self, number: u32) -> u32 {
        self.get(number).map_or(0, |node| node.level)
    }

    /// Whether a comment that is as `now` (`None`: gone) moves in the tree, or other comments do because of it, where comments at top
    /// level have this order.
    pub(super) fn is_moved(&self, id: OperationId, now: Option<&Rc<Comment>>, sort: Sort) -> bool {
        let before = self.number(id).and_then(|number| self.get(number)).map(|node| &node.comment);
        match (before, now) {
            (Some(before), Some(now)) => {
                (before.parent, before.created_at) != (now.parent, now.created_at)
                    || sort == Sort::Top && before.reactions.others() != now.reactions.others()
            }
            (Some(_), None) => true,
            (None, Some(_)) => self.missing.contains(&id),
            (None, None) => false,
        }
    }

    /// Puts a comment below its parent, and gives the number of its node; `None` where the comment replaced the one of its id.
    pub(super) fn put(&mut self, comment: &Rc<Comment>) -> Option<u32> {
        if let Some(node) = self.number(comment.id).and_then(|number| self.get_mut(number)) {
            node.comment = Rc::clone(comment);
            return None;
        }
        let number = self.all.len() as u32;
        let mut node = Node {
            comment: Rc::clone(comment),
            level: 0,
            above: number,
            far_above: number,
            latest: comment.created_at,
            replies: 0,
            has_row: false,
            liked: comment.reactions.total(),
        };
        // Only a smaller Lamport number can be a cause, so that circles cannot be built.
        if let Some(parent) = comment.parent.filter(|parent| parent.lamport < comment.id.lamport) {
            if let Some(above) = self.number(parent)
                && let Some(parent) = self.get(above)
            {
                // Two steps of the same length become one: so the way up is as short as the logarithm of its length.
                let (near, far) = (parent.far_above, self.get(parent.far_above).map_or(above, |far| far.far_above));
                let is_even = parent.level - self.level(near) == self.level(near) - self.level(far);
                node.level = parent.level + 1;
                node.above = above;
                node.far_above = if is_even { far } else { above };
                node.latest = parent.latest.max(node.latest);
            } else {
                self.missing.insert(parent);
            }
        }
        self.all.push(node);
        self.known.put(comment.id, number);
        Some(number)
    }

    /// Where the ways down to two nodes part: two nodes below one parent, or at top level. The same node twice if one of the
    /// two is above the other, or they are one.
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

    /// Which of two nodes stands first, where comments at top level have this order. No comment counts as later than now.
    pub(super) fn compare(&self, one: u32, other: u32, sort: Sort, now: Timestamp) -> Ordering {
        let (x, y) = self.fork(one, other);
        let (Some(a), Some(b)) = (self.get(x), self.get(y)) else {
            return Ordering::Equal;
        };
        if x == y {
            return self.level(one).cmp(&self.level(other));
        }
        let order = a.latest.min(now).cmp(&b.latest.min(now)).then_with(|| a.comment.id.cmp(&b.comment.id));
        match sort {
            Sort::Newest if a.level == 0 => order.reverse(),
            Sort::Top if a.level == 0 => b.liked.cmp(&a.liked).then(order),
            _ => order,
        }
    }

    /// The node at this level that is above the node with this number, or is that node.
    pub(super) fn climb(&self, mut number: u32, level: u32) -> u32 {
        while let Some(node) = self.get(number).filter(|node| node.level > level) {
            number = if self.level(node.far_above) < level { node.above } else { node.far_above };
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{comment, id};
    use super::*;

    /// A conversation of 1,000 with another one that leaves it at 500.
    fn conversation() -> ReplyTree {
        let mut tree = ReplyTree::default();
        for n in 1..=1_000 {
            tree.put(&Rc::new(comment(n, (n > 1).then(|| n - 1), 1)));
        }
        for n in 1_001..=1_400 {
            tree.put(&Rc::new(comment(n, Some(if n == 1_001 { 500 } else { n - 1 }), 1)));
        }
        tree
    }

    #[test]
    fn every_node_above_is_found() {
        let tree = conversation();
        for (from, level, found) in [(1_000, 0, 1), (1_000, 998, 999), (1_400, 500, 1_001), (1_400, 499, 500)] {
            let climbed = tree.climb(tree.number(id(from)).unwrap(), level);
            assert_eq!(tree.get(climbed).unwrap().comment.id, id(found), "{from} at {level}");
        }
    }

    #[test]
    fn two_ways_part_below_the_last_node_that_both_have() {
        let tree = conversation();
        let fork = |one, other| {
            let (x, y) = tree.fork(tree.number(id(one)).unwrap(), tree.number(id(other)).unwrap());
            [x, y].map(|number| tree.get(number).unwrap().comment.id)
        };
        assert_eq!(fork(1_000, 1_400), [501, 1_001].map(id));
        assert_eq!(fork(1_400, 502), [1_001, 501].map(id));
        assert_eq!(fork(499, 1_400), [499, 499].map(id), "one is above the other");
        assert_eq!(fork(7, 7), [7, 7].map(id));
    }

    #[test]
    fn the_way_up_is_short_however_deep_a_conversation_is() {
        let tree = conversation();
        let mut number = tree.number(id(1_000)).unwrap();
        let mut steps = 0;
        while let Some(node) = tree.get(number).filter(|node| node.level > 0) {
            number = node.far_above;
            steps += 1;
        }
        assert!(steps <= 20, "{steps} steps");
    }

    #[test]
    fn a_change_that_moves_no_comment_is_told_from_one_that_does() {
        let tree = conversation();
        let moved = |n, now: Option<Comment>| tree.is_moved(id(n), now.map(Rc::new).as_ref(), Sort::Oldest);
        assert!(!moved(2, Some(Comment { deleted: true, ..comment(2, Some(1), 1) })));
        assert!(moved(2, Some(comment(2, Some(1), 9))), "another date");
        assert!(moved(2, Some(comment(2, None, 1))), "another parent");
        assert!(moved(2, None), "gone");
        assert!(!moved(9_000, Some(comment(9_000, Some(8_000), 1))));
        let mut tree = tree;
        tree.put(&Rc::new(comment(9_000, Some(8_000), 1)));
        assert!(
            tree.is_moved(id(8_000), Some(&Rc::new(comment(8_000, None, 1))), Sort::Oldest),
            "a reply waits for this parent"
        );
    }
}
