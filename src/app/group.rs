//! A few rows that are drawn together: only a group in which something has changed is drawn again.

use std::ops::Range;
use std::rc::Rc;

use crate::domain::age::Age;
use crate::domain::row::Row;
use crate::domain::rows::Rows;
use crate::domain::timestamp::Timestamp;

/// A row with what it says of its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row.
    pub row: Row,
    /// The comment's age.
    pub age: Age,
    /// How long ago the comment was edited, if it was.
    pub edited: Option<Age>,
}

/// Rows that stand one below the other. A group is never changed: another one takes its place under the same number.
#[derive(Debug)]
pub struct Group {
    /// Which group of the list it is; no other ever has this number.
    pub number: u32,
    /// Whether the rows were drawn ahead, before anybody saw them: then the browser need not lay them out.
    pub is_ahead: bool,
    /// The rows.
    pub lines: Vec<Line>,
    /// When the first of the ages stops being true.
    pub(super) ends: Option<Timestamp>,
}

/// A group equals itself alone.
impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Group {
    /// The group that takes the place of this one: other rows, or the same at another time.
    pub(super) fn with(&self, rows: &Rows, range: Range<usize>, now: Timestamp) -> Rc<Self> {
        Rc::new(Self::of((self.number, self.is_ahead), rows, range, now))
    }

    /// The rows of a range, as of `now`.
    pub(super) fn of((number, is_ahead): (u32, bool), rows: &Rows, range: Range<usize>, now: Timestamp) -> Self {
        let mut lines = Vec::with_capacity(range.len());
        lines.extend(rows.within(range).map(|row| {
            let (at, edited) = (row.comment.created_at, row.comment.edited_at);
            let age =
                row.parent.as_ref().map_or_else(|| Age::between(at, now), |it| Age::of_reply(at, it.created_at, now));
            Line { age, edited: edited.map(|at| Age::between(at, now)), row }
        }));
        let mut ends = None;
        for line in &lines {
            // What is dated in the future decides about its replies once its time has come.
            let answered = line.row.parent.as_ref().map(|parent| parent.created_at).filter(|at| *at > now);
            for then in [Some(line.row.comment.created_at), line.row.comment.edited_at, answered].into_iter().flatten()
            {
                let end = now.plus(Age::changes_in(then, now));
                ends = Some(ends.map_or(end, |before: Timestamp| before.min(end)));
            }
        }
        Self { number, is_ahead, lines, ends }
    }
}
