//! What the reader should know about the whole thread.

use yew::prelude::*;

use super::button::button;
use super::messages::{panel as panel_text, thread as text};
use crate::app::App;
use crate::manage::msg::{FileMsg, PanelMsg};
use crate::replica::Storage;
use crate::store::copy::quota::QuotaState;
use crate::store::copy::usage::Usage;
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
                { quota(app, has_panel, dispatch) }
            }
            if app.list.misses_named() {
                { notice("link-missed", text::LINK_MISSED.say(messages)) }
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

/// Says that space is short or has run out, with a button for the panel, where space can be freed.
fn quota(app: &App, has_panel: bool, dispatch: &Callback<Msg>) -> Html {
    let usage = app.quota.usage(app.config.storage);
    let (class, state) = match usage.map(Usage::quota_state) {
        None | Some(QuotaState::Ample) => return Html::default(),
        Some(state @ QuotaState::Low) => ("notice calm", state),
        Some(state @ QuotaState::Full) => ("notice", state),
    };
    let messages = &app.config.messages;
    html! {
        <p {class} part="notice" data-notice="room">
            { panel_text::quota(state).show(messages) }
            if !has_panel {
                { " " }{ button("room-panel", "quiet", panel_text::TITLE.say(messages), PanelMsg::Toggled, dispatch) }
            }
        </p>
    }
}

fn notice(kind: &'static str, text: AttrValue) -> Html {
    html! { <p class="notice" part="notice" data-notice={kind}>{ text }</p> }
}
