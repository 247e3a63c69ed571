//! A link to a comment: wherever that stands and whenever it comes, it is led to; and if it does not come, that is said.

use article_widget::app::article::ArticleStatus;
use article_widget::app::effect::{LinkRequest, PublishedRequest};
use article_widget::app::list::{Direction, Led};
use article_widget::app::msg::{ActionMsg, ArticleMsg, LinkMsg, ListMsg, PublishedMsg};
use article_widget::app::{App, Effect, FocusTarget, Msg};
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::port::announced::Announced;

use crate::importing::publication;
use crate::published::{naming, theirs};
use crate::support::Page;
use crate::support::looking::clear;

/// Names a comment in the page's address.
fn name(page: &mut Page, id: OperationId) {
    page.effects();
    page.send(LinkMsg::Named(Some(id)));
}

fn links(page: &mut Page) -> Vec<LinkRequest> {
    let link = |effect| if let Effect::Link(request) = effect { Some(request) } else { None };
    page.effects().into_iter().filter_map(link).collect()
}

/// Whether this comment was led to, and nothing else has the focus.
#[track_caller]
fn is_led(page: &Page, id: OperationId) {
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!(page.widget.app.list.led(id), Led::ByLink);
    assert!(page.widget.app.drawn().any(|row| row.comment.id == id), "its row is drawn");
    assert!(!page.widget.app.list.misses_named());
}

#[test]
fn a_comment_in_the_middle_of_five_thousand_is_drawn_and_led_to() {
    let mut page = Page::with_comments(5_000);
    let far = page.widget.app.rows().get(3_210).map(|row| row.comment.id).unwrap();
    assert!(!page.widget.app.drawn().any(|row| row.comment.id == far));
    name(&mut page, far);
    is_led(&page, far);
    let first = page.row("Comment 1");
    name(&mut page, first);
    is_led(&page, first);
}

#[test]
fn the_branches_above_a_comment_are_opened_and_that_is_remembered() {
    let mut page = Page::started();
    let one = page.post("one");
    let two = page.reply(one, "two");
    let three = page.reply(two, "three");
    for folded in [two, one] {
        page.send(ListMsg::PressedFold(folded));
    }
    assert_eq!(page.shown(), ["one"]);
    name(&mut page, three);
    is_led(&page, three);
    assert_eq!(page.shown(), ["one", "  two", "    three"]);
    assert!(
        page.effects().iter().any(|effect| matches!(effect, Effect::KeepFolds { folded, .. } if folded.is_empty()))
    );
}

#[test]
fn what_only_the_second_copy_has_is_led_to_when_it_comes() {
    let mut page = Page::started();
    let id = page.post("one");
    page.settle();
    clear(&page.storage);
    let mut again = page.beside(2);
    name(&mut again, id);
    assert_eq!(links(&mut again), [], "nothing has been read");
    again.send(Msg::Started);
    is_led(&again, id);
    assert_eq!(links(&mut again), [LinkRequest::Found(id)], "nobody was told that it is not here");
}

#[test]
fn what_only_the_published_file_has_is_waited_for_and_led_to() {
    let mut author = theirs(&["One", "Two"]);
    let id = author.row("Two");
    let mut page = naming(2, &publication(&mut author));
    page.network.hangs = true;
    page.send(Msg::Started);
    name(&mut page, id);
    assert_eq!(links(&mut page), [], "it may still come");
    page.network.hangs = false;
    for msg in page.network.carry_out(&PublishedRequest::More) {
        page.send(msg);
    }
    is_led(&page, id);
}

#[test]
fn a_comment_that_does_not_come_is_said_once_everything_was_read_and_led_to_should_it_come_after_all() {
    let mut author = theirs(&["One"]);
    let id = author.row("One");
    let mut page = naming(2, &publication(&mut author));
    page.network.ends = Some((0, ArticleError::Timeout));
    page.send(Msg::Started);
    name(&mut page, id);
    assert!(page.widget.app.list.misses_named());
    assert_eq!((page.said(), page.focus()), (Announced::MissedLink, None), "and the focus stays where it is");
    assert_eq!(links(&mut page), [LinkRequest::Absent(id)]);
    page.network.ends = None;
    page.send(PublishedMsg::PressedRetry);
    is_led(&page, id);
}

#[test]
fn what_is_said_of_a_missing_comment_goes_with_the_name_of_it() {
    let mut page = Page::started();
    let gone = page.post("gone");
    page.send(ActionMsg::PressedDelete(gone));
    page.settle();
    let mut page = page.reloaded(2);
    name(&mut page, gone);
    assert!(page.widget.app.list.misses_named(), "it was deleted, and has no row");
    page.send(LinkMsg::Named(None));
    assert!(!page.widget.app.list.misses_named());
    page.effects();
    let (one, _) = (page.post("one"), page.effects());
    assert_eq!(links(&mut page), [], "nothing is looked for any more");
    name(&mut page, gone);
    name(&mut page, one);
    is_led(&page, one);
}

#[test]
fn another_widget_that_has_the_comment_ends_the_search_here() {
    let mut page = Page::started();
    let id = page.post("one");
    page.effects();
    // Both have it, and the other was first.
    let mut asked = Page::started();
    asked.send(LinkMsg::Named(Some(id)));
    assert_eq!(links(&mut asked), [LinkRequest::Absent(id)]);
    asked.send(LinkMsg::Named(None));
    asked.send(LinkMsg::Missed(id));
    assert!(!asked.widget.app.list.misses_named(), "what is no longer looked for is not missed");
}

#[test]
fn whoever_is_writing_keeps_the_focus_and_sees_the_comment_marked() {
    let mut page = Page::started();
    let id = page.post("one");
    page.effects();
    page.send(LinkMsg::Led { id, writes: true });
    assert_eq!((page.focus(), page.widget.app.list.pointed_at()), (None, Some(id)));
}

#[test]
fn an_article_on_its_way_is_waited_for_because_it_would_push_the_comment_away() {
    let mut page = Page::started();
    let id = page.post("one");
    let mut again = page.beside(2);
    let mut config = again.widget.app.config.clone();
    config.src = Some("article.html".to_owned());
    again.widget.app = App::new(config, again.env.now);
    again.widget.app.take_all_code();
    again.send(Msg::Started);
    name(&mut again, id);
    assert_eq!((links(&mut again), again.focus()), (vec![], None));
    again.send(ArticleMsg::Loaded { attempt: 1, result: Err(ArticleError::Network) });
    assert!(matches!(again.widget.app.article.status(), ArticleStatus::Failed(_)));
    is_led(&again, id);
}

#[test]
fn the_link_is_copied_from_the_comment_that_it_has_led_to_until_the_reader_goes_elsewhere() {
    let mut page = Page::started();
    let (one, two) = (page.post("one"), page.post("two"));
    name(&mut page, one);
    page.effects();
    page.send(LinkMsg::PressedCopy(one));
    assert_eq!(links(&mut page), [LinkRequest::Copy(one)]);
    page.send(LinkMsg::Copied(false));
    assert_eq!((page.said(), page.widget.app.list.led(one)), (Announced::NotCopiedLink, Led::ByLink));
    page.send(LinkMsg::Copied(true));
    assert_eq!((page.said(), page.widget.app.list.led(one)), (Announced::CopiedLink, Led::ByCopiedLink));
    page.send(ListMsg::PressedKey { at: one, direction: Direction::Next });
    assert_eq!((page.focus(), page.widget.app.list.led(one)), (Some(FocusTarget::Comment(two)), Led::Not));
}

#[test]
fn a_widget_that_gets_another_thread_looks_at_the_address_again() {
    let mut page = Page::started();
    page.effects();
    let mut config = page.widget.app.config.clone();
    config.thread = ThreadId::explicit("another").unwrap();
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(links(&mut page), [LinkRequest::Look]);
}
