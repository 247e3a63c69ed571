//! The rules by which a list is ordered and drawn.
#![cfg(test)]

use std::ops::Range;
use std::rc::Rc;

use super::effect::{Effect, FocusTarget};
use super::list::{Kept, List, ListMsg};
use super::samples::{World, at, id, own, post};
use super::step::Step;
use super::window::WHOLE;
use crate::domain::operation_id::OperationId;
use crate::domain::sort::Sort;
use crate::domain::sorted_set::SortedSet;

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

/// Which rows are drawn, from gap to gap: the first, and the one after the last.
fn drawn(list: &List) -> Vec<(usize, usize)> {
    let mut drawn: Vec<(usize, usize)> = Vec::new();
    for range in list.groups().map(super::groups::Placed::range) {
        match drawn.last_mut() {
            Some((_, end)) if *end == range.start => *end = range.end,
            _ => drawn.push((range.start, range.end)),
        }
    }
    drawn
}

fn first(list: &List) -> u64 {
    list.drawn().next().unwrap().comment.id.lamport.value()
}

fn follow(list: &mut List, world: &World, msg: ListMsg) -> Vec<Step> {
    list.follow(msg, world.discussion.rows(), SortedSet::new())
}

/// Rows come near the view.
fn near(list: &mut List, world: &World, rows: Range<usize>, focused: Option<OperationId>) {
    follow(list, world, ListMsg::CameNear { first: rows.start, end: rows.end, row_height: 0, focused });
}

#[test]
fn a_chosen_order_is_kept_and_turns_the_list() {
    let (mut world, mut list) = listed(3);
    assert_eq!((list.sort(&world.config), list.is_as_configured()), (Sort::Oldest, true));
    let steps = follow(&mut list, &world, ListMsg::ChoseSort(Sort::Newest));
    assert_eq!(steps, [Step::Turn, Effect::KeepSort(Sort::Newest).into()]);
    assert_eq!((list.sort(&world.config), list.is_as_configured()), (Sort::Newest, false));
    bring(&mut list, &mut world, &[], true);
    assert_eq!((first(&list), drawn(&list)), (3, vec![(0, 3)]));
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
    assert_eq!(drawn(&list), [(0, 16)]);
    follow(&mut list, &world, ListMsg::GotTime(34));
    assert_eq!(drawn(&list), [(0, 50)]);
    list.remembered(Some(Sort::Newest));
    // The 40th is answered and was in sight; the 60th was not.
    bring(&mut list, &mut world, &[40, 60], true);
    assert_eq!((first(&list), drawn(&list)), (120, vec![(0, 16), (72, 89)]));
    bring(&mut list, &mut world, &[], true);
    assert_eq!((first(&list), drawn(&list)), (120, vec![(0, 16)]));
}

#[test]
fn what_comes_above_does_not_push_what_is_looked_at_out_of_sight() {
    let (mut world, mut list) = listed(120);
    list.remembered(Some(Sort::Newest));
    bring(&mut list, &mut world, &[], true);
    list.reveal(id(40), world.discussion.rows());
    assert_eq!(drawn(&list), [(0, 16), (72, 89)]);
    let seen = Rc::clone(&list.group_of(id(40), world.discussion.rows()).unwrap().group);
    world.discussion.heard(&own(121, post()), &mut world.env);
    bring(&mut list, &mut world, &[], false);
    assert_eq!((first(&list), drawn(&list)), (121, vec![(0, 17), (73, 90)]));
    let now = &list.group_of(id(40), world.discussion.rows()).unwrap().group;
    assert!(Rc::ptr_eq(&seen, now), "what is looked at is not drawn again");
}

#[test]
fn where_the_beginning_is_drawn_it_stays_drawn_however_much_comes_before_it() {
    let (mut world, mut list) = listed(120);
    list.remembered(Some(Sort::Newest));
    bring(&mut list, &mut world, &[], true);
    (121..=160).for_each(|number| drop(world.discussion.heard(&own(number, post()), &mut world.env)));
    bring(&mut list, &mut world, &[], false);
    assert_eq!((first(&list), drawn(&list)), (160, vec![(0, 16), (40, 56)]));
}

#[test]
fn more_rows_come_with_the_focus_on_the_edge_that_was_left() {
    let (world, mut list) = listed(1_700);
    let focus = |number| vec![Effect::Focus(FocusTarget::Comment(id(number))).into()];
    assert_eq!(follow(&mut list, &world, ListMsg::PressedShowLater(16)), focus(17), "the first of those that are new");
    assert_eq!(drawn(&list), [(0, 48)]);
    list.reveal(id(160), world.discussion.rows());
    assert_eq!(drawn(&list), [(0, 48), (151, 168)]);
    let earlier = follow(&mut list, &world, ListMsg::PressedShowEarlier(151));
    assert_eq!((earlier, drawn(&list)), (focus(152), vec![(0, 48), (119, 168)]), "what was on top before");
    list.reveal(id(1_700), world.discussion.rows());
    assert_eq!(follow(&mut list, &world, ListMsg::PressedShowLater(1_700)), [], "there is nothing later");
}

#[test]
fn paper_has_all_rows_and_the_reader_comes_back_to_where_they_were() {
    let (world, mut list) = listed(60);
    let mut print = |printing| {
        let effect = list.printing(printing, world.discussion.rows(), SortedSet::new());
        (effect, list.drawn().count(), list.is_printing())
    };
    assert_eq!(print(true), (Effect::KeepScroll, 60, true));
    assert_eq!(print(true), (Effect::KeepScroll, 60, true), "asked twice");
    assert_eq!(print(false), (Effect::RestoreScroll, 16, false));
}

#[test]
fn what_is_written_to_on_paper_stays_when_the_reader_comes_back() {
    let (world, mut list) = listed(60);
    list.printing(true, world.discussion.rows(), SortedSet::new());
    list.printing(false, world.discussion.rows(), SortedSet::from([id(30)]));
    assert!(list.group_of(id(30), world.discussion.rows()).is_some());
    assert!(list.group_of(id(60), world.discussion.rows()).is_none());
}

#[test]
fn the_next_age_to_change_is_the_first_of_those_that_are_drawn() {
    let (mut world, mut list) = listed(120);
    assert_eq!(list.next_change(), Some(at(60_001)));
    list.remembered(Some(Sort::Newest));
    bring(&mut list, &mut world, &[], true);
    assert_eq!(list.next_change(), Some(at(60_105)), "the oldest that is drawn is the 105th");
    assert_eq!(List::default().next_change(), None);
}

#[test]
fn only_a_group_in_which_an_age_has_changed_is_drawn_again() {
    let (mut world, mut list) = listed(64);
    follow(&mut list, &world, ListMsg::GotTime(64));
    let groups = |list: &List| list.groups().map(|placed| Rc::clone(&placed.group)).collect::<Vec<_>>();
    let before = groups(&list);
    assert_eq!(before.len(), 8);
    list.keep_time(world.discussion.rows(), at(60_000));
    assert!(before.iter().zip(groups(&list)).all(|(old, new)| Rc::ptr_eq(old, &new)), "nothing is a minute old");
    list.keep_time(world.discussion.rows(), at(60_001));
    let same: Vec<_> = before.iter().zip(groups(&list)).map(|(old, new)| Rc::ptr_eq(old, &new)).collect();
    assert_eq!(same, [false, true, true, true, true, true, true, true]);
    // The clock is set back.
    list.keep_time(world.discussion.rows(), at(60_000));
    assert_eq!(groups(&list).first().unwrap().lines, before.first().unwrap().lines);
    bring(&mut list, &mut world, &[], false);
}

#[test]
fn the_rest_of_a_list_that_is_not_too_long_comes_by_itself_slice_by_slice() {
    let (world, mut list) = listed(1_000);
    let rows = world.discussion.rows();
    assert_eq!(list.wants(rows, true), Some(Effect::WatchGaps), "as long as others may come between");
    assert_eq!(list.wants(rows, true), None);
    let mut slices = 0;
    while let Some(effect) = list.wants(rows, false) {
        assert_eq!(effect, Effect::DrawMore);
        assert_eq!(list.wants(rows, false), None, "it is asked once");
        assert_eq!(follow(&mut list, &world, ListMsg::GotTime(32)), []);
        slices += 1;
        assert_eq!(drawn(&list), vec![(0, (16 + 32 * slices).min(1_000))]);
    }
    assert_eq!(slices, 31);
    assert_eq!(list.groups().count(), 125, "no group is small");
}

#[test]
fn of_a_longer_list_come_the_rows_that_are_near_the_view() {
    let (world, mut list) = listed(5_000);
    let rows = world.discussion.rows();
    assert_eq!(list.wants(rows, false), Some(Effect::WatchGaps));
    assert_eq!(list.wants(rows, false), None, "nothing has changed");
    near(&mut list, &world, 16..40, None);
    assert_eq!(drawn(&list), [(0, 48)]);
    assert_eq!(list.wants(rows, false), Some(Effect::WatchGaps), "the gap begins elsewhere");
    // The reader goes to the end, and then to the middle.
    near(&mut list, &world, 4_980..5_000, None);
    near(&mut list, &world, 2_400..2_410, None);
    assert_eq!(drawn(&list), [(0, 48), (2_389, 2_421), (4_968, 5_000)]);
    near(&mut list, &world, 2_380..2_389, None);
    assert_eq!(drawn(&list), [(0, 48), (2_357, 2_421), (4_968, 5_000)]);
}

#[test]
fn what_is_far_from_the_view_goes_but_for_what_is_written_to_or_has_the_focus() {
    let (world, mut list) = listed(5_000);
    let rows = world.discussion.rows();
    let open = SortedSet::from([id(3)]);
    for first in (16..4_000).step_by(32) {
        let near = ListMsg::CameNear { first, end: first + 32, row_height: 0, focused: Some(id(500)) };
        list.follow(near, rows, open.clone());
        assert!(list.drawn().count() <= WHOLE + 64, "{}", list.drawn().count());
        assert!(list.group_of(id(first as u64 + 1), rows).is_some(), "what is looked at is there");
    }
    assert!(list.group_of(id(3), rows).is_some() && list.group_of(id(500), rows).is_some());
    assert!([100, 600, 2_000].iter().all(|number| list.group_of(id(*number), rows).is_none()));
    for first in [4_016, 4_048] {
        near(&mut list, &world, first..first + 32, None);
    }
    assert!([3, 500].iter().all(|number| list.group_of(id(*number), rows).is_none()), "nothing holds them any more");
}
