//! A button that sends one message.

use yew::prelude::*;

use super::panel_wording;
use crate::app::Msg;
use crate::domain::strings::Strings;

/// Draws one; `action` names it for tests and style sheets.
pub(super) fn button(
    action: &'static str,
    class: &'static str,
    label: AttrValue,
    message: Msg,
    dispatch: &Callback<Msg>,
) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| message.clone());
    html! { <button type="button" {class} data-action={action} {onclick}>{ label }</button> }
}

/// Like [`button`], for one of many that look alike: `spoken` says aloud what it is about.
pub(super) fn button_spoken(
    (action, class): (&'static str, &'static str),
    label: AttrValue,
    spoken: AttrValue,
    message: Msg,
    dispatch: &Callback<Msg>,
) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| message.clone());
    let part = (action == "reply").then_some("reply-button");
    html! { <button type="button" {class} {part} data-action={action} aria-label={spoken} {onclick}>{ label }</button> }
}

/// Like [`button`], for one of many that look alike and are told apart by what they are `about`.
pub(super) fn button_about(
    strings: &Strings,
    (action, class): (&'static str, &'static str),
    label: AttrValue,
    about: &str,
    message: Msg,
    dispatch: &Callback<Msg>,
) -> Html {
    let spoken = panel_wording::ABOUT.with(strings, &[("action", &label), ("what", about)]);
    button_spoken((action, class), label, spoken, message, dispatch)
}
