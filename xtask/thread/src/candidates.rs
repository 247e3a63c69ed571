//! What all files together say under each id, and which of it counts.

use std::collections::{BTreeMap, BTreeSet};

use article_widget::domain::operation_id::OperationId;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::oplog::operation_set::Element;

use crate::collected::Entry;
use crate::reasons;

/// Every entry of one discussion, by id.
#[derive(Default)]
pub(crate) struct Candidates<'a> {
    by_id: BTreeMap<OperationId, Vec<(usize, &'a Entry)>>,
    /// Whether the first file is the published one, whose word counts before all others.
    has_base: bool,
    /// Whether a file may change what another one has without the change.
    changes: bool,
}

impl<'a> Candidates<'a> {
    /// All entries of these files.
    pub(crate) fn of(files: &[Vec<&'a Entry>], has_base: bool, changes: bool) -> Self {
        let mut by_id: BTreeMap<OperationId, Vec<(usize, &Entry)>> = BTreeMap::new();
        for (file, entries) in files.iter().enumerate() {
            for entry in entries {
                by_id.entry(entry.id).or_default().push((file, entry));
            }
        }
        Self { by_id, has_base, changes }
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

    /// What is to be published under each id.
    pub(crate) fn accepted(&self) -> impl Iterator<Item = (OperationId, Element)> {
        let ids = self.by_id.keys().filter_map(|id| Some((*id, self.winner(*id)?)));
        ids.filter(|(_, entry)| self.refusal(entry).is_none()).map(|(id, entry)| (id, entry.element.clone()))
    }
}

fn is_post(operation: &Operation) -> bool {
    matches!(operation.kind, Kind::Post { .. })
}
