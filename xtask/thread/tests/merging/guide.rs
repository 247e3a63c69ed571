//! What the documentation says of the command, done as it stands there.

use crate::desk::{Desk, edit, file, post};
use crate::submissions::submission;

/// A page of the documentation.
fn page(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The report without the folders before the names of its files.
fn without_folders(said: &str) -> String {
    said.lines().map(|line| format!("{}\n", line.rsplit('/').next().unwrap_or(line))).collect()
}

#[test]
fn the_first_merge_says_what_the_guide_shows() {
    let desk = Desk::new();
    desk.put("comment-2026-11-28.jsonl", &submission());
    let done = desk.merge(&["comment-2026-11-28.jsonl"]);
    assert_eq!(done.code, 0, "{:?}", done.error);
    let said = without_folders(&done.said).replace("thread.jsonl", "my-first-post.comments.jsonl");
    assert!(
        page("getting-started.md").contains(&format!("```\n{said}```\n")),
        "docs/getting-started.md must show:\n{said}"
    );
}

#[test]
fn a_comment_whose_line_was_deleted_is_gone_with_its_changes_and_the_file_is_whole_again() {
    let desk = Desk::new();
    desk.put("all.jsonl", &file(&[post(1, 1, "Gone"), edit(1, 2, 1, "Gone, better"), post(2, 3, "Stays")]));
    assert_eq!(desk.merge(&["all.jsonl"]).code, 0);
    // An edited comment is two lines: that of the post, and below it the text, with the post's id.
    let published = desk.published();
    let id = published
        .lines()
        .find(|line| line.contains("Gone, better"))
        .and_then(|line| line.split("\"p\":\"").nth(1))
        .unwrap();
    let post = format!("{{\"id\":\"{}\"", id.split('"').next().unwrap());
    let without: String =
        published.lines().filter(|line| !line.starts_with(&post)).map(|line| format!("{line}\n")).collect();
    assert_ne!(without, published);
    desk.put("thread.jsonl", &without);
    let done = desk.merge(&["thread.jsonl"]);
    // It says what it leaves out.
    assert_eq!(done.code, 3, "{} {:?}", done.said, done.error);
    assert!(done.said.contains("it is not as it was written"), "{}", done.said);
    assert_eq!((desk.texts(), desk.is_whole()), (vec!["Stays".to_owned()], true));
    assert!(page("publishing.md").contains("merge my-first-post.comments.jsonl -o my-first-post.comments.jsonl"));
}
