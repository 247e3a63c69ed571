//! The lines of a file of threads, one after the other, from wherever they come.

use std::rc::Rc;

use litemap::LiteMap;

use super::file_contents::{FileContents, FileError, FileItem, FileThread, RefusalReason, Refused};
use super::thread_file::{DEEPEST, Digest, FORMAT, FileKind, VERSION, from_hex};
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::domain::timestamp::Timestamp;
use crate::store::format::json_text::{Member, field, is_deeper, members, text};
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;

/// What the lines so far have said.
#[derive(Default)]
pub(super) struct LineReader {
    /// The first line that is not blank, or why it is no header.
    header: Option<Result<Header, FileError>>,
    /// The number of the last line, from 1.
    line: usize,
    digest: Digest,
    /// Lines after the header that are not blank.
    count: usize,
    threads: Vec<FileThread>,
    places: LiteMap<ThreadKey, usize>,
    /// The thread that the lines belong to now.
    place: Option<usize>,
    refused: Vec<Refused>,
}

struct Header {
    kind: FileKind,
    at: Option<Timestamp>,
    count: Option<usize>,
    digest: Option<String>,
}

impl LineReader {
    /// Whether there was a line that is not blank.
    pub(super) fn has_begun(&self) -> bool {
        self.header.is_some()
    }

    /// Whether the first line says that this is no such file.
    pub(super) fn check(&self) -> Result<(), FileError> {
        match &self.header {
            Some(Err(error)) => Err(*error),
            _ => Ok(()),
        }
    }

    /// What the file is for, once its header was read.
    pub(super) fn kind(&self) -> Option<FileKind> {
        self.header.as_ref()?.as_ref().ok().map(|header| header.kind)
    }

    /// Takes the next line, without its `\n`.
    pub(super) fn take(&mut self, line: &str) {
        self.line += 1;
        let line = line.strip_suffix('\r').unwrap_or(line);
        if is_blank(line) {
            return;
        }
        let Some(Ok(Header { kind, .. })) = &self.header else {
            self.header.get_or_insert_with(|| header(line));
            return;
        };
        let kind = *kind;
        self.count += 1;
        self.digest.take(line);
        if let Err(reason) = self.sort(kind, line) {
            self.refuse(reason);
        }
    }

    /// Takes a line that is not UTF-8.
    pub(super) fn take_broken(&mut self) {
        self.line += 1;
        if self.header.is_none() {
            self.header = Some(Err(FileError::NoHeader));
        }
        self.count += 1;
        self.refuse(RefusalReason::NotJson);
    }

    fn refuse(&mut self, reason: RefusalReason) {
        self.refused.push(Refused { line: self.line, reason });
    }

    /// How many lines were not taken.
    pub(super) fn refused(&self) -> usize {
        self.refused.len()
    }

    /// What the lines since the last call have brought, thread by thread; `page` by its own key, whatever its address is there.
    pub(super) fn drain(&mut self, page: Option<&ThreadId>) -> impl Iterator<Item = (ThreadKey, Vec<FileItem>)> {
        let threads = self.threads.iter_mut().filter(|thread| !thread.items.is_empty());
        threads.map(move |thread| {
            let named = || ThreadId::explicit(&thread.name.as_ref()?.id)?.page();
            let of_page = page.filter(|page| named().as_ref() == Some(page));
            (of_page.map_or_else(|| thread.key.clone(), ThreadId::key), std::mem::take(&mut thread.items))
        })
    }

    /// What was read so far, and whether that is all that there is.
    pub(super) fn finish(self, ended: bool) -> FileContents {
        let header = self.header.and_then(Result::ok);
        let Header { kind, at, count, digest } =
            header.unwrap_or(Header { kind: FileKind::Publication, at: None, count: None, digest: None });
        let whole = ended && count == Some(self.count) && digest == Some(self.digest.finish());
        FileContents { kind, at, threads: self.threads, refused: self.refused, whole }
    }

    fn sort(&mut self, kind: FileKind, line: &str) -> Result<(), RefusalReason> {
        if is_deeper(line, DEEPEST) {
            return Err(RefusalReason::TooDeep);
        }
        let members = members(line).ok_or(RefusalReason::NotJson)?;
        if let Some((key, name)) = thread(&members) {
            let place = *self.places.entry(key.clone()).or_insert(self.threads.len());
            if place == self.threads.len() {
                self.threads.push(FileThread { key, name: None, items: Vec::new() });
            }
            self.place = Some(place);
            if let Some(thread) = self.threads.get_mut(place) {
                thread.name = thread.name.take().or(name);
            }
            return Ok(());
        }
        let begins_thread = members.iter().any(|member| matches!(&*member.name, "thread" | "thread_key"));
        if begins_thread {
            // What follows belongs to a thread that cannot be told, so not to the one above.
            self.place = None;
            return Err(RefusalReason::UnknownLine);
        }
        let (of, item) = item(self.line, &members).ok_or(RefusalReason::UnknownLine)?;
        if of != kind {
            return Err(RefusalReason::WrongKind);
        }
        let thread = self.place.and_then(|place| self.threads.get_mut(place)).ok_or(RefusalReason::NoThread)?;
        thread.items.push(item);
        Ok(())
    }
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

fn header(line: &str) -> Result<Header, FileError> {
    let members = (!is_deeper(line, DEEPEST)).then(|| members(line)).flatten().ok_or(FileError::NoHeader)?;
    let whole = |name| field(&members, name).and_then(|json| json.parse::<u64>().ok());
    if text(&members, "format").as_deref() != Some(FORMAT) {
        return Err(FileError::NoHeader);
    }
    match whole("v").ok_or(FileError::NoHeader)? {
        VERSION => {}
        0 => return Err(FileError::NoHeader),
        later => return Err(FileError::Newer(later)),
    }
    Ok(Header {
        kind: text(&members, "kind").and_then(|word| FileKind::parse(&word)).ok_or(FileError::NoHeader)?,
        at: field(&members, "at").and_then(|json| json.parse().ok()).and_then(Timestamp::from_millis),
        count: whole("count").and_then(|count| usize::try_from(count).ok()),
        digest: text(&members, "digest"),
    })
}

fn thread(members: &[Member]) -> Option<(ThreadKey, Option<ThreadName>)> {
    let Some(id) = text(members, "thread") else {
        return Some((ThreadKey::parse(&text(members, "thread_key")?)?, None));
    };
    let id = ThreadId::explicit(&id)?;
    let said = |name| text(members, name).unwrap_or_default();
    Some((id.key(), Some(ThreadName::new(&id, &said("title"), &said("url")))))
}

fn item(line: usize, members: &[Member]) -> Option<(FileKind, FileItem)> {
    if let Some(key) = text(members, "key") {
        let value = match text(members, "value") {
            Some(value) => StoredText::Text(value),
            None => StoredText::Units(from_hex(&text(members, "units")?)?),
        };
        return Some((FileKind::Backup, FileItem::Stored { line, key, value }));
    }
    let id = OperationId::parse(&text(members, "id")?)?;
    let json = Rc::from(field(members, "record")?);
    Some((FileKind::Publication, FileItem::Record { line, id, json }))
}
