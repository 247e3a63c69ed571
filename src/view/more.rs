//! A button for more of a list.

use yew::prelude::*;

use super::button::button;
use super::messages::thread as text;
use crate::domain::messages::Messages;
use crate::widget::Msg;

/// For so many that are left; nothing where none are.
pub(super) fn more(
    messages: &Messages,
    action: &'static str,
    label: &str,
    left: usize,
    msg: impl Into<Msg>,
    dispatch: &Callback<Msg>,
) -> Html {
    let label = text::LEFT.count_with(messages, left, ("action", label));
    html! {
        if left > 0 {
            { button(action, "quiet wide", label, msg, dispatch) }
        }
    }
}
