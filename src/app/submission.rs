//! A comment handed to the page's author. A room: it knows nothing of the others.

use super::around::Around;
use super::config::Config;
use super::effect::{Effect, FocusTarget};
use super::letter::{Letter, LetterMsg, Way};
use super::step::Step;
use crate::discussion::Discussion;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::port::announced::Announced;
use crate::store::file::file_reader::read_back;
use crate::store::file::publication::letter;
use crate::store::file::thread_file::FileKind;
use crate::store::format::operation::Kind;

/// What is handed to the author.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    letter: Option<Letter>,
}

impl Submission {
    /// The letter that the reader looks at.
    pub fn letter(&self) -> Option<&Letter> {
        self.letter.as_ref()
    }

    /// Leaves a discussion, and the letter about it.
    pub(super) fn leave_thread(&mut self) {
        self.letter = None;
    }

    /// Follows what the reader did.
    pub(super) fn follow(&mut self, message: LetterMsg, around: &mut Around<'_>) -> Vec<Step> {
        if let LetterMsg::Asked(id) = message {
            self.letter = written(around.config, around.discussion, id, around.env.now);
            let is_written = self.letter.is_some();
            return if is_written { vec![Effect::Focus(FocusTarget::Letter).into()] } else { Vec::new() };
        }
        let Some(letter) = &mut self.letter else {
            return Vec::new();
        };
        let (id, text) = (letter.id, letter.text);
        match message {
            LetterMsg::Asked(_) => Vec::new(),
            LetterMsg::Took(way) => {
                letter.way = Some(way);
                let mut steps = Vec::new();
                if way == Way::File {
                    steps.push(Effect::SaveFile { name: letter.name.clone(), text: letter.file.clone() }.into());
                }
                steps.push(Effect::Focus(FocusTarget::Letter).into());
                steps
            }
            LetterMsg::Copied => {
                letter.way = Some(Way::File);
                vec![Effect::CopyText(letter.file.clone()).into(), Effect::Focus(FocusTarget::Letter).into()]
            }
            LetterMsg::Closed => {
                self.letter = None;
                vec![Effect::Focus(FocusTarget::Send(id)).into()]
            }
            LetterMsg::Sent => {
                self.letter = None;
                let mut steps = Vec::new();
                steps.extend(mark(id, text, around));
                steps.extend([Step::Say(Announced::Sent), Effect::Focus(FocusTarget::Send(id)).into()]);
                steps
            }
        }
    }
}

/// Whether a comment can be sent from here: there is an author to send it to, and it is the reader's and not published.
pub fn can_send(config: &Config, discussion: &Discussion, id: OperationId) -> bool {
    let somewhere = config.contact.is_some() || config.comments.is_some();
    let comment = discussion.comments().get(id);
    somewhere && comment.is_some_and(|comment| comment.own && !comment.deleted && !comment.published)
}

fn written(config: &Config, discussion: &Discussion, id: OperationId, now: Timestamp) -> Option<Letter> {
    let set = discussion.set_of_own(id).filter(|_| can_send(config, discussion, id))?;
    let (file, text) = letter(&config.thread, &config.thread_name(), set, id, now)?;
    let written = now.to_string();
    let name = format!("comment-{}.jsonl", written.split('T').next().unwrap_or_default());
    read_back(&file, FileKind::Publication)?;
    Some(Letter { id, file, name, way: None, text })
}

/// Keeps that a text was sent, where its comment is kept.
fn mark(id: OperationId, text: OperationId, around: &mut Around<'_>) -> Option<Step> {
    let author = around.discussion.comments().get(id).filter(|comment| comment.own)?.author.clone();
    let kind = Kind::Sent { target: id, text };
    Some(Step::Out(around.discussion.append(kind, author, None, around.config.page(), around.env)))
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

    fn follow(submission: &mut Submission, message: LetterMsg, world: &mut World) -> Vec<Step> {
        submission.follow(message, &mut world.around())
    }

    fn focus(target: FocusTarget) -> Step {
        Effect::Focus(target).into()
    }

    #[test]
    fn only_an_own_comment_that_is_there_to_be_seen_can_be_sent_and_only_to_somebody() {
        let (mut world, mut submission) = (page(), Submission::default());
        for number in [2, 4, 9] {
            assert_eq!(follow(&mut submission, LetterMsg::Asked(id(number)), &mut world), [], "{number}");
            let can_send = can_send(&world.config, &world.discussion, id(number));
            assert_eq!((submission.letter(), can_send), (None, false), "{number}");
        }
        assert_eq!(follow(&mut submission, LetterMsg::Asked(id(1)), &mut world), [focus(FocusTarget::Letter)]);
        assert_eq!(submission.letter().map(|letter| (letter.id, letter.way)), Some((id(1), None)));
        world.config.contact = None;
        assert!(!can_send(&world.config, &world.discussion, id(1)));
        world.config.comments = Some("/comments.jsonl".to_owned());
        assert!(can_send(&world.config, &world.discussion, id(1)), "who publishes a file takes comments");
    }

    #[test]
    fn a_letter_that_was_taken_is_not_marked_as_sent_until_the_reader_says_so() {
        let (mut world, mut submission) = (page(), Submission::default());
        follow(&mut submission, LetterMsg::Asked(id(1)), &mut world);
        let taken = follow(&mut submission, LetterMsg::Took(Way::Mail), &mut world);
        assert_eq!(taken, [focus(FocusTarget::Letter)]);
        assert_eq!(submission.letter().and_then(|letter| letter.way), Some(Way::Mail));
        let sent = follow(&mut submission, LetterMsg::Sent, &mut world);
        assert_eq!(appended(&sent), [Kind::Sent { target: id(1), text: id(1) }]);
        assert_eq!(rest(sent), [Step::Say(Announced::Sent), focus(FocusTarget::Send(id(1)))]);
        assert_eq!(submission.letter(), None);
        assert_eq!(follow(&mut submission, LetterMsg::Sent, &mut world), [], "there is no letter any more");
    }

    #[test]
    fn a_letter_is_a_file_or_a_text_to_be_pasted_as_it_was_shown() {
        let (mut world, mut submission) = (page(), Submission::default());
        follow(&mut submission, LetterMsg::Asked(id(1)), &mut world);
        let text = submission.letter().unwrap().file.clone();
        assert!(read_back(&text, FileKind::Publication).is_some());
        let saved = Effect::SaveFile { name: "comment-1970-01-01.jsonl".to_owned(), text: text.clone() };
        let taken = follow(&mut submission, LetterMsg::Took(Way::File), &mut world);
        assert_eq!(taken, [saved.into(), focus(FocusTarget::Letter)]);
        let copied = follow(&mut submission, LetterMsg::Copied, &mut world);
        assert_eq!(copied, [Effect::CopyText(text).into(), focus(FocusTarget::Letter)]);
    }

    #[test]
    fn a_letter_that_is_put_aside_leaves_nothing_behind() {
        let (mut world, mut submission) = (page(), Submission::default());
        follow(&mut submission, LetterMsg::Asked(id(1)), &mut world);
        let closed = follow(&mut submission, LetterMsg::Closed, &mut world);
        assert_eq!((closed, submission.letter()), (vec![focus(FocusTarget::Send(id(1)))], None));
        follow(&mut submission, LetterMsg::Asked(id(1)), &mut world);
        submission.leave_thread();
        assert_eq!(submission.letter(), None, "it is about the thread that was left");
    }
}
