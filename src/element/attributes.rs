//! The element's attributes, each also as `data-…`.

use web_sys::Element;

use crate::app::config::{Config, Keeping};
use crate::browser::page_address;
use crate::domain::thread_id::ThreadId;

/// Reads all attributes that the module acts on. `theme` and `loading` are the style sheets' and the loader's.
pub fn read(host: &Element) -> Config {
    Config {
        thread: text(host, "thread").and_then(|id| ThreadId::explicit(&id)).unwrap_or_else(page_address::thread),
        title: page_address::title(),
        url: page_address::url(),
        src: text(host, "src"),
        placeholder: text(host, "header-ad").as_deref() == Some("placeholder"),
        storage: match text(host, "storage").as_deref() {
            Some("session") => Keeping::Session,
            Some("none") => Keeping::Nowhere,
            _ => Keeping::Browser,
        },
    }
}

/// An attribute's value, unless blank.
fn text(host: &Element, name: &str) -> Option<String> {
    host.get_attribute(name)
        .or_else(|| host.get_attribute(&format!("data-{name}")))
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}
