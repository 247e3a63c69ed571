//! How a thread is listed.
#![cfg(test)]

use super::comment::Comment;
use super::operation_id::OperationId;
use super::row::MAX_DEPTH;
use super::rows::Rows;
use super::samples::{at, comment, deleted, id, liked};
use super::sort::Sort;
use super::sorted_set::SortedSet;
use super::thread::Thread;

fn thread(comments: &[Comment]) -> Thread {
    let mut thread = Thread::default();
    for one in comments {
        thread.put(one.clone());
    }
    thread
}

fn seen(rows: &Rows) -> Vec<(OperationId, u16)> {
    rows.iter().map(|row| (row.comment.id, row.depth)).collect()
}

fn expected(rows: &[(u64, u16)]) -> Vec<(OperationId, u16)> {
    rows.iter().map(|(n, depth)| (id(*n), *depth)).collect()
}

#[track_caller]
fn shows(comments: &[Comment], now: i64, kept: &[u64], wanted: &[(u64, u16)]) {
    let kept = kept.iter().map(|n| id(*n)).collect();
    let thread = thread(comments);
    let mut rows = Rows::of(&thread, Sort::Oldest, at(now));
    rows.follow(&thread, Sort::Oldest, at(now), kept);
    assert_eq!(seen(&rows), expected(wanted));
}

#[test]
fn replies_stand_below_their_parents_oldest_first() {
    shows(
        &[
            comment(1, None, 10),
            comment(2, None, 5),
            comment(3, Some(1), 30),
            comment(4, Some(1), 20),
            comment(5, Some(4), 40),
        ],
        100,
        &[],
        &[(2, 0), (1, 0), (4, 1), (5, 2), (3, 1)],
    );
}

#[test]
fn newest_first_turns_the_top_level_round_and_no_conversation() {
    let thread = thread(&[
        comment(1, None, 10),
        comment(2, None, 5),
        comment(3, Some(1), 20),
        comment(4, Some(1), 30),
        comment(5, None, 9_000),
        comment(6, None, 100),
    ]);
    // 5 comes from the future and counts as now, like 6; of two equals the one with the greater id is newer.
    let rows = Rows::of(&thread, Sort::Newest, at(100));
    assert_eq!(seen(&rows), expected(&[(6, 0), (5, 0), (1, 0), (3, 1), (4, 1), (2, 0)]));
}

#[test]
fn most_reactions_first_turns_the_top_level_alone_and_what_the_reader_does_moves_nothing() {
    let comments = [
        comment(1, None, 10),
        liked(comment(2, None, 20), 2, false),
        liked(comment(3, None, 30), 1, true),
        comment(4, Some(1), 40),
        liked(comment(5, Some(1), 50), 9, false),
    ];
    let mut thread = thread(&comments);
    let mut rows = Rows::of(&thread, Sort::Top, at(100));
    assert_eq!(seen(&rows), expected(&[(2, 0), (3, 0), (1, 0), (4, 1), (5, 1)]));
    let mut follow = |rows: &mut Rows, comment: Comment| {
        rows.touch(comment.id);
        thread.put(comment);
        rows.follow(&thread, Sort::Top, at(100), SortedSet::new());
        seen(rows)
    };
    let before = seen(&rows);
    assert_eq!(follow(&mut rows, liked(comment(3, None, 30), 1, false)), before, "the reader took theirs back");
    let moved = follow(&mut rows, liked(comment(1, None, 10), 3, false));
    assert_eq!(moved, expected(&[(1, 0), (4, 1), (5, 1), (2, 0), (3, 0)]));
}

#[test]
fn a_reply_dated_before_its_parent_counts_as_new_as_the_parent() {
    shows(
        &[comment(1, None, 50), comment(2, Some(1), 10), comment(3, Some(1), 50)],
        100,
        &[],
        &[(1, 0), (2, 1), (3, 1)],
    );
}

#[test]
fn a_comment_from_the_future_is_not_later_than_now() {
    // Without the limit 2 would stand below 3 for ever.
    shows(&[comment(2, None, 9_000), comment(3, None, 100)], 100, &[], &[(2, 0), (3, 0)]);
}

#[test]
fn a_reply_to_an_unknown_comment_stands_at_top_level() {
    shows(&[comment(1, None, 1), comment(5, Some(3), 2)], 100, &[], &[(1, 0), (5, 0)]);
    let mut thread = thread(&[comment(5, Some(3), 2)]);
    let mut rows = Rows::of(&thread, Sort::Oldest, at(9));
    assert!(rows.get(0).unwrap().is_stray());
    thread.put(comment(3, None, 1));
    rows.touch(id(3));
    rows.follow(&thread, Sort::Oldest, at(9), SortedSet::new());
    assert_eq!(seen(&rows), expected(&[(3, 0), (5, 1)]), "the parent has come");
    assert!(!rows.get(1).unwrap().is_stray());
}

#[test]
fn comments_that_reply_to_each_other_are_both_shown_once() {
    shows(&[comment(1, Some(2), 1), comment(2, Some(1), 2)], 100, &[], &[(1, 0), (2, 1)]);
    shows(&[comment(1, Some(1), 1)], 100, &[], &[(1, 0)]);
}

#[test]
fn a_deleted_comment_stays_only_where_it_is_needed() {
    let thread = [
        deleted(comment(1, None, 1)),
        comment(2, Some(1), 2),
        deleted(comment(3, None, 3)),
        deleted(comment(4, Some(3), 4)),
    ];
    shows(&thread, 100, &[], &[(1, 0), (2, 1)]);
    shows(&thread, 100, &[4], &[(1, 0), (2, 1), (3, 0), (4, 1)]);
}

#[test]
fn depth_has_an_end() {
    let thread = thread(&(1..=300).map(|n| comment(n, (n > 1).then(|| n - 1), 1)).collect::<Vec<_>>());
    let rows = Rows::of(&thread, Sort::Oldest, at(9));
    assert_eq!(rows.len(), 300);
    assert_eq!(rows.iter().map(|row| row.depth).max(), Some(MAX_DEPTH));
}

#[test]
fn rows_are_found_by_their_positions_and_their_comments() {
    let thread =
        thread(&[comment(1, None, 10), comment(2, None, 5), comment(3, Some(1), 20), deleted(comment(4, None, 30))]);
    let rows = Rows::of(&thread, Sort::Oldest, at(100));
    assert_eq!([1, 2, 3, 4, 9].map(|n| rows.position(id(n))), [Some(1), Some(0), Some(2), None, None]);
    assert_eq!(rows.within(1..3).map(|row| row.comment.id).collect::<Vec<_>>(), [1, 3].map(id));
    assert_eq!((rows.within(1..4).count(), rows.get(3)), (0, None));
}

#[test]
fn there_is_a_choice_of_orders_with_two_rows_at_top_level() {
    let chooses = |comments: &[Comment]| Rows::of(&thread(comments), Sort::Oldest, at(9)).has_choice();
    assert!(!chooses(&[]));
    assert!(!chooses(&[comment(1, None, 1), comment(2, Some(1), 1), deleted(comment(3, None, 1))]));
    assert!(chooses(&[comment(1, None, 1), comment(2, None, 1), comment(3, Some(2), 1)]));
}

#[test]
fn a_thread_of_deleted_comments_has_no_row() {
    let of = |comments: &[Comment]| Rows::of(&thread(comments), Sort::Oldest, at(100));
    assert!(of(&[]).is_empty() && of(&[deleted(comment(1, None, 10))]).is_empty());
    assert!(!of(&[comment(1, None, 10)]).is_empty());
}
