//! What has been written and is not yet known to be kept: each entry is sent to both copies until both are sure of it.

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

/// What left the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The key of the record.
    pub key: String,
    /// The comment that was written or changed.
    pub of: Option<OperationId>,
    /// The comment that it was about, if that still says what was written here.
    pub about: Option<OperationId>,
    /// [`SaveState::Saved`] or [`SaveState::Kept`].
    pub state: SaveState,
    /// Whether there was a text in it.
    pub has_text: bool,
    /// Whether the reader had been told that it was at risk.
    pub was_at_risk: bool,
}

/// Everything on its way, by key.
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

    /// Takes over what another has on its way.
    pub(super) fn absorb(&mut self, other: Self) {
        for (key, sending) in other.0 {
            self.0.insert(key, sending);
        }
    }

    /// Everything that is on its way.
    pub fn records(&self) -> impl Iterator<Item = (&str, &Rc<str>)> {
        self.0.iter().map(|(key, sending)| (key.as_str(), &sending.value))
    }

    /// Whether a key is on its way.
    pub fn holds(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Whether anything is refused for want of space or otherwise.
    pub fn is_refused(&self) -> bool {
        self.0.values().any(|sending| sending.refused)
    }

    /// Whether the key-value storage has no space for a record that is wherever else it can be.
    pub fn is_over_quota(&self, key: &str) -> bool {
        self.0.get(key).is_some_and(|sending| {
            let [first, others @ ..] = &sending.halves;
            *first == Half::Failed(StoreError::Full) && others.iter().all(Half::is_done)
        })
    }

    /// Notes that another page changed a comment: what is on its way from here is no longer what the comment says.
    pub(super) fn overtake(&mut self, about: OperationId) {
        for (_, sending) in self.0.iter_mut().filter(|(_, sending)| sending.about == Some(about)) {
            sending.overtaken = true;
        }
    }

    /// Takes the response to a write, and says what left the outbox and what is to be done.
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
            // A record about no comment, such as a deletion, need only be where it can be.
            Err(StoreError::Blocked) if copy.is_sure_at_once() || sending.about.is_none() => Half::Absent,
            Err(error) => Half::Failed(error),
        };
        sending.set(copy, done);
        let mut requests = Vec::new();
        if copy.is_sure_at_once() {
            requests = sending.write_later_ones(key);
        } else {
            sending.refused = result.is_err();
            // What was accepted is soon looked at; what was refused waits for its turn.
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
            // Taken back: again, and it must stand for as long again. What is taken back time after time waits its turn.
            (Err(StoreError::Vanished), Half::Written(_)) if sending.pause <= 2 * BELIEVED_AFTER => {
                requests.push(sending.write(CopyId::Primary, key));
            }
            (Err(error), Half::Written(_)) => sending.set(CopyId::Primary, Half::Failed(error)),
            (Err(_), _) => {}
        }
        (self.settle(key, now), requests)
    }

    /// What is due: checks, and attempts that are to be repeated.
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

    /// When the next thing is due, or the next state changes.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let tells = |sending: &Sending| Some(sending.since.plus(AT_RISK_AFTER)).filter(|at| *at > now);
        self.0.values().flat_map(|sending| [Some(sending.next), tells(sending)]).flatten().min()
    }

    /// The worst state of what is on its way about a comment.
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

    /// Makes everything due at once: the reader asked for it, or the page woke up.
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

    /// Gives up what is deleted.
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
