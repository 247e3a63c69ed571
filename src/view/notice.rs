//! What the reader should know about the whole thread.

use yew::prelude::*;

use super::button::button;
use super::{panel_wording, wording};
use crate::app::model::Storage;
use crate::app::panel::PanelMsg;
use crate::app::{Model, Msg};

/// Draws the notices there are.
pub fn notices(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let kind = match model.storage {
        Storage::Working => "",
        Storage::Blocked => "blocked",
        Storage::Unreadable => "failed",
        Storage::Occupied => "occupied",
        Storage::Full => "full",
    };
    html! {
        <>
            if let Some(text) = wording::storage(model.storage) {
                { notice(kind, text.to_owned()) }
                if matches!(model.storage, Storage::Blocked | Storage::Occupied) && model.thread.count() > 0 {
                    <div class="take-along">{ button("take-along", "outlined", wording::TAKE_ALONG,
                        Msg::Panel(PanelMsg::AskedForPublication { everything: false }), dispatch) }</div>
                }
            }
            if model.seven_days {
                { notice("seven-days", panel_wording::SEVEN_DAYS.to_owned()) }
            }
            if model.healed > 0 {
                { notice("healed", wording::healed(model.healed)) }
            }
            if !model.unreadable.is_empty() {
                { notice("unreadable", wording::unreadable(model.unreadable.len())) }
            }
        </>
    }
}

fn notice(kind: &'static str, text: String) -> Html {
    html! { <p class="notice" part="notice" data-notice={kind}>{ text }</p> }
}
