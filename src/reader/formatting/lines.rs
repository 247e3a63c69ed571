//! What stands in lines: text in which addresses and spoilers are found, between elements that are complete.

use crate::domain::formatted::Inline;
use crate::domain::prose::{Span, spans};

/// A piece of what stands in lines, as it comes.
#[derive(Debug)]
pub(super) enum Piece {
    /// Text in one line.
    Text(String),
    /// `||`, which may begin or end a spoiler.
    Bars,
    /// Anything else.
    Whole(Inline),
}

/// Puts pieces together. `in_link`: they are the text of a link, in which there is no other.
pub(super) fn assembled(pieces: Vec<Piece>, in_link: bool) -> Vec<Inline> {
    let ends = pairs(&pieces);
    let mut ends = ends.iter().flat_map(|(from, to)| [*from, *to]).peekable();
    let mut lines = Lines { in_link, ..Lines::default() };
    let mut outside = None;
    for (number, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Bars if ends.next_if_eq(&number).is_none() => lines.text.push_str("||"),
            Piece::Bars => {
                lines.end_text();
                let done = std::mem::take(&mut lines.done);
                match outside.take() {
                    None => outside = Some(done),
                    Some(mut before) => {
                        before.push(Inline::Spoiler(done));
                        lines.done = before;
                    }
                }
            }
            Piece::Text(text) => lines.text.push_str(&text),
            Piece::Whole(inline) => {
                lines.end_text();
                lines.done.push(inline);
            }
        }
    }
    lines.end_text();
    lines.done
}

/// The numbers of the bars that belong together: between two something can be seen.
fn pairs(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut open, mut is_filled) = (None, false);
    for (number, piece) in pieces.iter().enumerate() {
        match (piece, open) {
            (Piece::Bars, Some(from)) if is_filled => {
                pairs.push((from, number));
                open = None;
            }
            (Piece::Bars, _) => (open, is_filled) = (Some(number), false),
            (Piece::Text(text), _) => is_filled |= !text.trim().is_empty(),
            (Piece::Whole(inline), _) => is_filled |= *inline != Inline::Break,
        }
    }
    pairs
}

#[derive(Default)]
struct Lines {
    in_link: bool,
    done: Vec<Inline>,
    /// Text that may go on.
    text: String,
}

impl Lines {
    fn end_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
        } else if self.in_link {
            self.done.push(Inline::Text(text));
        } else {
            let inline = |span| match span {
                Span::Text(text) => Inline::Text(text),
                Span::Link { to, text } => Inline::Link { to, host: None, content: vec![Inline::Text(text)] },
            };
            self.done.extend(spans(&text).into_iter().map(inline));
        }
    }
}
