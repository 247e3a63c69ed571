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
