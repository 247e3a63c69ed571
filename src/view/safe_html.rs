//! Draws safe markup: names and attributes come from the allow-list's enums, text stays text.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use super::embed_card::embed_card;
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
        Tag::A if says_its_address(element) => drawn(&[("class", "article-address"), ("rel", "noopener")]),
        Tag::A => drawn(&[("rel", "noopener")]),
        Tag::Iframe => embed_card(element, messages),
        // Nothing of it is loaded before the reader wants it.
        Tag::Audio => drawn(&[("controls", ""), ("preload", "none")]),
        Tag::Video => drawn(&[("controls", ""), ("preload", "none"), ("playsinline", "")]),
        Tag::Td | Tag::Th => match element.attribute(Attribute::Align) {
            Some("center") => drawn(&[("class", "article-center")]),
            Some("right") => drawn(&[("class", "article-right")]),
            Some("left") => drawn(&[("class", "article-left")]),
            _ => drawn(&[]),
        },
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

/// Every attribute that is drawn, in the order in which an element gets them: a browser that meets `src` before `loading` has begun to
/// load. As one list that never changes, for a map of names for each element would cost three times the code.
static IN_TEXT: &[&str] = &[
    "rel",
    "controls",
    "preload",
    "playsinline",
    "class",
    "loading",
    "fetchpriority",
    "decoding",
    "tabindex",
    "role",
    "aria-label",
    Attribute::Id.name(),
    Attribute::Dir.name(),
    Attribute::Lang.name(),
    Attribute::Title.name(),
    Attribute::Href.name(),
    Attribute::Datetime.name(),
    Attribute::Colspan.name(),
    Attribute::Rowspan.name(),
    Attribute::Scope.name(),
    Attribute::Start.name(),
    Attribute::Reversed.name(),
    Attribute::Value.name(),
    Attribute::Alt.name(),
    Attribute::Width.name(),
    Attribute::Height.name(),
    Attribute::Kind.name(),
    Attribute::Label.name(),
    Attribute::Srclang.name(),
    Attribute::Type.name(),
    Attribute::Sizes.name(),
    Attribute::Srcset.name(),
    Attribute::Poster.name(),
    Attribute::Src.name(),
];

/// Those of formulas.
static IN_FORMULA: &[&str] = &[
    "tabindex",
    Attribute::Id.name(),
    Attribute::Lang.name(),
    Attribute::Dir.name(),
    Attribute::Display.name(),
    Attribute::Alttext.name(),
    Attribute::Accent.name(),
    Attribute::Accentunder.name(),
    Attribute::Columnspan.name(),
    Attribute::Depth.name(),
    Attribute::Displaystyle.name(),
    Attribute::Fence.name(),
    Attribute::Form.name(),
    Attribute::Height.name(),
    Attribute::Largeop.name(),
    Attribute::Linethickness.name(),
    Attribute::Lspace.name(),
    Attribute::Mathvariant.name(),
    Attribute::Maxsize.name(),
    Attribute::Minsize.name(),
    Attribute::Movablelimits.name(),
    Attribute::Rowspan.name(),
    Attribute::Rspace.name(),
    Attribute::Scriptlevel.name(),
    Attribute::Separator.name(),
    Attribute::Stretchy.name(),
    Attribute::Symmetric.name(),
    Attribute::Voffset.name(),
    Attribute::Width.name(),
];

/// Draws an element with these attributes of ours, and a name.
fn drawn(
    element: &SafeElement,
    ours: &[(&'static str, &'static str)],
    name: Option<AttrValue>,
    messages: &Messages,
) -> Html {
    let of_element = element.tag();
    let mut tag = VTag::new(of_element.name());
    let is_plain = ours.is_empty() && name.is_none() && element.attributes().is_empty();
    if !is_plain {
        let in_formula = of_element == Tag::Math || of_element.is_in_formula();
        let keys = if in_formula { IN_FORMULA } else { IN_TEXT };
        let value = |key: &&'static str| {
            let own = || element.attributes().iter().find(|(attribute, _)| attribute.name() == *key);
            let value = match ours.iter().find(|(name, _)| name == key) {
                Some((_, value)) => AttrValue::Static(value),
                None if *key == "aria-label" => name.clone()?,
                // What something leads to takes the focus when the reader comes there.
                None if *key == "tabindex" => element.attribute(Attribute::Id).map(|_| AttrValue::Static("-1"))?,
                None => AttrValue::from(own()?.1.clone()),
            };
            Some(AttributeOrProperty::Attribute(value))
        };
        tag.set_attributes(Attributes::Dynamic { keys, values: keys.iter().map(value).collect() });
    }
    tag.add_children(element.children().iter().map(|node| node_html(node, messages)));
    tag.into()
}

fn leads_within(link: &SafeElement) -> bool {
    link.attribute(Attribute::Href).is_some_and(|address| address.starts_with('#'))
}

/// Whether a link's text is where it leads: on paper the address is not told once more.
fn says_its_address(link: &SafeElement) -> bool {
    link.attribute(Attribute::Href).is_some_and(|address| bare(address) == bare(&link.text()))
}

/// An address without what readers leave out when they write one.
fn bare(address: &str) -> &str {
    let address = address.trim();
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.unwrap_or(address).trim_end_matches('/')
}

fn table_name(table: &SafeElement, messages: &Messages) -> AttrValue {
    let caption = table.children().iter().find_map(|child| match child {
        SafeNode::Element(element) if element.tag() == Tag::Caption => Some(element.text()),
        _ => None,
    });
    caption.filter(|name| !name.is_empty()).map_or_else(|| TABLE.say(messages), AttrValue::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::allow_list;

    #[test]
    fn what_the_allow_list_lets_an_element_have_is_drawn() {
        for tag in Tag::ALL {
            let keys = if *tag == Tag::Math || tag.is_in_formula() { IN_FORMULA } else { IN_TEXT };
            for attribute in Attribute::ALL {
                let values = [
                    "1",
                    "1em",
                    "ltr",
                    "block",
                    "true",
                    "normal",
                    "prefix",
                    "row",
                    "captions",
                    "video/mp4",
                    "2025-08-22",
                ];
                let is_let = values.iter().any(|value| allow_list::attribute(*tag, attribute.name(), value).is_some());
                assert!(!is_let || keys.contains(&attribute.name()), "{} {}", tag.name(), attribute.name());
            }
        }
        for attribute in [Attribute::Href, Attribute::Src, Attribute::Srcset, Attribute::Poster, Attribute::Id] {
            assert!(IN_TEXT.contains(&attribute.name()), "{}", attribute.name());
        }
    }
}
