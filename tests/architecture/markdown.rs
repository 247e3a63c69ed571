//! The project's documents as their readers see them: what is a heading, a link, a picture, a cell of a table.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};

use super::source::{self, Source};

/// What stands as running text, and what of it in backticks.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub(super) plain: String,
    pub(super) codes: Vec<String>,
}

/// A heading, and the anchor that leads to it.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) text: String,
    pub(super) anchor: String,
}

/// Something of a document, and the line that it begins in.
pub(super) type At<T> = (usize, T);

/// A document, taken apart.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) path: String,
    pub(super) headings: Vec<Heading>,
    /// Where its links lead.
    pub(super) links: Vec<At<String>>,
    /// Where its pictures are, and what is said in their place.
    pub(super) images: Vec<At<(String, String)>>,
    /// What stands in backticks.
    pub(super) codes: Vec<At<String>>,
    /// The language and text of what stands between fences.
    pub(super) blocks: Vec<(String, String)>,
    /// HTML that is neither a picture nor a comment.
    pub(super) markup: Vec<At<String>>,
    pub(super) paragraphs: Vec<Text>,
    /// What stands in lists without paragraphs in them.
    pub(super) items: Vec<Text>,
    /// The rows below each heading, without the row of titles: several tables are one after the other.
    tables: BTreeMap<String, Vec<Vec<Text>>>,
}

impl Document {
    /// The document at a path.
    #[track_caller]
    pub(super) fn read(path: &str) -> Self {
        Self::of(&source::read(path))
    }

    /// Takes a document apart.
    pub(super) fn of(source: &Source) -> Self {
        let mut reading =
            Reading { document: Self { path: source.path.clone(), ..Self::default() }, ..Reading::default() };
        let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        for (event, range) in Parser::new_ext(&source.text, options).into_offset_iter() {
            let before = source.text.get(..range.start).unwrap_or_default();
            reading.take(event, before.matches('\n').count() + 1);
        }
        reading.document
    }

    /// The rows of the tables below a heading.
    #[track_caller]
    pub(super) fn rows(&self, heading: &str) -> &[Vec<Text>] {
        let rows = self.tables.get(heading);
        rows.unwrap_or_else(|| panic!("{} has no table below the heading \"{heading}\"", self.path))
    }

    /// All cells of all tables below a heading; none where there is no table.
    pub(super) fn cells(&self, heading: &str) -> impl Iterator<Item = &Text> {
        self.tables.get(heading).into_iter().flatten().flatten()
    }
}

/// A document on the way.
#[derive(Default)]
struct Reading {
    document: Document,
    /// What is being read: the innermost last.
    open: Vec<Text>,
    block: Option<(String, String)>,
    image: Option<At<String>>,
    anchors: BTreeMap<String, usize>,
    row: Vec<Text>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>, line: usize) {
        match event {
            Event::Start(tag) => self.begin(tag, line),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.write(&text),
            Event::SoftBreak | Event::HardBreak => self.write("\n"),
            Event::Code(code) => {
                self.write(&code);
                if let Some(text) = self.open.last_mut() {
                    text.codes.push(code.to_string());
                }
                self.document.codes.push((line, code.into_string()));
            }
            Event::Html(markup) | Event::InlineHtml(markup) => self.markup(&markup, line),
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        match (&mut self.block, self.open.last_mut()) {
            (Some((_, block)), _) => block.push_str(words),
            (None, Some(text)) => text.plain.push_str(words),
            (None, None) => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, line: usize) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell | Tag::Item => self.open.push(Text::default()),
            Tag::CodeBlock(kind) => {
                let language =
                    if let CodeBlockKind::Fenced(language) = kind { language.into_string() } else { String::new() };
                self.block = Some((language, String::new()));
            }
            Tag::Link { dest_url, .. } => self.document.links.push((line, dest_url.into_string())),
            Tag::Image { dest_url, .. } => {
                self.image = Some((line, dest_url.into_string()));
                self.open.push(Text::default());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => self.document.blocks.extend(self.block.take()),
            TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                let heading = self.document.headings.last().map(|heading| heading.text.clone());
                self.document.tables.entry(heading.unwrap_or_default()).or_default().push(row);
            }
            TagEnd::TableHead => self.row.clear(),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item | TagEnd::Image => {
                let text = self.open.pop().unwrap_or_default();
                match tag {
                    TagEnd::Paragraph => self.document.paragraphs.push(text),
                    TagEnd::Item => self.document.items.push(text),
                    TagEnd::TableCell => self.row.push(text),
                    TagEnd::Heading(_) => {
                        let anchor = anchor(&text.plain, &mut self.anchors);
                        self.document.headings.push(Heading { text: text.plain, anchor });
                    }
                    TagEnd::Image => {
                        self.document.images.extend(self.image.take().map(|(line, to)| (line, (to, text.plain))));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn markup(&mut self, markup: &str, line: usize) {
        let (html, pictures) = (Html::parse_fragment(markup), Selector::parse("img"));
        let mut found = 0;
        for picture in pictures.iter().flat_map(|pictures| html.select(pictures)) {
            let value = |name| picture.value().attr(name).unwrap_or_default().to_owned();
            self.document.images.push((line, (value("src"), value("alt"))));
            found += 1;
        }
        if found == 0 && !markup.trim_start().starts_with("<!--") {
            self.document.markup.push((line, markup.trim().to_owned()));
        }
    }
}

/// The anchor that GitHub gives a heading: small letters, without punctuation, hyphens for spaces, and a number after
/// the first of a name.
fn anchor(heading: &str, before: &mut BTreeMap<String, usize>) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let name = kept.collect::<String>().to_lowercase().replace(' ', "-");
    let times = before.entry(name.clone()).or_default();
    *times += 1;
    if *times == 1 { name } else { format!("{name}-{}", *times - 1) }
}

#[test]
fn a_document_is_read_as_its_readers_see_it() {
    let text = "# One\n\nSee `a` in [b](c.md#d).\n\n## What's \"new\"?\n\n| x | y |\n|---|---|\n| `1` and `2` | [l](m) ![p](q.png) |\n\n```sh\nls `x`\n```\n\n## One\n<img src=\"i.png\" alt=\"An i\"><b>\n";
    let document = Document::of(&Source::sample("A.md", text));
    let anchors: Vec<&str> = document.headings.iter().map(|heading| &*heading.anchor).collect();
    assert_eq!(anchors, ["one", "whats-new", "one-1"]);
    assert_eq!(document.links, [(3, "c.md#d".to_owned()), (9, "m".to_owned())]);
    let images: Vec<_> = document.images.iter().map(|(line, (to, alt))| (*line, &**to, &**alt)).collect();
    assert_eq!(images, [(9, "q.png", "p"), (16, "i.png", "An i")]);
    assert_eq!(document.codes, [(3, "a".to_owned()), (9, "1".to_owned()), (9, "2".to_owned())]);
    assert_eq!(document.blocks, [("sh".to_owned(), "ls `x`\n".to_owned())]);
    let [row] = document.rows("What's \"new\"?") else { panic!("one row") };
    assert_eq!(row.iter().map(|cell| &*cell.plain).collect::<Vec<_>>(), ["1 and 2", "l "]);
    assert_eq!(row[0].codes, ["1", "2"]);
    assert_eq!(document.paragraphs[0].plain, "See a in b.");
}
