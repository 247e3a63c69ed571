//! What the embedder asked for, attribute by attribute.

use std::rc::Rc;

use crate::domain::message_diagnostic::MessageDiagnostic;
use crate::domain::messages::Messages;
use crate::domain::sort::Sort;
use crate::domain::syntax::Syntax;
use crate::domain::thread_id::ThreadId;
use crate::store::format::thread_name::ThreadName;

/// The widget's attributes after defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Which discussion to show.
    pub thread: ThreadId,
    /// The page's title, to name the thread by.
    pub title: String,
    /// The page's address, likewise to name the thread by.
    pub url: String,
    /// Other ids of the same discussion: what is kept under them is shown too.
    pub aliases: Vec<ThreadId>,
    /// The address of the file that everybody who opens the page sees together with their own comments.
    pub comments: Option<String>,
    /// The author's address for submissions: a `mailto:` link that the link policy accepts.
    pub contact: Option<String>,
    /// An article to fetch and show; `None` leaves the page's own.
    pub src: Option<String>,
    /// Whether the ad band shows the placeholder.
    pub placeholder: bool,
    /// Where comments are kept.
    pub storage: Persistence,
    /// The order, for a reader who has chosen none.
    pub sort: Sort,
    /// Whether the composer for a new comment stands below the list.
    pub composer_below: bool,
    /// Whether the discussion is closed: nothing new is written here.
    pub readonly: bool,
    /// Whether texts are formatted: what is written here, and what is shown.
    pub formatting: bool,
    /// Whether there are reactions: given here, and shown.
    pub reactions: bool,
    /// How many levels replies are indented, if the embedder said so.
    pub max_depth: Option<u16>,
    /// The page's own messages.
    pub messages: Messages,
    /// What is wrong with the page's own messages, for its developers. Unknown keys are among it once the engine is here.
    pub message_diagnostics: Rc<[MessageDiagnostic]>,
}

impl Config {
    /// What an embedder asks for who names nothing but a thread on a page of this title and address.
    pub fn plain(thread: ThreadId, title: &str, url: &str) -> Self {
        Self {
            thread,
            title: title.to_owned(),
            url: url.to_owned(),
            aliases: Vec::new(),
            comments: None,
            contact: None,
            src: None,
            placeholder: false,
            storage: Persistence::Browser,
            sort: Sort::Oldest,
            composer_below: false,
            readonly: false,
            formatting: true,
            reactions: true,
            max_depth: None,
            messages: Messages::default(),
            message_diagnostics: Rc::default(),
        }
    }

    /// The syntax of a text that is begun here.
    pub fn new_syntax(&self) -> Syntax {
        if self.formatting { Syntax::Markdown } else { Syntax::Plain }
    }

    /// The title and the address of the page.
    pub fn page(&self) -> (&str, &str) {
        (&self.title, &self.url)
    }

    /// What the discussion is called in lists and files.
    pub fn thread_name(&self) -> ThreadName {
        ThreadName::new(&self.thread, &self.title, &self.url)
    }
}

/// Where comments are kept: the attribute `storage`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// In this browser: `localStorage` and IndexedDB.
    #[default]
    Browser,
    /// In `sessionStorage`, as long as the tab is open.
    Session,
    /// In memory only, as long as the page is open.
    Nowhere,
}

impl Persistence {
    /// Whether a widget that keeps comments so shares its records with a widget that keeps them like `other`. Only if both keep them
    /// equally long: a widget that hears of a record keeps it like its own.
    pub fn shares_with(self, other: Self) -> bool {
        self == other && self != Self::Nowhere
    }
}

#[cfg(test)]
mod tests {
    use super::Persistence::{Browser, Nowhere, Session};

    #[test]
    fn nothing_is_told_to_whoever_would_keep_it_longer() {
        let all = [Browser, Session, Nowhere];
        let told = |one| all.map(|two| crate::app::config::Persistence::shares_with(one, two));
        assert_eq!(all.map(told), [[true, false, false], [false, true, false], [false, false, false]]);
    }
}
