//! Finds the article in a page: which part it is, what it is called, who wrote it, when, and its lead picture.

use super::article::{Article, LeadPicture, reading_minutes};
use super::article_error::ArticleError;
use super::article_facts;
use super::attribute_value;
use super::link_policy::Resolve;
use super::markup::Markup;
use super::safe_markup::{Cleaner, SafeNode, in_blocks};

/// Reads an article out of a whole page or a fragment. `resolve` makes the page's addresses absolute.
///
/// # Errors
/// [`ArticleError::Empty`] where no text and no picture may be shown.
pub fn read(page: &Markup, resolve: &Resolve) -> Result<Article, ArticleError> {
    let way = way_to_article(page);
    let Some(place) = way.last().copied() else {
        return Err(ArticleError::Empty);
    };
    let mut cleaner = Cleaner::new(resolve);

    let headline = headline(page, place, &mut cleaner);
    let (byline, published) = article_facts::read(page, place, &mut cleaner);
    let lead = lead_picture(place, &mut cleaner);
    let blocks = in_blocks(cleaner.clean(place.children()));

    if lead.is_none() && !blocks.iter().any(SafeNode::shows_something) {
        return Err(ArticleError::Empty);
    }
    let said = |name| way.iter().rev().filter_map(move |node| node.attribute(name));
    Ok(Article {
        headline,
        byline,
        published,
        lead,
        blocks,
        minutes: reading_minutes(&place.text()),
        language: said("lang").find_map(attribute_value::language),
        direction: said("dir").find_map(attribute_value::direction),
    })
}

/// The address that a page declares as the base of its own.
pub fn declared_base(page: &Markup) -> Option<&str> {
    article_facts::in_head(page, &|node| node.tag() == "base" && node.attribute("href").is_some())?.attribute("href")
}

/// The first kind of element that is there decides, and among its kind the one with the most text.
fn way_to_article(page: &Markup) -> Vec<&Markup> {
    let kinds: [fn(&Markup) -> bool; 4] = [
        |node| node.tag() == "article",
        |node| node.tag() == "main" || node.has_word("role", "main"),
        |node| node.has_word("role", "article"),
        |node| node.tag() == "body",
    ];
    for kind in kinds {
        let mut most: Option<(usize, &Markup)> = None;
        page.walk(&mut |node| {
            if kind(node) && !node.is_unseen() {
                let length = node.text().len();
                if length > most.map_or(0, |(length, _)| length) {
                    most = Some((length, node));
                }
            }
        });
        if let Some(way) = most.and_then(|(_, chosen)| page.find(&|node| std::ptr::eq(node, chosen))) {
            return way;
        }
    }
    vec![page]
}

/// The article's own `h1`, else the heading in it that the page's title repeats, else that title, else the page's `h1`.
fn headline<'a>(page: &'a Markup, place: &'a Markup, cleaner: &mut Cleaner<'a>) -> Option<String> {
    let says_something = |node: &Markup| !node.text().is_empty();
    let title =
        article_facts::in_head(page, &|node| node.tag() == "title").map(|title| title.text()).unwrap_or_default();
    let own = place.find(&|node| node.tag() == "h1" && says_something(node)).or_else(|| {
        place.find(&|node| matches!(node.tag(), "h2" | "h3") && says_something(node) && title.contains(&node.text()))
    });
    if let Some(heading) = own.and_then(|way| way.last().copied()) {
        cleaner.leave_out(heading);
        return Some(heading.text());
    }
    if !title.is_empty() {
        return Some(title);
    }
    let elsewhere = page.find(&|node| node.tag() == "h1" && says_something(node))?;
    elsewhere.last().map(|heading| heading.text())
}

/// The first picture before the second paragraph, with its figure's caption. Small ones (icons) and galleries are not it.
fn lead_picture<'a>(place: &'a Markup, cleaner: &mut Cleaner<'a>) -> Option<LeadPicture> {
    let mut search = LeadSearch { cleaner, paragraphs: 0, figure: None, found: None };
    search.look_in(place);
    let (shown, figure, image) = search.found?;
    let caption = figure
        .and_then(|figure| figure.find(&|node| node.tag() == "figcaption"))
        .and_then(|way| way.last().copied())
        .map(|caption| cleaner.clean(caption.children()))
        .unwrap_or_default();
    cleaner.leave_out(figure.unwrap_or(image));
    Some(LeadPicture { picture: shown, caption })
}

struct LeadSearch<'a, 'c> {
    cleaner: &'c Cleaner<'a>,
    paragraphs: usize,
    figure: Option<&'a Markup>,
    found: Option<(super::safe_markup::SafeElement, Option<&'a Markup>, &'a Markup)>,
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
        match self.cleaner.picture(image) {
            Some(shown) => {
                self.found = Some((shown, self.figure, image));
                false
            }
            None => true,
        }
    }
}
