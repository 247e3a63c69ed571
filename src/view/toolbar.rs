//! The row above a thread: how many comments there are, their order, and the button of the panel.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::messages::{panel as panel_text, thread as text};
use crate::app::App;
use crate::app::msg::ListMsg;
use crate::domain::messages::Messages;
use crate::domain::sort::Sort;
use crate::manage::msg::PanelMsg;
use crate::widget::{Msg, Part};

/// Draws the row. The order is offered once there is something to put in order.
pub(super) fn toolbar(app: &App, has_panel: bool, dispatch: &Callback<Msg>) -> Html {
    html! {
        <div class="toolbar" part="toolbar">
            <h2 class="heading" id="heading" part="heading" tabindex="-1"><span part="count">{ text::COUNT.count(&app.config.messages, app.thread().count()) }</span></h2>
            if app.rows().has_choice() {
                <SortChoice chosen={app.sort()} messages={app.config.messages.clone()} dispatch={dispatch.clone()} />
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

/// What a [`SortChoice`] shows.
#[derive(Clone, PartialEq, Properties)]
struct SortChoiceProps {
    chosen: Sort,
    messages: Messages,
    dispatch: Callback<Msg>,
}

/// The choice of an order, in the browser's own `<select>`. Once the reader has used that, it heeds its value and no attribute of
/// its options.
#[component]
fn SortChoice(props: &SortChoiceProps) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(props.chosen, move |chosen| {
            if let Some(field) = field.cast::<HtmlSelectElement>() {
                field.set_value(chosen.as_str());
            }
        });
    }
    let onchange = {
        let (dispatch, field) = (props.dispatch.clone(), field.clone());
        Callback::from(move |_: Event| {
            let chosen = field.cast::<HtmlSelectElement>().and_then(|field| Sort::parse(&field.value()));
            if let Some(sort) = chosen {
                dispatch.emit(ListMsg::ChoseSort(sort).into());
            }
        })
    };
    let option = |sort: Sort| {
        let selected = sort == props.chosen;
        html! { <option value={sort.as_str()} {selected}>{ text::sort(sort).show(&props.messages) }</option> }
    };
    html! {
        <span class="sort">
            <select aria-label={text::SORT.say(&props.messages)} data-action="sort" ref={field} {onchange}>{ for Sort::ALL.map(option) }</select>
        </span>
    }
}
