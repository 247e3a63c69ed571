//! How a comment's plain text reads: paragraphs, lines and links. Nothing else is ever made of it.

use linkify::{LinkFinder, LinkKind};

use super::link_policy::{self, SafeLink};

/// A paragraph: its lines, each a run of spans. Paragraphs are parted by blank lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The lines, at least one.
    pub lines: Vec<Vec<Span>>,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Text as it is.
    Text(String),
    /// An address that the link policy lets through.
    Link {
        /// Where it leads.
        to: SafeLink,
        /// The address as written.
        text: String,
    },
}

/// What finds addresses in a text, without the punctuation that people write behind them.
pub fn address_finder() -> LinkFinder {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    finder
}

/// Reads a text. Joining the lines of all paragraphs gives every visible character of the text, in order.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            finish(&mut all, &mut lines);
        } else {
            lines.push(spans(line));
        }
    }
    finish(&mut all, &mut lines);
    all
}

fn finish(all: &mut Vec<Paragraph>, lines: &mut Vec<Vec<Span>>) {
    if !lines.is_empty() {
        all.push(Paragraph { lines: std::mem::take(lines) });
    }
}

/// The addresses in a line, and what stands between them.
pub fn spans(line: &str) -> Vec<Span> {
    let finder = address_finder();
    let mut spans: Vec<Span> = Vec::new();
    for found in finder.spans(line) {
        let text = found.as_str();
        let link = found.kind().and_then(|_| link_policy::written(text).ok());
        match (link, spans.last_mut()) {
            (Some(to), _) => spans.push(Span::Link { to, text: text.to_owned() }),
            (None, Some(Span::Text(before))) => before.push_str(text),
            (None, _) => spans.push(Span::Text(text.to_owned())),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Span {
        Span::Text(text.to_owned())
    }

    #[track_caller]
    fn line(written: &str, expected: &[&str]) {
        let shown: Vec<String> = spans(written)
            .into_iter()
            .map(|span| match span {
                Span::Text(text) => text,
                Span::Link { to, text } => format!("<{}|{text}>", to.as_str()),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_part_lines() {
        let read = paragraphs("\n a\r\nb\n\n \t\nc\n");
        assert_eq!(
            read,
            [Paragraph { lines: vec![vec![text(" a")], vec![text("b")]] }, Paragraph { lines: vec![vec![text("c")]] }]
        );
    }

    #[test]
    fn an_address_is_a_link_without_the_punctuation_after_it() {
        line(
            "see https://a.example/x_(y), or not",
            &["see ", "<https://a.example/x_(y)|https://a.example/x_(y)>", ", or not"],
        );
        line("(https://a.example/é)", &["(", "<https://a.example/é|https://a.example/é>", ")"]);
    }

    #[test]
    fn what_the_policy_refuses_stays_text() {
        line("javascript://%0aalert(1) x", &["javascript://%0aalert(1) x"]);
        line("data:text/html,x file:///etc/passwd", &["data:text/html,x file:///etc/passwd"]);
        line("https://bank.example@evil.example/", &["https://bank.example@evil.example/"]);
    }

    #[test]
    fn markup_is_text() {
        line("<b onclick=x>&amp;", &["<b onclick=x>&amp;"]);
    }
}
