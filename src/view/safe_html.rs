//! Draws safe markup: names and attributes come from the allow-list's enums, text stays text.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::article_wording;
use crate::domain::allow_list::Tag;
use crate::domain::safe_markup::{SafeElement, SafeNode};

/// Nodes, in their order.
pub fn safe_html(nodes: &[SafeNode]) -> Html {
    nodes.iter().map(node_html).collect()
}

fn node_html(node: &SafeNode) -> Html {
    match node {
        SafeNode::Text(text) => Html::from(text.clone()),
        SafeNode::Element(element) => element_html(element),
    }
}

fn element_html(element: &SafeElement) -> Html {
    match element.tag() {
        Tag::A => drawn(element, &[("rel", "noopener")]),
        Tag::Img => drawn(element, &[("loading", "lazy"), ("decoding", "async")]),
        // What is wider than the page scrolls by itself, by keyboard too; so it needs a name and a place in the tab order.
        Tag::Pre => drawn(element, &[("tabindex", "0"), ("role", "region"), ("aria-label", article_wording::LISTING)]),
        Tag::Table => html! {
            <div class="article-table" role="region" aria-label={table_name(element)} tabindex="0">{ drawn(element, &[]) }</div>
        },
        _ => drawn(element, &[]),
    }
}

/// The picture above the text is what the reader waits for.
pub fn lead_html(picture: &SafeElement) -> Html {
    drawn(picture, &[("loading", "eager"), ("fetchpriority", "high"), ("decoding", "async")])
}

/// `ours` go first: a browser that meets `src` before `loading` has begun to load.
fn drawn(element: &SafeElement, ours: &[(&'static str, &'static str)]) -> Html {
    let mut tag = VTag::new(element.tag().name());
    for (name, value) in ours {
        tag.add_attribute(name, *value);
    }
    for (attribute, value) in element.attributes() {
        tag.add_attribute(attribute.name(), value.clone());
    }
    tag.add_children(element.children().iter().map(node_html));
    tag.into()
}

fn table_name(table: &SafeElement) -> String {
    let caption = table.children().iter().find_map(|child| match child {
        SafeNode::Element(element) if element.tag() == Tag::Caption => Some(element.text()),
        _ => None,
    });
    caption.filter(|name| !name.is_empty()).unwrap_or_else(|| article_wording::TABLE.to_owned())
}
