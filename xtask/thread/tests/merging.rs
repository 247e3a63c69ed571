//! What an author collects, merged: files go in, one file and a report come out.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

#[path = "merging/desk.rs"]
mod desk;
#[path = "merging/guide.rs"]
mod guide;
#[path = "merging/hostile.rs"]
mod hostile;
#[path = "merging/reactions.rs"]
mod reactions;
#[path = "merging/submissions.rs"]
mod submissions;

use desk::{Desk, edit, file, post, reply};

#[test]
fn what_was_collected_becomes_one_file() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.put("bob.jsonl", &file(&[post(2, 2, "From Bob"), reply(2, 3, 1, "To Ann")]));
    let done = desk.merge(&["ann.jsonl", "bob.jsonl"]);
    assert_eq!(done.code, 0, "{:?}", done.error);
    assert!(done.said.contains("ann.jsonl: 1 new, 0 equal, 0 refused"), "{}", done.said);
    assert!(done.said.contains("bob.jsonl: 2 new, 0 equal, 0 refused"), "{}", done.said);
    assert_eq!(desk.texts(), ["From Ann", "To Ann", "From Bob"]);
}

#[test]
fn the_order_of_the_files_changes_nothing_and_merging_again_neither() {
    let files = [
        file(&[post(1, 1, "From Ann"), edit(1, 5, 1, "From Ann, better")]),
        file(&[post(2, 2, "From Bob"), reply(2, 3, 1, "To Ann")]),
        file(&[post(3, 1 << 20, "From Cleo"), post(1, 1, "Rival words")]),
    ];
    let mut all = Vec::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let desk = Desk::new();
        let names: Vec<String> = order.iter().map(|number| format!("{number}.jsonl")).collect();
        for (name, number) in names.iter().zip(order) {
            desk.put(name, &files[number]);
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        desk.merge(&names);
        let first = desk.published();
        let again = desk.merge(&names);
        assert!(again.said.contains("unchanged"), "{}", again.said);
        assert_eq!(desk.published(), first, "not even the date");
        all.push(first.lines().skip(1).map(str::to_owned).collect::<Vec<_>>());
    }
    assert!(all.iter().all(|lines| *lines == all[0]), "{all:#?}");
}

#[test]
fn one_page_under_several_addresses_is_one_discussion() {
    let desk = Desk::new();
    let under = |id: &str, operations: &[_]| file(operations).replace("a-post", &format!("https://a.example/p/{id}"));
    desk.put("thread.jsonl", &under("index.html", &[post(1, 1, "From Ann")]));
    desk.put("bob.jsonl", &under("?srsltid=x", &[reply(2, 2, 1, "From Bob")]));
    let done = desk.merge(&["bob.jsonl"]);
    assert_eq!(done.code, 0, "{} {:?}", done.said, done.error);
    assert_eq!(desk.texts(), ["From Ann", "From Bob"]);
    let name = "{\"thread\":\"https://a.example/p/\",\"title\":\"A post\",\"url\":\"u\"}";
    assert_eq!(desk.published().lines().nth(1), Some(name));
    desk.put("cleo.jsonl", &under("?p=2", &[post(3, 3, "From Cleo")]));
    let done = desk.merge(&["cleo.jsonl"]);
    assert!(done.error.is_some_and(|error| error.contains("--thread")), "{}", done.said);
}

#[test]
fn what_is_published_stays_though_only_new_submissions_are_named() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.merge(&["ann.jsonl"]);
    desk.put("bob.jsonl", &file(&[post(2, 2, "From Bob")]));
    let done = desk.merge(&["bob.jsonl"]);
    assert!(done.said.contains("thread.jsonl: 1 published already"), "{}", done.said);
    assert_eq!(desk.texts(), ["From Ann", "From Bob"]);
    let done = desk.merge(&["thread.jsonl", "ann.jsonl"]);
    assert!(
        done.said.contains("ann.jsonl: 0 new, 1 equal, 0 refused") && done.said.contains("unchanged"),
        "{}",
        done.said
    );
}

#[test]
fn nothing_is_written_where_nothing_could_be_read() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.merge(&["ann.jsonl"]);
    let before = desk.published();
    desk.put("page.html", "<!doctype html>");
    for names in [&["page.html"][..], &["missing.jsonl"], &["page.html", "missing.jsonl"]] {
        let done = desk.merge(names);
        assert_eq!(done.code, 1);
        assert!(done.error.unwrap().contains("nothing was written"));
        assert_eq!(desk.published(), before);
    }
    desk.put("empty.jsonl", &file(&[]));
    let other = Desk::new();
    other.put("empty.jsonl", &file(&[]));
    assert_eq!(other.merge(&["empty.jsonl"]).code, 1);
    assert!(!other.has_published());
}

#[test]
fn what_can_be_read_is_merged_beside_what_cannot_and_the_exit_code_says_so() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.put("page.html", "<!doctype html>");
    let done = desk.merge(&["ann.jsonl", "page.html"]);
    assert_eq!(done.code, 3);
    assert!(done.said.contains("page.html is no file of the article widget"), "{}", done.said);
    assert_eq!(desk.texts(), ["From Ann"]);
}

#[test]
fn a_published_file_that_cannot_be_read_to_its_end_is_left_as_it_is() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    let broken = file(&[post(2, 2, "From Bob")]) + "{\"id\":\n";
    desk.put("thread.jsonl", &broken);
    let done = desk.merge(&["ann.jsonl"]);
    assert_eq!(done.code, 1);
    assert!(done.error.unwrap().contains("line 4 of"));
    assert_eq!(desk.published(), broken);
    desk.put("thread.jsonl", "not a file of ours");
    assert_eq!(desk.merge(&["ann.jsonl"]).code, 1);
    assert_eq!(desk.published(), "not a file of ours");
}

#[test]
fn a_comment_that_its_author_took_out_by_hand_stays_out_and_the_file_is_sound_again() {
    let desk = Desk::new();
    desk.put("both.jsonl", &file(&[post(1, 1, "From Ann"), post(2, 2, "From Bob")]));
    desk.merge(&["both.jsonl"]);
    let without: String = desk
        .published()
        .lines()
        .filter(|line| !line.contains("From Ann"))
        .fold(String::new(), |all, line| all + line + "\n");
    desk.put("thread.jsonl", &without);
    desk.put("cleo.jsonl", &file(&[post(3, 3, "From Cleo")]));
    let done = desk.merge(&["cleo.jsonl"]);
    assert!(done.said.contains("it is not as it was written"), "{}", done.said);
    assert_eq!(desk.texts(), ["From Bob", "From Cleo"]);
    assert!(desk.is_whole());
}

#[test]
fn discussions_are_not_mixed_unless_the_author_says_which() {
    let desk = Desk::new();
    desk.put("ann.jsonl", &file(&[post(1, 1, "From Ann")]));
    desk.put("other.jsonl", &file(&[post(2, 2, "Elsewhere")]).replace("\"a-post\"", "\"another-post\""));
    let done = desk.merge(&["ann.jsonl", "other.jsonl"]);
    let error = done.error.unwrap();
    assert!(
        done.code == 1 && error.contains("a-post") && error.contains("another-post") && error.contains("--thread"),
        "{error}"
    );
    assert!(!desk.has_published());
    let done = desk.merge(&["ann.jsonl", "other.jsonl", "--thread", "a-post"]);
    assert_eq!((done.code, desk.texts()), (0, vec!["From Ann".to_owned()]));
    assert!(done.said.contains("1 of other discussions left out"), "{}", done.said);
    let done = desk.merge(&["other.jsonl", "--thread", "a-post", "--thread", "another-post"]);
    assert_eq!((done.code, desk.texts()), (0, vec!["From Ann".to_owned(), "Elsewhere".to_owned()]));
    assert!(desk.published().contains("\"a-post\"") && !desk.published().contains("\"another-post\""));
    let done = desk.merge(&["other.jsonl", "--thread", "another-post"]);
    assert!(done.code == 1 && done.error.unwrap().contains("would be lost"));
}

#[test]
fn a_backup_is_not_published() {
    let desk = Desk::new();
    desk.put("backup.jsonl", "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"backup\",\"at\":0}\n");
    let done = desk.merge(&["backup.jsonl"]);
    assert!(done.code == 1 && done.said.contains("File for others"), "{}", done.said);
}

#[test]
fn who_calls_it_wrongly_is_told_how() {
    let desk = Desk::new();
    for words in [
        &[][..],
        &["merg"],
        &["merge"],
        &["merge", "a.jsonl"],
        &["merge", "a.jsonl", "-o"],
        &["merge", "--chnges", "-o", "x"],
    ] {
        let done = desk.call(words);
        assert!(done.code == 2 && done.error.unwrap().contains("-o OUTPUT"), "{words:?}");
    }
    assert_eq!(desk.call(&["--help"]).code, 0);
}
