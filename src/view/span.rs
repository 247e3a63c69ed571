//! A part of a line that style sheets know.

use yew::prelude::*;

/// Draws it.
pub(super) fn span(class: &'static str, content: Html) -> Html {
    html! { <span {class}>{ content }</span> }
}
