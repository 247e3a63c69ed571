//! Everything that the widget keeps for this origin, whatever the thread, and how much space it takes.

use crate::domain::sorted_map::SortedMap;
use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::local_storage::LocalStorage;
use super::{mirror_contents, primary, quota};
use crate::app::config::Persistence;
use crate::store::copy::key_value::KeyValue;
use crate::store::copy::request::Found;
use crate::store::copy::store_error::StoreError;
use crate::store::copy::usage::Usage;
use crate::store::format::stored_text::{StoredText, units};

/// What all keys of the widget begin with.
const OURS: &str = "aw1";

/// Measures how much of the quota is used. Storage that cannot be read counts as empty: writing to it will say why.
pub fn usage() -> Usage {
    let mut usage = Usage { quota: quota::local_quota_units(), ..Usage::default() };
    for key in LocalStorage::Browser.keys("").unwrap_or_default() {
        let value = LocalStorage::Browser.get(&key).ok().flatten();
        let units = units(&key).saturating_add(value.as_ref().map_or(0, StoredText::units));
        usage.origin = usage.origin.saturating_add(units);
        if key.starts_with(OURS) {
            usage.ours = usage.ours.saturating_add(units);
        }
    }
    usage
}

/// How long the mirror has to respond, in milliseconds: another page may hold it for as long as it likes.
const MIRROR_WITHIN: u32 = 2_000;

/// Reads every record of every thread from both copies, and calls once: with the records, and whether each copy that there is
/// could be read. A key stands twice where they differ.
pub fn read(persistence: Persistence, hear: Rc<dyn Fn(Vec<Found>, bool)>) {
    if persistence != Persistence::Browser {
        let (records, whole) = in_local(persistence);
        return hear(records, whole);
    }
    let heard = Rc::new(Cell::new(false));
    let respond = {
        let heard = Rc::clone(&heard);
        Rc::new(move |mirrored: Option<Vec<Found>>| {
            if heard.replace(true) {
                return;
            }
            let (mut records, whole) = in_local(Persistence::Browser);
            let whole = whole && mirrored.is_some();
            let mut known: SortedMap<String, StoredText> = SortedMap::default();
            known.extend(records.iter().map(|found| (found.key.clone(), found.value.clone())));
            let mirrored = mirrored.unwrap_or_default().into_iter();
            records.extend(mirrored.filter(|found| known.get(&found.key) != Some(&found.value)));
            hear(records, whole);
        })
    };
    let late = Rc::clone(&respond);
    mirror_contents::read(respond);
    if !heard.get() {
        Timeout::new(MIRROR_WITHIN, move || late(None)).forget();
    }
}

/// What the key-value storage holds, and whether all of it could be read. Where the page may have none, there is nothing.
fn in_local(persistence: Persistence) -> (Vec<Found>, bool) {
    let Some(storage) = primary::storage(persistence) else {
        return (Vec::new(), true);
    };
    let keys = match storage.keys(OURS) {
        Ok(keys) => keys,
        Err(error) => return (Vec::new(), error == StoreError::Blocked),
    };
    let mut whole = true;
    let read = |key: String| match storage.get(&key) {
        Ok(value) => value.map(|value| Found { key, value }),
        Err(_) => {
            whole = false;
            None
        }
    };
    let records = keys.into_iter().filter_map(read).collect();
    (records, whole)
}
