//! A model's state, written out short: for tests that tell states apart.

use std::fmt::{self, Write};

use super::model::Model;

impl Model {
    /// Writes everything that decides what the program does next. What follows from the rest, what is only said or drawn, and
    /// the panel are left out.
    pub fn write_state(&self, out: &mut dyn Write) -> fmt::Result {
        let Self { config: _, now: _, article: _, discussion, range: _, forms, .. } = self;
        let Self { name, notices, confirming, quota, panel: _, requests: _, imports: _, .. } = self;
        let Self { emptying, author, undoable, waiting_for_room, wake_at, .. } = self;
        let Self { published, letter, .. } = self;
        discussion.all().try_for_each(|replica| replica.write_state(out))?;
        write!(out, "{published:?}{letter:?}")?;
        for comment in self.rows().comments(0..self.rows().len()) {
            write!(out, "{}{}{}|", comment.id, comment.deleted, comment.current.body.as_str())?;
        }
        write!(out, "{:?}", (forms, name, confirming, quota, emptying, author, undoable, waiting_for_room))?;
        write!(out, "{:?}", (notices.is_at_risk(), wake_at))
    }
}
