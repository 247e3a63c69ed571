//! Which rows of the flat list are drawn: a range that grows on demand and moves to what the reader must see.

use std::ops::Range;

/// How many rows are drawn at first, and how many more at a time. At 50 a thread of 5,000 opens in about the time of
/// one of 1,000 (measured: 458 ms against 968 ms with everything drawn).
pub(super) const WINDOW: usize = 50;

/// How many rows are printed at most: some 500 pages.
const PRINTED: usize = 5_000;

/// The range of a list of `len` rows after the list changed from `before` rows: it follows the end where it showed it,
/// and is never empty while there is something to show.
pub(super) fn after_change(range: &Range<usize>, before: usize, len: usize) -> Range<usize> {
    if before == 0 {
        return 0..len.min(WINDOW);
    }
    let followed = range.end >= before && range.len() < 2 * WINDOW;
    let end = if followed { len.min(range.start + 2 * WINDOW) } else { range.end.min(len) };
    let start = range.start.min(end);
    if start == end { len.saturating_sub(WINDOW)..len } else { start..end }
}

/// The range after its first row came to stand elsewhere.
pub(super) fn moved(range: &Range<usize>, start: usize, len: usize) -> Range<usize> {
    start..(start + range.len()).min(len)
}

/// The range that shows a row, as near to the present one as possible.
pub(super) fn showing(range: &Range<usize>, index: usize, len: usize) -> Range<usize> {
    if range.contains(&index) {
        return range.clone();
    }
    if index == range.end && range.len() < 2 * WINDOW {
        return range.start..(index + 1).min(len);
    }
    let start = index.saturating_sub(WINDOW / 2);
    start..(start + WINDOW).min(len)
}

/// The range with a row that must stay drawn.
pub(super) fn with(range: &Range<usize>, index: usize) -> Range<usize> {
    range.start.min(index)..range.end.max(index + 1)
}

/// The range with more rows before it.
pub(super) fn with_earlier(range: &Range<usize>) -> Range<usize> {
    range.start.saturating_sub(WINDOW)..range.end
}

/// The range with more rows after it.
pub(super) fn with_later(range: &Range<usize>, len: usize) -> Range<usize> {
    range.start..(range.end + WINDOW).min(len)
}

/// The range on paper: from the first row on, unless the range on the screen is further down.
pub(super) fn printed(range: &Range<usize>, len: usize) -> Range<usize> {
    let start = range.end.saturating_sub(PRINTED).min(range.start);
    start..(start + PRINTED).max(range.end).min(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_fits_is_drawn_whole_as_it_grows() {
        assert_eq!(after_change(&(0..3), 3, 4), 0..4);
        assert_eq!(after_change(&(0..0), 0, 1), 0..1);
        assert_eq!(after_change(&(0..0), 0, 900), 0..50);
        assert_eq!(after_change(&(0..99), 99, 100), 0..100);
        assert_eq!(after_change(&(0..100), 100, 101), 0..100);
    }

    #[test]
    fn a_long_thread_stays_where_it_is() {
        assert_eq!(after_change(&(0..50), 900, 901), 0..50);
        assert_eq!(after_change(&(10..50), 900, 30), 10..30);
        assert_eq!(after_change(&(40..50), 900, 30), 0..30);
        assert_eq!(after_change(&(40..50), 50, 0), 0..0);
    }

    #[test]
    fn a_range_goes_with_its_first_row() {
        assert_eq!(moved(&(50..100), 51, 200), 51..101);
        assert_eq!(moved(&(50..100), 49, 90), 49..90);
    }

    #[test]
    fn what_must_be_seen_is_in_the_range() {
        assert_eq!(showing(&(0..50), 20, 900), 0..50);
        assert_eq!(showing(&(0..50), 50, 51), 0..51);
        assert_eq!(showing(&(0..99), 99, 100), 0..100);
        assert_eq!(showing(&(0..50), 899, 900), 874..900);
        assert_eq!(showing(&(100..150), 3, 900), 0..50);
        assert_eq!(showing(&(0..100), 100, 101), 75..101);
    }

    #[test]
    fn paper_has_what_the_screen_has_and_all_else_up_to_a_limit() {
        assert_eq!(printed(&(0..50), 300), 0..300);
        assert_eq!(printed(&(200..250), 300), 0..300);
        assert_eq!(printed(&(0..50), 6_234), 0..5_000);
        assert_eq!(printed(&(5_950..6_000), 6_234), 1_000..6_000);
        assert_eq!(printed(&(10..5_910), 6_234), 10..5_910);
        assert_eq!(printed(&(0..0), 0), 0..0);
    }

    #[test]
    fn more_is_never_too_much() {
        assert_eq!(with_earlier(&(30..90)), 0..90);
        assert_eq!(with_later(&(30..90), 100), 30..100);
        assert_eq!(with_later(&(30..90), 900), 30..140);
        assert_eq!((with(&(30..90), 40), with(&(30..90), 90), with(&(30..90), 29)), (30..90, 30..91, 29..90));
    }
}
