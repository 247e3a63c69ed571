//! The list that a thread is drawn from: its order, and what of it is drawn.

use std::collections::BTreeSet;

use super::model::Model;
use super::window;
use crate::domain::operation_id::OperationId;
use crate::domain::row::Row;
use crate::domain::rows::Rows;
use crate::domain::sort::Sort;

impl Model {
    /// The order of the list: the reader's, else the embedder's.
    pub fn sort(&self) -> Sort {
        self.chosen_sort.unwrap_or(self.config.sort)
    }

    /// The comments as a flat list.
    pub fn rows(&self) -> &Rows {
        self.discussion.rows()
    }

    /// The rows that are drawn.
    pub fn drawn(&self) -> impl Iterator<Item = Row> {
        self.rows().within(self.range.clone())
    }

    /// The rows on the page: those that are drawn, and on paper the others too, as far as paper goes.
    pub fn laid_out(&self) -> impl Iterator<Item = Row> {
        let printed = || window::printed(&self.range, self.rows().len());
        self.rows().within(if self.printing { printed() } else { self.range.clone() })
    }

    /// Brings the flat list up to date. What is being answered or edited stays drawn, whatever comes before it.
    pub(super) fn list(&mut self) {
        self.list_again(false);
    }

    /// Shows it in another order, from its beginning.
    pub(super) fn turn(&mut self) {
        self.list_again(true);
    }

    fn list_again(&mut self, turned: bool) {
        let mut open = BTreeSet::new();
        open.extend(self.forms.comments());
        let mut kept = self.undoable.clone();
        kept.extend(&open);
        let before = self.rows().len();
        let first = self.drawn().next().filter(|_| self.range.start > 0).map(|row| row.comment.id);
        let is_drawn = |id: &OperationId| self.rows().position(*id).is_some_and(|at| self.range.contains(&at));
        let written: Vec<_> = open.into_iter().filter(is_drawn).collect();
        let sort = self.sort();
        self.discussion.list(sort, self.now, kept);
        let rows = self.discussion.rows();
        self.range = match turned {
            true => window::after_change(&(0..0), 0, rows.len()),
            false => window::after_change(&self.range, before, rows.len()),
        };
        // What comes above the rows that are looked at does not push them out of sight.
        if let Some(at) = first.filter(|_| !turned).and_then(|first| rows.position(first)) {
            self.range = window::moved(&self.range, at, rows.len());
        }
        for at in written.into_iter().filter_map(|id| rows.position(id)) {
            self.range = window::with(&self.range, at);
        }
    }

    /// Moves the range so that a comment is drawn.
    pub(super) fn reveal(&mut self, id: OperationId) {
        if let Some(index) = self.rows().position(id) {
            self.range = window::showing(&self.range, index, self.rows().len());
        }
    }
}
