//! What a page's two programs ask its browser for, and what the browser says at once.

use std::collections::VecDeque;

use article_widget::app::Effect;
use article_widget::app::msg::{ComposerMsg, PageMsg};
use article_widget::store::copy::request::Request;
use article_widget::{manage, widget};

use crate::program::Action;
use crate::reader_files::published;
use crate::widget::Widget;

impl Widget {
    /// Carries out an effect of the thread; `None` if the world has nothing to do for it. Messages that the browser sends at once go
    /// behind all others.
    pub(crate) fn carry_out(&mut self, effect: Effect, msgs: &mut VecDeque<widget::Msg>) -> Option<Action> {
        msgs.extend(published(&effect, &self.names.thread).map(Into::into));
        match effect {
            Effect::Store(request) => return Some(self.ask(request, false)),
            Effect::Broadcast(broadcast) => return Some(Action::Broadcast(broadcast)),
            Effect::MeasureUsage => return Some(Action::MeasureUsage),
            Effect::SaveFile { text, .. } => return self.files.submission(text),
            Effect::WakeAfter(wait) => {
                self.ticks.thread(self.now() + wait);
                return self.wake();
            }
            Effect::ReadPreferences => {
                let author = self.author.clone();
                msgs.push_back(PageMsg::ReadPreferences { name: None, author, sort: None }.into());
            }
            Effect::FillComposer { composer, text } => {
                let stands = self.composers.fill(composer, text);
                msgs.extend(stands.map(|text| ComposerMsg::Typed { composer, text }.into()));
            }
            _ => {}
        }
        None
    }

    /// Carries out an effect of "Your comments", likewise.
    pub(crate) fn carry_out_manage(&mut self, effect: manage::Effect) -> Option<Action> {
        match effect {
            manage::Effect::Store(request) => Some(self.ask(request, true)),
            manage::Effect::Broadcast(broadcast) => Some(Action::Broadcast(broadcast)),
            manage::Effect::WakeAfter(wait) => {
                self.ticks.manage(self.now() + wait);
                self.wake()
            }
            other => self.files.take(other),
        }
    }

    /// Passes a request on, and notes which of the two programs its response is for.
    fn ask(&mut self, request: Request, by_manage: bool) -> Action {
        self.askers.ask(&request, by_manage);
        Action::Store(request)
    }

    /// The time of the bed's clock, in milliseconds.
    fn now(&self) -> u64 {
        u64::try_from(self.env.now.millis()).unwrap_or_default()
    }

    /// The wake-up that is due next in either program.
    fn wake(&self) -> Option<Action> {
        self.ticks.next().map(|at| Action::WakeAfter(at.saturating_sub(self.now())))
    }
}
