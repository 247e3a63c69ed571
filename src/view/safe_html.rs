//! Draws safe markup: names and attributes come from the allow-list's enums, text stays text.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::article_wording::{LISTING, TABLE};
use crate::domain::allow_list::Tag;
use crate::domain::safe_markup::{SafeElement, SafeNode};
use crate::domain::strings::Strings;

/// Nodes, in their order.
pub fn safe_html(nodes: &[SafeNode], strings: &Strings) -> Html {
    nodes.iter().map(|node| node_html(node, strings)).collect()
}

fn node_html(node: &SafeNode, strings: &Strings) -> Html {
    match node {
        SafeNode::Text(text) => Html::from(text.clone()),
        SafeNode::Element(element) => element_html(element, strings),
    }
}

fn element_html(element: &SafeElement, strings: &Strings) -> Html {
    let drawn = |ours| drawn(element, ours, None, strings);
    match element.tag() {
        Tag::A => drawn(&[("rel", "noopener")]),
        Tag::Img => drawn(&[("loading", "lazy"), ("decoding", "async")]),
        // What is wider than the page scrolls by itself, by keyboard too; so it needs a name and a place in the tab order.
        Tag::Pre => self::drawn(element, &[("tabindex", "0"), ("role", "region")], Some(LISTING.say(strings)), strings),
        Tag::Table => html! {
            <div class="article-table" role="region" aria-label={table_name(element, strings)} tabindex="0">{ drawn(&[]) }</div>
        },
        _ => drawn(&[]),
    }
}

/// The picture above the text is what the reader waits for.
pub fn lead_html(picture: &SafeElement, strings: &Strings) -> Html {
    drawn(picture, &[("loading", "eager"), ("fetchpriority", "high"), ("decoding", "async")], None, strings)
}

/// `ours` go first: a browser that meets `src` before `loading` has begun to load.
fn drawn(
    element: &SafeElement,
    ours: &[(&'static str, &'static str)],
    name: Option<AttrValue>,
    strings: &Strings,
) -> Html {
    let mut tag = VTag::new(element.tag().name());
    for (name, value) in ours {
        tag.add_attribute(name, *value);
    }
    if let Some(name) = name {
        tag.add_attribute("aria-label", name);
    }
    for (attribute, value) in element.attributes() {
        tag.add_attribute(attribute.name(), value.clone());
    }
    tag.add_children(element.children().iter().map(|node| node_html(node, strings)));
    tag.into()
}

fn table_name(table: &SafeElement, strings: &Strings) -> AttrValue {
    let caption = table.children().iter().find_map(|child| match child {
        SafeNode::Element(element) if element.tag() == Tag::Caption => Some(element.text()),
        _ => None,
    });
    caption.filter(|name| !name.is_empty()).map_or_else(|| TABLE.say(strings), AttrValue::from)
}
