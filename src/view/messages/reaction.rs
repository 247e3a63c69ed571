//! Every message about reactions.

use super::message::{Message, messages};
use crate::domain::reaction::Sign;

messages! {
    REACT_TO = "react-to": "React to {name}";
    REACT_TO_ARTICLE = "react-to-article": "React to the article";
    REACTIONS = "reactions": "Reactions";
    THUMBS_UP = "reaction-thumbs-up": "Thumbs up";
    HEART = "reaction-heart": "Heart";
    SMILE = "reaction-smile": "Smile";
    HOORAY = "reaction-hooray": "Hooray";
    THINKING = "reaction-thinking": "Thinking";
    THUMBS_DOWN = "reaction-thumbs-down": "Thumbs down";
    COUNTED = "reaction-count": "{reaction}: {count}";
}

/// What a sign is called.
pub fn sign(sign: Sign) -> &'static Message {
    match sign {
        Sign::ThumbsUp => THUMBS_UP,
        Sign::Heart => HEART,
        Sign::Smile => SMILE,
        Sign::Hooray => HOORAY,
        Sign::Thinking => THINKING,
        Sign::ThumbsDown => THUMBS_DOWN,
    }
}
