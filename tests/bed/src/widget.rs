//! The real program in the bed: a model, its environment, and the composers that a browser would draw.

use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::rc::Rc;

use article_widget::app::Msg;
use article_widget::app::config::Config;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::domain::author::AuthorId;
use article_widget::domain::comment::Comment;
use article_widget::domain::composer_id::ComposerId;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadKey;
use article_widget::domain::timestamp::Timestamp;
use article_widget::port::ToThread;
use article_widget::replica::Env;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::request::{Broadcast, Found};
use article_widget::store::copy::usage::Usage;
use article_widget::store::format::stored_text::StoredText;
use article_widget::{manage, widget};

use crate::askers::Askers;
use crate::composers::Composers;
use crate::late_code::{self, LateCode};
use crate::moved::Names;
use crate::program::{Act, Action, Event, Program, Shown, Word};
use crate::reader_files::Files;
pub use crate::setup::Setup;
use crate::text::Text;
use crate::ticks::Ticks;
use crate::{hostile_file, traces};

/// One page with one widget.
#[derive(Clone, Debug)]
pub struct Widget {
    pub(crate) inner: widget::Widget,
    pub(crate) env: Env,
    pub(crate) names: Rc<Names>,
    /// Who the reader is from the beginning, if they are known.
    pub(crate) author: Option<AuthorId>,
    pub(crate) composers: Composers,
    pub(crate) files: Files,
    pub(crate) askers: Askers,
    pub(crate) ticks: Ticks,
    pub(crate) code: LateCode,
}

fn time(millis: u64) -> Timestamp {
    i64::try_from(millis).ok().and_then(Timestamp::from_millis).unwrap_or_else(Timestamp::unix_epoch)
}

impl Widget {
    /// The thread's key and an id of this page's own, for a program around this one that writes on its own.
    pub(crate) fn next_key(&mut self) -> (ThreadKey, OperationId) {
        (self.names.thread.key(), self.env.next_id())
    }

    /// The texts of what is kept in the thread and not understood, for the same.
    pub(crate) fn not_understood(&self, each: &mut dyn FnMut(Text)) {
        let foreign =
            self.inner.app.discussion().shown().set().elements().filter(|(_, element)| element.operation.is_none());
        foreign.for_each(|(_, element)| Text::all_in(&element.value).for_each(&mut *each));
    }

    pub(crate) fn tell(&mut self, msg: impl Into<widget::Msg>) -> Vec<Action> {
        let mut actions = Vec::new();
        let mut msgs = VecDeque::from([msg.into()]);
        while let Some(msg) = msgs.pop_front() {
            let is_second_tick = msg == widget::Msg::Manage(manage::Msg::Ticked);
            let effects = self.inner.update(msg, &mut self.env);
            if !(is_second_tick && effects.is_empty()) {
                traces::note(self.env.actor(), &effects);
            }
            self.draw();
            let (pressed, imported) = self.files.look(&self.inner.manage);
            for effect in effects {
                match effect {
                    widget::Effect::App(effect) => actions.extend(self.carry_out(effect, &mut msgs)),
                    widget::Effect::Manage(effect) => actions.extend(self.carry_out_manage(effect)),
                    widget::Effect::Put { key, value } => actions.push(late_code::put(key, &value)),
                    other => msgs.extend(self.code.fetch(&other)),
                }
            }
            actions.extend(imported);
            msgs.extend(pressed.map(Into::into));
        }
        actions
    }

    /// Draws the composers that are open.
    pub(crate) fn draw(&mut self) {
        let app = &self.inner.app;
        // A comment with two open composers is named twice.
        let comments: BTreeSet<OperationId> = app.composer.composers().comments().collect();
        let composers = comments.into_iter().flat_map(|id| [ComposerId::Reply(id), ComposerId::Edit(id)]);
        let drawn = |id| Some((id, app.composer.composers().get(id)?.revision, app.composer_text(id)));
        self.composers.draw([ComposerId::New].into_iter().chain(composers).filter_map(drawn));
    }

    fn act(&mut self, act: Act) -> Vec<Action> {
        match act {
            Act::Type(text) => {
                self.composers.write(ComposerId::New, text);
                self.tell(ComposerMsg::Typed { composer: ComposerId::New, text: text.to_string() })
            }
            Act::Submit(text) => self.send(ComposerId::New, text),
            Act::Reply { to, text } => self.open_and_send(to, ComposerMsg::PressedReply, ComposerId::Reply, text),
            Act::Edit { of, to } => self.open_and_send(of, ComposerMsg::PressedEdit, ComposerId::Edit, to),
            Act::Delete(text) => self.about(text, |id| vec![ActionMsg::PressedDelete(id)]),
            Act::Undo(text) => self.about(text, |id| vec![ActionMsg::PressedUndo(id)]),
            Act::Erase(text) => {
                self.about(text, |id| vec![ActionMsg::PressedErase(id), ActionMsg::AnsweredErase { id, sure: true }])
            }
            Act::DeleteEverything => self.tell(ToThread::DeleteEverything { says: true }),
            _ => self.act_with_files(act),
        }
    }

    fn about(&mut self, text: Text, msgs: impl Fn(OperationId) -> Vec<ActionMsg>) -> Vec<Action> {
        let msgs = self.find(text).map(msgs).unwrap_or_default();
        msgs.into_iter().flat_map(|msg| self.tell(msg)).collect()
    }

    fn open_and_send(
        &mut self,
        to: Text,
        open: impl Fn(OperationId) -> ComposerMsg,
        composer: impl Fn(OperationId) -> ComposerId,
        text: Text,
    ) -> Vec<Action> {
        let Some(id) = self.find(to) else { return Vec::new() };
        let mut actions = self.tell(open(id));
        actions.extend(self.send(composer(id), text));
        actions
    }

    fn send(&mut self, composer: ComposerId, text: Text) -> Vec<Action> {
        self.composers.write(composer, text);
        let name = (!matches!(composer, ComposerId::Edit(_))).then(String::new);
        let mut actions = self.tell(ComposerMsg::Typed { composer, text: text.to_string() });
        actions.extend(self.tell(ComposerMsg::Submitted { composer, name, body: text.to_string() }));
        actions
    }

    pub(crate) fn find(&self, text: Text) -> Option<OperationId> {
        self.comment(text).map(|comment| comment.id)
    }

    fn comment(&self, text: Text) -> Option<&Comment> {
        let body = text.to_string();
        let mut all = self.inner.app.thread().comments();
        all.find(|comment| comment.current.body.as_str() == body).map(AsRef::as_ref)
    }
}

impl Program for Widget {
    type Setup = Setup;

    fn open(setup: &Setup, page: u32, now: u64) -> Self {
        let names = Names::of(page, setup.earlier);
        let names_file = setup.published && page > setup.earlier && hostile_file::is_named_by(page);
        let config = Config {
            aliases: names.alias.iter().cloned().collect(),
            comments: names_file.then(|| "thread.jsonl".to_owned()),
            contact: Some("mailto:author@bed.example".to_owned()),
            ..Config::plain(names.thread.clone(), "", "")
        };
        let spare = AuthorId::local(u128::from(page));
        let actor = hostile_file::actor(page);
        let mut widget = Self {
            inner: widget::Widget::new(config, time(now)),
            env: Env::new(time(now), actor, spare),
            names: Rc::new(names),
            author: setup.one_author.then(|| AuthorId::local(0)),
            composers: Composers::default(),
            files: Files::default(),
            askers: Askers::default(),
            ticks: Ticks::default(),
            code: LateCode::default(),
        };
        if setup.late && widget.names.alias.is_none() {
            widget.open_without_code(time(now));
        }
        widget.draw();
        widget
    }

    fn handle(&mut self, now: u64, event: Event) -> Vec<Action> {
        self.env.now = time(now);
        if let Some(actions) = self.look(&event) {
            return actions;
        }
        let msg = match event {
            Event::Started => Msg::Started,
            Event::Responded(response) if self.askers.is_for_manage(&response) => {
                return self.tell(manage::Msg::Responded(response));
            }
            Event::Responded(response) => Msg::Responded(response),
            Event::Heard(broadcast) => Msg::Heard(broadcast),
            Event::Stored { key: Some(key), value: Some(value) } => {
                Msg::Heard(Broadcast::Record(Found { key: key.to_string(), value: StoredText::from(&*value) }))
            }
            Event::Stored { key: None, .. } | Event::Woken => PageMsg::Woken.into(),
            Event::Hidden => PageMsg::Hidden.into(),
            Event::Ticked => {
                self.ticks.spend();
                let mut actions = self.tell(Msg::Ticked);
                actions.extend(self.tell(manage::Msg::Ticked));
                return actions;
            }
            Event::Measured { origin, ours, quota } => PageMsg::MeasuredUsage(Usage { origin, ours, quota }).into(),
            Event::Did(act) => return self.act(act),
            Event::Everything { .. } | Event::HasTime => match self.files.tell(event) {
                Some(msg) => return self.tell(msg),
                None => return Vec::new(),
            },
            Event::Stored { .. } | Event::Overwrote(_) | Event::Locked => return Vec::new(),
        };
        self.tell(msg)
    }

    fn write_state(&self, out: &mut String) {
        // A String takes everything.
        let _ = self.inner.app.write_state(out);
        let _ = write!(out, "{:?}", (&self.env, &self.author, &self.composers));
        let _ = self.inner.manage.write_state(out);
        let _ = write!(out, "{:?}", (&self.askers, self.ticks, &self.code));
        self.files.write_state(&self.inner.manage, out);
    }

    fn unsettled(&self) -> bool {
        !self.inner.app.discussion().is_all_kept() || !self.inner.manage.is_all_kept()
    }

    fn is_earlier(&self) -> bool {
        self.names.is_earlier()
    }

    fn can(&self, act: Act) -> bool {
        match act {
            Act::Submit(_) | Act::Type(_) | Act::DeleteEverything => true,
            Act::Reply { to: text, .. } => self.find(text).is_some(),
            Act::Edit { of: text, .. } => self.comment(text).is_some_and(|comment| comment.own),
            Act::Delete(text) => self.comment(text).is_some_and(|comment| comment.own && !comment.deleted),
            Act::Undo(text) | Act::Erase(text) => {
                self.comment(text).is_some_and(|comment| comment.own && comment.deleted)
            }
            _ => self.can_with_files(act),
        }
    }

    fn writes_over(&self, act: Act) -> Option<Text> {
        match act {
            Act::Submit(_) | Act::Type(_) => self.composers.text(ComposerId::New),
            Act::Reply { to, .. } => self.composers.text(ComposerId::Reply(self.find(to)?)),
            Act::Edit { of, .. } => self.composers.text(ComposerId::Edit(self.find(of)?)),
            _ => None,
        }
    }

    fn shown(&self, each: &mut dyn FnMut(Shown)) {
        for row in self.inner.app.rows().iter().filter(|row| !row.comment.deleted) {
            let comment = &row.comment;
            let word = match self.inner.app.discussion().save_state(comment.id) {
                Some(SaveState::Saved) => Word::Saved,
                Some(_) => Word::NotYet,
                None => Word::Nothing,
            };
            if let Some(text) = Text::read(comment.current.body.as_str()) {
                each(Shown { text, word, earlier: false });
            }
            for text in comment.earlier.iter().filter_map(|version| Text::read(version.body.as_str())) {
                each(Shown { text, word: Word::Nothing, earlier: true });
            }
        }
    }

    fn aside(&self, each: &mut dyn FnMut(Text)) {
        // A composer is drawn with the comment that it belongs to, or not at all.
        let is_drawn =
            |composer: ComposerId| composer.comment().is_none_or(|id| self.inner.app.thread().get(id).is_some());
        self.composers.texts().filter(|(composer, _)| is_drawn(*composer)).for_each(|(_, text)| each(text));
        let comments = self
            .inner
            .app
            .thread()
            .comments()
            .flat_map(|comment| [ComposerId::Reply(comment.id), ComposerId::Edit(comment.id)]);
        for composer in [ComposerId::New].into_iter().chain(comments) {
            self.inner.app.draft(composer).and_then(Text::read).into_iter().for_each(&mut *each);
        }
        let others =
            self.inner.app.other_drafts(ComposerId::New).filter_map(|(_, other)| Text::read(&other.draft.text));
        others.for_each(&mut *each);
        let ids = self.inner.app.thread().comments().map(|comment| comment.id);
        ids.filter_map(|id| self.inner.app.discussion().unsaved_text(id).and_then(Text::read)).for_each(&mut *each);
    }
}
