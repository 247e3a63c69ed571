//! The calls of a page to the key-value storage, each of which a fault may strike, and the requests that are made of them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use article_widget::store::copy::key_value::{KeyValue, write_once};
use article_widget::store::copy::request::{CopyId, Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::record_key::thread_of;
use article_widget::store::format::stored_text::StoredText;

use crate::fault::{Call, Fault};
use crate::ledger::Fate;
use crate::mirror::GARBAGE;
use crate::program::{Event, Program};
use crate::tab::Later;
use crate::text::Text;
use crate::world::World;

/// Three rules for each single call, which say what a program may ask a copy for.
const WRITE_ONCE: &str = "an operation's key never gets other bytes";
const FOREIGN: &str = "11: what is somebody else's does not become the reader's own";
const NO_REMOVAL: &str = "nothing is removed but what was erased or deleted";

/// The primary copy as one tab sees it, behind the program's port.
struct Port<'a, P: Program> {
    world: RefCell<&'a mut World<P>>,
    tab: u8,
}

impl<P: Program> KeyValue for Port<'_, P> {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        self.world.borrow_mut().local_get(self.tab, key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.world.borrow_mut().local_set(self.tab, &key.into(), Some(value.into()))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.world.borrow_mut().local_set(self.tab, &key.into(), None)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.world.borrow_mut().local_keys(self.tab, |key| key.starts_with(prefix))
    }
}

impl<P: Program> World<P> {
    /// Whether this storage call goes wrong, and how. Counts the call.
    pub(crate) fn strike(&mut self, call: Call) -> Option<Fault> {
        let number = self.calls;
        self.calls += 1;
        let fault = self.plan.as_mut().and_then(|plan| plan.strike(number, call));
        self.trouble |= fault.is_some();
        fault
    }

    /// Counts a call to the primary copy: the error that it throws, or the fault that strikes it otherwise.
    fn local_call(&mut self, call: Call) -> Result<Option<Fault>, StoreError> {
        match self.strike(call) {
            Some(Fault::Quota) => Err(StoreError::Full),
            Some(Fault::Security) => Err(StoreError::Blocked),
            Some(Fault::Throw | Fault::Hang) => Err(StoreError::Failed),
            other => Ok(other),
        }
    }

    /// The usage as this tab counts it, in UTF-16 units: what the origin takes, what the program takes of it, and the quota.
    pub(crate) fn usage(&self, tab: u8) -> [u64; 3] {
        let cache = &self.tabs[usize::from(tab)].renderer.cache;
        let ours = cache.iter().filter(|(key, _)| key.starts_with("aw1")).map(|(key, value)| key.len() + value.len());
        [cache.used() as u64, ours.sum::<usize>() as u64, self.settings.quota as u64]
    }

    /// The event that tells a tab of its usage.
    pub(crate) fn measured(&self, tab: u8) -> Event {
        let [origin, ours, quota] = self.usage(tab);
        Event::Measured { origin, ours, quota }
    }

    fn local_get(&mut self, tab: u8, key: &str) -> Result<Option<StoredText>, StoreError> {
        let fault = self.local_call(Call::LocalRead)?;
        let map =
            if fault == Some(Fault::Stale) { &self.browser.disk } else { &self.tabs[usize::from(tab)].renderer.cache };
        let garbage = fault == Some(Fault::Garbage);
        Ok(map.get(key).map(|value| StoredText::from(if garbage { GARBAGE } else { &**value })))
    }

    /// What these keys hold in the primary copy, in one call.
    pub(crate) fn local_values(
        &mut self,
        tab: u8,
        keys: Vec<String>,
    ) -> Result<BTreeMap<String, StoredText>, StoreError> {
        let fault = self.local_call(Call::LocalRead)?;
        let map =
            if fault == Some(Fault::Stale) { &self.browser.disk } else { &self.tabs[usize::from(tab)].renderer.cache };
        let garbage = fault == Some(Fault::Garbage);
        let value = |held: &Rc<str>| StoredText::from(if garbage { GARBAGE } else { &**held });
        Ok(keys.into_iter().filter_map(|key| map.get(&key).map(value).map(|value| (key, value))).collect())
    }

    pub(crate) fn local_keys(&mut self, tab: u8, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, StoreError> {
        let fault = self.local_call(Call::LocalRead)?;
        let map =
            if fault == Some(Fault::Stale) { &self.browser.disk } else { &self.tabs[usize::from(tab)].renderer.cache };
        let garbage = if fault == Some(Fault::Garbage) { "?" } else { "" };
        Ok(map.iter().filter(|(key, _)| wanted(key)).map(|(key, _)| format!("{key}{garbage}")).collect())
    }

    /// Sets or removes a key, as this tab sees it.
    pub(crate) fn local_set(&mut self, tab: u8, key: &Rc<str>, value: Option<Rc<str>>) -> Result<(), StoreError> {
        self.guard(key, value.as_ref(), CopyId::Primary);
        let is_write = value.is_some();
        let call = if is_write { Call::LocalWrite } else { Call::LocalRemove };
        let set = self.local_call(call).and_then(|fault| {
            let quota = self.settings.quota;
            let renderer = &mut self.tabs[usize::from(tab)].renderer;
            match fault {
                Some(Fault::SilentDrop) => Ok(()),
                _ => renderer.set(key, value, quota, fault == Some(Fault::Revert)),
            }
        });
        self.trouble |= set.is_err();
        if set.is_err() && is_write && P::is_operation_key(key) {
            self.refused.insert(Rc::clone(key));
        }
        set
    }

    /// Carries out a request to the primary copy. `None` if it has no response.
    pub(crate) fn local(&mut self, tab: u8, request: Request) -> Option<Response> {
        Some(match request {
            Request::List { copy, thread } => {
                let result = self.local_keys(tab, |key| thread_of(key) == Some(thread.as_str()));
                Response::Listed { copy, thread, result }
            }
            Request::Fetch { copy, thread, mut keys } => {
                let later = keys.split_off(self.settings.slice.min(keys.len()));
                let mut records = Vec::new();
                let mut end = later.is_empty().then_some(Ok(()));
                for key in keys {
                    match self.local_get(tab, &key) {
                        Ok(value) => records.extend(value.map(|value| Found { key, value })),
                        Err(error) => {
                            end = Some(Err(error));
                            break;
                        }
                    }
                }
                if end.is_none()
                    && let Some(page) = &mut self.tabs[usize::from(tab)].page
                {
                    let request = Request::Fetch { copy, thread: thread.clone(), keys: later };
                    page.turns.push_back(Later::Read(request));
                }
                Response::Fetched { copy, thread, records, end }
            }
            Request::Write { copy, key, value } => {
                let port = Port { world: RefCell::new(self), tab };
                let result = write_once(&port, &key, &value);
                Response::Wrote { copy, key, result }
            }
            Request::Check { key, value } => {
                let result = self.local_get(tab, &key).and_then(|held| match held {
                    None => Err(StoreError::Vanished),
                    Some(held) if held == StoredText::from(&*value) => Ok(()),
                    Some(_) => Err(StoreError::Taken),
                });
                Response::Checked { key, result }
            }
            Request::Put { key, value, .. } => {
                // A draft that does not fit is said nowhere: the text is still in its composer.
                let _ = self.local_set(tab, &key.as_str().into(), Some(value));
                return None;
            }
            Request::Remove { copy, thread, keys } => {
                let result = keys.iter().try_for_each(|key| self.local_set(tab, &key.as_str().into(), None));
                Response::Removed { copy, thread, keys, result }
            }
        })
    }

    /// Notes an offence if a request to the mirror breaks one of the three rules.
    pub(crate) fn guard_mirror(&mut self, request: &Request) {
        match request {
            Request::Write { key, value, .. } => self.guard_own(key, value),
            Request::Put { key, value, .. } => self.guard(&key.as_str().into(), Some(value), CopyId::Mirror),
            Request::Remove { keys, .. } => {
                for key in keys {
                    self.guard(&key.as_str().into(), None, CopyId::Mirror);
                }
            }
            _ => {}
        }
    }

    /// Notes an offence if a text of somebody else's is written under a key of the reader's own.
    fn guard_own(&mut self, key: &str, value: &str) {
        if !P::is_own_key(key) {
            return;
        }
        if let Some(text) = Text::all_in(value).find(|text| self.ledger.is_foreign(*text)) {
            self.offend(FOREIGN, format!("{text} is written under {key}"));
        }
    }

    /// Notes an offence if setting or removing (`None`) an operation's key breaks one of the three rules.
    fn guard(&mut self, key: &Rc<str>, value: Option<&Rc<str>>, copy: CopyId) {
        if !P::is_operation_key(key) {
            return;
        }
        value.into_iter().for_each(|value| self.guard_own(key, value));
        let map = if copy == CopyId::Primary { &self.browser.map } else { &self.mirror.map };
        let Some(held) = map.get(key).filter(|held| value != Some(held)) else { return };
        if value.is_some() {
            let what = format!("{copy:?} {key} held {held}");
            return self.offend(WRITE_ONCE, what);
        }
        // Of what was imported twice, one record may go when one of the imports is undone.
        let is_held = |text: &Text| self.ledger.entry(*text).is_some_and(|entry| entry.fate == Fate::Held);
        let kept = |text: &Text| is_held(text) && self.ledger.came_once(*text);
        let lost = Text::all_in(held).find(kept);
        if let Some(text) = lost {
            self.offend(NO_REMOVAL, format!("{copy:?} {key} held {text}"));
        }
    }
}
