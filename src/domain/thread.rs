//! A thread: its comments, and the order in which a reader meets them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::comment::Comment;
use super::operation_id::OperationId;
use super::sort::Sort;
use super::timestamp::Timestamp;

/// Replies deeper than this stand at this depth, so that neither memory nor margins grow without end.
pub const MAX_DEPTH: u16 = 100;

/// All comments of a thread, deleted ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    comments: BTreeMap<OperationId, Rc<Comment>>,
    visible: usize,
}

/// One line of the flat list that a thread is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The comment in this row.
    pub comment: Rc<Comment>,
    /// 0 at top level; at most [`MAX_DEPTH`].
    pub depth: u16,
    /// What the comment answers, if that is known here.
    pub parent: Option<Rc<Comment>>,
}

impl Row {
    /// True for a reply whose parent is not here (yet).
    pub fn is_stray(&self) -> bool {
        self.comment.parent.is_some() && self.parent.is_none()
    }
}

impl Thread {
    /// Adds a comment or replaces the one with its id.
    pub fn put(&mut self, comment: Comment) {
        let shown = usize::from(!comment.deleted);
        let before = self.comments.insert(comment.id, Rc::new(comment));
        let hidden = usize::from(before.is_some_and(|old| !old.deleted));
        self.visible = (self.visible + shown).saturating_sub(hidden);
    }

    /// Takes a comment out: it was erased.
    pub fn remove(&mut self, id: OperationId) {
        let gone = self.comments.remove(&id);
        self.visible = self.visible.saturating_sub(usize::from(gone.is_some_and(|gone| !gone.deleted)));
    }

    /// All comments, in the order of their ids.
    pub fn comments(&self) -> impl Iterator<Item = &Rc<Comment>> {
        self.comments.values()
    }

    /// The comment with this id.
    pub fn get(&self, id: OperationId) -> Option<&Rc<Comment>> {
        self.comments.get(&id)
    }

    /// How many comments are not deleted: the number in the heading.
    pub fn count(&self) -> usize {
        self.visible
    }

    /// The flat list, oldest first, every reply below what it answers. A comment is dated no earlier than its parent
    /// and no later than `now`; equals are ordered by id. A reply whose parent is unknown stands at top level.
    /// A deleted comment has a row only above a visible reply, or if it is in `kept`.
    pub fn rows(&self, now: Timestamp, kept: &BTreeSet<OperationId>) -> Vec<Row> {
        self.sorted_rows(Sort::Oldest, now, kept)
    }

    /// The same in another order of what stands at top level.
    pub fn sorted_rows(&self, sort: Sort, now: Timestamp, kept: &BTreeSet<OperationId>) -> Vec<Row> {
        let mut replies: BTreeMap<Option<OperationId>, Vec<&Rc<Comment>>> = BTreeMap::new();
        for comment in self.comments.values() {
            let known = self.parent_of(comment).map(|parent| parent.id);
            replies.entry(known).or_default().push(comment);
        }
        // A reply's id is greater than its parent's, so going backwards meets every reply before what it answers.
        let mut needed: BTreeSet<OperationId> = BTreeSet::new();
        for comment in self.comments.values().rev() {
            if !comment.deleted || kept.contains(&comment.id) || needed.contains(&comment.id) {
                needed.insert(comment.id);
                needed.extend(self.parent_of(comment).map(|parent| parent.id));
            }
        }
        let mut rows = Vec::with_capacity(needed.len());
        let mut waiting = Vec::new();
        let queue = |waiting: &mut Vec<_>, list: Option<Vec<&Rc<Comment>>>, depth: u16, floor: Timestamp| {
            let mut dated: Vec<_> = list
                .unwrap_or_default()
                .into_iter()
                .map(|comment| {
                    (comment.created_at.max(floor).min(now.max(floor)), comment.id, depth, Rc::clone(comment))
                })
                .collect();
            // The last one in is the first one out.
            dated.sort_by_key(|(at, id, ..)| std::cmp::Reverse((*at, *id)));
            waiting.extend(dated);
        };
        let earliest = self.comments.values().map(|comment| comment.created_at).min().unwrap_or(now).min(now);
        queue(&mut waiting, replies.remove(&None), 0, earliest);
        if sort == Sort::Newest {
            waiting.reverse();
        }
        while let Some((at, id, depth, comment)) = waiting.pop() {
            queue(&mut waiting, replies.remove(&Some(id)), (depth + 1).min(MAX_DEPTH), at);
            if needed.contains(&id) {
                let parent = self.parent_of(&comment).cloned();
                rows.push(Row { comment, depth, parent });
            }
        }
        rows
    }

    /// The known parent. Only a smaller Lamport number can be a cause, so that cycles cannot be built.
    fn parent_of(&self, comment: &Comment) -> Option<&Rc<Comment>> {
        let parent = comment.parent?;
        (parent.lamport < comment.id.lamport).then(|| self.comments.get(&parent)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::author::{Author, AuthorId};
    use crate::domain::body::Body;
    use crate::domain::comment::Version;
    use crate::domain::operation_id::{Actor, Lamport};

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
    }

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis).unwrap()
    }

    fn comment(lamport: u64, parent: Option<u64>, millis: i64) -> Comment {
        Comment {
            id: id(lamport),
            parent: parent.map(id),
            author: Author { id: AuthorId::local(1), name: None },
            created_at: at(millis),
            edited_at: None,
            current: Version { body: Body::new("text").unwrap(), at: at(millis) },
            earlier: vec![],
            deleted: false,
            own: true,
            published: false,
            sent: false,
        }
    }

    fn deleted(comment: Comment) -> Comment {
        Comment { deleted: true, ..comment }
    }

    #[track_caller]
    fn shows(comments: &[Comment], now: i64, kept: &[u64], expected: &[(u64, u16)]) {
        let kept: BTreeSet<_> = kept.iter().map(|n| id(*n)).collect();
        let mut thread = Thread::default();
        for one in comments {
            thread.put(one.clone());
        }
        let rows: Vec<_> = thread.rows(at(now), &kept).iter().map(|row| (row.comment.id, row.depth)).collect();
        assert_eq!(rows, expected.iter().map(|(n, depth)| (id(*n), *depth)).collect::<Vec<_>>());
    }

    #[test]
    fn replies_stand_below_what_they_answer_oldest_first() {
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
        let mut thread = Thread::default();
        for one in [
            comment(1, None, 10),
            comment(2, None, 5),
            comment(3, Some(1), 20),
            comment(4, Some(1), 30),
            comment(5, None, 9_000),
            comment(6, None, 100),
        ] {
            thread.put(one);
        }
        // 5 comes from the future and counts as now, like 6; of two equals the one with the greater id is newer.
        let rows = thread.sorted_rows(Sort::Newest, at(100), &BTreeSet::new());
        let rows: Vec<_> = rows.iter().map(|row| (row.comment.id, row.depth)).collect();
        assert_eq!(rows, [(6, 0), (5, 0), (1, 0), (3, 1), (4, 1), (2, 0)].map(|(n, depth)| (id(n), depth)));
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
        let mut thread = Thread::default();
        thread.put(comment(5, Some(3), 2));
        assert!(thread.rows(at(9), &BTreeSet::new())[0].is_stray());
        thread.put(comment(3, None, 1));
        assert!(!thread.rows(at(9), &BTreeSet::new())[1].is_stray());
    }

    #[test]
    fn comments_that_answer_each_other_are_both_shown_once() {
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
    fn the_count_leaves_deleted_comments_out() {
        let mut thread = Thread::default();
        thread.put(comment(1, None, 1));
        thread.put(comment(2, None, 1));
        assert_eq!(thread.count(), 2);
        thread.put(deleted(comment(1, None, 1)));
        thread.put(deleted(comment(1, None, 1)));
        assert_eq!(thread.count(), 1);
        thread.put(comment(1, None, 1));
        assert_eq!(thread.count(), 2);
    }

    #[test]
    fn depth_has_an_end() {
        let mut thread = Thread::default();
        for n in 1..=300 {
            thread.put(comment(n, (n > 1).then(|| n - 1), 1));
        }
        let rows = thread.rows(at(9), &BTreeSet::new());
        assert_eq!(rows.len(), 300);
        assert_eq!(rows.iter().map(|row| row.depth).max(), Some(MAX_DEPTH));
    }
}
