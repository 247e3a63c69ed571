//! Which rows of a list are hidden: in branches that are folded, or because the reader wants to see others.

use std::ops::Range;

use super::filter::Wanted;
use super::operation_id::OperationId;
use super::row::Branch;
use super::sorted_set::SortedSet;

/// What is folded, and what of the list is hidden for it. The list itself stays as it is, so that to fold a branch costs the same
/// however many rows it hides.
#[derive(Clone, Debug, Default)]
pub(super) struct Folds {
    /// The comments whose branches are folded, known or not.
    pub(super) folded: SortedSet<OperationId>,
    /// Comments that have their row all the same.
    pub(super) open: SortedSet<OperationId>,
    /// Which of all rows are hidden: ranges in order, of which none is empty and none touches another one's rows.
    pub(super) hidden: Vec<Range<usize>>,
    /// The numbers of the nodes that are folded and have a row, in order, and how many rows each hides.
    pub(super) counts: Vec<(u32, usize)>,
    /// The comments that the reader wants to see.
    pub(super) wanted: Wanted,
    /// The numbers of the nodes that have a row, if not all have one: then nothing else is hidden.
    pub(super) only: Option<Vec<u32>>,
}

impl Folds {
    /// How many rows are hidden.
    pub(super) fn hidden(&self) -> usize {
        self.hidden.iter().map(ExactSizeIterator::len).sum()
    }

    /// Where a row stands among those that are not hidden, if it is not.
    pub(super) fn shown(&self, place: usize) -> Option<usize> {
        let mut before = 0;
        for hidden in self.hidden.iter().take_while(|hidden| hidden.start <= place) {
            if place < hidden.end {
                return None;
            }
            before += hidden.len();
        }
        Some(place - before)
    }

    /// Where the rows of a range of those that are not hidden stand among all.
    pub(super) fn parts(&self, shown: Range<usize>) -> Vec<Range<usize>> {
        let (mut parts, mut start, mut left) = (Vec::new(), shown.start, shown.len());
        for hidden in &self.hidden {
            if start < hidden.start {
                let end = hidden.start.min(start + left);
                parts.push(start..end);
                left -= end - start;
                if left == 0 {
                    return parts;
                }
                start = hidden.start;
            }
            start += hidden.len();
        }
        parts.push(start..start + left);
        parts
    }

    /// What is said of the branch below a node that has replies.
    pub(super) fn branch(&self, number: u32) -> Branch {
        let found = self.counts.binary_search_by_key(&number, |(folded, _)| *folded);
        let count = found.ok().and_then(|at| self.counts.get(at));
        count.map_or(Branch::Open, |(_, count)| Branch::Folded(*count))
    }
}
