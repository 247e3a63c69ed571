//! Everything a widget knows.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use litemap::LiteMap;

pub use super::announcement::{Announced, Announcement};
use super::config::{Config, Keeping};
use super::drafting;
use super::drafts::Drafts;
use super::emptying::Deletions;
use super::form::{FormId, Forms};
use super::import::Imports;
use super::letter::Letter;
use super::message::Measure;
use super::outbox::Outbox;
use super::panel::Panel;
use super::published::Published;
use super::requests::Requests;
pub use super::save_state::SaveState;
pub use super::storage_state::Storage;
use super::syncing::Syncing;
use crate::domain::age::Age;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::sort::Sort;
use crate::domain::thread::Thread;
use crate::domain::timestamp::Timestamp;
use crate::store::operation::Operation;
use crate::store::operation_set::OperationSet;
use crate::store::order::Found;
use crate::store::room::Room;
use crate::store::stored_text::units;

/// How long the words about where a new comment is kept stand beside it once it is kept, in milliseconds. Chromium
/// commits within 60 s at its slowest ordinary pace; three minutes leave room for a busy disk.
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

/// An operation that storage has not answered for yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    pub(super) operation: Operation,
    /// The form it came from, whose text stays until the answer.
    pub(super) form: Option<FormId>,
    pub(super) value: Rc<str>,
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
    pub rows: Rows,
    /// Which rows are drawn.
    pub range: Range<usize>,
    /// Whether the page is being printed.
    pub printing: bool,
    /// The boxes to write in.
    pub forms: Forms,
    /// Whether the browser keeps what is written.
    pub storage: Storage,
    /// The keys of records of this thread that cannot be read.
    pub unreadable: BTreeSet<String>,
    /// The name for the next comment.
    pub name: String,
    /// The order that the reader has chosen, here or on an earlier page.
    pub chosen_sort: Option<Sort>,
    /// The last thing said aloud.
    pub announcement: Option<Announcement>,
    /// How many comments had gone from the key-value storage and came back from the mirror.
    pub healed: usize,
    /// The comment about whose erasure the reader is being asked.
    pub confirming: Option<OperationId>,
    /// The room there is, once it was counted.
    pub measure: Option<Measure>,
    /// Whether this browser removes what is kept when the site is not used for seven days.
    pub forgets: bool,
    /// Whether that is said beside the thread: the first time that something was kept here.
    pub seven_days: bool,
    /// The panel "Your comments", if it is open.
    pub panel: Option<Panel>,
    /// A comment that the reader is about to send to the author.
    pub letter: Option<Letter>,
    /// The file that the page publishes.
    pub published: Published,
    /// The other ids of the discussion, each a model with `is_alias`, and there what has changed since it was asked.
    pub(super) aliases: Vec<Model>,
    pub(super) is_alias: bool,
    pub(super) touched: BTreeSet<OperationId>,
    /// Requests of the page's that wait.
    pub(super) requests: Requests,
    /// What is remembered of the imports of this page.
    pub(super) imports: Imports,
    /// Deletions that are under way.
    pub(super) emptying: Deletions,
    /// The comment that was last written here and is kept now, how, and since when.
    pub(super) settled: Option<(OperationId, SaveState, Timestamp)>,
    pub(super) author: Option<AuthorId>,
    pub(super) set: OperationSet,
    pub(super) drafts: Drafts,
    pub(super) outbox: Outbox,
    pub(super) syncing: Syncing,
    /// The value of the record that names the thread.
    pub(super) name_value: Option<Rc<str>>,
    /// Whether both places have been read.
    pub(super) united: bool,
    /// What was told before the thread had been read.
    pub(super) heard_early: Vec<Found>,
    pub(super) undoable: BTreeSet<OperationId>,
    /// Operations that storage has not answered for, by key.
    pub(super) pending: LiteMap<String, Pending>,
    /// A form that was sent when there seemed to be no room.
    pub(super) waiting_for_room: Option<(FormId, Option<String>, String)>,
    /// Comments that only memory holds.
    pub(super) in_memory: BTreeSet<OperationId>,
    /// Whether the browser asks before the page is left.
    pub(super) warning: bool,
    /// What the page was told of storage and still holds, a bit for each.
    pub(super) warned: u8,
    /// Whether an article is on its way.
    pub(super) fetching: bool,
    pub(super) attempt: u32,
    pub(super) counted_at: Timestamp,
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
            rows: Rows::default(),
            range: 0..0,
            printing: false,
            forms: Forms::default(),
            storage: Storage::Working,
            unreadable: BTreeSet::new(),
            name: String::new(),
            chosen_sort: None,
            announcement: None,
            healed: 0,
            confirming: None,
            measure: None,
            forgets: false,
            seven_days: false,
            panel: None,
            letter: None,
            published: Published::default(),
            aliases: Vec::new(),
            is_alias: false,
            touched: BTreeSet::new(),
            requests: Requests::default(),
            imports: Imports::default(),
            emptying: Deletions::default(),
            settled: None,
            author: None,
            set: OperationSet::default(),
            drafts: Drafts::default(),
            outbox: Outbox::default(),
            syncing: Syncing::default(),
            name_value: None,
            united: false,
            heard_early: Vec::new(),
            undoable: BTreeSet::new(),
            pending: LiteMap::new(),
            counted_at: now,
            waiting_for_room: None,
            in_memory: BTreeSet::new(),
            warning: false,
            warned: 0,
            fetching: false,
            attempt: 0,
            wake_at: None,
        }
    }

    /// How far what was written about a comment has got. What is kept is said of the newest only, and for a while: the
    /// words are about the browser and hold for all.
    pub fn save_state(&self, id: OperationId) -> Option<SaveState> {
        if self.in_memory.contains(&id) {
            return Some(SaveState::InMemory);
        }
        let settled = self.settled.filter(|(newest, _, since)| *newest == id && self.now.since(*since) < KEPT_SHOWN);
        let here = self.outbox.state(id, self.now).or_else(|| settled.map(|(_, state, _)| state));
        here.or_else(|| self.aliases.iter().find_map(|other| other.save_state(id)))
    }

    /// The text about a comment that is not saved yet; what it says, where only its coming back is not.
    pub fn unsaved_text(&self, id: OperationId) -> Option<&str> {
        if self.outbox.state(id, self.now).is_none() {
            return self.aliases.iter().find_map(|other| other.unsaved_text(id));
        }
        let said = || Some(self.thread.get(id)?.current.body.as_str());
        self.outbox.text(id).map(|text| &**text).or_else(said)
    }

    /// Everything that is known of the thread.
    pub fn set(&self) -> &OperationSet {
        &self.set
    }

    /// Whether everything that was done here is kept, or will be as soon as storage has answered.
    pub fn is_all_kept(&self) -> bool {
        !self.outbox.is_refused()
    }

    /// Whether there is no room for another comment. What is written already can always be deleted and taken along.
    pub fn is_full(&self) -> bool {
        self.config.storage == Keeping::Browser && self.measure.is_some_and(|measure| measure.room() == Room::Full)
    }

    /// Counts a record that has just been written to the room that is taken.
    pub(super) fn took_room(&mut self, key: &str, value: &str) {
        if let Some(measure) = &mut self.measure {
            let units = units(key).saturating_add(units(value));
            measure.origin = measure.origin.saturating_add(units);
            measure.ours = measure.ours.saturating_add(units);
        }
    }

    pub(super) fn announce(&mut self, what: Announced) {
        let serial = self.announcement.map_or(0, |last| last.serial.wrapping_add(1));
        self.announcement = Some(Announcement { serial, what });
    }

    /// When the first of the words shown stops being true, or something is to be done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        let ages = self.rows.comments(self.range.clone()).flat_map(|comment| {
            [Some(comment.created_at), comment.edited_at]
                .into_iter()
                .flatten()
                .map(|then| Age::changes_in(then, self.now))
        });
        let words = ages.min().map(|wait| self.now.plus(wait));
        let unsaved = self.panel.as_ref().and_then(|panel| panel.next_change(self.now));
        let due = self.outbox.next_change(self.now);
        let drafts = self.drafts.next_change(drafting::rest(self));
        let kept = self.settled.map(|(_, _, since)| since.plus(KEPT_SHOWN)).filter(|end| *end > self.now);
        let deletion = self.emptying.next_change();
        let others = self.aliases.iter().filter_map(Self::next_change).min();
        [words, unsaved, due, drafts, kept, deletion, others].into_iter().flatten().min()
    }
}
