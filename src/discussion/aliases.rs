//! The other ids of a discussion: what is kept under them is shown too.

use super::state::Discussion;
use crate::domain::thread_id::ThreadId;
use crate::domain::timestamp::Timestamp;
use crate::replica::{Output, Replica};

/// No more ids than these are read.
const MOST_ALIASES: usize = 16;

impl Discussion {
    /// Forgets the threads in memory, and asks for a thread to be read with its other ids. What was shown of it at the first look
    /// goes on being shown.
    pub fn open(&mut self, thread: ThreadId, aliases: &[ThreadId], now: Timestamp) -> Vec<Output> {
        if !self.shown.has_looked_at(&thread) {
            (self.comments, self.rows) = Default::default();
        }
        let opened = self.shown.open(thread);
        let mut outputs = self.name_aliases(aliases, true, now);
        outputs.extend(opened);
        outputs
    }

    /// Takes other ids while the thread is shown.
    pub fn rename(&mut self, aliases: &[ThreadId], now: Timestamp) -> Vec<Output> {
        let mut outputs = self.name_aliases(aliases, false, now);
        let gone = self.show_anew();
        outputs.extend(self.orphan(gone));
        outputs
    }

    /// Reads those of the other ids that are new, or all of them anew. Records on their way under an id that is named no more
    /// stay so.
    fn name_aliases(&mut self, aliases: &[ThreadId], anew: bool, now: Timestamp) -> Vec<Output> {
        let mut before = std::mem::take(&mut self.others);
        let mut outputs = Vec::new();
        let mut keys = vec![self.shown.key()];
        for thread in aliases.iter().take(MOST_ALIASES) {
            if keys.contains(&thread.key()) {
                continue;
            }
            keys.push(thread.key());
            let known = before.iter().position(|other| other.thread() == thread);
            let is_new = known.is_none();
            let mut other =
                known.map_or_else(|| Replica::new(thread.clone(), now), |number| before.swap_remove(number));
            if anew || is_new {
                outputs.extend(other.open(thread.clone()));
            }
            self.others.push(other);
        }
        for other in before {
            self.shown.absorb(other);
        }
        outputs
    }

    /// Adopts the drafts under the ids that the page had before: no page is called so any more.
    pub(super) fn inherit_drafts(&mut self) {
        for other in self.others.iter_mut().filter(|other| other.drafts().has_others()) {
            if other.thread().page().as_ref() == Some(self.shown.thread()) {
                self.shown.inherit_drafts(other);
            }
        }
    }
}
