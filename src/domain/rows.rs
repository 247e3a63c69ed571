//! The flat list that a thread is drawn from. It follows the thread: one comment more costs about the same however many there are.

use super::sorted_set::SortedSet;
use std::ops::Range;
use std::rc::Rc;

use super::comment::Comment;
use super::operation_id::OperationId;
use super::reply_tree::ReplyTree;
use super::row::{MAX_DEPTH, Row};
use super::sequence::Sequence;
use super::sort::Sort;
use super::thread::Thread;
use super::timestamp::Timestamp;

/// The rows of a thread, every reply below its parent, oldest first; comments at top level in a chosen order. A comment
/// is dated no earlier than its parent and no later than now; equals are ordered by id. A reply whose parent is unknown
/// stands at top level. A deleted comment has a row only above a visible reply, or if it is kept there.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub(super) tree: ReplyTree,
    /// The numbers of the nodes that have a row, in the order of rows.
    pub(super) order: Sequence<u32>,
    /// The numbers of the nodes that are not dated before now, by date: time will pass them.
    pub(super) ahead: Vec<u32>,
    touched: SortedSet<OperationId>,
    kept: SortedSet<OperationId>,
    sort: Sort,
    pub(super) now: Timestamp,
}

impl Rows {
    /// The rows of a thread as it stands, without deleted comments that have no visible reply.
    pub fn of(thread: &Thread, sort: Sort, now: Timestamp) -> Self {
        let touched = thread.comments().map(|comment| comment.id).collect();
        let mut rows = Self { touched, sort, now, ..Self::default() };
        rows.follow(thread, sort, now, SortedSet::new());
        rows
    }

    /// Takes note that a comment may have come, changed or gone. Its row does so when the thread is next followed.
    pub fn touch(&mut self, id: OperationId) {
        self.touched.insert(id);
    }

    /// Makes the rows those of the thread, in which nothing but what was touched has changed since it was last followed.
    pub fn follow(&mut self, thread: &Thread, sort: Sort, now: Timestamp, kept: SortedSet<OperationId>) {
        let mut touched = std::mem::take(&mut self.touched);
        let moves = |id: &OperationId| self.tree.is_moved(*id, thread.get(*id));
        if sort != self.sort || now < self.now || touched.iter().any(moves) {
            *self = Self { sort, now, ..Self::default() };
            touched = thread.comments().map(|comment| comment.id).collect();
        }
        self.go_on_to(now);
        // The id of a reply is greater than its parent's, so going forwards meets every parent before its replies,
        for id in &touched {
            if let Some(number) = thread.get(*id).and_then(|comment| self.tree.put(comment)) {
                self.look_ahead(number);
            }
        }
        touched.extend(self.kept.differences(&kept).copied());
        self.kept = kept;
        // and going backwards every reply before its parent.
        let mut turned = Vec::new();
        while let Some(id) = touched.pop_last() {
            touched.extend(self.tree.number(id).and_then(|number| self.show_or_hide(number, &mut turned)));
        }
        // Rows that come in the order of their ids come at the end, most of them.
        for number in turned.into_iter().rev() {
            match self.find(number) {
                Ok(spot) => drop(self.order.remove(spot)),
                Err(spot) => self.order.insert(spot, number),
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Row> {
        self.within(0..self.len())
    }

    /// Those of a range, or none if it goes beyond the end.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = Row> {
        self.numbers(range).filter_map(|number| self.row(number))
    }

    /// The comments in the rows of a range.
    pub fn comments(&self, range: Range<usize>) -> impl Iterator<Item = &Comment> {
        self.numbers(range).filter_map(|number| self.tree.get(number)).map(|node| &*node.comment)
    }

    /// One of them, counted from 0.
    pub fn get(&self, index: usize) -> Option<Row> {
        self.within(index..index + 1).next()
    }

    /// Where the row of a comment is, counted from 0.
    pub fn position(&self, id: OperationId) -> Option<usize> {
        self.find(self.tree.number(id)?).ok().map(|spot| self.order.index(spot))
    }

    /// Whether more than one row stands at top level, so that there is something to put in order.
    pub fn has_choice(&self) -> bool {
        let last = self.order.from(self.len().saturating_sub(1)).next();
        last.map(|last| self.tree.climb(*last, 0)) != self.order.from(0).next().copied()
    }

    fn numbers(&self, range: Range<usize>) -> impl Iterator<Item = u32> {
        let range = if range.end > self.len() { 0..0 } else { range };
        self.order.from(range.start).copied().take(range.len())
    }

    fn row(&self, number: u32) -> Option<Row> {
        let node = self.tree.get(number)?;
        let parent = self.tree.get(node.above).filter(|_| node.level > 0);
        Some(Row {
            comment: Rc::clone(&node.comment),
            depth: node.level.min(u32::from(MAX_DEPTH)) as u16,
            parent: parent.map(|parent| Rc::clone(&parent.comment)),
        })
    }

    /// The spot of a node's row, or the one where it would be.
    pub(super) fn find(&self, number: u32) -> Result<(usize, usize), (usize, usize)> {
        self.order.find(|other| self.tree.compare(*other, number, self.sort, self.now))
    }

    /// Notes whether a node has a row, and its number if that has turned. Gives the id of the parent: its row may have to follow.
    fn show_or_hide(&mut self, number: u32, turned: &mut Vec<u32>) -> Option<OperationId> {
        let node = self.tree.get_mut(number)?;
        let shown = !node.comment.deleted || node.replies > 0 || self.kept.contains(&node.comment.id);
        if shown == node.has_row {
            return None;
        }
        node.has_row = shown;
        let above = node.above;
        turned.push(number);
        let parent = self.tree.get_mut(above).filter(|_| above != number)?;
        parent.replies = if shown { parent.replies + 1 } else { parent.replies.saturating_sub(1) };
        Some(parent.comment.id)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{at, comment, deleted, id};
    use super::*;

    fn thread(comments: &[Comment]) -> Thread {
        let mut thread = Thread::default();
        for one in comments {
            thread.put(one.clone());
        }
        thread
    }

    fn seen(rows: &Rows) -> Vec<(OperationId, u16)> {
        rows.iter().map(|row| (row.comment.id, row.depth)).collect()
    }

    fn expected(rows: &[(u64, u16)]) -> Vec<(OperationId, u16)> {
        rows.iter().map(|(n, depth)| (id(*n), *depth)).collect()
    }

    #[track_caller]
    fn shows(comments: &[Comment], now: i64, kept: &[u64], wanted: &[(u64, u16)]) {
        let kept = kept.iter().map(|n| id(*n)).collect();
        let thread = thread(comments);
        let mut rows = Rows::of(&thread, Sort::Oldest, at(now));
        rows.follow(&thread, Sort::Oldest, at(now), kept);
        assert_eq!(seen(&rows), expected(wanted));
    }

    #[test]
    fn replies_stand_below_their_parents_oldest_first() {
        shows(
            &[
                comment(1, None, 10),
                comment(2, None, 5),
                comment(3, Some(1), 30),
                comment(4, Some(1), 20),
                comment(5, Some(4), 40),
            ],
            100,
            &[],
            &[(2, 0), (1, 0), (4, 1), (5, 2), (3, 1)],
        );
    }

    #[test]
    fn newest_first_turns_the_top_level_round_and_no_conversation() {
        let thread = thread(&[
            comment(1, None, 10),
            comment(2, None, 5),
            comment(3, Some(1), 20),
            comment(4, Some(1), 30),
            comment(5, None, 9_000),
            comment(6, None, 100),
        ]);
        // 5 comes from the future and counts as now, like 6; of two equals the one with the greater id is newer.
        let rows = Rows::of(&thread, Sort::Newest, at(100));
        assert_eq!(seen(&rows), expected(&[(6, 0), (5, 0), (1, 0), (3, 1), (4, 1), (2, 0)]));
    }

    #[test]
    fn a_reply_dated_before_its_parent_counts_as_new_as_the_parent() {
        shows(
            &[comment(1, None, 50), comment(2, Some(1), 10), comment(3, Some(1), 50)],
            100,
            &[],
            &[(1, 0), (2, 1), (3, 1)],
        );
    }

    #[test]
    fn a_comment_from_the_future_is_not_later_than_now() {
        // Without the limit 2 would stand below 3 for ever.
        shows(&[comment(2, None, 9_000), comment(3, None, 100)], 100, &[], &[(2, 0), (3, 0)]);
    }

    #[test]
    fn a_reply_to_an_unknown_comment_stands_at_top_level() {
        shows(&[comment(1, None, 1), comment(5, Some(3), 2)], 100, &[], &[(1, 0), (5, 0)]);
        let mut thread = thread(&[comment(5, Some(3), 2)]);
        let mut rows = Rows::of(&thread, Sort::Oldest, at(9));
        assert!(rows.get(0).unwrap().is_stray());
        thread.put(comment(3, None, 1));
        rows.touch(id(3));
        rows.follow(&thread, Sort::Oldest, at(9), SortedSet::new());
        assert_eq!(seen(&rows), expected(&[(3, 0), (5, 1)]), "the parent has come");
        assert!(!rows.get(1).unwrap().is_stray());
    }

    #[test]
    fn comments_that_reply_to_each_other_are_both_shown_once() {
        shows(&[comment(1, Some(2), 1), comment(2, Some(1), 2)], 100, &[], &[(1, 0), (2, 1)]);
        shows(&[comment(1, Some(1), 1)], 100, &[], &[(1, 0)]);
    }

    #[test]
    fn a_deleted_comment_stays_only_where_it_is_needed() {
        let thread = [
            deleted(comment(1, None, 1)),
            comment(2, Some(1), 2),
            deleted(comment(3, None, 3)),
            deleted(comment(4, Some(3), 4)),
        ];
        shows(&thread, 100, &[], &[(1, 0), (2, 1)]);
        shows(&thread, 100, &[4], &[(1, 0), (2, 1), (3, 0), (4, 1)]);
    }

    #[test]
    fn depth_has_an_end() {
        let thread = thread(&(1..=300).map(|n| comment(n, (n > 1).then(|| n - 1), 1)).collect::<Vec<_>>());
        let rows = Rows::of(&thread, Sort::Oldest, at(9));
        assert_eq!(rows.len(), 300);
        assert_eq!(rows.iter().map(|row| row.depth).max(), Some(MAX_DEPTH));
    }

    #[test]
    fn rows_are_found_by_their_positions_and_their_comments() {
        let thread = thread(&[
            comment(1, None, 10),
            comment(2, None, 5),
            comment(3, Some(1), 20),
            deleted(comment(4, None, 30)),
        ]);
        let rows = Rows::of(&thread, Sort::Oldest, at(100));
        assert_eq!([1, 2, 3, 4, 9].map(|n| rows.position(id(n))), [Some(1), Some(0), Some(2), None, None]);
        assert_eq!(rows.within(1..3).map(|row| row.comment.id).collect::<Vec<_>>(), [1, 3].map(id));
        assert_eq!((rows.within(1..4).count(), rows.get(3)), (0, None));
    }

    #[test]
    fn there_is_a_choice_of_orders_with_two_rows_at_top_level() {
        let chooses = |comments: &[Comment]| Rows::of(&thread(comments), Sort::Oldest, at(9)).has_choice();
        assert!(!chooses(&[]));
        assert!(!chooses(&[comment(1, None, 1), comment(2, Some(1), 1), deleted(comment(3, None, 1))]));
        assert!(chooses(&[comment(1, None, 1), comment(2, None, 1), comment(3, Some(2), 1)]));
    }

    #[test]
    fn a_thread_of_deleted_comments_has_no_row() {
        let of = |comments: &[Comment]| Rows::of(&thread(comments), Sort::Oldest, at(100));
        assert!(of(&[]).is_empty() && of(&[deleted(comment(1, None, 10))]).is_empty());
        assert!(!of(&[comment(1, None, 10)]).is_empty());
    }
}
