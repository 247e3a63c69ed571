//! One widget that is shown: its model, the browser side of it, and what follows from each `Msg`.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::HtmlElement;

use super::drawing::Drawing;
use super::mount::Mount;
use crate::app::host_call::HostResult;
use crate::browser::effect_runner::EffectRunner;
use crate::browser::{environment, local_dates, quota};
use crate::domain::timestamp::Timestamp;
use crate::view::mount_points::MountPoints;
use crate::view::page_language::{PageLanguage, spoken};
use crate::widget::{Effect, Msg, Widget};
use crate::{app, manage};

/// One widget.
pub(super) struct Mounted {
    host: HtmlElement,
    pub(super) widget: Widget,
    effect_runner: EffectRunner,
    pub(super) page: PageLanguage,
    /// The language tag that `page` was made for; empty if none is said.
    language: String,
    points: MountPoints,
    count: Rc<Cell<usize>>,
    pub(super) drawing: Drawing,
    /// The effects that are run once what was changed has been drawn.
    after_drawing: Vec<Effect>,
    /// Whether this widget is still shown: `Msg`s that come of its effects later are for no other.
    stays: Rc<Cell<bool>>,
}

impl Mounted {
    /// A widget that begins to be shown in these elements. Its `Msg`s go to `deliver`.
    pub(super) fn begin(points: MountPoints, mount: Mount, deliver: impl Fn(Msg) + 'static) -> Self {
        let Mount { host, config, count } = mount;
        let stays = Rc::new(Cell::new(true));
        let is_for_us = Rc::clone(&stays);
        let send: Rc<dyn Fn(Msg)> = Rc::new(move |msg| {
            if is_for_us.get() {
                deliver(msg);
            }
        });
        send(app::Msg::Started.into());
        let mut widget = Widget::new(config, environment::now());
        widget.app.notices.browser_forgets(quota::forgets_after_seven_days());
        let effect_runner = EffectRunner::new(host.clone(), points.thread.clone(), widget.app.config.storage, send);
        let language = local_dates::language(&host);
        let page = PageLanguage { dates: dates(language.clone()), readers: None };
        let mut mounted = Self {
            host,
            widget,
            effect_runner,
            page,
            language,
            points,
            count,
            drawing: Drawing::default(),
            after_drawing: Vec::new(),
            stays,
        };
        mounted.speak();
        mounted
    }

    /// Follows a `Msg`.
    pub(super) fn follow(&mut self, msg: Msg) {
        let is_changed = matches!(msg, Msg::App(app::Msg::ChangedConfig(_)));
        let effects = environment::with_env(|env| self.widget.update(msg, env));
        if is_changed {
            self.follow_language();
        }
        let app = &self.widget.app;
        self.drawing.follow(app);
        self.count.set(if app.is_ready() { app.thread().count() } else { 0 });
        for effect in effects {
            match effect {
                Effect::App(
                    app::Effect::Focus(_)
                    | app::Effect::FillComposer { .. }
                    | app::Effect::DispatchEvent { .. }
                    | app::Effect::RestoreScroll
                    | app::Effect::Settle { result: HostResult::Done, .. },
                )
                | Effect::Manage(manage::Effect::Focus(_)) => self.after_drawing.push(effect),
                effect => self.effect_runner.run(effect),
            }
        }
    }

    /// Whether there are effects that are run once what was changed has been drawn.
    pub(super) fn waits_for_drawing(&self) -> bool {
        !self.after_drawing.is_empty()
    }

    /// Runs the effects that waited for a drawing.
    pub(super) fn was_drawn(&mut self) {
        for effect in std::mem::take(&mut self.after_drawing) {
            self.effect_runner.run(effect);
        }
    }

    /// Writes every date anew, if the embedder changed the language.
    fn follow_language(&mut self) {
        let language = local_dates::language(&self.host);
        if language != self.language {
            self.page.dates = dates(language.clone());
            self.language = language;
        }
        self.speak();
    }

    /// Whether there are texts of other pages.
    pub(super) fn has_other_drafts(&self) -> bool {
        self.widget.app.discussion().has_other_drafts()
    }

    /// Marks the widget's elements, and what readers write, with their languages.
    fn speak(&mut self) {
        let (messages, readers) = spoken(&self.language, &self.widget.app.config.messages);
        self.points.speak(messages.as_deref());
        self.page.readers = readers;
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.stays.set(false);
    }
}

/// How dates are written out in a language.
fn dates(language: String) -> Rc<dyn Fn(Timestamp) -> String> {
    Rc::new(move |at| local_dates::written_out(at, &language))
}
