//! How the reactions to one comment, or to the article, are counted: everybody once.

use super::operation_set::{Element, OperationSet, Provenance};
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Reaction;
use crate::domain::reactions::Reactions;
use crate::domain::sorting::sorted;
use crate::store::format::operation::{Kind, Operation};

/// What somebody said last with one reaction to one comment.
#[derive(Clone, Copy, Debug)]
pub struct Vote<'a> {
    /// The operation by which they said it.
    pub operation: &'a Operation,
    /// Whether the reader made it here.
    pub own: bool,
    reaction: &'a Reaction,
}

impl Vote<'_> {
    /// Whether they took their reaction back.
    pub fn is_back(&self) -> bool {
        matches!(self.operation.kind, Kind::React { is_back: true, .. })
    }

    /// Whose it is: the reader is one person here, whatever ids they had.
    fn voter(&self) -> Option<&AuthorId> {
        (!self.own).then_some(&self.operation.author.id)
    }
}

/// The reactions to a comment as these sets know them together.
pub fn reactions(sets: &[&OperationSet], target: OperationId) -> Reactions {
    let mut counted = Reactions::default();
    for vote in votes(sets, target) {
        if let (Reaction::Known(sign), false) = (vote.reaction, vote.is_back()) {
            counted.count(*sign, vote.own);
        }
    }
    counted
}

/// What everybody said last, with each reaction. Of one author and one reaction the greatest operation by id decides, of those that
/// came after the comment and count. Own operations decide for the reader: who claims one of the ids that they were made under says
/// nothing with the same reaction.
pub fn votes<'a>(sets: &[&'a OperationSet], target: OperationId) -> Vec<Vote<'a>> {
    let mut all = Vec::new();
    for set in sets {
        for (operation, provenance) in set.changes(target).filter_map(|id| set.counted(id)) {
            match &operation.kind {
                Kind::React { target: about, reaction, .. }
                    if *about == target && operation.id.lamport > target.lamport =>
                {
                    all.push(Vote { operation, own: provenance == Provenance::Own, reaction });
                }
                _ => {}
            }
        }
    }
    let readers: Vec<(&AuthorId, &Reaction)> =
        all.iter().filter(|vote| vote.own).map(|vote| (&vote.operation.author.id, vote.reaction)).collect();
    if !readers.is_empty() {
        all.retain(|vote| vote.own || !readers.contains(&(&vote.operation.author.id, vote.reaction)));
    }
    let key = |vote: &Vote<'a>| (vote.voter().cloned(), vote.reaction.name(), vote.operation.id);
    let mut last: Vec<Vote<'a>> = Vec::new();
    for vote in sorted(all, &|one, other| key(one).cmp(&key(other))) {
        match last.last_mut() {
            Some(before) if before.voter() == vote.voter() && before.reaction == vote.reaction => {
                // Of several threads that say something else under one id the first one counts.
                if before.operation.id < vote.operation.id {
                    *before = vote;
                }
            }
            _ => last.push(vote),
        }
    }
    last
}

/// Whether a file says that the author of an own vote has reacted so: others have heard of it.
pub fn was_heard(set: &OperationSet, vote: &Vote<'_>) -> bool {
    let says = |element: &Element| {
        element.operation.as_ref().is_some_and(|operation| {
            operation.author.id == vote.operation.author.id
                && operation.kind.target() == vote.operation.kind.target()
                && matches!(&operation.kind, Kind::React { reaction, is_back: false, .. } if reaction == vote.reaction)
        })
    };
    vote.operation.kind.target().is_some_and(|target| {
        set.changes(target).any(|id| {
            set.published.get(&id).is_some_and(says)
                || set.imported.get(&id).into_iter().flatten().any(|imported| says(&imported.element))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use crate::domain::reaction::Sign;

    fn react(author: u128, lamport: u64, target: OperationId, name: &str) -> Operation {
        by(author, lamport, Kind::React { target, reaction: Reaction::named(name).unwrap(), is_back: false })
    }

    fn back(author: u128, lamport: u64, target: OperationId, name: &str) -> Operation {
        by(author, lamport, Kind::React { target, reaction: Reaction::named(name).unwrap(), is_back: true })
    }

    fn told(reactions: &Reactions) -> Vec<(&'static str, u32, bool)> {
        reactions.tallies().iter().map(|tally| (tally.sign.as_str(), tally.count, tally.own)).collect()
    }

    fn of(set: &OperationSet, target: u64) -> Reactions {
        reactions(&[set], id(target))
    }

    #[test]
    fn everybody_reacts_to_anybodys_comment_and_counts_once_with_each_sign() {
        let set = after(&[
            foreign(post(2, 1)),
            own(react(1, 2, id(1), "👍")),
            foreign(react(3, 3, id(1), "👍")),
            foreign(react(3, 4, id(1), "👍")),
            foreign(react(3, 5, id(1), "🎉")),
            foreign(react(2, 6, id(1), "👍")),
        ]);
        assert_eq!(told(&of(&set, 1)), [("👍", 3, true), ("🎉", 1, false)]);
    }

    #[test]
    fn the_greatest_of_one_author_and_one_sign_decides() {
        let set = after(&[
            foreign(post(2, 1)),
            foreign(react(3, 2, id(1), "👍")),
            foreign(back(3, 3, id(1), "👍")),
            foreign(back(4, 4, id(1), "❤️")),
            foreign(react(4, 5, id(1), "❤️")),
            foreign(back(5, 6, id(1), "❤️")),
        ]);
        assert_eq!(told(&of(&set, 1)), [("❤️", 1, false)]);
    }

    #[test]
    fn a_file_that_claims_the_readers_id_changes_no_reaction_of_theirs() {
        let set = after(&[
            foreign(post(2, 1)),
            own(react(1, 2, id(1), "👍")),
            foreign(back(1, 3, id(1), "👍")),
            own(back(1, 4, id(1), "❤️")),
            foreign(react(1, 5, id(1), "❤️")),
        ]);
        assert_eq!(told(&of(&set, 1)), [("👍", 1, true)]);
    }

    #[test]
    fn a_reader_who_has_had_two_ids_is_one_person() {
        let mut set = after(&[foreign(post(2, 1)), own(react(1, 2, id(1), "👍")), own(react(9, 3, id(1), "👍"))]);
        for claimed in [react(1, 2, id(1), "👍"), react(9, 3, id(1), "👍")] {
            set.add_published(claimed.id, element(&claimed));
        }
        assert_eq!(told(&of(&set, 1)), [("👍", 1, true)]);
    }

    #[test]
    fn the_article_is_reacted_to_as_well_and_nothing_before_it_was_there() {
        let article = OperationId::ARTICLE;
        let set = after(&[own(react(1, 2, article, "🤔")), foreign(post(2, 9)), foreign(react(3, 5, id(9), "👍"))]);
        assert_eq!(told(&reactions(&[&set], article)), [("🤔", 1, true)]);
        assert_eq!(told(&of(&set, 9)), [], "nobody reacts to what is not there yet");
    }

    #[test]
    fn what_is_not_known_is_kept_and_not_shown() {
        let set = after(&[foreign(post(2, 1)), foreign(react(3, 2, id(1), "🚀"))]);
        assert_eq!((told(&of(&set, 1)), votes(&[&set], id(1)).len()), (vec![], 1));
    }

    #[test]
    fn several_threads_of_one_discussion_are_counted_as_one() {
        let first = after(&[own(react(1, 2, id(1), "👍")), foreign(react(3, 3, id(1), "👍"))]);
        let mut second =
            after(&[foreign(post(2, 1)), foreign(react(3, 3, id(1), "👍")), foreign(back(4, 4, id(1), "👍"))]);
        let published = react(1, 2, id(1), "👍");
        second.add_published(published.id, element(&published));
        for sets in [[&first, &second], [&second, &first]] {
            assert_eq!(told(&reactions(&sets, id(1))), [("👍", 2, true)]);
        }
    }

    #[test]
    fn reactions_go_with_a_comment_that_is_erased() {
        let set = after(&[
            own(post(1, 1)),
            foreign(react(3, 2, id(1), "👍")),
            own(react(1, 3, id(1), "👍")),
            own(erase(4, 1, &[])),
        ]);
        assert!(of(&set, 1).tallies().is_empty());
        assert_eq!(set.elements().count(), 1);
    }

    #[test]
    fn a_reaction_is_no_change_to_a_comment() {
        let set = after(&[own(post(1, 1)), own(react(1, 2, id(1), "👎"))]);
        assert_eq!((set.newest_turn(id(1), None), set.comment(id(1)).unwrap().edited_at), (Some(id(1)), None));
        assert_eq!(Sign::ALL.map(|sign| of(&set, 1).is_own(sign)), [false, false, false, false, false, true]);
    }
}
