//! The row above a thread: how many comments there are, their order, and the button of the panel.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::panel::opener;
use super::wording;
use crate::app::{Model, Msg};
use crate::domain::sort::Sort;
use crate::domain::strings::Strings;

/// Draws the row. The order is offered once there is something to put in order.
pub(super) fn toolbar(model: &Model, dispatch: &Callback<Msg>) -> Html {
    html! {
        <div class="toolbar" part="toolbar">
            <h2 class="heading" id="heading" part="heading" tabindex="-1"><span part="count">{ wording::COUNT.count(&model.config.strings, model.thread().count()) }</span></h2>
            if model.rows().has_choice() {
                <SortChoice chosen={model.sort()} strings={model.config.strings.clone()} dispatch={dispatch.clone()} />
            }
            { opener(model, dispatch) }
        </div>
    }
}

/// What a [`SortChoice`] shows.
#[derive(Clone, PartialEq, Properties)]
struct SortChoiceProps {
    chosen: Sort,
    strings: Strings,
    dispatch: Callback<Msg>,
}

/// The browser's own choice. Once the reader has used it, it heeds its value and no attribute of its options.
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
                dispatch.emit(Msg::ChoseSort(sort));
            }
        })
    };
    let option = |sort: Sort| {
        let selected = sort == props.chosen;
        html! { <option value={sort.as_str()} {selected}>{ wording::sort(sort).show(&props.strings) }</option> }
    };
    html! {
        <span class="sort">
            <select aria-label={wording::SORT.say(&props.strings)} data-action="sort" ref={field} {onchange}>{ for Sort::ALL.map(option) }</select>
        </span>
    }
}
