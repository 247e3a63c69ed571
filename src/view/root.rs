//! The root component: holds the widget, runs its effects, and gives its state to the views.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::article::ArticleContent;
use super::article_state::{ArticleNotice, ArticleSkeleton};
use super::header_ad::header_ad;
use super::mount_points::{MountPoints, Portals};
use super::page_language::{PageLanguage, spoken};
use super::thread::thread;
use crate::app::App;
use crate::app::article::ArticleStatus;
use crate::app::config::Config;
use crate::app::host_call::HostResult;
use crate::app::msg::{ArticleMsg, ComposerMsg, PageMsg};
use crate::browser::effect_runner::EffectRunner;
use crate::browser::{environment, local_dates, quota};
use crate::domain::article::Article;
use crate::domain::messages::Messages;
use crate::domain::timestamp::Timestamp;
use crate::widget::{Effect, Msg, Widget};
use crate::{app, manage};

/// What the page gives the root.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The elements to draw into.
    pub points: MountPoints,
    /// The widget to show, if any. Between two there is always none.
    pub mount: Option<Mount>,
}

/// A widget to be mounted.
#[derive(Clone, Debug, PartialEq)]
pub struct Mount {
    /// The `<article-widget>` element.
    pub host: HtmlElement,
    /// The attributes at the start.
    pub config: Config,
    /// Takes how many comments are shown; 0 until the thread has been read.
    pub count: Rc<Cell<usize>>,
}

/// Shows one widget after the other.
pub struct Root {
    mounted: Option<Mounted>,
    /// How many widgets have been shown, as a key: one that takes another's place must not find what was typed into its fields.
    mounts: u32,
    dispatch: Callback<Msg>,
}

/// One widget.
struct Mounted {
    host: HtmlElement,
    widget: Widget,
    effect_runner: EffectRunner,
    page: PageLanguage,
    /// The language tag that `page` was made for; empty if none is said.
    language: String,
    points: MountPoints,
    count: Rc<Cell<usize>>,
    drawing: Drawing,
    /// The effects that are run once what was changed has been drawn.
    after_drawing: Vec<Effect>,
    /// Whether this widget is still shown: `Msg`s that come of its effects later are for no other.
    stays: Rc<Cell<bool>>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { mounted: Mounted::begin(ctx), mounts: 0, dispatch: ctx.link().callback(|msg| msg) }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &RootProps) -> bool {
        self.keep_written();
        self.mounted = Mounted::begin(ctx);
        self.mounts = self.mounts.wrapping_add(1);
        true
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        let Some(mounted) = &mut self.mounted else {
            return false;
        };
        // What is typed stands in its field already. Drawing it changes only which texts of other pages can be used.
        let shows = !is_typing(&msg) || mounted.has_other_drafts();
        mounted.follow(msg);
        shows || mounted.has_other_drafts() || !mounted.after_drawing.is_empty()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let points = &ctx.props().points;
        let Some(Mounted { widget, page, drawing, .. }) = &self.mounted else {
            return html! { <Portals points={points.clone()} /> };
        };
        let Widget { app, manage } = widget;
        let (above, article) = article(app, &format!("{} {}", self.mounts, drawing.number), &self.dispatch);
        let placeholder = if app.config.placeholder { header_ad() } else { Html::default() };
        html! {
            <Portals points={points.clone()} {above} {article} {placeholder}>
                <ContextProvider<PageLanguage> key={self.mounts} context={page.clone()}>
                    <div class={column(app)}>{ thread(app, manage, &self.dispatch) }</div>
                </ContextProvider<PageLanguage>>
            </Portals>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if let Some(mounted) = &mut self.mounted {
            for effect in std::mem::take(&mut mounted.after_drawing) {
                mounted.effect_runner.run(effect);
            }
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.keep_written();
    }
}

impl Root {
    /// What was typed in the last second is kept before the widget goes.
    fn keep_written(&mut self) {
        if let Some(leaving) = &mut self.mounted {
            leaving.follow(PageMsg::Hidden.into());
        }
    }
}

impl Mounted {
    fn begin(ctx: &Context<Root>) -> Option<Self> {
        let RootProps { points, mount } = ctx.props();
        let Mount { host, config, count } = mount.clone()?;
        let link = ctx.link().clone();
        let stays = Rc::new(Cell::new(true));
        let is_for_us = Rc::clone(&stays);
        let send: Rc<dyn Fn(Msg)> = Rc::new(move |msg| {
            if is_for_us.get() {
                link.send_message(msg);
            }
        });
        send(app::Msg::Started.into());
        let mut widget = Widget::new(config, environment::now());
        widget.app.notices.browser_forgets(quota::forgets_after_seven_days());
        let effect_runner = EffectRunner::new(host.clone(), points.thread.clone(), widget.app.config.storage, send);
        let language = local_dates::language(&host);
        let page = PageLanguage { dates: dates(language.clone()), readers: None };
        let points = points.clone();
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
        Some(mounted)
    }

    fn follow(&mut self, msg: Msg) {
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

    /// Writes every date anew, if the embedder changed the language.
    fn follow_language(&mut self) {
        let language = local_dates::language(&self.host);
        if language != self.language {
            self.page.dates = dates(language.clone());
            self.language = language;
        }
        self.speak();
    }

    fn has_other_drafts(&self) -> bool {
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

/// Whether a `Msg` says what is typed in a composer.
fn is_typing(msg: &Msg) -> bool {
    matches!(msg, Msg::App(app::Msg::Composer(ComposerMsg::Typed { .. })))
}

/// Counts the drawings of the article. A script of the page may have changed its elements, so each new drawing replaces them as a
/// whole and is never compared with them.
#[derive(Default)]
struct Drawing {
    number: u32,
    article: Option<Rc<Article>>,
    messages: Messages,
}

impl Drawing {
    fn follow(&mut self, app: &App) {
        let article = match app.article.status() {
            ArticleStatus::Ready(article) => Some(article),
            _ => None,
        };
        let is_same =
            article.map(Rc::as_ptr) == self.article.as_ref().map(Rc::as_ptr) && app.config.messages == self.messages;
        if !is_same {
            (self.article, self.messages) = (article.cloned(), app.config.messages.clone());
            self.number = self.number.wrapping_add(1);
        }
    }
}

/// The classes of what stands around the thread: with a fetched article it has the article's width.
fn column(app: &App) -> &'static str {
    if app.config.src.is_some() { "widget with-article" } else { "widget" }
}

/// What stands above the article, and the article.
fn article(app: &App, drawing: &str, dispatch: &Callback<Msg>) -> (Html, Html) {
    let above = |what: Html| (html! { <div class={column(app)}>{ what }</div> }, Html::default());
    let messages = app.config.messages.clone();
    match app.article.status() {
        ArticleStatus::OnPage => Default::default(),
        ArticleStatus::Loading => above(html! { <ArticleSkeleton {messages} /> }),
        ArticleStatus::Ready(ready) => (
            Html::default(),
            html! { <ArticleContent key={drawing.to_owned()} article={Rc::clone(ready)} {messages} /> },
        ),
        ArticleStatus::Failed(error) => {
            let on_retry = dispatch.reform(|_: MouseEvent| ArticleMsg::PressedRetry.into());
            above(html! { <ArticleNotice error={*error} {messages} {on_retry} /> })
        }
    }
}

/// How dates are written out in a language.
fn dates(language: String) -> Rc<dyn Fn(Timestamp) -> String> {
    Rc::new(move |at| local_dates::written_out(at, &language))
}
