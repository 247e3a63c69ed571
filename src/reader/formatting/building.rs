//! Puts the elements of a text together, one in the other.

use pulldown_cmark::Alignment as Column;

use super::lines::{Piece, assembled};
use crate::domain::formatted::{Alignment, Block, Cell, Inline, Item, text_of};
use crate::domain::link_policy::SafeLink;
use crate::domain::pretence::real_host;

/// How deep elements may nest; what lies deeper keeps its text.
const MAX_DEPTH: usize = 16;

/// An element that is begun.
#[derive(Debug)]
pub(super) enum Element {
    Paragraph,
    Heading,
    Quote,
    Code(String),
    List(Option<u64>),
    Item,
    Table(Vec<Column>),
    Row,
    Cell,
    Strong,
    Emphasis,
    Strike,
    Link(SafeLink),
}

impl Element {
    /// How many elements it is at least, with those in it without which nothing can stand there.
    fn depth(&self) -> usize {
        match self {
            Self::Table(_) => 3,
            Self::List(_) | Self::Row => 2,
            _ => 1,
        }
    }

    /// Whether it ends the line that it stands in.
    pub(super) fn is_block(&self) -> bool {
        !matches!(self, Self::Strong | Self::Emphasis | Self::Strike | Self::Link(_))
    }
}

/// What is in an element that is open.
#[derive(Debug, Default)]
struct Content {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    items: Vec<Item>,
    rows: Vec<Vec<Cell>>,
    cells: Vec<Cell>,
    task: Option<bool>,
    /// Whether its text ends with one bar that was typed: another one makes it the sign of a spoiler.
    has_bar: bool,
}

/// A text as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Building {
    text: Content,
    open: Vec<(Element, Content)>,
}

impl Building {
    /// Begins an element; `false` where it would lie too deep.
    pub(super) fn open(&mut self, element: Element) -> bool {
        if self.open.len() + element.depth() > MAX_DEPTH {
            return false;
        }
        if element.is_block() {
            self.end_lines();
        }
        self.here().has_bar = false;
        self.open.push((element, Content::default()));
        true
    }

    /// Adds text, in which a line may end only in code.
    pub(super) fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let here = self.here();
        here.has_bar = false;
        match here.pieces.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => here.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    /// Whether code is open, in which text stands as it is.
    pub(super) fn is_code(&self) -> bool {
        matches!(self.open.last(), Some((Element::Code(_), _)))
    }

    /// Whether a cell of a table is open.
    pub(super) fn is_cell(&self) -> bool {
        self.open.iter().any(|(element, _)| matches!(element, Element::Cell))
    }

    /// Adds a bar that was typed.
    pub(super) fn bar(&mut self) {
        let had_bar = self.here().has_bar;
        if !had_bar {
            self.text("|");
            self.here().has_bar = true;
            return;
        }
        let here = self.here();
        here.has_bar = false;
        if let Some(Piece::Text(before)) = here.pieces.last_mut() {
            before.pop();
        }
        here.pieces.push(Piece::Bars);
    }

    /// Adds text as it was typed, with the ends of its lines.
    pub(super) fn typed(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.line_end();
            }
            self.text(line.strip_suffix('\r').unwrap_or(line));
        }
    }

    /// Adds code in a line.
    pub(super) fn code(&mut self, code: &str) {
        self.whole(Inline::Code(code.to_owned()));
    }

    /// Ends a line.
    pub(super) fn line_end(&mut self) {
        self.whole(Inline::Break);
    }

    /// Adds a line across.
    pub(super) fn rule(&mut self) {
        self.block(Block::Rule);
    }

    /// Says of the item that is open whether it is done.
    pub(super) fn task(&mut self, is_done: bool) {
        self.here().task = Some(is_done);
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        let Some((element, mut content)) = self.open.pop() else {
            return;
        };
        let in_link = self.open.iter().any(|(outer, _)| matches!(outer, Element::Link(_)));
        match element {
            Element::Paragraph => self.close_lines(content, Block::Paragraph),
            Element::Heading => self.close_lines(content, Block::Heading),
            Element::Quote => self.block(Block::Quote(finished(content))),
            Element::Code(language) => {
                let text: String = content.pieces.into_iter().map(code_of).collect();
                let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
                self.block(Block::Code { language, text });
            }
            Element::List(start) => self.block(Block::List { start, items: content.items }),
            Element::Item => {
                let task = content.task;
                self.here().items.push(Item { task, content: finished(content) });
            }
            Element::Table(columns) => {
                let mut rows = content.rows.into_iter();
                let head = rows.next().unwrap_or_default();
                let columns = columns.into_iter().map(alignment).collect();
                self.block(Block::Table { columns, head, rows: rows.collect() });
            }
            Element::Row => {
                // The parser fills up short rows, with as many cells as the table has columns.
                while content.cells.last().is_some_and(Vec::is_empty) {
                    content.cells.pop();
                }
                self.here().rows.push(content.cells);
            }
            Element::Cell => self.here().cells.push(assembled(content.pieces, in_link)),
            Element::Strong => self.whole(Inline::Strong(assembled(content.pieces, in_link))),
            Element::Emphasis => self.whole(Inline::Emphasis(assembled(content.pieces, in_link))),
            Element::Strike => self.whole(Inline::Strike(assembled(content.pieces, in_link))),
            Element::Link(to) => {
                let content = assembled(content.pieces, true);
                let host = real_host(&text_of(&content), &to);
                self.whole(Inline::Link { to, host, content });
            }
        }
    }

    /// All of it.
    pub(super) fn end(self) -> Vec<Block> {
        let mut blocks = finished(self.text);
        for block in &mut blocks {
            if let Block::Lines(lines) = block {
                *block = Block::Paragraph(std::mem::take(lines));
            }
        }
        blocks
    }

    fn here(&mut self) -> &mut Content {
        self.open.last_mut().map_or(&mut self.text, |(_, content)| content)
    }

    fn whole(&mut self, inline: Inline) {
        let here = self.here();
        here.has_bar = false;
        here.pieces.push(Piece::Whole(inline));
    }

    fn block(&mut self, block: Block) {
        self.end_lines();
        self.here().blocks.push(block);
    }

    /// What stands in lines by itself is complete where a block begins.
    fn end_lines(&mut self) {
        let here = self.here();
        let lines = lines_of(std::mem::take(&mut here.pieces));
        here.blocks.extend(lines.map(Block::Lines));
    }

    fn close_lines(&mut self, mut content: Content, block: fn(Vec<Inline>) -> Block) {
        let lines = lines_of(std::mem::take(&mut content.pieces));
        self.here().blocks.append(&mut content.blocks);
        self.here().blocks.extend(lines.map(block));
    }
}

fn finished(mut content: Content) -> Vec<Block> {
    content.blocks.extend(lines_of(content.pieces).map(Block::Lines));
    content.blocks
}

/// Pieces as lines, without empty ones at the ends; none where there is nothing.
fn lines_of(pieces: Vec<Piece>) -> Option<Vec<Inline>> {
    let mut lines = assembled(pieces, false);
    while matches!(lines.last(), Some(Inline::Break)) {
        lines.pop();
    }
    let begin = lines.iter().take_while(|inline| **inline == Inline::Break).count();
    lines.drain(..begin);
    Some(lines).filter(|lines| !lines.is_empty())
}

fn code_of(piece: Piece) -> String {
    match piece {
        Piece::Text(text) => text,
        Piece::Bars => "||".to_owned(),
        Piece::Whole(_) => "\n".to_owned(),
    }
}

fn alignment(column: Column) -> Alignment {
    match column {
        Column::None => Alignment::Natural,
        Column::Left => Alignment::Left,
        Column::Center => Alignment::Center,
        Column::Right => Alignment::Right,
    }
}
