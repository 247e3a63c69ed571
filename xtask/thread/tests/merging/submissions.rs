//! Submissions that came by mail, as mail programs leave them.

use article_widget::domain::thread_id::ThreadId;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::file::publication::publication;
use article_widget::store::format::record;
use article_widget::store::oplog::operation_set::{Element, OperationSet};

use crate::desk::{Desk, post};

const TEXT: &str =
    "A long line of words that some mail program will break somewhere in its middle, \"quotes\" and all > so.";

/// A submission as the widget makes it.
pub(crate) fn submission() -> String {
    let operation = post(1, 1, TEXT);
    let value = record::encode(&operation).unwrap().into();
    let mut set = OperationSet::default();
    set.add_published(operation.id, Element { value, encode: None, epoch: Some(0), operation: Some(operation) });
    publication(&[(&ThreadId::explicit("a-post").unwrap().key(), None, &set)], Timestamp::unix_epoch())
}

#[track_caller]
fn is_taken(mail: &str) {
    let desk = Desk::new();
    desk.put("mail.txt", mail);
    let done = desk.merge(&["mail.txt"]);
    assert_eq!(done.code, 0, "{} {:?}", done.said, done.error);
    assert_eq!(desk.texts(), [TEXT]);
}

/// Lines of at most 72 characters, broken after a space or, where it `drops` them, at one.
fn broken(text: &str, drops: bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while rest.len() > 72 {
            let Some(at) = rest.get(..72).and_then(|line| line.rfind(' ')) else { break };
            let (line, after) = rest.split_at(at + 1);
            lines.push(if drops { line.trim_end() } else { line }.to_owned());
            rest = after;
        }
        lines.push(rest.to_owned());
    }
    lines.join("\r\n")
}

#[test]
fn a_submission_is_found_in_a_mail() {
    let mail = format!("From: Ann\nSubject: A comment\n\nHello!\n\n{}\n-- \nAnn\n", submission());
    is_taken(&mail);
    is_taken(&mail.replace('\n', "\r\n"));
}

#[test]
fn a_submission_is_read_though_its_lines_were_broken() {
    is_taken(&format!("Hello!\r\n\r\n{}", broken(&submission(), false)));
    is_taken(&format!("Hello!\r\n\r\n{}", broken(&submission(), true)));
}

#[test]
fn a_quoted_submission_is_read() {
    let quoted: String = submission().lines().map(|line| format!("> {line}\n")).collect();
    is_taken(&format!("Ann wrote:\n{quoted}"));
}

#[test]
fn a_submission_that_was_changed_on_its_way_is_refused() {
    let desk = Desk::new();
    desk.put("mail.txt", &format!("Hello!\n\n{}", submission().replace("some mail", "another mail")));
    let done = desk.merge(&["mail.txt"]);
    assert!(done.code == 1 && done.said.contains("holds no submission that is whole"), "{}", done.said);
    assert!(!desk.has_published());
}
