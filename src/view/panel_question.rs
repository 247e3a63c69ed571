//! The question before what cannot be undone.

use web_sys::HtmlElement;
use yew::prelude::*;

/// What a [`Question`] asks.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct QuestionProps {
    /// The question.
    pub text: AttrValue,
    /// The button for yes.
    pub yes: AttrValue,
    /// The button for no.
    pub no: AttrValue,
    /// Hears whether the reader is sure.
    pub on_answer: Callback<bool>,
}

/// Asks before something that cannot be undone. When it is first drawn, the focus goes to the answer that changes nothing.
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
                <button type="button" class="outlined" data-action="answer-no" ref={safe} onclick={answer(false)}>{ props.no.clone() }</button>
                <button type="button" class="outlined danger" data-action="answer-yes" onclick={answer(true)}>{ props.yes.clone() }</button>
            </div>
        </div>
    }
}
