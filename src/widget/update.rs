//! How the two programs of a widget go on together.

use super::effect::Effect;
use super::msg::Msg;
use crate::app::App;
use crate::app::config::Config;
use crate::app::msg::PageMsg;
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

    /// Changes the widget by one `Msg` and says what is to be done.
    pub fn update(&mut self, msg: impl Into<Msg>, env: &mut Env) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.follow(msg.into(), env, &mut effects);
        effects
    }

    fn follow(&mut self, msg: Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        match msg {
            Msg::App(msg) => {
                if let Some(both) = shared(&msg) {
                    self.run_manage(both, env, effects);
                }
                self.run_app(msg, env, effects);
            }
            Msg::Manage(msg) => self.run_manage(msg, env, effects),
        }
    }

    fn run_app(&mut self, msg: app::Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        for effect in app::update(&mut self.app, msg, env) {
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

    fn run_manage(&mut self, msg: manage::Msg, env: &mut Env, effects: &mut Vec<Effect>) {
        for effect in manage::update(&mut self.manage, msg, env) {
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

/// What happens to the page happens to both.
fn shared(msg: &app::Msg) -> Option<manage::Msg> {
    match msg {
        app::Msg::Heard(broadcast) => Some(manage::Msg::Heard(broadcast.clone())),
        app::Msg::Page(PageMsg::Woken) => Some(manage::Msg::Woken),
        app::Msg::Page(PageMsg::Hidden) => Some(manage::Msg::Hidden),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::msg::ActionMsg;
    use crate::domain::author::AuthorId;
    use crate::domain::operation_id::Actor;
    use crate::domain::thread_id::ThreadId;
    use crate::manage::msg::PanelMsg;
    use crate::manage::panel::Deletion;
    use crate::store::copy::request::{Broadcast, CopyId, Response};
    use crate::store::copy::usage::Usage;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis).unwrap()
    }

    /// A widget whose thread was read and is empty.
    fn read() -> (Widget, Env) {
        let thread = ThreadId::explicit("demo").unwrap();
        let mut env = Env::new(at(1_000), Actor(7), AuthorId::local(1));
        let mut widget = Widget::new(Config::plain(thread.clone(), "Title", "https://example.org/"), at(1_000));
        widget.update(app::Msg::Started, &mut env);
        for copy in CopyId::ALL {
            let listed = Response::Listed { copy, thread: thread.key(), result: Ok(Vec::new()) };
            widget.update(app::Msg::Responded(listed), &mut env);
        }
        assert!(widget.app.is_ready());
        (widget, env)
    }

    fn deletes_all(effects: &[Effect]) -> Vec<&Effect> {
        effects
            .iter()
            .filter(|effect| matches!(effect, Effect::App(app::Effect::Broadcast(Broadcast::Record(_)))))
            .collect()
    }

    #[test]
    fn what_one_program_says_reaches_the_other_at_once_and_nobody_else() {
        let (mut widget, mut env) = read();
        widget.update(PanelMsg::Toggled, &mut env);
        let thread = widget.app.config.thread.key();
        widget.update(PanelMsg::AskedToDelete(Deletion::Thread(thread.clone())), &mut env);
        let effects = widget.update(PanelMsg::AnsweredDelete { sure: true }, &mut env);
        assert_eq!(deletes_all(&effects).len(), 1, "the thread was told to delete itself: {effects:?}");
        let mut state = String::new();
        widget.manage.write_state(&mut state).unwrap();
        assert!(state.contains(&format!("[({thread:?}, 1)]")), "and what it told then was heard: {state}");
        let said = |effect: &Effect| {
            matches!(effect, Effect::App(app::Effect::ToManage(_)) | Effect::Manage(manage::Effect::ToThread(_)))
        };
        assert!(!effects.iter().any(said));
    }

    #[test]
    fn the_other_program_knows_where_it_is_before_anything_else_happens() {
        let (mut widget, mut env) = read();
        let another = ThreadId::explicit("another").unwrap();
        let config = Config::plain(another.clone(), "Another", "https://example.org/another");
        widget.update(app::Msg::ChangedConfig(Box::new(config)), &mut env);
        assert_eq!((widget.manage.here.thread.clone(), &*widget.manage.here.name.title), (another, "Another"));
    }

    #[test]
    fn what_happens_to_the_page_happens_to_both_and_the_rest_to_one() {
        for msg in [PageMsg::Woken, PageMsg::Hidden] {
            assert!(shared(&app::Msg::Page(msg)).is_some());
        }
        assert_eq!(shared(&app::Msg::Heard(Broadcast::Forgotten)), Some(manage::Msg::Heard(Broadcast::Forgotten)));
        let others = [
            app::Msg::Ticked,
            app::Msg::Action(ActionMsg::PressedSaveAgain),
            app::Msg::Page(PageMsg::MeasuredUsage(Usage::default())),
        ];
        assert_eq!(others.map(|msg| shared(&msg)), [None, None, None]);
    }
}
