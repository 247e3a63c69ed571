//! Making the letter in which a comment goes to the page's author, and what follows from what the reader does with it.

use super::state::{LetterCode, Submission, SubmissionMsg, SubmissionRoom, Way, can_send};
use crate::app::config::Config;
use crate::app::context::Context;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::discussion::Discussion;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::port::announced::Announced;
use crate::store::file::file_reader::read_back;
use crate::store::file::publication;
use crate::store::file::thread_file::FileKind;
use crate::store::format::operation::Kind;

/// What makes letters.
pub const LETTER: LetterCode = LetterCode(follow);

/// Follows what the reader did.
fn follow(room: &mut SubmissionRoom, msg: SubmissionMsg, context: &mut Context<'_>) -> Vec<Step> {
    if let SubmissionMsg::Asked(id) = msg {
        room.open = written(context.config, context.discussion, id, context.env.now);
        let is_written = room.open.is_some();
        return if is_written { vec![Effect::Focus(FocusTarget::Submission).into()] } else { Vec::new() };
    }
    let Some(submission) = &mut room.open else {
        return Vec::new();
    };
    let (id, text) = (submission.id, submission.text);
    match msg {
        SubmissionMsg::Asked(_) | SubmissionMsg::Came(_) | SubmissionMsg::Missed => Vec::new(),
        SubmissionMsg::Took(way) => {
            submission.way = Some(way);
            let mut steps = Vec::new();
            if way == Way::File {
                steps.push(Effect::SaveFile { name: submission.name.clone(), text: submission.file.clone() }.into());
            }
            steps.push(Effect::Focus(FocusTarget::Submission).into());
            steps
        }
        SubmissionMsg::Copied => {
            submission.way = Some(Way::File);
            vec![Effect::CopyText(submission.file.clone()).into(), Effect::Focus(FocusTarget::Submission).into()]
        }
        SubmissionMsg::Closed => {
            room.open = None;
            vec![Effect::Focus(FocusTarget::Send(id)).into()]
        }
        SubmissionMsg::Sent => {
            room.open = None;
            let mut steps = Vec::new();
            steps.extend(mark(id, text, context));
            steps.extend([Step::Say(Announced::Sent), Effect::Focus(FocusTarget::Send(id)).into()]);
            steps
        }
    }
}

fn written(config: &Config, discussion: &Discussion, id: OperationId, now: Timestamp) -> Option<Submission> {
    let of_reactions = (id == OperationId::ARTICLE).then(|| discussion.shown().set());
    let set = of_reactions.or_else(|| discussion.set_of_own(id)).filter(|_| can_send(config, discussion, id))?;
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
    use super::*;
    use crate::app::samples::{World, appended, delete, foreign, id, own, post, rest};

    /// A page with an author to write to, and on it the reader's own comment 1, their deleted comment 2, and somebody's comment 4.
    fn page() -> World {
        let mut world = World::reading(&[own(1, post()), own(2, post()), own(3, delete(2)), foreign(4, post())]);
        world.config.contact = Some("mailto:author@example.org".to_owned());
        world
    }

    /// A room with what makes letters.
    fn room() -> SubmissionRoom {
        let mut room = SubmissionRoom::default();
        room.take_code(LETTER);
        room
    }

    fn follow(room: &mut SubmissionRoom, msg: SubmissionMsg, world: &mut World) -> Vec<Step> {
        room.follow(msg, &mut world.context())
    }

    fn focus(target: FocusTarget) -> Step {
        Effect::Focus(target).into()
    }

    #[test]
    fn only_an_own_comment_that_is_there_to_be_seen_can_be_sent_and_only_to_somebody() {
        let (mut world, mut room) = (page(), room());
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
        let (mut world, mut room) = (page(), room());
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
        let (mut world, mut room) = (page(), room());
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
        let (mut world, mut room) = (page(), room());
        follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world);
        let closed = follow(&mut room, SubmissionMsg::Closed, &mut world);
        assert_eq!((closed, room.open()), (vec![focus(FocusTarget::Send(id(1)))], None));
        follow(&mut room, SubmissionMsg::Asked(id(1)), &mut world);
        room.leave_thread();
        assert_eq!(room.open(), None, "it is about the thread that was left");
    }
}
