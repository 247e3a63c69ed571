//! What the embedder asked for, attribute by attribute.

use crate::domain::thread_id::ThreadId;
use crate::store::thread_name::ThreadName;

/// The widget's attributes after defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Which discussion to show.
    pub thread: ThreadId,
    /// The page's title, to name the thread by.
    pub title: String,
    /// The page's address, likewise.
    pub url: String,
    /// An article to fetch and show; `None` leaves the page's own.
    pub src: Option<String>,
    /// Whether the ad band shows the placeholder.
    pub placeholder: bool,
    /// Where comments are kept.
    pub storage: Keeping,
}

impl Config {
    /// What the discussion is called in lists and files.
    pub fn thread_name(&self) -> ThreadName {
        ThreadName::new(&self.thread, &self.title, &self.url)
    }
}

/// Where comments are kept, as the embedder wants it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// In this browser.
    #[default]
    Browser,
    /// As long as the tab is open.
    Session,
    /// As long as the page is open.
    Nowhere,
}
