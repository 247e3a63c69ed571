//! A browser that holds one thread, and imports files into it as the program does.

use std::collections::BTreeMap;
use std::rc::Rc;

use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::comment::Comment;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::rows::Rows;
use article_widget::domain::sort::Sort;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::Found;
use article_widget::store::file::backup::{backup, dumps};
use article_widget::store::file::file_contents::{FileContents, FileError, RefusalReason};
use article_widget::store::file::file_reader::FileReader;
use article_widget::store::file::import_preview::{ImportMode, Preview};
use article_widget::store::file::new_record::NewRecord;
use article_widget::store::file::previewer::preview;
use article_widget::store::file::publication::publication;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::operation_set::OperationSet;
use article_widget::store::oplog::stored_thread::StoredThread;

/// The one thread of these tests.
pub(crate) const THREAD: &str = "a";

pub(crate) fn key() -> ThreadKey {
    ThreadId::explicit(THREAD).unwrap().key()
}

pub(crate) fn id(lamport: u64, actor: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(actor) }
}

pub(crate) fn operation(author: u128, id: OperationId, kind: Kind) -> Operation {
    Operation {
        id,
        author: Author { id: AuthorId::local(author), name: None },
        at: Timestamp::from_millis(i64::try_from(id.lamport.value() & 0xffff).unwrap()).unwrap(),
        epoch: 0,
        draft: None,
        kind,
    }
}

/// Its storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Browser {
    pub(crate) records: BTreeMap<String, StoredText>,
}

/// What became of an import.
pub(crate) struct Import {
    pub(crate) contents: FileContents,
    /// One for each thread of the file that is this browser's.
    pub(crate) previews: Vec<Preview>,
}

impl Import {
    pub(crate) fn brought(&self) -> usize {
        self.previews.iter().map(|preview| preview.new.len()).sum()
    }

    pub(crate) fn already(&self) -> usize {
        self.previews.iter().map(|preview| preview.already).sum()
    }

    /// Every reason, in the order of the lines.
    pub(crate) fn reasons(&self) -> Vec<RefusalReason> {
        let mut refused = self.contents.refused.clone();
        refused.extend(self.previews.iter().flat_map(|preview| preview.refused.clone()));
        refused.sort();
        refused.into_iter().map(|refused| refused.reason).collect()
    }
}

impl Browser {
    pub(crate) fn of(operations: &[Operation]) -> Self {
        let mut browser = Self::default();
        for operation in operations {
            browser.put(Slot::Own(operation.id), StoredText::Text(record::encode(operation).unwrap()));
        }
        browser
    }

    pub(crate) fn put(&mut self, slot: Slot, value: StoredText) {
        self.records.insert(RecordKey { thread: key(), slot }.to_string(), value);
    }

    pub(crate) fn found(&self) -> Vec<Found> {
        self.records.iter().map(|(key, value)| Found { key: key.clone(), value: value.clone() }).collect()
    }

    pub(crate) fn thread(&self) -> StoredThread {
        StoredThread::gather(&key(), &self.found())
    }

    pub(crate) fn set(&self) -> OperationSet {
        self.thread().set
    }

    pub(crate) fn backup(&self) -> String {
        backup(&dumps(&self.found()), Timestamp::unix_epoch())
    }

    pub(crate) fn publication(&self) -> String {
        let name = ThreadName::new(&ThreadId::explicit(THREAD).unwrap(), "A title", "https://a.example/");
        publication(&[(&key(), Some(&name), &self.set())], Timestamp::from_millis(1_000_000).unwrap())
    }

    /// The comments as they stand; without the erased ones.
    pub(crate) fn comments(&self) -> Vec<Comment> {
        self.thread().comments().comments().map(|comment| (**comment).clone()).collect()
    }

    /// What the thread shows: each row's comment, depth, and text unless it is deleted.
    pub(crate) fn shown(&self) -> Vec<(OperationId, u16, Option<String>, bool)> {
        let now = Timestamp::from_millis(1_000_000).unwrap();
        let rows = Rows::of(&self.thread().comments(), Sort::Oldest, now);
        let text = |comment: &Comment| (!comment.deleted).then(|| comment.current.body.as_str().to_owned());
        rows.iter()
            .map(|row| {
                (row.comment.id, row.depth, text(&row.comment), row.comment.edited_at.is_some() && !row.comment.deleted)
            })
            .collect()
    }

    /// Everything of the reader's own: what is stored, and what it looks like, but for how others reacted to it.
    pub(crate) fn own(&self) -> (BTreeMap<String, StoredText>, Vec<Comment>) {
        let stored = self.records.iter().filter(|(key, _)| !key.starts_with("aw1i:"));
        let own = |comment: Comment| Comment { reactions: comment.reactions.own(), ..comment };
        let comments = self.comments().into_iter().filter(|comment| comment.own).map(own).collect();
        (stored.map(|(key, value)| (key.clone(), value.clone())).collect(), comments)
    }

    /// Imports a file as the batch of this id, of which nothing stays if the file brings nothing.
    pub(crate) fn import(&mut self, file: &str, mode: ImportMode, batch: OperationId) -> Import {
        self.try_import(file, mode, batch).unwrap()
    }

    pub(crate) fn try_import(&mut self, file: &str, mode: ImportMode, batch: OperationId) -> Result<Import, FileError> {
        let contents = read(file)?;
        let mut previews = Vec::new();
        for thread in contents.threads.iter().filter(|thread| thread.key == key()) {
            let set = self.set();
            let preview = preview(thread, &set, &self.found(), mode, u64::MAX);
            let imported = preview.new.iter().filter(|record| matches!(record, NewRecord::Imported { .. })).count();
            if imported > 0 {
                let count = u32::try_from(imported).unwrap();
                let kind = Kind::Batch { label: "file".to_owned(), count, thread: None };
                let operation = Operation { epoch: set.epoch(), ..operation(1, batch, kind) };
                self.put(Slot::Own(batch), StoredText::Text(record::encode(&operation).unwrap()));
            }
            for record in &preview.new {
                let (name, value) = match record {
                    NewRecord::Imported { id, value } => {
                        let slot = Slot::Imported { id: *id, batch, epoch: set.epoch() };
                        (RecordKey { thread: key(), slot }.to_string(), StoredText::Text(value.to_string()))
                    }
                    NewRecord::Own { key, value } => (key.clone(), value.clone()),
                };
                let before = self.records.insert(name.clone(), value);
                assert_eq!(before, None, "{name} was overwritten");
            }
            previews.push(preview);
        }
        Ok(Import { contents, previews })
    }
}

/// Reads a file in slices.
pub(crate) fn read(file: &str) -> Result<FileContents, FileError> {
    let mut reader = FileReader::new(Rc::from(file))?;
    while !reader.step(7) {}
    Ok(reader.finish())
}

/// A file with this header kind, for the thread of these tests, with these lines.
pub(crate) fn file(kind: &str, lines: &[String]) -> String {
    let head = format!(
        "{{\"format\":\"article-widget\",\"v\":1,\"kind\":\"{kind}\",\"at\":0}}\n{{\"thread\":\"{THREAD}\"}}\n"
    );
    lines.iter().fold(head, |file, line| file + line + "\n")
}

/// The lines of a publication that bring these operations.
pub(crate) fn published(operations: &[Operation]) -> String {
    let line = |operation: &Operation| {
        format!("{{\"id\":\"{}\",\"record\":{}}}", operation.id, record::to_json(operation).unwrap())
    };
    file("publication", &operations.iter().map(line).collect::<Vec<_>>())
}
