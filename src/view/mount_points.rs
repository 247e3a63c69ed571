//! The elements that a widget draws into.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};
use yew::prelude::*;

/// Four elements in different places of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct MountPoints {
    /// The thread's, in the shadow root.
    pub thread: Element,
    /// The fetched article's, in the light DOM.
    pub article: Element,
    /// Above the article: says that the article is coming, or could not be shown.
    pub notice: Element,
    /// In the ad band: the placeholder.
    pub placeholder: Element,
}

impl MountPoints {
    /// New elements, in no document yet.
    ///
    /// # Errors
    /// What the DOM threw.
    pub fn new(document: &Document) -> Result<Self, JsValue> {
        let make = |name, class| {
            let element = document.create_element(name)?;
            element.set_class_name(class);
            Ok::<_, JsValue>(element)
        };
        Ok(Self {
            thread: make("div", "")?,
            article: make("article", "article-widget-article h-entry")?,
            notice: make("div", "")?,
            placeholder: make("div", "placeholder-sizes")?,
        })
    }

    /// Says in which language the widget speaks; `None` for the page's.
    pub fn speak(&self, language: Option<&str>) {
        for element in [&self.thread, &self.notice] {
            let _ = match language {
                Some(language) => element.set_attribute("lang", language),
                None => element.remove_attribute("lang"),
            };
        }
    }

    /// Takes the four elements out of the page.
    pub fn remove(&self) {
        for element in [&self.thread, &self.article, &self.notice, &self.placeholder] {
            element.remove();
        }
    }
}

/// Draws into all four elements: the thread, what stands above the article, the article and the placeholder. There is a portal to each
/// of those outside the shadow root even when nothing is drawn there: each new portal would leave its listeners behind.
pub fn portals(points: &MountPoints, thread: Html, above: Html, article: Html, placeholder: Html) -> Html {
    html! {
        <>
            { thread }
            { create_portal(above, points.notice.clone()) }
            { create_portal(article, points.article.clone()) }
            { create_portal(placeholder, points.placeholder.clone()) }
        </>
    }
}
