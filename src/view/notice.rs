//! What the reader should know about the whole thread.

use yew::prelude::*;

use super::button::button;
use super::{panel_wording, wording};
use crate::app::message::Measure;
use crate::app::model::Storage;
use crate::app::panel::PanelMsg;
use crate::app::{Model, Msg};
use crate::store::room::Room;

/// Draws the notices there are.
pub fn notices(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let kind = match model.storage() {
        Storage::Working => "",
        Storage::Blocked => "blocked",
        Storage::Unreadable => "failed",
        Storage::Occupied => "occupied",
        Storage::Full => "full",
    };
    let strings = &model.config.strings;
    html! {
        <>
            if let Some(sentence) = wording::storage(model.storage(), model.config.storage) {
                { notice(kind, sentence.say(strings)) }
                if matches!(model.storage(), Storage::Blocked | Storage::Occupied) && model.thread().count() > 0 {
                    <div class="take-along">{ button("take-along", "outlined", wording::TAKE_ALONG.say(strings),
                        Msg::Panel(PanelMsg::AskedForPublication { everything: false }), dispatch) }</div>
                }
            }
            if model.notices.says_seven_days() {
                { notice("seven-days", panel_wording::SEVEN_DAYS.say(strings)) }
            }
            if model.storage() == Storage::Working {
                { room(model, dispatch) }
            }
            if model.healed_comments() > 0 {
                { notice("healed", wording::HEALED.count(strings, model.healed_comments())) }
            }
            if model.unreadable_records() > 0 {
                { notice("unreadable", wording::UNREADABLE.count(strings, model.unreadable_records())) }
            }
        </>
    }
}

/// Said before it is too late, with a way to where room can be made.
fn room(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let measure = model.quota.measure(model.config.storage);
    let (class, room) = match measure.map(Measure::room) {
        None | Some(Room::Ample) => return Html::default(),
        Some(room @ Room::Low) => ("notice calm", room),
        Some(room @ Room::Full) => ("notice", room),
    };
    let strings = &model.config.strings;
    html! {
        <p {class} part="notice" data-notice="room">
            { panel_wording::room(room).show(strings) }
            if model.panel.is_none() {
                { " " }{ button("room-panel", "quiet", panel_wording::TITLE.say(strings), Msg::Panel(PanelMsg::Toggled), dispatch) }
            }
        </p>
    }
}

fn notice(kind: &'static str, text: AttrValue) -> Html {
    html! { <p class="notice" part="notice" data-notice={kind}>{ text }</p> }
}
