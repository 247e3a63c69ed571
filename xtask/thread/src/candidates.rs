//! What all files together say under each id, and which of it counts.

use std::collections::{BTreeMap, BTreeSet};

use article_widget::domain::operation_id::OperationId;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::oplog::operation_set::Element;

use crate::collected::Entry;
use crate::reasons;

/// A comment, who reacted to it, and with what.
type VoteKey = (OperationId, String, String);

/// Every entry of one discussion, by id.
#[derive(Default)]
pub(crate) struct Candidates<'a> {
    by_id: BTreeMap<OperationId, Vec<(usize, &'a Entry)>>,
    /// The reactions of each author to each comment.
    votes: BTreeMap<VoteKey, Vec<(usize, &'a Entry)>>,
    /// Whether the first file is the published one, whose word counts before all others.
    has_base: bool,
    /// Whether a file may change what another one has without the change.
    changes: bool,
}

impl<'a> Candidates<'a> {
    /// All entries of these files.
    pub(crate) fn of(files: &[Vec<&'a Entry>], has_base: bool, changes: bool) -> Self {
        let mut by_id: BTreeMap<OperationId, Vec<(usize, &Entry)>> = BTreeMap::new();
        let mut votes: BTreeMap<VoteKey, Vec<(usize, &Entry)>> = BTreeMap::new();
        for (file, entries) in files.iter().enumerate() {
            for entry in entries {
                if let Some(vote) = entry.operation().and_then(vote_of) {
                    votes.entry(vote).or_default().push((file, entry));
                }
                by_id.entry(entry.id).or_default().push((file, entry));
            }
        }
        Self { by_id, votes, has_base, changes }
    }

    fn is_base(&self, file: usize) -> bool {
        self.has_base && file == 0
    }

    /// The entry that counts under an id: the published one; else one with a text before one without, then the smallest
    /// bytes, so that the order of the files does not matter.
    pub(crate) fn winner(&self, id: OperationId) -> Option<&'a Entry> {
        let all = self.by_id.get(&id)?;
        let rank = |(file, entry): &&(usize, &'a Entry)| {
            let bare = entry.operation().is_none_or(|operation| operation.kind.body().is_none());
            (!self.is_base(*file), bare, entry.value())
        };
        all.iter().min_by_key(rank).map(|(_, entry)| *entry)
    }

    fn files_of(&self, id: OperationId) -> BTreeSet<usize> {
        self.by_id.get(&id).into_iter().flatten().map(|(file, _)| *file).collect()
    }

    /// Why an entry may not stand, whatever file it is in; `None` if it may.
    pub(crate) fn refusal(&self, entry: &Entry) -> Option<&'static str> {
        let operation = entry.operation()?;
        let winner = self.winner(entry.id).and_then(Entry::operation)?;
        if !operation.says_no_more(winner) && !winner.says_no_more(operation) {
            return Some(reasons::OTHER_WORDS);
        }
        let target = operation.kind.target()?;
        if let Kind::React { .. } = operation.kind {
            return self.refusal_of_reaction(entry, operation, target);
        }
        let Some(changed) = self.winner(target).and_then(Entry::operation).filter(|it| is_post(it)) else {
            return Some(reasons::NO_TARGET);
        };
        if changed.author.id != operation.author.id || entry.id.lamport <= target.lamport {
            return Some(reasons::NOT_THEIRS);
        }
        let (has_target, has_change) = (self.files_of(target), self.files_of(entry.id));
        let is_published = has_change.iter().any(|file| self.is_base(*file));
        (!is_published && !self.changes && !has_target.is_subset(&has_change)).then_some(reasons::UNASKED)
    }

    /// Why a reaction may not stand: anybody may react to any comment there is, but whether somebody's reaction is taken back is said
    /// by whoever has the reaction.
    fn refusal_of_reaction(&self, entry: &Entry, operation: &Operation, target: OperationId) -> Option<&'static str> {
        let is_there = |target| self.winner(target).and_then(Entry::operation).is_some_and(is_post);
        if target != OperationId::ARTICLE && !is_there(target) {
            return Some(reasons::NO_TARGET);
        }
        if entry.id.lamport <= target.lamport {
            return Some(reasons::NOT_THEIRS);
        }
        let is_back = |operation: &Operation| matches!(operation.kind, Kind::React { is_back: true, .. });
        let turned = |(_, other): &&(usize, &Entry)| {
            other.id < entry.id && other.operation().is_some_and(|other| is_back(other) != is_back(operation))
        };
        let votes = vote_of(operation).and_then(|vote| self.votes.get(&vote)).into_iter().flatten();
        let has_other: BTreeSet<usize> = votes.filter(turned).map(|(file, _)| *file).collect();
        let has_this = self.files_of(entry.id);
        let is_published = has_this.iter().any(|file| self.is_base(*file));
        (!is_published && !self.changes && !has_other.is_subset(&has_this)).then_some(reasons::UNASKED_REACTION)
    }

    /// What is to be published under each id.
    pub(crate) fn accepted(&self) -> impl Iterator<Item = (OperationId, Element)> {
        let ids = self.by_id.keys().filter_map(|id| Some((*id, self.winner(*id)?)));
        ids.filter(|(_, entry)| self.refusal(entry).is_none()).map(|(id, entry)| (id, entry.element.clone()))
    }
}

fn is_post(operation: &Operation) -> bool {
    matches!(operation.kind, Kind::Post { .. })
}

fn vote_of(operation: &Operation) -> Option<VoteKey> {
    match &operation.kind {
        Kind::React { target, reaction, .. } => {
            Some((*target, operation.author.id.as_str().to_owned(), reaction.name().to_owned()))
        }
        _ => None,
    }
}
