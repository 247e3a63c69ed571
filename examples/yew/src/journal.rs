//! The page: everything on it that is not the widget, and where the widget is.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::article::{ARTICLES, Article};
use crate::discussion::Discussion;

/// What can happen on the page.
pub enum Msg {
    /// The reader turned to an article, counted from 0.
    Turned(usize),
    /// They turned this many articles on, or back.
    Stepped(isize),
    /// They hid the article and its discussion, or showed it again.
    Hid,
    /// They moved it above the list of articles, or below again.
    Moved,
    /// They typed in the search field.
    Searched(String),
    /// They left an address for the newsletter.
    Subscribed,
    /// They clicked anywhere but in the article.
    Clicked,
    /// They posted a comment.
    Posted,
}

/// The state of the page. The widget knows nothing of it: it stays as it is while all of this is drawn anew around it.
pub struct Journal {
    /// One for all drawings, so that the discussion is drawn anew only where it is another.
    onposted: Callback<()>,
    at: usize,
    hidden: bool,
    on_top: bool,
    search: String,
    subscribed: bool,
    clicks: u32,
    posted: u32,
}

impl Component for Journal {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            onposted: ctx.link().callback(|()| Msg::Posted),
            at: 0,
            hidden: false,
            on_top: false,
            search: String::new(),
            subscribed: false,
            clicks: 0,
            posted: 0,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Turned(at) => self.at = at,
            Msg::Stepped(by) => self.at = self.at.saturating_add_signed(by).min(ARTICLES.len() - 1),
            Msg::Hid => self.hidden = !self.hidden,
            Msg::Moved => self.on_top = !self.on_top,
            Msg::Searched(text) => self.search = text,
            Msg::Subscribed => self.subscribed = true,
            Msg::Clicked => self.clicks += 1,
            Msg::Posted => self.posted += 1,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        // With a key on each of its neighbours too, Yew moves what has another place now, and the widget with all that is in it.
        let mut parts = vec![self.view_list(ctx), self.view_newsletter(ctx), self.view_discussion()];
        if self.on_top {
            parts.rotate_right(1);
        }
        html! {
            <div class="journal" tabindex="-1" onclick={ctx.link().callback(|_| Msg::Clicked)}
                onkeydown={ctx.link().batch_callback(|event: KeyboardEvent| shortcut(&event))}>
                { self.view_bar(ctx) }
                { for parts }
            </div>
        }
    }
}

impl Journal {
    fn view_bar(&self, ctx: &Context<Self>) -> Html {
        html! {
            <div class="bar" key="bar">
                <button id="hide" type="button" aria-pressed={self.hidden.to_string()} onclick={ctx.link().callback(|_| Msg::Hid)}>
                    { "Hide the article" }
                </button>
                <button id="move" type="button" aria-pressed={self.on_top.to_string()} onclick={ctx.link().callback(|_| Msg::Moved)}>
                    { "Article first" }
                </button>
                <p id="clicks">{ format!("Clicks: {}", self.clicks) }</p>
                <p id="posted">{ format!("Posted: {}", self.posted) }</p>
                <p>{ "Keys: j and k turn the pages, h hides." }</p>
            </div>
        }
    }

    fn view_list(&self, ctx: &Context<Self>) -> Html {
        let oninput = ctx.link().callback(|event: InputEvent| {
            Msg::Searched(event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default())
        });
        let sought = self.search.to_lowercase();
        let found = ARTICLES.iter().enumerate().filter(|(_, article)| article.title.to_lowercase().contains(&sought));
        let link = |(at, article): (usize, &Article)| {
            let onclick = ctx.link().callback(move |_| Msg::Turned(at));
            html! { <button key={article.thread} type="button" aria-pressed={(at == self.at).to_string()} {onclick}>{ article.title }</button> }
        };
        html! {
            <nav class="bar" key="list" aria-label="Articles">
                <input key="search" id="search" type="search" aria-label="Search" placeholder="Search" {oninput} />
                { for found.map(link) }
            </nav>
        }
    }

    fn view_newsletter(&self, ctx: &Context<Self>) -> Html {
        let onsubmit = ctx.link().callback(|event: SubmitEvent| {
            event.prevent_default();
            Msg::Subscribed
        });
        html! {
            <form class="bar" key="newsletter" id="newsletter" {onsubmit}>
                <input type="email" aria-label="Address" placeholder="Address" required=true />
                <button type="submit">{ "Subscribe" }</button>
                if self.subscribed {
                    <p id="subscribed">{ "Thank you. Nothing was sent: this is an example." }</p>
                }
            </form>
        }
    }

    fn view_discussion(&self) -> Html {
        let article = ARTICLES.get(self.at).filter(|_| !self.hidden);
        let onposted = self.onposted.clone();
        article.map_or_else(
            || html! { <p key="hidden">{ "The article is hidden." }</p> },
            |article| html! { <Discussion key="discussion" {article} {onposted} /> },
        )
    }
}

/// What a key means, unless it is typed into a field of the page or is the browser's. What is typed in the widget is never heard here.
fn shortcut(event: &KeyboardEvent) -> Option<Msg> {
    let is_the_browsers = event.ctrl_key() || event.meta_key() || event.alt_key();
    if is_the_browsers || event.target_dyn_into::<HtmlInputElement>().is_some() {
        return None;
    }
    match event.key().as_str() {
        "j" => Some(Msg::Stepped(1)),
        "k" => Some(Msg::Stepped(-1)),
        "h" => Some(Msg::Hid),
        _ => None,
    }
}
