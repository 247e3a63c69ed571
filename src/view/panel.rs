//! The panel "Your comments": what is kept in this browser, and all that can be done with it, at a glance.

use yew::prelude::*;

use super::button::button;
use super::input_method;
use super::messages::Message;
use super::messages::action::CLOSE;
use super::messages::panel as text;
use super::page_language::PageLanguage;
use super::panel_deleted::{deleted, imports, panel_deleted, panel_imports};
use super::panel_files::panel_files;
use super::panel_threads::{panel_everything, panel_threads};
use super::storage_meter::storage_meter;
use crate::app::App;
use crate::app::config::Persistence;
use crate::manage::Manage;
use crate::manage::import::Import;
use crate::manage::msg::{ImportMsg, PanelMsg};
use crate::manage::panel::Panel;
use crate::replica::Storage;
use crate::widget::Msg;

/// Draws the panel, if it is open.
pub fn panel(app: &App, manage: &Manage, page: &PageLanguage, dispatch: &Callback<Msg>) -> Html {
    let Some(panel) = &manage.panel else {
        return Html::default();
    };
    html! { <ContextProvider<PageLanguage> context={page.clone()}>{ open(app, manage, panel, dispatch) }</ContextProvider<PageLanguage>> }
}

fn open(app: &App, manage: &Manage, panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let (confirming, restoring) = (panel.confirming.is_some(), matches!(manage.import, Import::Asking(_)));
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !input_method::takes(&event) {
                event.prevent_default();
                // One step back: from the question, then from the panel.
                let back = match (confirming, restoring) {
                    (true, _) => PanelMsg::AnsweredDelete { sure: false }.into(),
                    (_, true) => ImportMsg::AnsweredRestore { sure: false }.into(),
                    _ => PanelMsg::Toggled.into(),
                };
                dispatch.emit(back);
            }
        })
    };
    html! {
        <section class="panel" id="panel" part="panel" tabindex="-1" aria-labelledby="panel-title" {onkeydown}>
            <div class="panel-head">
                <h3 id="panel-title">{ text::TITLE.show(messages) }</h3>
                { button("close-panel", "quiet", CLOSE.say(messages), PanelMsg::Toggled, dispatch) }
            </div>
            if app.notices.forgets() && app.config.storage == Persistence::Browser {
                <p class="panel-note" data-note="seven-days">{ text::SEVEN_DAYS.show(messages) }</p>
            }
            { groups(app, manage, panel, dispatch) }
        </section>
    }
}

#[inline(never)]
fn groups(app: &App, manage: &Manage, panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let group = |name, heading: &Message, what| group(name, heading.say(messages), what);
    let blocked = app.storage() == Storage::Blocked;
    let kept = app.config.storage == Persistence::Browser && !blocked && app.storage() != Storage::KeyCollision;
    let deleted = deleted(app);
    let set_aside = app.discussion().shown().set().set_aside();
    let imported = panel.inventory.as_ref().map(|inventory| imports(manage, inventory)).unwrap_or_default();
    html! {
        <>
            if let Some(inventory) = panel.inventory.as_ref().filter(|_| !blocked) {
                { group("room", text::ROOM, storage_meter(messages, inventory)) }
            } else if !blocked {
                { group("room", text::ROOM, html! { <p class="panel-note">{ text::COUNTING.show(messages) }</p> }) }
            }
            { group("here", text::HERE, panel_files(app, manage, kept, dispatch)) }
            if set_aside > 0 {
                <p class="panel-note" data-note="set-aside">{ text::SET_ASIDE.count(messages, set_aside) }</p>
            }
            if !deleted.is_empty() {
                { group("deleted", text::DELETED, panel_deleted(app, panel, &deleted, dispatch)) }
            }
            if !imported.is_empty() {
                { group("imports", text::IMPORTS, panel_imports(messages, &imported, dispatch)) }
            }
            if let Some(inventory) = panel.inventory.as_ref().filter(|_| !blocked) {
                { group("threads", text::THREADS, panel_threads(app, panel, inventory, dispatch)) }
                { group("everything", text::EVERYTHING, panel_everything(messages, panel, dispatch)) }
            }
        </>
    }
}

/// A group with its heading. The key keeps what is in one group from being drawn into the elements of another.
fn group(name: &'static str, heading: AttrValue, what: Html) -> Html {
    html! {
        <div class="panel-group" key={name} data-group={name}>
            <h4>{ heading }</h4>
            { what }
        </div>
    }
}
