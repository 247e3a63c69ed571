//! One comment of the union of several threads, which a page shows as one.

use super::operation_set::OperationSet;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;

/// The comment as these sets know it: the reader's own before an imported one, that before a published one, and the first set
/// before the others. Reactions are counted apart. A comment that was erased in one set is shown from another only if it is the reader's own there.
pub fn comment<'a>(sets: impl Iterator<Item = &'a OperationSet> + Clone, id: OperationId) -> Option<Comment> {
    let is_erased = sets.clone().any(|set| set.has_erased(id));
    let mut best: Option<((bool, bool), Comment)> = None;
    for set in sets {
        if let Some(comment) = set.comment(id).filter(|comment| comment.own || !is_erased) {
            let rank = (comment.own, set.is_kept(id));
            if best.as_ref().is_none_or(|(other, _)| rank > *other) {
                best = Some((rank, comment));
            }
        }
    }
    best.map(|(_, comment)| comment)
}

/// How many comments these sets show together.
pub fn count(sets: &[OperationSet]) -> usize {
    let mut ids = SortedSet::new();
    for set in sets {
        ids.extend(set.ids().map(|(id, _)| id));
    }
    ids.into_iter().filter(|id| comment(sets.iter(), *id).is_some_and(|comment| !comment.deleted)).count()
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;

    fn says(sets: &[OperationSet]) -> Option<(String, bool)> {
        let comment = comment(sets.iter(), id(1))?;
        Some((comment.current.body.as_str().to_owned(), comment.own))
    }

    #[test]
    fn the_readers_own_counts_before_any_other_wherever_it_is_kept() {
        let own = after(&[own(post(1, 1)), own(edit(1, 2, 1, "mine"))]);
        let foreign = after(&[foreign(post(1, 1)), foreign(edit(1, 3, 1, "theirs"))]);
        assert_eq!(says(&[own.clone(), foreign.clone()]), Some(("mine".to_owned(), true)));
        assert_eq!(says(&[foreign, own]), Some(("mine".to_owned(), true)));
    }

    #[test]
    fn every_comment_is_counted_once_and_no_deleted_one() {
        let mut first =
            after(&[own(post(1, 1)), own(post(1, 2)), own(delete(1, 3, 2)), own(post(1, 5)), own(edit(1, 6, 5, "x"))]);
        first.add_published(id(1), element(&post(1, 1)));
        first.add_published(id(9), element(&post(2, 9)));
        let second = after(&[own(post(1, 7)), foreign(post(2, 9)), own(post(1, 1))]);
        assert_eq!(count(&[first, second]), 4, "1, 5, 7 and 9");
        assert_eq!(count(&[]), 0);
    }

    #[test]
    fn what_is_kept_counts_before_what_is_only_published() {
        let mut published = OperationSet::default();
        published.add_published(id(1), element(&post(2, 1)));
        let kept = after(&[foreign(post(2, 1)), foreign(edit(2, 2, 1, "kept"))]);
        assert_eq!(says(&[published.clone(), kept.clone()]), says(&[kept, published]));
    }

    #[test]
    fn what_was_erased_under_one_id_comes_back_by_no_other() {
        let erased = after(&[own(post(1, 1)), own(erase(3, 1, &[]))]);
        let mut published = OperationSet::default();
        published.add_published(id(1), element(&post(1, 1)));
        assert_eq!(says(&[published, erased]), None);
    }

    #[test]
    fn of_two_that_count_alike_the_first_is_shown() {
        let one = after(&[own(post(1, 1)), own(edit(1, 2, 1, "one"))]);
        let other = after(&[own(post(1, 1)), own(edit(1, 3, 1, "other"))]);
        assert_eq!(says(&[one.clone(), other.clone()]), Some(("one".to_owned(), true)));
        assert_eq!(says(&[other, one]), Some(("other".to_owned(), true)));
    }
}
