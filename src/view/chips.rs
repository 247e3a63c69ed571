//! The reactions that were counted, each with its number: a press joins the others or leaves them. They come with the engine.

use yew::prelude::*;

use super::messages::number::grouped;
use super::messages::reaction as text;
use crate::app::msg::ReactionMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::domain::reactions::{Reactions, Tally};
use crate::widget::Msg;

/// Draws them. `closed`: nobody may react any more, but the reader may take back what is theirs.
pub(crate) fn chips(
    id: OperationId,
    reactions: &Reactions,
    closed: bool,
    messages: &Messages,
    dispatch: &Callback<Msg>,
) -> Html {
    let chips = reactions.tallies().iter().map(|tally| chip(id, *tally, closed, messages, dispatch));
    html! { <span class="chips" role="group" aria-label={text::REACTIONS.say(messages)}>{ for chips }</span> }
}

fn chip(id: OperationId, tally: Tally, closed: bool, messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    let Tally { sign, count, own } = tally;
    let onclick = dispatch.reform(move |_: MouseEvent| ReactionMsg::Chose { id, sign }.into());
    let count = grouped(messages, count as usize);
    let name = text::sign(sign).say(messages);
    let spoken = text::COUNTED.with(messages, &[("reaction", &name), ("count", &count)]);
    html! {
        <button key={sign.as_str()} type="button" class="chip" data-reaction={sign.as_str()} aria-pressed={own.to_string()} aria-label={spoken}
            title={name} disabled={closed && !own} {onclick}><span><span>{ sign.as_str() }</span>{ count }</span></button>
    }
}
