//! What a reader looks for in a thread. What searches is fetched when they first want it (`searching.rs`).

use std::fmt;

use crate::app::step::Step;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::search::Folding;

/// How far the search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchStatus {
    /// Nobody wants it.
    #[default]
    Closed,
    /// What searches is on its way.
    Coming,
    /// It could not be had.
    Missing,
    /// It is open.
    Open,
}

/// What a reader looks for, and what was found of it.
#[derive(Clone, Debug, Default)]
pub struct Search {
    pub(super) status: SearchStatus,
    /// The words, as they are compared.
    pub(super) words: Vec<String>,
    /// The comments that have them, in the order of the list.
    pub(super) found: Vec<OperationId>,
    /// The one to which the reader was led last.
    pub(super) current: Option<OperationId>,
    /// At which place of the list it goes on; `None` if all have been looked at.
    pub(super) next: Option<usize>,
    /// Whether the list has changed since.
    pub(super) is_stale: bool,
    /// The branches that were opened to show what was found.
    pub(super) opened: Vec<OperationId>,
    pub(super) folding: Option<Folding>,
    pub(super) code: Option<SearchCode>,
}

impl Search {
    /// How far it is.
    pub fn status(&self) -> SearchStatus {
        self.status
    }

    /// The words that are looked for, as they are compared.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// How many comments were found so far.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Whether there are comments that have not been looked at.
    pub fn goes_on(&self) -> bool {
        self.next.is_some()
    }

    /// The comment to which the reader was led last, and which of those that were found it is, counted from 1.
    pub fn current(&self) -> Option<(OperationId, usize)> {
        let current = self.current?;
        self.found.iter().position(|id| *id == current).map(|place| (current, place + 1))
    }
}

/// What is done with an open search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchMsg {
    /// It is opened.
    Opened,
    /// The reader changed what they look for.
    Typed(String),
    /// The page had its turn: there is time to look at more comments.
    GotTime,
    /// The reader wants to see the next comment that was found.
    PressedNext,
    /// The one before.
    PressedPrevious,
}

type Follow = fn(&mut Search, SearchMsg, &Rows) -> Vec<Step>;

/// What searches. A page fetches it when a reader wants to search.
#[derive(Clone, Copy)]
pub struct SearchCode {
    /// Follows what the reader does.
    pub(super) follow: Follow,
    /// What the browser knows of signs, see [`Folding::new`].
    pub(super) decompose: fn(char) -> String,
}

impl SearchCode {
    /// With what the browser knows of signs.
    #[must_use]
    pub const fn knowing(self, decompose: fn(char) -> String) -> Self {
        Self { decompose, ..self }
    }
}

impl fmt::Debug for SearchCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SearchCode")
    }
}

/// There is one.
impl PartialEq for SearchCode {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
