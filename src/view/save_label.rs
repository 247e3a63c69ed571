//! How far what was written has got, said quietly beside it; loudly only where the reader must act.

use yew::prelude::*;

use super::action_wording::{DOWNLOAD, TRY_AGAIN};
use super::button::button;
use super::comment_wording as wording;
use super::sentence::Sentence;
use crate::app::msg::ActionMsg;
use crate::domain::operation_id::OperationId;
use crate::domain::strings::Strings;
use crate::replica::save_state::SaveState;
use crate::widget::Msg;

/// The words beside the name.
pub(super) fn save_label(strings: &Strings, state: SaveState, for_tab: bool) -> Html {
    let name = match state {
        SaveState::Saved => "saved",
        SaveState::Kept => "kept",
        SaveState::InMemory => "in-memory",
        SaveState::Saving => "saving",
        SaveState::AtRisk => return Html::default(),
    };
    html! { <span class={classes!("save-state", name)} data-save={name}>{ wording::save_state(state, for_tab).show(strings) }</span> }
}

/// What stands below a text that is not saved, with all that can be done about it.
pub(super) fn at_risk(strings: &Strings, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let button = |action, label: &Sentence, msg| button(action, "outlined", label.say(strings), msg, dispatch);
    html! {
        <div class="at-risk" data-save="at-risk">
            <p>{ wording::AT_RISK.show(strings) }</p>
            <div class="at-risk-row">
                { button("copy", wording::COPY, ActionMsg::PressedCopyText(id)) }
                { button("download", DOWNLOAD, ActionMsg::PressedDownloadText(id)) }
                { button("save-again", TRY_AGAIN, ActionMsg::PressedSaveAgain) }
            </div>
        </div>
    }
}
