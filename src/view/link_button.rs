//! The button that copies the link to a comment: beside the one to which such a link has led.

use yew::prelude::*;

use super::button::button;
use super::messages::action::{COPIED_ADDRESS, COPY_ADDRESS};
use crate::app::list::Led;
use crate::app::msg::LinkMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// Draws it; nothing, where the reader was not led by a link.
pub(super) fn link_button(messages: &Messages, id: OperationId, led: Led, dispatch: &Callback<Msg>) -> Html {
    let label = match led {
        Led::Not | Led::Here => return Html::default(),
        Led::ByLink => COPY_ADDRESS.say(messages),
        Led::ByCopiedLink => COPIED_ADDRESS.say(messages),
    };
    button("copy-link", "quiet accent", label, LinkMsg::PressedCopy(id), dispatch)
}
