//! The element's attributes, each also as `data-…`.

use web_sys::Element;

use crate::app::config::{Config, Keeping};
use crate::browser::page_address;
use crate::domain::link_policy;
use crate::domain::thread_id::ThreadId;

/// Reads all attributes that the module acts on. `theme` and `loading` are the style sheets' and the loader's.
pub fn read(host: &Element) -> Config {
    Config {
        thread: text(host, "thread").and_then(|id| ThreadId::explicit(&id)).unwrap_or_else(page_address::thread),
        title: page_address::title(),
        url: page_address::url(),
        aliases: aliases(&text(host, "aliases").unwrap_or_default()),
        comments: text(host, "comments"),
        contact: text(host, "contact").and_then(|address| mailbox(&address)),
        src: text(host, "src"),
        placeholder: text(host, "header-ad").as_deref() == Some("placeholder"),
        storage: match text(host, "storage").as_deref() {
            Some("session") => Keeping::Session,
            Some("none") => Keeping::Nowhere,
            _ => Keeping::Browser,
        },
    }
}

/// Ids of a thread, with white space between them.
pub fn aliases(text: &str) -> Vec<ThreadId> {
    text.split_whitespace().filter_map(ThreadId::explicit).collect()
}

/// A `mailto:` address, with what it asks to be filled in.
fn mailbox(address: &str) -> Option<String> {
    let link = link_policy::written(address).ok()?;
    Some(link.as_str().to_owned()).filter(|address| address.starts_with("mailto:"))
}

/// An attribute's value, unless blank.
fn text(host: &Element, name: &str) -> Option<String> {
    host.get_attribute(name)
        .or_else(|| host.get_attribute(&format!("data-{name}")))
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}
