//! Links that lead to a place in the same article: the place comes into view and takes the focus, and Back leads back.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, Location, MouseEvent};

use super::page;

/// Follows the links within one article, until it is dropped.
///
/// By itself a browser leads to another page where the page around the article has a `<base>`, to nowhere where the article stands
/// in the shadow root of another component, and to the article above where two articles have a place of the same name.
pub struct ArticleLinks {
    _pressed: EventListener,
    _arrival: Timeout,
}

impl ArticleLinks {
    /// Follows those in this element, and goes to the place that the page's address names.
    pub fn within(article: &Element) -> Self {
        let place = article.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let pressed = EventListener::new_with_options(article, "click", options, move |event| pressed(&place, event));
        let place = article.clone();
        // What is drawn now comes into the page after this turn.
        let arrival = Timeout::new(0, move || go_to_named(&place));
        Self { _pressed: pressed, _arrival: arrival }
    }
}

/// A browser looks for what the page's address names long before an article has come. Who has scrolled is somewhere already.
fn go_to_named(article: &Element) {
    let Some(window) = page::window().filter(|window| !window.scroll_y().is_ok_and(|top| top > 0.0)) else { return };
    let hash = window.location().hash().ok().and_then(|hash| js_sys::decode_uri_component(&hash).ok());
    if let Some(target) = hash.and_then(|hash| named(article, &String::from(hash))) {
        show(&target);
    }
}

fn pressed(article: &Element, event: &Event) {
    let Some(press) = event.dyn_ref::<MouseEvent>() else { return };
    let elsewhere = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key() || press.button() != 0;
    if elsewhere || event.default_prevented() {
        return;
    }
    let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = link.and_then(|target| target.closest("a[href^='#']").ok().flatten());
    let Some(address) = link.and_then(|link| link.get_attribute("href")) else { return };
    let Some(target) = named(article, &address) else { return };
    event.prevent_default();
    if let Some(location) = page::window().map(|window| window.location())
        && !names_a_route(&location)
    {
        let _ = location.set_hash(&address);
    }
    show(&target);
}

/// The element of the article that a fragment names.
fn named(article: &Element, fragment: &str) -> Option<Element> {
    let id = fragment.strip_prefix('#').filter(|id| !id.is_empty() && !id.contains(['"', '\\', '\n']))?;
    article.query_selector(&format!("[id=\"{id}\"]")).ok().flatten()
}

/// Some pages keep in the fragment which of their views is shown; they must not take a note for a view.
fn names_a_route(location: &Location) -> bool {
    location.hash().is_ok_and(|hash| hash.starts_with("#/") || hash.starts_with("#!"))
}

fn show(target: &Element) {
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = target.focus_with_options(&options);
    }
    target.scroll_into_view();
}
