//! A publication: the comments of a thread that others may see, and no text that was replaced, deleted or never sent.

use super::published_reactions::{own_reactions, reactions_to};
use super::thread_file::{FileKind, FileWriter};
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::sort::Sort;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::domain::timestamp::Timestamp;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::lamport_chain::LamportChain;
use crate::store::oplog::operation_set::{OperationSet, Provenance};
use crate::store::oplog::stored_thread::comments_of;

/// A thread that is published: its key, what it is called, if anything says so, and what was done to it.
pub type Published<'a> = (&'a ThreadKey, Option<&'a ThreadName>, &'a OperationSet);

/// The publication of these threads, as their reader sees them: depth first, each post followed by the changes that
/// count. A post whose text was replaced or deleted comes without it, a deleted one only above a visible reply.
///
/// Of a record only the fields that this version knows are written, and neither its draft nor its epoch: what a
/// later version puts into a record may be nobody else's business. Kinds that are not known are left out for the same reason.
pub fn publication(threads: &[Published], at: Timestamp) -> String {
    publication_as_of(threads, at, at)
}

/// The publication as whoever reads it at `now` sees the threads, dated `at`: who merges files again later gets the same.
pub fn publication_as_of(threads: &[Published], now: Timestamp, at: Timestamp) -> String {
    let mut file = FileWriter::default();
    for (thread, name, set) in threads {
        file.thread(thread, *name);
        let chain = chain_of(set);
        let mut write = |operation: &Operation| {
            if let Some(json) = record::to_json(operation) {
                file.record(operation.id, &json);
            }
        };
        reactions_to(set, OperationId::ARTICLE).iter().for_each(&mut write);
        for row in Rows::of(&comments_of(set), Sort::Oldest, now).iter() {
            published(set, &chain, &row.comment).iter().for_each(&mut write);
            if !row.comment.deleted {
                reactions_to(set, row.comment.id).iter().for_each(&mut write);
            }
        }
    }
    file.finish(FileKind::Publication, at)
}

/// A publication of one comment and of all the reader's reactions in the thread, and the post or edit whose text is in it; `None` if
/// it is not there to be seen. Reactions that the published file has need not be sent again. [`OperationId::ARTICLE`] stands for the
/// reactions without a comment.
pub fn submission(
    thread: &ThreadId,
    name: &ThreadName,
    set: &OperationSet,
    id: OperationId,
    at: Timestamp,
) -> Option<(String, OperationId)> {
    let comment = set.comment(id).filter(|comment| !comment.deleted);
    let mut operations = comment.as_ref().map(|comment| published(set, &chain_of(set), comment)).unwrap_or_default();
    let edit = operations.iter().find(|operation| matches!(operation.kind, Kind::Edit { .. }));
    let text = edit.map_or(id, |edit| edit.id);
    operations.extend(own_reactions(set));
    if comment.is_none() && (id != OperationId::ARTICLE || operations.is_empty()) {
        return None;
    }
    let mut file = FileWriter::default();
    file.thread(&thread.key(), Some(name));
    for operation in operations {
        file.record(operation.id, &record::to_json(&operation)?);
    }
    Some((file.finish(FileKind::Publication, at), text))
}

fn chain_of(set: &OperationSet) -> LamportChain {
    LamportChain::of(set.ids(), &LamportChain::default()).0
}

/// The operations that make a comment look the same elsewhere.
fn published(set: &OperationSet, chain: &LamportChain, comment: &Comment) -> Vec<Operation> {
    let Some((post, provenance)) = operation(set, comment.id) else {
        return Vec::new();
    };
    let (mut text, mut shown) = (None, None);
    for (change, from) in set.changes(comment.id).filter_map(|id| operation(set, id)) {
        // The rules of OperationSet::comment.
        let counts = change.kind.target() == Some(comment.id)
            && change.id.lamport > comment.id.lamport
            && change.author.id == post.author.id
            && (from == Provenance::Own || provenance != Provenance::Own && chain.counts(change.id));
        match &change.kind {
            _ if !counts => {}
            Kind::Edit { .. } => text = Some(change),
            Kind::Delete { .. } | Kind::Restore { .. } | Kind::Erase { .. } => shown = Some(change),
            // An operation that changes neither the text nor whether the comment is shown is the reader's own affair.
            _ => {}
        }
    }
    let text = text.filter(|_| !comment.deleted);
    let kept_body = text.is_none() && !comment.deleted;
    let of_others = |operation: &Operation| Operation {
        epoch: 0,
        draft: None,
        kind: match &operation.kind {
            Kind::Post { parent, body } => Kind::Post { parent: *parent, body: body.clone().filter(|_| kept_body) },
            Kind::Erase { target, .. } => Kind::Erase { target: *target, changes: Vec::new() },
            other => other.clone(),
        },
        ..operation.clone()
    };
    [Some(post), text, shown].into_iter().flatten().map(of_others).collect()
}

fn operation(set: &OperationSet, id: OperationId) -> Option<(&Operation, Provenance)> {
    let (element, provenance) = set.effective(id)?;
    element.operation.as_ref().map(|operation| (operation, provenance))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::domain::author::{Author, AuthorId};
    use crate::domain::body::Body;
    use crate::domain::operation_id::{Actor, Lamport};
    use crate::domain::reaction::Reaction;
    use crate::store::format::record_key::Slot;
    use crate::store::oplog::operation_set::Element;

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
    }

    fn post(lamport: u64, parent: Option<u64>, text: &str) -> (u64, Kind) {
        (lamport, Kind::Post { parent: parent.map(id), body: Body::new(text).ok() })
    }

    fn edit(lamport: u64, target: u64, text: &str) -> (u64, Kind) {
        (lamport, Kind::Edit { target: id(target), body: Body::new(text).unwrap() })
    }

    /// The kind of each operation that is published, its number, and its text.
    #[track_caller]
    fn publishes(operations: &[(u64, Kind)], expected: &[&str]) {
        let mut set = OperationSet::default();
        for (lamport, kind) in operations {
            let operation = Operation {
                id: id(*lamport),
                author: Author { id: AuthorId::local(1), name: None },
                at: Timestamp::unix_epoch(),
                epoch: 2,
                draft: Some(id(77)),
                kind: kind.clone(),
            };
            let value = Rc::from(record::encode(&operation).unwrap());
            set.add(
                Slot::Own(operation.id),
                Element { value, encode: None, epoch: Some(2), operation: Some(operation) },
            );
        }
        let id = ThreadId::explicit("a").unwrap();
        let file = publication(&[(&id.key(), Some(&ThreadName::new(&id, "A", "u")), &set)], Timestamp::unix_epoch());
        let author = "\"a\":{\"id\":\"local:00000000000000000000000001\"},\"t\":0";
        let lines: Vec<String> = file
            .lines()
            .skip(2)
            .map(|line| line.replace(author, "…").replace("0000000000001\"", "\"").replace("00000000", ""))
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_post_is_published_with_its_text_and_replies_below_it() {
        publishes(
            &[post(1, None, "one"), post(2, None, "two"), post(3, Some(1), "three")],
            &[
                "{\"id\":\"1\",\"record\":{\"k\":\"post\",…,\"b\":\"one\"}}",
                "{\"id\":\"3\",\"record\":{\"k\":\"post\",\"p\":\"1\",…,\"b\":\"three\"}}",
                "{\"id\":\"2\",\"record\":{\"k\":\"post\",…,\"b\":\"two\"}}",
            ],
        );
    }

    #[test]
    fn of_what_was_replaced_only_the_last_text_is_published() {
        publishes(
            &[post(1, None, "one"), edit(2, 1, "two"), edit(3, 1, "three")],
            &[
                "{\"id\":\"1\",\"record\":{\"k\":\"post\",…}}",
                "{\"id\":\"3\",\"record\":{\"k\":\"edit\",\"p\":\"1\",…,\"b\":\"three\"}}",
            ],
        );
    }

    #[test]
    fn a_deleted_comment_is_published_only_as_a_place_above_a_reply() {
        let deleted = [post(1, None, "one"), edit(2, 1, "two"), (4, Kind::Delete { target: id(1) })];
        publishes(&deleted, &[]);
        let mut answered = deleted.to_vec();
        answered.push(post(3, Some(1), "three"));
        publishes(
            &answered,
            &[
                "{\"id\":\"1\",\"record\":{\"k\":\"post\",…}}",
                "{\"id\":\"4\",\"record\":{\"k\":\"delete\",\"p\":\"1\",…}}",
                "{\"id\":\"3\",\"record\":{\"k\":\"post\",\"p\":\"1\",…,\"b\":\"three\"}}",
            ],
        );
    }

    #[test]
    fn a_restored_comment_says_so_to_those_who_know_it_as_deleted() {
        publishes(
            &[post(1, None, "one"), (2, Kind::Delete { target: id(1) }), (3, Kind::Restore { target: id(1) })],
            &[
                "{\"id\":\"1\",\"record\":{\"k\":\"post\",…,\"b\":\"one\"}}",
                "{\"id\":\"3\",\"record\":{\"k\":\"restore\",\"p\":\"1\",…}}",
            ],
        );
    }

    #[test]
    fn a_submission_holds_one_comment_as_others_will_see_it() {
        let mut set = OperationSet::default();
        let operations =
            [post(1, None, "one"), post(2, Some(1), "two"), edit(3, 2, "two, better"), post(4, Some(2), "three")];
        for (lamport, kind) in operations {
            let author = Author { id: AuthorId::local(1), name: None };
            let operation =
                Operation { id: id(lamport), author, at: Timestamp::unix_epoch(), epoch: 0, draft: Some(id(77)), kind };
            let value = Rc::from(record::encode(&operation).unwrap());
            set.add(
                Slot::Own(operation.id),
                Element { value, encode: None, epoch: Some(0), operation: Some(operation) },
            );
        }
        let thread = ThreadId::explicit("a").unwrap();
        let name = ThreadName::new(&thread, "A", "u");
        let (file, text) = submission(&thread, &name, &set, id(2), Timestamp::unix_epoch()).unwrap();
        assert_eq!(text, id(3));
        assert!(
            file.contains("two, better")
                && !file.contains("\"two\"")
                && !file.contains("one")
                && !file.contains("three"),
            "{file}"
        );
        assert_eq!(submission(&thread, &name, &set, id(9), Timestamp::unix_epoch()), None);
    }

    fn react(lamport: u64, target: OperationId, name: &str, is_back: bool) -> (u64, Kind) {
        (lamport, Kind::React { target, reaction: Reaction::named(name).unwrap(), is_back })
    }

    #[test]
    fn reactions_to_the_article_come_first_and_those_to_a_comment_after_it() {
        publishes(
            &[
                post(1, None, "one"),
                react(2, OperationId::ARTICLE, "👍", false),
                react(3, id(1), "❤️", false),
                react(4, id(1), "🎉", false),
                react(5, id(1), "🎉", true),
            ],
            &[
                "{\"id\":\"2\",\"record\":{\"k\":\"react\",\"p\":\"000000\",…,\"r\":\"👍\"}}",
                "{\"id\":\"1\",\"record\":{\"k\":\"post\",…,\"b\":\"one\"}}",
                "{\"id\":\"3\",\"record\":{\"k\":\"react\",\"p\":\"1\",…,\"r\":\"❤️\"}}",
            ],
        );
    }

    #[test]
    fn erased_things_and_imports_are_not_published() {
        publishes(
            &[
                post(1, None, "one"),
                (2, Kind::Erase { target: id(1), changes: vec![] }),
                (3, Kind::Batch { label: "f".to_owned(), count: 1, thread: None }),
            ],
            &[],
        );
    }
}
