//! A name on a comment that hides something or looks like somebody else's, so that a reader sees it.

use yew::prelude::*;

use super::messages::comment::name;
use super::messages::names as text;
use super::stacked::stacked;
use crate::app::names::Oddity;
use crate::domain::author::Author;
use crate::domain::hidden_signs::{NamePart, parts};
use crate::domain::messages::Messages;

/// Draws an odd name, with what stands beside it. All of the name stands there as it was written: each hidden sign within an element of
/// its own, so that it turns nothing around it.
pub fn odd_name(messages: &Messages, author: &Author, odd: Oddity) -> Html {
    let name = name(messages, author);
    html! {
        <>
            <bdi class="comment-name">{ for parts(&name).into_iter().map(|part| drawn(messages, part)) }</bdi>
            if odd.is_alike {
                <span class="alike">{ text::ALIKE.around(messages, "{name}", &html! { <bdi>{ plain(&name) }</bdi> }) }</span>
            }
        </>
    }
}

fn drawn(messages: &Messages, part: NamePart<'_>) -> Html {
    match part {
        NamePart::Seen(text) => stacked(text),
        NamePart::Hidden(sign, called) => {
            let title = text::HIDDEN.with(messages, &[("sign", &called)]);
            html! { <bdi class="hidden-sign" role="img" data-sign={called} title={title.clone()} aria-label={title}>{ sign.to_owned() }</bdi> }
        }
    }
}

/// The name without what is hidden in it.
fn plain(name: &str) -> String {
    let seen = |part| if let NamePart::Seen(text) = part { Some(text) } else { None };
    parts(name).into_iter().filter_map(seen).collect()
}
