//! No file changes what another author wrote, or what is published.

use crate::desk::{Desk, delete, edit, erase, file, post, reply};

/// A desk on which Ann's comment is published, and what that looks like.
fn published() -> (Desk, String) {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.merge(&["ann.jsonl"]);
    let before = desk.published();
    (desk, before)
}

#[track_caller]
fn changes_nothing(submission: &str, reason: &str) {
    let (desk, before) = published();
    desk.put("submission.jsonl", submission);
    let done = desk.merge(&["submission.jsonl"]);
    assert_eq!(done.code, 3, "{}", done.said);
    assert!(done.said.contains(reason), "{}", done.said);
    assert_eq!(desk.published(), before);
}

#[test]
fn a_change_by_somebody_else_is_refused() {
    changes_nothing(&file(&[edit(2, 5, 1, "A lie")]), "changes a comment of another author");
    changes_nothing(&file(&[delete(2, 5, 1)]), "changes a comment of another author");
    changes_nothing(&file(&[edit(1, 0, 1, "From before it")]), "changes a comment of another author");
}

#[test]
fn a_claim_to_be_the_author_is_not_enough() {
    // Everybody who reads the published file knows Ann's author id.
    changes_nothing(&file(&[edit(1, 5, 1, "A lie")]), "--changes");
    changes_nothing(&file(&[post(1, 1, "From Ann"), edit(1, 5, 1, "A lie")]), "--changes");
    changes_nothing(&file(&[post(1, 1, "From Ann"), delete(1, 5, 1)]), "--changes");
    changes_nothing(&file(&[erase(1, 5, 1)]), "--changes");
}

#[test]
fn other_words_under_a_published_id_are_refused_though_their_bytes_are_smaller() {
    changes_nothing(&file(&[post(1, 1, "A lie")]), "says something else under the id");
    changes_nothing(&file(&[post(0, 1, "From Ann")]), "says something else under the id");
    changes_nothing(&file(&[delete(1, 1, 1)]), "says something else under the id");
}

#[test]
fn a_number_beyond_all_reason_is_refused() {
    changes_nothing(&file(&[post(2, 1 << 40, "From the far future")]), "far beyond all others");
}

#[test]
fn a_change_of_nothing_is_refused() {
    changes_nothing(&file(&[edit(2, 9, 8, "Nothing")]), "in none of the files");
}

#[test]
fn an_author_who_knows_that_a_change_is_wanted_takes_it_and_it_stays() {
    let (desk, _) = published();
    let submission = file(&[post(1, 1, "From Ann"), edit(1, 5, 1, "From Ann, better")]);
    desk.put("submission.jsonl", &submission);
    assert_eq!(desk.merge(&["submission.jsonl", "--changes"]).code, 0);
    assert_eq!(desk.texts(), ["From Ann, better"]);
    let after = desk.published();
    for names in [&["ann.jsonl"][..], &["submission.jsonl"], &["submission.jsonl", "ann.jsonl"]] {
        assert_eq!(desk.merge(names).code, 0, "it is published now");
        assert_eq!(desk.published(), after);
    }
}

#[test]
fn a_comment_with_its_own_edits_is_taken_at_once() {
    let desk = Desk::new();
    desk.put(
        "ann.jsonl",
        &file(&[post(1, 1, "From Ann"), edit(1, 5, 1, "From Ann, better"), reply(1, 6, 1, "And more")]),
    );
    assert_eq!(desk.merge(&["ann.jsonl"]).code, 0);
    assert_eq!(desk.texts(), ["From Ann, better", "And more"]);
}

#[test]
fn the_published_title_is_not_a_submissions() {
    let (desk, _) = published();
    desk.put("submission.jsonl", &file(&[post(2, 5, "From Bob")]).replace("\"A post\"", "\"A lie\""));
    desk.merge(&["submission.jsonl"]);
    assert!(desk.published().contains("\"A post\"") && !desk.published().contains("A lie"));
}

#[test]
fn nonsense_in_a_submission_is_said_line_by_line() {
    let (desk, before) = published();
    let nonsense = [
        "{\"id\":\"0000000090000000000007\",\"record\":{\"k\":\"approve\"}}",
        "{\"id\":\"0000000090000000000007\",\"record\":{\"k\":\"sent\",\"p\":\"0000000010000000000007\",\"ids\":[\"0000000010000000000007\"],\"a\":{\"id\":\"x\"},\"t\":1}}",
        "{\"id\":\"0000000090000000000007\",\"record\":{\"k\":\"post\"}}",
        "[]",
    ];
    desk.put("submission.jsonl", &(file(&[]) + &nonsense.join("\n")));
    let done = desk.merge(&["submission.jsonl"]);
    assert_eq!(done.code, 3);
    for said in ["4 refused", "line 3 is of a kind", "line 4 has a meaning only", "line 5 lacks", "line 6 is damaged"] {
        assert!(done.said.contains(said), "{said}: {}", done.said);
    }
    assert_eq!(desk.published(), before);
}
