//! Reads an HTML page: its article's text, and what the page declares and shows about it.

use super::declared::{self, Declared};
use super::finding::find;
use super::headline::{headline, is_site, repetitions};
use super::measure::measure;
use super::openers::Opening;
use super::reach::near_headline;
use super::repeats::take_out_repeats;
use super::surroundings::take_out_hidden;
use super::tree::{Id, Tree};
use super::{byline, dates};
use crate::domain::article::Published;
use crate::domain::attribute_value;
use crate::domain::markup::Markup;
use crate::reader::found::{Facts, Found};
use crate::reader::source::Turn;

/// What may stand in a line beside name and date ("By", "Published on", a reading time), in characters.
const LONGEST_REST: usize = 40;

/// Finds the article in a whole page or a fragment. Its text is empty where there is none.
pub async fn read(page: &Markup, turn: Turn) -> Found {
    let whole = Tree::of(page);
    turn().await;
    let mut declared = declared::read(&whole);
    turn().await;
    let headline = headline(&whole, &declared);
    turn().await;
    let near = headline.as_deref().map(|headline| near_headline(&whole, headline)).unwrap_or_default();
    turn().await;
    let byline = byline::shown(&whole, &near);
    turn().await;
    if byline.is_some() && declared.authors.iter().all(|author| is_site(&whole, &declared, author)) {
        declared.authors.clear();
    }
    let dates = dates::shown(&whole, &near, byline.as_ref().map(|line| line.line));
    turn().await;
    let known = byline.as_ref().map_or(0, |line| line.name.chars().count())
        + dates.all().map(|line| line.date.text.chars().count()).sum::<usize>();
    let repeated = byline::repeated(&whole, &near, &declared.authors);
    let lines: Vec<Id> = (byline.iter().map(|shown| shown.line))
        .chain(repeated)
        .chain(dates.all().map(|shown| shown.line))
        .filter_map(|line| widest(&whole, line, known + LONGEST_REST))
        .collect();
    turn().await;
    let mut seen = whole.clone();
    turn().await;
    take_out_hidden(&mut seen);
    turn().await;
    take_out_repeats(&mut seen);
    turn().await;
    let repeated = headline.as_deref().map(|headline| repetitions(&seen, headline)).unwrap_or_default();
    let shown = byline.as_ref().map(|shown| shown.name.clone());
    let authors = declared.authors.iter().cloned().chain(shown).collect();
    let opening = Opening { headline: repeated.first().copied(), summary: declared.summary.clone(), authors };
    repeated.into_iter().chain(lines).for_each(|id| seen.take_out(id));
    turn().await;
    let place = find(&seen, &opening, turn).await;
    let base = declared_base(&whole);
    let said = |name: &str| around(&whole, place.first, name);
    let language = said("lang").or_else(|| said("xml:lang")).and_then(attribute_value::language);
    let language = language.or_else(|| language_in_head(&whole)).or_else(|| declared.language.clone());
    let direction = said("dir").and_then(attribute_value::direction);
    let own = declared_own(&whole);
    Found { text: place.text, facts: facts(declared, headline, byline, dates, language, direction), base, own }
}

fn facts(
    declared: Declared,
    headline: Option<String>,
    byline: Option<byline::Shown>,
    dates: dates::ShownDates,
    language: Option<String>,
    direction: Option<&'static str>,
) -> Facts {
    let authors = (!declared.authors.is_empty()).then(|| declared.authors.join(", "));
    Facts {
        headline,
        byline: authors.or_else(|| byline.map(|shown| shown.name)),
        published: published(declared.published, dates.published.map(|shown| shown.date)),
        modified: declared.modified.map(dates::of_machine).or(dates.modified.map(|shown| shown.date)),
        summary: declared.summary,
        picture: declared.picture,
        language,
        direction,
        is_news: declared.is_news,
    }
}

/// What is shown, as it is shown, unless the page declares another day.
fn published(declared: Option<String>, shown: Option<Published>) -> Option<Published> {
    match (declared, shown) {
        (Some(declared), Some(shown)) => {
            let differs = shown.datetime.as_deref().is_some_and(|datetime| !dates::is_same_day(datetime, &declared));
            let text = if differs { dates::of_machine(declared.clone()).text } else { shown.text };
            Some(Published { datetime: Some(declared), text })
        }
        (Some(declared), None) => Some(dates::of_machine(declared)),
        (None, shown) => shown,
    }
}

/// The widest element around a line that says little more than name and date; nothing where it stands in a sentence.
fn widest(tree: &Tree, line: Id, longest: usize) -> Option<Id> {
    let fits = |id: &Id| measure(tree, *id).length <= longest && !holds_substance(tree, *id);
    let outer = tree.ancestors(line).take_while(fits).last();
    let parent_is_text = tree.parent(line).is_some_and(|parent| matches!(tree.tag(parent), "p" | "li" | "td"));
    match outer {
        Some(outer) => Some(outer),
        // Cut out of a sentence, a name would leave a hole in it.
        None => (!parent_is_text).then_some(line),
    }
}

fn holds_substance(tree: &Tree, id: Id) -> bool {
    let substance =
        ["h1", "h2", "h3", "h4", "h5", "h6", "img", "figure", "blockquote", "pre", "table", "video", "iframe"];
    !tree.named(id, &substance).is_empty()
        || tree.named(id, &["p"]).iter().any(|inner| measure(tree, *inner).length > LONGEST_REST * 2)
        || matches!(tree.tag(id), "body" | "html" | "")
}

/// The address that a page declares as the base of its own.
fn declared_base(tree: &Tree) -> Option<String> {
    let bases = tree.named(tree.root(), &["base"]);
    bases.into_iter().find_map(|base| tree.attribute(base, "href")).map(str::to_owned)
}

/// The address that a page calls itself by.
fn declared_own(tree: &Tree) -> Option<String> {
    let mut links = tree.named(tree.root(), &["link"]).into_iter();
    let canonical = links.find(|link| tree.has_word(*link, "rel", "canonical"));
    canonical.and_then(|link| tree.attribute(link, "href")).map(str::to_owned)
}

/// What the nearest element around the article says by an attribute.
fn around<'a>(tree: &Tree<'a>, first: Option<Id>, name: &str) -> Option<&'a str> {
    let outer = first.into_iter().flat_map(|first| std::iter::once(first).chain(tree.ancestors(first)));
    let page = tree.named(tree.root(), &["html", "body"]);
    outer.chain(page).find_map(|id| tree.attribute(id, name))
}

fn language_in_head(tree: &Tree) -> Option<String> {
    const NAMES: [&str; 4] = ["content-language", "language", "og:locale", "dc.language"];
    tree.named(tree.root(), &["meta"]).into_iter().find_map(|meta| {
        let name = ["http-equiv", "name", "property"].iter().find_map(|name| tree.attribute(meta, name))?;
        let is_language = NAMES.iter().any(|each| name.eq_ignore_ascii_case(each));
        let said = tree.attribute(meta, "content").filter(|_| is_language)?;
        attribute_value::language(&said.replace('_', "-"))
    })
}
