//! What holds for groups of rows, whatever comes, changes and goes.
#![cfg(test)]

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;

use super::group::Group;
use super::groups::{Groups, Purpose};
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::samples::{at, comment, deleted, id};
use crate::domain::sort::Sort;
use crate::domain::sorted_set::SortedSet;
use crate::domain::thread::Thread;

/// What happens to a thread, or to what is drawn of it. Numbers of comments are taken modulo how many there are.
#[derive(Clone, Debug)]
enum Act {
    Post { parent: Option<u64>, at: i64 },
    Delete(u64),
    Draw { from: usize, rows: usize, joins: bool },
    Shrink,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (prop::option::of(0..400u64), 0..1_000i64).prop_map(|(parent, at)| Act::Post { parent, at }),
        1 => (0..400u64).prop_map(Act::Delete),
        2 => (0..500usize, 0..80usize, any::<bool>()).prop_map(|(from, rows, joins)| Act::Draw { from, rows, joins }),
        1 => Just(Act::Shrink),
    ];
    prop::collection::vec(act, 1..120)
}

/// The groups by their numbers.
fn by_number(groups: &Groups) -> BTreeMap<u32, Rc<Group>> {
    groups.iter().map(|placed| (placed.group.number, Rc::clone(&placed.group))).collect()
}

/// Each row is in one group at its place, as it is, and each group has a number of its own.
fn check(groups: &Groups, rows: &Rows) {
    let mut end = 0;
    for placed in groups.iter() {
        assert!(placed.first >= end && !placed.group.lines.is_empty(), "{placed:?} after {end}");
        end = placed.range().end;
        let lines = placed.group.lines.iter().map(|line| &line.row);
        assert!(lines.cloned().eq(rows.within(placed.range())), "{placed:?}");
        assert!(placed.range().all(|index| groups.at(index).unwrap().first == placed.first));
    }
    assert!(end <= rows.len());
    assert_eq!(by_number(groups).len(), groups.iter().count(), "no number is given twice");
    let gaps = groups.gaps(0..rows.len());
    assert_eq!(groups.count() + gaps.iter().map(ExactSizeIterator::len).sum::<usize>(), rows.len());
    assert!(gaps.iter().all(|gap| !gap.is_empty() && gap.clone().all(|index| groups.at(index).is_none())));
}

/// A thread of 200 comments, and its rows.
fn thread() -> (Thread, Rows) {
    let mut thread = Thread::default();
    (1..=200).for_each(|n| thread.put(comment(n, None, 2 * n as i64)));
    let rows = Rows::of(&thread, Sort::Oldest, at(5_000));
    (thread, rows)
}

fn put(thread: &mut Thread, rows: &mut Rows, groups: &mut Groups, changed: Comment, kept: &SortedSet<OperationId>) {
    rows.touch(changed.id);
    thread.put(changed);
    rows.follow(thread, Sort::Oldest, at(5_000), kept.clone());
    groups.follow(rows, at(5_000), kept);
}

proptest! {
    #[test]
    fn every_row_that_is_drawn_is_drawn_once_at_its_place(acts in acts()) {
        let (mut thread, mut rows) = thread();
        let (mut groups, mut last) = (Groups::default(), 200);
        let kept = SortedSet::from([id(100)]);
        groups.draw(90..110, Purpose::View, &rows, at(5_000));
        for act in acts {
            let before = by_number(&groups);
            match act {
                Act::Post { parent, at } => {
                    last += 1;
                    let posted = comment(last, parent.map(|parent| parent % last), at);
                    put(&mut thread, &mut rows, &mut groups, posted, &kept);
                }
                Act::Delete(number) => {
                    let gone = deleted(thread.get(id(number % last + 1)).unwrap().as_ref().clone());
                    put(&mut thread, &mut rows, &mut groups, gone, &kept);
                }
                Act::Draw { from, rows: count, joins } => {
                    let wanted = from.min(rows.len())..(from + count).min(rows.len());
                    let purpose = if joins { Purpose::Ahead } else { Purpose::Paper };
                    groups.draw(wanted.clone(), purpose, &rows, at(5_000));
                    prop_assert!(wanted.clone().all(|index| groups.at(index).is_some()), "{wanted:?} is drawn");
                }
                Act::Shrink => groups.shrink(&(0..1), &kept),
            }
            check(&groups, &rows);
            let holder = rows.position(id(100)).and_then(|index| groups.at(index));
            prop_assert!(holder.is_some(), "what is kept stays drawn");
            prop_assert!(before.contains_key(&holder.unwrap().group.number) , "and is not drawn from nothing");
        }
    }
}

#[test]
fn one_more_comment_draws_one_group_again() {
    let (mut thread, mut rows) = thread();
    let mut groups = Groups::default();
    groups.draw(0..200, Purpose::View, &rows, at(5_000));
    let before = by_number(&groups);
    put(&mut thread, &mut rows, &mut groups, comment(201, Some(50), 500), &SortedSet::new());
    let after = by_number(&groups);
    let same = |number: &&u32| Rc::ptr_eq(&before[number], &after[number]);
    assert_eq!((before.len(), after.len(), before.keys().filter(same).count()), (25, 25, 24));
    // An edit, and a deletion that leaves nothing.
    let edited = Comment { sent: true, ..comment(120, None, 240) };
    put(&mut thread, &mut rows, &mut groups, edited, &SortedSet::new());
    let edited = by_number(&groups);
    assert_eq!(after.keys().filter(|number| Rc::ptr_eq(&after[number], &edited[number])).count(), 24);
    put(&mut thread, &mut rows, &mut groups, deleted(comment(3, None, 6)), &SortedSet::new());
    let gone = by_number(&groups);
    assert_eq!(edited.keys().filter(|number| Rc::ptr_eq(&edited[number], &gone[number])).count(), 24);
    check(&groups, &rows);
}

#[test]
fn a_group_into_which_much_has_come_falls_apart_and_what_is_kept_is_not_drawn_from_nothing() {
    let (mut thread, mut rows) = thread();
    let mut groups = Groups::default();
    groups.draw(0..32, Purpose::View, &rows, at(5_000));
    let number = groups.at(31).unwrap().group.number;
    for more in 0..100 {
        put(&mut thread, &mut rows, &mut groups, comment(201 + more, Some(31), 600), &SortedSet::from([id(32)]));
    }
    check(&groups, &rows);
    assert!(groups.iter().all(|placed| placed.group.lines.len() <= 16));
    assert_eq!(rows.position(id(32)), Some(131));
    assert_eq!(groups.at(131).unwrap().group.number, number);
    assert!(groups.at(24).is_some_and(|placed| placed.group.number != number));
}
