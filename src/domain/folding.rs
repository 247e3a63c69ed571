//! Folding branches of a list: finding the rows that are hidden for it.

use std::cmp::Ordering;
use std::ops::Range;

use super::folds::Folds;
use super::operation_id::OperationId;
use super::rows::{Hide, Rows};
use super::sorted_set::SortedSet;

impl Rows {
    /// From when the thread is next followed on, the branches below these comments are folded; but comments that are `open` have
    /// their rows all the same.
    pub fn fold(&mut self, folded: SortedSet<OperationId>, open: SortedSet<OperationId>, hide: Option<Hide>) {
        (self.folds.folded, self.folds.open, self.folds.only, self.hide) = (folded, open, None, hide);
    }

    /// Brings up to date what is hidden, if anything is or was.
    pub(super) fn hide_rows(&mut self) {
        if let Some(hide) = self.hide {
            hide(self);
        }
    }

    /// The comments among those folded in whose branches a comment stands.
    pub fn folded_above(&self, id: OperationId) -> Vec<OperationId> {
        let is_above = |above: &OperationId| {
            let (Some(above), Some(number)) = (self.tree.number(*above), self.tree.number(id)) else { return false };
            above != number && self.tree.climb(number, self.tree.level(above)) == above
        };
        self.folds.folded.iter().copied().filter(is_above).collect()
    }

    /// Whether a comment has a row, be it hidden or not.
    pub fn has_row(&self, id: OperationId) -> bool {
        self.tree.number(id).is_some_and(|number| self.place(number).is_some())
    }

    /// Finds out what is hidden. Each folded branch is looked for anew, so what comes or goes anywhere costs the same in a branch
    /// of any length.
    pub fn hide_folded(&mut self) {
        let Folds { folded, open, .. } = &self.folds;
        let (mut hidden, mut counts) = (Vec::new(), Vec::new());
        if !folded.is_empty() {
            let numbers = folded.iter().filter_map(|id| self.tree.number(*id));
            let mut branches = Vec::new();
            branches.extend(numbers.filter_map(|number| Some((self.below(number)?, number))));
            branches.sort_unstable_by_key(|(rows, _)| rows.start);
            let places = open.iter().filter_map(|id| self.place(self.tree.number(*id)?));
            let mut staying = Vec::new();
            staying.extend(places);
            staying.sort_unstable();
            let mut end = 0;
            for (rows, number) in branches {
                let parts = without(&rows, &staying);
                counts.push((number, parts.iter().map(ExactSizeIterator::len).sum()));
                // A branch in another one is hidden with that.
                if rows.end > end {
                    end = rows.end;
                    hidden.extend(parts);
                }
            }
            counts.sort_unstable();
        }
        (self.folds.hidden, self.folds.counts) = (hidden, counts);
    }

    /// Where the rows below that of a node stand among all.
    fn below(&self, number: u32) -> Option<Range<usize>> {
        let start = self.place(number)? + 1;
        let level = self.tree.level(number);
        let is_before = |other: &u32| {
            self.tree.compare(*other, number, self.sort, self.now).is_le() || self.tree.climb(*other, level) == number
        };
        let end = self.order.find(|other| if is_before(other) { Ordering::Less } else { Ordering::Greater });
        let (Ok(end) | Err(end)) = end;
        Some(start..self.order.index(end))
    }
}

/// The parts of a range between those that stay, which are in order.
fn without(rows: &Range<usize>, staying: &[usize]) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), rows.start);
    for place in staying.iter().filter(|place| rows.contains(place)).chain([&rows.end]) {
        if start < *place {
            parts.push(start..*place);
        }
        start = place + 1;
    }
    parts
}
