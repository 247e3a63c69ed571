//! One tab's side of the browser's key-value storage: a copy of everything, changed at once, told to the browser process later.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use article_widget::store::copy::store_error::StoreError;

use crate::value_map::ValueMap;

/// A change on its way from a tab to the browser process.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mutation {
    /// The key; `None` removes all.
    pub key: Option<Rc<str>>,
    /// The new value; `None` removes the key.
    pub value: Option<Rc<str>>,
    /// What the tab's copy held before.
    pub old: Option<Rc<str>>,
    /// A fault: the browser process will refuse it, whatever space there is.
    pub doomed: bool,
}

/// What the browser process tells a tab.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// Another tab changed a key; `None` removed all.
    Changed {
        /// The key.
        key: Option<Rc<str>>,
        /// The new value.
        value: Option<Rc<str>>,
    },
    /// A change of this tab was applied.
    Applied(Option<Rc<str>>),
    /// A change of this tab was refused, after the program had been told that it was made.
    Refused {
        /// The key.
        key: Option<Rc<str>>,
        /// What the tab held before.
        old: Option<Rc<str>>,
    },
}

/// A `storage` event: the key (`None`: all were removed) and its new value.
pub type StorageEvent = (Option<Rc<str>>, Option<Rc<str>>);

/// One tab's copy and its two queues.
#[derive(Clone, Debug, Default, Hash)]
pub struct Renderer {
    /// What the tab believes.
    pub cache: ValueMap,
    /// Changes that the browser process has not seen yet, oldest first.
    pub outgoing: VecDeque<Mutation>,
    /// What the browser process said and the tab has not heard yet, oldest first.
    pub incoming: VecDeque<Notice>,
    /// How many changes of each key are on their way: until they are through, others' changes of it are ignored.
    underway: BTreeMap<Rc<str>, u32>,
    /// How many times everything was removed, on their way too: until they are through, all changes of others are older.
    clears: u32,
}

impl Renderer {
    /// A tab that has just copied what the browser process holds.
    pub fn copying(map: &ValueMap) -> Self {
        Self { cache: map.clone(), ..Self::default() }
    }

    /// `setItem` or `removeItem`: judged by this tab's copy alone.
    pub fn set(&mut self, key: &Rc<str>, value: Option<Rc<str>>, quota: usize, doomed: bool) -> Result<(), StoreError> {
        if self.cache.get(key) == value.as_ref() {
            return Ok(());
        }
        if !self.cache.has_space(key, value.as_deref(), quota) {
            return Err(StoreError::Full);
        }
        let old = self.cache.set(key, value.clone());
        *self.underway.entry(Rc::clone(key)).or_default() += 1;
        self.outgoing.push_back(Mutation { key: Some(Rc::clone(key)), value, old, doomed });
        Ok(())
    }

    /// `clear()`.
    pub fn clear(&mut self) {
        self.cache.clear();
        self.clears += 1;
        self.outgoing.push_back(Mutation { key: None, value: None, old: None, doomed: false });
    }

    /// Takes in the oldest notice, and with it what nobody can observe. Gives the `storage` event that follows.
    pub fn hear(&mut self) -> Option<StorageEvent> {
        let event = match self.incoming.pop_front()? {
            Notice::Changed { key: Some(key), value } => {
                if self.clears == 0 && !self.underway.contains_key(&key) {
                    self.cache.set(&key, value.clone());
                }
                Some((Some(key), value))
            }
            Notice::Changed { key: None, .. } => {
                let ours: Vec<_> =
                    self.underway.keys().map(|key| (Rc::clone(key), self.cache.get(key).cloned())).collect();
                self.cache.clear();
                for (key, value) in ours {
                    self.cache.set(&key, value);
                }
                Some((None, None))
            }
            Notice::Refused { key: Some(key), old } => {
                self.arrived(&key);
                if !self.underway.contains_key(&key) {
                    self.cache.set(&key, old);
                }
                None
            }
            Notice::Refused { key: None, .. } => {
                self.clears -= 1;
                None
            }
            Notice::Applied(key) => {
                self.settle(key);
                None
            }
        };
        self.skip_unobservable();
        event
    }

    /// Takes in the notices that change nothing a program can see, so that they are no steps of their own.
    pub fn skip_unobservable(&mut self) {
        while let Some(Notice::Applied(key)) = self.incoming.front().cloned() {
            self.incoming.pop_front();
            self.settle(key);
        }
    }

    fn settle(&mut self, key: Option<Rc<str>>) {
        match key {
            Some(key) => self.arrived(&key),
            None => self.clears -= 1,
        }
    }

    fn arrived(&mut self, key: &Rc<str>) {
        if let Some(count) = self.underway.get_mut(key) {
            *count -= 1;
            if *count == 0 {
                self.underway.remove(key);
            }
        }
    }
}
