//! What is said while a part of the module is on its way that somebody waits for, and when it did not come.

use yew::prelude::*;

use super::button::button;
use super::messages::Message;
use super::messages::action::TRY_AGAIN;
use super::messages::thread as text;
use crate::domain::messages::Messages;
use crate::widget::{Msg, Part, PartState, Widget};

/// One line about a part, where somebody waits for it. That the engine comes is not said: nobody needs it before it is here.
pub(super) fn part_notice(widget: &Widget, part: Part, dispatch: &Callback<Msg>) -> Html {
    let messages = &widget.app.config.messages;
    let (name, missed) = match part {
        Part::Engine => ("engine", text::ENGINE_MISSING),
        Part::Manage => ("manage", text::PART_MISSING),
        // Nobody waits for it: texts stand as they were typed.
        Part::Formatting => return Html::default(),
    };
    match widget.awaited(part) {
        Some(PartState::Coming) if part == Part::Manage => coming(messages, name),
        Some(PartState::Missing) => {
            missing(messages, name, missed, button("retry-part", "quiet", TRY_AGAIN.say(messages), part, dispatch))
        }
        _ => Html::default(),
    }
}

/// That a part is on its way; `name`, for tests and style sheets.
pub(super) fn coming(messages: &Messages, name: &'static str) -> Html {
    html! { <p class="notice calm" part="notice" role="status" data-notice={name}>{ text::PART_COMING.show(messages) }</p> }
}

/// That it did not come, in these words, with the button that asks for it again.
pub(super) fn missing(messages: &Messages, name: &'static str, words: &Message, retry: Html) -> Html {
    html! {
        <p class="notice" part="notice" role="alert" data-notice={name}>
            { words.show(messages) }
            { " " }{ retry }
        </p>
    }
}
