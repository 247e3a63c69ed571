//! Players and what pages show of others: every kind becomes a `video`, an `audio` or an `iframe`.

use super::pictures::rename;
use super::siblings::{element, first_below};
use crate::domain::markup::Markup;

/// Where an address waits for a script.
const WAITING: [&str; 6] =
    ["data-src", "data-lazy-src", "data-original", "data-litespeed-src", "data-cmp-src", "data-iframe-src"];

/// Elements of the big players' own kinds: where their film's id stands, and what its address begins with.
const OF_THEIR_OWN: [(&str, &str, &str); 7] = [
    ("lite-youtube", "videoid", "https://www.youtube.com/embed/"),
    ("youtube-video", "video-id", "https://www.youtube.com/embed/"),
    ("amp-youtube", "data-videoid", "https://www.youtube.com/embed/"),
    ("lite-vimeo", "videoid", "https://player.vimeo.com/video/"),
    ("amp-vimeo", "data-videoid", "https://player.vimeo.com/video/"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/embed/video/"),
    ("amp-twitter", "data-tweetid", "https://x.com/i/status/"),
];

/// Posts that a script would draw: where the address of one stands.
const POSTS: [&str; 3] = ["data-instgrm-permalink", "cite", "data-href"];

/// Settles the players among these nodes.
pub(super) fn settle(children: &mut Vec<Markup>) {
    let mut index = 0;
    while let Some(child) = children.get_mut(index) {
        match settled(child) {
            Some(instead) => {
                let count = instead.len();
                children.splice(index..=index, instead);
                index += count;
            }
            None => {
                find_address(child);
                index += 1;
            }
        }
    }
}

/// What stands in place of an element; nothing where it stays.
fn settled(node: &mut Markup) -> Option<Vec<Markup>> {
    match node.tag() {
        "amp-video" => rename(node, "video"),
        "amp-audio" => rename(node, "audio"),
        "amp-iframe" | "embed" | "iframe" => rename(node, kind_of_file(node, "src").unwrap_or("iframe")),
        "object" => return Some(of_object(node)),
        "blockquote" if !node.has_text() => {
            let address = POSTS.iter().find_map(|name| node.attribute(name)).map(str::to_owned)?;
            return Some(vec![element("iframe", &[("src", &address)], Vec::new())]);
        }
        tag => {
            let (_, name, start) = OF_THEIR_OWN.iter().find(|(known, _, _)| *known == tag)?;
            let id = node.attribute(name)?;
            let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
            let title = node.attribute("playlabel").or_else(|| node.attribute("title")).unwrap_or_default();
            let film = || element("iframe", &[("src", &format!("{start}{id}")), ("title", title)], Vec::new());
            return Some(if plain && !id.is_empty() { vec![film()] } else { Vec::new() });
        }
    }
    None
}

/// What plays the file that an element names.
fn kind_of_file(node: &Markup, name: &str) -> Option<&'static str> {
    const FILMS: [&str; 4] = ["mp4", "webm", "ogv", "m4v"];
    const SOUNDS: [&str; 6] = ["mp3", "ogg", "oga", "m4a", "wav", "flac"];
    let kind = node.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let path = node.attribute(name)?.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if kind.starts_with("video/") || FILMS.contains(&ending) {
        Some("video")
    } else if kind.starts_with("audio/") || SOUNDS.contains(&ending) {
        Some("audio")
    } else {
        None
    }
}

/// Gives a player the address that waits beside it.
fn find_address(node: &mut Markup) {
    if !matches!(node.tag(), "iframe" | "video" | "audio") {
        return;
    }
    let own =
        node.attribute("src").map(str::trim).filter(|address| !address.is_empty() && !address.starts_with("about:"));
    let waiting = WAITING.iter().filter_map(|name| node.attribute(name)).find(|address| !address.trim().is_empty());
    if own.is_none()
        && let Some(address) = waiting.map(str::to_owned)
    {
        node.set_attribute("src", address);
    }
    for (name, other) in [("poster", "data-poster"), ("title", "aria-label"), ("title", "data-title")] {
        if node.attribute(name).is_none()
            && let Some(value) = node.attribute(other).map(str::to_owned)
        {
            node.set_attribute(name, value);
        }
    }
    for source in node.children_mut().into_iter().flatten().filter(|child| child.tag() == "source") {
        if source.attribute("src").is_none()
            && let Some(address) = source.attribute("data-src").map(str::to_owned)
        {
            source.set_attribute("src", address);
        }
    }
}

/// A picture, a page or a film; where there is none, what plays inside it.
fn of_object(object: &mut Markup) -> Vec<Markup> {
    let kind = object.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let address = object.attribute("data").map(str::trim).filter(|address| !address.is_empty()).map(str::to_owned);
    let inside = |names: &[&str]| first_below(object, &|node| names.contains(&node.tag())).cloned();
    let film = kind.contains("flash") || address.as_deref().is_some_and(|address| address.contains(".swf"));
    match address {
        Some(address) if kind.starts_with("image/") => {
            vec![element("img", &[("src", &address), ("alt", &object.text())], Vec::new())]
        }
        Some(address) if kind_of_file(object, "data").is_some() => {
            vec![element(kind_of_file(object, "data").unwrap_or("video"), &[("src", &address)], Vec::new())]
        }
        Some(address) if !film || inside(&["embed", "iframe", "video", "audio", "img"]).is_none() => {
            let title = ["title", "aria-label"].iter().find_map(|name| object.attribute(name)).unwrap_or_default();
            vec![element("iframe", &[("src", &address), ("type", &kind), ("title", title)], Vec::new())]
        }
        _ => {
            let mut inner: Vec<Markup> =
                inside(&["object", "embed", "iframe", "video", "audio", "img"]).into_iter().collect();
            settle(&mut inner);
            inner
        }
    }
}
