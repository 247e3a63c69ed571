//! A page that has moved: those that were opened before name its earlier address alone, later ones both.

use article_widget::domain::thread_id::ThreadId;

use crate::addresses;
use crate::foreign_file::foreign_file;
use crate::text::Text;

/// What one page calls its discussion.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// The thread that it names.
    pub(crate) thread: ThreadId,
    /// What else that is called.
    pub(crate) alias: Option<ThreadId>,
}

impl Names {
    /// What the page of this number calls it, if so many are opened before it moves; 0: it does not.
    pub(crate) fn of(page: u32, earlier: u32) -> Self {
        match earlier {
            0 => Self { thread: addresses::name(), alias: None },
            earlier if page <= earlier => Self { thread: addresses::earlier(), alias: None },
            _ => Self { thread: addresses::here(), alias: Some(addresses::earlier()) },
        }
    }

    /// Whether the page knows of an earlier address, or is there.
    pub(crate) fn has_moved(&self) -> bool {
        self.is_earlier() || self.alias.is_some()
    }

    /// Whether it is at the earlier address.
    pub(crate) fn is_earlier(&self) -> bool {
        self.thread == addresses::earlier()
    }

    /// A file for the discussion, by its address or by the earlier one. `one_author` says whom the attacked page signs as.
    pub(crate) fn foreign_file(&self, first: Text, earlier: bool, one_author: bool) -> String {
        let thread = match (earlier, self.has_moved()) {
            (true, _) => addresses::earlier(),
            (false, true) => addresses::here(),
            (false, false) => addresses::name(),
        };
        foreign_file(&thread, first, one_author)
    }
}
