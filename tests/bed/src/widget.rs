//! The real program in the bed: a model, its surroundings, and the boxes that a browser would draw.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use article_widget::app::config::Config;
use article_widget::app::message::Measure;
use article_widget::app::{Effect, Model, Msg, update};
use article_widget::domain::author::AuthorId;
use article_widget::domain::comment::Comment;
use article_widget::domain::form_id::FormId;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadKey;
use article_widget::domain::timestamp::Timestamp;
use article_widget::replica::Env;
use article_widget::replica::save_state::SaveState;
use article_widget::store::order::{Found, News};
use article_widget::store::stored_text::StoredText;

use crate::boxes::Boxes;
use crate::moved::Names;
use crate::program::{Act, Action, Event, Program, Shown, Word};
use crate::reader_files::{Files, published};
use crate::text::Text;
use crate::{hostile_file, traces};

/// What its pages are opened with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Whether all pages remember one author id; else each begins as another reader, as tabs on an empty browser do.
    pub one_author: bool,
    /// Whether a hostile file is published beside the page.
    pub published: bool,
    /// How many pages are opened at an earlier address of it, before it moves. 0: it has none.
    pub earlier: u32,
}

/// One page with one widget.
#[derive(Clone, Debug)]
pub struct Widget {
    pub(crate) model: Model,
    env: Env,
    pub(crate) names: Rc<Names>,
    /// Who the reader is from the beginning, if they are known.
    pub(crate) author: Option<AuthorId>,
    boxes: Boxes,
    pub(crate) files: Files,
}

fn time(millis: u64) -> Timestamp {
    i64::try_from(millis).ok().and_then(Timestamp::from_millis).unwrap_or_else(Timestamp::epoch)
}

impl Widget {
    /// The thread's key and an id of this page's own, for a program around this one that writes on its own.
    pub(crate) fn next_key(&mut self) -> (ThreadKey, OperationId) {
        (self.names.thread.key(), self.env.next_id())
    }

    /// The texts of what is kept in the thread and not understood, for the same.
    pub(crate) fn not_understood(&self, each: &mut dyn FnMut(Text)) {
        let foreign = self.model.set().elements().filter(|(_, element)| element.operation.is_none());
        foreign.for_each(|(_, element)| Text::all_in(&element.value).for_each(&mut *each));
    }

    pub(crate) fn tell(&mut self, message: Msg) -> Vec<Action> {
        let mut actions = Vec::new();
        let mut messages = std::collections::VecDeque::from([message]);
        while let Some(message) = messages.pop_front() {
            let effects = update(&mut self.model, message, &mut self.env);
            traces::note(self.env.actor(), &effects);
            self.draw();
            let (pressed, imported) = self.files.look(self.model.panel.as_ref());
            for effect in effects {
                messages.extend(published(&effect, &self.names.thread));
                match effect {
                    Effect::Store(order) => actions.push(Action::Store(order)),
                    Effect::Tell(news) => actions.push(Action::Tell(news)),
                    Effect::WakeAfter(wait) => actions.push(Action::WakeAfter(wait)),
                    Effect::MeasureRoom => actions.push(Action::Measure),
                    Effect::ReadPreferences => {
                        messages.push_back(Msg::ReadPreferences {
                            name: None,
                            author: self.author.clone(),
                            sort: None,
                        });
                    }
                    Effect::FillForm { form, text } => {
                        let stands = self.boxes.fill(form, text);
                        messages.extend(stands.map(|text| Msg::Typed { form, text }));
                    }
                    other => actions.extend(self.files.take(other)),
                }
            }
            actions.extend(imported);
            messages.extend(pressed);
        }
        actions
    }

    /// Draws the boxes that are open.
    fn draw(&mut self) {
        let model = &self.model;
        // A comment with two open boxes is named twice.
        let comments: BTreeSet<OperationId> = model.forms.comments().collect();
        let boxes = comments.into_iter().flat_map(|id| [FormId::Reply(id), FormId::Edit(id)]);
        let drawn = |id| Some((id, model.forms.get(id)?.generation, model.box_text(id)));
        self.boxes.draw([FormId::New].into_iter().chain(boxes).filter_map(drawn));
    }

    fn act(&mut self, act: Act) -> Vec<Action> {
        match act {
            Act::Type(text) => {
                self.boxes.write(FormId::New, text);
                self.tell(Msg::Typed { form: FormId::New, text: text.to_string() })
            }
            Act::Submit(text) => self.send(FormId::New, text),
            Act::Reply { to, text } => self.open_and_send(to, Msg::PressedReply, FormId::Reply, text),
            Act::Edit { of, to } => self.open_and_send(of, Msg::PressedEdit, FormId::Edit, to),
            Act::Delete(text) => self.about(text, |id| vec![Msg::PressedDelete(id)]),
            Act::Undo(text) => self.about(text, |id| vec![Msg::PressedUndo(id)]),
            Act::Erase(text) => {
                self.about(text, |id| vec![Msg::PressedErase(id), Msg::AnsweredErase { id, sure: true }])
            }
            Act::DeleteEverything => self.tell(Msg::PressedDeleteEverything),
            _ => self.act_with_files(act),
        }
    }

    fn about(&mut self, text: Text, messages: impl Fn(OperationId) -> Vec<Msg>) -> Vec<Action> {
        let messages = self.find(text).map(messages).unwrap_or_default();
        messages.into_iter().flat_map(|message| self.tell(message)).collect()
    }

    fn open_and_send(
        &mut self,
        to: Text,
        open: impl Fn(OperationId) -> Msg,
        form: impl Fn(OperationId) -> FormId,
        text: Text,
    ) -> Vec<Action> {
        let Some(id) = self.find(to) else { return Vec::new() };
        let mut actions = self.tell(open(id));
        actions.extend(self.send(form(id), text));
        actions
    }

    fn send(&mut self, form: FormId, text: Text) -> Vec<Action> {
        self.boxes.write(form, text);
        let name = (!matches!(form, FormId::Edit(_))).then(String::new);
        let mut actions = self.tell(Msg::Typed { form, text: text.to_string() });
        actions.extend(self.tell(Msg::SubmittedForm { form, name, body: text.to_string() }));
        actions
    }

    pub(crate) fn find(&self, text: Text) -> Option<OperationId> {
        self.comment(text).map(|comment| comment.id)
    }

    fn comment(&self, text: Text) -> Option<&Comment> {
        let body = text.to_string();
        let mut all = self.model.thread().comments();
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
            model: Model::new(config, time(now)),
            env: Env::new(time(now), actor, spare),
            names: Rc::new(names),
            author: setup.one_author.then(|| AuthorId::local(0)),
            boxes: Boxes::default(),
            files: Files::default(),
        };
        widget.draw();
        widget
    }

    fn handle(&mut self, now: u64, event: Event) -> Vec<Action> {
        self.env.now = time(now);
        let message = match event {
            Event::Started => Msg::Started,
            Event::Answered(answer) => Msg::Answered(answer),
            Event::Heard(news) => Msg::Heard(news),
            Event::Stored { key: Some(key), value: Some(value) } => {
                Msg::Heard(News::Record(Found { key: key.to_string(), value: StoredText::from(&*value) }))
            }
            Event::Stored { key: None, .. } | Event::Woken => Msg::Woken,
            Event::Hidden => Msg::Hidden,
            Event::Ticked => Msg::Ticked,
            Event::Measured { origin, ours, quota } => Msg::MeasuredRoom(Measure { origin, ours, quota }),
            Event::Did(act) => return self.act(act),
            Event::Everything { .. } | Event::HasTime => match self.files.tell(event) {
                Some(message) => message,
                None => return Vec::new(),
            },
            Event::Stored { .. } | Event::Overwrote(_) | Event::Locked => return Vec::new(),
        };
        self.tell(message)
    }

    fn write_state(&self, out: &mut String) {
        // A String takes everything.
        let _ = self.model.write_state(out);
        let _ = write!(out, "{:?}", (&self.env, &self.author, &self.boxes));
        self.files.write_state(self.model.panel.as_ref(), out);
    }

    fn unsettled(&self) -> bool {
        !self.model.is_all_kept()
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
            Act::Submit(_) | Act::Type(_) => self.boxes.text(FormId::New),
            Act::Reply { to, .. } => self.boxes.text(FormId::Reply(self.find(to)?)),
            Act::Edit { of, .. } => self.boxes.text(FormId::Edit(self.find(of)?)),
            _ => None,
        }
    }

    fn shown(&self, each: &mut dyn FnMut(Shown)) {
        for row in self.model.rows().iter().filter(|row| !row.comment.deleted) {
            let comment = &row.comment;
            let word = match self.model.save_state(comment.id) {
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
        // A box is drawn with the comment that it belongs to, or not at all.
        let is_drawn = |form: FormId| form.comment().is_none_or(|id| self.model.thread().get(id).is_some());
        self.boxes.texts().filter(|(form, _)| is_drawn(*form)).for_each(|(_, text)| each(text));
        let comments =
            self.model.thread().comments().flat_map(|comment| [FormId::Reply(comment.id), FormId::Edit(comment.id)]);
        for form in [FormId::New].into_iter().chain(comments) {
            self.model.draft(form).and_then(Text::read).into_iter().for_each(&mut *each);
        }
        let others = self.model.other_drafts(FormId::New).filter_map(|(_, other)| Text::read(&other.draft.text));
        others.for_each(&mut *each);
        let ids = self.model.thread().comments().map(|comment| comment.id);
        ids.filter_map(|id| self.model.unsaved_text(id).and_then(Text::read)).for_each(&mut *each);
    }
}
