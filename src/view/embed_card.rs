//! A card in place of what another site would show: it says whose it is, and leads to it. The loader's `reading/embeds.js` makes a button
//! of the link on it, which loads it at a press.

use yew::prelude::*;

use super::messages::embed::{NOTHING_LOADED, OPEN_DOCUMENT, OPEN_ON, OPEN_PAGE, PLAY, SHOW};
use super::spoken_words::{Words, words};
use crate::domain::allow_list::Attribute;
use crate::domain::embeds::{self, Shape};
use crate::domain::messages::Messages;
use crate::domain::safe_markup::SafeElement;

/// Draws the `iframe` of an article as a card.
pub(super) fn embed_card(element: &SafeElement, messages: &Messages) -> Html {
    let page = element.attribute(Attribute::Href).unwrap_or_default();
    let title = element.attribute(Attribute::Title);
    let id = element.attribute(Attribute::Id).map(str::to_owned);
    // What something leads to takes the focus.
    let tabindex = id.as_ref().map(|_| "-1");
    let player = element.attribute(Attribute::Src).and_then(|address| Some((address, embeds::embed(address)?)));
    let Some((address, embed)) = player else {
        let title =
            title.map(|title| html! { <><span class="article-embed-title" dir="auto">{ title }</span>{ " " }</> });
        return html! {
            <p class="article-embed article-embed-page" {tabindex} {id}>
                { title }{ link(page, lead_to(page, element, messages), messages) }
            </p>
        };
    };
    let (shape, action) = match embed.shape {
        Shape::Film => ("article-embed article-embed-film", PLAY),
        Shape::Sound => ("article-embed article-embed-sound", PLAY),
        Shape::Page => ("article-embed article-embed-sheet", SHOW),
    };
    let name = title.unwrap_or(embed.site);
    let site = [("site", embed.site)];
    let Words { language, direction } = words(NOTHING_LOADED, messages);
    html! {
        <div class={shape} {tabindex} {id}>
            <div class="article-embed-stage">
                <p class="article-embed-title" dir="auto">{ name }</p>
                <a class="article-embed-button" rel="noopener" href={page.to_owned()} lang={language.clone()} dir={direction}
                    data-player={address.to_owned()} aria-label={format!("{}: {name}", action.say(messages))}>{ action.show(messages) }</a>
                <p class="article-embed-note" lang={language} dir={direction}>{ NOTHING_LOADED.with(messages, &site) }</p>
            </div>
            <p class="article-embed-link">{ link(page, OPEN_ON.with(messages, &site), messages) }</p>
        </div>
    }
}

fn link(page: &str, said: AttrValue, messages: &Messages) -> Html {
    let Words { language, direction } = words(NOTHING_LOADED, messages);
    html! { <a rel="noopener" href={page.to_owned()} lang={language} dir={direction}>{ said }</a> }
}

/// What the link says that is all there is.
fn lead_to(page: &str, element: &SafeElement, messages: &Messages) -> AttrValue {
    if let Some(embed) = embeds::embed(page) {
        return OPEN_ON.with(messages, &[("site", embed.site)]);
    }
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let is_document = element.attribute(Attribute::Type) == Some("application/pdf")
        || file.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("pdf"));
    if is_document && !file.is_empty() {
        return OPEN_DOCUMENT.with(messages, &[("file", file)]);
    }
    OPEN_PAGE.with(messages, &[("site", embeds::host_of(page))])
}
