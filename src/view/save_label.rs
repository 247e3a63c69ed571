//! How far what was written has got, said quietly beside it; loudly only where the reader must act.

use yew::prelude::*;

use super::button::button;
use super::wording;
use crate::app::Msg;
use crate::app::model::SaveState;
use crate::domain::operation_id::OperationId;

/// The words beside the name.
pub(super) fn save_label(state: SaveState, for_tab: bool) -> Html {
    let name = match state {
        SaveState::Saved => "saved",
        SaveState::Kept => "kept",
        SaveState::InMemory => "in-memory",
        SaveState::Saving => "saving",
        SaveState::AtRisk => return Html::default(),
    };
    html! { <span class={classes!("save-state", name)} data-save={name}>{ wording::save_state(state, for_tab) }</span> }
}

/// What stands below a text that is not saved, with all that can be done about it.
pub(super) fn at_risk(id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let button = |action, label, message| button(action, "outlined", label, message, dispatch);
    html! {
        <div class="at-risk" data-save="at-risk">
            <p>{ wording::save_state(SaveState::AtRisk, false) }</p>
            <div class="at-risk-row">
                { button("copy", "Copy", Msg::PressedCopyText(id)) }
                { button("download", "Download", Msg::PressedDownloadText(id)) }
                { button("save-again", "Try again", Msg::PressedSaveAgain) }
            </div>
        </div>
    }
}
