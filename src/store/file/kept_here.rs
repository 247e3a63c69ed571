//! What is kept of a thread in this browser, as an import asks for it.

use crate::domain::operation_id::OperationId;
use crate::domain::sorted_map::SortedMap;
use crate::domain::sorted_set::SortedSet;
use crate::store::copy::request::Found;
use crate::store::format::draft::Draft;
use crate::store::format::record_key::{Epoch, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::oplog::operation_set::{Element, OperationSet};

/// A picture of a thread at the beginning of an import.
pub(super) struct KeptHere {
    pub(super) epoch: Epoch,
    /// The earliest epoch that a record here was made in; a record that does not show its epoch counts as made in the first.
    pub(super) oldest: Option<Epoch>,
    pub(super) own: SortedMap<OperationId, Element>,
    imported: SortedMap<OperationId, Vec<(Slot, Element)>>,
    held: SortedMap<String, Vec<StoredText>>,
    /// The ids whose erasure would remove a record here: of operations, of changed comments and of imports.
    within_reach: SortedSet<OperationId>,
}

impl KeptHere {
    /// From the set and from what else is held.
    pub(super) fn new(set: &OperationSet, held: &[Found]) -> Self {
        let mut here = Self {
            epoch: set.epoch(),
            oldest: None,
            own: SortedMap::default(),
            imported: SortedMap::default(),
            held: SortedMap::default(),
            within_reach: SortedSet::new(),
        };
        for (slot, element) in set.elements() {
            here.within_reach.extend(element.operation.as_ref().and_then(|operation| operation.kind.target()));
            if let Slot::Imported { batch, .. } = slot {
                here.within_reach.insert(batch);
            }
            let made_in = match slot {
                Slot::Own(id) => {
                    here.own.insert(id, element.clone());
                    element.epoch.unwrap_or_default()
                }
                Slot::Imported { id, epoch, .. } => {
                    here.imported.change(id, |all| all.push((slot, element.clone())));
                    epoch
                }
                Slot::Epoch(_) | Slot::Draft { .. } => continue,
            };
            here.oldest = Some(here.oldest.map_or(made_in, |oldest| oldest.min(made_in)));
        }
        for found in held {
            let draft = found.key.starts_with("aw1d:").then(|| Draft::decode(&found.value)).flatten();
            // One of an earlier epoch is gone already.
            if let Some(made_in) = draft.map(|draft| draft.epoch).filter(|made_in| *made_in >= here.epoch) {
                here.oldest = Some(here.oldest.map_or(made_in, |oldest| oldest.min(made_in)));
            }
            here.held.change(found.key.clone(), |values| values.push(found.value.clone()));
        }
        here
    }

    /// Every id, and whether it is the reader's own.
    pub(super) fn ids(&self) -> impl Iterator<Item = (OperationId, bool)> {
        let own = self.own.keys().map(|id| (*id, true));
        own.chain(self.imported.keys().map(|id| (*id, false)))
    }

    /// Whether the erasure of an id would remove a record here.
    pub(super) fn would_lose(&self, id: OperationId) -> bool {
        self.own.contains_key(&id) || self.imported.contains_key(&id) || self.within_reach.contains(&id)
    }

    /// The imported elements of an id.
    pub(super) fn imported(&self, id: OperationId) -> impl Iterator<Item = &Element> {
        self.imported.get(&id).into_iter().flatten().map(|(_, element)| element)
    }

    /// Whether a key holds this value (true) or another (false); `None` if it holds nothing.
    pub(super) fn holds(&self, key: &str, slot: Option<Slot>, value: &StoredText) -> Option<bool> {
        let element = match slot {
            Some(Slot::Own(id)) => self.own.get(&id),
            Some(Slot::Imported { id, .. }) => self
                .imported
                .get(&id)
                .into_iter()
                .flatten()
                .find(|(known, _)| Some(*known) == slot)
                .map(|(_, found)| found),
            _ => None,
        };
        let in_set = element.map(|element| matches!(value, StoredText::Text(text) if **text == *element.value));
        let held = self.held.get(key).map(|values| values.contains(value));
        match (in_set, held) {
            (None, None) => None,
            (in_set, held) => Some(in_set == Some(true) || held == Some(true)),
        }
    }
}
