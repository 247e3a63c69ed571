//! Files of somebody else's for a reader to import, each with two comments and with attacks on what the reader wrote: a backup
//! that deletes everything, or a publication that claims to be one of the pages and changes, hides and says again what it wrote.

use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::thread_id::ThreadId;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::Found;
use article_widget::store::file::backup::{backup, dumps};
use article_widget::store::file::publication::publication;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::epoch;
use article_widget::store::oplog::operation_set::{Element, OperationSet};

use crate::hostile_file::actor;
use crate::text::Text;

/// The epoch that a backup says has deleted everything before it.
const EPOCH: u32 = 1;

/// The texts of the file that is called by the first of them: a comment, and a reply to it.
pub(crate) fn texts(first: Text) -> [Text; 2] {
    [first, Text(first.0.saturating_add(1))]
}

/// The file of this text for a discussion: a publication if the text's number is odd, else a backup. `one_author` says whom the
/// attacked page signs as.
pub(crate) fn foreign_file(thread: &ThreadId, first: Text, one_author: bool) -> String {
    if first.0.is_multiple_of(2) { deleting(thread, first) } else { claiming(thread, first, one_author) }
}

fn id(lamport: u64, actor: Actor) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap_or_default(), actor }
}

fn operation(id: OperationId, author: AuthorId, epoch: u32, kind: Kind) -> Operation {
    Operation { id, author: Author { id: author, name: None }, at: Timestamp::unix_epoch(), epoch, draft: None, kind }
}

/// What its author wrote.
fn comments(first: Text, epoch: u32) -> impl Iterator<Item = Operation> {
    // No page of the bed signs so.
    let stranger = Actor(u64::MAX - u64::from(first.0));
    let author = AuthorId::local(u128::MAX - u128::from(first.0));
    texts(first).into_iter().zip([(1, None), (2, Some(1))]).map(move |(text, (lamport, parent))| {
        let parent = parent.map(|parent| id(parent, stranger));
        let kind = Kind::Post { parent, body: Body::new(&text.to_string()).ok() };
        operation(id(lamport, stranger), author.clone(), epoch, kind)
    })
}

fn deleting(thread: &ThreadId, first: Text) -> String {
    let stored = |slot, value: Option<String>| {
        let key = RecordKey::new(&thread.key(), slot).to_string();
        value.map(|value| Found { key, value: StoredText::Text(value) })
    };
    let comments = comments(first, EPOCH).map(|it| stored(Slot::Own(it.id), record::encode(&it)));
    let name = stored(Slot::Own(OperationId::NAMING), ThreadName::new(thread, "", "").encode());
    let deletion = stored(Slot::Epoch(EPOCH), epoch::encode(EPOCH));
    let records: Vec<Found> = comments.chain([name, deletion]).flatten().collect();
    backup(&dumps(&records), Timestamp::unix_epoch())
}

fn claiming(thread: &ThreadId, first: Text, one_author: bool) -> String {
    let mut set = OperationSet::default();
    for operation in comments(first, 0) {
        let value = record::encode(&operation).unwrap_or_default().into();
        set.add(Slot::Own(operation.id), Element { value, encode: None, epoch: Some(0), operation: Some(operation) });
    }
    let honest = publication(&[(&thread.key(), Some(&ThreadName::new(thread, "", "")), &set)], Timestamp::unix_epoch());
    // Its header counts its lines, and there are to be more.
    let lines = honest.split_once('\n').map_or("", |(_, lines)| lines);
    let header = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}";
    let attacks = attacks(first, one_author).into_iter().filter_map(|attack| {
        record::to_json(&attack).map(|json| format!("{{\"id\":\"{}\",\"record\":{json}}}\n", attack.id))
    });
    format!("{header}\n{lines}{}", attacks.collect::<String>())
}

/// What it does to one of the first operations of one of the first four pages. A page's first comment comes second: its draft
/// was the first to have a name.
fn attacks(first: Text, one_author: bool) -> Vec<Operation> {
    let number = u32::from(first.0 / 2);
    let page = 1 + number % 4;
    let target = id(u64::from(2 + number / 8 % 3), actor(page));
    let author = AuthorId::local(u128::from(if one_author { 0 } else { page }));
    let later = |more: u64| id(100 + 10 * u64::from(first.0) + more, actor(page));
    let lie = || Body::new("a lie").ok();
    let hides = match number / 4 % 2 {
        0 => Kind::Delete { target },
        _ => Kind::Erase { target, changes: vec![target] },
    };
    let edits = lie().map(|body| Kind::Edit { target, body });
    let says_again = Kind::Post { parent: None, body: lie() };
    [Some((later(1), hides)), edits.map(|edit| (later(2), edit)), Some((target, says_again))]
        .into_iter()
        .flatten()
        .map(|(id, kind)| operation(id, author.clone(), 0, kind))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use article_widget::store::file::file_reader::FileReader;

    use super::*;
    use crate::addresses;

    /// How many lines a file brings to its discussion.
    fn lines(first: u16) -> usize {
        let mut reader = FileReader::new(Rc::from(foreign_file(&addresses::name(), Text(first), false))).unwrap();
        while !reader.step(usize::MAX) {}
        let file = reader.finish();
        assert_eq!((file.refused.len(), file.threads.len()), (0, 1));
        assert_eq!(file.threads[0].key, addresses::name().key());
        file.threads[0].items.len()
    }

    #[test]
    fn each_file_has_its_comments_and_its_attacks() {
        assert_eq!((lines(9), lines(11), lines(10)), (5, 5, 4));
        let says = |first| Text::all_in(&foreign_file(&addresses::name(), Text(first), false)).collect::<Vec<_>>();
        assert_eq!((says(9), says(10)), (vec![Text(9), Text(10)], vec![Text(10), Text(11)]));
    }
}
