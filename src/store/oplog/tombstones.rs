//! How erased and deleted operations leave the set, and stay away.

use super::element::{Added, Element, Provenance};
use super::lamport_chain::LamportChain;
use super::operation_set::{Imported, OperationSet};
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record_key::{Epoch, Slot};

impl OperationSet {
    /// Takes note that everything before an epoch is deleted, and names the slots. Records of a later version that do not
    /// show their epoch stay; see [`OperationSet::drop_unreadable`].
    pub fn raise(&mut self, epoch: Epoch) -> Added {
        let mut added = Added::default();
        if epoch <= self.epoch {
            return added;
        }
        self.epoch = epoch;
        added.is_new = true;
        let old = |element: &Element| element.epoch.is_some_and(|found| found < epoch);
        added.dropped.extend(self.own.iter().filter(|(_, element)| old(element)).map(|(id, _)| Slot::Own(*id)));
        for (id, all) in self.imported.iter() {
            added.dropped.extend(all.iter().filter(|imported| imported.epoch < epoch).map(|it| it.slot(*id)));
        }
        self.drop_all(&mut added);
        added
    }

    /// Drops the elements that show no epoch: a deletion of everything by the reader includes them.
    pub fn drop_unreadable(&mut self) -> Added {
        let mut added = Added::default();
        let unknown = self.own.iter().filter(|(_, element)| element.epoch.is_none());
        added.dropped.extend(unknown.map(|(id, _)| Slot::Own(*id)));
        self.drop_all(&mut added);
        added
    }

    /// Whether an own erasure names this id.
    pub fn has_erased(&self, id: OperationId) -> bool {
        self.erased.contains(&id)
    }

    /// Whether an operation is erased: by its id, by that of its comment, or by that of the import that brought it. Own
    /// erasures stay for ever, or the operations that they name could come back.
    pub(in crate::store) fn is_erased(
        &self,
        id: OperationId,
        provenance: Provenance,
        operation: Option<&Operation>,
    ) -> bool {
        let erases = operation.is_some_and(|operation| matches!(operation.kind, Kind::Erase { .. }));
        if erases && provenance == Provenance::Own {
            return false;
        }
        let batch_gone = matches!(provenance, Provenance::Imported(batch) if self.erased.contains(&batch));
        let target_gone =
            operation.and_then(|operation| operation.kind.target()).is_some_and(|target| self.erased.contains(&target));
        batch_gone || target_gone || self.erased.contains(&id)
    }

    pub(in crate::store) fn erase(&mut self, target: OperationId, changes: Vec<OperationId>, added: &mut Added) {
        let mut named = SortedSet::from([target]);
        named.extend(changes);
        self.erased.extend(named.iter().copied());
        let changing = named.iter().filter_map(|id| self.changes.get(id)).flatten();
        let mut all = named.clone();
        all.extend(changing.copied());
        for id in &all {
            if let Some(element) = self.own.get(id)
                && self.is_erased(*id, Provenance::Own, element.operation.as_ref())
            {
                added.dropped.push(Slot::Own(*id));
            }
        }
        for (id, all) in self.imported.iter() {
            let is_erased =
                |it: &&Imported| self.is_erased(*id, Provenance::Imported(it.batch), it.element.operation.as_ref());
            added.dropped.extend(all.iter().filter(is_erased).map(|it| it.slot(*id)));
        }
        let erased = |(id, element): &(&OperationId, &Element)| {
            self.is_erased(**id, Provenance::Published, element.operation.as_ref())
        };
        let published: Vec<OperationId> = self.published.iter().filter(erased).map(|(id, _)| *id).collect();
        self.unpublish(&published, added);
        self.drop_all(added);
    }

    /// Takes the elements out that `added` names as dropped.
    fn drop_all(&mut self, added: &mut Added) {
        if added.dropped.is_empty() {
            return;
        }
        for slot in &added.dropped {
            let gone = match slot {
                Slot::Own(id) => self.own.remove(id),
                Slot::Imported { id, batch, .. } => self.take_imported(*id, *batch),
                Slot::Epoch(_) | Slot::Draft { .. } => None,
            };
            if let (Slot::Own(id) | Slot::Imported { id, .. }, Some(gone)) = (slot, gone) {
                added.touched.push(*id);
                added.touched.extend(gone.operation.and_then(|operation| operation.kind.target()));
                added.is_new = true;
            }
        }
        self.count_epochs();
        // An operation of another file under the same id may count now, and change another comment.
        let exposed = added.dropped.iter().filter_map(|slot| match slot {
            Slot::Own(id) | Slot::Imported { id, .. } => self.target(*id),
            Slot::Epoch(_) | Slot::Draft { .. } => None,
        });
        added.touched.extend(exposed);
        self.relink(added);
    }

    /// Looks again which Lamport numbers are within reason, now that some are gone.
    pub(in crate::store) fn relink(&mut self, added: &mut Added) {
        let (chain, changed) = LamportChain::of(self.ids(), &self.chain);
        self.chain = chain;
        added.touched.extend(changed.iter().copied());
        added.touched.extend(changed.iter().filter_map(|id| self.target(*id)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;

    #[test]
    fn what_a_removal_brings_to_light_is_looked_at_again() {
        // Under one id: an own deletion of 1, which is then erased, and a file's edit of 4.
        let mut set = OperationSet::default();
        for (operation, slot) in
            [own(post(1, 1)), foreign(post(2, 4)), own(delete(1, 6, 1)), foreign(edit(2, 6, 4, "x"))]
        {
            set.add(slot, element(&operation));
        }
        let undo = Operation { id: id(7), ..by(1, 7, Kind::Erase { target: id(9), changes: vec![id(1)] }) };
        let touched = set.add(Slot::Own(id(7)), element(&undo)).touched;
        assert!(touched.contains(&id(4)), "{touched:?}");
        assert_eq!(text(&set, 4).as_deref(), Some("x"));
    }

    #[test]
    fn an_erased_comment_does_not_come_back() {
        let set = after(&[own(post(1, 1)), own(edit(1, 2, 1, "second")), own(erase(3, 1, &[2])), foreign(post(1, 1))]);
        assert_eq!(set.comment(id(1)), None);
        assert_eq!(set.elements().map(|(slot, _)| slot).collect::<Vec<_>>(), [Slot::Own(id(3))]);
    }

    #[test]
    fn an_edit_that_an_erasure_did_not_know_goes_with_its_comment() {
        let set = after(&[own(post(1, 1)), own(erase(2, 1, &[])), own(edit(1, 3, 1, "late"))]);
        assert_eq!(set.elements().map(|(slot, _)| slot).collect::<Vec<_>>(), [Slot::Own(id(2))]);
    }

    #[test]
    fn what_is_erased_is_named_for_removal_whenever_it_comes() {
        let mut set = OperationSet::default();
        set.add(Slot::Own(id(1)), element(&post(1, 1)));
        let added = set.add(Slot::Own(id(3)), element(&erase(3, 1, &[2])));
        assert_eq!(added.dropped, [Slot::Own(id(1))]);
        assert!(added.touched.contains(&id(1)));
        assert_eq!(set.add(Slot::Own(id(2)), element(&edit(1, 2, 1, "x"))).dropped, [Slot::Own(id(2))]);
    }

    #[test]
    fn an_import_that_was_undone_is_gone_and_stays_away() {
        let undo = by(1, 9, Kind::Erase { target: FILE, changes: vec![] });
        let set = after(&[own(post(1, 1)), foreign(post(2, 4)), own(undo)]);
        assert_eq!(set.comment(id(4)), None);
        assert_eq!(text(&set, 1), Some("first".to_owned()));
    }

    #[test]
    fn everything_of_an_earlier_epoch_goes() {
        let mut set = after(&[own(post(1, 1)), foreign(post(2, 4))]);
        let later = Operation { epoch: 1, ..post(1, 5) };
        set.add(Slot::Own(id(5)), element(&later));
        let added = set.raise(1);
        assert_eq!(added.dropped.len(), 2);
        assert_eq!(set.elements().map(|(slot, _)| slot).collect::<Vec<_>>(), [Slot::Own(id(5))]);
        assert_eq!(set.add(Slot::Own(id(1)), element(&post(1, 1))).dropped, [Slot::Own(id(1))]);
        assert_eq!(set.raise(1), Added::default());
    }

    #[test]
    fn an_erasure_stays_whatever_erases_it() {
        let set = after(&[own(post(1, 1)), own(erase(2, 1, &[])), own(erase(3, 2, &[2])), own(erase(4, 4, &[]))]);
        let slots = set.elements().map(|(slot, _)| slot);
        assert_eq!(slots.collect::<Vec<_>>(), [Slot::Own(id(2)), Slot::Own(id(3)), Slot::Own(id(4))]);
        assert_eq!(set.comment(id(1)), None);
    }

    #[test]
    fn what_changes_a_change_that_was_erased_goes_too() {
        let set = after(&[own(post(1, 1)), own(edit(1, 2, 1, "x")), own(edit(1, 3, 2, "odd")), own(erase(4, 1, &[2]))]);
        assert_eq!(set.elements().map(|(slot, _)| slot).collect::<Vec<_>>(), [Slot::Own(id(4))]);
    }

    #[test]
    fn what_a_later_version_wrote_is_deleted_by_the_readers_act_only() {
        let later = Element { value: "2x".into(), encode: None, operation: None, epoch: None };
        let mut set = OperationSet::default();
        set.add(Slot::Own(id(7)), later);
        assert_eq!(set.raise(1).dropped, []);
        assert_eq!(set.drop_unreadable().dropped, [Slot::Own(id(7))]);
    }

    #[test]
    fn what_was_imported_since_everything_was_deleted_stays() {
        let mut set = after(&[foreign(post(2, 4))]);
        let since = Slot::Imported { id: id(5), batch: FILE, epoch: 1 };
        set.add(since, element(&post(2, 5)));
        assert_eq!(set.raise(1).dropped, [foreign(post(2, 4)).1]);
        assert_eq!(set.elements().map(|(slot, _)| slot).collect::<Vec<_>>(), [since]);
    }
}
