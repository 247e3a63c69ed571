//! A comment handed to the page's author: shown as it would go, handed over by the reader, and then marked as sent by them. What makes
//! the letter is fetched when a reader first wants one (`letter.rs`). A room: it knows nothing of the others.

use std::fmt;

use crate::app::config::Config;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::step::{Step, only};
use crate::discussion::Discussion;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;

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
    pub(super) text: OperationId,
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
    /// What makes letters is here.
    Came(LetterCode),
    /// What makes letters could not be had.
    Missed,
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

/// What makes letters, and follows what is done with them. A page fetches it when a reader wants to send a comment.
#[derive(Clone, Copy)]
pub struct LetterCode(pub(super) fn(&mut SubmissionRoom, SubmissionMsg, &mut Context<'_>) -> Vec<Step>);

impl fmt::Debug for LetterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LetterCode")
    }
}

/// There is one.
impl PartialEq for LetterCode {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LetterCode {}

/// A comment that the reader wants to send, and what makes the letter is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The comment.
    pub id: OperationId,
    /// Whether it could not be had; otherwise it is on its way.
    pub is_missing: bool,
}

/// The submission that the reader looks at, if any: a room of the program, which may be empty.
#[derive(Clone, Debug, Default)]
pub struct SubmissionRoom {
    pub(super) open: Option<Submission>,
    awaited: Option<Awaited>,
    code: Option<LetterCode>,
}

impl SubmissionRoom {
    /// The submission that the reader looks at.
    pub fn open(&self) -> Option<&Submission> {
        self.open.as_ref()
    }

    /// The comment that waits for its letter.
    pub fn awaited(&self) -> Option<Awaited> {
        self.awaited
    }

    /// The comment that is about to be sent.
    pub fn about(&self) -> Option<OperationId> {
        self.awaited.map(|awaited| awaited.id).or(self.open.as_ref().map(|open| open.id))
    }

    /// Takes what makes letters.
    pub(in crate::app) fn take_code(&mut self, code: LetterCode) {
        self.code = Some(code);
    }

    /// Leaves a discussion, and the submission about it.
    pub(in crate::app) fn leave_thread(&mut self) {
        (self.open, self.awaited) = (None, None);
    }

    /// Follows what the reader did.
    pub(in crate::app) fn follow(&mut self, msg: SubmissionMsg, context: &mut Context<'_>) -> Vec<Step> {
        match (msg, self.code) {
            (SubmissionMsg::Came(code), _) => {
                self.take_code(code);
                let LetterCode(follow) = code;
                let asked = self.awaited.take().map(|awaited| SubmissionMsg::Asked(awaited.id));
                asked.map(|asked| follow(self, asked, context)).unwrap_or_default()
            }
            (SubmissionMsg::Missed, _) => {
                self.awaited = self.awaited.map(|awaited| Awaited { is_missing: true, ..awaited });
                Vec::new()
            }
            (_, Some(LetterCode(follow))) => follow(self, msg, context),
            (SubmissionMsg::Asked(id), None) => {
                let is_coming = self.awaited.is_some_and(|awaited| !awaited.is_missing);
                let may_be_sent = can_send(context.config, context.discussion, id);
                self.awaited = may_be_sent.then_some(Awaited { id, is_missing: false });
                only(self.awaited.filter(|_| !is_coming).map(|_| Effect::FetchLetter))
            }
            (_, None) => Vec::new(),
        }
    }
}

/// Whether a comment can be sent from here: there is an author to send it to, and it is the reader's and not published. The reader's
/// reactions alone can be as well, by [`OperationId::ARTICLE`]: whether there are any is seen when the letter is made.
pub fn can_send(config: &Config, discussion: &Discussion, id: OperationId) -> bool {
    let is_reactions = id == OperationId::ARTICLE && config.reactions;
    has_author(config) && (is_reactions || is_one_to_send(discussion, id))
}

fn is_one_to_send(discussion: &Discussion, id: OperationId) -> bool {
    discussion.comments().get(id).is_some_and(|comment| may_be_sent(comment))
}

/// Whether there is an author to send comments to.
pub fn has_author(config: &Config) -> bool {
    config.contact.is_some() || config.comments.is_some()
}

/// Whether a comment is one to send: the reader's own, and not published.
pub fn may_be_sent(comment: &Comment) -> bool {
    comment.own && !comment.deleted && !comment.published
}

#[cfg(test)]
mod tests {
    use super::super::letter::LETTER;
    use super::*;
    use crate::app::samples::{World, id, own, post};

    #[test]
    fn the_comment_waits_for_what_makes_its_letter_which_is_fetched_once_and_again_after_a_failure() {
        let mut world = World::reading(&[own(1, post()), own(2, post())]);
        world.config.contact = Some("mailto:author@example.org".to_owned());
        let mut room = SubmissionRoom::default();
        let mut follow = |msg| room.follow(msg, &mut world.context());
        let fetch = || vec![Step::from(Effect::FetchLetter)];
        assert_eq!(follow(SubmissionMsg::Asked(id(9))), [], "there is no such comment");
        assert_eq!(follow(SubmissionMsg::Asked(id(1))), fetch());
        assert_eq!(follow(SubmissionMsg::Asked(id(2))), [], "it is on its way");
        assert_eq!(follow(SubmissionMsg::Missed), []);
        assert_eq!(room.awaited(), Some(Awaited { id: id(2), is_missing: true }));
        let mut follow = |msg| room.follow(msg, &mut world.context());
        assert_eq!(follow(SubmissionMsg::Asked(id(2))), fetch());
        follow(SubmissionMsg::Came(LETTER));
        assert_eq!((room.awaited(), room.open().map(|open| open.id)), (None, Some(id(2))));
    }
}
