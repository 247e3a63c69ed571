//! A button that sends one `Msg`.

use yew::prelude::*;

use super::messages::panel as panel_text;
use crate::domain::messages::Messages;
use crate::widget::Msg;

/// Draws a button that sends `msg` to `dispatch`; `action` names the button for tests and style sheets.
pub(super) fn button(
    action: &'static str,
    class: &'static str,
    label: AttrValue,
    msg: impl Into<Msg> + Clone + 'static,
    dispatch: &Callback<Msg>,
) -> Html {
    drawn((action, class), label.into(), Facts::default(), pressed(msg, dispatch))
}

/// What the button was made with is copied at each press, and no whole [`Msg`]: that is many things which no button says.
fn pressed(msg: impl Into<Msg> + Clone + 'static, dispatch: &Callback<Msg>) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| msg.clone().into())
}

/// What few buttons have.
#[derive(Default)]
pub(super) struct Facts {
    /// What screen readers say in place of what stands there.
    pub(super) spoken: Option<AttrValue>,
    /// Whether what it opens is open, in a word.
    pub(super) expanded: Option<&'static str>,
    /// The comment that it leads to.
    pub(super) answers: Option<AttrValue>,
}

/// All buttons are made here, so that there is code for one.
pub(super) fn drawn(
    (action, class): (&'static str, &'static str),
    content: Html,
    Facts { spoken, expanded, answers }: Facts,
    onclick: Callback<MouseEvent>,
) -> Html {
    let part = (action == "reply").then_some("reply-button");
    html! {
        <button type="button" {class} {part} data-action={action} data-answers={answers} aria-expanded={expanded} aria-label={spoken} {onclick}>
            { content }
        </button>
    }
}

/// Like [`button`], for one of many that look alike: screen readers say `spoken`, which tells what the button is about.
pub(super) fn button_spoken(
    kind: (&'static str, &'static str),
    label: AttrValue,
    spoken: AttrValue,
    msg: impl Into<Msg> + Clone + 'static,
    dispatch: &Callback<Msg>,
) -> Html {
    drawn(kind, label.into(), Facts { spoken: Some(spoken), ..Facts::default() }, pressed(msg, dispatch))
}

/// Like [`button`], for one of many that look alike and are told apart by what they are `about`.
pub(super) fn button_about(
    messages: &Messages,
    (action, class): (&'static str, &'static str),
    label: AttrValue,
    about: &str,
    msg: impl Into<Msg> + Clone + 'static,
    dispatch: &Callback<Msg>,
) -> Html {
    let spoken = panel_text::ABOUT.with(messages, &[("action", &label), ("what", about)]);
    button_spoken((action, class), label, spoken, msg, dispatch)
}
