//! The state of "Your comments", written out short: for tests that tell states apart.

use std::fmt::{self, Write};

use super::state::Manage;

impl Manage {
    /// Writes everything that decides what the program does next, but for the panel and the import, which a test looks at by itself.
    pub fn write_state(&self, out: &mut dyn Write) -> fmt::Result {
        let Self { here, panel: _, offer: _, import: _, imports, purge, outbox, exports, epochs, wake_at, .. } = self;
        write!(out, "{:?}", (here, imports, purge, outbox, exports, epochs, wake_at))
    }

    /// Whether everything that was done here is kept, or will be as soon as storage has responded.
    pub fn is_all_kept(&self) -> bool {
        !self.outbox.is_refused()
    }
}
