//! Shows an article: headline, byline, dates, lead picture, text. The classes of microformats say to other programs what is what.

use std::rc::Rc;

use yew::prelude::*;

use super::article_dates::{Days, dates};
use super::messages::article::READING_TIME;
use super::safe_html::{lead_html, safe_html};
use super::spoken_words::{Words, words};
use crate::domain::article::{Article, LeadPicture};
use crate::domain::messages::Messages;

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
}

/// The content of the light-DOM `<article>`: the header, then the text. The element around it belongs to the root.
#[component]
pub fn ArticleContent(props: &ArticleContentProps) -> Html {
    let article = &*props.article;
    let language = article.language.clone();
    let direction = article.direction;
    html! {
        <>
            <header class="article-header" lang={language.clone()} dir={direction}>
                if let Some(headline) = &article.headline {
                    <h1 class="p-name">{ headline }</h1>
                }
                { byline(article, props) }
            </header>
            <div class="article-body e-content" lang={language} dir={direction}>
                { for article.lead.as_ref().map(|picture| lead(picture, &props.messages)) }
                { safe_html(&article.blocks, &props.messages) }
            </div>
        </>
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
