//! Articles: fetching, reading and drawing what `src` names.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::Missing;
use super::part::part;
use crate::app::App;
use crate::browser::fetching::Load;
use crate::browser::{article_source, local_dates, turns};
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::view::article::{ArticleContent, Turns};
use crate::view::article_dates::Days;
use crate::view::article_facts::article_facts;
use crate::view::messages::Message;
use crate::view::messages::article::failure;
use crate::view::structured_data::Setting;

/// Takes the article, or why there is none.
type Report = Box<dyn FnOnce(Result<Rc<Article>, ArticleError>)>;

/// The functions for articles, and their looks. What reads a kind of source is fetched for itself.
#[derive(Clone, Copy, Debug)]
pub struct ArticleCode {
    /// Starts to fetch the article at an address (relative to the page), and reports once how it went. Dropping what it gives ends the
    /// request.
    pub load: fn(String, Report) -> Load,
    /// Draws an article and what other programs are told of it: the content of its element in the page. The key is another for each
    /// drawing; the language tag is that of the reader's page, empty if none is said.
    pub draw: fn(String, &Rc<Article>, &App, &str) -> Html,
    /// What is said where one did not come.
    pub failure: fn(ArticleError) -> &'static Message,
    /// The style sheet of articles. All of it is in a cascade layer, so that any rule of the page wins.
    pub sheet: &'static str,
}

static ARTICLE: ArticleCode = ArticleCode {
    load,
    draw,
    failure,
    sheet: concat!(
        include_str!(concat!(env!("OUT_DIR"), "/styles/article.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/embed_card.css")),
    ),
};

fn load(src: String, report: Report) -> Load {
    article_source::load_article(src, super::readers::reader_of, |result| report(result.map(Rc::new)))
}

fn draw(key: String, article: &Rc<Article>, app: &App, language: &str) -> Html {
    let days = Days { language: language.to_owned(), write: Some(local_dates::day) };
    let comments = app.is_shown().then(|| app.thread().count());
    let messages = app.config.messages.clone();
    // The days are drawn anew in another language.
    let shown = format!("{key} {language}");
    html! {
        <>
            <ArticleContent key={shown} article={Rc::clone(article)} {messages} {days} turns={Turns { later: Some(turns::later) }} />
            { article_facts(article, &Setting { url: &app.config.url, comments }) }
        </>
    }
}

/// The part, which is named like what fetches it.
mod fetched {
    use super::{ARTICLE, ArticleCode};

    super::part! {
        /// Fetches what articles need.
        pub(super) fn article() -> ArticleCode = ARTICLE
    }
}

thread_local! {
    static HERE: Cell<Option<&'static ArticleCode>> = const { Cell::new(None) };
}

/// Fetches what articles need, unless it is here.
///
/// # Errors
/// [`Missing`], if it could not be had. The next call tries again.
pub async fn article() -> Result<&'static ArticleCode, Missing> {
    let code = fetched::article().await?;
    HERE.set(Some(code));
    Ok(code)
}

/// What articles need, if it is here.
pub fn article_if_here() -> Option<&'static ArticleCode> {
    if cfg!(feature = "split") { HERE.get() } else { Some(&ARTICLE) }
}
