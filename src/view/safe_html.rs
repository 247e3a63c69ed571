//! Draws safe markup: names and attributes come from the allow-list's enums, text stays text.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::embed_card::EmbedCard;
use super::messages::article::{LISTING, TABLE};
use crate::domain::allow_list::{Attribute, Tag};
use crate::domain::messages::Messages;
use crate::domain::safe_markup::{SafeElement, SafeNode};

/// Draws nodes, in their order.
pub fn safe_html(nodes: &[SafeNode], messages: &Messages) -> Html {
    nodes.iter().map(|node| node_html(node, messages)).collect()
}

fn node_html(node: &SafeNode, messages: &Messages) -> Html {
    match node {
        SafeNode::Text(text) => Html::from(text.clone()),
        SafeNode::Element(element) => element_html(element, messages),
    }
}

fn element_html(element: &SafeElement, messages: &Messages) -> Html {
    let drawn = |ours| drawn(element, ours, None, messages);
    match element.tag() {
        Tag::A if leads_within(element) => drawn(&[]),
        Tag::A => drawn(&[("rel", "noopener")]),
        Tag::Iframe => html! { <EmbedCard element={element.clone()} messages={messages.clone()} /> },
        // Nothing of it is loaded before the reader wants it.
        Tag::Audio => drawn(&[("controls", ""), ("preload", "none")]),
        Tag::Video => drawn(&[("controls", ""), ("preload", "none"), ("playsinline", "")]),
        Tag::Img => drawn(&[("loading", "lazy"), ("decoding", "async")]),
        // A listing or table that is wider than the page scrolls by itself, by keyboard too; so it needs a name and a place in the
        // tab order.
        Tag::Pre => {
            self::drawn(element, &[("tabindex", "0"), ("role", "region")], Some(LISTING.say(messages)), messages)
        }
        Tag::Table => html! {
            <div class="article-table" role="region" aria-label={table_name(element, messages)} tabindex="0">{ drawn(&[]) }</div>
        },
        _ => drawn(&[]),
    }
}

/// Draws the picture above the text, which the reader waits for: it is loaded before all others.
pub fn lead_html(picture: &SafeElement, messages: &Messages) -> Html {
    drawn(
        picture,
        &[("class", "u-photo"), ("loading", "eager"), ("fetchpriority", "high"), ("decoding", "async")],
        None,
        messages,
    )
}

/// Draws an element. The attributes in `ours` go first: a browser that meets `src` before `loading` has begun to load.
fn drawn(
    element: &SafeElement,
    ours: &[(&'static str, &'static str)],
    name: Option<AttrValue>,
    messages: &Messages,
) -> Html {
    let mut tag = VTag::new(element.tag().name());
    // What something leads to takes the focus when the reader comes there.
    if element.attribute(Attribute::Id).is_some() && !ours.iter().any(|(name, _)| *name == "tabindex") {
        tag.add_attribute("tabindex", "-1");
    }
    for (name, value) in ours {
        tag.add_attribute(name, *value);
    }
    if let Some(name) = name {
        tag.add_attribute("aria-label", name);
    }
    for (attribute, value) in element.attributes() {
        tag.add_attribute(attribute.name(), value.clone());
    }
    tag.add_children(element.children().iter().map(|node| node_html(node, messages)));
    tag.into()
}

fn leads_within(link: &SafeElement) -> bool {
    link.attribute(Attribute::Href).is_some_and(|address| address.starts_with('#'))
}

fn table_name(table: &SafeElement, messages: &Messages) -> AttrValue {
    let caption = table.children().iter().find_map(|child| match child {
        SafeNode::Element(element) if element.tag() == Tag::Caption => Some(element.text()),
        _ => None,
    });
    caption.filter(|name| !name.is_empty()).map_or_else(|| TABLE.say(messages), AttrValue::from)
}
