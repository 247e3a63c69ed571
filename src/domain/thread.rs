//! A thread: its comments, and how many a reader sees.

use super::sorted_map::SortedMap;
use std::rc::Rc;

use super::comment::Comment;
use super::operation_id::OperationId;

/// All comments of a thread, deleted ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    comments: SortedMap<OperationId, Rc<Comment>>,
    visible: usize,
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
}

#[cfg(test)]
mod tests {
    use super::super::samples::{comment, deleted};
    use super::*;

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
}
