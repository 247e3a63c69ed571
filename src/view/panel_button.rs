//! A button of the panel, and the question before what cannot be undone.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::Msg;

/// A button that sends one message.
pub(super) fn panel_button(
    action: &'static str,
    class: &'static str,
    label: &str,
    message: Msg,
    dispatch: &Callback<Msg>,
) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| message.clone());
    html! { <button type="button" {class} data-action={action} {onclick}>{ label }</button> }
}

/// Like [`panel_button`], for one of many that look alike: `about` says aloud what it is about.
pub(super) fn panel_button_about(
    (action, class): (&'static str, &'static str),
    label: &'static str,
    about: &str,
    message: Msg,
    dispatch: &Callback<Msg>,
) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| message.clone());
    let name = format!("{label}: {about}");
    html! { <button type="button" {class} data-action={action} aria-label={name} {onclick}>{ label }</button> }
}

/// What a [`Question`] asks.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct QuestionProps {
    /// The question.
    pub text: AttrValue,
    /// The button for yes.
    pub yes: AttrValue,
    /// Hears whether the reader is sure.
    pub on_answer: Callback<bool>,
}

/// Asks before something goes for good. The focus is on the answer that changes nothing.
#[component]
pub(super) fn Question(props: &QuestionProps) -> Html {
    let safe = use_node_ref();
    {
        let safe = safe.clone();
        use_effect_with((), move |()| {
            if let Some(button) = safe.cast::<HtmlElement>() {
                let _ = button.focus();
            }
        });
    }
    let answer = |sure: bool| props.on_answer.reform(move |_: MouseEvent| sure);
    html! {
        <div class="panel-question" role="group" aria-label={props.text.clone()}>
            <p>{ props.text.clone() }</p>
            <div class="panel-row">
                <button type="button" class="outlined" data-action="answer-no" ref={safe} onclick={answer(false)}>{ "Keep it" }</button>
                <button type="button" class="outlined danger" data-action="answer-yes" onclick={answer(true)}>{ props.yes.clone() }</button>
            </div>
        </div>
    }
}
