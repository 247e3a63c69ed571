//! What an element says that may be shown.

use crate::domain::allow_list::{self, Attribute, Tag};
use crate::domain::markup::Markup;

/// The attributes of an element that may be shown, each at most once: the first wins, as in HTML.
pub(super) fn judged(tag: Tag, node: &Markup) -> Vec<(Attribute, String)> {
    let mut attributes: Vec<(Attribute, String)> = Vec::new();
    let Markup::Element { attributes: raw, .. } = node else {
        return attributes;
    };
    for (name, value) in raw {
        if let Some((attribute, value)) = allow_list::attribute(tag, name, value)
            && !attributes.iter().any(|(earlier, _)| *earlier == attribute)
        {
            attributes.push((attribute, value));
        }
    }
    attributes
}
