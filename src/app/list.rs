//! The list that a thread is drawn from: its order, and what of it stands in the document. A room: it knows nothing of the others.

use std::ops::Range;

use super::branches::Branches;
use super::config::Config;
use super::effect::{Effect, FocusTarget};
use super::groups::{Groups, Placed, Purpose};
pub(super) use super::kept::Kept;
pub use super::list_msg::{Direction, LinkMsg, ListMsg};
pub use super::permalink::Led;
use super::row_height::RowHeight;
use super::step::Step;
use super::window::{self, FIRST, STEP};
use crate::discussion::Discussion;
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::domain::row::Row;
use crate::domain::rows::{Hide, Rows};
use crate::domain::sort::Sort;
use crate::domain::sorted_set::SortedSet;
use crate::domain::timestamp::Timestamp;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct List {
    groups: Groups,
    /// The time that the ages in the groups are true for.
    now: Timestamp,
    /// While the page is being printed: the last group that was made before.
    paper: Option<u32>,
    /// The order that the reader has chosen, here or on an earlier page.
    chosen: Option<Sort>,
    /// The rows that came near the view last.
    looked_at: Range<usize>,
    /// The comment that was to be seen last.
    revealed: Option<OperationId>,
    row_height: RowHeight,
    /// Whether the next rows are drawn as soon as the page had its turn.
    has_asked: bool,
    /// The revision of the groups whose gaps are watched.
    watched: Option<u32>,
    /// The comments whose texts are shown as they were typed.
    as_typed: SortedSet<OperationId>,
    /// The branches that are folded.
    branches: Branches,
    /// Which comments the reader wants to see, and what finds their rows if those are not all.
    filter: (Filter, Option<Hide>),
}

impl List {
    /// The comments whose formatted texts are shown as they were typed.
    pub fn as_typed(&self) -> &SortedSet<OperationId> {
        &self.as_typed
    }

    /// The rows that are drawn, in groups.
    pub fn groups(&self) -> impl Iterator<Item = &Placed> {
        self.groups.iter()
    }

    /// The group in which a comment is drawn.
    pub fn group_of(&self, id: OperationId, rows: &Rows) -> Option<&Placed> {
        self.groups.at(rows.position(id)?)
    }

    /// Which rows are not drawn.
    pub fn gaps(&self, rows: &Rows) -> Vec<Range<usize>> {
        self.groups.gaps(0..rows.len())
    }

    /// Grows whenever rows come, change or go above others.
    pub fn shifts(&self) -> u32 {
        self.groups.shifts
    }

    /// How high a row is on average, in CSS pixels.
    pub fn row_height(&self) -> u32 {
        self.row_height.0
    }

    /// Whether the page is being printed.
    pub fn is_printing(&self) -> bool {
        self.paper.is_some()
    }

    /// The order of the list: the reader's, else the embedder's.
    pub fn sort(&self, config: &Config) -> Sort {
        self.chosen.unwrap_or(config.sort)
    }

    /// Which comments the reader wants to see.
    pub fn filter(&self) -> Filter {
        self.filter.0
    }

    /// From when the rows are next brought up to date on, these comments alone have some.
    pub(super) fn choose(&mut self, filter: Filter) {
        self.filter = (filter, (filter != Filter::All).then_some(Rows::show_wanted));
    }

    /// Grows whenever anything about the rows that are drawn changes.
    pub(super) fn revision(&self) -> u32 {
        self.groups.revision
    }

    /// The branches.
    pub(super) fn branches(&self) -> &Branches {
        &self.branches
    }

    /// The branches, to be changed.
    pub(super) fn branches_mut(&mut self) -> &mut Branches {
        &mut self.branches
    }

    /// Whether the order is the embedder's.
    pub(super) fn is_as_configured(&self) -> bool {
        self.chosen.is_none()
    }

    /// The rows that are drawn.
    pub fn drawn(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|placed| &placed.group.lines).map(|line| &line.row)
    }

    /// Follows what happened. `open`: the comments that have an open composer.
    pub(super) fn follow(&mut self, msg: ListMsg, rows: &Rows, open: SortedSet<OperationId>) -> Vec<Step> {
        let focus = |row: Option<Row>| {
            let focus = row.map(|row| Effect::Focus(FocusTarget::Comment(row.comment.id)));
            focus.map(Step::Do).into_iter().collect()
        };
        match msg {
            ListMsg::ChoseSort(sort) => {
                self.chosen = Some(sort);
                return vec![Step::Turn, Effect::KeepSort(sort).into()];
            }
            ListMsg::PressedShowEarlier(end) => {
                self.look_at(end.saturating_sub(STEP)..end, Purpose::View, rows);
                return focus(rows.get(end));
            }
            ListMsg::PressedShowLater(first) => {
                self.look_at(first..first + STEP, Purpose::View, rows);
                return focus(rows.get(first));
            }
            ListMsg::PressedAsTyped(id) => {
                if !self.as_typed.remove(&id) {
                    self.as_typed.insert(id);
                }
            }
            ListMsg::GotTime(count) => {
                self.has_asked = false;
                let mut left = count.max(1);
                for gap in self.gaps(rows) {
                    let end = gap.end.min(gap.start + left);
                    left -= end - gap.start;
                    self.groups.draw(gap.start..end, Purpose::Ahead, rows, self.now);
                }
            }
            ListMsg::CameNear { first, end, row_height, focused } => {
                if self.row_height.measured(row_height) {
                    self.groups.note(true);
                }
                let seen = first..end.max(first + 1);
                for gap in self.groups.gaps(0..rows.len()) {
                    if gap.start < seen.end && seen.start < gap.end {
                        self.look_at(window::near(&gap, &seen), Purpose::Ahead, rows);
                    }
                }
                let mut kept = open;
                kept.extend(focused);
                kept.extend(self.revealed);
                self.groups.shrink(&self.looked_at, &kept);
            }
            msg => return self.move_by(msg, rows),
        }
        Vec::new()
    }

    /// Draws rows because the reader looks at them.
    fn look_at(&mut self, range: Range<usize>, purpose: Purpose, rows: &Rows) {
        self.groups.draw(range.clone(), purpose, rows, self.now);
        self.looked_at = range;
    }

    /// Takes the order that is remembered.
    pub(super) fn remembered(&mut self, sort: Option<Sort>) {
        self.chosen = sort;
    }

    /// Forgets the order that the reader has chosen.
    pub(super) fn forget(&mut self, config: &Config) -> Option<Step> {
        self.chosen.take().filter(|chosen| *chosen != config.sort).map(|_| Step::Turn)
    }

    /// Goes onto paper, or comes back from it to where the reader was. `open`: the comments that have an open composer.
    pub(super) fn printing(&mut self, printing: bool, rows: &Rows, mut open: SortedSet<OperationId>) -> Effect {
        if printing {
            self.paper = self.paper.or(Some(self.groups.last_number()));
            self.draw_paper(rows);
            return Effect::KeepScroll;
        }
        if let Some(number) = self.paper.take() {
            open.extend(self.revealed);
            self.groups.take_back(number, &open);
        }
        Effect::RestoreScroll
    }

    fn draw_paper(&mut self, rows: &Rows) {
        if self.paper.is_some() {
            self.groups.draw(window::printed(self.looked_at.end, rows.len()), Purpose::Paper, rows, self.now);
        }
    }

    /// Brings the rows up to date with the discussion; `turned`, from their beginning.
    pub(super) fn bring(
        &mut self,
        discussion: &mut Discussion,
        config: &Config,
        now: Timestamp,
        kept: Kept,
        turned: bool,
    ) {
        let Kept { open, undoable: mut kept } = kept;
        kept.extend(open.iter().copied());
        // What is being written to stays drawn, and so does the beginning.
        let rows = discussion.rows();
        let mut written = Vec::new();
        written.extend(open.iter().copied().filter(|id| self.group_of(*id, rows).is_some()));
        let is_at_start = turned || self.groups.at(0).is_some();
        discussion.fold(self.branches.hidden(), open.clone(), self.filter.1.or(self.branches.hide));
        discussion.list(self.sort(config), now, kept);
        let rows = discussion.rows();
        self.keep_time(discussion.rows(), now);
        if turned {
            self.groups.clear();
            self.branches.forget_ways();
            (self.looked_at, self.revealed) = (0..0, None);
        } else {
            self.groups.follow(rows, now, &open);
        }
        if is_at_start || self.groups.count() == 0 {
            self.groups.draw(0..FIRST, Purpose::View, rows, now);
        }
        for at in written.into_iter().filter_map(|id| rows.position(id)) {
            self.groups.draw(window::around(at, rows.len()), Purpose::View, rows, now);
        }
        // A few rows beside those that are drawn are drawn with them.
        for gap in self.gaps(rows).into_iter().filter(|gap| gap.len() <= FIRST) {
            self.groups.draw(gap, Purpose::View, rows, now);
        }
        self.draw_paper(rows);
    }

    /// Brings the ages up to date.
    pub(super) fn keep_time(&mut self, rows: &Rows, now: Timestamp) {
        let is_earlier = now < self.now;
        self.now = now;
        if is_earlier || self.groups.end().is_some_and(|end| end <= now) {
            self.groups.refresh(rows, now, is_earlier);
        }
    }

    /// When the first of the ages shown stops being true.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        self.groups.end()
    }

    /// How the rows that are not drawn come: by themselves, as long as the list is not too long and `waits` for nothing, else as they
    /// come near the view.
    pub(super) fn wants(&mut self, rows: &Rows, waits: bool) -> Option<Effect> {
        if self.paper.is_some() || self.groups.count() >= rows.len() {
            return None;
        }
        if !window::is_windowed(rows) && !waits {
            return (!std::mem::replace(&mut self.has_asked, true)).then_some(Effect::DrawMore);
        }
        let revision = Some(self.groups.revision);
        (std::mem::replace(&mut self.watched, revision) != revision).then_some(Effect::WatchGaps)
    }

    /// Draws what stands from a comment on: what was there before has been folded away, or has come.
    pub(super) fn draw_from(&mut self, id: OperationId, rows: &Rows) {
        if let Some(index) = rows.position(id) {
            self.look_at(index..index + STEP, Purpose::View, rows);
        }
    }

    /// Draws a comment that is to be seen.
    pub(super) fn reveal(&mut self, id: OperationId, rows: &Rows) {
        if let Some(index) = rows.position(id) {
            self.revealed = Some(id);
            if self.groups.at(index).is_none() {
                self.groups.draw(window::around(index, rows.len()), Purpose::View, rows, self.now);
            }
            self.looked_at = index..index + 1;
        }
    }
}
