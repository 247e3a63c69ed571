//! The list that a thread is drawn from: its order, and what of it is drawn.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::model::Model;
use super::window;
use crate::domain::operation_id::OperationId;
use crate::domain::sort::Sort;
use crate::domain::thread::Row;

impl Model {
    /// The order of the list: the reader's, else the embedder's.
    pub fn sort(&self) -> Sort {
        self.chosen_sort.unwrap_or(self.config.sort)
    }

    /// The rows that are drawn.
    pub fn drawn(&self) -> &[Row] {
        self.rows.get(self.range.clone()).unwrap_or_default()
    }

    /// The rows on the page: those that are drawn, and on paper the others too, as far as paper goes.
    pub fn laid_out(&self) -> &[Row] {
        if !self.printing {
            return self.drawn();
        }
        self.rows.get(window::printed(&self.range, self.rows.len())).unwrap_or_default()
    }

    /// Makes the flat list anew. What is being answered or edited stays drawn, whatever comes before it.
    pub(super) fn list(&mut self) {
        self.list_anew(false);
    }

    /// Makes it anew in another order, from its beginning.
    pub(super) fn turn(&mut self) {
        self.list_anew(true);
    }

    fn list_anew(&mut self, turned: bool) {
        let mut open = BTreeSet::new();
        open.extend(self.forms.comments());
        let mut kept = self.undoable.clone();
        kept.extend(&open);
        let before = self.rows.len();
        let first = self.drawn().first().filter(|_| self.range.start > 0).map(|row| row.comment.id);
        let written: Vec<_> =
            open.into_iter().filter(|id| self.drawn().iter().any(|row| row.comment.id == *id)).collect();
        let rows = self.thread().sorted_rows(self.sort(), self.now, &kept);
        self.range = match turned {
            true => window::after_change(&(0..0), 0, rows.len()),
            false => window::after_change(&self.range, before, rows.len()),
        };
        // What comes above the rows that are looked at does not push them out of sight.
        if let Some(at) =
            first.filter(|_| !turned).and_then(|first| rows.iter().position(|row| row.comment.id == first))
        {
            self.range = window::moved(&self.range, at, rows.len());
        }
        if !written.is_empty() {
            let at = rows.iter().enumerate().filter(|(_, row)| written.contains(&row.comment.id)).map(|(at, _)| at);
            self.range = at.fold(self.range.clone(), |range, at| window::with(&range, at));
        }
        self.rows = Rc::new(rows);
    }

    /// Moves the range so that a comment is drawn.
    pub(super) fn reveal(&mut self, id: OperationId) {
        if let Some(index) = self.rows.iter().position(|row| row.comment.id == id) {
            self.range = window::showing(&self.range, index, self.rows.len());
        }
    }
}
