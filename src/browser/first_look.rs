//! The first look at a thread: what the primary copy holds, read a slice at a time, so that the page stays usable meanwhile.

use super::local_storage::LocalStorage;
use super::{environment, preferences, primary};
use crate::app::App;
use crate::app::config::Persistence;
use crate::domain::timestamp::Timestamp;
use crate::store::copy::key_value::KeyValue;
use crate::store::copy::request::Found;
use crate::store::format::record_key;

/// How long is read before the page gets a turn, in milliseconds.
const SLICE: u64 = 8;
/// After how many records the clock is looked at.
const STEP: usize = 32;

/// What is left to be read.
#[derive(Debug)]
pub struct FirstLook {
    storage: LocalStorage,
    keys: Vec<String>,
}

impl FirstLook {
    /// Begins to look at the thread of an app; `None` where only the engine can tell what is to be shown.
    pub fn begin(app: &mut App) -> Option<Self> {
        let persistence = app.config.storage;
        let storage = primary::storage(persistence)?;
        let thread = app.config.thread.key();
        // What is folded is not drawn first and then taken away.
        let has_folds = preferences::has_folded(&thread);
        if has_folds {
            app.has_folds();
        }
        if has_folds || !app.may_look_first() {
            return None;
        }
        let mut keys = storage.keys("aw1").ok()?;
        keys.retain(|key| record_key::thread_of(key) == Some(thread.as_str()));
        if persistence == Persistence::Browser {
            app.remember(preferences::name(), preferences::author(), preferences::sort());
        }
        Some(Self { storage, keys })
    }

    /// Reads on, and has the app show the thread once all of it has been read. Whether there is more to be read.
    pub fn go_on(&mut self, app: &mut App) -> bool {
        let until = environment::now().plus(SLICE);
        loop {
            let step = self.keys.split_off(self.keys.len().saturating_sub(STEP));
            let mut records = Vec::with_capacity(step.len());
            for key in step {
                match self.storage.get(&key) {
                    Ok(Some(value)) => records.push(Found { key, value }),
                    Ok(None) => {}
                    // The engine says what is wrong.
                    Err(_) => return false,
                }
            }
            let end = self.keys.is_empty();
            app.look_first(&records, end);
            if end || is_past(until) {
                return !end;
            }
        }
    }
}

fn is_past(until: Timestamp) -> bool {
    environment::now() >= until
}
