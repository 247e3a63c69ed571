//! Shows an article: headline, byline, dates, lead picture, text. The classes of microformats say to other programs what is what.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

use super::article_dates::{Days, dates};
use super::block_group::{BlockGroup, ends_of_groups};
use super::messages::article::READING_TIME;
use super::safe_html::{lead_html, safe_html};
use super::spoken_words::{Words, words};
use crate::domain::article::{Article, LeadPicture};
use crate::domain::messages::Messages;

/// Calls back when the page had its turn, unless what it gives is dropped before.
pub type Later = fn(Box<dyn FnOnce()>) -> Box<dyn Any>;

/// How the page gets its turn while a long article is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turns {
    /// Waits for it; without that all is drawn at once.
    pub later: Option<Later>,
}

impl PartialEq for Turns {
    fn eq(&self, other: &Self) -> bool {
        self.later.is_some() == other.later.is_some()
    }
}

/// What an article's view needs.
#[derive(Properties, PartialEq)]
pub struct ArticleContentProps {
    /// The article.
    pub article: Rc<Article>,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
    /// How days are written out.
    #[prop_or_default]
    pub days: Days,
    /// How the page gets its turn.
    #[prop_or_default]
    pub turns: Turns,
}

/// The content of the light-DOM `<article>`: the header, then the text. The element around it belongs to the root.
#[derive(Debug)]
pub struct ArticleContent {
    /// What stands above the blocks, which is the same while they come.
    header: Html,
    lead: Html,
    /// Where each group of blocks ends.
    ends: Vec<usize>,
    /// How many of them are drawn.
    drawn: usize,
    /// What rings when the page had its turn.
    turn: Option<Box<dyn Any>>,
}

/// The page had its turn, and the next group of blocks is to be drawn.
#[derive(Debug)]
pub struct GotTurn;

impl Component for ArticleContent {
    type Message = GotTurn;
    type Properties = ArticleContentProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let ends = ends_of_groups(&props.article.blocks);
        let drawn = if props.turns.later.is_some() { 1 } else { ends.len() };
        let lead = props.article.lead.as_ref().map(|picture| lead(picture, &props.messages)).unwrap_or_default();
        Self { header: header(props), lead, ends, drawn, turn: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &ArticleContentProps) -> bool {
        *self = <Self as Component>::create(ctx);
        true
    }

    fn update(&mut self, _ctx: &Context<Self>, GotTurn: GotTurn) -> bool {
        self.drawn += 1;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let is_busy = (self.drawn < self.ends.len()).then_some("true");
        let groups = self.ends.iter().take(self.drawn).scan(0, |start, end| {
            let from = std::mem::replace(start, *end);
            let (article, messages) = (Rc::clone(&props.article), props.messages.clone());
            // Without keys they are told apart from the last to the first, and each is drawn anew when one comes.
            Some(html! { <BlockGroup key={from} {article} {from} to={*end} {messages} /> })
        });
        html! {
            <>
                { self.header.clone() }
                <div class="article-body e-content" lang={props.article.language.clone()} dir={props.article.direction} aria-busy={is_busy}>
                    { self.lead.clone() }
                    { groups.collect::<Html>() }
                </div>
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        self.turn = ctx.props().turns.later.filter(|_| self.drawn < self.ends.len()).map(|later| {
            let link = ctx.link().clone();
            later(Box::new(move || link.send_message(GotTurn)))
        });
    }
}

fn header(props: &ArticleContentProps) -> Html {
    let article = &*props.article;
    html! {
        <header class="article-header" lang={article.language.clone()} dir={article.direction}>
            if let Some(headline) = &article.headline {
                <h1 class="p-name">{ headline }</h1>
            }
            { byline(article, props) }
        </header>
    }
}

// The spaces between the parts keep them apart where the page's own style draws them in one line.
fn byline(article: &Article, ArticleContentProps { messages, days, .. }: &ArticleContentProps) -> Html {
    let minutes = usize::try_from(article.minutes).unwrap_or(usize::MAX);
    let reading_time = READING_TIME.count(messages, minutes);
    let Words { language, direction } = words(READING_TIME, messages);
    html! {
        <p class="byline">
            if let Some(name) = &article.byline {
                <span class="byline-name p-author h-card" dir="auto">{ name }</span>{ " " }
            }
            { dates(article, days, messages) }
            <span class="reading-time" lang={language} dir={direction}>{ reading_time }</span>
        </p>
    }
}

fn lead(lead: &LeadPicture, messages: &Messages) -> Html {
    html! {
        <figure class="article-lead">
            { lead_html(&lead.picture, messages) }
            if !lead.caption.is_empty() {
                <figcaption>{ safe_html(&lead.caption, messages) }</figcaption>
            }
        </figure>
    }
}
