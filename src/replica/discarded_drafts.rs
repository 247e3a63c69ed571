//! A draft that the reader has thrown away, which can be taken back for a while.

use super::output::Output;
use super::state::Replica;
use crate::domain::operation_id::OperationId;

impl Replica {
    /// Throws away a text that another page left, and says whether there was one. It can be taken back until the next one, or
    /// until the page is left.
    pub fn discard_draft(&mut self, name: OperationId) -> (bool, Vec<Output>) {
        let outputs = self.forget_discarded();
        if self.drafts.others.get(&name).is_none_or(|other| other.live) {
            return (false, outputs);
        }
        self.drafts.discarded = self.drafts.others.remove(&name).map(|other| (name, other));
        self.drafts.here.retain(|_, writing| writing.name != name);
        (true, outputs)
    }

    /// Takes that back, and names what there is again.
    pub fn bring_back_draft(&mut self) -> Option<OperationId> {
        let (name, other) = self.drafts.discarded.take()?;
        self.drafts.others.insert(name, other);
        Some(name)
    }

    /// Removes for good what was thrown away.
    pub fn forget_discarded(&mut self) -> Vec<Output> {
        let keys = self.drafts.discarded.take().map(|(_, other)| other.keys);
        self.withdraw_drafts(keys.into_iter().flatten().collect())
    }
}
