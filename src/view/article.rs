//! Shows an article: headline, byline, date, lead picture, text.

use std::rc::Rc;

use yew::prelude::*;

use super::messages::article::READING_TIME;
use super::safe_html::{lead_html, safe_html};
use crate::domain::article::{Article, LeadPicture, Published};
use crate::domain::messages::Messages;

/// What an article's view needs.
#[derive(Properties, PartialEq)]
pub struct ArticleContentProps {
    /// The article.
    pub article: Rc<Article>,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
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
                    <h1>{ headline }</h1>
                }
                { byline(article, &props.messages) }
            </header>
            <div class="article-body" lang={language} dir={direction}>
                { for article.lead.as_ref().map(|picture| lead(picture, &props.messages)) }
                { safe_html(&article.blocks, &props.messages) }
            </div>
        </>
    }
}

// The spaces between the parts keep them apart where the page's own style draws them in one line.
fn byline(article: &Article, messages: &Messages) -> Html {
    let minutes = usize::try_from(article.minutes).unwrap_or(usize::MAX);
    let reading_time = READING_TIME.count(messages, minutes);
    // The article may be in another language than the widget.
    let (language, direction) = match messages.text(READING_TIME.key()) {
        // The language of the page's messages is unknown (`""`) where the page does not say; it is never the article's.
        Some(_) => (Some(AttrValue::from(messages.language().unwrap_or_default().to_owned())), "auto"),
        None => (Some(AttrValue::Static("en")), "ltr"),
    };
    html! {
        <p class="byline">
            if let Some(name) = &article.byline {
                <span class="byline-name" dir="auto">{ name }</span>{ " " }
            }
            { for article.published.as_ref().map(published) }
            <span class="reading-time" lang={language} dir={direction}>{ reading_time }</span>
        </p>
    }
}

fn published(published: &Published) -> Html {
    html! { <><time datetime={published.datetime.clone()}>{ &published.text }</time>{ " " }</> }
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
