//! The thread of one widget: what its rooms have in common, and the rooms.

use super::actions::Actions;
use super::article::ArticleRoom;
use super::composer::ComposerRoom;
use super::config::Config;
use super::effect::Effect;
use super::finding::{Finding, SEARCH};
use super::host_calls::HostCalls;
use super::list::{Kept, List};
use super::names::{NAMES, Names};
use super::notices::Notices;
use super::published::{Published, READING};
use super::quota::Quota;
use super::submission::{LETTER, SubmissionRoom};
use crate::discussion::Discussion;
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::domain::row::Row;
use crate::domain::rows::Rows;
use crate::domain::sort::Sort;
use crate::domain::thread::Thread;
use crate::domain::timestamp::Timestamp;
use crate::port::Here;
use crate::replica::{Replica, Storage};

/// The thread of one widget. Views read it; only `update` changes it.
#[derive(Clone, Debug)]
pub struct App {
    /// What the embedder asked for.
    pub config: Config,
    /// The time that everything shown is true for.
    pub now: Timestamp,
    /// The comments, as this browser keeps them and the page publishes them.
    pub(super) discussion: Discussion,
    /// Which of them are drawn, and in what order.
    pub list: List,
    /// The composers to write in, and who writes.
    pub composer: ComposerRoom,
    /// What is being done to comments.
    pub actions: Actions,
    /// A comment that the reader is about to send to the author.
    pub submission: SubmissionRoom,
    /// The article.
    pub article: ArticleRoom,
    /// The file that the page publishes.
    pub published: Published,
    /// The names on the comments: which hide something, and which look alike.
    pub names: Names,
    /// What is new, and what the reader looks for.
    pub finding: Finding,
    /// What the reader and the page are told.
    pub notices: Notices,
    /// How much of the quota is used.
    pub quota: Quota,
    /// Host API calls that wait.
    pub(super) host_calls: HostCalls,
    /// What others were told last.
    pub(super) told: Told,
}

/// What others were told last, so that nobody is told the same twice.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// "Your comments" of the page.
    pub(super) here: Option<Here>,
    /// The browser of when it is to ring.
    pub(super) wake_at: Option<Timestamp>,
}

impl App {
    /// A widget that knows nothing yet.
    pub fn new(config: Config, now: Timestamp) -> Self {
        Self {
            discussion: Discussion::new(config.thread.clone(), now),
            article: ArticleRoom::new(config.src.as_ref()),
            config,
            now,
            list: List::default(),
            composer: ComposerRoom::default(),
            actions: Actions::default(),
            submission: SubmissionRoom::default(),
            published: Published::default(),
            names: Names::default(),
            finding: Finding::default(),
            notices: Notices::default(),
            quota: Quota::new(now),
            host_calls: HostCalls::default(),
            told: Told::default(),
        }
    }

    /// Takes the code that a page fetches only where it is wanted: all of it, where the module is not parted.
    pub fn take_all_code(&mut self) {
        self.published.take_code(READING);
        self.submission.take_code(LETTER);
        self.actions.take_code();
        self.names.take_code(NAMES, &self.discussion);
        self.finding.take_code(SEARCH);
    }

    /// The discussion.
    pub fn discussion(&self) -> &Discussion {
        &self.discussion
    }

    /// The comments.
    pub fn thread(&self) -> &Thread {
        self.discussion.comments()
    }

    /// The comments as a flat list.
    pub fn rows(&self) -> &Rows {
        self.discussion.rows()
    }

    /// The rows that are drawn.
    pub fn drawn(&self) -> impl Iterator<Item = &Row> {
        self.list.drawn()
    }

    /// The order of the list.
    pub fn sort(&self) -> Sort {
        self.list.sort(&self.config)
    }

    /// Whether the thread has been read.
    pub fn is_ready(&self) -> bool {
        self.discussion.shown().is_ready()
    }

    /// Whether the thread can be shown: it has been read, or looked at for the first time.
    pub fn is_shown(&self) -> bool {
        self.discussion.shown().is_shown()
    }

    /// Whether the browser keeps what is written.
    pub fn storage(&self) -> Storage {
        self.discussion.shown().storage()
    }

    /// Whether there is no space for another comment. What is written already can always be deleted and taken along.
    pub fn is_full(&self) -> bool {
        self.quota.is_full(self.config.storage)
    }

    /// What "Your comments" is to know of the page.
    pub fn here(&self) -> Here {
        Here {
            thread: self.config.thread.clone(),
            name: self.config.thread_name(),
            ids: self.discussion.all().map(Replica::key).collect(),
            has_key_collision: self.storage() == Storage::KeyCollision,
            author: self.composer.author().cloned(),
        }
    }

    /// Brings the list up to date. What is being replied to or edited stays drawn, whatever comes before it.
    pub(super) fn bring_list(&mut self, turned: bool) {
        let kept = Kept { open: self.composer.composers().open_comments(), undoable: self.actions.undoable().clone() };
        self.list.bring(&mut self.discussion, &self.config, self.now, kept, turned);
    }

    /// Shows the list as it is folded now, at least what stands from this comment on, and gives what remembers that.
    pub(super) fn fold(&mut self, id: OperationId) -> Effect {
        self.bring_list(false);
        self.list.draw_from(id, self.discussion.rows());
        Effect::KeepFolds { thread: self.config.thread.key(), folded: self.list.branches().folded().collect() }
    }

    /// Shows these comments alone, from the beginning of the list.
    pub(super) fn filter(&mut self, filter: Filter) {
        self.list.choose(filter);
        self.want();
        self.finding.touch();
        self.bring_list(true);
    }

    /// Says which comments are to have rows from when the list is next brought up to date on.
    pub(super) fn want(&mut self) {
        let filter = self.list.filter();
        let new = (filter == Filter::New).then(|| self.finding.new_comments().clone());
        self.discussion.want(filter, new.unwrap_or_default());
    }

    /// Has all branches stand open on paper, and as before when the page has been printed.
    pub(super) fn unfold(&mut self, on_paper: bool) {
        self.list.branches_mut().on_paper = on_paper;
        if self.list.branches().folded().next().is_some() {
            self.bring_list(false);
        }
    }

    /// Takes note of the time.
    pub(super) fn is_now(&mut self, now: Timestamp) {
        self.now = now;
        self.discussion.is_now(now);
    }

    /// When the first of the ages and states shown on the page stops being true, or something is to be done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        let words = self.list.next_change();
        let due = self.discussion.all().filter_map(Replica::next_change).min();
        [words, due, self.actions.next_change()].into_iter().flatten().min()
    }
}
