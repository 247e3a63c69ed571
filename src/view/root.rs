//! The root component: holds the model, runs the effects, hands the rest down.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::article::ArticleContent;
use super::article_state::{ArticleNotice, ArticleSkeleton};
use super::header_ad::header_ad;
use super::thread::thread;
use super::time_label::LocalDates;
use crate::app::config::Config;
use crate::app::model::ArticleStatus;
use crate::app::requests::Reply;
use crate::app::{Effect, Model, Msg, update};
use crate::browser::orders::Orders;
use crate::browser::{local_dates, room, surroundings};

/// What the page gives the root.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The `<article-widget>` element.
    pub host: HtmlElement,
    /// The element in the shadow root that the component is mounted in.
    pub mount: Element,
    /// The element in the light DOM that takes the fetched article.
    pub article: Element,
    /// The element above the article that says that it is coming or is not to be had.
    pub place: Element,
    /// The element in the ad band that takes the placeholder.
    pub placeholder: Element,
    /// The attributes at the start.
    pub config: Config,
    /// Where it is said how many comments are shown.
    pub count: Rc<Cell<usize>>,
}

/// One widget.
pub struct Root {
    model: Model,
    orders: Orders,
    dispatch: Callback<Msg>,
    dates: LocalDates,
    /// The language that they are written out in.
    language: String,
    /// What needs the page as it will be.
    after_drawing: Vec<Effect>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let link = ctx.link().clone();
        let send: Rc<dyn Fn(Msg)> = Rc::new(move |message| link.send_message(message));
        ctx.link().send_message(Msg::Started);
        let language = local_dates::language(&props.host);
        let mut model = Model::new(props.config.clone(), surroundings::now());
        model.forgets = room::forgets_after_seven_days();
        Self {
            model,
            orders: Orders::new(props.host.clone(), props.mount.clone(), props.config.storage, send),
            dispatch: ctx.link().callback(|message| message),
            dates: dates(language.clone()),
            language,
            after_drawing: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        if matches!(message, Msg::ChangedConfig(_)) {
            self.follow_language(&ctx.props().host);
        }
        // What is typed is in its field; nothing else shows it, but which texts of other pages can be used.
        let shows = !matches!(message, Msg::Typed { .. }) || self.model.has_other_drafts();
        let effects = surroundings::with_env(|env| update(&mut self.model, message, env));
        ctx.props().count.set(if self.model.ready { self.model.thread.count() } else { 0 });
        self.carry_out(effects);
        shows || self.model.has_other_drafts() || !self.after_drawing.is_empty()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        html! {
            <ContextProvider<LocalDates> context={self.dates.clone()}>
                <div class={self.column()}>
                    { self.article(&props.article, &props.place) }
                    if self.model.config.placeholder {
                        { create_portal(header_ad(), props.placeholder.clone()) }
                    }
                    { thread(&self.model, &self.dispatch) }
                </div>
            </ContextProvider<LocalDates>>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        for effect in std::mem::take(&mut self.after_drawing) {
            self.orders.run(effect);
        }
    }
}

impl Root {
    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Focus(_)
                | Effect::FillForm { .. }
                | Effect::TellPage { .. }
                | Effect::Reply { reply: Reply::Obeyed, .. } => self.after_drawing.push(effect),
                effect => self.orders.run(effect),
            }
        }
    }

    /// Writes every date anew, if the embedder changed the language.
    fn follow_language(&mut self, host: &HtmlElement) {
        let language = local_dates::language(host);
        if language != self.language {
            self.dates = dates(language.clone());
            self.language = language;
        }
    }

    /// With a fetched article the thread has the article's width.
    fn column(&self) -> &'static str {
        if self.model.config.src.is_some() { "widget with-article" } else { "widget" }
    }

    fn article(&self, article: &Element, place: &Element) -> Html {
        let above = |what: Html| create_portal(html! { <div class={self.column()}>{ what }</div> }, place.clone());
        match &self.model.article {
            ArticleStatus::OnPage => Html::default(),
            ArticleStatus::Loading => above(html! { <ArticleSkeleton /> }),
            ArticleStatus::Ready(ready) => {
                create_portal(html! { <ArticleContent article={Rc::clone(ready)} /> }, article.clone())
            }
            ArticleStatus::Failed(error) => {
                let on_retry = self.dispatch.reform(|_: MouseEvent| Msg::PressedRetryArticle);
                above(html! { <ArticleNotice error={*error} {on_retry} /> })
            }
        }
    }
}

/// How dates are written out in a language.
fn dates(language: String) -> LocalDates {
    LocalDates(Rc::new(move |at| local_dates::written_out(at, &language)))
}
