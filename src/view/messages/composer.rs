//! Every message a reader sees in the composers for comments, and beside them.

use yew::prelude::*;

use super::action::{EDIT_YOURS, REPLY_TO};
use super::message::{Message, messages};
use super::number::grouped;
use crate::app::composers::{ComposerId, ComposerProblem};
use crate::domain::body::BodyError;
use crate::domain::messages::Messages;
use crate::domain::text_length::TooLong;
use crate::store::copy::store_error::StoreError;

messages! {
    TITLE_NEW = "form-title": "Post a Comment";
    BODY_HINT = "form-hint": "What do you think?";
    NAME = "form-name": "Name";
    NAME_HINT = "form-name-hint": "Optional";
    SUBMIT_NEW = "form-submit": "Post comment";
    SUBMIT_REPLY = "form-submit-reply": "Post reply";
    SUBMIT_EDIT = "form-submit-edit": "Update comment";

    BODY_EMPTY = "problem-empty": "Write something first.";
    BODY_LONG = "problem-too-long": "A comment can have {limit} characters; this one has {count}. Your text is still here.";
    BODY_WIDE = "problem-too-wide": "This comment takes more room than one comment can have: many of its characters are made of several parts. Your text is still here.";
    NAME_LONG = "problem-name-too-long": "A name can have {limit} characters; this one has {count}.";
    NAME_WIDE = "problem-name-too-wide": "This name takes more room than a name can have: many of its characters are made of several parts.";
    STORE_FULL = "problem-full": "Not saved: this browser has no room left for this site. Your text is still here. Copy it, or make room and try again.";
    NO_ROOM = "problem-no-room": "Not saved: this site has almost filled what this browser lets it keep, and more could be lost. Your text is still here. Delete comments or copy the text.";
    NOT_KEPT = "problem-not-kept": "Not saved: this browser did not keep the comment. Your text is still here. Copy it, or try again.";

    ELSEWHERE_NEW = "draft-elsewhere": "You are writing this in another tab:";
    ELSEWHERE_REPLY_TO = "draft-elsewhere-reply-to": "In another tab, your reply to {name}:";
    ELSEWHERE_REPLY = "draft-elsewhere-reply": "In another tab, your reply:";
    ELSEWHERE_EDIT = "draft-elsewhere-edit": "In another tab, your edit of a comment:";
    LEFT_NEW = "draft-left": "Not posted, from an earlier visit:";
    LEFT_REPLY_TO = "draft-left-reply-to": "Not posted, your reply to {name}:";
    LEFT_REPLY = "draft-left-reply": "Not posted, your reply:";
    LEFT_EDIT = "draft-left-edit": "Not posted, your edit of a comment:";
    USE_DRAFT = "draft-use": "Use this text";
    DISCARD = "draft-discard": "Discard";
    DISCARDED = "draft-discarded": "Text discarded.";
}

/// The title of a composer, which says what it is for.
pub fn title(composer: ComposerId) -> &'static Message {
    match composer {
        ComposerId::New => TITLE_NEW,
        ComposerId::Reply(_) => REPLY_TO,
        ComposerId::Edit(_) => EDIT_YOURS,
    }
}

/// The label of the button that sends what stands in a composer.
pub fn submit(composer: ComposerId) -> &'static Message {
    match composer {
        ComposerId::New => SUBMIT_NEW,
        ComposerId::Reply(_) => SUBMIT_REPLY,
        ComposerId::Edit(_) => SUBMIT_EDIT,
    }
}

/// Why what was sent from a composer was not taken.
pub fn problem(messages: &Messages, problem: ComposerProblem) -> AttrValue {
    let (message, length) = match problem {
        ComposerProblem::Body(BodyError::Empty) => (BODY_EMPTY, None),
        ComposerProblem::Body(BodyError::TooLong(TooLong::Graphemes { found, limit })) => {
            (BODY_LONG, Some((found, limit)))
        }
        ComposerProblem::Body(BodyError::TooLong(TooLong::Units { .. })) => (BODY_WIDE, None),
        ComposerProblem::Name(TooLong::Graphemes { found, limit }) => (NAME_LONG, Some((found, limit))),
        ComposerProblem::Name(TooLong::Units { .. }) => (NAME_WIDE, None),
        ComposerProblem::Store(StoreError::Full) => (STORE_FULL, None),
        ComposerProblem::OverQuota => (NO_ROOM, None),
        ComposerProblem::Store(_) => (NOT_KEPT, None),
    };
    length.map_or_else(
        || message.say(messages),
        |(found, limit)| message.count_with(messages, found, ("limit", &grouped(messages, limit))),
    )
}

/// The title of a text that was written for a composer elsewhere. `live`: another tab that is open has it; `answered`: the name of
/// whoever a reply answers, if the comment is here.
pub fn other_draft(messages: &Messages, live: bool, composer: ComposerId, answered: Option<&str>) -> Html {
    let (elsewhere, left) = match (composer, answered) {
        (ComposerId::Reply(_), Some(_)) => (ELSEWHERE_REPLY_TO, LEFT_REPLY_TO),
        (ComposerId::Reply(_), None) => (ELSEWHERE_REPLY, LEFT_REPLY),
        (ComposerId::Edit(_), _) => (ELSEWHERE_EDIT, LEFT_EDIT),
        (ComposerId::New, _) => (ELSEWHERE_NEW, LEFT_NEW),
    };
    let message = if live { elsewhere } else { left };
    message.around(messages, "{name}", &html! { <bdi>{ answered.unwrap_or_default() }</bdi> })
}
