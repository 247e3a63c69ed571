//! Small pictures that say nothing by themselves.

use yew::prelude::*;

/// The square that most of them are drawn in.
pub(super) const SQUARE: &str = "0 0 16 16";

/// Draws lines in a square. Screen readers pass over it.
pub(super) fn icon(class: Option<AttrValue>, square: &'static str, lines: AttrValue) -> Html {
    html! { <svg {class} viewBox={square} aria-hidden="true" focusable="false"><path d={lines} /></svg> }
}
