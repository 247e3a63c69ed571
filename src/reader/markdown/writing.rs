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
    let parser = Parser::new_ext(text, options);
    let mut events = Events { parser, shallow: Shallow::default(), addresses: Addresses::default(), ready: Vec::new() };
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    // The events of a long text are some fifty times as large as the text. Only footnotes must be known before it is written.
    if text.contains("[^") {
        let mut notes = Notes::default();
        events.for_each(|event| notes.take(event));
        write(&mut out, &mut notes.in_order().into_iter());
    } else {
        write(&mut out, &mut events);
    }
    out
}

/// A function for itself, and one for both, since the one that writes is long.
#[inline(never)]
fn write<'a>(out: &mut String, events: &mut dyn Iterator<Item = Event<'a>>) {
    html::push_html(out, events);
}

/// What is written of a text, bit by bit.
struct Events<'a> {
    parser: Parser<'a>,
    shallow: Shallow,
    addresses: Addresses,
    /// What has come of the parser's last event, the next one at the end.
    ready: Vec<Event<'a>>,
}

impl<'a> Iterator for Events<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        while self.ready.is_empty() {
            let ready = &mut self.ready;
            match self.parser.next() {
                Some(event) => {
                    if let Some(event) = self.shallow.pass(event) {
                        self.addresses.take(event, &mut |event| with_name(event, ready));
                    }
                }
                None => {
                    self.addresses.end(&mut |event| ready.push(event));
                    if ready.is_empty() {
                        return None;
                    }
                }
            }
            self.ready.reverse();
        }
        self.ready.pop()
    }
}

/// Puts the name of a marked quote at its start.
fn with_name<'a>(event: Event<'a>, out: &mut Vec<Event<'a>>) {
    let Event::Start(Tag::BlockQuote(Some(kind))) = event else { return out.push(event) };
    let name = match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    };
    out.push(Event::Start(Tag::BlockQuote(None)));
    out.push(Event::Html(format!("<p><strong>{name}</strong></p>\n").into()));
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

#[cfg(test)]
mod tests {
    use super::as_html;

    #[test]
    fn a_long_text_is_written_like_a_short_one() {
        const MANY: usize = 1_000;
        let said = "Some *words*.\n\n";
        assert_eq!(as_html(&said.repeat(MANY)), as_html(said).repeat(MANY));
        let items = as_html(&"- a ![b](c)\n".repeat(MANY));
        assert_eq!(items, format!("<ul>\n{}</ul>\n", "<li>a <img src=\"c\" alt=\"b\" /></li>\n".repeat(MANY)));
        let table = as_html(&format!("|a|\n|-|\n{}\nEnd.", "|b|\n".repeat(MANY)));
        assert_eq!((table.matches("<thead>").count(), table.matches("<tr><td>b</td></tr>").count()), (1, MANY));
    }
}
