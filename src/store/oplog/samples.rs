//! Small sets of operations, for the tests of this folder.
#![cfg(test)]

use std::rc::Rc;

use super::element::Encode;
use super::operation_set::{Element, OperationSet};
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::timestamp::Timestamp;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::Slot;

pub(in crate::store) const FILE: OperationId = OperationId { lamport: Lamport::MAX, actor: Actor(9) };

pub(in crate::store) fn id(lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
}

pub(in crate::store) fn by(author: u128, lamport: u64, kind: Kind) -> Operation {
    Operation {
        id: id(lamport),
        author: Author { id: AuthorId::local(author), name: None },
        at: Timestamp::from_millis(i64::try_from(lamport & 0xffff).unwrap()).unwrap(),
        epoch: 0,
        draft: None,
        kind,
    }
}

pub(in crate::store) fn post(author: u128, lamport: u64) -> Operation {
    by(author, lamport, Kind::Post { parent: None, body: Body::new("first").ok() })
}

pub(in crate::store) fn edit(author: u128, lamport: u64, target: u64, text: &str) -> Operation {
    by(author, lamport, Kind::Edit { target: id(target), body: Body::new(text).unwrap() })
}

pub(in crate::store) fn delete(author: u128, lamport: u64, target: u64) -> Operation {
    by(author, lamport, Kind::Delete { target: id(target) })
}

pub(in crate::store) fn erase(lamport: u64, target: u64, changes: &[u64]) -> Operation {
    let changes = changes.iter().map(|change| id(*change)).collect();
    by(1, lamport, Kind::Erase { target: id(target), changes })
}

pub(in crate::store) fn element(operation: &Operation) -> Element {
    Element {
        value: Rc::from(record::encode(operation).unwrap()),
        encode: Some(Encode(record::encode)),
        epoch: Some(operation.epoch),
        operation: Some(operation.clone()),
    }
}

pub(in crate::store) fn own(operation: Operation) -> (Operation, Slot) {
    let slot = Slot::Own(operation.id);
    (operation, slot)
}

pub(in crate::store) fn foreign(operation: Operation) -> (Operation, Slot) {
    let slot = Slot::Imported { id: operation.id, batch: FILE, epoch: 0 };
    (operation, slot)
}

#[track_caller]
pub(in crate::store) fn after(operations: &[(Operation, Slot)]) -> OperationSet {
    let fold = |order: &mut dyn Iterator<Item = &(Operation, Slot)>| {
        let mut set = OperationSet::default();
        for (operation, slot) in order {
            set.add(*slot, element(operation));
        }
        set
    };
    let set = fold(&mut operations.iter());
    // The order of arrival must not matter.
    let reversed = fold(&mut operations.iter().rev());
    assert_eq!(set.comment(id(1)), reversed.comment(id(1)));
    assert_eq!(set.elements().collect::<Vec<_>>(), reversed.elements().collect::<Vec<_>>());
    assert_eq!(set.latest(), reversed.latest());
    set
}

pub(in crate::store) fn text(set: &OperationSet, lamport: u64) -> Option<String> {
    set.comment(id(lamport)).filter(|comment| !comment.deleted).map(|comment| comment.current.body.as_str().to_owned())
}
