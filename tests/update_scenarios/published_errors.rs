//! What is wrong with the file that a page publishes: said in one line, and the rest shown.

use article_widget::app::Msg;
use article_widget::app::msg::PublishedMsg;
use article_widget::app::published::PublishedError;
use article_widget::domain::article_error::ArticleError;

use crate::importing::{backup, publication};
use crate::published::{beside, naming, theirs};
use crate::support::Page;

#[test]
fn a_missing_file_and_an_empty_one_are_threads_without_comments() {
    let mut page = Page::new(2);
    page.widget.app.config.comments = Some("missing".to_owned());
    page.send(Msg::Started);
    assert!(!page.widget.app.published.is_coming());
    assert_eq!(page.widget.app.published.error(), None);
    assert_eq!(beside(2, "").widget.app.published.error(), None);
}

#[test]
fn what_is_wrong_with_the_file_is_said_and_the_rest_shown() {
    let file = publication(&mut theirs(&["One", "Two"]));
    let error = |file: &str| {
        let page = beside(2, file);
        (page.widget.app.published.error(), page.shown())
    };
    let both = vec!["One".to_owned(), "Two".to_owned()];
    assert_eq!(error(&file), (None, both.clone()));
    assert_eq!(error("<!doctype html>"), (Some(PublishedError::NotOne), vec![]));
    assert_eq!(error(&backup(&mut theirs(&["One"]))), (Some(PublishedError::NotOne), vec![]));
    assert_eq!(error(&file.replace("\"v\":1", "\"v\":2")), (Some(PublishedError::Newer), vec![]));
    assert_eq!(error(file.split_at(file.len() - 10).0), (Some(PublishedError::Incomplete), both[..1].to_vec()));
    // A file whose lines are all there as they were written, some of them nonsense.
    let mut page = theirs(&["One", "Two"]);
    let odd = publication(&mut page).replace("\"b\":\"Two\"", "\"b\":\" \"");
    assert_eq!(error(&odd), (Some(PublishedError::Incomplete), both[..1].to_vec()));
}

#[test]
fn a_connection_that_fails_is_said_and_tried_again_when_the_reader_wants() {
    let file = publication(&mut theirs(&["One", "Two"]));
    let mut page = naming(2, &file);
    page.network.piece = file.find("Two").unwrap();
    page.network.ends = Some((1, ArticleError::Timeout));
    page.send(Msg::Started);
    assert_eq!(page.widget.app.published.error(), Some(PublishedError::Fetch(ArticleError::Timeout)));
    assert_eq!(page.shown(), ["One"], "what came is shown");
    page.network.ends = None;
    page.send(PublishedMsg::PressedRetry);
    assert_eq!((page.widget.app.published.error(), page.shown()), (None, vec!["One".to_owned(), "Two".to_owned()]));
    page.effects();
    page.send(PublishedMsg::PressedRetry);
    assert!(page.effects().is_empty(), "there is nothing to try again");
}

#[test]
fn no_more_than_the_limit_is_shown() {
    let file = publication(&mut theirs(&["One", "Two", "Three"]));
    let mut page = naming(2, &file);
    page.widget.app.published.show_at_most(2);
    page.send(Msg::Started);
    assert_eq!(page.shown(), ["One", "Two"]);
    assert_eq!(page.widget.app.published.error(), Some(PublishedError::TooMuch));
}
