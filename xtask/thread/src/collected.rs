//! One file that an author has collected, read as far as it goes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::{Result, bail};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadKey;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::file::file_contents::{FileError, FileItem, RefusalReason, Refused};
use article_widget::store::file::import_item::published;
use article_widget::store::file::streamed_file::{MOST_PUBLISHED_BYTES, Reading, StreamedFile};
use article_widget::store::format::operation::Operation;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::operation_set::Element;

use crate::mail;

/// An entry of a file.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its line in the file, from 1; in a mail counted from where the file begins.
    pub line: usize,
    /// Its id.
    pub id: OperationId,
    /// What it says.
    pub element: Element,
}

impl Entry {
    /// What it does, if this version knows its kind.
    pub fn operation(&self) -> Option<&Operation> {
        self.element.operation.as_ref()
    }

    /// Its bytes.
    pub fn value(&self) -> Cow<'_, str> {
        self.element.bytes()
    }
}

/// What a file says of one discussion.
#[derive(Clone, Debug, Default)]
pub struct Discussion {
    /// What it calls it.
    pub name: Option<ThreadName>,
    /// What was said in it, in the order of the lines.
    pub entries: Vec<Entry>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct Collected {
    /// What it is called in the report.
    pub label: String,
    /// When it was written, by its own word.
    pub at: Option<Timestamp>,
    /// What it holds, by discussion.
    pub discussions: BTreeMap<ThreadKey, Discussion>,
    /// Lines that say nothing that can be taken.
    pub refused: Vec<Refused>,
    /// Whether it is all there as it was written.
    pub whole: bool,
}

impl Collected {
    /// Reads a file's bytes: a publication, a submission, or a mail with a submission in it.
    ///
    /// # Errors
    /// Why it is no such file.
    pub fn read(label: &str, bytes: &[u8]) -> Result<Self> {
        if bytes.len() > MOST_PUBLISHED_BYTES {
            bail!("{label} has more than 64 MiB");
        }
        match Self::of(label, bytes) {
            Err(error) => match std::str::from_utf8(bytes).ok().and_then(mail::file_in) {
                Some(file) => Self::of(label, file.as_bytes()),
                None => Err(error),
            },
            read => read,
        }
    }

    fn of(label: &str, bytes: &[u8]) -> Result<Self> {
        let mut reader = StreamedFile::default();
        reader.push(bytes);
        reader.end();
        loop {
            match reader.step(usize::MAX) {
                Ok(Reading::Ended) => break,
                Ok(_) => {}
                Err(FileError::Newer(version)) => {
                    bail!("{label} was written by a later version (form {version}), which this one cannot read")
                }
                Err(_) if is_backup(bytes) => bail!(
                    "{label} is a backup. It may hold drafts and deleted texts: make a \"File for others\" in the panel instead"
                ),
                Err(_) => bail!("{label} is no file of the article widget, and holds no submission that is whole"),
            }
        }
        if reader.is_blank() {
            bail!("{label} is empty");
        }
        let contents = reader.finish();
        let mut collected = Self {
            label: label.to_owned(),
            at: contents.at,
            discussions: BTreeMap::new(),
            refused: contents.refused,
            whole: contents.whole,
        };
        for thread in contents.threads {
            let place = collected.discussions.entry(thread.key.clone()).or_default();
            place.name = thread.name;
            for item in thread.items {
                let (FileItem::Record { line, .. } | FileItem::Stored { line, .. }) = item;
                match published(&thread.key, item) {
                    // Of what a later version means nothing is known, so it may be nobody else's business.
                    Ok(Some((_, Element { operation: None, .. }))) => {
                        collected.refused.push(Refused { line, reason: RefusalReason::UnknownLine });
                    }
                    Ok(Some((id, element))) => place.entries.push(Entry { line, id, element }),
                    Ok(None) => {}
                    Err(reason) => collected.refused.push(Refused { line, reason }),
                }
            }
        }
        Ok(collected)
    }
}

fn is_backup(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(first).contains("\"kind\":\"backup\"")
}
