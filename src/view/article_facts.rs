//! What other programs are told of a fetched article; the loader's `reading/facts.js` puts it where search engines look.

use yew::prelude::*;

use super::structured_data::{Setting, json_ld};
use crate::domain::article::Article;

/// The JSON-LD of an article as a value, for nobody to see: apart from the article, which is not drawn again when a comment comes.
pub fn article_facts(article: &Article, setting: &Setting) -> Html {
    let json = json_ld(article, setting);
    json.map(|json| html! { <data key="facts" class="article-widget-facts" hidden=true value={json}></data> })
        .unwrap_or_default()
}
