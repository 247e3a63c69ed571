//! The rows that follow a thread are those that it has, whatever was done to it and whenever it was looked at.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod rows_properties {
    pub(crate) mod plainly;
}

use std::collections::BTreeSet;

use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::filter::Filter;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::row::Row;
use article_widget::domain::rows::Rows;
use article_widget::domain::sort::Sort;
use article_widget::domain::thread::Thread;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::{Epoch, Slot};
use article_widget::store::oplog::operation_set::{Added, Element, OperationSet};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use rows_properties::plainly;

/// Something that happens to a thread or to whoever looks at it.
#[derive(Clone, Debug)]
enum Step {
    /// An operation of the reader's becomes known, for the first time or again.
    Own(Operation),
    /// One comes from a file.
    Imported(Operation),
    /// One is published by the page.
    Published(Operation),
    /// The page takes back what it has published.
    Unpublished,
    /// So many replies become known, each to the one before and the first to a comment, dated so far apart.
    Conversation { below: OperationId, length: u64, apart: i64 },
    /// Everything older is deleted.
    Raised(Epoch),
    /// These have rows even if they are deleted.
    Kept(BTreeSet<OperationId>),
    /// The branches below these are folded, and those are being written to.
    Folded { folded: BTreeSet<OperationId>, open: BTreeSet<OperationId> },
    /// The reader wants to see these comments alone; `new`: those that are new to them.
    Wanted { filter: Filter, new: BTreeSet<OperationId> },
    /// Another order.
    Turned(Sort),
    /// Time goes on, or back.
    Waited(i64),
    /// The rows are looked at.
    Looked,
}

fn id() -> impl Strategy<Value = OperationId> {
    // Few values, so that targets, parents and repeated ids are met.
    (1..16u64, 1..3u64).prop_map(|(lamport, actor)| id_of(lamport, actor))
}

fn id_of(lamport: u64, actor: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(actor) }
}

fn operation() -> impl Strategy<Value = Operation> {
    let body = |text: &str| Body::new(text).unwrap();
    let kind = prop_oneof![
        8 => prop::option::of(id()).prop_map(move |parent| Kind::Post { parent, body: Some(body("post")) }),
        1 => id().prop_map(move |target| Kind::Edit { target, body: body("edit") }),
        3 => id().prop_map(|target| Kind::Delete { target }),
        2 => id().prop_map(|target| Kind::Restore { target }),
        1 => (id(), prop::collection::vec(id(), 0..3)).prop_map(|(target, changes)| Kind::Erase { target, changes }),
    ];
    // Nearly always one author, or nobody could delete what is there.
    let author = prop_oneof![9 => Just(0u128), 1 => Just(1)];
    (id(), author, -5i64..60, prop_oneof![4 => Just(0), 1 => 1..3 as Epoch], kind).prop_map(
        |(id, author, at, epoch, kind)| Operation {
            id,
            author: Author { id: AuthorId::local(author), name: None },
            at: Timestamp::from_millis(at).unwrap(),
            epoch,
            draft: None,
            kind,
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => operation().prop_map(Step::Own),
        5 => operation().prop_map(Step::Imported),
        4 => operation().prop_map(Step::Published),
        1 => Just(Step::Unpublished),
        1 => (id(), 1..130u64, -2..3i64)
            .prop_map(|(below, length, apart)| Step::Conversation { below, length, apart }),
        1 => (1..3 as Epoch).prop_map(Step::Raised),
        3 => prop::collection::btree_set(id(), 0..4).prop_map(Step::Kept),
        4 => (prop::collection::btree_set(id(), 0..6), prop::collection::btree_set(id(), 0..3))
            .prop_map(|(folded, open)| Step::Folded { folded, open }),
        3 => (prop::sample::select(&Filter::ALL), prop::collection::btree_set(id(), 0..6))
            .prop_map(|(filter, new)| Step::Wanted { filter, new }),
        1 => prop_oneof![Just(Sort::Oldest), Just(Sort::Newest)].prop_map(Step::Turned),
        6 => (-4..20i64).prop_map(Step::Waited),
        10 => Just(Step::Looked),
    ]
}

/// A thread, and the rows that follow it.
#[derive(Default)]
struct Shown {
    set: OperationSet,
    thread: Thread,
    rows: Rows,
    kept: BTreeSet<OperationId>,
    folded: BTreeSet<OperationId>,
    open: BTreeSet<OperationId>,
    filter: Filter,
    new: BTreeSet<OperationId>,
    sort: Sort,
    now: i64,
    conversations: u64,
}

impl Shown {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now).unwrap()
    }

    /// Shows what has changed, as `app::aliases::show` does.
    fn apply(&mut self, added: Added) {
        for id in added.touched {
            match self.set.comment(id) {
                Some(comment) => self.thread.put(comment),
                None => self.thread.remove(id),
            }
            self.rows.touch(id);
        }
    }

    fn add(&mut self, slot: Slot, operation: &Operation) {
        let added = self.set.add(slot, element(operation));
        self.apply(added);
    }

    fn take(&mut self, step: &Step) -> Result<(), TestCaseError> {
        match step {
            Step::Own(operation) => self.add(Slot::Own(operation.id), operation),
            Step::Imported(operation) => {
                let batch = id_of(1, 9);
                self.add(Slot::Imported { id: operation.id, batch, epoch: operation.epoch }, operation);
            }
            Step::Published(operation) => {
                let added = self.set.add_published(operation.id, element(operation));
                self.apply(added);
            }
            Step::Unpublished => {
                let gone = self.set.forget_published();
                self.apply(gone);
            }
            Step::Conversation { below, length, apart } => self.converse(*below, *length, *apart),
            Step::Raised(epoch) => {
                let added = self.set.raise(*epoch);
                self.apply(added);
            }
            Step::Kept(kept) => self.kept.clone_from(kept),
            Step::Folded { folded, open } => {
                self.folded.clone_from(folded);
                self.open.clone_from(open);
            }
            Step::Wanted { filter, new } => {
                self.filter = *filter;
                self.new.clone_from(new);
            }
            Step::Turned(sort) => self.sort = *sort,
            Step::Waited(millis) => self.now += millis,
            Step::Looked => self.look()?,
        }
        Ok(())
    }

    fn converse(&mut self, below: OperationId, length: u64, apart: i64) {
        self.conversations += 1;
        let mut parent = below;
        for n in 0..length {
            let id = id_of(1_000 * self.conversations + n, 1);
            let operation = Operation {
                id,
                author: Author { id: AuthorId::local(0), name: None },
                at: Timestamp::from_millis(20 + apart * i64::try_from(n).unwrap()).unwrap(),
                epoch: 0,
                draft: None,
                kind: Kind::Post { parent: Some(parent), body: Body::new("answer").ok() },
            };
            self.add(Slot::Own(id), &operation);
            parent = id;
        }
    }

    /// Looks at the rows: they are those that the thread has.
    fn look(&mut self) -> Result<(), TestCaseError> {
        let now = self.now();
        let (folded, open) = (self.folded.iter().copied().collect(), self.open.iter().copied().collect());
        let hide = if self.filter == Filter::All { Rows::hide_folded } else { Rows::show_wanted };
        self.rows.fold(folded, open, Some(hide));
        self.rows.want(self.filter, self.new.iter().copied().collect());
        self.rows.follow(&self.thread, self.sort, now, self.kept.iter().copied().collect());
        let rows: Vec<Row> = self.rows.iter().collect();
        let all = plainly::listed(&self.thread, self.sort, now, &self.kept);
        let expected = match self.filter {
            Filter::All => plainly::folded(&all, &self.folded, &self.open),
            filter => plainly::wanted(&all, filter, &self.new, &(&self.open | &self.kept)),
        };
        prop_assert_eq!(&rows, &expected);
        let places: Vec<_> = self.rows.from_place(0).map(|comment| comment.id).collect();
        let are_all = self.filter == Filter::All;
        let searched: Vec<_> = if are_all { &all } else { &rows }.iter().map(|row| row.comment.id).collect();
        prop_assert_eq!(&places, &searched, "a search looks into folded branches, too");
        for (place, id) in places.iter().enumerate() {
            prop_assert_eq!(self.rows.place_of(*id), Some(place));
        }
        prop_assert_eq!(rows.len(), self.rows.len());
        for from in 0..rows.len() {
            let to = rows.len().min(from + 3);
            prop_assert!(self.rows.within(from..to).eq(rows.iter().skip(from).take(to - from).cloned()));
        }
        for (index, row) in rows.iter().enumerate() {
            prop_assert_eq!(self.rows.position(row.comment.id), Some(index));
        }
        for hidden in self.thread.comments().filter(|comment| rows.iter().all(|row| row.comment.id != comment.id)) {
            prop_assert_eq!(self.rows.position(hidden.id), None);
            let is_folded = all.iter().any(|row| row.comment.id == hidden.id);
            prop_assert!(!is_folded || !are_all || !self.rows.folded_above(hidden.id).is_empty());
        }
        prop_assert_eq!(self.rows.has_choice(), all.iter().filter(|row| row.depth == 0).count() > 1);
        Ok(())
    }
}

fn element(operation: &Operation) -> Element {
    let value = record::encode(operation).unwrap().into();
    Element { value, encode: None, operation: Some(operation.clone()), epoch: Some(operation.epoch) }
}

/// Cases of each property: 2,000, or as many more as `PROPTEST_CASES` wants.
fn cases() -> ProptestConfig {
    let wanted = ProptestConfig::default();
    ProptestConfig { cases: wanted.cases.max(2_000), ..wanted }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn rows_that_follow_a_thread_are_those_that_are_made_anew(steps in prop::collection::vec(step(), 0..60)) {
        let mut shown = Shown::default();
        for step in &steps {
            shown.take(step)?;
        }
        shown.look()?;
        prop_assert_eq!(
            Rows::of(&shown.thread, shown.sort, shown.now()).iter().collect::<Vec<_>>(),
            plainly::listed(&shown.thread, shown.sort, shown.now(), &BTreeSet::new())
        );
    }
}
