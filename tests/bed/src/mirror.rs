//! The simulated IndexedDB: one store of the origin; a transaction is on disk when it is complete, or leaves no trace.

use std::collections::BTreeSet;
use std::rc::Rc;

use article_widget::store::copy::request::{Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::record_key::thread_of;
use article_widget::store::format::stored_text::StoredText;

use crate::fault::{Call, Fault};
use crate::value_map::ValueMap;

/// What a read gives that nobody wrote.
pub const GARBAGE: &str = "\u{1}garbage";

/// The store.
#[derive(Clone, Debug, Default, Hash)]
pub struct Mirror {
    /// What is on disk.
    pub map: ValueMap,
    /// Keys that the next transaction will find undone, with what they will hold: the fault [`Fault::Revert`].
    doomed: Vec<(Rc<str>, Option<Rc<str>>)>,
    /// What was there before the latest writing transaction: what [`Fault::Stale`] reads.
    before: ValueMap,
}

/// The kind of transaction that a request needs.
pub fn call(request: &Request) -> Call {
    match request {
        Request::List { .. } | Request::Fetch { .. } | Request::Check { .. } => Call::MirrorRead,
        Request::Write { .. } | Request::Put { .. } => Call::MirrorWrite,
        Request::Remove { .. } => Call::MirrorRemove,
    }
}

impl Mirror {
    /// Carries a request out and gives its response; `None` if there will be none.
    pub fn carry_out(&mut self, request: Request, fault: Option<Fault>) -> Option<Response> {
        self.revert();
        let refused = match fault {
            Some(Fault::Hang) => return None,
            Some(Fault::Quota) => Err(StoreError::Full),
            Some(Fault::Security) => Err(StoreError::Blocked),
            Some(Fault::Throw) => Err(StoreError::Failed),
            _ => Ok(()),
        };
        let response = self.response(request, refused, fault)?;
        (fault != Some(Fault::Mute)).then_some(response)
    }

    /// Gives everything that it holds; `None` if that cannot be read within the time that it has. A program that may have no
    /// databases takes it that there is nothing.
    pub fn everything(&mut self, fault: Option<Fault>) -> Option<Vec<Found>> {
        self.revert();
        let read = if fault == Some(Fault::Stale) { &self.before } else { &self.map };
        let value = |value| StoredText::from(if fault == Some(Fault::Garbage) { GARBAGE } else { value });
        match fault {
            Some(Fault::Throw | Fault::Hang | Fault::Mute) => None,
            Some(Fault::Security) => Some(Vec::new()),
            _ => Some(read.iter().map(|(key, held)| Found { key: key.to_string(), value: value(held) }).collect()),
        }
    }

    fn revert(&mut self) {
        for (key, value) in std::mem::take(&mut self.doomed) {
            self.map.set(&key, value);
        }
    }

    fn response(
        &mut self,
        request: Request,
        refused: Result<(), StoreError>,
        fault: Option<Fault>,
    ) -> Option<Response> {
        let read = if fault == Some(Fault::Stale) { &self.before } else { &self.map };
        let garbage = fault == Some(Fault::Garbage);
        Some(match request {
            Request::List { copy, thread } => {
                let ours = read.iter().filter(|(key, _)| thread_of(key) == Some(thread.as_str()));
                let keys = ours.map(|(key, _)| if garbage { format!("{key}?") } else { key.to_string() }).collect();
                Response::Listed { copy, thread, result: refused.map(|()| keys) }
            }
            Request::Fetch { copy, thread, keys } => {
                let value = |key: &String| read.get(key).map(|value| if garbage { GARBAGE } else { value });
                let records = match refused {
                    Ok(()) => keys
                        .into_iter()
                        .filter_map(|key| value(&key).map(StoredText::from).map(|value| Found { key, value }))
                        .collect(),
                    Err(_) => Vec::new(),
                };
                Response::Fetched { copy, thread, records, end: Some(refused) }
            }
            Request::Write { copy, key, value } => {
                let result = refused.and_then(|()| match self.map.get(&key) {
                    Some(held) if *held != value => Err(StoreError::Taken),
                    Some(_) => Ok(()),
                    None => {
                        self.set(&[key.as_str().into()], Some(value), fault);
                        Ok(())
                    }
                });
                Response::Wrote { copy, key, result }
            }
            Request::Check { key, .. } => Response::Checked { key, result: Err(StoreError::Failed) },
            Request::Put { key, value, .. } => {
                if refused.is_ok() {
                    self.set(&[key.as_str().into()], Some(value), fault);
                }
                return None;
            }
            Request::Remove { copy, thread, keys } => {
                if refused.is_ok() {
                    let keys: Vec<Rc<str>> = keys.iter().map(|key| key.as_str().into()).collect();
                    self.set(&keys, None, fault);
                }
                Response::Removed { copy, thread, keys, result: refused }
            }
        })
    }

    fn set(&mut self, keys: &[Rc<str>], value: Option<Rc<str>>, fault: Option<Fault>) {
        if fault == Some(Fault::SilentDrop) {
            return;
        }
        self.before = self.map.clone();
        for key in keys.iter().collect::<BTreeSet<_>>() {
            let old = self.map.set(key, value.clone());
            if fault == Some(Fault::Revert) {
                self.doomed.push((Rc::clone(key), old));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use article_widget::store::copy::request::CopyId;

    use super::*;

    fn write(value: &str) -> Request {
        Request::Write { copy: CopyId::Mirror, key: "k".to_owned(), value: value.into() }
    }

    fn result(response: Option<Response>) -> Option<Result<(), StoreError>> {
        match response {
            Some(Response::Wrote { result, .. }) => Some(result),
            _ => None,
        }
    }

    #[test]
    fn a_value_is_written_once() {
        let mut mirror = Mirror::default();
        assert_eq!(result(mirror.carry_out(write("a"), None)), Some(Ok(())));
        assert_eq!(result(mirror.carry_out(write("a"), None)), Some(Ok(())));
        assert_eq!(result(mirror.carry_out(write("b"), None)), Some(Err(StoreError::Taken)));
    }

    #[test]
    fn each_fault_does_what_it_says() {
        let after = |fault| {
            let mut mirror = Mirror::default();
            let response = result(mirror.carry_out(write("a"), Some(fault)));
            let there = mirror.map.get("k").is_some();
            mirror.carry_out(Request::Put { copy: CopyId::Mirror, key: "o".to_owned(), value: "o".into() }, None);
            (response, there, mirror.map.get("k").is_some())
        };
        assert_eq!(after(Fault::Quota), (Some(Err(StoreError::Full)), false, false));
        assert_eq!(after(Fault::Security), (Some(Err(StoreError::Blocked)), false, false));
        assert_eq!(after(Fault::SilentDrop), (Some(Ok(())), false, false));
        assert_eq!(after(Fault::Revert), (Some(Ok(())), true, false));
        assert_eq!(after(Fault::Hang), (None, false, false));
        assert_eq!(after(Fault::Mute), (None, true, true));
    }
}
