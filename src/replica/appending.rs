//! How an operation of this page's is kept: it counts when the primary copy has responded.

use std::rc::Rc;

use super::env::Env;
use super::outbox::Settled;
use super::output::{Event, Output};
use super::pending::Awaited;
use super::state::Replica;
use super::storage_state::Storage;
use crate::domain::author::Author;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::store::copy::request::{CopyId, Request};
use crate::store::copy::store_error::StoreError;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::Slot;
use crate::store::format::stored_text::units;
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::operation_set::{Element, Provenance};

impl Replica {
    /// Makes an operation, which came from this composer, and asks for it to be kept; with the first one the thread is given its
    /// name.
    pub fn append(
        &mut self,
        kind: Kind,
        author: Author,
        composer: Option<ComposerId>,
        name: &ThreadName,
        env: &mut Env,
    ) -> Vec<Output> {
        let operation = Operation {
            id: env.next_id(),
            author,
            at: env.now,
            // What is here may be newer than the record that says so, until both copies are read.
            epoch: self.set.newest_epoch(),
            draft: composer.and_then(|composer| self.drafts.name(composer)),
            kind,
        };
        let key = self.own_key(operation.id);
        let mut outputs = self.keep(&key, operation, composer);
        outputs.extend(self.name_thread(name));
        outputs
    }

    /// Writes the record that names the thread, the first time that something is kept in it.
    fn name_thread(&mut self, name: &ThreadName) -> Vec<Output> {
        if self.name_value.is_some() || self.storage == Storage::KeyCollision {
            return Vec::new();
        }
        let key = self.own_key(OperationId::NAMING);
        let Some(value) = name.encode().map(Rc::<str>::from) else {
            return Vec::new();
        };
        self.name_value = Some(Rc::clone(&value));
        self.round.spare(&key);
        let request = |copy| Output::Ask(Request::Write { copy, key: key.clone(), value: Rc::clone(&value) });
        vec![request(CopyId::Primary), request(CopyId::Mirror)]
    }

    fn keep(&mut self, key: &str, operation: Operation, composer: Option<ComposerId>) -> Vec<Output> {
        let Some(value) = record::encode(&operation).map(Rc::<str>::from) else {
            let refused = |composer| Output::Event(Event::Refused(composer, StoreError::Failed));
            return composer.map(refused).into_iter().collect();
        };
        self.pending.put(key.to_owned(), Awaited { operation, composer, value: Rc::clone(&value) });
        if self.storage == Storage::KeyCollision {
            return self.accept(key, Err(StoreError::Blocked));
        }
        vec![Output::Ask(Request::Write { copy: CopyId::Primary, key: key.to_owned(), value })]
    }

    /// Takes a copy's response to a write of a record of this thread or another one.
    pub fn wrote(&mut self, copy: CopyId, key: &str, result: Result<(), StoreError>) -> Vec<Output> {
        if copy == CopyId::Primary && self.pending.holds(key) {
            return self.accept(key, result);
        }
        let (settled, requests) = self.outbox.wrote(copy, key, result, self.now);
        if self.storage == Storage::Full && !self.outbox.is_refused() {
            self.storage = Storage::Working;
        }
        self.settle(settled, requests)
    }

    /// Takes the primary copy's response to a check.
    pub fn checked(&mut self, key: &str, result: Result<(), StoreError>) -> Vec<Output> {
        let (settled, requests) = self.outbox.checked(key, result, self.now);
        self.settle(settled, requests)
    }

    /// Takes note that a record is kept for certain, if it is: its draft can be removed, and the keys that a tombstone names.
    fn settle(&mut self, settled: Option<Settled>, requests: Vec<Request>) -> Vec<Output> {
        let mut outputs: Vec<Output> = requests.into_iter().map(Output::Ask).collect();
        if let Some(settled) = settled {
            self.round.seen.insert(settled.key.clone());
            outputs.extend(self.settled_drafts(&settled.key));
            if let Some(id) = settled.of {
                outputs.push(Output::Event(Event::Saved { id, state: settled.state }));
            }
            outputs.extend(self.was_kept(&settled.key));
            outputs.extend(self.acknowledge(&settled));
        }
        outputs
    }

    /// Takes note of the comment whose newest operation of this page's is kept for certain.
    fn acknowledge(&mut self, settled: &Settled) -> Option<Output> {
        let about = settled.about.filter(|about| !self.is_saving(*about))?;
        let is_first = self.acknowledged.is_none();
        self.acknowledged = Some((about, settled.state, self.now));
        let was_told = settled.has_text || settled.was_at_risk;
        Some(Output::Event(Event::Acknowledged { state: settled.state, was_told, is_first }))
    }

    /// Takes the first response about an operation: from here on it counts, or its text is still in its composer.
    fn accept(&mut self, key: &str, result: Result<(), StoreError>) -> Vec<Output> {
        let Some(Awaited { operation, composer, value }) = self.pending.take(key) else {
            return Vec::new();
        };
        let id = operation.id;
        // Of a reaction nothing is said beside the comment: it is no text that could be lost.
        let about = match operation.kind {
            Kind::React { .. } => None,
            _ => Some(operation.kind.target().unwrap_or(id)),
        };
        let mut outputs = Vec::new();
        let mut erases_there = false;
        match (result, composer) {
            // Storage is blocked: the reader can still write and read here, and is told for how long.
            (Err(StoreError::Blocked), _) => {
                if self.storage != Storage::KeyCollision {
                    self.storage = Storage::Blocked;
                    outputs.push(Output::broadcast(key, &value));
                }
                self.in_memory.extend(about);
                // The mirror may keep the record all the same.
                if self.storage == Storage::Blocked && self.round.has_mirror() {
                    let request =
                        Request::Write { copy: CopyId::Mirror, key: key.to_owned(), value: Rc::clone(&value) };
                    outputs.push(Output::Ask(request));
                    erases_there = matches!(operation.kind, Kind::Erase { .. });
                }
            }
            (Err(error), Some(composer)) => return vec![Output::Event(Event::Refused(composer, error))],
            // An operation without a composer, such as a deletion, is done although it cannot be kept yet: the reader is told.
            (result, _) => {
                outputs.extend(self.keep_target(&operation));
                let text = operation.kind.body().map(|body| Rc::from(body.as_str()));
                let request = self.outbox.put(key.to_owned(), Rc::clone(&value), about, text, result, self.now);
                outputs.push(Output::Ask(request));
                // Other pages hear of a refused record too: the mirror may have it, and a page that hears of it helps to keep it.
                outputs.push(Output::broadcast(key, &value));
                if result.is_ok() {
                    outputs.push(Output::Event(Event::UsedSpace(units(key).saturating_add(units(&value)))));
                    // There was space for this record, so there may be space for those that were refused.
                    if self.outbox.is_refused() {
                        outputs.extend(self.send_again());
                    }
                } else {
                    self.storage = Storage::Full;
                }
            }
        }
        // The undoing of an import is an erasure too, and is about no comment.
        let undoes = matches!(operation.kind, Kind::Erase { target, .. } if self.set.comment(target).is_none());
        if !undoes {
            outputs.push(Output::Event(Event::Accepted(Box::new(operation.clone()))));
        }
        if let Some(composer) = composer {
            self.sent(composer, key);
        }
        let epoch = Some(operation.epoch);
        let added =
            self.set.add(Slot::Own(id), Element { value, encode: None, epoch, operation: Some(operation.clone()) });
        self.apply(added, &mut outputs);
        outputs.extend(self.changed());
        if erases_there {
            outputs.extend(self.remove_now());
        }
        outputs.push(Output::Event(Event::Shown { operation: Box::new(operation), composer, result }));
        outputs
    }

    /// Puts the operations that this one depends on into both copies first: the page that wrote them may go before they are kept
    /// for certain. An edit without its post shows nothing; a comment that was restored or sent shows its text.
    fn keep_target(&self, operation: &Operation) -> Vec<Output> {
        let mut about: Vec<OperationId> = match operation.kind {
            Kind::Edit { target, .. } => vec![target],
            Kind::Sent { target, text } => vec![target, text],
            Kind::Restore { target } => self.set.changes(target).chain([target]).collect(),
            _ => return Vec::new(),
        };
        about.dedup();
        let mut outputs = Vec::new();
        for id in about {
            let key = self.own_key(id);
            if let Some((element, Provenance::Own)) = self.set.effective(id).filter(|_| !self.outbox.holds(&key)) {
                let write = |copy| Request::Write { copy, key: key.clone(), value: Rc::clone(&element.value) };
                outputs.extend(CopyId::ALL.map(write).map(Output::Ask));
            }
        }
        outputs
    }
}
