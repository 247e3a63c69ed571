//! Writes Markdown as HTML, in the bounds that a page can draw.

use std::collections::VecDeque;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// How deep elements may nest; what lies deeper keeps its text.
const MAX_DEPTH: usize = 48;

/// The HTML of a Markdown text: CommonMark with tables, footnotes, strikethrough, task lists, formulas (`$…$`, which stay as they are
/// written), ids of headings and the marked quotes of GitHub. Raw HTML stays in it.
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
    for event in Parser::new_ext(text, options) {
        if let Some(event) = shallow.pass(event) {
            notes.take(event);
        }
    }
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    html::push_html(&mut out, notes.in_order().into_iter());
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
        let mut marks = Marks { notes: self.ended.into(), order: Vec::new() };
        let mut out = marks.numbered(self.text);
        let mut list = Vec::new();
        let mut number = 0;
        while let Some((label, times)) = marks.order.get(number).map(|(label, times)| (label.clone(), *times)) {
            number += 1;
            let note =
                marks.notes.iter().position(|note| note.label == label).and_then(|place| marks.notes.remove(place));
            let Some(note) = note else { continue };
            let mut events = marks.numbered(note.events);
            let back = (times > 0).then(|| Event::InlineHtml(format!(" <a href=\"#fnref-{number}\">↩</a>").into()));
            // It stands behind the last words, if these are a paragraph.
            let place = events.len() - usize::from(matches!(events.last(), Some(Event::End(TagEnd::Paragraph))));
            events.splice(place..place, back);
            list.push(Event::Html(format!("<li id=\"fn-{number}\">").into()));
            list.append(&mut events);
            list.push(Event::Html("</li>\n".into()));
            if number == marks.order.len() {
                // Nobody refers to these.
                marks.order.extend(marks.notes.iter().map(|note| (note.label.clone(), 0)).take(1));
            }
        }
        out.push(Event::Html("<hr>\n<ol>\n".into()));
        out.append(&mut list);
        out.push(Event::Html("</ol>\n".into()));
        out
    }
}

/// The marks in the text that lead to the footnotes.
struct Marks<'a> {
    /// The notes that are not in their place yet.
    notes: VecDeque<Note<'a>>,
    /// The labels in the order in which they came, and how often each did.
    order: Vec<(CowStr<'a>, usize)>,
}

impl<'a> Marks<'a> {
    fn numbered(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        events
            .into_iter()
            .map(|event| if let Event::FootnoteReference(label) = event { self.mark(label) } else { event })
            .collect()
    }

    fn mark(&mut self, label: CowStr<'a>) -> Event<'a> {
        let place = self.order.iter().position(|(known, _)| *known == label).unwrap_or_else(|| {
            self.order.push((label, 0));
            self.order.len() - 1
        });
        let number = place + 1;
        let first = self.order.get_mut(place).is_some_and(|(_, times)| {
            *times += 1;
            *times == 1
        });
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        Event::InlineHtml(format!("<sup><a href=\"#fn-{number}\"{id}>{number}</a></sup>").into())
    }
}
