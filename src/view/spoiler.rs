//! A text that is shown only when its reader asks for it.

use yew::prelude::*;

use super::messages::formatting as text;
use crate::domain::messages::Messages;

/// What a [`Spoiler`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SpoilerProps {
    /// The text.
    pub children: Html,
    /// The page's own messages.
    pub messages: Messages,
}

/// The text in its place, unseen, unread and unreached by the keyboard until the button before it is pressed.
#[component]
pub(super) fn Spoiler(props: &SpoilerProps) -> Html {
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let label = if *is_open { text::SPOILER_HIDE } else { text::SPOILER_SHOW };
    html! {
        <span class={classes!("spoiler", is_open.then_some("open"))}>
            <button type="button" data-action="spoiler" aria-expanded={is_open.to_string()} aria-label={label.say(&props.messages)} {onclick}>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" /><circle cx="8" cy="8" r="2" />
                </svg>
            </button>
            <span class="spoiler-ground"><span class="spoiler-text">{ props.children.clone() }</span></span>
        </span>
    }
}
