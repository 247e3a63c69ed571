//! The file that the page publishes: how far it is, and what is to be said of it. None of it is kept.

use super::job::Job;
use crate::domain::article_error::ArticleError;
use crate::store::streamed_file::{MOST_PUBLISHED, StreamedFile};

/// How far it is, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Published {
    /// Whether it is on its way.
    pub is_coming: bool,
    /// Whether somebody wants to write before it has come: a box below the list does not wait for it then.
    pub form_first: bool,
    /// What is wrong with it. The rest is shown all the same.
    pub trouble: Option<Trouble>,
    /// How many of its operations are shown at most.
    pub most: usize,
    pub(super) attempt: u32,
    pub(super) file: Option<Job<StreamedFile>>,
    /// Whether the next piece was asked for.
    pub(super) asked: bool,
    /// How many of its operations were taken, and not.
    pub(super) taken: usize,
    pub(super) refused: usize,
    /// How many comments there were when they were last listed.
    pub(super) listed: usize,
}

impl Default for Published {
    fn default() -> Self {
        Self {
            is_coming: false,
            form_first: false,
            trouble: None,
            most: MOST_PUBLISHED,
            attempt: 0,
            file: None,
            asked: false,
            taken: 0,
            refused: 0,
            listed: 0,
        }
    }
}

/// Why not all of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It could not be fetched, or not all of it.
    Fetch(ArticleError),
    /// It is no publication.
    NotOne,
    /// A later version of the widget wrote it.
    Newer,
    /// Part of it is missing or was changed.
    Incomplete,
    /// So many of its lines cannot be taken.
    Refused(usize),
    /// It has more than is shown.
    TooMuch,
}
