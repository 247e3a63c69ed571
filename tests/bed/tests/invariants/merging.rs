//! Invariants 1, 2, 8, 10 and 13, as far as they are about sets of operations, ids and texts alone.

use std::collections::BTreeSet;
use std::rc::Rc;

use article_widget::domain::author::AuthorId;
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::rows::Rows;
use article_widget::domain::sort::Sort;
use article_widget::domain::thread::Thread;
use article_widget::domain::timestamp::Timestamp;
use article_widget::replica::Env;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record::{self, Decoded};
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::operation_set::{Element, OperationSet};
use proptest::prelude::*;
use proptest::sample::Index;

use super::browser::{id, operation};
use super::cases;
use super::threads::any_operation;

type Records = Vec<(Operation, bool)>;

/// Own and imported ones, the same id among both. A key is written once, so that it has the same bytes everywhere.
fn records() -> impl Strategy<Value = Records> {
    prop::collection::vec((any_operation(), prop::bool::weighted(0.7)), 0..14).prop_map(|records| {
        let mut keys = BTreeSet::new();
        records.into_iter().filter(|(operation, own)| keys.insert((operation.id, *own))).collect()
    })
}

/// What three copies hold of the same records.
fn copies() -> impl Strategy<Value = [Records; 3]> {
    (records(), prop::collection::vec(0..8u8, 14)).prop_map(|(records, masks)| {
        [1, 2, 4].map(|copy| {
            let held = records.iter().zip(&masks).filter(|(_, mask)| *mask & copy > 0);
            held.map(|(record, _)| record.clone()).collect()
        })
    })
}

/// A thread and its set, each brought up to date by one operation after the other as the program does.
#[derive(Clone, Debug, Default)]
struct Folded {
    set: OperationSet,
    thread: Thread,
}

impl Folded {
    fn of<'a>(records: impl IntoIterator<Item = &'a (Operation, bool)>) -> Self {
        let mut folded = Self::default();
        records.into_iter().for_each(|(operation, own)| folded.take(operation, *own));
        folded
    }

    fn take(&mut self, operation: &Operation, own: bool) {
        let value: Rc<str> = record::encode(operation).unwrap().into();
        let epoch = operation.epoch;
        let slot = match own {
            true => Slot::Own(operation.id),
            false => Slot::Imported { id: operation.id, batch: id(60, 9), epoch },
        };
        let element = Element { value, encode: None, operation: Some(operation.clone()), epoch: Some(epoch) };
        let added = self.set.add(slot, element);
        self.touch(added.touched);
    }

    /// Takes everything that another has, as a page does that reads a copy.
    fn unite(&mut self, other: &Self) {
        for (slot, element) in other.set.elements() {
            let added = self.set.add(slot, element.clone());
            self.touch(added.touched);
        }
    }

    fn touch(&mut self, touched: Vec<OperationId>) {
        for id in touched {
            match self.set.comment(id) {
                Some(comment) => self.thread.put(comment),
                None => self.thread.remove(id),
            }
        }
    }

    fn elements(&self) -> Vec<(Slot, Rc<str>)> {
        let mut all: Vec<_> = self.set.elements().map(|(slot, element)| (slot, Rc::clone(&element.value))).collect();
        all.sort();
        all
    }

    /// The thread made from the set at once, not step by step.
    fn folded_anew(&self) -> Thread {
        let mut thread = Thread::default();
        let ids = self.set.elements().filter_map(|(slot, _)| match slot {
            Slot::Own(id) | Slot::Imported { id, .. } => Some(id),
            _ => None,
        });
        ids.filter_map(|id| self.set.comment(id)).for_each(|comment| thread.put(comment));
        thread
    }
}

fn texts(folded: &Folded) -> String {
    folded.set.elements().map(|(_, element)| element.value.to_string()).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn invariant_1_merging_is_commutative_associative_and_idempotent(copies in copies()) {
        let [a, b, c] = copies.map(|records| Folded::of(&records));
        let united = |all: &[&Folded]| {
            let mut whole = Folded::default();
            all.iter().for_each(|one| whole.unite(one));
            whole
        };
        let ab = united(&[&a, &b]);
        let bc = united(&[&b, &c]);
        let whole = united(&[&ab, &c]);
        for other in [united(&[&a, &bc]), united(&[&c, &b, &a]), united(&[&whole, &whole]), united(&[&whole, &a])] {
            prop_assert_eq!(whole.elements(), other.elements());
            prop_assert_eq!(&whole.thread, &other.thread);
        }
    }

    #[test]
    fn invariant_1_nothing_disappears_but_by_erasure_or_deletion([a, b, _] in copies()) {
        let before = Folded::of(&a);
        let mut after = before.clone();
        let more = Folded::of(&b);
        after.unite(&more);
        let erases = b.iter().any(|(operation, _)| matches!(operation.kind, Kind::Erase { .. }));
        let has: BTreeSet<Slot> = after.set.elements().map(|(slot, _)| slot).collect();
        prop_assert!(erases || before.set.elements().all(|(slot, _)| has.contains(&slot)));
    }

    #[test]
    fn invariant_2_every_part_folds_and_step_by_step_is_the_same_as_at_once(
        records in records(),
        which in prop::collection::vec(any::<bool>(), 14),
        prefix: Index,
    ) {
        let part: Records = records.iter().zip(&which).filter(|(_, keep)| **keep).map(|(one, _)| one.clone()).collect();
        for some in [&records[..], &part[..], &records[..prefix.index(records.len() + 1)]] {
            let folded = Folded::of(some);
            prop_assert_eq!(&folded.thread, &folded.folded_anew());
            let mut backwards = some.to_vec();
            backwards.reverse();
            prop_assert_eq!(&folded.thread, &Folded::of(&backwards).thread);
            let rows = Rows::of(&folded.thread, Sort::Oldest, Timestamp::unix_epoch());
            prop_assert_eq!(rows.iter().filter(|row| !row.comment.deleted).count(), folded.thread.count());
        }
    }

    #[test]
    fn invariant_8_pages_never_make_the_same_id(
        steps in prop::collection::vec((0..3usize, prop::option::of(1..2_000_000u64), -1_000_000i64..1_000_000), 1..60),
        actors in prop::collection::btree_set(any::<u64>(), 3),
    ) {
        let open = |actor: &u64| Env::new(Timestamp::unix_epoch(), Actor(*actor), AuthorId::local(0));
        let mut pages: Vec<Env> = actors.iter().map(open).collect();
        let mut made = BTreeSet::new();
        for (page, seen, clock) in steps {
            // The clock of the computer has no part in it.
            pages[page].now = Timestamp::from_millis(1_790_000_000_000 + clock).unwrap();
            match seen {
                Some(seen) => pages[page].observe(Lamport::new(seen).unwrap()),
                None => prop_assert!(made.insert(pages[page].next_id())),
            }
        }
    }

    #[test]
    fn invariant_10_an_erased_text_comes_back_by_no_merge(records in records(), again: Index) {
        let own: Vec<_> = records.iter().filter(|(operation, own)| *own && operation.epoch == 0).collect();
        let posts: Vec<_> = own.iter().filter(|(operation, _)| operation.kind.body().is_some()).collect();
        if posts.is_empty() {
            return Ok(());
        }
        let target = posts[again.index(posts.len())].0.id;
        let mut folded = Folded::of(&records);
        let changes = folded.set.changes(target).collect();
        let erasure = operation(1, id(90, 1), Kind::Erase { target, changes });
        folded.take(&erasure, true);
        folded.unite(&Folded::of(&records));
        records.iter().for_each(|(operation, own)| folded.take(operation, *own));
        prop_assert!(folded.set.comment(target).is_none());
        let slots: Vec<Slot> = folded.set.elements().map(|(slot, _)| slot).collect();
        prop_assert!(!slots.contains(&Slot::Own(target)), "{}", texts(&folded));
    }

    #[test]
    fn invariant_13_any_text_comes_back_exactly(text: String, at in any::<i32>()) {
        prop_assume!(Body::new(&text).is_ok());
        let body = Body::new(&text).unwrap();
        let mut post = operation(1, id(1, 1), Kind::Post { parent: None, body: Some(body.clone()) });
        post.at = Timestamp::from_millis(i64::from(at)).unwrap();
        let value = StoredText::Text(record::encode(&post).unwrap());
        let Ok(Decoded::Operation(read)) = record::decode(post.id, &value) else { panic!("not read back") };
        prop_assert_eq!(read.kind.body().map(Body::as_str), Some(body.as_str()));
        prop_assert_eq!(read, post);
    }
}
