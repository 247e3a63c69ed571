//! One widget that is shown: its model, the browser side of it, and what follows from each `Msg`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::{Callback, Html};

use super::article_fetch::ArticleFetch;
use super::drawing::Drawing;
use super::mount::Mount;
use super::msg::RootMsg;
use crate::app::msg::PageMsg;
use crate::browser::effect_runner::Runner;
use crate::browser::first_look::FirstLook;
use crate::browser::page_visibility::PageVisibility;
use crate::browser::rows::Held;
use crate::browser::{environment, host_calls, local_dates, primary, quota, sheets, sort_field};
use crate::domain::sort::Sort;
use crate::parts::{self, ManageCode, Missing};
use crate::view::engine_views::EngineViews;
use crate::view::mount_points::MountPoints;
use crate::view::page_language::{PageLanguage, spoken};
use crate::widget::{Code, Effect, Msg, Part, Widget};
use crate::{app, manage};

/// One widget.
pub(super) struct Mounted {
    host: HtmlElement,
    pub(super) widget: Widget,
    /// The browser side, once the engine is here.
    runner: Option<Box<dyn Runner>>,
    /// What draws what has happened, once the engine is here.
    pub(super) views: Option<&'static EngineViews>,
    /// What is left to be read of the thread before the engine is here.
    first_look: Option<FirstLook>,
    /// What is to be done once it is: the page is told of what went wrong with the article.
    for_engine: RefCell<Vec<app::Effect>>,
    /// The code of "Your comments", once it is here.
    manage: Option<&'static ManageCode>,
    article: ArticleFetch,
    pub(super) page: PageLanguage,
    /// The language tag that `page` was made for; empty if none is said.
    language: String,
    points: MountPoints,
    count: Rc<Cell<usize>>,
    pub(super) drawing: Drawing,
    /// [`List::shifts`](app::list::List::shifts) when what is drawn began to change.
    shifts: u32,
    /// The row that stays where it is while others come or go, from the first change until it has been drawn.
    held: Option<Held>,
    /// The order that the field for it shows. A reader who is just choosing there is left alone as long as the order stays.
    sort: Option<Sort>,
    /// The effects that are run once what was changed has been drawn.
    after_drawing: Vec<Effect>,
    _visibility: PageVisibility,
    /// Where everything goes that happens to this widget.
    deliver: Rc<dyn Fn(RootMsg)>,
    /// Whether this widget is still shown: `Msg`s that come of its effects later are for no other.
    stays: Rc<Cell<bool>>,
}

impl Mounted {
    /// A widget that begins to be shown in these elements. What happens to it goes to `deliver`.
    pub(super) fn begin(points: MountPoints, mount: Mount, deliver: impl Fn(RootMsg) + 'static) -> Self {
        let Mount { host, config, count } = mount;
        let stays = Rc::new(Cell::new(true));
        let is_for_us = Rc::clone(&stays);
        let deliver: Rc<dyn Fn(RootMsg)> = Rc::new(move |msg| {
            if is_for_us.get() {
                deliver(msg);
            }
        });
        deliver(RootMsg::Widget(app::Msg::Started.into()));
        let mut widget = Widget::without_code(config, environment::now());
        widget.app.notices.browser_forgets(quota::forgets_after_seven_days());
        let language = local_dates::language(&host);
        let page = PageLanguage {
            dates: local_dates::writer(language.clone()),
            ages: local_dates::ages(language.clone()),
            readers: None,
        };
        let mut mounted = Self {
            host,
            widget,
            runner: None,
            views: None,
            first_look: None,
            for_engine: RefCell::default(),
            manage: None,
            article: ArticleFetch::default(),
            page,
            language,
            points,
            count,
            drawing: Drawing::default(),
            shifts: 0,
            held: None,
            sort: None,
            after_drawing: Vec::new(),
            _visibility: visibility(&deliver),
            deliver,
            stays,
        };
        mounted.speak();
        mounted.first_look = FirstLook::begin(&mut mounted.widget.app);
        mounted.look();
        mounted
    }

    /// Reads on what is shown before the engine is here, which reads the rest of it then.
    fn look(&mut self) {
        let Some(mut first_look) = self.first_look.take().filter(|_| self.runner.is_none()) else {
            return;
        };
        if first_look.go_on(&mut self.widget.app) {
            self.first_look = Some(first_look);
            let deliver = Rc::clone(&self.deliver);
            Timeout::new(0, move || deliver(RootMsg::HasTime)).forget();
        }
    }

    /// Follows what happened.
    pub(super) fn follow(&mut self, msg: RootMsg) {
        let (msg, changes_config) = match msg {
            // It has begun.
            RootMsg::Begin => return,
            RootMsg::HasTime => {
                self.look();
                return self.note();
            }
            RootMsg::Widget(msg) => {
                let changes_config = matches!(msg, Msg::App(app::Msg::ChangedConfig(_)));
                (msg, changes_config)
            }
            RootMsg::Engine(Ok(engine)) => {
                let (deliver, root) = (Rc::clone(&self.deliver), self.points.thread.clone());
                let send = Rc::new(move |msg| deliver(RootMsg::Widget(msg)));
                let runner = (engine.runner)(self.host.clone(), root, self.widget.app.config.storage, send);
                self.for_engine.take().into_iter().for_each(|effect| runner.run(effect));
                sheets::wear(&self.points.thread, engine.sheet);
                (self.runner, self.views) = (Some(runner), Some(engine.views));
                // Attributes may have changed while it was on its way.
                (Msg::Fetched(Code::Engine(engine.update)), true)
            }
            RootMsg::Manage(Ok(code)) => {
                self.manage = Some(code);
                sheets::wear(&self.points.thread, code.sheet);
                (Msg::Fetched(Code::Manage(code.update)), false)
            }
            RootMsg::Formatting(Ok(code)) => {
                (code.begin)(&self.points.thread);
                sheets::wear(&self.points.thread, code.sheet);
                (Msg::Fetched(Code::Formatting), false)
            }
            RootMsg::Formatting(Err(Missing)) => (Msg::Missed(Part::Formatting), false),
            RootMsg::Engine(Err(Missing)) => (Msg::Missed(Part::Engine), false),
            RootMsg::Manage(Err(Missing)) => (Msg::Missed(Part::Manage), false),
        };
        let effects = environment::with_env(|env| self.widget.update(msg, env));
        if changes_config {
            self.follow_language();
        }
        self.note();
        for effect in effects {
            match effect {
                Effect::App(effect) if effect.needs_drawing() => self.after_drawing.push(effect.into()),
                Effect::Manage(manage::Effect::Focus(_))
                // What is on the page already is drawn first.
                | Effect::Fetch(Part::Engine) => self.after_drawing.push(effect),
                effect => self.run(effect),
            }
        }
    }

    /// Takes note of what is shown now.
    fn note(&mut self) {
        let app = &self.widget.app;
        self.drawing.follow(app);
        let shifts = app.list.shifts();
        if self.shifts != shifts && self.held.is_none() {
            // Where nothing has been drawn yet, no row is to stay.
            self.held = (self.shifts > 0).then(|| Held::of(&self.points.thread));
            self.shifts = shifts;
        }
        self.count.set(if app.is_shown() { app.thread().count() } else { 0 });
    }

    fn run(&self, effect: Effect) {
        match effect {
            // The browser side knows nothing of parts.
            Effect::App(app::Effect::FetchArticle { src, attempt }) => {
                self.article.begin(src, attempt, Rc::clone(&self.deliver));
            }
            Effect::App(effect) => match &self.runner {
                Some(runner) => runner.run(effect),
                None => self.for_engine.borrow_mut().push(effect),
            },
            Effect::Manage(effect) => {
                if let (Some(code), Some(runner)) = (self.manage, &self.runner) {
                    (code.run)(runner.as_runner(), effect);
                }
            }
            Effect::Put { key, value } => primary::put(self.widget.app.config.storage, &key, &value),
            Effect::Fetch(part) => self.fetch(part),
            Effect::Refuse(ticket) => host_calls::refuse_call(ticket),
        }
    }

    /// Fetches a part of the module, and reports it or that it could not be had.
    fn fetch(&self, part: Part) {
        let deliver = Rc::clone(&self.deliver);
        spawn_local(async move {
            deliver(match part {
                Part::Engine => RootMsg::Engine(parts::engine().await),
                Part::Manage => RootMsg::Manage(parts::manage().await),
                Part::Formatting => RootMsg::Formatting(parts::formatting().await),
            });
        });
    }

    /// "Your comments", if it is open.
    pub(super) fn panel(&self, dispatch: &Callback<Msg>) -> Html {
        let Widget { app, manage, .. } = &self.widget;
        self.manage.map(|code| (code.view)(app, manage, &self.page, dispatch)).unwrap_or_default()
    }

    /// Whether there are effects that are run once what was changed has been drawn.
    pub(super) fn waits_for_drawing(&self) -> bool {
        !self.after_drawing.is_empty()
    }

    /// Runs the effects that waited for a drawing.
    pub(super) fn was_drawn(&mut self) {
        let sort = self.widget.app.sort();
        if self.sort.replace(sort) != Some(sort) {
            sort_field::show(&self.points.thread, sort);
        }
        if let Some(held) = self.held.take() {
            held.put_back();
        }
        for effect in std::mem::take(&mut self.after_drawing) {
            self.run(effect);
        }
    }

    /// Writes every date anew, if the embedder changed the language.
    fn follow_language(&mut self) {
        let language = local_dates::language(&self.host);
        if language != self.language {
            self.page.dates = local_dates::writer(language.clone());
            self.page.ages = local_dates::ages(language.clone());
            self.language = language;
        }
        self.speak();
    }

    /// The language tag of the page; empty if none is said.
    pub(super) fn language(&self) -> &str {
        &self.language
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

/// Tells the widget of the reader's coming and going. No timer rings while the page sleeps, so what was due then is done when it wakes.
fn visibility(deliver: &Rc<dyn Fn(RootMsg)>) -> PageVisibility {
    let (woken, hidden) = (Rc::clone(deliver), Rc::clone(deliver));
    PageVisibility::new(
        Rc::new(move || {
            for msg in [PageMsg::Woken.into(), app::Msg::Ticked.into(), manage::Msg::Ticked.into()] {
                woken(RootMsg::Widget(msg));
            }
        }),
        Rc::new(move || hidden(RootMsg::Widget(PageMsg::Hidden.into()))),
    )
}
