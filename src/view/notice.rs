//! What the reader should know about the whole thread.

use yew::prelude::*;

use super::button::button;
use super::messages::{panel as panel_text, thread as text};
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
        Storage::KeyCollision => "occupied",
        Storage::Full => "full",
    };
    let messages = &app.config.messages;
    html! {
        <>
            if let Some(message) = text::storage(app.storage(), app.config.storage) {
                { notice(kind, message.say(messages)) }
                if matches!(app.storage(), Storage::Blocked | Storage::KeyCollision) && app.thread().count() > 0 {
                    <div class="take-along">{ button("take-along", "outlined", text::TAKE_ALONG.say(messages),
                        FileMsg::AskedForPublication { everything: false }, dispatch) }</div>
                }
            }
            if app.notices.says_seven_days() {
                { notice("seven-days", panel_text::SEVEN_DAYS.say(messages)) }
            }
            if app.storage() == Storage::Working {
                { room(app, has_panel, dispatch) }
            }
            if app.discussion().repaired_comments() > 0 {
                { notice("healed", text::HEALED.count(messages, app.discussion().repaired_comments())) }
            }
            if app.discussion().unreadable_records() > 0 {
                { notice("unreadable", text::UNREADABLE.count(messages, app.discussion().unreadable_records())) }
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
    let messages = &app.config.messages;
    html! {
        <p {class} part="notice" data-notice="room">
            { panel_text::room(room).show(messages) }
            if !has_panel {
                { " " }{ button("room-panel", "quiet", panel_text::TITLE.say(messages), PanelMsg::Toggled, dispatch) }
            }
        </p>
    }
}

fn notice(kind: &'static str, text: AttrValue) -> Html {
    html! { <p class="notice" part="notice" data-notice={kind}>{ text }</p> }
}
