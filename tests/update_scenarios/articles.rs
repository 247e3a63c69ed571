//! Fetching the article.

use std::rc::Rc;

use article_widget::app::article::ArticleStatus;
use article_widget::app::msg::ArticleMsg;
use article_widget::app::{App, Effect, Msg};
use article_widget::domain::article::Article;
use article_widget::domain::article_error::ArticleError;

use crate::support::Page;

fn with_src() -> Page {
    let mut page = Page::new(1);
    let mut config = page.widget.app.config.clone();
    config.src = Some("article.html".to_owned());
    page.widget.app = App::new(config, page.env.now);
    page
}

fn fetch(attempt: u32) -> Effect {
    Effect::FetchArticle { src: "article.html".to_owned(), attempt }
}

#[test]
fn the_pages_own_article_is_left_alone() {
    let mut page = Page::new(1);
    page.send(Msg::Started);
    assert_eq!(*page.widget.app.article.status(), ArticleStatus::OnPage);
    assert!(!page.effects().iter().any(|effect| matches!(effect, Effect::FetchArticle { .. })));
}

#[test]
fn an_article_is_fetched_and_shown() {
    let mut page = with_src();
    assert_eq!(*page.widget.app.article.status(), ArticleStatus::Loading);
    page.send(Msg::Started);
    assert!(page.effects().contains(&fetch(1)));
    let article = Rc::new(Article::default());
    page.send(ArticleMsg::Loaded { attempt: 1, result: Ok(Rc::clone(&article)) });
    assert_eq!(*page.widget.app.article.status(), ArticleStatus::Ready(article));
}

#[test]
fn a_failure_can_be_retried_while_the_thread_works() {
    let mut page = with_src();
    page.send(Msg::Started);
    page.send(ArticleMsg::Loaded { attempt: 1, result: Err(ArticleError::Network) });
    assert_eq!(*page.widget.app.article.status(), ArticleStatus::Failed(ArticleError::Network));
    page.post("Still here");
    page.effects();
    page.send(ArticleMsg::PressedRetry);
    assert_eq!(page.effects(), [fetch(2)]);
    assert_eq!(*page.widget.app.article.status(), ArticleStatus::Loading);
    page.send(ArticleMsg::Loaded { attempt: 1, result: Err(ArticleError::Empty) });
    assert_eq!(
        *page.widget.app.article.status(),
        ArticleStatus::Loading,
        "a late answer to the first attempt is dropped"
    );
}

#[test]
fn another_address_is_another_article() {
    let mut page = with_src();
    page.send(Msg::Started);
    page.effects();
    let mut config = page.widget.app.config.clone();
    config.src = Some("other.html".to_owned());
    page.send(Msg::ChangedConfig(Box::new(config.clone())));
    assert_eq!(page.effects(), [Effect::FetchArticle { src: "other.html".to_owned(), attempt: 2 }]);
    config.src = None;
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(*page.widget.app.article.status(), ArticleStatus::OnPage);
}
