//! The ids of what the reader erased, gathered from the tombstones: nothing under them may come back or go out.

use super::operation_set::OperationSet;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record_key::Slot;

/// The ids that own erasures name: comments, their changes, and imports.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Erasures(SortedSet<OperationId>);

impl Erasures {
    /// The ids that the own erasures of a set name.
    pub(in crate::store) fn of(set: &OperationSet) -> Self {
        let mut erasures = Self::default();
        for (slot, element) in set.elements() {
            if let (Slot::Own(_), Some(operation)) = (slot, &element.operation) {
                erasures.take(operation);
            }
        }
        erasures
    }

    /// Takes an operation of the reader's own, which may be an erasure.
    pub(in crate::store) fn take(&mut self, operation: &Operation) {
        if let Kind::Erase { target, changes } = &operation.kind {
            self.0.extend(changes.iter().chain([target]).copied());
        }
    }

    /// Whether the record under a slot is erased: by its own id, by that of its comment, or by that of the import that brought it.
    /// The reader's own erasures are not.
    pub(in crate::store) fn cover(&self, slot: Slot, operation: Option<&Operation>) -> bool {
        let gone = |id: &OperationId| self.0.contains(id);
        let (id, batch) = match slot {
            Slot::Own(id) => (id, None),
            Slot::Imported { id, batch, .. } => (id, Some(batch)),
            Slot::Draft { composer: ComposerId::Edit(id), .. } => return gone(&id),
            Slot::Draft { .. } | Slot::Epoch(_) => return false,
        };
        if batch.is_none() && operation.is_some_and(|it| matches!(it.kind, Kind::Erase { .. })) {
            return false;
        }
        let target = operation.and_then(|operation| operation.kind.target());
        gone(&id) || batch.as_ref().is_some_and(gone) || target.as_ref().is_some_and(gone)
    }
}
