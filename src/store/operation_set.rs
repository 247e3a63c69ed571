//! The grow-only set of what was done to a thread, and how it folds into comments.

use std::collections::{BTreeMap, BTreeSet};

use super::operation::{Kind, Operation};
use crate::domain::comment::{Comment, Version};
use crate::domain::operation_id::{Lamport, OperationId};

/// Where an operation came from, which no file can claim for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Made in this browser.
    Own,
    /// Read from somebody's file.
    Foreign,
}

/// Everything that was done to a thread, as far as it is known here. Nothing in it ever changes or goes.
#[derive(Clone, Debug, Default)]
pub struct OperationSet {
    operations: BTreeMap<OperationId, (Operation, Provenance)>,
    /// The changes to a comment, known or not, by its id.
    changes: BTreeMap<OperationId, BTreeSet<OperationId>>,
}

impl OperationSet {
    /// Adds an operation and names the comment that it makes or changes; `None` if its id was there already, in which
    /// case what is there stays.
    pub fn add(&mut self, operation: Operation, provenance: Provenance) -> Option<OperationId> {
        let id = operation.id;
        if self.operations.contains_key(&id) {
            return None;
        }
        let target = operation.kind.target();
        if let Some(target) = target {
            self.changes.entry(target).or_default().insert(id);
        }
        self.operations.insert(id, (operation, provenance));
        Some(target.unwrap_or(id))
    }

    /// The greatest Lamport number in the set.
    pub fn latest(&self) -> Lamport {
        self.operations.keys().next_back().map(|id| id.lamport).unwrap_or_default()
    }

    /// The comment as it stands after every change to it that counts. The work grows with the changes to this one
    /// comment, not with the thread.
    ///
    /// A change counts if it came after the post, names the same author, and is of this browser if the post is
    /// (storage.md, authority). The greatest edit wins; of deletions and restorations the last one.
    pub fn comment(&self, id: OperationId) -> Option<Comment> {
        let (post, provenance) = self.operations.get(&id)?;
        let Kind::Post { parent, body } = &post.kind else {
            return None;
        };
        let mut current = Version { body: body.clone(), at: post.at };
        let mut earlier = Vec::new();
        let mut deleted = false;
        for change in self.changes.get(&id).into_iter().flatten() {
            let Some((change, from)) = self.operations.get(change) else {
                continue;
            };
            let counts = change.id.lamport > id.lamport
                && change.author.id == post.author.id
                && (*from == Provenance::Own || *provenance == Provenance::Foreign);
            match &change.kind {
                _ if !counts => {}
                Kind::Edit { body, .. } => {
                    let version = Version { body: body.clone(), at: change.at };
                    earlier.push(std::mem::replace(&mut current, version));
                }
                Kind::Delete { .. } => deleted = true,
                Kind::Restore { .. } => deleted = false,
                Kind::Post { .. } => {}
            }
        }
        Some(Comment {
            id,
            parent: *parent,
            author: post.author.clone(),
            created_at: post.at,
            current,
            earlier,
            deleted,
            own: *provenance == Provenance::Own,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::author::{Author, AuthorId};
    use crate::domain::body::Body;
    use crate::domain::operation_id::Actor;
    use crate::domain::timestamp::Timestamp;

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
    }

    fn by(author: u128, lamport: u64, kind: Kind) -> Operation {
        Operation {
            id: id(lamport),
            author: Author { id: AuthorId::local(author), name: None },
            at: Timestamp::from_millis(i64::try_from(lamport).unwrap()).unwrap(),
            kind,
        }
    }

    fn post(author: u128, lamport: u64) -> Operation {
        let body = Body::new("first").unwrap();
        by(author, lamport, Kind::Post { parent: None, body })
    }

    fn edit(author: u128, lamport: u64, target: u64, text: &str) -> Operation {
        let body = Body::new(text).unwrap();
        by(author, lamport, Kind::Edit { target: id(target), body })
    }

    fn set(operations: &[(Operation, Provenance)]) -> OperationSet {
        let mut set = OperationSet::default();
        for (operation, provenance) in operations {
            set.add(operation.clone(), *provenance);
        }
        set
    }

    use Provenance::{Foreign, Own};

    #[test]
    fn the_greatest_edit_wins_whatever_came_first() {
        let operations = [(edit(1, 9, 3, "third"), Own), (post(1, 3), Own), (edit(1, 5, 3, "second"), Own)];
        let comment = set(&operations).comment(id(3)).unwrap();
        assert_eq!(comment.current.body.as_str(), "third");
        let earlier: Vec<_> = comment.earlier.iter().map(|version| version.body.as_str()).collect();
        assert_eq!(earlier, ["first", "second"]);
        assert_eq!(comment.edited_at().unwrap().millis(), 9);
        assert_eq!(comment.created_at.millis(), 3);
    }

    #[test]
    fn the_last_of_delete_and_restore_counts() {
        let delete = |n| (by(1, n, Kind::Delete { target: id(3) }), Own);
        let restore = |n| (by(1, n, Kind::Restore { target: id(3) }), Own);
        assert!(set(&[(post(1, 3), Own), delete(4)]).comment(id(3)).unwrap().deleted);
        assert!(!set(&[restore(5), (post(1, 3), Own), delete(4)]).comment(id(3)).unwrap().deleted);
        assert!(set(&[delete(6), restore(5), (post(1, 3), Own), delete(4)]).comment(id(3)).unwrap().deleted);
    }

    #[test]
    fn nobody_changes_what_somebody_else_wrote() {
        let comment = set(&[(post(1, 3), Own), (edit(2, 4, 3, "hijacked"), Own)]).comment(id(3)).unwrap();
        assert_eq!(comment.current.body.as_str(), "first");
        assert_eq!(comment.edited_at(), None);
    }

    #[test]
    fn a_file_that_claims_the_readers_id_changes_nothing_of_theirs() {
        let comment = set(&[(post(1, 3), Own), (edit(1, 4, 3, "hijacked"), Foreign)]).comment(id(3)).unwrap();
        assert_eq!(comment.current.body.as_str(), "first");
        assert!(comment.own);
    }

    #[test]
    fn a_file_changes_what_it_brought() {
        let comment = set(&[(post(1, 3), Foreign), (edit(1, 4, 3, "second"), Foreign)]).comment(id(3)).unwrap();
        assert_eq!(comment.current.body.as_str(), "second");
        assert!(!comment.own);
    }

    #[test]
    fn a_change_older_than_its_target_does_not_count() {
        let comment = set(&[(post(1, 3), Own), (edit(1, 2, 3, "early"), Own)]).comment(id(3)).unwrap();
        assert_eq!(comment.current.body.as_str(), "first");
        let mut same_moment = edit(1, 3, 3, "same");
        same_moment.id.actor = Actor(9);
        assert_eq!(
            set(&[(post(1, 3), Own), (same_moment, Own)]).comment(id(3)).unwrap().current.body.as_str(),
            "first"
        );
    }

    #[test]
    fn an_id_is_taken_once() {
        let mut set = set(&[(post(1, 3), Own)]);
        let body = Body::new("other").unwrap();
        assert_eq!(set.add(by(1, 3, Kind::Post { parent: None, body }), Own), None);
        assert_eq!(set.comment(id(3)).unwrap().current.body.as_str(), "first");
        assert_eq!(set.add(edit(1, 7, 3, "x"), Own), Some(id(3)));
        assert_eq!(set.add(post(1, 8), Own), Some(id(8)));
    }

    #[test]
    fn the_clock_is_the_greatest_number_seen() {
        assert_eq!(OperationSet::default().latest(), Lamport::default());
        assert_eq!(set(&[(edit(1, 9, 3, "x"), Own), (post(1, 3), Own)]).latest(), Lamport::new(9).unwrap());
    }

    #[test]
    fn a_change_is_no_comment() {
        assert_eq!(set(&[(edit(1, 9, 3, "x"), Own)]).comment(id(9)), None);
        assert_eq!(set(&[(edit(1, 9, 3, "x"), Own)]).comment(id(3)), None);
    }
}
