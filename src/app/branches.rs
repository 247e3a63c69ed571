//! Which branches of the list the reader has folded, the ways that they went from replies to what these answer, and the link that led
//! them.

use super::permalink::Permalink;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::{Hide, Rows};
use crate::domain::sorted_set::SortedSet;

/// How many ways are remembered: one comment after the other, up a conversation.
const WAYS: usize = 32;

/// The branches of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Branches {
    /// The comments whose branches are folded. `None` until it is known what the tab remembers or the reader has folded one.
    folded: Option<SortedSet<OperationId>>,
    /// Where the reader went by "in reply to", the last way last.
    ways: Vec<Way>,
    /// The comment that the reader went to last, as long as they have gone nowhere else.
    pub(super) pointed_at: Option<OperationId>,
    /// The comment that the page's address names.
    pub(super) link: Permalink,
    /// What finds the rows that are hidden, once anything is folded.
    pub(super) hide: Option<Hide>,
    /// Whether the tab remembers something that has not been read.
    pub(super) is_to_read: bool,
    /// Whether all branches stand open for now: the page is being printed.
    pub(super) on_paper: bool,
}

/// From a reply to the comment that it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Way {
    from: OperationId,
    to: OperationId,
}

impl Branches {
    /// The comments whose branches are not to be seen now.
    pub(super) fn hidden(&self) -> SortedSet<OperationId> {
        if self.on_paper { SortedSet::new() } else { self.folded.clone().unwrap_or_default() }
    }

    /// The comments whose branches are folded.
    pub(super) fn folded(&self) -> impl Iterator<Item = OperationId> {
        self.folded.iter().flatten().copied()
    }

    /// Takes what the tab remembers, unless the reader was faster.
    pub(super) fn remembered(&mut self, folded: Vec<OperationId>) {
        self.hide = Some(Rows::hide_folded);
        self.folded.get_or_insert_with(|| folded.into_iter().collect());
    }

    /// Folds a branch (`true`), or opens it.
    pub(super) fn set(&mut self, id: OperationId, folded: bool) {
        self.hide = Some(Rows::hide_folded);
        let all = self.folded.get_or_insert_default();
        if folded {
            all.insert(id);
        } else {
            all.remove(&id);
        }
    }

    /// Whether a branch is folded.
    pub(super) fn is_folded(&self, id: OperationId) -> bool {
        self.folded.as_ref().is_some_and(|folded| folded.contains(&id))
    }

    /// Remembers that the reader went from a reply to what it answers. Only a way that goes on from the last one leaves that behind.
    pub(super) fn go(&mut self, from: OperationId, to: OperationId) {
        let goes_on = self.ways.last().is_some_and(|last| last.to == from);
        if !goes_on || self.ways.len() >= WAYS {
            self.ways.clear();
        }
        self.ways.push(Way { from, to });
        self.pointed_at = Some(to);
    }

    /// The reply from which the reader came to a comment; they are back there now.
    pub(super) fn go_back(&mut self, to: OperationId) -> Option<OperationId> {
        let place = self.ways.iter().rposition(|way| way.to == to)?;
        let from = self.ways.get(place)?.from;
        self.ways.truncate(place);
        self.pointed_at = Some(from);
        Some(from)
    }

    /// The comments from which there is a way back.
    pub(super) fn ends(&self) -> impl Iterator<Item = OperationId> {
        self.ways.iter().map(|way| way.to)
    }

    /// Forgets the ways: the list is another one.
    pub(super) fn forget_ways(&mut self) {
        self.ways.clear();
        self.pointed_at = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
    }

    #[test]
    fn whoever_goes_up_a_conversation_comes_back_by_all_its_comments() {
        let mut branches = Branches::default();
        branches.go(id(9), id(5));
        branches.go(id(5), id(1));
        assert_eq!(branches.ends().collect::<Vec<_>>(), [5, 1].map(id));
        assert_eq!((branches.go_back(id(1)), branches.pointed_at), (Some(id(5)), Some(id(5))));
        assert_eq!((branches.go_back(id(5)), branches.go_back(id(5))), (Some(id(9)), None));
        branches.go(id(9), id(5));
        branches.go(id(5), id(1));
        assert_eq!((branches.go_back(id(5)), branches.ends().count()), (Some(id(9)), 0), "from half way");
    }

    #[test]
    fn a_way_that_begins_elsewhere_takes_the_place_of_the_others() {
        let mut branches = Branches::default();
        branches.go(id(9), id(5));
        branches.go(id(8), id(2));
        assert_eq!(branches.ends().collect::<Vec<_>>(), [id(2)]);
        for step in 0..100 {
            branches.go(id(1_000 - step), id(999 - step));
        }
        assert!(branches.ends().count() <= WAYS);
        branches.forget_ways();
        assert_eq!((branches.ends().count(), branches.pointed_at), (0, None));
    }

    #[test]
    fn what_the_reader_folds_counts_more_than_what_is_remembered_and_paper_has_all() {
        let mut branches = Branches::default();
        branches.remembered(vec![id(3)]);
        assert!(branches.is_folded(id(3)));
        branches.set(id(3), false);
        branches.set(id(4), true);
        branches.remembered(vec![id(3)]);
        assert_eq!(branches.folded().collect::<Vec<_>>(), [id(4)]);
        branches.on_paper = true;
        assert!(branches.hidden().is_empty() && branches.is_folded(id(4)));
    }
}
