//! Threads of every kind, for properties.

use article_widget::domain::author::{Author, AuthorId, AuthorName};
use article_widget::domain::body::Body;
use article_widget::domain::composer_id::ComposerId;
use article_widget::domain::operation_id::{Actor, OperationId};
use article_widget::domain::reaction::Reaction;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::{envelope, record};
use article_widget::store::oplog::epoch;
use proptest::prelude::*;

use super::browser::{Browser, id, key};

/// Few ids, so that targets, parents and repeated ids are met.
pub(crate) fn ids() -> impl Strategy<Value = OperationId> {
    (1..12u64, 1..3u64).prop_map(|(lamport, actor)| id(lamport, actor))
}

fn body() -> impl Strategy<Value = Body> {
    any::<String>().prop_map(|text| Body::new(&format!("{text}.")).unwrap())
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        4 => (prop::option::of(ids()), body()).prop_map(|(parent, body)| Kind::Post { parent, body: Some(body) }),
        2 => (ids(), body()).prop_map(|(target, body)| Kind::Edit { target, body }),
        1 => ids().prop_map(|target| Kind::Delete { target }),
        1 => ids().prop_map(|target| Kind::Restore { target }),
        2 => (prop_oneof![4 => ids(), 1 => Just(OperationId::ARTICLE)], any::<bool>(), any::<bool>()).prop_map(
            |(target, is_known, is_back)| {
                let reaction = Reaction::named(if is_known { "🎉" } else { "🚀" }).unwrap();
                Kind::React { target, reaction, is_back }
            }
        ),
    ]
}

fn erasure() -> impl Strategy<Value = Kind> {
    (ids(), prop::collection::vec(ids(), 0..2)).prop_map(|(target, changes)| Kind::Erase { target, changes })
}

fn erasures() -> impl Strategy<Value = Operation> {
    (of(erasure()), 30..35u64).prop_map(|(operation, lamport)| Operation { id: id(lamport, 1), ..operation })
}

fn of(kind: impl Strategy<Value = Kind>) -> impl Strategy<Value = Operation> {
    let author = (1..3u128, any::<Option<String>>()).prop_map(|(author, name)| Author {
        id: AuthorId::local(author),
        name: name.and_then(|name| AuthorName::new(&name).ok().flatten()),
    });
    (ids(), author, -5i64..50, 0..2u32, prop::option::of(ids()), kind).prop_map(
        |(id, author, at, epoch, draft, kind)| {
            let at = Timestamp::from_millis(at).unwrap();
            Operation { id, author, at, epoch, draft, kind }
        },
    )
}

pub(crate) fn operation() -> impl Strategy<Value = Operation> {
    of(kind())
}

/// With erasures among them. Their ids are later than any other, so that none erases another.
pub(crate) fn any_operation() -> impl Strategy<Value = Operation> {
    prop_oneof![5 => of(kind()), 1 => erasures()]
}

/// A value that is no operation of this version: another kind, a later envelope, damage.
fn stranger() -> impl Strategy<Value = StoredText> {
    prop_oneof![
        any::<String>().prop_map(|text| {
            let json = format!("{{\"k\":\"approve\",\"r\":{},\"x\":[{{}}]}}", serde_json::to_string(&text).unwrap());
            StoredText::Text(envelope::wrap(&json).unwrap())
        }),
        any::<String>().prop_map(|text| StoredText::Text(format!("2{text}"))),
        any::<String>().prop_map(StoredText::Text),
        (prop::collection::vec(any::<u16>(), 0..9), 0xdc00..0xe000u16).prop_map(|(mut units, lone)| {
            units.insert(0, lone);
            StoredText::Units(units)
        }),
    ]
}

fn slot() -> impl Strategy<Value = Slot> {
    let composer =
        prop_oneof![Just(ComposerId::New), ids().prop_map(ComposerId::Reply), ids().prop_map(ComposerId::Edit)];
    prop_oneof![
        3 => ids().prop_map(Slot::Own),
        2 => (ids(), ids()).prop_map(|(id, batch)| Slot::Imported { id, batch, epoch: 1 }),
        1 => (composer, ids(), any::<u64>())
            .prop_map(|(composer, name, actor)| Slot::Draft { composer, name, actor: Actor(actor) }),
    ]
}

/// A browser with anything under any key of the thread, in which nothing is erased or deleted.
pub(crate) fn browser() -> impl Strategy<Value = Browser> {
    let stored = prop_oneof![
        4 => (slot(), operation()).prop_map(|(slot, operation)| {
            let id = match slot {
                Slot::Own(id) | Slot::Imported { id, .. } => id,
                _ => operation.id,
            };
            (slot, StoredText::Text(record::encode(&Operation { id, ..operation }).unwrap()))
        }),
        1 => (slot(), stranger()),
    ];
    let later = prop::collection::vec(("[a-z0-9:é]{0,9}", stranger()), 0..3);
    (prop::collection::vec(stored, 0..12), later).prop_map(|(stored, later)| {
        let mut browser = Browser::default();
        for (slot, value) in stored {
            browser.put(slot, value);
        }
        for (rest, value) in later {
            browser.records.insert(format!("aw1:{}:{rest}", key()), value);
        }
        browser
    })
}

/// A browser in which something may be erased, and everything of epoch 0 deleted.
pub(crate) fn any_browser() -> impl Strategy<Value = Browser> {
    let erasures = prop::collection::vec(erasures(), 0..3);
    (browser(), erasures, any::<bool>()).prop_map(|(mut browser, erasures, deleted)| {
        for operation in erasures {
            let value = StoredText::Text(record::encode(&operation).unwrap());
            browser.put(Slot::Own(operation.id), value);
        }
        if deleted {
            browser.put(Slot::Epoch(1), StoredText::Text(epoch::encode(1).unwrap()));
        }
        browser
    })
}
