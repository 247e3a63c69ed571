//! A card in place of what another site would show: it says whose it is, loads it at a press, and leads to it in any case.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::messages::embed::{NOTHING_LOADED, OPEN_DOCUMENT, OPEN_ON, OPEN_PAGE, PLAY, SHOW};
use crate::domain::allow_list::Attribute;
use crate::domain::embeds::{self, Shape};
use crate::domain::messages::Messages;
use crate::domain::safe_markup::SafeElement;

/// What a frame of another site may do: run and play, and open a page where the reader presses for it.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation";
const FEATURES: &str = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/// What a card needs.
#[derive(PartialEq, Properties)]
pub struct EmbedCardProps {
    /// The `iframe` of the article.
    pub element: SafeElement,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
}

/// A card.
#[component]
pub fn EmbedCard(props: &EmbedCardProps) -> Html {
    let loaded = use_state(|| false);
    let frame = use_node_ref();
    use_effect_with((*loaded, frame.clone()), |(loaded, frame)| {
        // The button that had the focus is gone.
        if let Some(frame) = frame.cast::<HtmlElement>().filter(|_| *loaded) {
            let _ = frame.focus();
        }
    });
    let (element, messages) = (&props.element, &props.messages);
    let page = element.attribute(Attribute::Href).unwrap_or_default().to_owned();
    let player = element.attribute(Attribute::Src).and_then(|address| Some((address, embeds::embed(address)?)));
    let title = element.attribute(Attribute::Title).map(str::to_owned);
    let id = element.attribute(Attribute::Id).map(str::to_owned);
    // What something leads to takes the focus.
    let tabindex = id.as_ref().map(|_| "-1");
    let Some((address, embed)) = player else {
        return html! {
            <p class="article-embed article-embed-page" {tabindex} {id}>
                if let Some(title) = title {
                    <span class="article-embed-title" dir="auto">{ title }</span>{ " " }
                }
                { link(&page, lead_to(&page, element, messages), messages) }
            </p>
        };
    };
    let name = title.unwrap_or_else(|| embed.site.to_owned());
    let press = {
        let loaded = loaded.clone();
        Callback::from(move |_: MouseEvent| loaded.set(true))
    };
    let (shape, action) = match embed.shape {
        Shape::Film => ("article-embed-film", PLAY),
        Shape::Sound => ("article-embed-sound", PLAY),
        Shape::Page => ("article-embed-sheet", SHOW),
    };
    let (language, direction) = spoken(messages);
    html! {
        <div class={classes!("article-embed", shape)} {tabindex} {id}>
            if *loaded {
                <iframe class="article-embed-frame" ref={frame} title={name} sandbox={SANDBOX} allow={FEATURES}
                    referrerpolicy="strict-origin-when-cross-origin" src={address.to_owned()} />
            } else {
                <div class="article-embed-stage">
                    <p class="article-embed-title" dir="auto">{ name.clone() }</p>
                    <button type="button" class="article-embed-button" lang={language.clone()} dir={direction} onclick={press}
                        aria-label={format!("{}: {name}", action.say(messages))}>{ action.show(messages) }</button>
                    <p class="article-embed-note" lang={language} dir={direction}>
                        { NOTHING_LOADED.with(messages, &[("site", embed.site)]) }
                    </p>
                </div>
            }
            <p class="article-embed-link">
                { link(&page, OPEN_ON.with(messages, &[("site", embed.site)]), messages) }
            </p>
        </div>
    }
}

fn link(page: &str, words: AttrValue, messages: &Messages) -> Html {
    let (language, direction) = spoken(messages);
    html! { <a rel="noopener" href={page.to_owned()} lang={language} dir={direction}>{ words }</a> }
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

/// The language and direction of the widget's own words, which may not be the article's.
fn spoken(messages: &Messages) -> (AttrValue, &'static str) {
    match messages.text(NOTHING_LOADED.key()) {
        Some(_) => (AttrValue::from(messages.language().unwrap_or_default().to_owned()), "auto"),
        None => (AttrValue::Static("en"), "ltr"),
    }
}
