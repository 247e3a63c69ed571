//! An author's desk: a folder with files, and the command run in it.

use std::fs;
use std::path::PathBuf;
use std::process::id as process_id;
use std::sync::atomic::{AtomicU32, Ordering};

use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::reaction::Reaction;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget_thread::collected::Collected;
use article_widget_thread::run::{Done, run};

static DESKS: AtomicU32 = AtomicU32::new(0);

pub(crate) struct Desk(PathBuf);

impl Drop for Desk {
    fn drop(&mut self) {
        // A folder that stays behind in the system's own place for such things does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Desk {
    pub(crate) fn new() -> Self {
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("article-widget-desk-{}-{number}", process_id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    /// Merges these files of the desk, and options, into `thread.jsonl`.
    pub(crate) fn merge(&self, words: &[&str]) -> Done {
        let mut all = vec!["merge".to_owned()];
        all.extend(words.iter().map(|word| match word.contains('.') {
            true => self.0.join(word).display().to_string(),
            false => (*word).to_owned(),
        }));
        all.extend(["-o".to_owned(), self.0.join("thread.jsonl").display().to_string()]);
        run(&all)
    }

    pub(crate) fn call(&self, words: &[&str]) -> Done {
        run(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    pub(crate) fn has_published(&self) -> bool {
        self.0.join("thread.jsonl").exists()
    }

    pub(crate) fn published(&self) -> String {
        fs::read_to_string(self.0.join("thread.jsonl")).unwrap()
    }

    pub(crate) fn is_whole(&self) -> bool {
        Collected::read("it", self.published().as_bytes()).unwrap().whole
    }

    /// Who reacts to what in the published file, by the authors' numbers and those of the comments, in its order.
    pub(crate) fn reactions(&self) -> Vec<(String, u64, bool)> {
        let file = Collected::read("it", self.published().as_bytes()).unwrap();
        let mut entries: Vec<_> = file.discussions.values().flat_map(|discussion| &discussion.entries).collect();
        entries.sort_by_key(|entry| entry.line);
        let reaction = |operation: &Operation| match &operation.kind {
            Kind::React { target, is_back, .. } => {
                let author = operation.author.id.as_str().trim_start_matches("local:").trim_start_matches('0');
                Some((author.to_owned(), target.lamport.value(), *is_back))
            }
            _ => None,
        };
        entries.into_iter().filter_map(|entry| reaction(entry.operation()?)).collect()
    }

    /// Every text in the published file, in its order.
    pub(crate) fn texts(&self) -> Vec<String> {
        let file = Collected::read("it", self.published().as_bytes()).unwrap();
        let mut entries: Vec<_> = file.discussions.values().flat_map(|discussion| &discussion.entries).collect();
        entries.sort_by_key(|entry| entry.line);
        let text = |operation: &Operation| Some(operation.kind.body()?.as_str().to_owned());
        entries.into_iter().filter_map(|entry| text(entry.operation()?)).collect()
    }
}

fn id(author: u128, lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(u64::try_from(author).unwrap()) }
}

/// An operation of an author, who has one page for ever: the id of a comment is told by its number alone.
pub(crate) fn by(author: u128, lamport: u64, kind: Kind) -> Operation {
    Operation {
        id: id(7, lamport),
        author: Author { id: AuthorId::local(author), name: None },
        at: Timestamp::from_millis(i64::try_from(lamport).unwrap()).unwrap(),
        epoch: 0,
        draft: None,
        kind,
    }
}

pub(crate) fn post(author: u128, lamport: u64, text: &str) -> Operation {
    by(author, lamport, Kind::Post { parent: None, body: Body::new(text).ok() })
}

pub(crate) fn reply(author: u128, lamport: u64, parent: u64, text: &str) -> Operation {
    by(author, lamport, Kind::Post { parent: Some(id(7, parent)), body: Body::new(text).ok() })
}

pub(crate) fn edit(author: u128, lamport: u64, target: u64, text: &str) -> Operation {
    by(author, lamport, Kind::Edit { target: id(7, target), body: Body::new(text).unwrap() })
}

pub(crate) fn delete(author: u128, lamport: u64, target: u64) -> Operation {
    by(author, lamport, Kind::Delete { target: id(7, target) })
}

pub(crate) fn erase(author: u128, lamport: u64, target: u64) -> Operation {
    by(author, lamport, Kind::Erase { target: id(7, target), changes: Vec::new() })
}

/// A reaction to a comment, by its number; 0 is the article.
pub(crate) fn react(author: u128, lamport: u64, target: u64, is_back: bool) -> Operation {
    let target = if target == 0 { OperationId::ARTICLE } else { id(7, target) };
    by(author, lamport, Kind::React { target, reaction: Reaction::named("👍").unwrap(), is_back })
}

/// A publication with these operations, as anybody could write it: without a checksum.
pub(crate) fn file(operations: &[Operation]) -> String {
    let head = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"a-post\",\"title\":\"A post\",\"url\":\"u\"}\n";
    operations.iter().fold(head.to_owned(), |file, operation| {
        file + &format!("{{\"id\":\"{}\",\"record\":{}}}\n", operation.id, record::to_json(operation).unwrap())
    })
}
