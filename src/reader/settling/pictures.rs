//! Pictures: one `img` for each, in place of `picture` and its sources, of stand-ins and of what waits in `noscript`.

use super::lazy_picture::{self, waits};
use super::siblings::{after, before};
use crate::domain::markup::Markup;

/// What a `noscript` may hold in place of something that a script would have put in.
const SHOWN: [&str; 5] = ["img", "picture", "iframe", "video", "audio"];

/// What a picture out of `noscript` carries, so that no other takes its place.
const SETTLED: &str = "settled";

/// Settles the pictures among these nodes.
pub(super) fn settle(children: &mut Vec<Markup>) {
    for child in children.iter_mut() {
        if child.tag() == "amp-img" {
            rename(child, "img");
        }
    }
    let mut index = 0;
    while let Some(child) = children.get(index) {
        if child.tag() == "noscript" { index = settle_noscript(children, index) } else { index += 1 }
    }
    for child in children {
        match child.tag() {
            "img" => lazy_picture::settle(child, &[]),
            "picture" => settle_picture(child),
            _ => {}
        }
    }
}

pub(super) fn rename(element: &mut Markup, name: &str) {
    if let Markup::Element { tag, .. } = element {
        name.clone_into(tag);
    }
}

/// Makes one `img` of a `picture`, with what its sources say.
fn settle_picture(picture: &mut Markup) {
    let mut sources = Vec::new();
    let mut image = None;
    picture.walk(&mut |node| match node.tag() {
        "source" => sources.push(node.clone()),
        "img" | "amp-img" if image.is_none() => image = Some(node.clone()),
        _ => {}
    });
    // Browsers show nothing of one without it.
    let Some(mut image) = image else { return };
    rename(&mut image, "img");
    lazy_picture::settle(&mut image, &sources);
    *picture = image;
}

/// Puts what a `noscript` shows in its place, and takes away what stands beside it until a script has run. Gives the place after it.
fn settle_noscript(children: &mut Vec<Markup>, index: usize) -> usize {
    let mut shown = Vec::new();
    if let Some(noscript) = children.get(index)
        && !noscript.has_text()
    {
        collect_shown(noscript, &mut shown);
    }
    if let [inner] = shown.as_mut_slice()
        && let Some(place) = stand_in(children, index, inner)
    {
        if let Some(stand_in) = children.get(place).and_then(only_picture) {
            take_over(inner, stand_in);
        }
        children.splice(index..=index, shown);
        children.remove(place);
        return if place < index { index } else { index + 1 };
    }
    let count = shown.len();
    children.splice(index..=index, shown);
    index + count
}

fn collect_shown(node: &Markup, shown: &mut Vec<Markup>) {
    for child in node.children() {
        if SHOWN.contains(&child.tag()) {
            let mut child = child.clone();
            child.set_attribute(SETTLED, String::new());
            shown.push(child);
        } else {
            collect_shown(child, shown);
        }
    }
}

/// The neighbour that stands in for what a `noscript` shows: rather one that shows nothing yet than a first rough picture.
fn stand_in(children: &[Markup], index: usize, inner: &Markup) -> Option<usize> {
    let beside = [before(children, index), after(children, index)];
    let candidates = || beside.iter().flatten().copied();
    let picture = |place: &usize| {
        let found = children.get(*place).and_then(only_picture)?;
        (found.attribute(SETTLED).is_none() && is_same(found, inner)).then_some(found)
    };
    candidates()
        .find(|place| picture(place).is_some_and(waits))
        .or_else(|| candidates().find(|place| picture(place).is_some()))
}

/// The picture that is all that a node shows.
fn only_picture(node: &Markup) -> Option<&Markup> {
    if node.has_text() {
        return None;
    }
    let mut found = Vec::new();
    node.walk(&mut |inner| {
        if matches!(inner.tag(), "img" | "amp-img") {
            found.push(inner);
        }
    });
    match found.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// Two pictures that are described differently are two.
fn is_same(stand_in: &Markup, inner: &Markup) -> bool {
    let described = |node: &Markup| node.attribute("alt").map(str::trim).unwrap_or_default().to_owned();
    let image = super::siblings::first_below(inner, &|node| node.tag() == "img");
    let (one, other) = (described(stand_in), described(image.unwrap_or(inner)));
    one.is_empty() || other.is_empty() || one == other
}

/// The description and the size of a stand-in, where the picture itself has none.
fn take_over(inner: &mut Markup, stand_in: &Markup) {
    for name in ["alt", "width", "height", "id"] {
        if inner.tag() == "img"
            && inner.attribute(name).is_none()
            && let Some(value) = stand_in.attribute(name)
        {
            inner.set_attribute(name, value.to_owned());
        }
    }
}
