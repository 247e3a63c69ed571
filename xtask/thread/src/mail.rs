//! A submission that came by mail: the file's lines somewhere in a text, perhaps quoted and broken where lines were long.

use article_widget::store::file::streamed_file::{Reading, StreamedFile};

/// What the first line of every file begins with.
const BEGINNING: &str = "{\"format\":\"article-widget\"";

/// The file in a mail's text, if one is there as it was written. Mail programs break long lines, some at a space that
/// they keep and some at one that they drop: the file's own checksum tells which.
pub fn file_in(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(without_quote).collect();
    let start = lines.iter().position(|line| line.starts_with(BEGINNING))?;
    let rest = lines.get(start..)?;
    ["", " "].into_iter().map(|gap| joined(rest, gap)).find(|file| is_whole(file))
}

/// A line of a mail without the marks of its quotation.
fn without_quote(line: &str) -> &str {
    let mut line = line.strip_suffix('\r').unwrap_or(line);
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.strip_prefix(' ').unwrap_or(rest);
    }
    line
}

/// Every line that begins with an object, up to its end, however many lines that took.
fn joined(lines: &[&str], gap: &str) -> String {
    let mut file = String::new();
    let mut open = String::new();
    for line in lines {
        if open.is_empty() && !line.starts_with('{') {
            break;
        }
        if !open.is_empty() {
            open.push_str(gap);
        }
        open.push_str(line);
        if is_closed(&open) {
            file.push_str(&open);
            file.push('\n');
            open.clear();
        }
    }
    file + &open
}

/// Whether every brace and every text in a line is closed.
fn is_closed(line: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
    for c in line.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '{' if !in_text => depth += 1,
            '}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth == 0 && !in_text
}

fn is_whole(file: &str) -> bool {
    let mut reader = StreamedFile::default();
    reader.push(file.as_bytes());
    reader.end();
    loop {
        match reader.step(usize::MAX) {
            Ok(Reading::Ended) => return reader.finish().whole,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}
