//! The rows that a list keeps whatever happens around them.

use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;

/// The comments whose rows must stay in the list.
pub(super) struct Kept {
    /// The comments that have an open composer: they stay drawn, whatever comes before them.
    pub(super) open: SortedSet<OperationId>,
    /// The deleted comments that may be taken back: they keep their row.
    pub(super) undoable: SortedSet<OperationId>,
}
