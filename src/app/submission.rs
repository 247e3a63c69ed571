//! A comment handed to the page's author: shown as it would go, handed over by the reader, and then marked as sent by them. A room: it
//! knows nothing of the others.

use super::config::Config;
use super::context::Context;
use super::effect::{Effect, FocusTarget};
use super::step::Step;
use crate::discussion::Discussion;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::port::announced::Announced;
use crate::store::file::file_reader::read_back;
use crate::store::file::publication;
use crate::store::file::thread_file::FileKind;
use crate::store::format::operation::Kind;

/// A submission that the reader looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The comment.
    pub id: OperationId,
    /// The file, byte for byte.
    pub file: String,
    /// What the file is to be called.
    pub name: String,
    /// How it was handed over, if it was. Whether it went off only the reader knows.
    pub way: Option<Way>,
    /// The post or edit whose text is in it.
    text: OperationId,
}

/// How a submission is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The reader's mail program was asked to open it.
    Mail,
    /// It was downloaded.
    File,
}

/// What the reader did about a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubmissionMsg {
    /// They want to send this comment.
    Asked(OperationId),
    /// They took the submission.
    Took(Way),
    /// They want it on the clipboard instead.
    Copied,
    /// They do not want to send it, or not now.
    Closed,
    /// They say that they have sent it.
    Sent,
}

/// The submission that the reader looks at, if any: a room of the program, which may be empty.
#[derive(Clone, Debug, Default)]
pub struct SubmissionRoom {
    open: Option<Submission>,
}

impl SubmissionRoom {
    /// The submission that the reader looks at.
    pub fn open(&self) -> Option<&Submission> {
        self.open.as_ref()
    }

    /// Leaves a discussion, and the submission about it.
    pub(super) fn leave_thread(&mut self) {
        self.open = None;
    }

    /// Follows what the reader did.
    pub(super) fn follow(&mut self, msg: SubmissionMsg, context: &mut Context<'_>) -> Vec<Step> {
        if let SubmissionMsg::Asked(id) = msg {
            self.open = written(context.config, context.discussion, id, context.env.now);
            let is_written = self.open.is_some();
            return if is_written { vec![Effect::Focus(FocusTarget::Submission).into()] } else { Vec::new() };
        }
        let Some(submission) = &mut self.open else {
            return Vec::new();
        };
        let (id, text) = (submission.id, submission.text);
        match msg {
            SubmissionMsg::Asked(_) => Vec::new(),
            SubmissionMsg::Took(way) => {
                submission.way = Some(way);
                let mut steps = Vec::new();
                if way == Way::File {
                    steps
                        .push(Effect::SaveFile { name: submission.name.clone(), text: submission.file.clone() }.into());
                }
                steps.push(Effect::Focus(FocusTarget::Submission).into());
                steps
            }
            SubmissionMsg::Copied => {
                submission.way = Some(Way::File);
                vec![Effect::CopyText(submission.file.clone()).into(), Effect::Focus(FocusTarget::Submission).into()]
            }
            SubmissionMsg::Closed => {
                self.open = None;
                vec![Effect::Focus(FocusTarget::Send(id)).into()]
            }
            SubmissionMsg::Sent => {
                self.open = None;
                let mut steps = Vec::new();
                steps.extend(mark(id, text, context));
                steps.extend([Step::Say(Announced::Sent), Effect::Focus(FocusTarget::Send(id)).into()]);
                steps
            }
        }
    }
}

/// Whether a comment can be sent from here: there is an author to send it to, and it is the reader's and not published.
pub fn can_send(config: &Config, discussion: &Discussion, id: OperationId) -> bool {
    has_author(config) && discussion.comments().get(id).is_some_and(|comment| may_be_sent(comment))
}

/// Whether there is an author to send comments to.
pub fn has_author(config: &Config) -> bool {
    config.contact.is_some() || config.comments.is_some()
}

/// Whether a comment is one to send: the reader's own, and not published.
pub fn may_be_sent(comment: &Comment) -> bool {
    comment.own && !comment.deleted && !comment.published
}

fn written(config: &Config, discussion: &Discussion, id: OperationId, now: Timestamp) -> Option<Submission> {
    let set = discussion.set_of_own(id).filter(|_| can_send(config, discussion, id))?;
    let (file, text) = publication::submission(&config.thread, &config.thread_name(), set, id, now)?;
    let written = now.to_string();
    let name = format!("comment-{}.jsonl", written.split('T').next().unwrap_or_default());
    read_back(&file, FileKind::Publication)?;
    Some(Submission { id, file, name, way: None, text })
}

/// Keeps that a text was sent, where its comment is kept.
fn mark(id: OperationId, text: OperationId, context: &mut Context<'_>) -> Option<Step> {
    let author = context.discussion.comments().get(id).filter(|comment| comment.own)?.author.clone();
    let kind = Kind::Sent { target: id, text };
    Some(Step::Out(context.discussion.append(kind, author, None, context.config.page(), context.env)))
}

#[cfg(test)]
mod tests {
    use super::super::samples::{World, appended, delete, foreign, id, own, post, rest};
    use super::*;

    /// A page with an author to write to, and on it the reader's own comment 1, their deleted comment 2, and somebody's comment 4.
    fn page() -> World {
        let mut world = World::reading(&[own(1, post()), own(2, post()), own(3, delete(2)), foreign(4, post())]);
        world.config.contact = Some("mailto:author@example.org".to_owned());
        world
    }

    fn follow(room: &mut SubmissionRoom, msg: SubmissionMsg, world: &mut World) -> Vec<Step> {
        room.follow(msg, &mut world.context())
    }

    fn focus(target: FocusTarget) -> Step {
        Effect::Focus(target).into()
    }

    #[test]
    fn only_an_own_comment_that_is_there_to_be_seen_can_be_sent_and_only_to_somebody() {
        let (mut world, mut room) = (page(), SubmissionRoom::default());
        for number in [2, 4, 9] {
            assert_eq!(follow(&mut room, SubmissionMsg::Asked(id(number)), &mut world), [], "{number}");
            let can_send = can_send(&world.config, &world.discussion, id(number));
            assert_eq!((room.open(), can_send), (None, false), "{number}");
        }
        assert_eq!(follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world), [focus(FocusTarget::Submission)]);
        assert_eq!(room.open().map(|submission| (submission.id, submission.way)), Some((id(1), None)));
        world.config.contact = None;
        assert!(!can_send(&world.config, &world.discussion, id(1)));
        world.config.comments = Some("/comments.jsonl".to_owned());
        assert!(can_send(&world.config, &world.discussion, id(1)), "who publishes a file takes comments");
    }

    #[test]
    fn a_submission_that_was_taken_is_not_marked_as_sent_until_the_reader_says_so() {
        let (mut world, mut room) = (page(), SubmissionRoom::default());
        follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world);
        let taken = follow(&mut room, SubmissionMsg::Took(Way::Mail), &mut world);
        assert_eq!(taken, [focus(FocusTarget::Submission)]);
        assert_eq!(room.open().and_then(|submission| submission.way), Some(Way::Mail));
        let sent = follow(&mut room, SubmissionMsg::Sent, &mut world);
        assert_eq!(appended(&sent), [Kind::Sent { target: id(1), text: id(1) }]);
        assert_eq!(rest(sent), [Step::Say(Announced::Sent), focus(FocusTarget::Send(id(1)))]);
        assert_eq!(room.open(), None);
        assert_eq!(follow(&mut room, SubmissionMsg::Sent, &mut world), [], "there is no submission any more");
    }

    #[test]
    fn a_submission_is_a_file_or_a_text_to_be_pasted_as_it_was_shown() {
        let (mut world, mut room) = (page(), SubmissionRoom::default());
        follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world);
        let text = room.open().unwrap().file.clone();
        assert!(read_back(&text, FileKind::Publication).is_some());
        let saved = Effect::SaveFile { name: "comment-1970-01-01.jsonl".to_owned(), text: text.clone() };
        let taken = follow(&mut room, SubmissionMsg::Took(Way::File), &mut world);
        assert_eq!(taken, [saved.into(), focus(FocusTarget::Submission)]);
        let copied = follow(&mut room, SubmissionMsg::Copied, &mut world);
        assert_eq!(copied, [Effect::CopyText(text).into(), focus(FocusTarget::Submission)]);
    }

    #[test]
    fn a_submission_that_is_put_aside_leaves_nothing_behind() {
        let (mut world, mut room) = (page(), SubmissionRoom::default());
        follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world);
        let closed = follow(&mut room, SubmissionMsg::Closed, &mut world);
        assert_eq!((closed, room.open()), (vec![focus(FocusTarget::Send(id(1)))], None));
        follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world);
        room.leave_thread();
        assert_eq!(room.open(), None, "it is about the thread that was left");
    }
}
