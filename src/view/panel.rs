//! The panel "Your comments": what is kept in this browser, and all that can be done with it, at a glance.

use yew::prelude::*;

use super::action_wording::CLOSE;
use super::button::button;
use super::input_method;
use super::panel_deleted::{deleted, imports, panel_deleted, panel_imports};
use super::panel_files::panel_files;
use super::panel_threads::{panel_everything, panel_threads};
use super::panel_wording as wording;
use super::sentence::Sentence;
use super::storage_meter::storage_meter;
use crate::app::config::Keeping;
use crate::app::import::Import;
use crate::app::model::Storage;
use crate::app::panel::{Panel, PanelMsg};
use crate::app::{Model, Msg};

/// The button that opens the panel and closes it.
pub(super) fn opener(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let open = model.panel.is_some();
    let onclick = dispatch.reform(|_: MouseEvent| Msg::Panel(PanelMsg::Toggled));
    html! {
        <button type="button" class="quiet" part="panel-button" data-action="panel" aria-expanded={open.to_string()}
            aria-controls={open.then_some("panel")} {onclick}>{ wording::TITLE.show(&model.config.strings) }</button>
    }
}

/// Draws the panel, if it is open.
pub(super) fn panel(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let Some(panel) = &model.panel else {
        return Html::default();
    };
    let strings = &model.config.strings;
    let toggled = || Msg::Panel(PanelMsg::Toggled);
    let (confirming, restoring) = (panel.confirming.is_some(), matches!(panel.import, Import::Asking(_)));
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !input_method::takes(&event) {
                event.prevent_default();
                // One step back: from the question, then from the panel.
                let back = match (confirming, restoring) {
                    (true, _) => Msg::Panel(PanelMsg::AnsweredDelete { sure: false }),
                    (_, true) => Msg::Panel(PanelMsg::AnsweredRestore { sure: false }),
                    _ => toggled(),
                };
                dispatch.emit(back);
            }
        })
    };
    html! {
        <section class="panel" id="panel" part="panel" tabindex="-1" aria-labelledby="panel-title" {onkeydown}>
            <div class="panel-head">
                <h3 id="panel-title">{ wording::TITLE.show(strings) }</h3>
                { button("close-panel", "quiet", CLOSE.say(strings), toggled(), dispatch) }
            </div>
            if model.notices.forgets && model.config.storage == Keeping::Browser {
                <p class="panel-note" data-note="seven-days">{ wording::SEVEN_DAYS.show(strings) }</p>
            }
            { groups(model, panel, dispatch) }
        </section>
    }
}

fn groups(model: &Model, panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let strings = &model.config.strings;
    let group = |name, heading: &Sentence, what| group(name, heading.say(strings), what);
    let blocked = model.storage() == Storage::Blocked;
    let kept = model.config.storage == Keeping::Browser && !blocked && model.storage() != Storage::Occupied;
    let deleted = deleted(model);
    let set_aside = model.set().set_aside();
    let imported = panel.survey.as_ref().map_or(&[][..], |survey| imports(model, survey));
    html! {
        <>
            if let Some(survey) = panel.survey.as_ref().filter(|_| !blocked) {
                { group("room", wording::ROOM, storage_meter(strings, survey)) }
            } else if !blocked {
                { group("room", wording::ROOM, html! { <p class="panel-note">{ wording::COUNTING.show(strings) }</p> }) }
            }
            { group("here", wording::HERE, panel_files(model, panel, kept, dispatch)) }
            if set_aside > 0 {
                <p class="panel-note" data-note="set-aside">{ wording::SET_ASIDE.count(strings, set_aside) }</p>
            }
            if !deleted.is_empty() {
                { group("deleted", wording::DELETED, panel_deleted(model, panel, &deleted, dispatch)) }
            }
            if !imported.is_empty() {
                { group("imports", wording::IMPORTS, panel_imports(model, imported, dispatch)) }
            }
            if let Some(survey) = panel.survey.as_ref().filter(|_| !blocked) {
                { group("threads", wording::THREADS, panel_threads(model, panel, survey, dispatch)) }
                { group("everything", wording::EVERYTHING, panel_everything(strings, panel, dispatch)) }
            }
        </>
    }
}

/// A group with its heading. The keys keep what is in one from being drawn into another.
fn group(name: &'static str, heading: AttrValue, what: Html) -> Html {
    html! {
        <div class="panel-group" key={name} data-group={name}>
            <h4>{ heading }</h4>
            { what }
        </div>
    }
}
