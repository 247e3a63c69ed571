//! Everything a widget knows.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::config::Config;
use super::form::{FormId, Forms};
use super::window;
use crate::domain::age::Age;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread::{Row, Thread};
use crate::domain::timestamp::Timestamp;
use crate::store::operation::Operation;
use crate::store::operation_set::{OperationSet, Provenance};

/// How long the words about where a new comment is kept stand beside it, in milliseconds. Chromium commits within 60 s
/// at its slowest ordinary pace (storage.md); three minutes leave room for a busy disk.
pub const KEPT_SHOWN: u64 = 180_000;

/// Where the article is.
#[derive(Clone, Debug, PartialEq)]
pub enum ArticleStatus {
    /// In the page already; nothing to do.
    OnPage,
    /// On its way.
    Loading,
    /// Here.
    Ready(Rc<Article>),
    /// Not to be had.
    Failed(ArticleError),
}

/// Whether the browser keeps what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As far as is known.
    Working,
    /// The page may not use it: everything is in memory only.
    Blocked,
    /// Reading it failed: what is there could not be shown, and is not touched.
    Unreadable,
    /// Another thread's records stand under this thread's key: neither is mixed into the other.
    Occupied,
    /// There was no room for the last change.
    Full,
}

/// The last thing said aloud. The serial number tells a repeated one from the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Grows with each.
    pub serial: u32,
    /// What is said.
    pub what: Announced,
}

/// What can be said aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// A comment was posted.
    Posted,
    /// A comment was posted that only memory holds.
    PostedInMemory,
    /// A comment got another text.
    Edited,
    /// A comment was deleted.
    Deleted,
    /// A deletion was undone.
    Restored,
    /// A comment came from another tab or widget.
    Arrived,
}

/// An operation that storage has not answered for yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    pub(super) operation: Operation,
    /// The form it came from, whose text stays until the answer.
    pub(super) form: Option<FormId>,
}

/// One widget's state. Views read it; only `update` changes it.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the embedder asked for.
    pub config: Config,
    /// The time that everything shown is true for.
    pub now: Timestamp,
    /// Where the article is.
    pub article: ArticleStatus,
    /// Whether the thread has been read.
    pub ready: bool,
    /// The comments.
    pub thread: Thread,
    /// The comments as a flat list.
    pub rows: Rc<Vec<Row>>,
    /// Which rows are drawn.
    pub range: Range<usize>,
    /// The boxes to write in.
    pub forms: Forms,
    /// Whether the browser keeps what is written.
    pub storage: Storage,
    /// The keys of records of this thread that cannot be read.
    pub unreadable: BTreeSet<String>,
    /// The name for the next comment.
    pub name: String,
    /// The last thing said aloud.
    pub announcement: Option<Announcement>,
    /// The comment that was last posted or edited here and kept, and when.
    pub kept: Option<(OperationId, Timestamp)>,
    pub(super) author: Option<AuthorId>,
    pub(super) set: OperationSet,
    pub(super) named: bool,
    pub(super) undoable: BTreeSet<OperationId>,
    pub(super) pending: BTreeMap<OperationId, Pending>,
    /// Deletions and restorations that are done on screen and that storage has refused so far.
    pub(super) unkept: BTreeMap<OperationId, Operation>,
    pub(super) attempt: u32,
    pub(super) wake_at: Option<Timestamp>,
}

impl Model {
    /// A widget that knows nothing yet.
    pub fn new(config: Config, now: Timestamp) -> Self {
        let article = if config.src.is_some() { ArticleStatus::Loading } else { ArticleStatus::OnPage };
        Self {
            config,
            now,
            article,
            ready: false,
            thread: Thread::default(),
            rows: Rc::default(),
            range: 0..0,
            forms: Forms::default(),
            storage: Storage::Working,
            unreadable: BTreeSet::new(),
            name: String::new(),
            announcement: None,
            kept: None,
            author: None,
            set: OperationSet::default(),
            named: false,
            undoable: BTreeSet::new(),
            pending: BTreeMap::new(),
            unkept: BTreeMap::new(),
            attempt: 0,
            wake_at: None,
        }
    }

    /// The rows that are drawn.
    pub fn drawn(&self) -> &[Row] {
        self.rows.get(self.range.clone()).unwrap_or_default()
    }

    /// Whether the words about where a new comment is kept stand beside this one: only beside the newest, because they
    /// are about the browser and hold for all.
    pub fn shows_kept(&self, id: OperationId) -> bool {
        self.kept.is_some_and(|(newest, since)| newest == id && self.now.since(since) < KEPT_SHOWN)
    }

    pub(super) fn announce(&mut self, what: Announced) {
        let serial = self.announcement.map_or(0, |last| last.serial.wrapping_add(1));
        self.announcement = Some(Announcement { serial, what });
    }

    /// Takes an operation into the set and the comment it touches into the thread. False if it was there already.
    pub(super) fn take(&mut self, operation: Operation) -> bool {
        let Some(touched) = self.set.add(operation, Provenance::Own) else {
            return false;
        };
        if let Some(comment) = self.set.comment(touched) {
            self.thread.put(comment);
        }
        true
    }

    /// Makes the flat list anew.
    pub(super) fn list(&mut self) {
        let kept = self.undoable.iter().copied().chain(self.forms.comments()).collect();
        let before = self.rows.len();
        let rows = self.thread.rows(self.now, &kept);
        self.range = window::after_change(&self.range, before, rows.len());
        self.rows = Rc::new(rows);
    }

    /// Moves the range so that a comment is drawn.
    pub(super) fn reveal(&mut self, id: OperationId) {
        if let Some(index) = self.rows.iter().position(|row| row.comment.id == id) {
            self.range = window::showing(&self.range, index, self.rows.len());
        }
    }

    /// When the first of the words shown stops being true; `None` if nothing shown depends on time. The words about
    /// keeping end with the third minute of the label beside them.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        let ages = self.drawn().iter().flat_map(|row| {
            [Some(row.comment.created_at), row.comment.edited_at()]
                .into_iter()
                .flatten()
                .map(|then| Age::changes_in(then, self.now))
        });
        let wait = i64::try_from(ages.min()?).ok()?;
        Timestamp::from_millis(self.now.millis().checked_add(wait)?)
    }
}
