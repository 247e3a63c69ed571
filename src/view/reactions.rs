//! The place of the reactions to a comment or to the article: the button that offers them. What was counted is drawn by what comes with
//! the engine, which counts.

use std::cell::Cell;

use yew::prelude::*;

use super::chips::chips;
use crate::app::msg::ReactionMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::domain::reactions::Reactions;
use crate::widget::Msg;

/// Draws what was counted: of which comment, and whether nobody may react any more.
pub type DrawChips = fn(OperationId, &Reactions, bool, &Messages, &Callback<Msg>) -> Html;

thread_local! {
    static HERE: Cell<Option<DrawChips>> = const { Cell::new(None) };
}

/// From now on what was counted is drawn by this.
pub fn draw_chips_by(draw: DrawChips) {
    HERE.set(Some(draw));
}

/// What is reacted to, and what may be done.
pub(super) struct Reacted<'a> {
    /// The comment, or [`OperationId::ARTICLE`].
    pub id: OperationId,
    /// What was counted.
    pub reactions: &'a Reactions,
    /// What the button says to those who hear it.
    pub spoken: AttrValue,
    /// The signs to choose from, if they are open.
    pub signs: Option<Html>,
    /// Whether nobody may react any more.
    pub closed: bool,
}

/// The button, the signs that it opens, and what was counted.
pub(super) fn reactions(reacted: Reacted, messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    let Reacted { id, reactions, spoken, signs, closed } = reacted;
    let onclick = dispatch.reform(move |_: MouseEvent| ReactionMsg::Toggled(id).into());
    let draw = if cfg!(feature = "split") { HERE.get() } else { Some(chips as DrawChips) };
    let draw = draw.filter(|_| !reactions.tallies().is_empty());
    html! {
        <>
            if !closed {
                <button type="button" class="quiet react" data-action="react" aria-expanded={signs.is_some().to_string()} aria-label={spoken} {onclick}>
                    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M10 1.9A6.5 6.5 0 1 0 14.1 6M5.5 9.5a3 3 0 0 0 5 0M6 6v.5M10 6v.5M13 .5v4M11 2.5h4" /></svg>
                </button>
            }
            { signs.unwrap_or_default() }
            { draw.map(|draw| draw(id, reactions, closed, messages, dispatch)).unwrap_or_default() }
        </>
    }
}
