//! A comment's text with its formatting: the few elements that there are, so that nothing else can be said.

use super::link_policy::SafeLink;

/// What stands below one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Text by itself in an item, close to its neighbours.
    Lines(Vec<Inline>),
    /// A heading. The thread has its own order of headings, so it is a paragraph in bold.
    Heading(Vec<Inline>),
    /// A quote.
    Quote(Vec<Block>),
    /// A list; its first number, if it is numbered.
    List {
        /// The first number.
        start: Option<u64>,
        /// The items.
        items: Vec<Item>,
    },
    /// Code, which stands as it is.
    Code {
        /// What the writer calls its language; empty if nothing.
        language: String,
        /// The code, without the end of its last line.
        text: String,
    },
    /// A table.
    Table {
        /// How each column is set.
        columns: Vec<Alignment>,
        /// The heads of the columns.
        head: Vec<Cell>,
        /// The rows. One may have fewer cells than there are columns, and none more.
        rows: Vec<Vec<Cell>>,
    },
    /// A line across.
    Rule,
}

/// What is in a cell.
pub type Cell = Vec<Inline>;

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Whether it is done, if it is a task.
    pub task: Option<bool>,
    /// What is in it.
    pub content: Vec<Block>,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    Natural,
    /// Left.
    Left,
    /// In the middle.
    Center,
    /// Right.
    Right,
}

/// What stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text as it is, in one line.
    Text(String),
    /// The end of a line.
    Break,
    /// Bold.
    Strong(Vec<Inline>),
    /// Italic.
    Emphasis(Vec<Inline>),
    /// Struck through.
    Strike(Vec<Inline>),
    /// Code in a line.
    Code(String),
    /// A link that the policy lets through.
    Link {
        /// Where it leads.
        to: SafeLink,
        /// Where it really leads, if its text names another host.
        host: Option<String>,
        /// What is pressed.
        content: Vec<Inline>,
    },
    /// What is shown only when the reader asks for it.
    Spoiler(Vec<Inline>),
}

/// The text of what stands in lines, without its formatting.
pub fn text_of(content: &[Inline]) -> String {
    let mut text = String::new();
    add_text(content, &mut text);
    text
}

fn add_text(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Break => text.push('\n'),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::Spoiler(inner)
            | Inline::Link { content: inner, .. } => add_text(inner, text),
        }
    }
}
