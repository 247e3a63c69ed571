//! Words of the widget inside an article, which may be in another language than these.

use yew::prelude::*;

use super::messages::Message;
use crate::domain::messages::Messages;

/// The `lang` and `dir` of a message.
pub(super) struct Words {
    pub(super) language: AttrValue,
    pub(super) direction: &'static str,
}

/// How a message is marked. The language of the page's own messages is unknown (`""`) where the page does not say; it is never the
/// article's.
pub(super) fn words(message: &Message, messages: &Messages) -> Words {
    match messages.text(message.key()) {
        Some(_) => Words { language: messages.language().unwrap_or_default().to_owned().into(), direction: "auto" },
        None => Words { language: AttrValue::Static("en"), direction: "ltr" },
    }
}
