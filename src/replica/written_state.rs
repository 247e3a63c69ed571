//! A replica's state, written out short: for tests that tell states apart.

use std::fmt::{self, Write};

use super::state::Replica;

impl Replica {
    /// Writes everything that decides what the replica does next.
    ///
    /// # Errors
    /// What `out` says.
    pub fn write_state(&self, out: &mut dyn Write) -> fmt::Result {
        let Self {
            thread: _, now, ready, storage, set, unreadable, in_memory, name_value, acknowledged, pending, ..
        } = self;
        let Self { outbox, round, drafts, heard_early, touched, .. } = self;
        for (slot, element) in set.elements() {
            write!(out, "{slot:?}{}|", element.value)?;
        }
        write!(out, "{:?}", (set.epoch(), set.latest(), set.set_aside(), now, ready, storage, unreadable))?;
        write!(out, "{:?}", (in_memory, name_value, acknowledged, pending, outbox, round, drafts, heard_early, touched))
    }
}
