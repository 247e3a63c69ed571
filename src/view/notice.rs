//! What the reader should know about the whole thread.

use yew::prelude::*;

use super::wording;
use crate::app::Model;
use crate::app::model::Storage;

/// Draws the notices there are.
pub fn notices(model: &Model) -> Html {
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
