//! The signs that a reader may react with, in the place of the button that opened them. They come with the engine.

use yew::prelude::*;

use super::messages::reaction as text;
use crate::app::msg::ReactionMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Sign;
use crate::domain::reactions::Reactions;
use crate::widget::Msg;

/// Draws them. `spoken`: what they are for.
pub(super) fn signs(
    id: OperationId,
    reactions: &Reactions,
    spoken: AttrValue,
    messages: &Messages,
    dispatch: &Callback<Msg>,
) -> Html {
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(ReactionMsg::Left(id).into());
            }
        })
    };
    let button = |sign: Sign| {
        let onclick = dispatch.reform(move |_: MouseEvent| ReactionMsg::Chose { id, sign }.into());
        let name = text::sign(sign).say(messages);
        html! {
            <button type="button" class="sign" data-reaction={sign.as_str()} aria-pressed={reactions.is_own(sign).to_string()} aria-label={name.clone()}
                title={name} {onclick}>{ sign.as_str() }</button>
        }
    };
    html! { <span class="signs" role="group" aria-label={spoken} {onkeydown}>{ for Sign::ALL.map(button) }</span> }
}
