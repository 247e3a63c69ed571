//! What most programs do: one value with everything in it, read, appended to, written back, and called saved.
//!
//! It is here to be caught: an engine that finds nothing wrong with it finds nothing. A file it appends as it appends a comment, and
//! says that it is imported once that has returned. It knows of no other address of its page, undoes no import and writes no submission.

use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::copy::request::{Broadcast, CopyId, Found, Request, Response};
use article_widget::store::format::stored_text::StoredText;

use crate::foreign_file::texts;
use crate::program::{Act, Action, Event, Program, Shown, Word};
use crate::text::Text;

/// The one key.
pub const KEY: &str = "comments";

/// How naive it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Whether it takes the origin's lock for reading, appending and writing.
    pub locks: bool,
    /// Whether it reads again when another page says so, instead of waiting for `storage` events.
    pub listens: bool,
    /// Whether it says "Saved" once a write has returned.
    pub promises: bool,
}

/// One page of it.
#[derive(Clone, Debug)]
pub struct Naive {
    manner: Manner,
    thread: ThreadKey,
    list: Vec<Text>,
    saved: BTreeSet<Text>,
    unsent: VecDeque<Text>,
    /// The files whose texts are among those, each by its first.
    files: Vec<Text>,
    typed: Option<Text>,
    sending: bool,
}

impl Naive {
    fn read(&self) -> Action {
        Action::Store(Request::Fetch { copy: CopyId::Primary, thread: self.thread.clone(), keys: vec![KEY.to_owned()] })
    }

    fn take(&mut self, value: Option<&str>) {
        self.list = value.map(|value| Text::all_in(value).collect()).unwrap_or_default();
    }

    fn send(&mut self) -> Vec<Action> {
        if self.unsent.is_empty() || self.sending {
            return Vec::new();
        }
        self.sending = true;
        vec![if self.manner.locks { Action::Lock } else { self.read() }]
    }

    fn sent(&mut self, accepted: bool) -> Vec<Action> {
        self.sending = false;
        let mut actions = if self.manner.locks { vec![Action::Unlock] } else { Vec::new() };
        if accepted && let Some(text) = self.unsent.pop_front() {
            self.list.push(text);
            self.saved.insert(text);
            let changed = Found { key: KEY.to_owned(), value: StoredText::from("") };
            actions.push(Action::Broadcast(Broadcast::Record(changed)));
            actions.extend(self.imported());
            actions.extend(self.send());
        }
        actions
    }

    /// The files of which everything has been written.
    fn imported(&mut self) -> Vec<Action> {
        let is_done = |first: &mut Text| !texts(*first).iter().any(|text| self.unsent.contains(text));
        let done = self.files.extract_if(.., is_done);
        done.map(|first| Action::Imported { first, whole: true }).collect()
    }

    fn append(&self) -> Option<Action> {
        let text = self.unsent.front().filter(|_| self.sending)?;
        let value: Rc<str> = self.list.iter().chain([text]).map(Text::to_string).collect::<String>().into();
        Some(Action::Overwrite { key: KEY.into(), value })
    }
}

impl Program for Naive {
    type Setup = Manner;

    fn open(setup: &Manner, _page: u32, _now: u64) -> Self {
        let thread = ThreadId::explicit("naive").map(|id| id.key()).unwrap_or_else(|| unreachable!("not blank"));
        Self {
            manner: *setup,
            thread,
            list: Vec::new(),
            saved: BTreeSet::new(),
            unsent: VecDeque::new(),
            files: Vec::new(),
            typed: None,
            sending: false,
        }
    }

    fn handle(&mut self, _now: u64, event: Event) -> Vec<Action> {
        match event {
            Event::Started => vec![self.read()],
            Event::Woken if !self.sending => vec![self.read()],
            Event::Locked => vec![self.read()],
            Event::Responded(Response::Fetched { records, end: Some(Ok(())), .. }) => {
                let value = records.into_iter().next().map(|found| found.value);
                self.take(match &value {
                    Some(StoredText::Text(text)) => Some(text),
                    _ => None,
                });
                self.append().into_iter().collect()
            }
            Event::Responded(Response::Fetched { .. }) if self.sending => self.sent(false),
            Event::Overwrote(result) => self.sent(result.is_ok()),
            Event::Heard(_) if self.manner.listens && !self.sending => vec![self.read()],
            Event::Stored { key, value } if !self.manner.listens && key.as_deref().is_none_or(|key| key == KEY) => {
                self.take(value.as_deref());
                Vec::new()
            }
            Event::Did(Act::Type(text)) => {
                self.typed = Some(text);
                Vec::new()
            }
            Event::Did(Act::Submit(text)) => {
                self.unsent.push_back(text);
                self.send()
            }
            Event::Did(Act::Import { text: first, .. }) => {
                self.files.push(first);
                self.unsent.extend(texts(first));
                self.send()
            }
            _ => Vec::new(),
        }
    }

    fn can(&self, act: Act) -> bool {
        match act {
            Act::Import { text, earlier } => !earlier && !self.files.contains(&text) && !self.list.contains(&text),
            other => matches!(other, Act::Submit(_) | Act::Type(_)),
        }
    }

    fn shown(&self, each: &mut dyn FnMut(Shown)) {
        for text in &self.list {
            let word = if self.manner.promises && self.saved.contains(text) { Word::Saved } else { Word::Nothing };
            each(Shown { text: *text, word, earlier: false });
        }
    }

    fn aside(&self, each: &mut dyn FnMut(Text)) {
        self.unsent.iter().chain(&self.typed).for_each(|text| each(*text));
    }
}
