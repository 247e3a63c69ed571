//! The element's attributes, each also as `data-…`.

use std::ops::RangeInclusive;

use web_sys::Element;

use crate::app::config::{Config, Persistence};
use crate::browser::page_messages::Reading;
use crate::browser::{page_address, page_messages, page_threads, primary};
use crate::domain::link_policy;
use crate::domain::sort::Sort;
use crate::domain::thread_id::ThreadId;

/// What `max-depth` may say.
const DEPTHS: RangeInclusive<u16> = 1..=10;

/// Reads all attributes that the module acts on. `theme`, `skin` and `loading` are the style sheets' and the loader's,
/// `lang` is read with every date.
/// What was read `before` saves reading the same messages again.
pub fn read(host: &Element, before: &Reading) -> Config {
    let (messages, message_diagnostics) =
        text(host, "strings").map(|id| page_messages::read(host, &id, before)).unwrap_or_default();
    let storage = match text(host, "storage").as_deref() {
        Some("session") => Persistence::Session,
        Some("none") => Persistence::Nowhere,
        _ => Persistence::Browser,
    };
    let named = text(host, "thread").and_then(|id| ThreadId::explicit(&id));
    let (thread, mut others) = page_threads::of_widget(named, primary::storage(storage));
    let mut aliases = aliases(&text(host, "aliases").unwrap_or_default());
    aliases.append(&mut others);
    Config {
        thread,
        title: page_address::title(),
        url: page_address::url(),
        aliases,
        comments: text(host, "comments"),
        contact: text(host, "contact").and_then(|address| mailbox(&address)),
        src: text(host, "src"),
        placeholder: text(host, "header-ad").as_deref() == Some("placeholder"),
        storage,
        sort: text(host, "sort").and_then(|sort| Sort::parse(&sort)).unwrap_or_default(),
        composer_below: text(host, "form").as_deref() == Some("bottom"),
        // Some frameworks write out a false boolean.
        readonly: value(host, "readonly").is_some_and(|value| value.trim() != "false"),
        formatting: text(host, "formatting").as_deref() != Some("none"),
        reactions: text(host, "reactions").as_deref() != Some("none"),
        max_depth: text(host, "max-depth")
            .and_then(|levels| levels.parse().ok())
            .filter(|levels| DEPTHS.contains(levels)),
        messages,
        message_diagnostics,
    }
}

/// What the embedder wants the widget to be: `light`, `dark`, or anything else for what the page is.
pub fn theme(host: &Element) -> String {
    text(host, "theme").unwrap_or_default()
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
    value(host, name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

fn value(host: &Element, name: &str) -> Option<String> {
    host.get_attribute(name).or_else(|| host.get_attribute(&format!("data-{name}")))
}
