//! Every message a reader sees on a comment.

use yew::AttrValue;

use super::message::{Message, messages};
use crate::domain::author::Author;
use crate::domain::messages::Messages;
use crate::replica::save_state::SaveState;

messages! {
    NAMELESS = "nameless": "Reader without a name";
    YOU = "you": "you";
    IN_REPLY = "in-reply-to": "in reply to {name}";
    REPLIES_TO = "replies-to": "Replies to {name}";
    HIDDEN = "replies-hidden": "{count} reply hidden" | "{count} replies hidden";
    BACK = "back-to-reply": "Back to the reply";
    LINK = "link-to": "Comment by {name}, {age}";
    STRAY = "in-reply-to-missing": "in reply to a comment that is not here";
    EDITED = "edited": "edited {age}";
    BEFORE = "earlier-versions": "Before, newest first:";

    REPLY = "reply": "Reply";
    EDIT = "edit": "Edit";
    DELETE_YOURS = "delete-yours": "Delete your comment";
    DELETED = "deleted": "Comment deleted.";
    ERASE_FOR_GOOD = "erase-for-good": "Erase for good";
    ERASE_QUESTION = "erase-question": "Erase it for good? This cannot be undone. It cannot reach files that you have given away.";

    SAVING = "saving": "Saving…";
    SAVED = "saved": "Saved in this browser";
    KEPT_TAB = "kept-tab": "Kept until you close this tab";
    KEPT = "kept": "Kept in this browser. Keep it open for a few minutes.";
    IN_MEMORY = "kept-page": "Kept until you close this page";
    AT_RISK = "at-risk": "Not saved yet. Your text is still here.";
    COPY = "copy": "Copy";
}

/// The name of an author.
pub fn name(messages: &Messages, author: &Author) -> AttrValue {
    match &author.name {
        Some(name) => AttrValue::from(name.as_str().to_owned()),
        None => NAMELESS.say(messages),
    }
}

/// How far a comment has got on its way to being kept. "Saved" is said only where both copies have it and one of them is on disk.
pub fn save_state(state: SaveState, for_tab: bool) -> &'static Message {
    match state {
        SaveState::Saving => SAVING,
        SaveState::Saved => SAVED,
        SaveState::Kept if for_tab => KEPT_TAB,
        SaveState::Kept => KEPT,
        SaveState::InMemory => IN_MEMORY,
        SaveState::AtRisk => AT_RISK,
    }
}
