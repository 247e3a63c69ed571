//! The row above a thread: how many comments there are, their order, and the button of the panel.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::messages::{panel as panel_text, thread as text};
use crate::app::App;
use crate::app::config::Config;
use crate::app::msg::ListMsg;
use crate::domain::messages::Messages;
use crate::domain::sort::Sort;
use crate::manage::msg::PanelMsg;
use crate::widget::{Msg, Part};

/// Draws the row. The order is offered once there is something to put in order. `finding`: the buttons that lead to what is new and to the
/// search, once they are here.
pub(super) fn toolbar(app: &App, has_panel: bool, finding: Option<Html>, dispatch: &Callback<Msg>) -> Html {
    html! {
        <div class="toolbar" part="toolbar">
            <h2 class="heading" id="heading" part="heading" tabindex="-1"><span part="count">{ text::COUNT.count(&app.config.messages, app.thread().count()) }</span></h2>
            { finding.unwrap_or_default() }
            if app.rows().has_choice() {
                { sort_choice(app.sort(), &app.config, dispatch) }
            }
            { opener(&app.config.messages, has_panel, dispatch) }
        </div>
    }
}

/// The button that opens the panel and closes it. Whoever comes near it will want the panel's code.
fn opener(messages: &Messages, open: bool, dispatch: &Callback<Msg>) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| PanelMsg::Toggled.into());
    let onpointerenter = dispatch.reform(|_: PointerEvent| Msg::Wanted(Part::Manage));
    let onfocus = dispatch.reform(|_: FocusEvent| Msg::Wanted(Part::Manage));
    html! {
        <button type="button" class="quiet" part="panel-button" data-action="panel" aria-expanded={open.to_string()}
            aria-controls={open.then_some("panel")} {onclick} {onpointerenter} {onfocus}>{ panel_text::TITLE.show(messages) }</button>
    }
}

/// The choice of an order, in the browser's own `<select>`. `browser::sort_field` has it follow what is chosen elsewhere.
fn sort_choice(chosen: Sort, config: &Config, dispatch: &Callback<Msg>) -> Html {
    let messages = &config.messages;
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(sort) = field.and_then(|field| Sort::parse(&field.value())) {
            dispatch.emit(ListMsg::ChoseSort(sort).into());
        }
    });
    let option = |sort: Sort| {
        html! { <option value={sort.as_str()} selected={sort == chosen}>{ text::sort(sort).show(messages) }</option> }
    };
    let offered = Sort::ALL.into_iter().filter(|sort| config.reactions || *sort != Sort::Top);
    html! {
        <span class="sort">
            <select aria-label={text::SORT.say(messages)} data-action="sort" {onchange}>{ for offered.map(option) }</select>
        </span>
    }
}
