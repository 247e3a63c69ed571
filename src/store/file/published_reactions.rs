//! The reactions in a publication: of each person and each sign what they said last, if others may hear of it.

use crate::domain::operation_id::OperationId;
use crate::domain::sorting::sorted;
use crate::store::format::operation::Operation;
use crate::store::oplog::operation_set::OperationSet;
use crate::store::oplog::reactions::{Vote, votes, was_heard};

/// The reader's own reactions that the published file does not have, in the order in which they were made.
pub(super) fn own_reactions(set: &OperationSet) -> Vec<Operation> {
    let all = set.changes.keys().flat_map(|target| told(set, *target));
    in_order(all.filter(|vote| vote.own && !set.published.contains_key(&vote.operation.id)))
}

/// What everybody said last with each reaction to a comment, as others may hear it.
pub(super) fn reactions_to(set: &OperationSet, target: OperationId) -> Vec<Operation> {
    in_order(told(set, target))
}

/// The reactions to a comment but for those that were taken back before anybody could hear of them.
fn told(set: &OperationSet, target: OperationId) -> impl Iterator<Item = Vote<'_>> {
    votes(&[set], target).into_iter().filter(|vote| !vote.own || !vote.is_back() || was_heard(set, vote))
}

fn in_order<'a>(votes: impl Iterator<Item = Vote<'a>>) -> Vec<Operation> {
    let all: Vec<Operation> = votes.map(|vote| of_others(vote.operation)).collect();
    sorted(all, &|one, other| one.id.cmp(&other.id))
}

/// An operation without what is nobody else's business.
fn of_others(operation: &Operation) -> Operation {
    Operation { epoch: 0, draft: None, ..operation.clone() }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::domain::author::{Author, AuthorId};
    use crate::domain::operation_id::{Actor, Lamport};
    use crate::domain::reaction::Reaction;
    use crate::domain::timestamp::Timestamp;
    use crate::store::format::operation::Kind;
    use crate::store::format::record;
    use crate::store::format::record_key::Slot;
    use crate::store::oplog::operation_set::Element;

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
    }

    /// A reaction of the author of this number to comment 1.
    fn react(author: u128, lamport: u64, is_back: bool) -> (OperationId, Element) {
        let reaction = Reaction::named("🎉").unwrap();
        let operation = Operation {
            id: id(lamport),
            author: Author { id: AuthorId::local(author), name: None },
            at: Timestamp::unix_epoch(),
            epoch: 2,
            draft: None,
            kind: Kind::React { target: id(1), reaction, is_back },
        };
        let value = Rc::from(record::encode(&operation).unwrap());
        (operation.id, Element { value, epoch: Some(2), operation: Some(operation), encode: None })
    }

    fn numbers(operations: &[Operation]) -> Vec<u64> {
        operations.iter().map(|operation| operation.id.lamport.value()).collect()
    }

    #[test]
    fn what_was_taken_back_is_told_to_those_who_heard_of_it_alone() {
        let mut set = OperationSet::default();
        for (id, element) in [react(1, 2, false), react(1, 3, true)] {
            set.add(Slot::Own(id), element);
        }
        assert_eq!((numbers(&own_reactions(&set)), numbers(&reactions_to(&set, id(1)))), (vec![], vec![]));
        let (heard, element) = react(1, 2, false);
        set.add_published(heard, element);
        assert_eq!((numbers(&own_reactions(&set)), numbers(&reactions_to(&set, id(1)))), (vec![3], vec![3]));
        let (heard, element) = react(1, 3, true);
        set.add_published(heard, element);
        assert_eq!(numbers(&own_reactions(&set)), [] as [u64; 0], "all have heard that too");
    }

    #[test]
    fn others_are_told_of_with_what_they_said_last() {
        let mut set = OperationSet::default();
        for (id, element) in [react(2, 2, false), react(2, 3, true), react(3, 4, false)] {
            set.add_published(id, element);
        }
        let (own, element) = react(1, 5, false);
        set.add(Slot::Own(own), element);
        assert_eq!(numbers(&reactions_to(&set, id(1))), [3, 4, 5]);
        assert_eq!(own_reactions(&set).iter().map(|told| told.epoch).collect::<Vec<_>>(), [0]);
    }
}
