//! Finds who wrote an article and when, and takes the line that says so out of the text.

use crate::domain::allow_list::Tag;
use crate::domain::article::Published;
use crate::domain::attribute_value;
use crate::domain::markup::{Markup, one_line};

/// A longer byline, in characters, is a paragraph about the author.
const LONGEST_BYLINE: usize = 120;
/// What may stand in the line beside name and date ("By", "Published on", a reading time), in characters.
const LONGEST_REST: usize = 40;
/// A date inside a paragraph of at least this many characters is part of the story.
const LONG_PARAGRAPH: usize = 80;

/// The byline and the date, each where the page says it.
pub(super) fn read<'a>(
    page: &Markup,
    place: &'a Markup,
    left_out: &mut Vec<&'a Markup>,
) -> (Option<String>, Option<Published>) {
    let author = way_to_author(place);
    let date = way_to_date(place);
    let byline = author.as_deref().and_then(name_in);
    let shown_date = date.as_deref().and_then(date_in);

    let known = byline.as_deref().map_or(0, str::len) + shown_date.as_ref().map_or(0, |date| date.text.len());
    if byline.is_some()
        && let Some(line) = author.as_deref().and_then(|way| line_of(way, known))
    {
        left_out.push(line);
    }
    if shown_date.is_some()
        && let Some(line) = date.as_deref().and_then(|way| line_of(way, known))
    {
        left_out.push(line);
    }
    (byline.or_else(|| author_in_head(page)), shown_date.or_else(|| date_in_head(page)))
}

/// The first element of the whole page, head included, that passes the test.
pub(super) fn in_head<'a>(page: &'a Markup, test: &dyn Fn(&Markup) -> bool) -> Option<&'a Markup> {
    let mut first = None;
    page.walk(&mut |node| {
        if first.is_none() && test(node) {
            first = Some(node);
        }
    });
    first
}

fn first_of<'a>(place: &'a Markup, tests: &[&dyn Fn(&Markup) -> bool]) -> Option<Vec<&'a Markup>> {
    tests.iter().find_map(|test| place.find(&|node| test(node) && !node.text().is_empty()))
}

fn way_to_author(place: &Markup) -> Option<Vec<&Markup>> {
    first_of(
        place,
        &[&|node| node.has_word("itemprop", "author") || node.has_word("rel", "author"), &|node| {
            ["byline", "p-author", "author", "post-author", "author-name"]
                .iter()
                .any(|word| node.has_word("class", word))
        }],
    )
}

fn way_to_date(place: &Markup) -> Option<Vec<&Markup>> {
    first_of(
        place,
        &[&|node| node.has_word("itemprop", "datePublished") || node.attribute("pubdate").is_some(), &|node| {
            ["published", "dt-published", "entry-date", "post-date"].iter().any(|word| node.has_word("class", word))
        }],
    )
    .or_else(|| {
        // A plain `time` tells when the article was published only above its text.
        let way = place.find(&|node| node.tag() == "time" || begins_the_text(node))?;
        way.last().is_some_and(|found| found.tag() == "time" && !found.text().is_empty()).then_some(way)
    })
}

fn begins_the_text(node: &Markup) -> bool {
    node.tag() == "p" && node.text().len() >= LONG_PARAGRAPH
}

fn name_in(way: &[&Markup]) -> Option<String> {
    let node = way.last()?;
    let name = match node.find(&|inner| inner.has_word("itemprop", "name")) {
        Some(inner) => inner.last()?.text(),
        None => without_times(node),
    };
    let name = name.trim_matches(|each: char| {
        !each.is_alphanumeric() && !matches!(each, '(' | ')' | '.' | '!' | '?' | '"' | '”' | '’')
    });
    (!name.is_empty() && name.chars().count() <= LONGEST_BYLINE).then(|| name.to_owned())
}

fn without_times(node: &Markup) -> String {
    fn collect(node: &Markup, out: &mut String) {
        match node {
            Markup::Text(text) => out.push_str(text),
            Markup::Element { tag, .. } if tag == "time" || node.is_unseen() => {}
            Markup::Element { children, .. } => children.iter().for_each(|child| collect(child, out)),
        }
    }
    let mut text = String::new();
    collect(node, &mut text);
    one_line(&text)
}

fn date_in(way: &[&Markup]) -> Option<Published> {
    let node = way.last()?;
    let text = node.text();
    let datetime = ["datetime", "content", "title"]
        .iter()
        .filter_map(|name| node.attribute(name))
        .find_map(attribute_value::moment);
    (text.chars().count() <= LONGEST_BYLINE).then_some(Published { datetime, text })
}

/// The widest element around the end of the way that says little more than name and date.
fn line_of<'a>(way: &[&'a Markup], known: usize) -> Option<&'a Markup> {
    let (_, inner) = way.split_first()?;
    let (found, around) = inner.split_last()?;
    let mut line: Option<&'a Markup> = None;
    for node in std::iter::once(found).chain(around.iter().rev()) {
        let swallows = substance_inside(node) > line.map_or(0, substance_in);
        if swallows || node.text().len() > known + LONGEST_REST {
            break;
        }
        line = Some(node);
    }
    // Cut out of a sentence, a name would leave a hole in it.
    let ends_a_sentence =
        line.is_some_and(|line| std::ptr::eq(line, *found)) && around.last().is_some_and(|parent| parent.tag() == "p");
    line.filter(|_| !ends_a_sentence)
}

fn substance_in(node: &Markup) -> usize {
    let mut count = 0;
    node.walk(&mut |inner| count += usize::from(is_substance(inner)));
    count
}

fn substance_inside(node: &Markup) -> usize {
    node.children().iter().map(substance_in).sum()
}

fn author_in_head(page: &Markup) -> Option<String> {
    let meta = in_head(page, &|node| {
        node.tag() == "meta"
            && (node.has_word("name", "author") || node.has_word("property", "article:author"))
            // Some sites put the address of a profile there.
            && node.attribute("content").is_some_and(|content| !content.trim().is_empty() && !content.contains("://"))
    })?;
    let name = one_line(meta.attribute("content")?);
    (name.chars().count() <= LONGEST_BYLINE).then_some(name)
}

fn date_in_head(page: &Markup) -> Option<Published> {
    let meta = in_head(page, &|node| {
        node.tag() == "meta"
            && (node.has_word("itemprop", "datePublished")
                || node.has_word("property", "article:published_time")
                || node.has_word("name", "date"))
    })?;
    let datetime = attribute_value::moment(meta.attribute("content")?)?;
    let text = datetime.split('T').next()?.to_owned();
    Some(Published { datetime: Some(datetime), text })
}

/// Whether a node is a block that a line about the author or the date must not swallow.
fn is_substance(node: &Markup) -> bool {
    matches!(
        Tag::named(node.tag()),
        Some(
            Tag::P
                | Tag::H2
                | Tag::H3
                | Tag::H4
                | Tag::H5
                | Tag::H6
                | Tag::Img
                | Tag::Figure
                | Tag::Blockquote
                | Tag::Pre
                | Tag::Table
        )
    )
}
