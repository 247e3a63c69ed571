//! What opening a thread costs: its records are read, united into the set of operations, folded into comments, and these put into rows.

use article_widget::domain::operation_id::OperationId;
use article_widget::domain::rows::Rows;
use article_widget::domain::sort::Sort;
use article_widget::domain::thread::Thread;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::Found;
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::operation_set::{Element, OperationSet};

use super::page::Page;

/// A thread before and after each step.
pub(crate) struct Opening {
    records: Vec<(OperationId, StoredText)>,
    elements: Vec<(Slot, Element)>,
    set: OperationSet,
    thread: Thread,
    now: Timestamp,
}

/// A step, which gives how many comments it dealt with.
pub(crate) type Step = fn(&Opening) -> usize;

/// All steps, in their order.
pub(crate) const STEPS: [(&str, Step); 4] = [
    ("decode", |opening| opening.decoded().len()),
    ("unite", |opening| opening.united().elements().count()),
    ("fold", |opening| opening.folded().count()),
    ("put into rows", |opening| Rows::of(&opening.thread, Sort::Oldest, opening.now).len()),
];

impl Opening {
    /// The thread that a page has read.
    pub(crate) fn of(page: &Page) -> Self {
        let records = page.kept().iter().map(|found| (id(found), found.value.clone())).collect();
        let mut opening = Self {
            records,
            elements: Vec::new(),
            set: OperationSet::default(),
            thread: Thread::default(),
            now: page.now(),
        };
        opening.elements = opening.decoded();
        opening.set = opening.united();
        opening.thread = opening.folded();
        opening
    }

    fn decoded(&self) -> Vec<(Slot, Element)> {
        let read = |(id, value): &(OperationId, StoredText)| Some((Slot::Own(*id), Element::read(*id, value).ok()?));
        self.records.iter().filter_map(read).collect()
    }

    fn united(&self) -> OperationSet {
        let mut set = OperationSet::default();
        for (slot, element) in &self.elements {
            set.add(*slot, element.clone());
        }
        set
    }

    fn folded(&self) -> Thread {
        let mut thread = Thread::default();
        for (id, _) in &self.records {
            self.set.comment(*id).into_iter().for_each(|comment| thread.put(comment));
        }
        thread
    }
}

fn id(found: &Found) -> OperationId {
    match RecordKey::read(&found.key).expect("a key that was made here").slot {
        Slot::Own(id) => id,
        other => unreachable!("{other:?} was not made"),
    }
}
