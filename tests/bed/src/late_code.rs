//! Pages whose engine comes late. What the primary copy holds is shown before, and what the reader does waits; of what other pages tell
//! meanwhile, nothing is heard.

use std::rc::Rc;

use article_widget::app::Msg;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::{CopyId, Found, Request, Response};
use article_widget::widget::{self, Code, Effect, Part};

use crate::program::{Action, Event};
use crate::widget::Widget;

/// How far a page is on its way to its engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Way {
    /// It is there, or comes as soon as it is asked for.
    #[default]
    AtOnce,
    /// It comes once the primary copy was looked at.
    Looking,
    /// It is here.
    Here,
}

/// What a page knows of its code.
#[derive(Clone, Debug, Default)]
pub(crate) struct LateCode(Way);

impl LateCode {
    /// What the widget is told at once when it asks for this.
    pub(crate) fn fetch(&self, effect: &Effect) -> Option<widget::Msg> {
        match effect {
            Effect::Fetch(Part::Engine) if self.0 == Way::Looking => None,
            Effect::Fetch(part) => Some(widget::Msg::Fetched(Code::of(*part))),
            _ => None,
        }
    }
}

/// What is asked of the primary copy for a draft of a page whose engine is not there.
pub(crate) fn put(key: String, value: &str) -> Action {
    Action::Store(Request::Put { copy: CopyId::Primary, key, value: Rc::from(value) })
}

impl Widget {
    /// Begins anew without code.
    pub(crate) fn open_without_code(&mut self, now: Timestamp) {
        self.inner = widget::Widget::without_code(self.inner.app.config.clone(), now);
        // Letters and published files are read by parts of their own, which here are never late.
        self.inner.app.take_all_code();
        self.code = LateCode(Way::Looking);
        self.draw();
    }

    /// Goes on looking; `None` if the event is the program's.
    pub(crate) fn look(&mut self, event: &Event) -> Option<Vec<Action>> {
        if self.code.0 != Way::Looking {
            return None;
        }
        let (copy, thread) = (CopyId::Primary, self.names.thread.key());
        match event {
            Event::Started => {
                let mut actions = self.tell(Msg::Started);
                actions.push(Action::Store(Request::List { copy, thread }));
                Some(actions)
            }
            Event::Responded(Response::Listed { result: Ok(keys), .. }) if !keys.is_empty() => {
                Some(vec![Action::Store(Request::Fetch { copy, thread, keys: keys.clone() })])
            }
            Event::Responded(Response::Listed { result, .. }) => Some(self.end_look(&[], result.is_ok())),
            Event::Responded(Response::Fetched { records, end, .. }) => match end {
                None => {
                    self.inner.app.look_first(records, false);
                    Some(Vec::new())
                }
                Some(result) => Some(self.end_look(records, result.is_ok())),
            },
            Event::Did(_) | Event::Hidden => None,
            _ => Some(Vec::new()),
        }
    }

    /// Shows what was seen, if that is all that the copy holds, and has the engine come.
    fn end_look(&mut self, records: &[Found], is_whole: bool) -> Vec<Action> {
        self.inner.app.look_first(records, is_whole);
        self.code = LateCode(Way::Here);
        self.tell(widget::Msg::Fetched(Code::of(Part::Engine)))
    }
}
