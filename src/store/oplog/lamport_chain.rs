//! Which Lamport numbers are within reason: no file can push the clock to its end.

use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::sorted_set::SortedSet;

/// The widest gap between two Lamport numbers that follow each other.
const WIDEST: u64 = 1 << 20;

/// All ids of a set. The reader's own always count; a foreign one counts if no gap wider than 2^20 lies between it and
/// the one before it that counts, or zero.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct LamportChain {
    ids: SortedSet<OperationId>,
    /// Those that do not count: foreign ones all.
    beyond: SortedSet<OperationId>,
    /// The greatest number that counts.
    latest: Lamport,
}

impl LamportChain {
    /// The chain of these ids (true: the reader's own), and those that count in it and not in `before`, or the other
    /// way round.
    pub(in crate::store) fn of(
        ids: impl Iterator<Item = (OperationId, bool)>,
        before: &Self,
    ) -> (Self, SortedSet<OperationId>) {
        let mut chain = Self::default();
        for (id, own) in ids {
            chain.add(id, own);
        }
        let changed = chain.beyond.differences(&before.beyond).copied().collect();
        (chain, changed)
    }

    /// Adds an id, and names the ids that were there already and count from now on.
    pub(in crate::store) fn add(&mut self, id: OperationId, own: bool) -> Vec<OperationId> {
        let is_beyond = self.beyond.contains(&id);
        let counts = own || !is_beyond && self.within_reach(id.lamport);
        if !self.ids.insert(id) && !is_beyond {
            return Vec::new();
        }
        if !counts {
            self.beyond.insert(id);
            return Vec::new();
        }
        self.beyond.remove(&id);
        self.latest = self.latest.max(id.lamport);
        let mut reached = Vec::new();
        let mut from = id.lamport;
        while let Some(next) = self.beyond.starting_at(&OperationId { lamport: from, actor: Actor(0) }).next().copied()
        {
            if !within(from, next.lamport) {
                break;
            }
            self.beyond.remove(&next);
            reached.push(next);
            from = next.lamport;
        }
        self.latest = self.latest.max(from);
        reached
    }

    /// Whether an id that was added counts.
    pub(in crate::store) fn counts(&self, id: OperationId) -> bool {
        !self.beyond.contains(&id)
    }

    /// The ids that do not count.
    pub(in crate::store) fn beyond(&self) -> impl Iterator<Item = OperationId> {
        self.beyond.iter().copied()
    }

    /// The greatest Lamport number that counts.
    pub(in crate::store) fn latest(&self) -> Lamport {
        self.latest
    }

    fn within_reach(&self, lamport: Lamport) -> bool {
        let before = self.ids.at_most(&OperationId { lamport, actor: Actor(u64::MAX) });
        // Who does not count is farther than that from whoever counts before it, and so is everything after it.
        !before.is_some_and(|before| self.beyond.contains(before))
            && within(before.map_or_else(Lamport::default, |before| before.lamport), lamport)
    }
}

fn within(from: Lamport, to: Lamport) -> bool {
    to.value().saturating_sub(from.value()) <= WIDEST
}

#[cfg(test)]
mod tests {
    use super::super::samples::id;
    use super::*;

    #[test]
    fn what_turns_out_to_be_the_readers_own_counts_though_a_file_had_it_beyond_reason() {
        let (far, next) = (id(3 * WIDEST), id(4 * WIDEST));
        let mut chain = LamportChain::default();
        assert_eq!((chain.add(far, false), chain.add(next, false)), (Vec::new(), Vec::new()));
        assert!(!chain.counts(far) && !chain.counts(next));
        assert_eq!(chain.add(far, true), [next], "the next one is in its reach");
        assert!(chain.counts(far) && chain.counts(next));
        assert_eq!(chain.latest(), next.lamport);
    }

    #[test]
    fn the_widest_gap_is_within_reach_and_one_more_is_not() {
        let mut chain = LamportChain::default();
        chain.add(id(WIDEST + 1), false);
        chain.add(id(WIDEST), false);
        assert!(chain.counts(id(WIDEST)) && chain.counts(id(WIDEST + 1)));
        chain.add(id(2 * WIDEST + 2), false);
        assert_eq!(chain.beyond().collect::<Vec<_>>(), [id(2 * WIDEST + 2)]);
    }
}
