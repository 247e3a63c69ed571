//! What the reader should know about the whole thread.

use yew::prelude::*;

use super::button::button;
use super::{panel_wording, wording};
use crate::app::App;
use crate::manage::msg::{FileMsg, PanelMsg};
use crate::replica::Storage;
use crate::store::copy::measure::Measure;
use crate::store::copy::room::Room;
use crate::widget::Msg;

/// Draws the notices there are.
pub fn notices(app: &App, has_panel: bool, dispatch: &Callback<Msg>) -> Html {
    let kind = match app.storage() {
        Storage::Working => "",
        Storage::Blocked => "blocked",
        Storage::Unreadable => "failed",
        Storage::Occupied => "occupied",
        Storage::Full => "full",
    };
    let strings = &app.config.strings;
    html! {
        <>
            if let Some(sentence) = wording::storage(app.storage(), app.config.storage) {
                { notice(kind, sentence.say(strings)) }
                if matches!(app.storage(), Storage::Blocked | Storage::Occupied) && app.thread().count() > 0 {
                    <div class="take-along">{ button("take-along", "outlined", wording::TAKE_ALONG.say(strings),
                        FileMsg::AskedForPublication { everything: false }, dispatch) }</div>
                }
            }
            if app.notices.says_seven_days() {
                { notice("seven-days", panel_wording::SEVEN_DAYS.say(strings)) }
            }
            if app.storage() == Storage::Working {
                { room(app, has_panel, dispatch) }
            }
            if app.discussion().healed_comments() > 0 {
                { notice("healed", wording::HEALED.count(strings, app.discussion().healed_comments())) }
            }
            if app.discussion().unreadable_records() > 0 {
                { notice("unreadable", wording::UNREADABLE.count(strings, app.discussion().unreadable_records())) }
            }
        </>
    }
}

/// Said before it is too late, with a way to where room can be made.
fn room(app: &App, has_panel: bool, dispatch: &Callback<Msg>) -> Html {
    let measure = app.quota.measure(app.config.storage);
    let (class, room) = match measure.map(Measure::room) {
        None | Some(Room::Ample) => return Html::default(),
        Some(room @ Room::Low) => ("notice calm", room),
        Some(room @ Room::Full) => ("notice", room),
    };
    let strings = &app.config.strings;
    html! {
        <p {class} part="notice" data-notice="room">
            { panel_wording::room(room).show(strings) }
            if !has_panel {
                { " " }{ button("room-panel", "quiet", panel_wording::TITLE.say(strings), PanelMsg::Toggled, dispatch) }
            }
        </p>
    }
}

fn notice(kind: &'static str, text: AttrValue) -> Html {
    html! { <p class="notice" part="notice" data-notice={kind}>{ text }</p> }
}
