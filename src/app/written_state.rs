//! A thread's state, written out short: for tests that tell states apart.

use std::fmt::{self, Write};

use super::state::App;

impl App {
    /// Writes everything that decides what the program does next. What follows from the rest, and what is only said or drawn, is left
    /// out.
    pub fn write_state(&self, out: &mut dyn Write) -> fmt::Result {
        let Self { discussion, composer, actions, submission, published, notices, quota, told, .. } = self;
        discussion.all().try_for_each(|replica| replica.write_state(out))?;
        write!(out, "{published:?}{submission:?}")?;
        for comment in self.rows().comments(0..self.rows().len()) {
            write!(out, "{}{}{}|", comment.id, comment.deleted, comment.current.body.as_str())?;
        }
        write!(out, "{:?}", (composer, actions, quota, notices.is_at_risk(), told.wake_at))
    }
}
