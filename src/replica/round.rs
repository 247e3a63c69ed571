//! How far the reading of the two copies has got. It begins again whenever they may have changed unnoticed.

use crate::domain::sorted_set::SortedSet;
use crate::store::copy::request::CopyId;
use crate::store::copy::store_error::StoreError;
use crate::store::format::record_key::Slot;

/// One round of reading, and what is remembered of earlier ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Round {
    pub(super) step: Step,
    /// What was looked at before the first round.
    pub(super) first_look: FirstLook,
    /// What each copy listed in this round; `None` where it cannot be relied on.
    pub(super) local: Option<SortedSet<String>>,
    pub(super) mirror: Option<SortedSet<String>>,
    pub(super) has_mirror: bool,
    /// Whether both copies have been read at least once.
    pub(super) copies_read: bool,
    /// How many comments had gone from the key-value storage and came back from the mirror.
    pub(super) repaired: usize,
    /// The keys that this page has seen in the key-value storage.
    pub(super) seen: SortedSet<String>,
    /// Whether the key-value storage did not give all that it has, in the last round.
    pub(super) local_unread: bool,
    /// Keys to be removed, and not known to be gone, by copy.
    doomed_local: SortedSet<String>,
    doomed_mirror: SortedSet<String>,
}

/// How far the first look has come, and what it leaves to be done.
#[derive(Clone, Debug, Default)]
pub(super) struct FirstLook {
    /// Whether all of the primary copy was looked at, so that the thread can be shown.
    pub(super) complete: bool,
    /// Whether anything was looked at.
    pub(super) begun: bool,
    /// What was erased or deleted, and still stands in the primary copy.
    pub(super) dropped: Vec<Slot>,
}

/// Which copy is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Step {
    #[default]
    Idle,
    Local,
    Mirror,
}

impl Round {
    /// Whether there is a mirror, as far as is known.
    pub(super) fn has_mirror(&self) -> bool {
        self.has_mirror
    }

    /// Whether the key-value storage may hold records that this page asked for and did not get.
    pub(super) fn is_local_unread(&self) -> bool {
        self.local_unread
    }

    /// Whether a copy has been asked and has not responded.
    pub(super) fn is_reading(&self) -> bool {
        self.step != Step::Idle
    }

    /// What the copies listed in this round, which is over.
    pub(super) fn take_lists(&mut self) -> [Option<SortedSet<String>>; 2] {
        [self.local.take(), self.mirror.take()]
    }

    /// Dooms a key: it is removed from both copies.
    pub(super) fn doom(&mut self, key: String) {
        self.doomed_local.insert(key.clone());
        self.doomed_mirror.insert(key);
    }

    /// Removes the key from no copy after all: it is written anew.
    pub(super) fn spare(&mut self, key: &str) {
        self.doomed_local.remove(key);
        self.doomed_mirror.remove(key);
    }

    /// Whether a key is to be removed and not known to be gone.
    pub(super) fn is_removing(&self) -> bool {
        !self.doomed_local.is_empty() || !self.doomed_mirror.is_empty()
    }

    /// Takes note that keys are gone from a copy, or that there is no such copy.
    pub(super) fn removed(&mut self, copy: CopyId, keys: &[String], result: Result<(), StoreError>) {
        if !matches!(result, Ok(()) | Err(StoreError::Blocked)) {
            return;
        }
        let doomed = match copy {
            CopyId::Primary => &mut self.doomed_local,
            CopyId::Mirror => &mut self.doomed_mirror,
        };
        for key in keys {
            doomed.remove(key);
        }
    }

    /// The keys to be removed from a copy.
    pub(super) fn doomed(&self, copy: CopyId) -> &SortedSet<String> {
        match copy {
            CopyId::Primary => &self.doomed_local,
            CopyId::Mirror => &self.doomed_mirror,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(round: &Round, copy: CopyId) -> Vec<&str> {
        round.doomed(copy).iter().map(String::as_str).collect()
    }

    fn doomed() -> Round {
        let mut round = Round::default();
        round.doom("a".to_owned());
        round.doom("b".to_owned());
        round
    }

    #[test]
    fn a_doomed_key_goes_from_each_copy_by_itself() {
        let mut round = doomed();
        round.removed(CopyId::Primary, &["a".to_owned(), "x".to_owned()], Ok(()));
        assert_eq!(keys(&round, CopyId::Primary), ["b"]);
        assert_eq!(keys(&round, CopyId::Mirror), ["a", "b"]);
        round.removed(CopyId::Primary, &["b".to_owned()], Ok(()));
        assert!(round.is_removing(), "the mirror has both");
        round.removed(CopyId::Mirror, &["a".to_owned(), "b".to_owned()], Ok(()));
        assert!(!round.is_removing());
    }

    #[test]
    fn what_could_not_be_removed_stays_doomed_and_no_copy_holds_nothing() {
        for (result, stays) in [(StoreError::Failed, 2), (StoreError::Full, 2), (StoreError::Blocked, 0)] {
            let mut round = doomed();
            round.removed(CopyId::Mirror, &["a".to_owned(), "b".to_owned()], Err(result));
            assert_eq!(keys(&round, CopyId::Mirror).len(), stays, "{result:?}");
            assert_eq!(keys(&round, CopyId::Primary).len(), 2);
        }
    }

    #[test]
    fn what_is_written_anew_is_removed_from_no_copy() {
        let mut round = doomed();
        round.spare("a");
        assert_eq!((keys(&round, CopyId::Primary), keys(&round, CopyId::Mirror)), (vec!["b"], vec!["b"]));
    }

    #[test]
    fn what_the_copies_listed_is_taken_once_and_what_was_seen_is_remembered() {
        let list = Some(SortedSet::from(["a".to_owned()]));
        let seen = SortedSet::from(["b".to_owned()]);
        let mut round = Round { local: list.clone(), seen: seen.clone(), ..Round::default() };
        assert_eq!(round.take_lists(), [list, None]);
        assert_eq!(round.take_lists(), [None, None]);
        assert_eq!(round.seen, seen);
    }
}
