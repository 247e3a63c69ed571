//! One picture that a script would have loaded: which of its many addresses is the picture's.

use crate::domain::attribute_value::pixels;
use crate::domain::markup::Markup;
use crate::domain::srcset;

/// Attributes that name the picture itself, which a stand-in in `src` gives way to.
const PICTURE: [&str; 8] = [
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-echo",
    "data-actualsrc",
    "data-img-src",
];
const PICTURES: [&str; 4] = ["data-srcset", "data-lazy-srcset", "data-original-set", "data-bgset"];
/// Attributes that hold the size of a picture, each in one of the ways of the big content systems.
const SIZES: [&str; 4] = ["data-orig-size", "data-image-dimensions", "data-original-size", "data-dimensions"];
const WIDTHS: [(&str, &str); 4] = [
    ("data-width", "data-height"),
    ("data-original-width", "data-original-height"),
    ("data-orig-width", "data-orig-height"),
    ("data-pswp-width", "data-pswp-height"),
];
/// What any browser of the last years shows.
const SHOWN_TYPES: [&str; 6] = ["image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp", "image/svg+xml"];
const ENDINGS: [&str; 9] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".jfif", ".bmp"];
/// Names of files that stand in for a picture.
const STAND_INS: [&str; 18] = [
    "blank",
    "spacer",
    "placeholder",
    "pixel",
    "transparent",
    "lazy",
    "lazyload",
    "lazy-load",
    "loading",
    "loader",
    "preloader",
    "ajax-loader",
    "1x1",
    "clear",
    "empty",
    "grey",
    "gray",
    "dummy",
];

/// An address that shows nothing of the picture.
pub(super) fn is_stand_in(address: &str) -> bool {
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') || address.starts_with("about:") || is_inline(address) {
        return true;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let bare = stem.trim_start_matches(['_', '-']).trim_end_matches(|each: char| !each.is_ascii_alphabetic());
    STAND_INS.iter().any(|known| stem == *known || bare == *known)
}

fn is_inline(address: &str) -> bool {
    address.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// Whether an `img` shows nothing until a script has run.
pub(super) fn waits(image: &Markup) -> bool {
    image.attribute("src").is_none_or(is_stand_in) && own_set(image).is_none()
}

/// Leaves an `img` with the attributes that a browser reads, of its own values and those of the sources of its `picture`.
pub(super) fn settle(image: &mut Markup, sources: &[Markup]) {
    let settled = Settled::of(image, sources);
    for (name, value) in [("src", settled.address), ("srcset", settled.set), ("sizes", settled.sizes)] {
        match value {
            Some(value) => image.set_attribute(name, value),
            None => image.remove_attribute(name),
        }
    }
    if let Some((width, height)) = settled.lengths {
        image.set_attribute("width", width.to_string());
        image.set_attribute("height", height.to_string());
    } else if settled.waited && ["width", "height"].iter().any(|name| image.attribute(name).is_some_and(is_point)) {
        // So small is only what stands in.
        image.remove_attribute("width");
        image.remove_attribute("height");
    }
}

struct Settled {
    address: Option<String>,
    set: Option<String>,
    sizes: Option<String>,
    lengths: Option<(u32, u32)>,
    /// Whether a script would have put the picture in.
    waited: bool,
}

impl Settled {
    fn of(image: &Markup, sources: &[Markup]) -> Self {
        let named = |names: &[&str]| -> Vec<&str> {
            names.iter().filter_map(|name| image.attribute(name)).map(str::trim).collect()
        };
        let picture = named(&PICTURE).into_iter().find(|value| is_address(value));
        let pictures = named(&PICTURES).into_iter().find(|value| is_set(value));
        let own_address = image.attribute("src").map(str::trim).filter(|address| !is_stand_in(address));
        let own_address = own_address.filter(|address| !may_stand_in(image, address) || in_any_data(image).0.is_none());
        let mut address = picture.or(own_address);
        let mut sizes = image.attribute("sizes").or_else(|| image.attribute("data-sizes"));
        let mut lengths = lengths(image);
        let mut set = match (picture, pictures) {
            (_, Some(set)) => Some(set),
            // The set beside a stand-in is the stand-in's.
            (Some(picture), None) => own_set(image).filter(|set| own_address.is_none() || set.contains(picture)),
            (None, None) => own_set(image),
        };
        if set.is_none()
            && let Some(source) = best_source(sources, address.is_some())
        {
            set = source_set(source);
            sizes = source.attribute("sizes").or_else(|| source.attribute("data-sizes"));
            lengths = self::lengths(source).or(lengths);
        }
        if address.is_none() && set.is_none() {
            (address, set) = in_any_data(image);
        }
        let waited = picture.is_some() || pictures.is_some() || (own_address.is_none() && own_set(image).is_none());
        let middle = set.and_then(|set| srcset::middle(&srcset::candidates(set)));
        // Where nothing else is there, what looks like a stand-in may be the picture.
        let last = || image.attribute("src").filter(|address| !address.trim().is_empty());
        Self {
            address: address.or(middle).or_else(last).map(str::to_owned),
            set: set.map(str::to_owned),
            sizes: sizes.filter(|sizes| !sizes.trim().eq_ignore_ascii_case("auto")).map(str::to_owned),
            lengths,
            waited: waited && (address.is_some() || set.is_some()),
        }
    }
}

fn own_set(image: &Markup) -> Option<&str> {
    image.attribute("srcset").filter(|set| is_set(set))
}

fn is_set(value: &str) -> bool {
    srcset::candidates(value).iter().any(|candidate| !is_stand_in(candidate.address))
}

fn is_address(value: &str) -> bool {
    !is_stand_in(value) && !value.contains(char::is_whitespace) && !value.starts_with(['{', '[', '<', '"'])
}

/// Whether an address ends as pictures do.
fn is_picture_file(value: &str) -> bool {
    let path = value.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    is_address(value) && ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// Whether a picture of this address may stand in for one that an attribute of the page's own names.
fn may_stand_in(image: &Markup, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let is_lazy = |class: &str| class.to_ascii_lowercase().contains("lazy");
    path.ends_with(".gif") || path.ends_with(".svg") || image.attribute("class").is_some_and(is_lazy)
}

/// What some attribute of the page's own holds that looks like a picture: its address, or a set of them.
fn in_any_data(image: &Markup) -> (Option<&str>, Option<&str>) {
    let Markup::Element { attributes, .. } = image else { return (None, None) };
    let data = || attributes.iter().filter(|(name, _)| name.starts_with("data-")).map(|(_, value)| value.trim());
    let address = data().find(|value| is_picture_file(value));
    let set = data().find(|value| {
        let found = srcset::candidates(value);
        !found.is_empty() && found.iter().all(|each| is_picture_file(each.address) && each.size.is_some())
    });
    (address, set)
}

/// The source that any browser shows. Beside a picture that has an address, one for some screens only may show something else.
fn best_source(sources: &[Markup], has_address: bool) -> Option<&Markup> {
    let kind = |source: &Markup| source.attribute("type").map(|kind| kind.trim().to_ascii_lowercase());
    let usable: Vec<&Markup> = sources.iter().filter(|source| source_set(source).is_some()).collect();
    let shown = |source: &&&Markup| kind(source).is_none_or(|kind| SHOWN_TYPES.contains(&kind.as_str()));
    let everywhere = |source: &&&Markup| shown(source) && source.attribute("media").is_none();
    let best = usable.iter().find(everywhere);
    if has_address {
        return best.copied();
    }
    best.or_else(|| usable.iter().find(shown)).or_else(|| usable.first()).copied()
}

fn source_set(source: &Markup) -> Option<&str> {
    let names = PICTURES.iter().copied().chain(["srcset", "data-src", "src"]);
    names.filter_map(|name| source.attribute(name)).find(|value| is_set(value))
}

/// The size of a picture where the page says it, so that it has its place before it is there.
fn lengths(image: &Markup) -> Option<(u32, u32)> {
    let pair = |width: &str, height: &str| {
        let (width, height) = (image.attribute(width)?, image.attribute(height)?);
        Some((pixels(width).filter(|_| !is_point(width))?, pixels(height).filter(|_| !is_point(height))?))
    };
    let written = |name: &&str| {
        let (width, height) = image.attribute(name)?.split_once([',', 'x', 'X', '/'])?;
        Some((pixels(width)?, pixels(height)?))
    };
    pair("width", "height")
        .or_else(|| WIDTHS.iter().find_map(|(width, height)| pair(width, height)))
        .or_else(|| SIZES.iter().find_map(written))
}

/// A length at which nothing is seen.
fn is_point(length: &str) -> bool {
    matches!(length.trim().trim_end_matches("px"), "0" | "1" | "2")
}
