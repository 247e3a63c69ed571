//! The placeholder in the header-ad band: a neutral box that says its size. The band itself, which must stand before
//! this module has come, belongs to `article-widget.js`.

use yew::prelude::*;

/// Draws the two sizes; the band's container query shows the one that it has.
pub fn header_ad() -> Html {
    html! {
        <>
            <span class="size-narrow">{ "320 × 50" }</span>
            <span class="size-wide">{ "728 × 90" }</span>
        </>
    }
}
