//! The lead picture: the one that opens an article.

use crate::domain::article::LeadPicture;
use crate::domain::attribute_value;
use crate::domain::markup::Markup;
use crate::domain::safe_markup::{Cleaner, SafeElement, SafeNode};

/// The first picture before the second paragraph, with its figure's caption. Small ones (icons) and galleries are not it.
pub(super) fn lead_picture<'a>(place: &'a Markup, cleaner: &mut Cleaner<'a>) -> Option<LeadPicture> {
    let mut search = LeadSearch { cleaner, paragraphs: 0, figure: None, found: None };
    search.look_in(place);
    let (shown, figure, image) = search.found?;
    let caption = figure.map(|figure| caption(figure, image, cleaner)).unwrap_or_default();
    cleaner.leave_out(figure.unwrap_or(image));
    Some(LeadPicture { picture: shown, caption })
}

/// Parts of addresses of pictures that stand for a whole site.
const OF_SITES: [&str; 6] = ["logo", "icon", "avatar", "placeholder", "default", "gravatar"];

/// The picture that the source declares, above a text that has none of its own.
pub(super) fn declared_picture(text: &Markup, address: Option<String>, cleaner: &Cleaner) -> Option<LeadPicture> {
    let address = address.filter(|address| !OF_SITES.iter().any(|part| address.to_ascii_lowercase().contains(part)))?;
    if text.find(&|node| matches!(node.tag(), "img" | "video")).is_some() {
        return None;
    }
    let attributes = vec![("src".to_owned(), address)];
    let picture = cleaner.picture(&Markup::Element { tag: "img".to_owned(), attributes, children: Vec::new() })?;
    Some(LeadPicture { picture, caption: Vec::new() })
}

/// The caption of a figure, with whatever else stands in it beside the picture.
fn caption<'a>(figure: &'a Markup, image: &'a Markup, cleaner: &mut Cleaner<'a>) -> Vec<SafeNode> {
    let own = figure.find(&|node| node.tag() == "figcaption").and_then(|way| way.last().copied());
    match own.filter(|own| own.text() == figure.text()) {
        Some(own) => cleaner.clean_content(own),
        None => {
            cleaner.leave_out(image);
            let parts = figure.children().iter().flat_map(|child| match child.tag() {
                "figcaption" => cleaner.clean_content(child),
                _ => cleaner.clean(std::slice::from_ref(child)),
            });
            parts.filter(SafeNode::shows_something).collect()
        }
    }
}

struct LeadSearch<'a, 'c> {
    cleaner: &'c Cleaner<'a>,
    paragraphs: usize,
    figure: Option<&'a Markup>,
    found: Option<(SafeElement, Option<&'a Markup>, &'a Markup)>,
}

impl<'a> LeadSearch<'a, '_> {
    /// Smaller than this in either direction is an icon or a portrait, in CSS pixels.
    const LEAST: u32 = 120;

    /// Gives whether to look further.
    fn look_in(&mut self, node: &'a Markup) -> bool {
        if node.is_unseen() || self.cleaner.leaves_out(node) {
            return true;
        }
        match node.tag() {
            "table" | "blockquote" | "aside" | "ul" | "ol" | "pre" => return true,
            "p" if !node.text().is_empty() => {
                self.paragraphs += 1;
                // A picture between words belongs to them.
                return self.paragraphs < 2;
            }
            "img" => return self.judge(node),
            _ => {}
        }
        let outer = self.figure;
        if node.tag() == "figure" {
            let mut pictures = 0;
            node.walk(&mut |inner| pictures += usize::from(inner.tag() == "img"));
            if pictures != 1 {
                return false;
            }
            self.figure = Some(node);
        }
        let further = node.children().iter().all(|child| self.look_in(child));
        self.figure = outer;
        further
    }

    fn judge(&mut self, image: &'a Markup) -> bool {
        let small = ["width", "height"]
            .iter()
            .filter_map(|name| image.attribute(name).and_then(attribute_value::pixels))
            .any(|length| length < Self::LEAST);
        if small {
            return true;
        }
        match self.cleaner.lead(image, self.figure) {
            Some(shown) => {
                self.found = Some((shown, self.figure, image));
                false
            }
            None => true,
        }
    }
}
