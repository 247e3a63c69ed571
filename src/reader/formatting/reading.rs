//! Follows the parser of Markdown, event by event.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use super::addresses::Addresses;
use super::building::{Building, Element};
use crate::domain::formatted::Block;
use crate::domain::link_policy;

/// Reads a text. Something can be seen of every text in which there is something.
#[inline(never)]
pub fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reading = Reading {
        text,
        addresses: Addresses::of(text),
        building: Building::default(),
        ends: Vec::new(),
        seen: 0,
        typed: 0,
    };
    for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
        reading.take(event, &place);
    }
    let blocks = reading.building.end();
    let has_words = text.chars().any(|each| each.is_alphabetic() || !each.is_ascii());
    if !text.trim().is_empty() && (blocks.is_empty() || (has_words && !is_seen(&blocks))) {
        // Nothing but definitions of links, or lists in quotes in lists in which the parser loses the words: they are seen as they were typed.
        let mut typed = Building::default();
        typed.typed(text);
        return typed.end();
    }
    blocks
}

/// Whether there is anything to read in blocks.
fn is_seen(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(_) | Block::Lines(_) | Block::Heading(_) | Block::Rule => true,
        Block::Code { text, .. } => !text.is_empty(),
        Block::Quote(content) => is_seen(content),
        Block::List { items, .. } => items.iter().any(|item| is_seen(&item.content)),
        Block::Table { head, rows, .. } => rows.iter().chain([head]).any(|row| !row.is_empty()),
    })
}

/// What is done where an element ends.
enum End {
    /// The element that was opened for it ends.
    Element,
    /// Its signs are text, since they stand within an address.
    Signs(Range<usize>),
    /// Nothing, or a line ends: it lay too deep.
    Nothing { is_block: bool },
}

struct Reading<'a> {
    text: &'a str,
    addresses: Addresses,
    building: Building,
    ends: Vec<End>,
    /// Where the last event ended.
    seen: usize,
    /// How many elements are open in something that stands as it was typed.
    typed: usize,
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>, place: &Range<usize>) {
        let seen = if matches!(event, Event::Start(_)) { place.start } else { place.end };
        match event {
            Event::Start(_) if self.typed > 0 => self.typed += 1,
            Event::End(_) if self.typed > 0 => self.typed -= 1,
            _ if self.typed > 0 => {}
            Event::Start(tag) => self.start(tag, place),
            Event::End(_) => self.end(),
            Event::Text(text) => self.words(&text, place),
            Event::Code(code) => self.building.code(&code),
            Event::Html(html) | Event::InlineHtml(html) => self.building.typed(&html),
            Event::SoftBreak | Event::HardBreak => self.building.line_end(),
            Event::Rule => self.building.rule(),
            Event::TaskListMarker(is_done) => self.building.task(is_done),
            // Not enabled.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
        }
        self.seen = seen;
    }

    fn start(&mut self, tag: Tag<'_>, place: &Range<usize>) {
        let signs = match &tag {
            Tag::Emphasis => 1,
            Tag::Strong => 2,
            Tag::Strikethrough => self.at(place).bytes().take_while(|byte| *byte == b'~').count(),
            _ => 0,
        };
        let closing = place.end.saturating_sub(signs)..place.end;
        let opening = place.start..place.start + signs;
        if signs > 0 && (self.addresses.overlap(&opening) || self.addresses.overlap(&closing)) {
            let signs = self.at(&opening).to_owned();
            self.building.text(&signs);
            return self.ends.push(End::Signs(closing));
        }
        let element = match tag {
            Tag::Image { .. } => return self.as_typed(place),
            Tag::Link { link_type, dest_url, .. } => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                // Browsers take a backslash for a slash.
                let address = dest_url.replace('\\', "%5C");
                match link_policy::written(&format!("{scheme}{address}")) {
                    Ok(to) => Element::Link(to),
                    Err(_) => return self.as_typed(place),
                }
            }
            Tag::Heading { .. } => Element::Heading,
            Tag::BlockQuote(_) => Element::Quote,
            Tag::CodeBlock(kind) => Element::Code(match kind {
                CodeBlockKind::Fenced(said) => {
                    said.split_whitespace().next().unwrap_or_default().chars().take(40).collect()
                }
                CodeBlockKind::Indented => String::new(),
            }),
            Tag::List(start) => Element::List(start),
            Tag::Item => Element::Item,
            Tag::Table(columns) => Element::Table(columns),
            Tag::TableHead | Tag::TableRow => Element::Row,
            Tag::TableCell => Element::Cell,
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Strike,
            _ => Element::Paragraph,
        };
        let is_block = element.is_block();
        let end = if self.building.open(element) { End::Element } else { End::Nothing { is_block } };
        self.ends.push(end);
    }

    fn end(&mut self) {
        match self.ends.pop() {
            Some(End::Element) => self.building.close(),
            Some(End::Signs(place)) => {
                let signs = self.at(&place).to_owned();
                self.building.text(&signs);
            }
            Some(End::Nothing { is_block: true }) => self.building.line_end(),
            Some(End::Nothing { is_block: false }) | None => {}
        }
    }

    fn at(&self, place: &Range<usize>) -> &str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// Lets the element that stands here, whatever is in it, stand as it was typed.
    fn as_typed(&mut self, place: &Range<usize>) {
        let typed = self.at(place).to_owned();
        self.building.typed(&typed);
        self.typed = 1;
    }

    /// Text: two bars that were typed, and not escaped, may be the sign of a spoiler. In a table every bar is escaped that parts no cells.
    fn words(&mut self, words: &str, place: &Range<usize>) {
        let is_escaped = place.start > self.seen
            && !self.building.is_cell()
            && self.text.get(..place.start).is_some_and(|before| before.ends_with('\\'));
        if words.contains('\n') && !self.building.is_code() {
            // A reference to a character (`&#10;`) may be a line end.
            return self.building.typed(words);
        }
        if !words.contains('|') || self.at(place) != words {
            return self.building.text(words);
        }
        let escaped = if is_escaped { words.chars().next().map_or(0, char::len_utf8) } else { 0 };
        let (first, rest) = words.split_at_checked(escaped).unwrap_or((words, ""));
        self.building.text(first);
        for (number, run) in rest.split('|').enumerate() {
            if number > 0 {
                self.building.bar();
            }
            self.building.text(run);
        }
    }
}
