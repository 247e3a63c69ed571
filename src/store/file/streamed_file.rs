//! A publication that arrives piece by piece, and is read a few lines at a time as it does.

use super::file_contents::{FileContents, FileError, FileItem};
use super::line_reader::LineReader;
use super::thread_file::FileKind;
use crate::domain::thread_id::{ThreadId, ThreadKey};

/// The most bytes that are read of a published file (64 MiB).
pub const MOST_PUBLISHED_BYTES: usize = 64 << 20;
/// The most operations that are shown of a published file.
pub const MOST_PUBLISHED: usize = 100_000;

/// Where the reading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// There are more lines to be read.
    Goes,
    /// Every line that is here has been read.
    NeedsMore,
    /// It has been read to its end.
    Ended,
}

/// A publication that is arriving.
#[derive(Default)]
pub struct StreamedFile {
    bytes: Vec<u8>,
    /// Where in `bytes` the next line begins, and how far they were searched for its end.
    read: usize,
    searched: usize,
    /// How many bytes have come in all.
    came: usize,
    ended: bool,
    lines: LineReader,
}

impl StreamedFile {
    /// Takes the next bytes, as many as it may have; whether it may have more.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.bytes.drain(..self.read);
        self.searched = self.searched.saturating_sub(self.read);
        self.read = 0;
        let room = MOST_PUBLISHED_BYTES.saturating_sub(self.came);
        self.bytes.extend_from_slice(piece.get(..room).unwrap_or(piece));
        self.came = self.came.saturating_add(piece.len());
        self.came <= MOST_PUBLISHED_BYTES
    }

    /// Takes note that no more comes.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// Reads at most so many lines more.
    ///
    /// # Errors
    /// It is no publication that this version reads.
    pub fn step(&mut self, lines: usize) -> Result<Reading, FileError> {
        for _ in 0..lines {
            let rest = self.bytes.get(self.searched..).unwrap_or_default();
            let end = match rest.iter().position(|byte| *byte == b'\n') {
                Some(found) => self.searched + found,
                None if self.ended && self.read < self.bytes.len() => self.bytes.len(),
                None if self.ended => return Ok(Reading::Ended),
                None => {
                    self.searched = self.bytes.len();
                    return Ok(Reading::NeedsMore);
                }
            };
            let line = self.bytes.get(self.read..end).unwrap_or_default();
            match std::str::from_utf8(line) {
                Ok(line) if self.lines.has_begun() => self.lines.take(line),
                Ok(line) => self.lines.take(line.strip_prefix('\u{feff}').unwrap_or(line)),
                Err(_) => self.lines.take_broken(),
            }
            self.lines.check()?;
            if self.lines.kind() == Some(FileKind::Backup) {
                return Err(FileError::NoHeader);
            }
            self.read = end + 1;
            self.searched = self.read;
            if self.read > self.bytes.len() {
                (self.read, self.searched) = (self.bytes.len(), self.bytes.len());
            }
        }
        Ok(Reading::Goes)
    }

    /// What the lines since the last call have brought, thread by thread; `page` by its own key, whatever its address is there.
    pub fn drain(&mut self, page: Option<&ThreadId>) -> Vec<(ThreadKey, Vec<FileItem>)> {
        self.lines.drain(page).collect()
    }

    /// How many lines were not taken.
    pub fn refused(&self) -> usize {
        self.lines.refused()
    }

    /// Whether it has not one line that is not blank: a thread without comments.
    pub fn is_blank(&self) -> bool {
        !self.lines.has_begun()
    }

    /// What was read so far and was not drained.
    pub fn finish(self) -> FileContents {
        let all = self.ended && self.read >= self.bytes.len() && self.came <= MOST_PUBLISHED_BYTES;
        self.lines.finish(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::timestamp::Timestamp;
    use crate::store::file::file_contents::RefusalReason;
    use crate::store::file::thread_file::{FileKind, FileWriter};

    const FILE: &str = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"a\"}\n\
        {\"id\":\"0000000010000000000001\",\"record\":{\"k\":\"é\"}}\n";

    /// Reads a file that comes in pieces of so many bytes, one line at a time.
    fn read(file: &[u8], piece: usize) -> Result<FileContents, FileError> {
        let mut streamed = StreamedFile::default();
        for piece in file.chunks(piece) {
            assert!(streamed.push(piece));
            while streamed.step(1)? == Reading::Goes {}
        }
        streamed.end();
        while streamed.step(1)? != Reading::Ended {}
        Ok(streamed.finish())
    }

    #[test]
    fn a_file_is_the_same_however_it_was_cut() {
        let whole = read(FILE.as_bytes(), 1_000).unwrap();
        assert_eq!((whole.threads.len(), whole.threads[0].items.len()), (1, 1));
        for file in [FILE.to_owned(), format!("\u{feff}{}", FILE.replace('\n', "\r\n")), FILE.trim_end().to_owned()] {
            for piece in 1..30 {
                assert_eq!(read(file.as_bytes(), piece).unwrap().threads, whole.threads, "{piece}");
            }
        }
    }

    #[test]
    fn a_line_that_is_not_text_is_refused_and_the_rest_read() {
        let mut bytes = FILE.as_bytes().to_vec();
        let end = bytes.len();
        bytes.extend_from_slice(b"\xff\n");
        bytes.extend_from_slice(&FILE.as_bytes()[FILE.find("{\"id").unwrap()..end]);
        let found = read(&bytes, 7).unwrap();
        assert_eq!(
            found.refused.iter().map(|one| (one.line, one.reason)).collect::<Vec<_>>(),
            [(4, RefusalReason::NotJson)]
        );
        assert_eq!(found.threads[0].items.len(), 2);
    }

    #[test]
    fn what_is_no_publication_is_not_read() {
        assert_eq!(read(b"<!doctype html>\n<p>404\n", 5).err(), Some(FileError::NoHeader));
        assert_eq!(read(b"\xff\xfe", 5).err(), Some(FileError::NoHeader));
        assert_eq!(read(FILE.replace("\"v\":1", "\"v\":2").as_bytes(), 5).err(), Some(FileError::Newer(2)));
        let backup = FILE.replace("publication", "backup");
        assert_eq!(
            read(backup.as_bytes(), 5).err(),
            Some(FileError::NoHeader),
            "it holds what is nobody else's business"
        );
    }

    #[test]
    fn an_empty_file_is_a_thread_without_comments() {
        let mut streamed = StreamedFile::default();
        streamed.push(b" \n\n");
        streamed.end();
        assert_eq!(streamed.step(9), Ok(Reading::Ended));
        assert!(streamed.is_blank());
    }

    #[test]
    fn what_a_file_says_of_a_page_under_other_addresses_is_given_under_its_own() {
        let (head, record) = (FILE.lines().next().unwrap(), FILE.lines().next_back().unwrap());
        let ids = ["https://a.example/p/", "https://a.example/p/index.html?srsltid=x", "https://a.example/p/?p=1", "a"];
        let lines = ids.map(|id| format!("{{\"thread\":\"{id}\"}}\n{record}\n"));
        let file = format!("{head}\n{}", lines.concat());
        let given = |thread: &str| {
            let thread = ThreadId::explicit(thread).unwrap();
            let mut streamed = StreamedFile::default();
            streamed.push(file.as_bytes());
            streamed.step(99).unwrap();
            let ours = streamed.drain(thread.as_page().as_ref()).into_iter().filter(|(key, _)| *key == thread.key());
            ours.map(|(_, items)| items.len()).sum::<usize>()
        };
        assert_eq!(given(ids[0]), 2);
        assert_eq!(given(ids[1]), 1, "who names a discussion means this one");
        assert_eq!((given(ids[2]), given(ids[3]), given("https://a.example/p")), (1, 1, 0));
    }

    #[test]
    fn what_is_drained_is_not_held() {
        let mut streamed = StreamedFile::default();
        streamed.push(FILE.as_bytes());
        assert_eq!(streamed.step(99), Ok(Reading::NeedsMore));
        assert_eq!(streamed.drain(None).len(), 1);
        assert_eq!(streamed.drain(None).len(), 0);
    }

    #[test]
    fn no_more_than_the_limit_is_taken() {
        let mut streamed = StreamedFile { came: MOST_PUBLISHED_BYTES - 4, ..StreamedFile::default() };
        assert!(streamed.push(b"  "));
        assert!(streamed.push(b"  "));
        assert!(!streamed.push(b" "));
        assert_eq!(streamed.bytes.len(), 4);
        streamed.end();
        while streamed.step(9) != Ok(Reading::Ended) {}
        assert!(!streamed.finish().whole);
    }

    #[test]
    fn a_line_that_is_not_text_makes_a_whole_file_one_that_was_added_to() {
        let mut file = FileWriter::default();
        file.thread(&ThreadId::explicit("a").unwrap().key(), None);
        let mut bytes = file.finish(FileKind::Publication, Timestamp::unix_epoch()).into_bytes();
        assert!(read(&bytes, 7).unwrap().whole);
        bytes.extend_from_slice(b"\xff\n");
        assert!(!read(&bytes, 7).unwrap().whole);
    }
}
