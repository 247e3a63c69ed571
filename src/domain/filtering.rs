//! A list in which only some comments have rows: those that the reader wants to see.

use super::comment::Comment;
use super::filter::{Filter, Wanted};
use super::operation_id::OperationId;
use super::rows::Rows;
use super::sorted_set::SortedSet;

impl Rows {
    /// From when the thread is next followed on, by [`Self::show_wanted`], these comments alone have rows. `new`: those that are new to
    /// the reader.
    pub fn want(&mut self, filter: Filter, new: SortedSet<OperationId>) {
        self.folds.wanted = Wanted { filter, new };
    }

    /// Finds the rows that are wanted. They stand at one level: what they answer may not be among them. Comments that must keep their
    /// row have it all the same.
    pub fn show_wanted(&mut self) {
        let stays = |comment: &Comment| self.folds.open.contains(&comment.id) || self.kept.contains(&comment.id);
        let is_wanted = |number: &&u32| {
            let node = self.tree.get(**number);
            node.is_some_and(|node| self.folds.wanted.takes(&node.comment) || stays(&node.comment))
        };
        let only = self.order.from(0).filter(is_wanted).copied().collect();
        self.folds.only = Some(only);
    }

    /// The comments from the one at this place on, in the order of rows: those in folded branches too, but none that is filtered out.
    pub fn from_place(&self, place: usize) -> impl Iterator<Item = &Comment> {
        let only = self.folds.only.as_deref().map(|only| only.get(place..).unwrap_or_default());
        let all = only.is_none().then(|| self.order.from(place));
        let numbers = only.into_iter().flatten().chain(all.into_iter().flatten());
        numbers.filter_map(|number| self.tree.get(*number)).map(|node| &*node.comment)
    }

    /// Where a comment stands among all of [`Self::from_place`].
    pub fn place_of(&self, id: OperationId) -> Option<usize> {
        let number = self.tree.number(id)?;
        if self.folds.only.is_some() { self.position(id) } else { self.place(number) }
    }
}
