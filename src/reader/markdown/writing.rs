//! Writes Markdown as HTML, in the bounds that a page can draw.

use super::addresses::Addresses;
use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// How deep elements may nest; what lies deeper keeps its text.
const MAX_DEPTH: usize = 48;

/// The HTML of a Markdown text: CommonMark with tables, footnotes, strikethrough, links of bare addresses, task lists, formulas (`$…$`, which stay as they are
/// written), ids of headings and the marked quotes of GitHub. Raw HTML stays in it.
#[inline(never)]
pub fn as_html(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut notes = Notes::default();
    let mut shallow = Shallow::default();
    let mut addresses = Addresses::default();
    let mut take = |event| notes.take(event);
    for event in Parser::new_ext(text, options) {
        if let Some(event) = shallow.pass(event) {
            addresses.take(event, &mut take);
        }
    }
    addresses.end(&mut take);
    written(notes.in_order(), text.len())
}

/// A function for itself, since the one that writes is long.
#[inline(never)]
fn written(events: Vec<Event<'_>>, length: usize) -> String {
    let mut out = String::with_capacity(length + length / 2);
    html::push_html(&mut out, events.into_iter());
    out
}

/// Lets through what does not lie too deep, and says in text what HTML would say by a control.
#[derive(Default)]
struct Shallow {
    open: usize,
}

impl Shallow {
    fn pass<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Start(_) => {
                self.open += 1;
                (self.open <= MAX_DEPTH).then_some(event)
            }
            Event::End(_) => {
                self.open = self.open.saturating_sub(1);
                // Words of two blocks are two words.
                Some(if self.open < MAX_DEPTH { event } else { Event::SoftBreak })
            }
            Event::TaskListMarker(is_done) => Some(Event::Text(if is_done { "☑ " } else { "☐ " }.into())),
            Event::InlineMath(formula) => Some(Event::Text(format!("${formula}$").into())),
            Event::DisplayMath(formula) => Some(Event::Text(format!("$${formula}$$").into())),
            event => Some(event),
        }
    }
}

/// A footnote: what it is called, and its text.
struct Note<'a> {
    label: CowStr<'a>,
    events: Vec<Event<'a>>,
}

/// The events of a text, with its footnotes set apart: they stand at the end, in the order in which the text refers to them.
#[derive(Default)]
struct Notes<'a> {
    text: Vec<Event<'a>>,
    /// The notes that are open, one in the other.
    open: Vec<Note<'a>>,
    ended: Vec<Note<'a>>,
}

impl<'a> Notes<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => self.open.push(Note { label, events: Vec::new() }),
            Event::End(TagEnd::FootnoteDefinition) => self.ended.extend(self.open.pop()),
            Event::Start(Tag::BlockQuote(Some(kind))) => {
                let name = match kind {
                    BlockQuoteKind::Note => "Note",
                    BlockQuoteKind::Tip => "Tip",
                    BlockQuoteKind::Important => "Important",
                    BlockQuoteKind::Warning => "Warning",
                    BlockQuoteKind::Caution => "Caution",
                };
                let here = self.here();
                here.push(Event::Start(Tag::BlockQuote(None)));
                here.push(Event::Html(format!("<p><strong>{name}</strong></p>\n").into()));
            }
            event => self.here().push(event),
        }
    }

    fn here(&mut self) -> &mut Vec<Event<'a>> {
        self.open.last_mut().map_or(&mut self.text, |note| &mut note.events)
    }

    fn in_order(mut self) -> Vec<Event<'a>> {
        self.ended.append(&mut self.open);
        if self.ended.is_empty() {
            return self.text;
        }
        let mut marks = Marks::to(self.ended);
        let mut out = marks.numbered(self.text);
        out.push(Event::Html("<hr>\n<ol>\n".into()));
        let mut number = 0;
        while let Some(events) = marks.events_of(number) {
            number += 1;
            let mut events = marks.numbered(events);
            let back =
                marks.is_named(number).then(|| Event::InlineHtml(format!(" <a href=\"#fnref-{number}\">↩</a>").into()));
            // It stands behind the last words, if these are a paragraph.
            let place = events.len() - usize::from(matches!(events.last(), Some(Event::End(TagEnd::Paragraph))));
            events.splice(place..place, back);
            out.push(Event::Html(format!("<li id=\"fn-{number}\">").into()));
            out.append(&mut events);
            out.push(Event::Html("</li>\n".into()));
        }
        out.push(Event::Html("</ol>\n".into()));
        out
    }
}

/// The marks in the text that lead to the footnotes.
struct Marks<'a> {
    /// The notes, by label.
    notes: Vec<Note<'a>>,
    /// The places of these in the order in which their marks came.
    order: Vec<usize>,
    /// How many of the order have marks. Behind them stand the notes that nobody refers to.
    named: usize,
    /// For each note, which in the order it is, from 1.
    numbers: Vec<usize>,
}

impl<'a> Marks<'a> {
    fn to(mut notes: Vec<Note<'a>>) -> Self {
        notes.sort_by(|one, other| one.label.cmp(&other.label));
        notes.dedup_by(|later, first| later.label == first.label);
        let numbers = vec![0; notes.len()];
        Self { notes, order: Vec::new(), named: 0, numbers }
    }

    /// What the note says that comes after so many.
    fn events_of(&mut self, number: usize) -> Option<Vec<Event<'a>>> {
        if number == self.order.len() {
            let unnamed = self.numbers.iter_mut().zip(0..).filter(|(number, _)| **number == 0);
            for (number, place) in unnamed {
                self.order.push(place);
                *number = self.order.len();
            }
        }
        let note = self.notes.get_mut(*self.order.get(number)?)?;
        Some(std::mem::take(&mut note.events))
    }

    fn is_named(&self, number: usize) -> bool {
        number <= self.named
    }

    fn numbered(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let mark = |event| if let Event::FootnoteReference(label) = event { self.mark(&label) } else { event };
        events.into_iter().map(mark).collect()
    }

    fn mark(&mut self, label: &CowStr<'a>) -> Event<'a> {
        let place = self.notes.binary_search_by(|note| note.label.cmp(label)).ok();
        let Some((place, number)) = place.and_then(|place| Some((place, self.numbers.get_mut(place)?))) else {
            return Event::Text(format!("[^{label}]").into());
        };
        let is_first = *number == 0;
        if is_first {
            self.order.push(place);
            self.named += 1;
            *number = self.named;
        }
        let id = if is_first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        Event::InlineHtml(format!("<sup><a href=\"#fn-{number}\"{id}>{number}</a></sup>").into())
    }
}
