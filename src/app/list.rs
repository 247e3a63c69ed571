//! The list that a thread is drawn from: its order, and what of it is drawn. A room: it knows nothing of the others.

use crate::domain::sorted_set::SortedSet;
use std::ops::Range;

use super::config::Config;
use super::effect::{Effect, FocusTarget};
use super::step::Step;
use super::window;
use crate::discussion::Discussion;
use crate::domain::age::Age;
use crate::domain::operation_id::OperationId;
use crate::domain::row::Row;
use crate::domain::rows::Rows;
use crate::domain::sort::Sort;
use crate::domain::timestamp::Timestamp;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Which rows are drawn.
    range: Range<usize>,
    /// Whether the page is being printed.
    printing: bool,
    /// The order that the reader has chosen, here or on an earlier page.
    chosen: Option<Sort>,
}

/// What the reader did with the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMsg {
    /// They chose the order of the list.
    ChoseSort(Sort),
    /// They asked for the rows before those drawn.
    PressedShowEarlier,
    /// They asked for the rows after those drawn.
    PressedShowLater,
}

/// The comments whose rows must stay in the list.
pub(super) struct Kept {
    /// The comments that have an open composer: they stay drawn, whatever comes before them.
    pub(super) open: SortedSet<OperationId>,
    /// The deleted comments that may be taken back: they keep their row.
    pub(super) undoable: SortedSet<OperationId>,
}

impl List {
    /// Which rows are drawn.
    pub fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// Whether the page is being printed.
    pub fn is_printing(&self) -> bool {
        self.printing
    }

    /// The order of the list: the reader's, else the embedder's.
    pub fn sort(&self, config: &Config) -> Sort {
        self.chosen.unwrap_or(config.sort)
    }

    /// Whether the order is the embedder's.
    pub(super) fn is_as_configured(&self) -> bool {
        self.chosen.is_none()
    }

    /// The rows that are drawn.
    pub fn drawn<'a>(&self, rows: &'a Rows) -> impl Iterator<Item = Row> + use<'a> {
        rows.within(self.range.clone())
    }

    /// The rows on the page: those that are drawn, and on paper the others too, as far as paper goes.
    pub fn laid_out<'a>(&self, rows: &'a Rows) -> impl Iterator<Item = Row> + use<'a> {
        rows.within(if self.printing { window::printed(&self.range, rows.len()) } else { self.range.clone() })
    }

    /// Follows what the reader did.
    pub(super) fn follow(&mut self, msg: ListMsg, rows: &Rows) -> Vec<Step> {
        let focus = |row: Option<Row>| {
            let focus = row.map(|row| Effect::Focus(FocusTarget::Comment(row.comment.id)));
            focus.map(Step::Do).into_iter().collect()
        };
        match msg {
            ListMsg::ChoseSort(sort) => {
                self.chosen = Some(sort);
                vec![Step::Turn, Effect::KeepSort(sort).into()]
            }
            ListMsg::PressedShowEarlier => {
                let first = self.drawn(rows).next();
                self.range = window::with_earlier(&self.range);
                focus(first)
            }
            ListMsg::PressedShowLater => {
                let last = self.range.end;
                self.range = window::with_later(&self.range, rows.len());
                focus(rows.get(last))
            }
        }
    }

    /// Takes the order that is remembered.
    pub(super) fn remembered(&mut self, sort: Option<Sort>) {
        self.chosen = sort;
    }

    /// Forgets the order that the reader has chosen.
    pub(super) fn forget(&mut self, config: &Config) -> Option<Step> {
        self.chosen.take().filter(|chosen| *chosen != config.sort).map(|_| Step::Turn)
    }

    /// Goes onto paper, or comes back from it to where the reader was.
    pub(super) fn printing(&mut self, printing: bool) -> Effect {
        self.printing = printing;
        if printing { Effect::KeepScroll } else { Effect::RestoreScroll }
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
        let rows = discussion.rows();
        let before = rows.len();
        let first = self.drawn(rows).next().filter(|_| self.range.start > 0).map(|row| row.comment.id);
        let is_drawn = |id: &OperationId| rows.position(*id).is_some_and(|at| self.range.contains(&at));
        let written: Vec<_> = open.into_iter().filter(is_drawn).collect();
        discussion.list(self.sort(config), now, kept);
        let rows = discussion.rows();
        self.range = match turned {
            true => window::after_change(&(0..0), 0, rows.len()),
            false => window::after_change(&self.range, before, rows.len()),
        };
        // What comes above the rows that are looked at does not push them out of sight.
        if let Some(at) = first.filter(|_| !turned).and_then(|first| rows.position(first)) {
            self.range = window::moved(&self.range, at, rows.len());
        }
        for at in written.into_iter().filter_map(|id| rows.position(id)) {
            self.range = window::with(&self.range, at);
        }
    }

    /// When the first of the ages shown stops being true.
    pub(super) fn next_change(&self, rows: &Rows, now: Timestamp) -> Option<Timestamp> {
        let ages = rows.comments(self.range.clone()).flat_map(|comment| {
            let times = [Some(comment.created_at), comment.edited_at].into_iter().flatten();
            times.map(|then| Age::changes_in(then, now))
        });
        ages.min().map(|wait| now.plus(wait))
    }

    /// Moves the range so that a comment is drawn.
    pub(super) fn reveal(&mut self, id: OperationId, rows: &Rows) {
        if let Some(index) = rows.position(id) {
            self.range = window::showing(&self.range, index, rows.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{World, at, id, own, post};
    use super::*;

    /// A page with so many comments, each a millisecond after the one before, and its list.
    fn listed(comments: u64) -> (World, List) {
        let records: Vec<_> = (1..=comments).map(|number| own(number, post())).collect();
        let (mut world, mut list) = (World::reading(&records), List::default());
        bring(&mut list, &mut world, &[], true);
        (world, list)
    }

    fn bring(list: &mut List, world: &mut World, open: &[u64], turned: bool) {
        let open = open.iter().map(|number| id(*number)).collect();
        let kept = Kept { open, undoable: SortedSet::new() };
        list.bring(&mut world.discussion, &world.config, at(1_000), kept, turned);
    }

    fn first_and_last(list: &List, world: &World) -> [u64; 2] {
        let rows = world.discussion.rows();
        let lamport = |row: Row| row.comment.id.lamport.value();
        [list.drawn(rows).next().map(lamport).unwrap(), list.drawn(rows).last().map(lamport).unwrap()]
    }

    #[test]
    fn a_chosen_order_is_kept_and_turns_the_list() {
        let (mut world, mut list) = listed(3);
        assert_eq!((list.sort(&world.config), list.is_as_configured()), (Sort::Oldest, true));
        let steps = list.follow(ListMsg::ChoseSort(Sort::Newest), world.discussion.rows());
        assert_eq!(steps, [Step::Turn, Effect::KeepSort(Sort::Newest).into()]);
        assert_eq!((list.sort(&world.config), list.is_as_configured()), (Sort::Newest, false));
        bring(&mut list, &mut world, &[], true);
        assert_eq!(first_and_last(&list, &world), [3, 1]);
    }

    #[test]
    fn forgetting_turns_the_list_only_if_the_reader_had_another_order_than_the_embedder() {
        let (world, mut list) = listed(1);
        for (remembered, turns) in [(None, false), (Some(Sort::Oldest), false), (Some(Sort::Newest), true)] {
            list.remembered(remembered);
            assert_eq!(list.forget(&world.config), turns.then_some(Step::Turn), "{remembered:?}");
            assert_eq!(list.sort(&world.config), Sort::Oldest);
        }
    }

    #[test]
    fn a_turned_list_is_drawn_from_its_beginning_as_far_as_what_has_an_open_composer() {
        let (mut world, mut list) = listed(120);
        assert_eq!(first_and_last(&list, &world), [1, 50]);
        list.remembered(Some(Sort::Newest));
        // The 40th is answered and was in sight; the 20th is not, and the 60th was not in sight.
        bring(&mut list, &mut world, &[40, 60], true);
        assert_eq!(first_and_last(&list, &world), [120, 40]);
        bring(&mut list, &mut world, &[], true);
        assert_eq!(first_and_last(&list, &world), [120, 71]);
    }

    #[test]
    fn what_comes_above_does_not_push_what_is_looked_at_out_of_sight() {
        let (mut world, mut list) = listed(120);
        list.remembered(Some(Sort::Newest));
        bring(&mut list, &mut world, &[], true);
        list.reveal(id(20), world.discussion.rows());
        let seen = first_and_last(&list, &world);
        world.discussion.heard(&own(121, post()), &mut world.env);
        bring(&mut list, &mut world, &[], false);
        assert_eq!(first_and_last(&list, &world), seen);
        assert!(seen[0] < 120, "what is looked at is not the beginning");
    }

    #[test]
    fn more_rows_come_with_the_focus_on_the_edge_that_was_left() {
        let (world, mut list) = listed(170);
        let rows = world.discussion.rows();
        let focus = |number| vec![Effect::Focus(FocusTarget::Comment(id(number))).into()];
        assert_eq!(list.follow(ListMsg::PressedShowLater, rows), focus(51), "the first of those that are new");
        assert_eq!(*list.range(), 0..100);
        list.reveal(id(160), rows);
        let [first, _] = first_and_last(&list, &world);
        assert_eq!(list.follow(ListMsg::PressedShowEarlier, rows), focus(first), "what was on top before");
        assert_eq!(first_and_last(&list, &world)[0], first - 50);
        list.reveal(id(170), rows);
        assert_eq!(list.follow(ListMsg::PressedShowLater, rows), [], "there is nothing later");
    }

    #[test]
    fn paper_has_all_rows_and_the_reader_comes_back_to_where_they_were() {
        let (world, mut list) = listed(60);
        let counts = |list: &List| {
            let rows = world.discussion.rows();
            (list.drawn(rows).count(), list.laid_out(rows).count())
        };
        assert_eq!((list.printing(true), counts(&list), list.is_printing()), (Effect::KeepScroll, (50, 60), true));
        assert_eq!((list.printing(false), counts(&list)), (Effect::RestoreScroll, (50, 50)));
    }

    #[test]
    fn the_next_age_to_change_is_the_first_of_those_that_are_drawn() {
        let (world, mut list) = listed(120);
        let rows = world.discussion.rows();
        assert_eq!(list.next_change(rows, at(1_000)), Some(at(60_001)));
        list.reveal(id(120), rows);
        assert_eq!(list.next_change(rows, at(1_000)), Some(at(60_095)), "the first that is drawn is the 95th");
        assert_eq!(List::default().next_change(rows, at(1_000)), None);
    }
}
