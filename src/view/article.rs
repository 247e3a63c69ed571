//! Shows an article: headline, byline, date, lead picture, text.

use std::rc::Rc;

use yew::prelude::*;

use super::article_wording;
use super::safe_html::{lead_html, safe_html};
use crate::domain::article::{Article, LeadPicture, Published};

/// What an article's view needs.
#[derive(Properties, PartialEq)]
pub struct ArticleContentProps {
    /// The article.
    pub article: Rc<Article>,
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
                { byline(article) }
            </header>
            <div class="article-body" lang={language} dir={direction}>
                { for article.lead.as_ref().map(lead) }
                { safe_html(&article.blocks) }
            </div>
        </>
    }
}

// The spaces between the parts keep them apart where the page's own style draws them in one line.
fn byline(article: &Article) -> Html {
    html! {
        <p class="byline">
            if let Some(name) = &article.byline {
                <span class="byline-name" dir="auto">{ name }</span>{ " " }
            }
            { for article.published.as_ref().map(published) }
            <span class="reading-time" lang="en" dir="ltr">{ article_wording::reading_time(article.minutes) }</span>
        </p>
    }
}

fn published(published: &Published) -> Html {
    html! { <><time datetime={published.datetime.clone()}>{ &published.text }</time>{ " " }</> }
}

fn lead(lead: &LeadPicture) -> Html {
    html! {
        <figure class="article-lead">
            { lead_html(&lead.picture) }
            if !lead.caption.is_empty() {
                <figcaption>{ safe_html(&lead.caption) }</figcaption>
            }
        </figure>
    }
}
