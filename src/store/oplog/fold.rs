//! How the operations about a comment fold into the comment.

use super::operation_set::{OperationSet, Provenance};
use crate::domain::body::Body;
use crate::domain::comment::{Comment, Version};
use crate::domain::operation_id::OperationId;
use crate::domain::reactions::Reactions;
use crate::store::format::operation::{Kind, Operation};

impl OperationSet {
    /// The comment as it stands after every change to it that counts. The work grows with the changes to this one
    /// comment, not with the thread.
    ///
    /// A change counts if it came after the post, names the same author, and is of this browser if the post is, so
    /// that no file changes what the reader wrote. The greatest edit wins; of deletions and restorations the last one.
    /// Somebody else's erasure only hides. Reactions are counted apart: [`super::reactions`].
    pub fn comment(&self, id: OperationId) -> Option<Comment> {
        let (post, provenance) = self.counted(id)?;
        let Kind::Post { parent, body } = &post.kind else {
            return None;
        };
        let mut current = body.clone().map(|body| Version { body, at: post.at });
        let mut earlier = Vec::new();
        let mut text = id;
        let mut sent = Vec::new();
        let mut deleted = false;
        let mut edited = false;
        for (change, from) in self.changes_that_count(post, provenance) {
            match &change.kind {
                Kind::Edit { body, .. } => {
                    edited = true;
                    text = change.id;
                    earlier.extend(current.replace(Version { body: body.clone(), at: change.at }));
                }
                Kind::Delete { .. } | Kind::Erase { .. } => deleted = true,
                Kind::Restore { .. } => deleted = false,
                Kind::Sent { text, .. } => sent.extend((from == Provenance::Own).then_some(*text)),
                Kind::Post { .. } | Kind::Batch { .. } | Kind::React { .. } => {}
            }
        }
        // A publication leaves out the text of a deleted comment: only where it stands in the thread is known then.
        let current = current.or_else(|| deleted.then(|| Version { body: Body::withheld(), at: post.at }))?;
        Some(Comment {
            id,
            parent: *parent,
            author: post.author.clone(),
            created_at: post.at,
            edited_at: edited.then_some(current.at),
            current,
            earlier,
            deleted,
            own: provenance == Provenance::Own,
            published: self.is_published(id, text),
            sent: sent.contains(&text),
            reactions: Reactions::default(),
        })
    }

    /// The changes to a comment that count, in their order. The comment was posted by this operation, of this provenance.
    pub(super) fn changes_that_count<'a>(
        &'a self,
        post: &'a Operation,
        provenance: Provenance,
    ) -> impl Iterator<Item = (&'a Operation, Provenance)> {
        let all = self.changes(post.id).filter_map(|change| self.counted(change));
        all.filter(move |(change, from)| {
            change.kind.changed() == Some(post.id)
                && change.id.lamport > post.id.lamport
                && change.author.id == post.author.id
                && (*from == Provenance::Own || provenance != Provenance::Own)
        })
    }

    pub(super) fn counted(&self, id: OperationId) -> Option<(&Operation, Provenance)> {
        let (element, provenance) = self.effective(id)?;
        (provenance == Provenance::Own || self.chain.counts(id)).then_some(())?;
        element.operation.as_ref().map(|operation| (operation, provenance))
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use crate::domain::operation_id::Actor;
    use crate::domain::timestamp::Timestamp;
    use crate::store::format::record_key::Slot;

    #[test]
    fn the_greatest_edit_wins_whatever_came_first() {
        let set = after(&[own(post(1, 1)), own(edit(1, 2, 1, "second")), own(edit(1, 3, 1, "third"))]);
        let comment = set.comment(id(1)).unwrap();
        assert_eq!(comment.current.body.as_str(), "third");
        assert_eq!(
            comment.earlier.iter().map(|version| version.body.as_str()).collect::<Vec<_>>(),
            ["first", "second"]
        );
        assert_eq!(comment.edited_at, Some(Timestamp::from_millis(3).unwrap()));
    }

    #[test]
    fn the_last_of_delete_and_restore_counts() {
        let restore = by(1, 3, Kind::Restore { target: id(1) });
        assert_eq!(text(&after(&[own(post(1, 1)), own(delete(1, 2, 1))]), 1), None);
        assert_eq!(text(&after(&[own(post(1, 1)), own(delete(1, 2, 1)), own(restore)]), 1), Some("first".to_owned()));
    }

    #[test]
    fn nobody_changes_what_somebody_else_wrote() {
        let set = after(&[own(post(1, 1)), own(edit(2, 2, 1, "taken over")), own(delete(2, 3, 1))]);
        assert_eq!(text(&set, 1), Some("first".to_owned()));
    }

    #[test]
    fn a_file_that_claims_the_readers_id_changes_nothing_of_theirs() {
        let erasure = by(1, 4, Kind::Erase { target: id(1), changes: vec![] });
        let set =
            after(&[own(post(1, 1)), foreign(edit(1, 2, 1, "taken over")), foreign(delete(1, 3, 1)), foreign(erasure)]);
        assert_eq!(text(&set, 1), Some("first".to_owned()));
        assert!(set.comment(id(1)).unwrap().own);
    }

    #[test]
    fn a_foreign_comment_follows_its_own_author() {
        let set = after(&[foreign(post(2, 1)), foreign(edit(2, 2, 1, "second"))]);
        assert_eq!(text(&set, 1), Some("second".to_owned()));
        assert!(!set.comment(id(1)).unwrap().own);
    }

    #[test]
    fn a_foreign_erasure_only_hides() {
        let set = after(&[foreign(post(1, 1)), foreign(erase(2, 1, &[]))]);
        assert!(set.comment(id(1)).unwrap().deleted);
        assert!(set.holds(foreign(post(1, 1)).1));
    }

    #[test]
    fn a_change_before_its_target_is_no_change() {
        let set = after(&[own(post(1, 1)), own(by(1, 0, Kind::Delete { target: id(1) }))]);
        assert_eq!(text(&set, 1), Some("first".to_owned()));
    }

    #[test]
    fn an_id_that_a_file_uses_again_stays_the_readers_own() {
        let other = by(1, 1, Kind::Post { parent: None, body: Body::new("a lie").ok() });
        let set = after(&[own(post(1, 1)), foreign(other)]);
        assert_eq!(text(&set, 1), Some("first".to_owned()));
        assert_eq!(set.set_aside(), 1);
    }

    #[test]
    fn of_two_files_the_smaller_bytes_count_and_a_text_counts_more_than_none() {
        let slot = |batch| Slot::Imported { id: id(1), batch: id(batch), epoch: 0 };
        let said = |text: &str| by(2, 1, Kind::Post { parent: None, body: Body::new(text).ok() });
        let bare = by(2, 1, Kind::Post { parent: None, body: None });
        let (a, b) = (said("one"), said("another"));
        let smaller = if element(&a).value < element(&b).value { "one" } else { "another" };
        let set = after(&[(a.clone(), slot(5)), (b, slot(6)), (bare.clone(), slot(7))]);
        assert_eq!(text(&set, 1).as_deref(), Some(smaller));
        assert_eq!(set.set_aside(), 2);
        assert_eq!(text(&after(&[(bare.clone(), slot(5)), (a, slot(6))]), 1).as_deref(), Some("one"));
        assert_eq!(after(&[(bare, slot(5))]).comment(id(1)), None);
    }

    #[test]
    fn a_change_of_the_same_number_as_its_target_is_no_change() {
        let other = OperationId { actor: Actor(2), ..id(1) };
        let change = Operation { id: other, ..delete(1, 1, 1) };
        assert_eq!(text(&after(&[own(post(1, 1)), own(change)]), 1), Some("first".to_owned()));
    }
}
