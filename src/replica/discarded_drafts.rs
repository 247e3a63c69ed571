//! A draft that the reader has discarded, and can take back for a while.

use super::output::Output;
use super::state::Replica;
use crate::domain::operation_id::OperationId;

impl Replica {
    /// Discards a draft that another page left, and says whether there was one. The reader can take it back until they discard
    /// the next one, or until the page is left.
    pub fn discard_draft(&mut self, name: OperationId) -> (bool, Vec<Output>) {
        let outputs = self.forget_discarded();
        if self.drafts.others.get(&name).is_none_or(|other| other.live) {
            return (false, outputs);
        }
        self.drafts.discarded = self.drafts.others.remove(&name).map(|other| (name, other));
        self.drafts.here.retain(|_, writing| writing.name != name);
        (true, outputs)
    }

    /// Takes the discarded draft back, and gives its name.
    pub fn bring_back_draft(&mut self) -> Option<OperationId> {
        let (name, other) = self.drafts.discarded.take()?;
        self.drafts.others.insert(name, other);
        Some(name)
    }

    /// Removes the discarded draft from the copies: it cannot be taken back any more.
    pub fn forget_discarded(&mut self) -> Vec<Output> {
        let keys = self.drafts.discarded.take().map(|(_, other)| other.keys);
        self.withdraw_drafts(keys.into_iter().flatten().collect())
    }
}
