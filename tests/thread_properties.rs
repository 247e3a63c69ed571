//! What holds for every thread, whatever was done to it and in whatever order it became known.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeSet;

use article_widget::domain::author::{Author, AuthorId, AuthorName};
use article_widget::domain::body::Body;
use article_widget::domain::comment::Comment;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::prose::{Span, paragraphs};
use article_widget::domain::reaction::Reaction;
use article_widget::domain::row::MAX_DEPTH;
use article_widget::domain::rows::Rows;
use article_widget::domain::sort::Sort;
use article_widget::domain::thread::Thread;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::format::envelope;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record::{self, Decoded};
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::operation_set::{Element, OperationSet};
use article_widget::store::oplog::reactions::reactions;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn id() -> impl Strategy<Value = OperationId> {
    // Few values, so that targets, parents and repeated ids are met.
    (1..12u64, 1..3u64)
        .prop_map(|(lamport, actor)| OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(actor) })
}

fn body() -> impl Strategy<Value = Body> {
    any::<String>().prop_map(|text| Body::new(&format!("{text}.")).unwrap())
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => (prop::option::of(id()), body()).prop_map(|(parent, body)| Kind::Post { parent, body: Some(body) }),
        1 => (id(), body()).prop_map(|(target, body)| Kind::Edit { target, body }),
        1 => id().prop_map(|target| Kind::Delete { target }),
        1 => id().prop_map(|target| Kind::Restore { target }),
        1 => (id(), id()).prop_map(|(target, text)| Kind::Sent { target, text }),
        3 => (prop_oneof![4 => id(), 1 => Just(OperationId::ARTICLE)], select(&["👍", "🎉", "🚀"][..]), any::<bool>()).prop_map(
            |(target, name, is_back)| {
                let reaction = Reaction::named(name).unwrap();
                Kind::React { target, reaction, is_back }
            }
        ),
    ]
}

/// Where an operation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Own,
    Imported,
    Published,
}
use Origin::{Imported, Own, Published};

fn operation() -> impl Strategy<Value = (Operation, Origin)> {
    let author = (0..2u128, any::<Option<String>>()).prop_map(|(author, name)| Author {
        id: AuthorId::local(author),
        name: name.and_then(|name| AuthorName::new(&name).ok().flatten()),
    });
    let origin = prop_oneof![3 => Just(Own), 1 => Just(Imported), 1 => Just(Published)];
    (id(), author, -5i64..50, kind(), origin).prop_map(|(id, author, at, kind, origin)| {
        let at = Timestamp::from_millis(at).unwrap();
        (Operation { id, author, at, epoch: 0, draft: None, kind }, origin)
    })
}

/// The thread that a page shows after taking operations one by one, as `app::reading::take` does.
fn thread(operations: &[(Operation, Origin)]) -> Thread {
    let mut set = OperationSet::default();
    let mut thread = Thread::default();
    for (operation, origin) in operations {
        let id = operation.id;
        let batch = OperationId { lamport: Lamport::MAX, actor: Actor(9) };
        let value = record::encode(operation).unwrap().into();
        let element = Element { value, encode: None, operation: Some(operation.clone()), epoch: Some(0) };
        let added = match origin {
            Own => set.add(Slot::Own(id), element),
            Imported => set.add(Slot::Imported { id, batch, epoch: 0 }, element),
            Published => set.add_published(id, element),
        };
        for id in added.touched {
            match shown(&set, id) {
                Some(comment) => thread.put(comment),
                None => thread.remove(id),
            }
        }
    }
    thread
}

/// A comment with the reactions to it.
fn shown(set: &OperationSet, id: OperationId) -> Option<Comment> {
    set.comment(id).map(|comment| Comment { reactions: reactions(&[set], id), ..comment })
}

/// Without what could not be: a key is written once.
fn distinct(operations: Vec<(Operation, Origin)>) -> Vec<(Operation, Origin)> {
    let mut seen = BTreeSet::new();
    let could_be =
        |(operation, origin): &(Operation, Origin)| *origin == Published || seen.insert((operation.id, *origin));
    operations.into_iter().filter(could_be).collect()
}

/// Cases of each property: 2,000, or as many more as `PROPTEST_CASES` wants.
fn cases() -> ProptestConfig {
    let wanted = ProptestConfig::default();
    ProptestConfig { cases: wanted.cases.max(2_000), ..wanted }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_order_of_arrival_does_not_matter(
        operations in prop::collection::vec(operation(), 0..14).prop_map(distinct),
        swaps in prop::collection::vec(any::<(Index, Index)>(), 0..20),
    ) {
        let mut shuffled = operations.clone();
        if !shuffled.is_empty() {
            for (a, b) in swaps {
                let (a, b) = (a.index(shuffled.len()), b.index(shuffled.len()));
                shuffled.swap(a, b);
            }
        }
        prop_assert_eq!(thread(&operations), thread(&shuffled));
    }

    #[test]
    fn what_is_known_already_changes_nothing(operations in prop::collection::vec(operation(), 0..14)) {
        let at_once = thread(&operations);
        let twice: Vec<_> = operations.iter().chain(&operations).cloned().collect();
        prop_assert_eq!(at_once, thread(&twice));
    }

    #[test]
    fn every_comment_has_one_row_below_what_it_answers(
        operations in prop::collection::vec(operation(), 0..14),
        now in -10i64..60,
    ) {
        let thread = thread(&operations);
        let rows: Vec<_> = Rows::of(&thread, Sort::Oldest, Timestamp::from_millis(now).unwrap()).iter().collect();
        let shown: Vec<_> = rows.iter().map(|row| row.comment.id).collect();
        let once: BTreeSet<_> = shown.iter().copied().collect();
        prop_assert_eq!(once.len(), shown.len());
        prop_assert_eq!(rows.iter().filter(|row| !row.comment.deleted).count(), thread.count());
        for (place, row) in rows.iter().enumerate() {
            prop_assert!(row.depth <= MAX_DEPTH);
            match &row.parent {
                None => prop_assert_eq!(row.depth, 0),
                Some(parent) => {
                    let above = shown.iter().position(|id| *id == parent.id).unwrap();
                    prop_assert!(above < place);
                    prop_assert!(rows[above..place].iter().all(|between| between.depth >= rows[above].depth));
                    prop_assert_eq!(row.depth, rows[above].depth + 1);
                }
            }
        }
    }

    #[test]
    fn nothing_foreign_changes_what_is_own(
        own in prop::collection::vec(operation(), 0..8),
        foreign in prop::collection::vec(operation(), 0..8),
    ) {
        let own: Vec<_> = own.into_iter().map(|(operation, _)| (operation, Own)).collect();
        let foreign = foreign.into_iter().map(|(operation, origin)| (operation, origin.max(Imported)));
        let before = thread(&own);
        let after = thread(&own.iter().cloned().chain(foreign).collect::<Vec<_>>());
        for row in Rows::of(&before, Sort::Oldest, Timestamp::unix_epoch()).iter() {
            // That others see it too, and react to it, is all that may be said of it more.
            let own = |comment: &Comment| {
                Comment { published: false, reactions: comment.reactions.own(), ..comment.clone() }
            };
            let comment = after.get(row.comment.id).map(|comment| own(comment));
            prop_assert_eq!(comment, Some(own(&row.comment)));
        }
    }

    #[test]
    fn without_the_published_file_everything_is_as_if_it_had_never_been_there(
        operations in prop::collection::vec(operation(), 0..14).prop_map(distinct),
    ) {
        let mut set = OperationSet::default();
        let mut kept = OperationSet::default();
        for (operation, origin) in &operations {
            let value = record::encode(operation).unwrap().into();
            let element = Element { value, encode: None, operation: Some(operation.clone()), epoch: Some(0) };
            let batch = OperationId { lamport: Lamport::MAX, actor: Actor(9) };
            let slot = match origin {
                Own => Slot::Own(operation.id),
                Imported => Slot::Imported { id: operation.id, batch, epoch: 0 },
                Published => {
                    set.add_published(operation.id, element);
                    continue;
                }
            };
            set.add(slot, element.clone());
            kept.add(slot, element);
        }
        let before: Vec<_> = operations.iter().map(|(operation, _)| (operation.id, shown(&set, operation.id))).collect();
        let touched = set.forget_published().touched;
        prop_assert_eq!(set.elements().collect::<Vec<_>>(), kept.elements().collect::<Vec<_>>());
        prop_assert_eq!(set.latest(), kept.latest());
        for (id, before) in before {
            prop_assert_eq!(shown(&set, id), shown(&kept, id));
            prop_assert!(touched.contains(&id) || shown(&set, id) == before, "{id} changed unsaid");
        }
    }

    #[test]
    fn every_operation_comes_back_from_its_bytes((operation, _) in operation()) {
        let value = StoredText::Text(record::encode(&operation).unwrap());
        prop_assert_eq!(record::decode(operation.id, &value), Ok(Decoded::Operation(operation)));
    }

    #[test]
    fn no_bytes_make_the_decoder_panic(text in any::<String>(), units in any::<Vec<u16>>(), id in id()) {
        let _ = record::decode(id, &StoredText::Text(text.clone()));
        let _ = record::decode(id, &StoredText::Text(envelope::wrap(&text).unwrap()));
        let _ = record::decode(id, &StoredText::Units(units));
    }

    #[test]
    fn a_text_is_drawn_with_every_visible_character_in_order(text in "[a-z:/.@<>&\\n\\r \u{5d0}\u{1f44d}(),https]{0,60}") {
        let drawn: String = paragraphs(&text)
            .into_iter()
            .flat_map(|paragraph| paragraph.lines.into_iter().flatten())
            .map(|span| match span {
                Span::Text(text) => text,
                Span::Link { text, .. } => text,
            })
            .collect();
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(visible(&drawn), visible(&text));
    }
}
