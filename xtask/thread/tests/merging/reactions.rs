//! Reactions that readers handed over.

use crate::desk::{Desk, file, post, react};

fn told(reactions: &[(&str, u64, bool)]) -> Vec<(String, u64, bool)> {
    reactions.iter().map(|(author, target, is_back)| ((*author).to_owned(), *target, *is_back)).collect()
}

#[test]
fn everybody_reacts_to_what_there_is_and_to_the_article() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann"), react(1, 2, 0, false)]));
    desk.put("bob.jsonl", &file(&[react(2, 3, 1, false), react(2, 4, 0, false), react(2, 5, 9, false)]));
    let done = desk.merge(&["ann.jsonl", "bob.jsonl"]);
    assert!(done.said.contains("bob.jsonl: 2 new, 0 equal, 1 refused"), "{}", done.said);
    assert!(done.said.contains("changes a comment that is in none of the files"), "{}", done.said);
    assert_eq!(desk.reactions(), told(&[("1", 0, false), ("2", 0, false), ("2", 1, false)]));
}

#[test]
fn one_that_was_taken_back_before_it_was_published_counts_no_more() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.put("bob.jsonl", &file(&[react(2, 3, 1, false), react(2, 4, 1, true)]));
    let done = desk.merge(&["ann.jsonl", "bob.jsonl"]);
    assert_eq!(done.code, 0, "{}", done.said);
    assert_eq!(desk.reactions(), told(&[("2", 1, true)]), "who has heard of it hears that it is gone");
}

#[test]
fn nobody_takes_back_anothers_published_reaction_by_their_id() {
    let desk = Desk::new();
    desk.put("both.jsonl", &file(&[post(1, 1, "From Ann"), react(2, 3, 1, false)]));
    desk.merge(&["both.jsonl"]);
    desk.put("later.jsonl", &file(&[react(2, 4, 1, true)]));
    let done = desk.merge(&["later.jsonl"]);
    assert!(done.code == 3 && done.said.contains("takes back or repeats a reaction"), "{} {}", done.code, done.said);
    assert_eq!(desk.reactions(), told(&[("2", 1, false)]));
    let done = desk.merge(&["later.jsonl", "--changes"]);
    assert_eq!((done.code, desk.reactions()), (0, told(&[("2", 1, true)])), "{}", done.said);
}

#[test]
fn a_forged_file_counts_an_author_once() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.put("many.jsonl", &file(&[react(2, 3, 1, false), react(2, 4, 1, false), react(2, 5, 1, false)]));
    desk.merge(&["ann.jsonl", "many.jsonl"]);
    assert_eq!(desk.reactions(), told(&[("2", 1, false)]));
}
