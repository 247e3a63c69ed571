//! A model's state, written out short: for tests that tell states apart.

use std::fmt::{self, Write};

use super::model::Model;

impl Model {
    /// Writes everything that decides what the program does next. What follows from the rest, what is only said or drawn, and
    /// the panel are left out.
    pub fn write_state(&self, out: &mut dyn Write) -> fmt::Result {
        let Self { config: _, now, article: _, ready, thread: _, rows, range: _, forms, storage, .. } = self;
        let Self { unreadable, name, announcement: _, healed, confirming, measure, panel: _, .. } = self;
        let Self { requests: _, imports: _, emptying, settled, author, set, .. } = self;
        let Self { drafts, outbox, syncing, name_value, united, heard_early, undoable, pending, .. } = self;
        let Self { waiting_for_room, in_memory, warning, attempt: _, wake_at, .. } = self;
        let Self { aliases, published, letter, .. } = self;
        aliases.iter().try_for_each(|other| other.write_state(out))?;
        write!(out, "{published:?}{letter:?}")?;
        for row in rows.iter() {
            let comment = &row.comment;
            write!(out, "{}{}{}|", comment.id, comment.deleted, comment.current.body.as_str())?;
        }
        for (slot, element) in set.elements() {
            write!(out, "{slot:?}{}|", element.value)?;
        }
        write!(out, "{:?}", (set.generation(), set.latest(), set.set_aside(), now, ready, forms, storage, unreadable))?;
        write!(out, "{:?}", (name, healed, confirming, measure, emptying, settled, author, drafts, outbox, syncing))?;
        write!(out, "{:?}", (name_value, united, heard_early, undoable, pending, waiting_for_room, in_memory))?;
        write!(out, "{:?}", (warning, wake_at))
    }
}
