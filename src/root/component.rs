//! The root component: shows the mounted widget, and gives its state to the views.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::mount::Mount;
use super::mounted::Mounted;
use super::msg::RootMsg;
use crate::app;
use crate::app::App;
use crate::app::article::ArticleStatus;
use crate::app::msg::{ArticleMsg, ComposerMsg, PageMsg};
use crate::parts;
use crate::view::article_state::{article_notice, article_skeleton};
use crate::view::formatting_place::take_wish;
use crate::view::header_ad::header_ad;
use crate::view::mount_points::{MountPoints, portals};
use crate::view::thread::thread;
use crate::widget::{Msg, Part};

/// What the page gives the root.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The elements to draw into.
    pub points: MountPoints,
    /// The widget to show, if any. Between two there is always none.
    pub mount: Option<Mount>,
}

/// Shows one widget after the other.
pub struct Root {
    mounted: Option<Mounted>,
    /// The next one, until the page had its turn: to mount it takes as long as to begin and draw it.
    next: Option<Next>,
    /// How many widgets have been shown, as a key: one that takes another's place must not find what was typed into its fields.
    mounts: u32,
    dispatch: Callback<Msg>,
}

/// A widget that is to begin.
struct Next {
    /// Rings when the page had its turn.
    _timer: Timeout,
    /// What has happened to it meanwhile.
    waiting: Vec<RootMsg>,
}

impl Component for Root {
    type Message = RootMsg;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { mounted: None, next: next(ctx), mounts: 0, dispatch: ctx.link().callback(RootMsg::Widget) }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &RootProps) -> bool {
        self.keep_written();
        (self.mounted, self.next) = (None, next(ctx));
        self.mounts = self.mounts.wrapping_add(1);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: RootMsg) -> bool {
        if let Some(next) = self.next.take_if(|_| matches!(msg, RootMsg::Begin)) {
            self.mounted = begin(ctx);
            ctx.link().send_message_batch(next.waiting);
            return true;
        }
        let Some(mounted) = &mut self.mounted else {
            if let Some(next) = &mut self.next {
                next.waiting.push(msg);
            }
            return false;
        };
        // What is typed stands in its field already. Drawing it changes only which texts of other pages can be used.
        let shows = !is_typing(&msg) || mounted.has_other_drafts();
        mounted.follow(msg);
        shows || mounted.has_other_drafts() || mounted.waits_for_drawing()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let points = &ctx.props().points;
        let Some(mounted) = &self.mounted else {
            return portals(points, Html::default(), Html::default(), Html::default(), Html::default());
        };
        let app = &mounted.widget.app;
        let drawing = format!("{} {}", self.mounts, mounted.drawing.number());
        let (above, article) = article(app, drawing, mounted.language(), &self.dispatch);
        let placeholder = if app.config.placeholder { header_ad() } else { Html::default() };
        let panel = mounted.panel(&self.dispatch);
        let thread = thread(&mounted.widget, &mounted.page, (panel, mounted.views), &self.dispatch);
        let thread = html! { <div key={self.mounts} class={column(app)}>{ thread }</div> };
        portals(points, thread, above, article, placeholder)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(mounted) = &mut self.mounted {
            mounted.was_drawn();
        }
        if take_wish() {
            ctx.link().send_message(RootMsg::Widget(Part::Formatting.into()));
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.keep_written();
    }
}

/// Lets the page have its turn before the widget begins that is to be shown, if any.
fn next(ctx: &Context<Root>) -> Option<Next> {
    let link = ctx.link().clone();
    let timer = || Timeout::new(0, move || link.send_message(RootMsg::Begin));
    ctx.props().mount.is_some().then(|| Next { _timer: timer(), waiting: Vec::new() })
}

/// Begins to show the widget that is to be shown, if any.
fn begin(ctx: &Context<Root>) -> Option<Mounted> {
    let RootProps { points, mount } = ctx.props();
    let link = ctx.link().clone();
    mount.clone().map(|mount| Mounted::begin(points.clone(), mount, move |msg| link.send_message(msg)))
}

impl Root {
    /// What was typed in the last second is kept before the widget goes.
    fn keep_written(&mut self) {
        if let Some(leaving) = &mut self.mounted {
            leaving.follow(RootMsg::Widget(PageMsg::Hidden.into()));
        }
    }
}

/// Whether a `Msg` says what is typed in a composer.
fn is_typing(msg: &RootMsg) -> bool {
    matches!(msg, RootMsg::Widget(Msg::App(app::Msg::Composer(ComposerMsg::Typed { .. }))))
}

/// The classes of what stands around the thread: with a fetched article it has the article's width.
fn column(app: &App) -> &'static str {
    if app.config.src.is_some() { "widget with-article" } else { "widget" }
}

/// What stands above the article, and the article.
fn article(app: &App, drawing: String, language: &str, dispatch: &Callback<Msg>) -> (Html, Html) {
    let above = |what: Html| (html! { <div class={column(app)}>{ what }</div> }, Html::default());
    let messages = &app.config.messages;
    match app.article.status() {
        ArticleStatus::OnPage => Default::default(),
        ArticleStatus::Loading => above(article_skeleton(messages)),
        ArticleStatus::Ready(ready) => (
            Html::default(),
            parts::article_if_here().map(|part| (part.draw)(drawing, ready, app, language)).unwrap_or_default(),
        ),
        ArticleStatus::Failed(error) => {
            let on_retry = dispatch.reform(|_: MouseEvent| ArticleMsg::PressedRetry.into());
            let failure = parts::article_if_here().map(|part| (part.failure)(*error));
            above(article_notice(failure, messages, on_retry))
        }
    }
}
