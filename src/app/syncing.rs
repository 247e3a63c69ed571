//! How the two places that keep a thread come to hold the same: what one lacks is given to it, what is deleted goes
//! from both.

use std::collections::BTreeSet;

use super::effect::Effect;
use super::env::Env;
use super::model::{Model, Storage};
use super::{healing, left_drafts, reading};
use crate::domain::thread_id::ThreadKey;
use crate::store::generation;
use crate::store::order::{Found, News, Order, Place};
use crate::store::record_key::{Generation, RecordKey, Slot};
use crate::store::store_error::StoreError;

/// Where the reading of the two places stands. It begins again whenever something may have happened to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Syncing {
    step: Step,
    /// What each place listed in this round; `None` where it cannot be relied on.
    pub(super) local: Option<BTreeSet<String>>,
    mirror: Option<BTreeSet<String>>,
    has_mirror: bool,
    /// The keys that this page has seen in the key-value storage.
    pub(super) seen: BTreeSet<String>,
    /// Whether the key-value storage did not give all that it has, in the last round.
    local_unread: bool,
    /// Keys to be removed, and not known to be gone, by place.
    doomed_local: BTreeSet<String>,
    doomed_mirror: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Idle,
    Local,
    Mirror,
}

impl Syncing {
    /// Whether there is a mirror, as far as is known.
    pub(super) fn has_mirror(&self) -> bool {
        self.has_mirror
    }

    /// Whether the key-value storage may hold what this page has not read, though it asked.
    pub(super) fn is_local_unread(&self) -> bool {
        self.local_unread
    }

    /// Whether a place has been asked and not answered.
    pub(super) fn is_reading(&self) -> bool {
        self.step != Step::Idle
    }

    /// What the places listed in this round, which is over.
    pub(super) fn take_lists(&mut self) -> [Option<BTreeSet<String>>; 2] {
        [self.local.take(), self.mirror.take()]
    }

    /// Dooms a key: it is removed from both places.
    pub(super) fn doom(&mut self, key: String) {
        self.doomed_local.insert(key.clone());
        self.doomed_mirror.insert(key);
    }

    /// Takes that back: the key is written anew.
    pub(super) fn spare(&mut self, key: &str) {
        self.doomed_local.remove(key);
        self.doomed_mirror.remove(key);
    }

    /// Whether anything is to be removed and not known to be gone.
    pub(super) fn is_removing(&self) -> bool {
        !self.doomed_local.is_empty() || !self.doomed_mirror.is_empty()
    }

    /// Takes note that keys are gone from a place, or that there is no such place.
    pub(super) fn removed(&mut self, place: Place, keys: &[String], result: Result<(), StoreError>) {
        if !matches!(result, Ok(()) | Err(StoreError::Blocked)) {
            return;
        }
        let doomed = self.doomed(place);
        for key in keys {
            doomed.remove(key);
        }
    }

    fn doomed(&mut self, place: Place) -> &mut BTreeSet<String> {
        match place {
            Place::Local => &mut self.doomed_local,
            Place::Mirror => &mut self.doomed_mirror,
        }
    }
}

/// Begins a round. One that waits for the mirror is given up for it: what both know by then has been taken in.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    if model.syncing.step == Step::Local || model.storage == Storage::Occupied {
        return Vec::new();
    }
    model.syncing.step = Step::Local;
    let listed = model.syncing.local.take();
    model.syncing.seen.extend(listed.unwrap_or_default());
    model.syncing.mirror = None;
    vec![list(model, Place::Local)]
}

/// Takes the list of a place's keys, and asks for what is not known yet.
pub(super) fn listed(
    model: &mut Model,
    place: Place,
    thread: &ThreadKey,
    result: Result<Vec<String>, StoreError>,
    env: &mut Env,
) -> Vec<Effect> {
    if !is_awaited(model, place, thread) {
        return Vec::new();
    }
    if place == Place::Mirror {
        model.syncing.has_mirror = !matches!(result, Err(StoreError::Blocked));
    }
    let keys = match result {
        Ok(keys) => keys,
        Err(error) => return finished(model, place, Err(error), env),
    };
    let unknown: Vec<String> = keys.iter().filter(|key| !reading::knows(model, thread, key)).cloned().collect();
    match place {
        Place::Local => model.syncing.local = Some(keys.into_iter().collect()),
        Place::Mirror => model.syncing.mirror = Some(keys.into_iter().collect()),
    }
    if unknown.is_empty() {
        return finished(model, place, Ok(()), env);
    }
    vec![Effect::Store(Order::Fetch { place, thread: thread.clone(), keys: unknown })]
}

/// Takes some of what was asked for.
pub(super) fn fetched(
    model: &mut Model,
    place: Place,
    thread: &ThreadKey,
    records: Vec<Found>,
    end: Option<Result<(), StoreError>>,
    env: &mut Env,
) -> Vec<Effect> {
    if !is_awaited(model, place, thread) {
        return Vec::new();
    }
    let before = model.thread.count();
    let mut news = false;
    let mut effects = Vec::new();
    // The first place lost what the mirror tells at the first reading: nothing of that is of today.
    let lost = |key: &String| model.syncing.local.as_ref().is_some_and(|keys| !keys.contains(key));
    if place == Place::Mirror && !model.united {
        let numbers = records.iter().filter(|found| lost(&found.key)).filter_map(|found| told(thread, found));
        if let Some(generation) = numbers.max() {
            left_drafts::give_back(model, generation);
        }
    }
    for found in records {
        news |= reading::take(model, thread, &found, env);
    }
    if news && model.ready {
        reading::show_news(model, before);
    }
    if let Some(result) = end {
        effects.extend(finished(model, place, result, env));
    }
    effects
}

/// The generation that a sound record tells of.
fn told(thread: &ThreadKey, found: &Found) -> Option<Generation> {
    match RecordKey::parse(thread, &found.key)?.ok()?.slot {
        Slot::Generation(number) => Some(number).filter(|number| generation::confirms(*number, &found.value)),
        _ => None,
    }
}

/// Goes on to the mirror, or to making both places equal.
fn finished(model: &mut Model, place: Place, result: Result<(), StoreError>, env: &mut Env) -> Vec<Effect> {
    left_drafts::doom_erased(model);
    match place {
        Place::Local => {
            model.syncing.local_unread = result.is_err();
            if result.is_err() {
                model.syncing.local = None;
            }
            let mut effects = reading::finish(model, result, env);
            // Another thread's records are in this one's place: nothing of it is read, and nothing given to it.
            if model.storage == Storage::Occupied {
                model.syncing.step = Step::Idle;
                return effects;
            }
            left_drafts::wait_for_mirror(model);
            model.syncing.step = Step::Mirror;
            effects.push(list(model, Place::Mirror));
            effects
        }
        Place::Mirror => {
            if result.is_err() {
                model.syncing.mirror = None;
            }
            model.syncing.step = Step::Idle;
            let syncing = &model.syncing;
            let surest = if syncing.has_mirror { &syncing.mirror } else { &syncing.local };
            let kept = left_drafts::posted_in(model, surest.as_ref());
            let mut effects = healing::heal(model);
            let first = !std::mem::replace(&mut model.united, true);
            effects.extend(left_drafts::after_reading(model, first, &kept));
            effects
        }
    }
}

/// Removes what is deleted from both places: the record that says so was written before.
pub(super) fn remove_now(model: &Model) -> Vec<Effect> {
    Place::ALL.into_iter().filter_map(|place| remove_doomed(model, place)).collect()
}

/// Removes what is deleted from one place.
pub(super) fn remove_doomed(model: &Model, place: Place) -> Option<Effect> {
    let doomed = match place {
        Place::Local => &model.syncing.doomed_local,
        Place::Mirror => &model.syncing.doomed_mirror,
    };
    remove_from(place, &model.config.thread.key(), &doomed.iter().cloned().collect::<Vec<_>>())
}

/// Removes keys of a thread from one place.
pub(super) fn remove_from(place: Place, thread: &ThreadKey, keys: &[String]) -> Option<Effect> {
    let order = || Effect::Store(Order::Remove { place, thread: thread.clone(), keys: keys.to_vec() });
    (!keys.is_empty()).then(order)
}

/// What is told to the others when a record has been accepted.
pub(super) fn tell(key: &str, value: &str) -> Effect {
    Effect::Tell(News::Record(Found { key: key.to_owned(), value: value.into() }))
}

fn list(model: &Model, place: Place) -> Effect {
    Effect::Store(Order::List { place, thread: model.config.thread.key() })
}

fn is_awaited(model: &Model, place: Place, thread: &ThreadKey) -> bool {
    let step = match place {
        Place::Local => Step::Local,
        Place::Mirror => Step::Mirror,
    };
    model.syncing.step == step && *thread == model.config.thread.key()
}
