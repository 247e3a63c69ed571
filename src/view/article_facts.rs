//! What other programs are told of a fetched article; the loader's `reading/facts.js` puts it where search engines look.

use std::rc::Rc;

use yew::prelude::*;

use super::structured_data::{Setting, json_ld};
use crate::domain::article::Article;

/// What the facts are made of.
#[derive(Properties, PartialEq)]
pub struct ArticleFactsProps {
    /// The article.
    pub article: Rc<Article>,
    /// The page's address.
    pub url: AttrValue,
    /// How many comments are shown, once that is known.
    pub comments: Option<usize>,
}

/// The JSON-LD of an article as a value, for nobody to see: apart from the article, which is not drawn again when a comment comes.
#[component]
pub fn ArticleFacts(props: &ArticleFactsProps) -> Html {
    let setting = Setting { url: &props.url, comments: props.comments };
    let json = json_ld(&props.article, &setting);
    json.map(|json| html! { <data class="article-widget-facts" hidden=true value={json}></data> }).unwrap_or_default()
}
