//! Everything a widget knows.

use std::collections::BTreeSet;
use std::ops::Range;

pub use super::announcement::{Announced, Announcement};
use super::article::ArticleRoom;
pub use super::article::ArticleStatus;
use super::config::Config;
use super::deletions::Deletions;
use super::form::{FormId, Forms};
use super::import::Imports;
use super::letter::Letter;
use super::notices::Notices;
use super::panel::Panel;
use super::published::Published;
use super::quota::Quota;
use super::requests::Requests;
use crate::discussion::Discussion;
use crate::domain::age::Age;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::domain::sort::Sort;
use crate::domain::thread::Thread;
use crate::domain::timestamp::Timestamp;
use crate::replica::Replica;
pub use crate::replica::Storage;
pub use crate::replica::save_state::SaveState;
use crate::store::operation_set::OperationSet;

pub use crate::replica::KEPT_SHOWN;

/// One widget's state. Views read it; only `update` changes it.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the embedder asked for.
    pub config: Config,
    /// The time that everything shown is true for.
    pub now: Timestamp,
    /// The article.
    pub article: ArticleRoom,
    /// The comments, as this browser keeps them and the page publishes them.
    pub(super) discussion: Discussion,
    /// Which rows are drawn.
    pub range: Range<usize>,
    /// Whether the page is being printed.
    pub printing: bool,
    /// The boxes to write in.
    pub forms: Forms,
    /// The name for the next comment.
    pub name: String,
    /// The order that the reader has chosen, here or on an earlier page.
    pub chosen_sort: Option<Sort>,
    /// What the reader and the page are told.
    pub notices: Notices,
    /// The comment about whose erasure the reader is being asked.
    pub confirming: Option<OperationId>,
    /// The room there is.
    pub quota: Quota,
    /// The panel "Your comments", if it is open.
    pub panel: Option<Panel>,
    /// A comment that the reader is about to send to the author.
    pub letter: Option<Letter>,
    /// The file that the page publishes.
    pub published: Published,
    /// Requests of the page's that wait.
    pub(super) requests: Requests,
    /// What is remembered of the imports of this page.
    pub(super) imports: Imports,
    /// Deletions that are under way.
    pub(super) emptying: Deletions,
    pub(super) author: Option<AuthorId>,
    pub(super) undoable: BTreeSet<OperationId>,
    /// A form that was sent when there seemed to be no room.
    pub(super) waiting_for_room: Option<(FormId, Option<String>, String)>,
    pub(super) wake_at: Option<Timestamp>,
}

impl Model {
    /// A widget that knows nothing yet.
    pub fn new(config: Config, now: Timestamp) -> Self {
        let article = ArticleRoom::new(config.src.as_ref());
        Self {
            discussion: Discussion::new(config.thread.clone(), now),
            config,
            now,
            article,
            range: 0..0,
            printing: false,
            forms: Forms::default(),
            name: String::new(),
            chosen_sort: None,
            notices: Notices::default(),
            confirming: None,
            quota: Quota::new(now),
            panel: None,
            letter: None,
            published: Published::default(),
            requests: Requests::default(),
            imports: Imports::default(),
            emptying: Deletions::default(),
            author: None,
            undoable: BTreeSet::new(),
            waiting_for_room: None,
            wake_at: None,
        }
    }

    /// How far what was written about a comment has got.
    pub fn save_state(&self, id: OperationId) -> Option<SaveState> {
        self.discussion.save_state(id)
    }

    /// The text about a comment that is not saved yet; what it says, where only its coming back is not.
    pub fn unsaved_text(&self, id: OperationId) -> Option<&str> {
        self.discussion.unsaved_text(id)
    }

    /// How many records of the discussion cannot be read, under any of its ids.
    pub fn unreadable_records(&self) -> usize {
        self.discussion.all().map(|replica| replica.unreadable().len()).sum()
    }

    /// How many comments of the discussion came back from the mirror, under any of its ids.
    pub fn healed_comments(&self) -> usize {
        self.discussion.all().map(Replica::healed).sum()
    }

    /// Takes note of the time.
    pub(super) fn is_now(&mut self, now: Timestamp) {
        self.now = now;
        self.discussion.is_now(now);
    }

    /// The comments.
    pub fn thread(&self) -> &Thread {
        self.discussion.comments()
    }

    /// Whether the thread has been read.
    pub fn is_ready(&self) -> bool {
        self.discussion.shown().is_ready()
    }

    /// Whether the browser keeps what is written.
    pub fn storage(&self) -> Storage {
        self.discussion.shown().storage()
    }

    /// The keys of records of this thread that cannot be read.
    pub fn unreadable(&self) -> &BTreeSet<String> {
        self.discussion.shown().unreadable()
    }

    /// Everything that is known of the thread.
    pub fn set(&self) -> &OperationSet {
        self.discussion.shown().set()
    }

    /// Whether everything that was done here is kept, or will be as soon as storage has answered.
    pub fn is_all_kept(&self) -> bool {
        !self.discussion.all().any(|replica| replica.outbox().is_refused())
    }

    /// Whether there is no room for another comment. What is written already can always be deleted and taken along.
    pub fn is_full(&self) -> bool {
        self.quota.is_full(self.config.storage)
    }

    /// Changes the panel, if it is open.
    pub(super) fn with_panel(&mut self, change: impl FnOnce(&mut Panel)) {
        if let Some(panel) = &mut self.panel {
            change(panel);
        }
    }

    pub(super) fn announce(&mut self, what: Announced) {
        self.notices.announce(what);
    }

    /// When the first of the words shown stops being true, or something is to be done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        let ages = self.rows().comments(self.range.clone()).flat_map(|comment| {
            [Some(comment.created_at), comment.edited_at]
                .into_iter()
                .flatten()
                .map(|then| Age::changes_in(then, self.now))
        });
        let words = ages.min().map(|wait| self.now.plus(wait));
        let unsaved = self.panel.as_ref().and_then(|panel| panel.next_change(self.now));
        let due = self.discussion.all().filter_map(Replica::next_change).min();
        let deletion = self.emptying.next_change();
        [words, unsaved, due, deletion].into_iter().flatten().min()
    }
}
