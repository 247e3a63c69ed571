//! How much of a list stands in the document: which rows come next, and which go when there are too many.

use std::ops::Range;

use crate::domain::rows::Rows;

/// A list of no more rows than this comes to stand in the document whole, and of a longer one no more than this.
pub const WHOLE: usize = 1_000;

/// How many rows are drawn at first. More do not fit into the view of a reader's screen, and each takes time.
pub(super) const FIRST: usize = 16;

/// How many rows come at a time: as the reader asks for more, or as they come near.
pub(super) const STEP: usize = 32;

/// How many rows are drawn above and below one that is to be seen.
const BESIDE: usize = 8;

/// How many rows are printed at most: some 500 pages.
const PRINTED: usize = 5_000;

/// Whether a list is too long to stand in the document whole.
pub fn is_windowed(rows: &Rows) -> bool {
    rows.len() > WHOLE
}

/// The rows to draw so that one row is seen among others.
pub(super) fn around(index: usize, len: usize) -> Range<usize> {
    index.saturating_sub(BESIDE)..(index + BESIDE + 1).min(len)
}

/// Which rows of a gap are drawn when some of them have come near the view: at most [`STEP`], from the side where they adjoin what is
/// drawn; else those in the middle of what came near.
pub(super) fn near(gap: &Range<usize>, seen: &Range<usize>) -> Range<usize> {
    let (start, end) = (seen.start.clamp(gap.start, gap.end), seen.end.clamp(gap.start, gap.end));
    let from = match (start == gap.start, end == gap.end) {
        (true, _) => start,
        (false, true) => end.saturating_sub(STEP),
        (false, false) => (start + (end - start.min(end)) / 2).saturating_sub(STEP / 2),
    };
    let from = from.min(gap.end.saturating_sub(STEP)).max(gap.start);
    from..(from + STEP).min(gap.end)
}

/// The range on paper: from the first row on, unless the reader was further down.
pub(super) fn printed(last: usize, len: usize) -> Range<usize> {
    let start = (last + 1).saturating_sub(PRINTED);
    start..(start + PRINTED).min(len)
}

/// How far a range of rows is from one that is looked at.
pub(super) fn distance(range: &Range<usize>, looked_at: &Range<usize>) -> usize {
    let below = range.start.saturating_sub(looked_at.end);
    below.max(looked_at.start.saturating_sub(range.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_seen_is_in_the_range() {
        assert_eq!(around(20, 900), 12..29);
        assert_eq!(around(50, 51), 42..51);
        assert_eq!(around(899, 900), 891..900);
        assert_eq!(around(3, 900), 0..12);
        assert_eq!(around(0, 1), 0..1);
    }

    #[test]
    fn paper_has_what_the_screen_has_and_all_else_up_to_a_limit() {
        assert_eq!(printed(0, 300), 0..300);
        assert_eq!(printed(250, 300), 0..300);
        assert_eq!(printed(50, 6_234), 0..5_000);
        assert_eq!(printed(5_999, 6_234), 1_000..6_000);
        assert_eq!(printed(0, 0), 0..0);
    }

    #[test]
    fn more_is_never_too_much() {
        for (gap, seen) in
            [(16..900, 0..900), (16..900, 20..880), (16..20, 0..900), (16..900, 890..2_000), (3..3, 0..9)]
        {
            let rows = near(&gap, &seen);
            assert!(rows.len() <= STEP && gap.start <= rows.start && rows.end <= gap.end, "{rows:?} of {gap:?}");
        }
    }

    #[test]
    fn of_a_gap_comes_what_adjoins_what_is_drawn_and_else_what_is_looked_at() {
        let gap = 16..900;
        assert_eq!(near(&gap, &(0..20)), 16..48, "from above");
        assert_eq!(near(&gap, &(16..900)), 16..48, "all of it is seen");
        assert_eq!(near(&gap, &(890..910)), 868..900, "from below");
        assert_eq!(near(&gap, &(400..420)), 394..426, "by the scroll bar");
        assert_eq!(near(&gap, &(20..30)), 16..48, "near the top");
        assert_eq!(near(&gap, &(880..890)), 868..900, "near the bottom");
        assert_eq!(near(&(16..20), &(17..19)), 16..20);
    }

    #[test]
    fn rows_are_as_far_as_those_between_them() {
        assert_eq!(distance(&(10..20), &(20..30)), 0);
        assert_eq!(distance(&(10..20), &(15..16)), 0);
        assert_eq!(distance(&(10..20), &(25..30)), 5);
        assert_eq!(distance(&(30..40), &(20..25)), 5);
    }
}
