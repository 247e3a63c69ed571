//! How the two programs of a widget go on together.

use super::effect::Effect;
use super::message::Msg;
use crate::app::App;
use crate::app::config::Config;
use crate::app::message::PageMsg;
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
    /// "Your comments".
    pub manage: Manage,
}

impl Widget {
    /// A widget that knows nothing yet.
    pub fn new(config: Config, now: Timestamp) -> Self {
        let app = App::new(config, now);
        let manage = Manage::new(app.here(), now);
        Self { app, manage }
    }

    /// Changes the widget by one message and says what is to be done.
    pub fn update(&mut self, message: impl Into<Msg>, env: &mut Env) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.follow(message.into(), env, &mut effects);
        effects
    }

    fn follow(&mut self, message: Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        match message {
            Msg::App(message) => {
                if let Some(both) = shared(&message) {
                    self.run_manage(both, env, effects);
                }
                self.run_app(message, env, effects);
            }
            Msg::Manage(message) => self.run_manage(message, env, effects),
        }
    }

    fn run_app(&mut self, message: app::Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        for effect in app::update(&mut self.app, message, env) {
            match effect {
                app::Effect::Say(said) => self.run_manage(manage::Msg::Told(said), env, effects),
                app::Effect::Tell(news) => {
                    effects.push(app::Effect::Tell(news.clone()).into());
                    self.run_manage(manage::Msg::Told(ToManage::Told(news)), env, effects);
                }
                effect => effects.push(effect.into()),
            }
        }
    }

    fn run_manage(&mut self, message: manage::Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        for effect in manage::update(&mut self.manage, message, env) {
            match effect {
                manage::Effect::Say(said) => self.run_app(app::Msg::Told(said), env, effects),
                manage::Effect::Tell(news) => {
                    effects.push(manage::Effect::Tell(news.clone()).into());
                    self.run_app(app::Msg::Told(ToThread::Told(news)), env, effects);
                }
                effect => effects.push(effect.into()),
            }
        }
    }
}

/// What happens to the page happens to both.
fn shared(message: &app::Msg) -> Option<manage::Msg> {
    match message {
        app::Msg::Heard(news) => Some(manage::Msg::Heard(news.clone())),
        app::Msg::Page(PageMsg::Woken) => Some(manage::Msg::Woken),
        app::Msg::Page(PageMsg::Hidden) => Some(manage::Msg::Hidden),
        _ => None,
    }
}
