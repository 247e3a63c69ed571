//! Which names look alike: kept by what a name looks like, so that one comment more costs the same in a long thread. It lies in a part
//! of its own.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::state::{Index, NamesCode, Oddity};
use crate::discussion::Discussion;
use crate::domain::author::AuthorId;
use crate::domain::comment::Comment;
use crate::domain::hidden_signs::hides;
use crate::domain::look_alikes::look;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;

/// What makes an index.
pub const NAMES: NamesCode = NamesCode(|| Rc::new(RefCell::new(NameIndex::default())));

/// The names of a thread, and what is odd about them.
#[derive(Clone, Debug, Default)]
struct NameIndex {
    looks: BTreeMap<String, Bearers>,
    /// What the name on each comment looks like.
    counted: BTreeMap<OperationId, String>,
    odd: BTreeMap<OperationId, Oddity>,
}

/// Those whose names look the same.
#[derive(Clone, Debug, Default)]
struct Bearers {
    /// Whose name it is here: the reader's, else that of whoever wrote first.
    owner: Option<AuthorId>,
    /// The comments under such a name, with their authors, and whether those are the reader.
    comments: BTreeMap<OperationId, (AuthorId, bool)>,
}

impl Bearers {
    /// Finds whose name it is, and says whether that is somebody else than before.
    fn find_owner(&mut self) -> bool {
        let own = self.comments.values().find(|(_, own)| *own);
        let owner = own.or_else(|| self.comments.values().next()).map(|(author, _)| author.clone());
        let is_other = owner != self.owner;
        self.owner = owner;
        is_other
    }

    fn is_alike(&self, (author, own): &(AuthorId, bool)) -> bool {
        !own && self.owner.as_ref() != Some(author)
    }
}

impl Index for NameIndex {
    fn oddity(&self, id: OperationId) -> Oddity {
        self.odd.get(&id).copied().unwrap_or_default()
    }

    fn has_odd(&self) -> bool {
        !self.odd.is_empty()
    }

    fn look(&mut self, discussion: &Discussion, ids: Option<&SortedSet<OperationId>>) {
        let thread = discussion.comments();
        let Some(ids) = ids else {
            *self = Self::default();
            return thread.comments().for_each(|comment| self.put(comment));
        };
        for id in ids {
            match thread.get(*id) {
                Some(comment) => self.put(comment),
                None => self.remove(*id),
            }
        }
    }
}

impl NameIndex {
    fn put(&mut self, comment: &Comment) {
        let Some(name) = &comment.author.name else { return };
        let id = comment.id;
        let key = look(name.as_str());
        let is_new = self.counted.get(&id) != Some(&key);
        let bearers = self.looks.entry(key.clone()).or_default();
        let bearer = (comment.author.id.clone(), comment.own);
        if !is_new && bearers.comments.get(&id) == Some(&bearer) {
            return;
        }
        // It is the reader's, or before all others, or somebody's whose name it is not.
        let may_own = comment.own || bearers.comments.keys().next().is_none_or(|first| id <= *first);
        bearers.comments.insert(id, bearer.clone());
        let others =
            if may_own && bearers.find_owner() { bearers.comments.clone() } else { BTreeMap::from([(id, bearer)]) };
        let alike: Vec<_> = others.into_iter().map(|(id, bearer)| (id, bearers.is_alike(&bearer))).collect();
        let hides = hides(name.as_str());
        self.counted.insert(id, key);
        for (id, is_alike) in alike {
            self.note(id, |odd| odd.is_alike = is_alike);
        }
        self.note(id, |odd| odd.hides = hides);
    }

    fn remove(&mut self, id: OperationId) {
        self.odd.remove(&id);
        let Some(key) = self.counted.remove(&id) else { return };
        let Some(bearers) = self.looks.get_mut(&key) else { return };
        bearers.comments.remove(&id);
        if bearers.find_owner() {
            let alike: Vec<_> = bearers.comments.iter().map(|(id, bearer)| (*id, bearers.is_alike(bearer))).collect();
            for (id, is_alike) in alike {
                self.note(id, |odd| odd.is_alike = is_alike);
            }
        }
    }

    fn note(&mut self, id: OperationId, change: impl FnOnce(&mut Oddity)) {
        let mut odd = self.oddity(id);
        change(&mut odd);
        if odd == Oddity::default() {
            self.odd.remove(&id);
        } else {
            self.odd.insert(id, odd);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::author::{Author, AuthorName};
    use crate::domain::body::Body;
    use crate::domain::comment::Version;
    use crate::domain::operation_id::{Actor, Lamport};
    use crate::domain::reactions::Reactions;
    use crate::domain::timestamp::Timestamp;

    fn comment(number: u64, author: u128, name: &str, own: bool) -> Comment {
        let at = Timestamp::unix_epoch();
        Comment {
            id: OperationId { lamport: Lamport::new(number).unwrap(), actor: Actor(1) },
            parent: None,
            author: Author { id: AuthorId::local(author), name: AuthorName::new(name).unwrap() },
            created_at: at,
            edited_at: None,
            current: Version { body: Body::new("text").unwrap(), at },
            earlier: Vec::new(),
            deleted: false,
            own,
            published: false,
            sent: false,
            reactions: Reactions::default(),
        }
    }

    fn alike(index: &NameIndex, all: &[Comment]) -> Vec<bool> {
        all.iter().map(|comment| index.oddity(comment.id).is_alike).collect()
    }

    fn check(all: &[Comment], expected: &[bool]) {
        for turn in 0..all.len() {
            let mut index = NameIndex::default();
            let mut order: Vec<_> = all.iter().collect();
            order.rotate_left(turn);
            order.iter().for_each(|comment| index.put(comment));
            assert_eq!(alike(&index, all), expected, "whatever came first");
            order.iter().for_each(|comment| index.put(comment));
            assert_eq!(alike(&index, all), expected, "and twice");
        }
    }

    #[test]
    fn whoever_writes_later_under_a_name_that_looks_the_same_is_told_apart() {
        let all = [
            comment(1, 1, "Ann", false),
            comment(2, 2, "Аnn", false),
            comment(3, 1, "Ann", false),
            comment(4, 3, "ANN", false),
            comment(5, 4, "Bob", false),
        ];
        check(&all, &[false, true, false, true, false]);
    }

    #[test]
    fn the_name_is_the_readers_whoever_wrote_first() {
        let all = [comment(1, 1, "Ann", false), comment(2, 2, "Ann", true), comment(3, 3, "Ann", false)];
        check(&all, &[true, false, true]);
    }

    #[test]
    fn when_the_first_is_gone_the_next_is_the_first() {
        let all = [comment(1, 1, "Ann", false), comment(2, 2, "Ann", false), comment(3, 3, "Ann", false)];
        let mut index = NameIndex::default();
        all.iter().for_each(|comment| index.put(comment));
        index.remove(all[0].id);
        assert_eq!(alike(&index, &all), [false, false, true]);
        index.remove(all[1].id);
        index.remove(all[2].id);
        assert!(!index.has_odd());
    }

    #[test]
    fn a_hidden_sign_is_odd_in_a_name_that_nobody_else_has() {
        let mut index = NameIndex::default();
        let odd = comment(1, 1, "Ann\u{202e}", false);
        index.put(&odd);
        assert_eq!(index.oddity(odd.id), Oddity { hides: true, is_alike: false });
    }
}
