//! A button for more of a list.

use yew::prelude::*;

use super::button::button;
use super::messages::thread as text;
use crate::domain::messages::Messages;
use crate::widget::Msg;

/// Draws the button where `left` items of the list are not shown, and says how many; draws nothing where none are left.
pub(super) fn more(
    messages: &Messages,
    action: &'static str,
    label: &str,
    left: usize,
    msg: impl Into<Msg> + Clone + 'static,
    dispatch: &Callback<Msg>,
) -> Html {
    let label = text::LEFT.count_with(messages, left, ("action", label));
    html! {
        if left > 0 {
            { button(action, "quiet wide", label, msg, dispatch) }
        }
    }
}
