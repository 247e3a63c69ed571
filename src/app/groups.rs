//! The groups of rows that stand in the document, in the order of the rows, and the gaps between them.

use std::iter::once;
use std::ops::Range;
use std::rc::Rc;

use super::group::{Group, Line};
use super::window::{WHOLE, distance};
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::sorted_set::SortedSet;
use crate::domain::timestamp::Timestamp;

/// How many rows a group holds when it is made, at most. All rows of a group are drawn again when one more joins them; each group is
/// compared at each drawing.
const SIZE: usize = 8;

/// A group that has grown beyond this falls apart.
const MOST: usize = 16;

/// A group at its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// How many rows come before it.
    pub first: usize,
    /// The group.
    pub group: Rc<Group>,
}

impl Placed {
    /// Which rows the group holds.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.group.lines.len()
    }

    fn holds(&self, ids: &SortedSet<OperationId>) -> bool {
        !ids.is_empty() && self.group.lines.iter().any(|line| ids.contains(&line.row.comment.id))
    }
}

/// What rows are drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To be seen at once. A group beside them that is small takes them.
    View,
    /// To be there when the reader comes. A group beside them that is small takes them.
    Ahead,
    /// To be printed, in groups of their own, and then taken away.
    Paper,
}

/// The groups. None is empty, and no row is in two of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    all: Vec<Placed>,
    /// How many groups there have been.
    numbers: u32,
    /// Grows whenever anything about the groups changes.
    pub(super) revision: u32,
    /// Grows whenever rows have come, changed or gone above others.
    pub(super) shifts: u32,
}

impl Groups {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Placed> {
        self.all.iter()
    }

    /// How many rows they hold.
    pub(super) fn count(&self) -> usize {
        self.all.iter().map(|placed| placed.group.lines.len()).sum()
    }

    /// The number of the group that was made last.
    pub(super) fn last_number(&self) -> u32 {
        self.numbers
    }

    /// The group that holds a row.
    pub(super) fn at(&self, index: usize) -> Option<&Placed> {
        let after = self.all.partition_point(|placed| placed.first <= index);
        self.all.get(after.checked_sub(1)?).filter(|placed| placed.range().contains(&index))
    }

    /// Which rows of a range are in no group.
    pub(super) fn gaps(&self, within: Range<usize>) -> Vec<Range<usize>> {
        let (mut gaps, mut start) = (Vec::new(), within.start);
        for placed in self.all.iter().map(Placed::range).chain(once(within.end..within.end)) {
            let end = placed.start.min(within.end);
            if start < end {
                gaps.push(start..end);
            }
            start = start.max(placed.end);
        }
        gaps
    }

    /// When the first of the ages in them stops being true.
    pub(super) fn end(&self) -> Option<Timestamp> {
        self.all.iter().filter_map(|placed| placed.group.ends).min()
    }

    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.note(true);
    }

    /// Takes note that something has changed; `shifts`, above other rows.
    pub(super) fn note(&mut self, shifts: bool) {
        self.revision = self.revision.wrapping_add(1);
        self.shifts = self.shifts.wrapping_add(u32::from(shifts));
    }

    /// Draws those rows of a range that are in no group.
    pub(super) fn draw(&mut self, range: Range<usize>, purpose: Purpose, rows: &Rows, now: Timestamp) {
        let joins = purpose != Purpose::Paper;
        for gap in self.gaps(range.start..range.end.min(rows.len())) {
            let mut start = gap.start;
            let next = self.all.partition_point(|placed| placed.first < gap.start);
            if joins && let Some(before) = next.checked_sub(1).and_then(|number| self.all.get_mut(number)) {
                let (range, space) = (before.range(), SIZE.saturating_sub(before.group.lines.len()));
                if range.end == gap.start && space > 0 {
                    start = (gap.start + space).min(gap.end);
                    before.group = before.group.with(rows, range.start..start, now);
                }
            }
            if joins && let Some(after) = self.all.get_mut(next) {
                let range = after.range();
                if start < gap.end && range.start == gap.end && range.end - start <= SIZE {
                    after.group = after.group.with(rows, start..range.end, now);
                    after.first = start;
                    start = gap.end;
                }
            }
            self.note(next < self.all.len());
            while start < gap.end {
                let end = (start + SIZE).min(gap.end);
                let named = (self.new_number(), purpose == Purpose::Ahead);
                let group = Group::of(named, rows, start..end, now);
                let place = self.all.partition_point(|placed| placed.first < start);
                self.all.insert(place, Placed { first: start, group: Rc::new(group) });
                start = end;
            }
        }
    }

    fn new_number(&mut self) -> u32 {
        self.numbers = self.numbers.wrapping_add(1);
        self.numbers
    }

    /// Takes groups away, the farthest from `looked_at` first, until no more than [`WHOLE`] rows are left; but none that holds one of
    /// the comments `kept`.
    pub(super) fn shrink(&mut self, looked_at: &Range<usize>, kept: &SortedSet<OperationId>) {
        let mut count = self.count();
        while count > WHOLE {
            let far = |(_, placed): &(usize, &Placed)| distance(&placed.range(), looked_at);
            let may_go = self.all.iter().enumerate().filter(|found| far(found) > 0 && !found.1.holds(kept));
            let Some(farthest) = may_go.max_by_key(far).map(|(number, _)| number) else {
                break;
            };
            count -= self.all.remove(farthest).group.lines.len();
            self.note(true);
        }
    }

    /// Takes the groups away that were made after the group of this number, but none that holds one of the comments `kept`.
    pub(super) fn take_back(&mut self, number: u32, kept: &SortedSet<OperationId>) {
        self.all.retain(|placed| placed.group.number <= number || placed.holds(kept));
        self.note(true);
    }

    /// Makes the ages those of `now`.
    pub(super) fn refresh(&mut self, rows: &Rows, now: Timestamp, is_earlier: bool) {
        for placed in &mut self.all {
            if is_earlier || placed.group.ends.is_some_and(|end| end <= now) {
                placed.group = placed.group.with(rows, placed.range(), now);
            }
        }
    }

    /// Puts the groups where their rows stand now. What has come between two rows of a group is drawn with them; a group into which
    /// too much has come falls apart at what came, and the part that holds one of the comments `kept`, else the longest, keeps the
    /// number: it is not drawn from nothing.
    pub(super) fn follow(&mut self, rows: &Rows, now: Timestamp, kept: &SortedSet<OperationId>) {
        let before = std::mem::take(&mut self.all);
        // How far the group before has moved: without a change between the two the next one has moved as far.
        let (mut moved, mut end) = (0isize, 0);
        for placed in before {
            let guess = placed.first.checked_add_signed(moved).filter(|first| *first >= end);
            let old_end = placed.range().end;
            if let Some(first) = guess.filter(|first| is_at(&placed.group, rows, *first)) {
                end = first + placed.group.lines.len();
                self.put(Placed { first, ..placed }, rows, now);
                continue;
            }
            let parts = parts(&placed.group, rows, end);
            let holds = |part: &&Range<usize>| rows.comments((*part).clone()).any(|it| kept.contains(&it.id));
            let heir = parts.iter().find(holds).or_else(|| parts.iter().max_by_key(|part| part.len())).cloned();
            for part in parts {
                let heir = heir.as_ref() == Some(&part);
                (moved, end) = (part.end as isize - old_end as isize, part.end);
                let number = if heir { placed.group.number } else { self.new_number() };
                let named = (number, placed.group.is_ahead);
                self.all.push(Placed { first: part.start, group: Rc::new(Group::of(named, rows, part, now)) });
                self.note(true);
            }
        }
    }

    /// Puts a group to its place behind the others, and draws it again if one of its rows has changed.
    fn put(&mut self, mut placed: Placed, rows: &Rows, now: Timestamp) {
        let is_row = |(line, row): (&Line, _)| line.row == row;
        if !placed.group.lines.iter().zip(rows.within(placed.range())).all(is_row) {
            placed.group = placed.group.with(rows, placed.range(), now);
            self.note(true);
        }
        self.all.push(placed);
    }
}

/// Whether exactly the comments of a group stand in the rows from `first` on.
fn is_at(group: &Group, rows: &Rows, first: usize) -> bool {
    let range = first..first + group.lines.len();
    range.end <= rows.len() && rows.comments(range).map(|it| it.id).eq(group.lines.iter().map(|it| it.row.comment.id))
}

/// The ranges from `end` on in which comments of a group stand now.
fn parts(group: &Group, rows: &Rows, end: usize) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for place in group.lines.iter().filter_map(|line| rows.position(line.row.comment.id)).filter(|at| *at >= end) {
        // They are in order, but where a comment has come to stand elsewhere.
        let before = places.iter().rev().take_while(|other| **other > place).count();
        places.insert(places.len() - before, place);
    }
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    if last - first < MOST {
        return once(*first..last + 1).collect();
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    for place in places {
        match parts.last_mut() {
            Some(part) if part.end == place => part.end = place + 1,
            _ => parts.push(place..place + 1),
        }
    }
    parts
}
