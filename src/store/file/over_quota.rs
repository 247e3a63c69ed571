//! The items of a file that find no space: their texts stay at hand to be read, and none of them is written.

use super::new_record::NewRecord;
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_map::SortedMap;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record::{self, Decoded};
use crate::store::format::record_key::{RecordKey, Slot};
use crate::store::format::stored_text::StoredText;

/// The items of a file that found no space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverQuota {
    /// Comments, and new texts of comments, in the order of the file.
    pub texts: Vec<NewRecord>,
    /// How many other items: deletions and the comments they hide, drafts, damaged records and those not known here.
    pub others: usize,
}

impl OverQuota {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.texts.len() + self.others
    }
}

/// A text that the reader can read without its being kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsavedText {
    /// Who wrote the text, by their own claim.
    pub author: Author,
    /// When, by their own clock.
    pub at: Timestamp,
    /// The text.
    pub body: Body,
    /// Whether it is the new text of a comment.
    pub edit: bool,
}

impl UnsavedText {
    /// Reads one of [`OverQuota::texts`], which belongs to this thread; `None` for what has no text.
    pub fn read(thread: &ThreadKey, record: &NewRecord) -> Option<Self> {
        let decoded = match record {
            NewRecord::Imported { id, value } => record::decode(*id, &StoredText::from(&**value)),
            NewRecord::Own { key, value } => match RecordKey::parse(thread, key)?.ok()?.slot {
                Slot::Own(id) | Slot::Imported { id, .. } => record::decode(id, value),
                Slot::Epoch(_) | Slot::Draft { .. } => return None,
            },
        };
        let Ok(Decoded::Operation(Operation { author, at, kind, .. })) = decoded else {
            return None;
        };
        let edit = matches!(kind, Kind::Edit { .. });
        Some(Self { author, at, body: kind.body()?.clone(), edit })
    }
}

/// The comments that a file itself hides: of each author's deletions and restorations of a comment, the last one decides.
#[derive(Default)]
pub(super) struct Hidden(SortedMap<OperationId, Vec<(AuthorId, OperationId, bool)>>);

impl Hidden {
    /// Takes an operation of the file, which may be a deletion or a restoration.
    pub(super) fn take(&mut self, operation: &Operation) {
        let (target, hides) = match operation.kind {
            Kind::Delete { target } | Kind::Erase { target, .. } => (target, true),
            Kind::Restore { target } => (target, false),
            _ => return,
        };
        let id = operation.id;
        if id.lamport > target.lamport {
            let author = &operation.author.id;
            self.0.change(target, |all| match all.iter_mut().find(|(other, ..)| other == author) {
                Some((_, last, last_hides)) if id > *last => (*last, *last_hides) = (id, hides),
                Some(_) => {}
                None => all.push((author.clone(), id, hides)),
            });
        }
    }

    /// Whether the comment that an operation is about is hidden by its author.
    pub(super) fn covers(&self, operation: &Operation) -> bool {
        let comment = operation.kind.target().unwrap_or(operation.id);
        let by_author = |(author, _, hides): &(AuthorId, OperationId, bool)| *hides && *author == operation.author.id;
        self.0.get(&comment).is_some_and(|all| all.iter().any(by_author))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::oplog::samples::*;

    fn hidden(operations: &[Operation]) -> Hidden {
        let mut hidden = Hidden::default();
        operations.iter().for_each(|operation| hidden.take(operation));
        hidden
    }

    #[test]
    fn the_last_of_delete_and_restore_counts_whatever_came_first() {
        let (gone, back) = (delete(1, 2, 1), by(1, 3, Kind::Restore { target: id(1) }));
        for (changes, covered) in [(vec![gone.clone()], true), (vec![gone.clone(), back.clone()], false)] {
            for order in [changes.clone(), changes.into_iter().rev().collect()] {
                assert_eq!(hidden(&order).covers(&post(1, 1)), covered);
                assert_eq!(hidden(&order).covers(&edit(1, 4, 1, "second")), covered);
            }
        }
        assert!(hidden(&[erase(2, 1, &[])]).covers(&post(1, 1)));
    }

    #[test]
    fn nobody_hides_what_somebody_else_wrote_or_what_came_later() {
        assert!(!hidden(&[delete(2, 2, 1)]).covers(&post(1, 1)));
        assert!(!hidden(&[delete(1, 1, 1)]).covers(&post(1, 1)));
        assert!(!hidden(&[delete(1, 3, 2)]).covers(&post(1, 1)));
    }

    #[test]
    fn of_two_that_claim_one_id_the_first_counts() {
        let restore = by(1, 3, Kind::Restore { target: id(1) });
        assert!(hidden(&[delete(1, 3, 1), restore.clone()]).covers(&post(1, 1)));
        assert!(!hidden(&[restore, delete(1, 3, 1)]).covers(&post(1, 1)));
    }
}
