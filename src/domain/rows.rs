//! The flat list that a thread is drawn from. It follows the thread: one comment more costs about the same however many there are.

use super::sorted_set::SortedSet;
use std::ops::Range;
use std::rc::Rc;

use super::comment::Comment;
use super::folds::Folds;
use super::operation_id::OperationId;
use super::reply_tree::ReplyTree;
use super::row::{Branch, MAX_DEPTH, Row};
use super::sequence::Sequence;
use super::sort::Sort;
use super::thread::Thread;
use super::timestamp::Timestamp;

/// The rows of a thread, every reply below its parent, oldest first; comments at top level in a chosen order. A comment
/// is dated no earlier than its parent and no later than now; equals are ordered by id. A reply whose parent is unknown
/// stands at top level. A deleted comment has a row only above a visible reply, or if it is kept there. Rows that are hidden in
/// folded branches are left out of everything that is said here: they are neither counted nor found.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub(super) tree: ReplyTree,
    /// The numbers of the nodes that have a row, in the order of rows; those that are hidden too.
    pub(super) order: Sequence<u32>,
    /// The numbers of the nodes that are not dated before now, by date: time will pass them.
    pub(super) ahead: Vec<u32>,
    touched: SortedSet<OperationId>,
    pub(super) kept: SortedSet<OperationId>,
    pub(super) sort: Sort,
    pub(super) now: Timestamp,
    pub(super) folds: Folds,
    pub(super) hide: Option<Hide>,
}

/// What finds the rows that are hidden. It is handed over with what is folded: a page on which nothing is does not fetch it.
pub type Hide = fn(&mut Rows);

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
        let moves = |id: &OperationId| self.tree.is_moved(*id, thread.get(*id), sort);
        if sort != self.sort || now < self.now || touched.iter().any(moves) {
            let (folds, hide) = (std::mem::take(&mut self.folds), self.hide);
            *self = Self { sort, now, folds, hide, ..Self::default() };
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
        self.hide_rows();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.folds.only.as_ref().map_or_else(|| self.order.len() - self.folds.hidden(), Vec::len)
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
        self.numbers(range).into_iter().filter_map(|number| self.row(number))
    }

    /// The comments in the rows of a range.
    pub fn comments(&self, range: Range<usize>) -> impl Iterator<Item = &Comment> {
        self.numbers(range).into_iter().filter_map(|number| self.tree.get(number)).map(|node| &*node.comment)
    }

    /// One of them, counted from 0.
    pub fn get(&self, index: usize) -> Option<Row> {
        self.within(index..index + 1).next()
    }

    /// Where the row of a comment is, counted from 0.
    pub fn position(&self, id: OperationId) -> Option<usize> {
        let number = self.tree.number(id)?;
        match &self.folds.only {
            Some(only) => only.binary_search_by(|other| self.tree.compare(*other, number, self.sort, self.now)).ok(),
            None => self.folds.shown(self.place(number)?),
        }
    }

    /// Whether more than one row stands at top level, so that there is something to put in order.
    pub fn has_choice(&self) -> bool {
        let last = self.order.last();
        last.map(|last| self.tree.climb(*last, 0)) != self.order.from(0).next().copied()
    }

    fn numbers(&self, range: Range<usize>) -> Vec<u32> {
        let range = if range.end > self.len() { 0..0 } else { range };
        if let Some(only) = &self.folds.only {
            return only.get(range).unwrap_or_default().to_vec();
        }
        let mut numbers = Vec::with_capacity(range.len());
        for part in self.folds.parts(range) {
            numbers.extend(self.order.from(part.start).take(part.len()));
        }
        numbers
    }

    fn row(&self, number: u32) -> Option<Row> {
        let node = self.tree.get(number)?;
        let parent = self.tree.get(node.above).filter(|_| node.level > 0);
        let is_alone = self.folds.only.is_some();
        Some(Row {
            comment: Rc::clone(&node.comment),
            depth: if is_alone { 0 } else { node.level.min(u32::from(MAX_DEPTH)) as u16 },
            parent: parent.map(|parent| Rc::clone(&parent.comment)),
            branch: if node.replies > 0 && !is_alone { self.folds.branch(number) } else { Branch::None },
        })
    }

    /// Where the row of a node is among all rows, those that are hidden too.
    pub(super) fn place(&self, number: u32) -> Option<usize> {
        self.find(number).ok().map(|spot| self.order.index(spot))
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
