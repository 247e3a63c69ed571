//! Reads a file of threads a few lines at a time, whoever made it.

use std::rc::Rc;

use super::file_contents::{FileContents, FileError};
use super::line_reader::LineReader;
use super::thread_file::{FileKind, MOST_BYTES, MOST_LINES};

/// A file that is being read. What it holds is judged only later ([`Previewer`](super::previewer::Previewer)).
pub struct FileReader {
    file: Rc<str>,
    /// Where the next line begins, in bytes.
    offset: usize,
    lines: LineReader,
}

impl FileReader {
    /// Begins with a file's text, which may have a byte order mark and lines that end in `\r\n`.
    pub fn new(file: Rc<str>) -> Result<Self, FileError> {
        if file.len() > MOST_BYTES {
            return Err(FileError::TooLarge);
        }
        if file.bytes().filter(|byte| *byte == b'\n').count() >= MOST_LINES && lines_of(&file) > MOST_LINES {
            return Err(FileError::TooManyLines);
        }
        let offset = if file.starts_with('\u{feff}') { 3 } else { 0 };
        let mut reader = Self { offset, file, lines: LineReader::default() };
        while !reader.lines.has_begun() {
            if reader.step(1) && !reader.lines.has_begun() {
                return Err(FileError::NoHeader);
            }
            reader.lines.check()?;
        }
        Ok(reader)
    }

    /// Reads at most so many lines more, and says whether the file has ended.
    pub fn step(&mut self, lines: usize) -> bool {
        let file = Rc::clone(&self.file);
        for _ in 0..lines {
            let Some(line) = self.next_line(&file) else {
                break;
            };
            self.lines.take(line);
        }
        self.offset >= self.file.len()
    }

    /// How many bytes have been read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.offset, self.file.len())
    }

    /// What was read so far.
    pub fn finish(self) -> FileContents {
        self.lines.finish(self.offset >= self.file.len())
    }

    /// The next line without its `\n`.
    fn next_line<'a>(&mut self, file: &'a str) -> Option<&'a str> {
        let rest = file.get(self.offset..).filter(|rest| !rest.is_empty())?;
        let (line, used) = match rest.split_once('\n') {
            Some((line, _)) => (line, line.len() + 1),
            None => (rest, rest.len()),
        };
        self.offset += used;
        Some(line)
    }
}

/// Lines as they are counted against the limit: what follows the last `\n` is one if it is not empty.
fn lines_of(file: &str) -> usize {
    file.split('\n').count() - usize::from(file.ends_with('\n'))
}

/// What is in a file, if it reads back as it was written: whole, and of this kind.
pub fn read_back(text: &str, kind: FileKind) -> Option<FileContents> {
    let mut reader = FileReader::new(Rc::from(text)).ok()?;
    while !reader.step(usize::MAX) {}
    Some(reader.finish()).filter(|file| file.whole && file.refused.is_empty() && file.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::timestamp::Timestamp;
    use crate::store::file::file_contents::{FileItem, RefusalReason, Refused};

    const HEADER: &str = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"backup\",\"at\":7}";

    fn read(file: &str) -> FileContents {
        let mut reader = FileReader::new(Rc::from(file)).ok().unwrap();
        while !reader.step(1) {}
        reader.finish()
    }

    fn refusal(file: &str) -> Option<FileError> {
        FileReader::new(Rc::from(file)).err()
    }

    #[track_caller]
    fn refuses(line: &str, reason: RefusalReason) {
        let contents = read(&format!("{HEADER}\n{{\"thread\":\"a\"}}\n{line}\n"));
        assert_eq!(contents.refused, [Refused { line: 3, reason }], "{line}");
        assert!(contents.threads.iter().all(|thread| thread.items.is_empty()));
    }

    #[test]
    fn what_has_no_header_is_refused() {
        for other in ["", "\n\n", "x", "{}", "[]", "{\"format\":\"other\",\"v\":1,\"kind\":\"backup\"}"] {
            assert_eq!(refusal(other), Some(FileError::NoHeader), "{other}");
        }
        assert_eq!(refusal(&HEADER.replace(":1,", ":2,")), Some(FileError::Newer(2)));
        assert_eq!(refusal(&HEADER.replace(":1,", ":0,")), Some(FileError::NoHeader));
        assert_eq!(refusal(&HEADER.replace("backup", "else")), Some(FileError::NoHeader));
        assert_eq!(
            refusal(&HEADER.replace(":7", &format!(":{}1{}", "[".repeat(64), "]".repeat(64)))),
            Some(FileError::NoHeader)
        );
    }

    #[test]
    fn the_limits_are_exact() {
        let filled = |lines: usize| format!("{HEADER}\n{}", "\n".repeat(lines - 1));
        assert_eq!(refusal(&filled(MOST_LINES)), None);
        assert_eq!(refusal(&format!("{}x", filled(MOST_LINES))), Some(FileError::TooManyLines));
        let long = |bytes: usize| format!("{HEADER}\n{}", "x".repeat(bytes - HEADER.len() - 1));
        assert_eq!(refusal(&long(MOST_BYTES)), None);
        assert_eq!(refusal(&long(MOST_BYTES + 1)), Some(FileError::TooLarge));
    }

    #[test]
    fn a_file_that_passed_through_an_editor_is_read() {
        let plain = format!("{HEADER}\n{{\"thread\":\"a\",\"title\":\"A\"}}\n{{\"key\":\"k\",\"value\":\"v\"}}\n");
        let edited = format!("\u{feff}\r\n{}\r\n \r\n", plain.replace('\n', "\r\n"));
        let (plain, edited) = (read(&plain), read(&edited));
        assert_eq!(plain.threads[0].items.len(), 1);
        assert_eq!(plain.at, Timestamp::from_millis(7));
        assert_eq!(plain.threads[0].name, edited.threads[0].name);
        assert!(matches!(&edited.threads[0].items[0], FileItem::Stored { key, .. } if key == "k"));
        assert!(edited.refused.is_empty());
        assert!(!plain.whole, "the header says neither count nor digest");
    }

    #[test]
    fn a_line_that_cannot_be_taken_says_why() {
        refuses("{\"key\":", RefusalReason::NotJson);
        refuses("[1]", RefusalReason::NotJson);
        refuses(&format!("{{\"x\":{}{}}}", "[".repeat(64), "]".repeat(64)), RefusalReason::TooDeep);
        refuses("{}", RefusalReason::UnknownLine);
        refuses("{\"key\":\"k\"}", RefusalReason::UnknownLine);
        refuses("{\"key\":\"k\",\"units\":\"d8\"}", RefusalReason::UnknownLine);
        refuses("{\"key\":\"k\",\"value\":\"\\ud800\"}", RefusalReason::UnknownLine);
        refuses("{\"key\":\"k\",\"key\":\"l\",\"value\":\"\"}", RefusalReason::UnknownLine);
        refuses("{\"thread\":\" \"}", RefusalReason::UnknownLine);
        refuses("{\"id\":\"0000000010000000000001\",\"record\":{}}", RefusalReason::WrongKind);
    }

    #[test]
    fn what_follows_a_thread_that_cannot_be_told_belongs_to_none() {
        let lines =
            "{\"key\":\"k\",\"value\":\"\"}\n{\"thread\":\"a\"}\n{\"thread\":7}\n{\"key\":\"k\",\"value\":\"\"}\n";
        let contents = read(&format!("{HEADER}\n{lines}"));
        let reasons: Vec<_> = contents.refused.iter().map(|refused| refused.reason).collect();
        assert_eq!(reasons, [RefusalReason::NoThread, RefusalReason::UnknownLine, RefusalReason::NoThread]);
    }

    #[test]
    fn a_thread_that_stands_twice_is_one() {
        let lines = "{\"thread\":\"a\"}\n{\"thread_key\":\"auous9i303r4d\"}\n{\"thread_key\":\"auous9i303r4c\"}\n";
        let contents = read(&format!("{HEADER}\n{lines}{{\"key\":\"k\",\"value\":\"\"}}\n"));
        let found: Vec<_> = contents.threads.iter().map(|thread| (thread.key.as_str(), thread.items.len())).collect();
        assert_eq!(found, [("auous9i303r4c", 1), ("auous9i303r4d", 0)]);
    }

    #[test]
    fn progress_is_counted_in_bytes() {
        let mut reader = FileReader::new(Rc::from(format!("{HEADER}\n{{}}\n"))).ok().unwrap();
        assert_eq!(reader.progress(), (HEADER.len() + 1, HEADER.len() + 4));
        assert!(reader.step(1));
        assert_eq!(reader.progress(), (HEADER.len() + 4, HEADER.len() + 4));
    }
}
