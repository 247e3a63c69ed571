//! What a discussion knows, and which of its replicas a comment, a draft or an event belongs to.

use crate::domain::sorted_set::SortedSet;
use std::iter::once;

use crate::domain::composer_id::ComposerId;
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::domain::reactions::Reactions;
use crate::domain::rows::{Hide, Rows};
use crate::domain::sort::Sort;
use crate::domain::thread::Thread;
use crate::domain::thread_id::ThreadId;
use crate::domain::timestamp::Timestamp;
use crate::replica::save_state::SaveState;
use crate::replica::{Event, Output, Replica};
use crate::store::oplog::operation_set::OperationSet;
use crate::store::oplog::union;

/// A call of a replica's method. A trait object rather than a generic argument, so that it is compiled once: every page
/// loads that code.
pub(super) type Act<'a> = &'a mut dyn FnMut(&mut Replica) -> Vec<Output>;

/// Counts the reactions to a comment, or to the article, that these sets know together.
pub(super) type CountReactions = fn(&[&OperationSet], OperationId) -> Reactions;

/// One discussion. Others read it; only the files of `src/discussion/` change its fields.
#[derive(Clone, Debug)]
pub struct Discussion {
    /// The thread that the page names.
    pub(super) shown: Replica,
    /// The replicas of its other ids.
    pub(super) others: Vec<Replica>,
    /// The comments of all replicas, united.
    pub(super) comments: Thread,
    /// The reactions to the article.
    pub(super) reactions: Reactions,
    /// What counts reactions, once it is here: a page that only shows what was read does not fetch it.
    pub(super) count: Option<CountReactions>,
    /// The comments as a flat list, in order.
    pub(super) rows: Rows,
}

impl Discussion {
    /// A discussion that has read nothing yet.
    pub fn new(thread: ThreadId, now: Timestamp) -> Self {
        Self {
            shown: Replica::new(thread, now),
            others: Vec::new(),
            comments: Thread::default(),
            reactions: Reactions::default(),
            count: None,
            rows: Rows::default(),
        }
    }

    /// The replica of the thread that the page names.
    pub fn shown(&self) -> &Replica {
        &self.shown
    }

    /// The comments.
    pub fn comments(&self) -> &Thread {
        &self.comments
    }

    /// The reactions to a comment, or to the article.
    pub fn reactions(&self, id: OperationId) -> &Reactions {
        if id == OperationId::ARTICLE {
            return &self.reactions;
        }
        self.comments.get(id).map_or(Reactions::NONE, |comment| &comment.reactions)
    }

    /// The comments as a flat list.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// From when the rows are next brought up to date on, the branches below these comments are folded; but comments that are `open`
    /// have their rows all the same.
    pub fn fold(&mut self, folded: SortedSet<OperationId>, open: SortedSet<OperationId>, hide: Option<Hide>) {
        self.rows.fold(folded, open, hide);
    }

    /// From when the rows are next brought up to date on, these comments alone have some, if those that are wanted are looked for.
    /// `new`: those that are new to the reader.
    pub fn want(&mut self, filter: Filter, new: SortedSet<OperationId>) {
        self.rows.want(filter, new);
    }

    /// Brings the rows up to date, in the order `sort`, as of `now`. A deleted comment has a row only above a visible reply, or if
    /// it is among those `kept`.
    pub fn list(&mut self, sort: Sort, now: Timestamp, kept: SortedSet<OperationId>) {
        self.rows.follow(&self.comments, sort, now, kept);
    }

    /// The replica of the thread that the page names, then those of its other ids.
    pub fn all(&self) -> impl Iterator<Item = &Replica> {
        once(&self.shown).chain(&self.others)
    }

    /// The set of operations of each id of the discussion, that of the thread that the page names first.
    pub fn sets(&self) -> impl Iterator<Item = &OperationSet> + Clone {
        once(&self.shown).chain(self.others.iter().filter(|other| other.is_ready())).map(Replica::set)
    }

    /// The set of operations in which a comment of the reader's own is kept.
    pub fn set_of_own(&self, id: OperationId) -> Option<&OperationSet> {
        self.sets().find(|set| set.comment(id).is_some_and(|comment| comment.own))
    }

    /// The replica into which the text of a composer is written: an edit goes where its comment is kept, all else to the shown one.
    pub fn of_composer(&self, composer: ComposerId) -> &Replica {
        self.number_of_composer(composer).and_then(|number| self.others.get(number)).unwrap_or(&self.shown)
    }

    /// How far the newest operation about a comment has got on its way to the copies.
    pub fn save_state(&self, id: OperationId) -> Option<SaveState> {
        self.all().find_map(|replica| replica.save_state(id))
    }

    /// The comments that may have a [`SaveState`]. All others have none.
    pub fn with_save_state(&self) -> impl Iterator<Item = OperationId> {
        self.all().flat_map(Replica::with_save_state)
    }

    /// The text of a comment that is not saved yet: that of the post or edit that is on its way; else, where only a restoration is
    /// on its way, the text that the comment has.
    pub fn unsaved_text(&self, id: OperationId) -> Option<&str> {
        let replica = self.all().find(|replica| replica.is_saving(id))?;
        let said = || Some(self.comments.get(id)?.current.body.as_str());
        replica.outbox().text(id).map(|text| &**text).or_else(said)
    }

    /// How many records of the discussion cannot be read, under any of its ids.
    pub fn unreadable_records(&self) -> usize {
        self.all().map(|replica| replica.unreadable().len()).sum()
    }

    /// How many comments of the discussion came back from the mirror, under any of its ids.
    pub fn repaired_comments(&self) -> usize {
        self.all().map(Replica::repaired).sum()
    }

    /// Whether every record written here is kept, or will be as soon as storage has responded.
    pub fn is_all_kept(&self) -> bool {
        !self.all().any(|replica| replica.outbox().is_refused())
    }

    /// Whether a record is not saved within the time it should take.
    pub fn is_at_risk(&self, now: Timestamp) -> bool {
        self.all().any(|replica| replica.outbox().at_risk(now).next().is_some())
    }

    /// The number, among the other ids, of the one under which a comment of the reader's own is kept.
    pub(super) fn number_of(&self, id: OperationId) -> Option<usize> {
        let is_own = |it: &Replica| it.set().comment(id).is_some_and(|comment| comment.own);
        if is_own(&self.shown) {
            return None;
        }
        self.others.iter().position(is_own)
    }

    pub(super) fn number_of_composer(&self, composer: ComposerId) -> Option<usize> {
        match composer {
            ComposerId::Edit(id) => self.number_of(id),
            ComposerId::New | ComposerId::Reply(_) => None,
        }
    }

    /// The replica of this number among the other ids; the shown one for `None`.
    pub(super) fn at(&mut self, number: Option<usize>) -> &mut Replica {
        number.and_then(|number| self.others.get_mut(number)).unwrap_or(&mut self.shown)
    }

    /// Calls a method of all replicas, the shown one last.
    pub(super) fn each(&mut self, act: Act<'_>) -> Vec<Output> {
        let mut outputs = Vec::new();
        for number in (0..self.others.len()).map(Some).chain([None]) {
            let done = act(self.at(number));
            outputs.extend(self.pass_on(done, number.is_none()));
        }
        outputs
    }

    /// Follows what has happened to one of the replicas, and passes on what concerns the page.
    pub(super) fn pass_on(&mut self, outputs: Vec<Output>, is_shown: bool) -> Vec<Output> {
        let (mut passed, mut gone) = (Vec::new(), Vec::new());
        for output in outputs {
            match output {
                Output::Event(Event::Changed(ids)) => {
                    gone.extend(self.show(&ids));
                    passed.push(Output::Event(Event::Changed(ids)));
                }
                Output::Event(Event::Arrived { ids, .. }) => {
                    let before = self.comments.count();
                    gone.extend(self.show(&ids));
                    let are_more = self.comments.count() > before;
                    passed.push(Output::Event(Event::Arrived { ids, are_more }));
                }
                Output::Event(Event::Collided) => {
                    gone.extend(self.show_anew());
                    passed.push(output);
                }
                // The storage space is counted once for all ids, and the page is told only of the thread that it names.
                Output::Event(Event::Opened) if !is_shown => {}
                Output::Event(Event::Ready) if !is_shown => {
                    passed.push(Output::Event(Event::Arrived { ids: SortedSet::new(), are_more: false }));
                }
                output => passed.push(output),
            }
        }
        passed.extend(self.orphan(gone));
        self.inherit_drafts();
        passed
    }

    /// Unites these comments anew from all replicas, and gives the ids of those that are gone.
    pub(super) fn show(&mut self, ids: &SortedSet<OperationId>) -> Vec<OperationId> {
        let mut gone = Vec::new();
        for id in ids {
            match union::comment(self.sets(), *id) {
                Some(mut comment) => {
                    comment.reactions = self.counted(*id);
                    self.comments.put(comment);
                }
                None if self.comments.get(*id).is_some() => {
                    self.comments.remove(*id);
                    gone.push(*id);
                }
                None => {}
            }
            self.rows.touch(*id);
        }
        if ids.contains(&OperationId::ARTICLE) {
            self.reactions = self.counted(OperationId::ARTICLE);
        }
        gone
    }

    fn counted(&self, id: OperationId) -> Reactions {
        let count = self.count.filter(|_| self.sets().any(|set| set.is_changed(id)));
        count.map(|count| count(&self.sets().collect::<Vec<_>>(), id)).unwrap_or_default()
    }

    /// Has reactions counted from now on, and counts those to what is here.
    pub fn count_reactions_by(&mut self, count: CountReactions) {
        self.count = Some(count);
        let mut ids = SortedSet::new();
        ids.extend(self.sets().flat_map(OperationSet::changed));
        self.show(&ids);
    }

    /// Unites all comments anew, and gives the ids of those that are gone.
    pub(super) fn show_anew(&mut self) -> Vec<OperationId> {
        let mut ids = SortedSet::new();
        ids.extend(self.comments.comments().map(|comment| comment.id).chain([OperationId::ARTICLE]));
        self.show(&ids)
    }

    /// Closes the reply composers of comments that are gone; what was being written in them is offered beside another composer.
    pub(super) fn orphan(&mut self, gone: Vec<OperationId>) -> Vec<Output> {
        gone.into_iter().map(|id| self.shown.orphan(id)).collect()
    }
}
