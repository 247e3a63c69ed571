//! A comment handed to the page's author: seen before, marked after, and told apart from one that is published.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::composers::ComposerId;
use article_widget::app::config::Config;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::app::submission;
use article_widget::app::submission::{SubmissionMsg, Way};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::manage::msg::PanelMsg;
use article_widget::store::file::thread_file::FileKind;

use crate::aliases::{OLD, moved};
use crate::importing::{backup, choose, elsewhere, publication, shown};
use crate::published::naming;
use crate::support::Page;

const CONTACT: &str = "mailto:author@example.org";

/// A page whose author takes submissions.
fn answered() -> Page {
    let mut page = Page::new(1);
    page.widget.app.config.contact = Some(CONTACT.to_owned());
    page.send(Msg::Started);
    page
}

fn act(page: &mut Page, msg: SubmissionMsg) {
    page.effects();
    page.send(msg);
}

fn is_sent(page: &Page, id: OperationId) -> bool {
    page.widget.app.thread().get(id).unwrap().sent
}

fn send(page: &mut Page, id: OperationId) {
    act(page, SubmissionMsg::Asked(id));
    act(page, SubmissionMsg::Took(Way::Mail));
    act(page, SubmissionMsg::Sent);
    page.settle();
}

#[test]
fn a_submission_is_seen_before_it_goes_and_sent_only_by_the_readers_word() {
    let mut page = answered();
    let id = page.post("To be sent");
    page.post("Not to be sent");
    act(&mut page, SubmissionMsg::Asked(id));
    assert_eq!(page.focus(), Some(FocusTarget::Submission));
    let submission = page.widget.app.submission.open().cloned().unwrap();
    assert!(submission.file.contains("To be sent") && !submission.file.contains("Not to be sent"));
    assert!(article_widget::store::file::file_reader::read_back(&submission.file, FileKind::Publication).is_some());
    act(&mut page, SubmissionMsg::Took(Way::File));
    assert!(page.effects().contains(&Effect::SaveFile { name: submission.name, text: submission.file }));
    assert!(!is_sent(&page, id), "that it was downloaded is all that is known");
    act(&mut page, SubmissionMsg::Sent);
    assert_eq!(page.focus(), Some(FocusTarget::Send(id)));
    assert!(is_sent(&page, id) && page.widget.app.submission.open().is_none());
    page.settle();
    let page = page.reloaded(2);
    assert!(is_sent(&page, id), "after a reload too");
}

#[test]
fn who_puts_a_submission_aside_has_sent_nothing() {
    let mut page = answered();
    let id = page.post("To be sent");
    page.settle();
    let before = page.stored();
    for steps in
        [&[][..], &[SubmissionMsg::Took(Way::Mail)], &[SubmissionMsg::Took(Way::File)], &[SubmissionMsg::Copied]]
    {
        act(&mut page, SubmissionMsg::Asked(id));
        steps.iter().for_each(|step| act(&mut page, *step));
        act(&mut page, SubmissionMsg::Closed);
        assert_eq!(page.focus(), Some(FocusTarget::Send(id)));
        assert!(page.widget.app.submission.open().is_none() && !is_sent(&page, id));
    }
    assert_eq!(page.stored(), before);
    act(&mut page, SubmissionMsg::Sent);
    assert!(!is_sent(&page, id), "there is no submission");
}

#[test]
fn what_is_changed_after_it_was_sent_is_not_sent() {
    let mut page = answered();
    let id = page.post("First");
    send(&mut page, id);
    page.send(ComposerMsg::PressedEdit(id));
    page.submit(ComposerId::Edit(id), "", "Second");
    assert!(!is_sent(&page, id));
    send(&mut page, id);
    assert!(is_sent(&page, id));
}

fn can_send(page: &Page, id: OperationId) -> bool {
    submission::can_send(&page.widget.app.config, page.widget.app.discussion(), id)
}

#[test]
fn only_ones_own_comment_that_is_not_published_can_be_sent_and_only_where_somebody_takes_it() {
    let mut page = answered();
    let id = page.post("Mine");
    assert!(can_send(&page, id));
    page.send(ActionMsg::PressedDelete(id));
    assert!(!can_send(&page, id));
    page.send(ActionMsg::PressedUndo(id));
    let config = Config { contact: None, ..page.widget.app.config.clone() };
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert!(!can_send(&page, id));
    act(&mut page, SubmissionMsg::Asked(id));
    assert!(page.widget.app.submission.open().is_none());
    let mut theirs = elsewhere(9);
    theirs.post("Theirs");
    let page = crate::published::beside(2, &publication(&mut theirs));
    assert!(!can_send(&page, page.row("Theirs")));
}

#[test]
fn once_it_is_published_that_is_what_is_said() {
    let mut page = answered();
    let id = page.post("Mine");
    send(&mut page, id);
    page.send(PanelMsg::Toggled);
    let file = publication(&mut page);
    let mut next = naming(3, &file);
    (next.storage, next.mirror) = (page.storage, page.mirror);
    next.send(Msg::Started);
    let comment = next.widget.app.thread().get(id).unwrap();
    assert!(comment.published && comment.sent && !can_send(&next, id));
}

#[test]
fn that_it_was_sent_is_nobody_elses_business_and_is_in_a_backup() {
    let mut page = answered();
    let id = page.post("Mine");
    send(&mut page, id);
    page.send(PanelMsg::Toggled);
    assert!(!publication(&mut page).contains("\"sent\""));
    let backup = backup(&mut page);
    assert!(backup.contains("sent"));
    let mut other = elsewhere(5);
    choose(&mut other, &backup);
    assert_eq!(shown(&other).threads[0].preview.refused.len(), 1, "it means nothing of somebody else's");
}

#[test]
fn with_a_comment_goes_that_it_was_sent() {
    let mut page = answered();
    let id = page.post("Mine");
    send(&mut page, id);
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert!(!page.is_kept("\"k\":\"sent\"") && !page.is_kept("Mine"));
}

#[test]
fn a_submission_does_not_follow_the_reader_into_another_thread() {
    let mut page = answered();
    let id = page.post("Mine");
    act(&mut page, SubmissionMsg::Asked(id));
    let thread = article_widget::domain::thread_id::ThreadId::explicit("other").unwrap();
    let config = Config { thread, ..page.widget.app.config.clone() };
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert!(page.widget.app.submission.open().is_none());
}

#[test]
fn what_is_kept_under_another_id_is_sent_under_the_first_and_marked_where_it_is_kept() {
    let mut page = moved(&["From before"]);
    page.widget.app.config.contact = Some(CONTACT.to_owned());
    let id = page.row("From before");
    act(&mut page, SubmissionMsg::Asked(id));
    let file = page.widget.app.submission.open().cloned().unwrap().file;
    assert!(file.contains("\"thread\":\"demo\"") && file.contains("From before"), "{file}");
    act(&mut page, SubmissionMsg::Sent);
    page.settle();
    assert!(is_sent(&page, id));
    let mut old = page.beside(6);
    old.widget.app.config.thread = article_widget::domain::thread_id::ThreadId::explicit(OLD).unwrap();
    old.send(Msg::Started);
    assert!(is_sent(&old, id));
}
