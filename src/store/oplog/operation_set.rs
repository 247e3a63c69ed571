//! The set of the operations of a thread. It only grows, but for erasures and epochs.

pub use super::element::{Added, Element, Provenance};
use super::lamport_chain::LamportChain;
use crate::domain::author::Author;
use crate::domain::operation_id::{Lamport, OperationId};
use crate::domain::sorted_map::SortedMap;
use crate::domain::sorted_set::SortedSet;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record_key::{Epoch, Slot};

/// An element that an import has brought.
#[derive(Clone, Debug)]
pub(in crate::store) struct Imported {
    pub(in crate::store) batch: OperationId,
    pub(in crate::store) epoch: Epoch,
    pub(in crate::store) element: Element,
}

impl Imported {
    /// Where the element is kept, whose id this is.
    pub(in crate::store) fn slot(&self, id: OperationId) -> Slot {
        Slot::Imported { id, batch: self.batch, epoch: self.epoch }
    }
}

/// Puts an element among those of other imports, in the order of imports, and says whether it took the place of another.
fn put(all: &mut Vec<Imported>, new: Imported) -> bool {
    let place = all.iter().position(|other| other.batch >= new.batch);
    match place.and_then(|place| all.get_mut(place)).filter(|other| other.batch == new.batch) {
        Some(other) => {
            *other = new;
            true
        }
        None => {
            // Most operations come by one import alone.
            all.reserve_exact(1);
            all.insert(place.unwrap_or(all.len()), new);
            false
        }
    }
}

/// All operations of a thread that are known here.
#[derive(Clone, Debug, Default)]
pub struct OperationSet {
    pub(in crate::store) epoch: Epoch,
    pub(in crate::store) own: SortedMap<OperationId, Element>,
    /// What imports have brought, under each id by the import.
    pub(in crate::store) imported: SortedMap<OperationId, Vec<Imported>>,
    /// Who wrote what is published, by their ids: what one author wrote shares one id and, for the most part, one name.
    pub(in crate::store) authors: SortedMap<String, Author>,
    /// The operations of the published file, which no copy keeps.
    pub(in crate::store) published: SortedMap<OperationId, Element>,
    /// The changes to a comment, known or not, by its id.
    pub(in crate::store) changes: SortedMap<OperationId, SortedSet<OperationId>>,
    /// Posts, changes and imports that tombstones name.
    pub(in crate::store) erased: SortedSet<OperationId>,
    pub(in crate::store) chain: LamportChain,
    /// The greatest epoch of the elements that are kept.
    newest: Epoch,
}

impl OperationSet {
    /// How often everything was deleted.
    pub fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// The greatest epoch that an element here was made in, or that is known otherwise.
    pub fn newest_epoch(&self) -> Epoch {
        self.newest.max(self.epoch)
    }

    /// Looks again for the greatest epoch of the elements that are kept, now that some are gone.
    pub(in crate::store) fn count_epochs(&mut self) {
        let own = self.own.values().filter_map(|element| element.epoch);
        let imported = self.imported.values().flatten().map(|imported| imported.epoch);
        self.newest = own.chain(imported).max().unwrap_or_default();
    }

    /// Adds an element that stood under a slot of this thread. An element that is there already stays, except that of two
    /// different values under one slot the smaller one counts, whichever copy was read first.
    pub fn add(&mut self, slot: Slot, element: Element) -> Added {
        let mut added = Added::default();
        let (id, provenance, too_old) = match slot {
            Slot::Own(id) => (id, Provenance::Own, element.epoch.is_some_and(|found| found < self.epoch)),
            Slot::Imported { id, batch, epoch } => (id, Provenance::Imported(batch), epoch < self.epoch),
            Slot::Epoch(_) | Slot::Draft { .. } => return added,
        };
        if too_old || self.is_erased(id, provenance, element.operation.as_ref()) {
            added.dropped.push(slot);
            return added;
        }
        let before = match slot {
            Slot::Imported { batch, .. } => self.imported(id, batch).map(|imported| &imported.element),
            _ => self.own.get(&id),
        };
        if before.is_some_and(|before| before.value <= element.value) {
            return added;
        }
        let replaced =
            before.and_then(|before| before.operation.as_ref()).and_then(|operation| operation.kind.target());
        added.touched.extend(replaced);
        // The element that counted under this id so far, perhaps from a file, may no longer do so.
        added.touched.extend(self.target(id));
        added.is_new = true;
        let target = element.operation.as_ref().and_then(|operation| operation.kind.target());
        let erasure = match &element.operation {
            Some(Operation { kind: Kind::Erase { target, changes }, .. }) if provenance == Provenance::Own => {
                Some((*target, changes.clone()))
            }
            _ => None,
        };
        let is_replaced = match slot {
            Slot::Imported { batch, epoch, .. } => {
                self.newest = self.newest.max(epoch);
                self.imported.change(id, |all| put(all, Imported { batch, epoch, element })) == Some(true)
            }
            _ => {
                self.newest = self.newest.max(element.epoch.unwrap_or_default());
                self.own.insert(id, element).is_some()
            }
        };
        if is_replaced {
            self.count_epochs();
        }
        added.touched.push(id);
        if let Some(target) = target {
            self.changes.change(target, |changes| changes.insert(id));
            added.touched.push(target);
        }
        for now_counted in self.chain.add(id, provenance == Provenance::Own) {
            added.touched.push(now_counted);
            added.touched.extend(self.target(now_counted));
        }
        if let Some((target, changes)) = erasure {
            self.erase(target, changes, &mut added);
        }
        added
    }

    pub(in crate::store) fn target(&self, id: OperationId) -> Option<OperationId> {
        self.effective(id)
            .and_then(|(element, _)| element.operation.as_ref())
            .and_then(|operation| operation.kind.target())
    }

    /// The greatest Lamport number that counts.
    pub fn latest(&self) -> Lamport {
        self.chain.latest()
    }

    /// The element that counts under an id: the reader's own; else, of the imported and published ones, one with a text
    /// before one without, then the smallest bytes. So it does not matter which came first.
    pub fn effective(&self, id: OperationId) -> Option<(&Element, Provenance)> {
        if let Some(own) = self.own.get(&id) {
            return Some((own, Provenance::Own));
        }
        let mut best = self.published.get(&id).map(|element| (element, Provenance::Published));
        for Imported { batch, element, .. } in self.imported.get(&id).into_iter().flatten() {
            if best.is_none_or(|(other, _)| element.precedes(other)) {
                best = Some((element, Provenance::Imported(*batch)));
            }
        }
        best
    }

    /// Every element that is kept, with its slot, own ones first, each kind in the order of ids.
    pub fn elements(&self) -> impl Iterator<Item = (Slot, &Element)> {
        let own = self.own.iter().map(|(id, element)| (Slot::Own(*id), element));
        let imported = self.imported.iter().flat_map(|(id, all)| all.iter().map(|it| (it.slot(*id), &it.element)));
        own.chain(imported)
    }

    /// Every id, some of them more than once, and whether it is the reader's own.
    pub(in crate::store) fn ids(&self) -> impl Iterator<Item = (OperationId, bool)> {
        let foreign = self.imported.keys().chain(self.published.keys());
        self.own.keys().map(|id| (*id, true)).chain(foreign.map(|id| (*id, false)))
    }

    fn imported(&self, id: OperationId, batch: OperationId) -> Option<&Imported> {
        self.imported.get(&id)?.iter().find(|imported| imported.batch == batch)
    }

    /// Takes out what an import has brought under an id.
    pub(in crate::store) fn take_imported(&mut self, id: OperationId, batch: OperationId) -> Option<Element> {
        let all = self.imported.get_mut(&id)?;
        let gone = all.remove(all.iter().position(|imported| imported.batch == batch)?);
        if all.is_empty() {
            self.imported.remove(&id);
        }
        Some(gone.element)
    }

    /// Whether an element stands under this slot.
    pub fn holds(&self, slot: Slot) -> bool {
        match slot {
            Slot::Own(id) => self.own.contains_key(&id),
            Slot::Imported { id, batch, .. } => self.imported(id, batch).is_some(),
            Slot::Epoch(_) | Slot::Draft { .. } => false,
        }
    }

    /// The ids of the changes to a comment, whether they count or not.
    pub fn changes(&self, id: OperationId) -> impl Iterator<Item = OperationId> {
        self.changes.get(&id).into_iter().flatten().copied()
    }

    /// Whether anything was done to a comment, or to the article.
    pub fn is_changed(&self, id: OperationId) -> bool {
        self.changes.contains_key(&id)
    }

    /// The ids of all that something was done to.
    pub fn changed(&self) -> impl Iterator<Item = OperationId> {
        self.changes.keys().copied()
    }

    /// How many elements do not count: another one stands under their id, or their Lamport number is beyond all reason.
    pub fn set_aside(&self) -> usize {
        let rivals = self.imported.iter().map(|(id, batches)| {
            let mut values = Vec::new();
            for Imported { element, .. } in batches {
                let value = element.bytes();
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            let counts = self.effective(*id).is_some_and(|(element, _)| values.contains(&element.bytes()));
            values.len().saturating_sub(usize::from(counts))
        });
        rivals.sum::<usize>() + self.chain.beyond().filter(|id| self.imported.contains_key(id)).count()
    }
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::super::samples::*;
    use super::*;

    #[test]
    fn the_newest_epoch_is_that_of_something_that_is_kept() {
        let of = |lamport, epoch| Operation { epoch, ..post(1, lamport) };
        let mut set = after(&[own(of(1, 3)), own(of(2, 5)), foreign(post(2, 3))]);
        assert_eq!((set.epoch(), set.newest_epoch()), (0, 5));
        let later = Slot::Imported { id: id(4), batch: id(9), epoch: 7 };
        set.add(later, element(&post(2, 4)));
        assert_eq!(set.newest_epoch(), 7);
        // Of different values under one slot the smallest counts, whatever its epoch.
        let mut values: Vec<_> = (10..20).map(|epoch| element(&of(6, epoch))).collect();
        values.sort_by(|one, other| other.value.cmp(&one.value));
        assert!(!values.is_sorted_by_key(|value| value.epoch), "the newest epoch goes down, too");
        for value in values {
            set.add(Slot::Own(id(6)), value.clone());
            assert_eq!(Some(set.newest_epoch()), value.epoch);
        }
        set.add(Slot::Own(id(10)), element(&by(1, 10, Kind::Erase { target: id(6), changes: vec![] })));
        assert_eq!(set.newest_epoch(), 7, "it was erased");
        set.raise(30);
        assert_eq!(set.newest_epoch(), 30);
    }

    #[test]
    fn a_number_beyond_all_reason_is_set_aside_until_the_gap_is_filled() {
        let far = 3 << 20;
        let steps = [1 << 20, 2 << 20];
        assert_eq!(after(&[foreign(post(2, far))]).comment(id(far)), None);
        assert_eq!(after(&[foreign(post(2, far))]).latest(), Lamport::default());
        let filled = after(&[foreign(post(2, far)), foreign(post(2, steps[0])), foreign(post(2, steps[1]))]);
        assert!(filled.comment(id(far)).is_some());
        assert_eq!(filled.latest(), id(far).lamport);
        assert!(after(&[own(post(1, far))]).comment(id(far)).is_some(), "the reader's own always counts");
    }

    #[test]
    fn what_of_a_file_does_not_count_is_set_aside_for_either_reason() {
        let far = foreign(post(2, 3 << 20));
        let (operation, _) = foreign(post(2, 1));
        let batch = |lamport| Slot::Imported { id: id(1), batch: id(lamport), epoch: 0 };
        let other = edit(2, 1, 9, "other words under that id");
        assert_eq!(after(from_ref(&far)).set_aside(), 1);
        assert_eq!(after(&[(operation.clone(), batch(5)), (operation.clone(), batch(6))]).set_aside(), 0);
        assert_eq!(after(&[(operation, batch(5)), (other, batch(6)), far]).set_aside(), 2);
    }
}
