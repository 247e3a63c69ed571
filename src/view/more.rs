//! A button for more of a list.

use yew::prelude::*;

use super::button::button;
use super::wording;
use crate::domain::strings::Strings;
use crate::widget::Msg;

/// For so many that are left; nothing where none are.
pub(super) fn more(
    strings: &Strings,
    action: &'static str,
    label: &str,
    left: usize,
    msg: impl Into<Msg>,
    dispatch: &Callback<Msg>,
) -> Html {
    let label = wording::LEFT.count_with(strings, left, ("action", label));
    html! {
        if left > 0 {
            { button(action, "quiet wide", label, msg, dispatch) }
        }
    }
}
