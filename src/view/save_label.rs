//! How far a comment has got on its way to being kept, said quietly beside it; loudly only where the reader must act.

use yew::prelude::*;

use super::button::button;
use super::messages::Message;
use super::messages::action::{DOWNLOAD, TRY_AGAIN};
use super::messages::comment as text;
use crate::app::msg::ActionMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::replica::save_state::SaveState;
use crate::widget::Msg;

/// The words in a comment's header; none where [`at_risk`] says more.
pub(super) fn save_label(messages: &Messages, state: SaveState, for_tab: bool) -> Html {
    let name = match state {
        SaveState::Saved => "saved",
        SaveState::Kept => "kept",
        SaveState::InMemory => "in-memory",
        SaveState::Saving => "saving",
        SaveState::AtRisk => return Html::default(),
    };
    html! { <span class={classes!("save-state", name)} data-save={name}>{ text::save_state(state, for_tab).show(messages) }</span> }
}

/// What stands below a text that is not saved, with all that can be done about it.
pub(super) fn at_risk(messages: &Messages, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let button = |action, label: &Message, msg| button(action, "outlined", label.say(messages), msg, dispatch);
    html! {
        <div class="at-risk" data-save="at-risk">
            <p>{ text::AT_RISK.show(messages) }</p>
            <div class="at-risk-row">
                { button("copy", text::COPY, ActionMsg::PressedCopyText(id)) }
                { button("download", DOWNLOAD, ActionMsg::PressedDownloadText(id)) }
                { button("save-again", TRY_AGAIN, ActionMsg::PressedSaveAgain) }
            </div>
        </div>
    }
}
