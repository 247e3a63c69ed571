//! Takes out of a found article what does not belong to its text: lists of links, forms, boxes that share or advertise.

use super::measure::{Measure, measure, shows, text};
use super::names::{has_any, has_word_of, names, names_are_vague, weight};
use super::tables::is_data;
use super::tree::{Id, Tree};
use crate::domain::attribute_value::is_point;

/// How strictly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Strictness {
    /// Whether the names of elements count.
    pub(super) names: bool,
    /// Whether boxes, lists and tables are judged by what they hold.
    pub(super) boxes: bool,
}

/// Parts of addresses of advertisements and of what counts readers.
const ADVERTISERS: &[&str] = &[
    "doubleclick",
    "googlesyndication",
    "googletagmanager",
    "adservice",
    "adserver",
    "/ads/",
    "adform",
    "criteo",
    "taboola",
    "outbrain",
    "amazon-adsystem",
    "facebook.com/plugins/like",
    "plusone",
    "platform.twitter.com/widgets/follow",
    "disqus",
    "recaptcha",
    "newsletter",
];
/// A box without a paragraph that holds more characters than these is one.
const LONG_LINE: usize = 80;
/// So many paragraphs of that length, and no more than this share of links, are the text of an article.
const FEWEST_LONG: usize = 2;
const MOST_LINKED: f64 = 0.2;
/// Words that a box holds alone when it is an advertisement or has yet to load.
const EMPTY_WORDS: &[&str] = &[
    "ad",
    "advertisement",
    "advertising",
    "sponsored",
    "loading",
    "loading...",
    "loading…",
    "werbung",
    "anzeige",
    "pub",
];

/// Tidies what stands inside an element.
pub(super) fn tidy(tree: &mut Tree, article: Id, strictness: Strictness) {
    judge_boxes(tree, article, &["form", "fieldset"], strictness);
    take_out(tree, article, &["footer", "link", "aside"], |_, _| true);
    take_out_sharing(tree, article);
    take_out(tree, article, &["iframe"], is_advertisement);
    take_out(tree, article, &["input", "textarea", "select", "button"], |_, _| true);
    if strictness.names {
        take_out(tree, article, &["h1", "h2"], |tree, id| weight(tree, id) < 0.0);
    }
    judge_boxes(tree, article, &["table", "ul", "ol", "div", "section"], strictness);
    take_out(tree, article, &["p"], |tree, id| !shows(tree, id));
}

fn take_out(tree: &mut Tree, article: Id, tags: &[&str], judge: impl Fn(&Tree, Id) -> bool) {
    for id in tree.named(article, tags).into_iter().rev() {
        if judge(tree, id) {
            tree.take_out(id);
        }
    }
}

/// Whether a frame shows an advertisement, or nothing to a reader.
fn is_advertisement(tree: &Tree, id: Id) -> bool {
    let mut addresses = ["src", "data-src", "data-lazy-src"].iter().filter_map(|name| tree.attribute(id, name));
    let shows = |address: &&str| !address.trim().is_empty() && !address.trim_start().starts_with("about:");
    let Some(address) = addresses.find(shows) else { return true };
    is_point(["width", "height"].map(|name| tree.attribute(id, name))) || has_any(&address.to_lowercase(), ADVERTISERS)
}

/// Short boxes for sharing an article.
fn take_out_sharing(tree: &mut Tree, article: Id) {
    let is_sharing = |tree: &Tree, id: Id| {
        has_word_of(&names(tree, id), &["share", "sharedaddy", "sharing"]) && measure(tree, id).length < 500
    };
    for id in tree.inside(article) {
        if !tree.is_text(id) && is_sharing(tree, id) {
            tree.take_out(id);
        }
    }
}

fn judge_boxes(tree: &mut Tree, article: Id, tags: &[&str], strictness: Strictness) {
    if strictness.boxes {
        take_out(tree, article, tags, |tree, id| is_foreign(tree, id, strictness));
    }
}

/// Whether a box, by what it holds, is not part of the text.
fn is_foreign(tree: &Tree, id: Id, strictness: Strictness) -> bool {
    let tag = tree.tag(id);
    if tag == "table" && is_data(tree, id)
        || tree.is_inside(id, |outer| tree.tag(outer) == "table" && is_data(tree, outer))
        || tree.is_inside(id, |outer| tree.tag(outer) == "code")
        || tree.named(id, &["table"]).iter().any(|inner| is_data(tree, *inner))
    {
        return false;
    }
    let weight = if strictness.names { weight(tree, id) } else { 0.0 };
    let found = measure(tree, id);
    if weight < 0.0 && !(names_are_vague(&names(tree, id)) && is_prose(tree, id, &found)) {
        return true;
    }
    if found.commas >= 10 {
        return false;
    }
    Counts::of(tree, id, found.length).speak_against(tree, id, &found, weight)
}

/// Whether a box holds paragraphs as an article has them.
fn is_prose(tree: &Tree, id: Id, found: &Measure) -> bool {
    let long =
        tree.named(id, &["p", "li"]).into_iter().filter(|inner| measure(tree, *inner).length >= LONG_LINE).count();
    long >= FEWEST_LONG && found.link_density() < MOST_LINKED
}

/// How many of what a box holds.
struct Counts {
    paragraphs: usize,
    pictures: usize,
    items: usize,
    fields: usize,
    embedded: usize,
    /// The share of its text in paragraphs, headings and the like.
    in_text: f64,
    is_list: bool,
}

impl Counts {
    /// `length` is that of the box's text.
    fn of(tree: &Tree, id: Id, length: usize) -> Self {
        let all = tree.inside(id);
        let count = |tags: &[&str]| all.iter().filter(|inner| tags.contains(&tree.tag(**inner))).count();
        let share_in = |tags: &[&str]| {
            let inside: usize = all
                .iter()
                .filter(|inner| tags.contains(&tree.tag(**inner)))
                .map(|inner| measure(tree, *inner).length)
                .sum();
            if length == 0 { 0.0 } else { inside as f64 / length as f64 }
        };
        Counts {
            paragraphs: count(&["p"]),
            pictures: count(&["img"]),
            items: count(&["li"]),
            fields: count(&["input"]),
            embedded: all
                .iter()
                .filter(|inner| tree.tag(**inner) == "iframe" && is_advertisement(tree, **inner))
                .count(),
            in_text: share_in(&[
                "span",
                "font",
                "li",
                "td",
                "blockquote",
                "dl",
                "div",
                "img",
                "ol",
                "p",
                "pre",
                "table",
                "ul",
            ]),
            is_list: matches!(tree.tag(id), "ul" | "ol") || share_in(&["ul", "ol"]) > 0.9,
        }
    }

    fn speak_against(&self, tree: &Tree, id: Id, found: &Measure, weight: f64) -> bool {
        let links = found.link_density();
        let inside_figure = tree.is_inside(id, |outer| tree.tag(outer) == "figure");
        if has_only_empty_word(tree, id, found.length) {
            return true;
        }
        let (paragraphs, pictures) = (self.paragraphs as f64, self.pictures as f64);
        let mostly_pictures = !inside_figure && self.pictures > 1 && paragraphs / pictures < 0.5;
        let mostly_items = !self.is_list && self.items as f64 - 100.0 > paragraphs;
        let mostly_fields = self.fields > self.paragraphs / 3;
        let is_short = !self.is_list
            && !inside_figure
            && found.heading_density() < 0.9
            && found.length < 25
            && (self.pictures == 0 || self.pictures > 2)
            && links > 0.0;
        let is_linked = (!self.is_list && weight < 25.0 && links > 0.2) || (weight >= 25.0 && links > 0.5);
        let is_frame = (self.embedded == 1 && found.length < 75) || self.embedded > 1;
        let is_hollow = self.pictures == 0
            && self.in_text == 0.0
            && found.heading_density() < 0.9
            && (found.length < LONG_LINE || links > 0.0);
        let against =
            mostly_pictures || mostly_items || mostly_fields || is_short || is_linked || is_frame || is_hollow;
        // A list of pictures is a gallery.
        let is_gallery = self.is_list
            && against
            && self.pictures > 0
            && self.pictures == self.items
            && tree.children(id).all(|item| tree.children(item).filter(|each| !tree.is_text(*each)).count() <= 1);
        against && !is_gallery
    }
}

fn has_only_empty_word(tree: &Tree, id: Id, length: usize) -> bool {
    (1..20).contains(&length) && EMPTY_WORDS.contains(&text(tree, id).to_lowercase().as_str())
}

/// Whether nothing of an element can be shown.
pub(super) fn shows_nothing(tree: &Tree, id: Id) -> bool {
    tree.manner(id).is_silent || !shows(tree, id)
}
