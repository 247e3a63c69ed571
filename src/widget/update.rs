//! How the two programs of a widget go on together.

use super::effect::Effect;
use super::msg::Msg;
use super::programs::{Code, Part, PartState, Programs};
use super::waiting::Waiting;
use crate::app::App;
use crate::app::config::Config;
use crate::app::msg::{ComposerMsg, PageMsg};
use crate::domain::timestamp::Timestamp;
use crate::manage::Manage;
use crate::port::{ToManage, ToThread};
use crate::replica::Env;
use crate::{app, manage};

/// One widget.
#[derive(Clone, Debug)]
pub struct Widget {
    /// The thread.
    pub app: App,
    /// "Your comments". It knows nothing before its code is here.
    pub manage: Manage,
    programs: Programs,
    waiting: Waiting,
}

impl Widget {
    /// A widget that knows nothing yet, with the code of both programs.
    pub fn new(config: Config, now: Timestamp) -> Self {
        let mut widget = Self { programs: Programs::all(), ..Self::without_code(config, now) };
        widget.app.take_all_code();
        widget
    }

    /// A widget that knows nothing yet and whose code is to be fetched. What happens meanwhile is followed when it has come.
    pub fn without_code(config: Config, now: Timestamp) -> Self {
        let app = App::new(config, now);
        let manage = Manage::new(app.here(), now);
        Self { app, manage, programs: Programs::default(), waiting: Waiting::default() }
    }

    /// How far a part of the module is.
    pub fn part(&self, part: Part) -> PartState {
        self.programs.state(part)
    }

    /// How far a part of the module is that somebody waits for; `None` if it is here or nobody does.
    pub fn awaited(&self, part: Part) -> Option<PartState> {
        let state = self.part(part);
        (matches!(state, PartState::Coming | PartState::Missing) && self.waiting.is_for(part)).then_some(state)
    }

    /// Changes the widget by one `Msg` and says what is to be done.
    pub fn update(&mut self, msg: impl Into<Msg>, env: &mut Env) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.follow(msg.into(), env, &mut effects);
        effects
    }

    /// Takes the code of a part, and follows what has waited for it. "Your comments" begins now as on a page that has just been
    /// opened.
    fn take(&mut self, code: Code, env: &mut Env, effects: &mut Vec<Effect>) {
        self.programs.take(code);
        if let Code::Manage(_) = code {
            self.manage = Manage::new(self.app.here(), env.now);
        }
        self.catch_up(env, effects);
    }

    /// Follows what has waited, as far as it need not wait longer.
    fn catch_up(&mut self, env: &mut Env, effects: &mut Vec<Effect>) {
        for msg in self.waiting.take() {
            self.follow(msg, env, effects);
        }
    }

    fn follow(&mut self, msg: Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        match msg {
            // What the reader did before the engine was there is done in their thread, so it waits until that has been read.
            Msg::App(done) if self.programs.is_late() && !self.app.is_ready() && is_act(&done) => {
                self.wait_for(Part::Engine, Msg::App(done), effects);
            }
            Msg::App(msg) if self.programs.app.is_some() => {
                if let Some(both) = shared(&msg) {
                    self.run_manage(both, env, effects);
                }
                self.run_app(msg, env, effects);
                if self.app.is_ready() && self.waiting.is_for(Part::Engine) {
                    self.catch_up(env, effects);
                }
            }
            // What "Your comments" does, it does with the thread.
            Msg::Manage(msg) if self.programs.manage.is_some() && self.programs.app.is_some() => {
                self.run_manage(msg, env, effects);
            }
            Msg::App(app::Msg::Page(PageMsg::Hidden)) => self.keep_waiting_texts(env, effects),
            Msg::App(app::Msg::Article(msg)) => effects.extend(self.app.follow_article(msg).map(Effect::App)),
            Msg::App(app::Msg::Started) => {
                effects.extend(self.app.begin_article().map(Effect::App));
                self.wait_for(Part::Engine, app::Msg::Started.into(), effects);
            }
            // It is told of them anew when it is there.
            Msg::App(app::Msg::Page(PageMsg::Woken) | app::Msg::Ticked) | Msg::Manage(manage::Msg::Ticked) => {}
            // At each key that is typed an engine that could not be had is not asked for again, nor is that said again.
            Msg::App(typed) if self.part(Part::Engine) == PartState::Missing && !is_act(&typed) => {
                self.waiting.add(Msg::App(typed));
            }
            Msg::App(_) => self.wait_for(Part::Engine, msg, effects),
            Msg::Manage(_) => self.wait_for(Part::Manage, msg, effects),
            Msg::Wanted(part) => self.fetch(part, effects),
            Msg::Fetched(code) => self.take(code, env, effects),
            Msg::Missed(part) => {
                self.programs.set(part, PartState::Missing);
                effects.extend(self.waiting.give_up_calls(part).into_iter().map(Effect::Refuse));
            }
        }
    }

    fn wait_for(&mut self, part: Part, msg: Msg, effects: &mut Vec<Effect>) {
        self.waiting.add(msg);
        self.fetch(part, effects);
    }

    /// Keeps what was typed or submitted while there is no engine: the page may be closed before it comes.
    fn keep_waiting_texts(&mut self, env: &mut Env, effects: &mut Vec<Effect>) {
        for (composer, text) in self.waiting.texts() {
            let put = self.app.write_early(composer, text, env);
            effects.extend(put.map(|(key, value)| Effect::Put { key, value }));
        }
    }

    /// Has a part fetched that is not here or on its way. What "Your comments" does, it does with the thread.
    fn fetch(&mut self, part: Part, effects: &mut Vec<Effect>) {
        let parts: &[Part] = match part {
            Part::Engine => &[Part::Engine],
            Part::Manage => &[Part::Engine, Part::Manage],
            Part::Formatting => &[Part::Formatting],
        };
        for part in parts {
            if matches!(self.part(*part), PartState::Unasked | PartState::Missing) {
                self.programs.set(*part, PartState::Coming);
                effects.push(Effect::Fetch(*part));
            }
        }
    }

    fn run_app(&mut self, msg: app::Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        let Some(update) = self.programs.app else {
            return;
        };
        for effect in update(&mut self.app, msg, env) {
            match effect {
                app::Effect::ToManage(said) => self.run_manage(manage::Msg::FromThread(said), env, effects),
                app::Effect::Broadcast(broadcast) => {
                    effects.push(app::Effect::Broadcast(broadcast.clone()).into());
                    self.run_manage(manage::Msg::FromThread(ToManage::Broadcast(broadcast)), env, effects);
                }
                effect => effects.push(effect.into()),
            }
        }
    }

    /// Before its code is here, "Your comments" hears nothing: it begins with what the thread is then.
    fn run_manage(&mut self, msg: manage::Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        let Some(update) = self.programs.manage else {
            return;
        };
        for effect in update(&mut self.manage, msg, env) {
            match effect {
                manage::Effect::ToThread(said) => self.run_app(app::Msg::FromManage(said), env, effects),
                manage::Effect::Broadcast(broadcast) => {
                    effects.push(manage::Effect::Broadcast(broadcast.clone()).into());
                    self.run_app(app::Msg::FromManage(ToThread::Broadcast(broadcast)), env, effects);
                }
                effect => effects.push(effect.into()),
            }
        }
    }
}

/// Whether the reader, or a script of the page, does something with the thread. What is typed is none: it stands in its composer.
fn is_act(msg: &app::Msg) -> bool {
    match msg {
        app::Msg::Composer(msg) => !matches!(msg, ComposerMsg::Typed { .. }),
        app::Msg::List(_) | app::Msg::Action(_) | app::Msg::Submission(_) | app::Msg::HostCalled { .. } => true,
        _ => false,
    }
}

/// What happens to the page happens to both.
pub(super) fn shared(msg: &app::Msg) -> Option<manage::Msg> {
    match msg {
        app::Msg::Heard(broadcast) => Some(manage::Msg::Heard(broadcast.clone())),
        app::Msg::Page(PageMsg::Woken) => Some(manage::Msg::Woken),
        app::Msg::Page(PageMsg::Hidden) => Some(manage::Msg::Hidden),
        _ => None,
    }
}
