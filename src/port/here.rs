//! What "Your comments" must know of the page that it stands in.

use crate::domain::author::AuthorId;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::store::format::thread_name::ThreadName;

/// The discussion that is shown, and who is reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// The thread that the page names.
    pub thread: ThreadId,
    /// What it is called in lists and files.
    pub name: ThreadName,
    /// The keys of all ids of the discussion, that of the thread first.
    pub ids: Vec<ThreadKey>,
    /// Whether the records of another thread stand under this one's key, so that nothing of this one is kept.
    pub has_key_collision: bool,
    /// The reader's author id, if one is remembered.
    pub author: Option<AuthorId>,
}

impl Here {
    /// The key of the thread that the page names.
    pub fn key(&self) -> ThreadKey {
        self.thread.key()
    }
}
