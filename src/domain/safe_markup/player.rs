//! Players: what plays from a file, and what another site would show, which is only offered.

use super::attributes::judged;
use super::safe_node::{SafeElement, SafeNode};
use crate::domain::allow_list::{Attribute, Tag};
use crate::domain::attribute_value::{is_point, pixels, short_text};
use crate::domain::embeds;
use crate::domain::link_policy::{self, Resolve};
use crate::domain::markup::Markup;

/// What may be shown of a `video`, an `audio` or an `iframe`.
pub(super) fn player(tag: Tag, node: &Markup, resolve: &Resolve) -> Option<SafeElement> {
    match tag {
        Tag::Iframe => frame(node, resolve),
        _ => file(tag, node, resolve),
    }
}

/// A film or a sound with its files; where none can be played, a card that leads to what the page offers instead.
fn file(tag: Tag, node: &Markup, resolve: &Resolve) -> Option<SafeElement> {
    let resource = |node: &Markup, name: &str| {
        Some(link_policy::resource(node.attribute(name)?, resolve).ok()?.as_str().to_owned())
    };
    let mut attributes = judged(tag, node);
    let mut children = Vec::new();
    for child in node.children() {
        let kind = match child.tag() {
            "source" => Tag::Source,
            "track" => Tag::Track,
            _ => continue,
        };
        if let Some(address) = resource(child, "src") {
            let mut attributes = judged(kind, child);
            attributes.push((Attribute::Src, address));
            children.push(SafeNode::Element(SafeElement { tag: kind, attributes, children: Vec::new() }));
        }
    }
    let own = resource(node, "src");
    let plays = own.is_some()
        || children.iter().any(|child| matches!(child, SafeNode::Element(child) if child.tag == Tag::Source));
    if !plays {
        let names_something = ["src", "poster"].iter().any(|name| node.attribute(name).is_some())
            || node.children().iter().any(|child| child.tag() == "source");
        let page = first_link(node, resolve).or_else(|| resolve("").filter(|_| names_something))?;
        return card(&page, None, node, resolve);
    }
    if tag == Tag::Video {
        attributes.extend(resource(node, "poster").map(|poster| (Attribute::Poster, poster)));
    }
    attributes.extend(own.map(|address| (Attribute::Src, address)));
    Some(SafeElement { tag, attributes, children })
}

fn first_link(node: &Markup, resolve: &Resolve) -> Option<String> {
    node.children().iter().find_map(|child| {
        let own = child.attribute("href").filter(|_| child.tag() == "a");
        own.and_then(|address| Some(link_policy::resource(address, resolve).ok()?.as_str().to_owned()))
            .or_else(|| first_link(child, resolve))
    })
}

/// A card for what another page would show in a frame.
fn frame(node: &Markup, resolve: &Resolve) -> Option<SafeElement> {
    if is_point(["width", "height"].map(|name| node.attribute(name))) {
        return None;
    }
    let address = link_policy::resource(node.attribute("src")?.trim(), resolve).ok()?;
    let address = address.as_str();
    if node.attribute("src").is_some_and(|src| src.trim().is_empty()) || embeds::shows_nothing(address) {
        return None;
    }
    match embeds::embed(address) {
        Some(embed) => card(&embed.page, embed.player.as_deref(), node, resolve),
        None => card(address, None, node, resolve),
    }
}

/// `href` leads to the page that shows it, `src` is what a press loads, where a press may load anything.
fn card(page: &str, player: Option<&str>, node: &Markup, resolve: &Resolve) -> Option<SafeElement> {
    let safe = |address: &str| Some(link_policy::resource(address, resolve).ok()?.as_str().to_owned());
    let mut attributes = vec![(Attribute::Href, safe(page)?)];
    attributes.extend(player.and_then(safe).map(|player| (Attribute::Src, player)));
    let title = node.attribute("title").map(short_text).filter(|title| !title.trim().is_empty());
    attributes.extend(title.map(|title| (Attribute::Title, title)));
    attributes.extend(judged(Tag::Iframe, node).into_iter().filter(|(name, _)| *name == Attribute::Type));
    for (name, raw) in [(Attribute::Width, "width"), (Attribute::Height, "height")] {
        attributes.extend(node.attribute(raw).and_then(pixels).map(|length| (name, length.to_string())));
    }
    Some(SafeElement { tag: Tag::Iframe, attributes, children: Vec::new() })
}
