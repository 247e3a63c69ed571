//! Pages of two versions side by side: the program as it is, and a later one that also writes what this one cannot read.

use std::fmt::Write as _;
use std::rc::Rc;

use article_widget::store::copy::request::{Broadcast, CopyId, Found, Request, Response};
use article_widget::store::format::envelope;
use article_widget::store::format::record_key::RecordKey;

use crate::program::{Act, Action, Event, Program, Shown, Word};
use crate::text::Text;
use crate::widget::{Setup, Widget};

/// In what way the later version is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// It writes records of another kind.
    Kind,
    /// It writes another envelope.
    Envelope,
}

/// A page of either version: those with odd numbers are of the later one. What a record that is not understood says is
/// shown as an earlier text, so that all pages must agree about it.
#[derive(Clone, Debug)]
pub struct Mixed {
    widget: Widget,
    newer: Option<Newer>,
    /// What was written and not accepted yet.
    unsent: Vec<(String, Rc<str>)>,
}

impl Mixed {
    fn is_foreign(&self, text: Text) -> bool {
        self.newer.is_some() && text.0.is_multiple_of(2)
    }

    fn write(&mut self, text: Text) -> Vec<Action> {
        let (thread, id) = self.widget.next_key();
        let key = RecordKey::own(&thread, id).to_string();
        let json = format!(r#"{{"k":"wave","b":"{text}","x":[1,{{"y":null}}]}}"#);
        let value = match self.newer {
            Some(Newer::Kind) => envelope::wrap(&json).unwrap_or_default(),
            _ => format!("2~{json}"),
        };
        self.unsent.push((key, value.into()));
        self.send()
    }

    fn send(&self) -> Vec<Action> {
        let request = |copy, (key, value): &(String, Rc<str>)| {
            Action::Store(Request::Write { copy, key: key.clone(), value: Rc::clone(value) })
        };
        self.unsent.iter().map(|record| request(CopyId::Primary, record)).collect()
    }

    fn accepted(&mut self, now: u64, key: &str) -> Vec<Action> {
        let Some(at) = self.unsent.iter().position(|(unsent, _)| unsent == key) else { return Vec::new() };
        let (key, value) = self.unsent.remove(at);
        let found = Found { key: key.clone(), value: (&*value).into() };
        let mut actions = self.widget.handle(now, Event::Heard(Broadcast::Record(found.clone())));
        actions.push(Action::Broadcast(Broadcast::Record(found)));
        actions.push(Action::Store(Request::Write { copy: CopyId::Mirror, key, value }));
        actions
    }
}

impl Program for Mixed {
    type Setup = Newer;

    fn open(setup: &Newer, page: u32, now: u64) -> Self {
        let widget = Widget::open(&Setup::default(), page, now);
        Self { widget, newer: (page % 2 == 1).then_some(*setup), unsent: Vec::new() }
    }

    fn handle(&mut self, now: u64, event: Event) -> Vec<Action> {
        match &event {
            Event::Did(Act::Submit(text)) if self.is_foreign(*text) => self.write(*text),
            Event::Responded(Response::Wrote { copy: CopyId::Primary, key, result })
                if self.unsent.iter().any(|(unsent, _)| unsent == key) =>
            {
                let key = key.clone();
                if result.is_ok() { self.accepted(now, &key) } else { Vec::new() }
            }
            Event::Woken => {
                let mut actions = self.send();
                actions.extend(self.widget.handle(now, event));
                actions
            }
            _ => self.widget.handle(now, event),
        }
    }

    fn write_state(&self, out: &mut String) {
        self.widget.write_state(out);
        // A String takes everything.
        let _ = write!(out, "{:?}", self.unsent);
    }

    fn can(&self, act: Act) -> bool {
        matches!(act, Act::Submit(text) if self.is_foreign(text)) || self.widget.can(act)
    }

    fn writes_over(&self, act: Act) -> Option<Text> {
        let foreign = matches!(act, Act::Submit(text) if self.is_foreign(text));
        if foreign { None } else { self.widget.writes_over(act) }
    }

    fn shown(&self, each: &mut dyn FnMut(Shown)) {
        self.widget.shown(each);
        self.widget.not_understood(&mut |text| each(Shown { text, word: Word::Nothing, earlier: true }));
    }

    fn aside(&self, each: &mut dyn FnMut(Text)) {
        self.widget.aside(each);
        self.unsent.iter().flat_map(|(_, value)| Text::all_in(value).collect::<Vec<_>>()).for_each(each);
    }
}
