//! Records that are not yet known to be kept: each is sent to both copies until both are sure of it.

use std::rc::Rc;

use litemap::LiteMap;

use super::save_state::SaveState;
use super::sending::{AT_RISK_AFTER, Half, Sending, half_of};
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{CopyId, Request};
use crate::store::copy::store_error::StoreError;

/// How long a value must stand in the key-value storage before it is believed, in milliseconds: a write near the quota
/// was seen to be taken back within 250 ms.
const BELIEVED_AFTER: u64 = 1_000;
/// The longest pause between two attempts, in milliseconds.
const LONGEST_PAUSE: u64 = 60_000;

/// A record that left the outbox, because it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The key of the record.
    pub key: String,
    /// The comment that the record wrote or changed.
    pub of: Option<OperationId>,
    /// That comment, unless another page has changed it since.
    pub about: Option<OperationId>,
    /// [`SaveState::Saved`] or [`SaveState::Kept`].
    pub state: SaveState,
    /// Whether the record has a text.
    pub has_text: bool,
    /// Whether the reader had been told that the record was not saved yet.
    pub was_at_risk: bool,
}

/// All records on their way to the copies, by key.
#[derive(Clone, Debug, Default)]
pub struct Outbox(LiteMap<String, Sending>);

impl Outbox {
    /// Takes a record that [`CopyId::Primary`] has just accepted (or refused: `result`), and asks the mirror to keep it.
    pub(super) fn put(
        &mut self,
        key: String,
        value: Rc<str>,
        about: Option<OperationId>,
        text: Option<Rc<str>>,
        result: Result<(), StoreError>,
        now: Timestamp,
    ) -> Request {
        let local = half_of(result, now);
        let request = Request::Write { copy: CopyId::Mirror, key: key.clone(), value: Rc::clone(&value) };
        let sending = Sending {
            value,
            about,
            text,
            since: now,
            next: now.plus(BELIEVED_AFTER),
            pause: BELIEVED_AFTER,
            halves: CopyId::ALL.map(|copy| if copy == CopyId::Primary { local } else { Half::Asked }),
            refused: result.is_err(),
            overtaken: false,
        };
        self.0.insert(key, sending);
        request
    }

    /// Takes a record that must be in the mirror before it is anywhere else.
    pub fn put_mirror_first(&mut self, key: String, value: Rc<str>, now: Timestamp) -> Request {
        let request = self.put(key.clone(), value, None, None, Ok(()), now);
        if let Some(sending) = self.0.get_mut(&key) {
            sending.set(CopyId::Primary, Half::Later);
        }
        request
    }

    /// Takes over the records that another outbox has on their way.
    pub(super) fn absorb(&mut self, other: Self) {
        for (key, sending) in other.0 {
            self.0.insert(key, sending);
        }
    }

    /// The keys and values of all records on their way.
    pub fn records(&self) -> impl Iterator<Item = (&str, &Rc<str>)> {
        self.0.iter().map(|(key, sending)| (key.as_str(), &sending.value))
    }

    /// The comments that records on their way are about.
    pub(super) fn comments(&self) -> impl Iterator<Item = OperationId> {
        self.0.values().filter_map(|sending| sending.about)
    }

    /// Whether the record of a key is on its way.
    pub fn holds(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Whether the key-value storage refused a record, for want of space or otherwise.
    pub fn is_refused(&self) -> bool {
        self.0.values().any(|sending| sending.refused)
    }

    /// Whether the key-value storage has no space for a record, and the mirror has the record or there is none.
    pub fn is_over_quota(&self, key: &str) -> bool {
        self.0.get(key).is_some_and(|sending| {
            let [first, others @ ..] = &sending.halves;
            *first == Half::Failed(StoreError::Full) && others.iter().all(Half::is_done)
        })
    }

    /// Notes that another page changed a comment: the records on their way from here are no longer what the comment says.
    pub(super) fn overtake(&mut self, about: OperationId) {
        for (_, sending) in self.0.iter_mut().filter(|(_, sending)| sending.about == Some(about)) {
            sending.overtaken = true;
        }
    }

    /// Takes the response to a write, and gives the record if it is kept now, and the requests that follow.
    pub fn wrote(
        &mut self,
        copy: CopyId,
        key: &str,
        result: Result<(), StoreError>,
        now: Timestamp,
    ) -> (Option<Settled>, Vec<Request>) {
        let Some(sending) = self.0.get_mut(key) else {
            return (None, Vec::new());
        };
        let done = match result {
            Ok(()) if copy.is_sure_at_once() => Half::Sure,
            Ok(()) => Half::Written(now),
            // A record about no comment, such as a deletion of everything, need only be in the copies that are not blocked.
            Err(StoreError::Blocked) if copy.is_sure_at_once() || sending.about.is_none() => Half::Absent,
            Err(error) => Half::Failed(error),
        };
        sending.set(copy, done);
        let mut requests = Vec::new();
        if copy.is_sure_at_once() {
            requests = sending.write_later_ones(key);
        } else {
            sending.refused = result.is_err();
            // An accepted record is soon checked; a refused one waits for its turn.
            if result.is_ok() {
                sending.next = sending.next.min(now.plus(BELIEVED_AFTER));
            }
        }
        (self.settle(key, now), requests)
    }

    /// Takes the response to a check of [`CopyId::Primary`].
    pub fn checked(
        &mut self,
        key: &str,
        result: Result<(), StoreError>,
        now: Timestamp,
    ) -> (Option<Settled>, Vec<Request>) {
        let Some(sending) = self.0.get_mut(key) else {
            return (None, Vec::new());
        };
        let mut requests = Vec::new();
        match (result, sending.half(CopyId::Primary)) {
            (Ok(()), Half::Written(at)) if now.since(at) >= BELIEVED_AFTER => {
                sending.set(CopyId::Primary, Half::Sure);
            }
            (Ok(()), _) => {}
            // The browser took the value back: it is written again, and must stand for as long again. If that happens time after
            // time, the record waits for its turn.
            (Err(StoreError::Vanished), Half::Written(_)) if sending.pause <= 2 * BELIEVED_AFTER => {
                requests.push(sending.write(CopyId::Primary, key));
            }
            (Err(error), Half::Written(_)) => sending.set(CopyId::Primary, Half::Failed(error)),
            (Err(_), _) => {}
        }
        (self.settle(key, now), requests)
    }

    /// The requests that are due: checks, and attempts that are to be repeated.
    pub fn due(&mut self, now: Timestamp) -> Vec<Request> {
        let mut requests = Vec::new();
        for (key, sending) in &mut self.0 {
            if sending.since > now {
                sending.start_over(now);
            }
            if sending.next > now {
                continue;
            }
            for copy in CopyId::ALL {
                match sending.half(copy) {
                    Half::Written(_) => {
                        requests.push(Request::Check { key: key.clone(), value: Rc::clone(&sending.value) });
                    }
                    Half::Later if now.since(sending.since) < AT_RISK_AFTER => {}
                    Half::Later | Half::Asked | Half::Failed(_) => requests.push(sending.write(copy, key)),
                    Half::Sure | Half::Absent => {}
                }
            }
            sending.pause = (sending.pause * 2).min(LONGEST_PAUSE);
            sending.next = now.plus(sending.pause);
        }
        requests
    }

    /// When the next request is due, or the next record begins to be at risk.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let tells = |sending: &Sending| Some(sending.since.plus(AT_RISK_AFTER)).filter(|at| *at > now);
        self.0.values().flat_map(|sending| [Some(sending.next), tells(sending)]).flatten().min()
    }

    /// The worst state of the records about a comment that are on their way.
    pub fn state(&self, about: OperationId, now: Timestamp) -> Option<SaveState> {
        self.0.values().filter(|sending| sending.about == Some(about)).map(|sending| sending.state(now)).max()
    }

    /// The texts that the reader was told are not saved.
    pub fn at_risk(&self, now: Timestamp) -> impl Iterator<Item = &Rc<str>> {
        self.0
            .values()
            .filter(move |sending| sending.state(now) == SaveState::AtRisk)
            .filter_map(|sending| sending.text.as_ref())
    }

    /// The newest text about a comment that is still on its way: keys are in the order in which they were made.
    pub fn text(&self, about: OperationId) -> Option<&Rc<str>> {
        self.0.values().rev().filter(|sending| sending.about == Some(about)).find_map(|sending| sending.text.as_ref())
    }

    /// Makes every record due at once: the reader asked for it, or the page woke up.
    pub fn hurry(&mut self, now: Timestamp) {
        for (_, sending) in self.0.iter_mut() {
            sending.next = now;
            sending.pause = BELIEVED_AFTER;
        }
    }

    /// Waits for the mirror no longer: the page may go at any time, and only the key-value storage responds before.
    pub fn leave(&mut self) -> Vec<Request> {
        let mut requests = Vec::new();
        for (key, sending) in self.0.iter_mut() {
            requests.extend(sending.write_later_ones(key));
        }
        requests
    }

    /// Gives up a record that is deleted.
    pub(super) fn forget(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn settle(&mut self, key: &str, now: Timestamp) -> Option<Settled> {
        let state = self.0.get(key)?.kept()?;
        let sending = self.0.remove(key)?;
        let was_at_risk = now.since(sending.since) >= AT_RISK_AFTER;
        let about = sending.about.filter(|_| !sending.overtaken);
        Some(Settled {
            key: key.to_owned(),
            of: sending.about,
            about,
            state,
            has_text: sending.text.is_some(),
            was_at_risk,
        })
    }
}
