//! What the page is told of what its reader does, and of how storage fares.

use std::rc::Rc;

use article_widget::app::composers::ComposerId;
use article_widget::app::config::Persistence;
use article_widget::app::host_call;
use article_widget::app::host_event::{HostEvent, StorageWarning};
use article_widget::app::msg::{ActionMsg, ArticleMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::article::Article;
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::ImportMsg;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::copy::usage::Usage;
use article_widget::store::format::stored_text::StoredText;

use crate::importing::{choose, done, elsewhere, publication};
use crate::sorting::change;
use crate::support::Page;
use crate::support::looking::clear;

#[test]
fn a_post_and_a_reply_are_told_with_all_that_they_are() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "Ann", "Hello");
    let (id, at) = (page.row("Hello"), page.env.now);
    let name = Some("Ann".to_owned());
    let posted = HostEvent::Posted { id, parent: None, name: name.clone(), body: "Hello".to_owned(), at };
    assert_eq!(page.told_page(), [posted]);
    page.send(ComposerMsg::PressedReply(id));
    page.submit(ComposerId::Reply(id), "", "And I");
    let reply = page.row("And I");
    let posted = HostEvent::Posted { id: reply, parent: Some(id), name: None, body: "And I".to_owned(), at };
    assert_eq!(page.told_page(), [posted]);
}

#[test]
fn what_is_refused_is_not_told() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "", " ");
    page.refuse = Some(StoreError::Failed);
    page.submit(ComposerId::New, "", "Hello");
    assert_eq!(page.told_page(), []);
    page.refuse = None;
    page.post("Hello");
    assert_eq!(page.told_page().len(), 1);
}

#[test]
fn every_change_is_told_once_and_so_is_its_being_kept() {
    let mut page = Page::started();
    let id = page.post("One");
    page.settle();
    let saved = HostEvent::Saved { id, state: SaveState::Saved };
    assert_eq!(page.told_page().last(), Some(&saved));
    page.submit(ComposerId::Edit(id), "", "Two");
    let edited = HostEvent::Edited { id, body: "Two".to_owned(), at: page.env.now };
    page.settle();
    page.settle();
    assert_eq!(page.told_page(), [edited, saved.clone()]);
    page.send(ActionMsg::PressedDelete(id));
    page.settle();
    assert_eq!(page.told_page(), [HostEvent::Deleted(id), saved.clone()]);
    page.send(ActionMsg::PressedUndo(id));
    page.settle();
    assert_eq!(page.told_page(), [HostEvent::Restored(id), saved.clone()]);
    page.send(ActionMsg::PressedDelete(id));
    page.settle();
    page.effects();
    page.send(ActionMsg::PressedErase(id));
    assert_eq!(page.told_page(), [], "not before the reader is sure");
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert_eq!(page.told_page(), [HostEvent::Erased(id), saved]);
}

#[test]
fn what_was_changed_before_it_was_kept_is_told_for_each() {
    let mut page = Page::started();
    let id = page.post("One");
    page.submit(ComposerId::Edit(id), "", "Two");
    page.effects();
    page.settle();
    let saved = HostEvent::Saved { id, state: SaveState::Saved };
    assert_eq!(page.told_page(), [saved.clone(), saved]);
}

#[test]
fn what_another_tab_changed_before_it_was_kept_is_told_as_kept_all_the_same() {
    let mut page = Page::started();
    let id = page.post("Mine");
    let mut other = page.another_tab(2);
    other.effects();
    other.submit(ComposerId::Edit(id), "", "Changed there");
    page.effects();
    page.hear(&other.told());
    page.settle();
    assert_eq!(page.shown(), ["Changed there"]);
    assert_eq!(page.told_page(), [HostEvent::Saved { id, state: SaveState::Saved }]);
}

#[test]
fn without_a_second_copy_it_is_kept_and_in_memory_it_is_neither() {
    let mut page = Page::new(1);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    let id = page.post("One");
    page.settle();
    assert_eq!(page.told_page().last(), Some(&HostEvent::Saved { id, state: SaveState::Kept }));
    page.refuse = Some(StoreError::Blocked);
    let id = page.post("Two");
    page.settle();
    page.wait(60_000);
    let told = page.told_page();
    assert!(matches!(told.first(), Some(HostEvent::Posted { id: posted, .. }) if *posted == id), "{told:?}");
    assert!(!told.iter().any(|event| matches!(event, HostEvent::Saved { .. })), "{told:?}");
}

#[test]
fn what_others_did_is_not_told() {
    let mut page = Page::started();
    let mine = page.post("Mine");
    page.settle();
    let mut other = page.another_tab(2);
    other.effects();
    page.effects();
    other.post("From another tab");
    other.submit(ComposerId::Edit(mine), "", "Changed there");
    other.settle();
    let told = other.told();
    page.hear(&told);
    page.settle();
    assert_eq!(page.widget.app.thread().count(), 2);
    assert_eq!(page.told_page(), []);
    // What the mirror gives back is nobody's act either.
    clear(&page.storage);
    page.send(PageMsg::Woken);
    page.settle();
    assert_eq!(page.told_page(), []);
}

#[test]
fn what_a_file_brought_is_not_told_and_neither_is_its_undoing() {
    let mut theirs = crate::panel::here();
    theirs.post("Theirs");
    let text = publication(&mut theirs);
    let mut page = elsewhere(2);
    page.effects();
    choose(&mut page, &text);
    page.send(ImportMsg::Imported);
    page.settle();
    assert_eq!(page.shown(), ["Theirs"]);
    let batches = done(&page).batches;
    page.send(ImportMsg::Undid { batches });
    page.settle();
    assert!(page.shown().is_empty());
    assert_eq!(page.told_page(), []);
}

#[test]
fn trouble_with_storage_is_told_once_until_it_is_over() {
    let warned = |warning| [HostEvent::Warned(warning)];
    let mut page = Page::started();
    let usage = |ours| PageMsg::MeasuredUsage(Usage { origin: ours, ours, quota: 5_242_880 });
    page.send(usage(1_600_000));
    page.send(usage(1_700_000));
    assert_eq!(page.told_page(), warned(StorageWarning::NearlyFull));
    page.send(usage(2_090_000));
    page.send(PageMsg::Woken);
    page.send(usage(2_090_000));
    assert_eq!(page.told_page(), warned(StorageWarning::Full));
    page.send(usage(0));
    page.send(usage(2_090_000));
    assert_eq!(page.told_page(), warned(StorageWarning::Full), "again, after it was over");
    let mut page = Page::started();
    page.mirror_hangs = true;
    page.post("One");
    page.effects();
    page.wait(8_000);
    page.wait(8_000);
    assert_eq!(page.told_page(), warned(StorageWarning::AtRisk));
}

#[test]
fn what_is_found_at_the_start_is_told_after_the_thread_is_ready() {
    let ready = HostEvent::Ready { count: 0 };
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Blocked);
    page.send(Msg::Started);
    assert_eq!(page.told_page(), [ready.clone(), HostEvent::Warned(StorageWarning::Blocked)]);
    // Another discussion is told of anew.
    change(&mut page, |config| config.thread = ThreadId::explicit("other").unwrap_or_else(|| config.thread.clone()));
    assert_eq!(page.told_page(), [ready.clone(), HostEvent::Warned(StorageWarning::Blocked)]);
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Blocked);
    page.widget.app.config.storage = Persistence::Nowhere;
    page.send(Msg::Started);
    assert_eq!(page.told_page(), std::slice::from_ref(&ready), "whoever asked for it knows");
    let mut page = Page::new(1);
    let key = format!("aw1:{}:0000000020000000000001", page.widget.app.config.thread.key());
    page.storage.put(&key, StoredText::from("garbage"));
    page.send(Msg::Started);
    assert_eq!(page.told_page(), [ready, HostEvent::Warned(StorageWarning::Unreadable)]);
}

/// The first for an article: a page without one counts too.
const ATTEMPT: u32 = 2;

fn with_article() -> Page {
    let mut page = Page::started();
    change(&mut page, |config| config.src = Some("article.html".to_owned()));
    page.effects();
    page
}

#[test]
fn an_article_that_does_not_come_is_told() {
    let mut page = with_article();
    page.send(ArticleMsg::Loaded { attempt: ATTEMPT, result: Err(ArticleError::Status(404)) });
    let message = "the article's server answered with status 404".to_owned();
    assert_eq!(page.told_page(), [HostEvent::Failed { code: "article", message }]);
}

fn call(page: &mut Page, call: host_call::HostCall) -> Vec<Effect> {
    page.effects();
    page.send(Msg::HostCalled { ticket: 1, call });
    page.effects()
}

const DONE: Effect = Effect::Settle { ticket: 1, result: host_call::HostResult::Done };

#[test]
fn a_script_can_put_the_focus_into_the_composer_unless_it_is_closed() {
    let mut page = Page::started();
    assert_eq!(
        call(&mut page, host_call::HostCall::FocusForm),
        [Effect::Focus(FocusTarget::Composer(ComposerId::New)), DONE]
    );
    change(&mut page, |config| config.readonly = true);
    let refused = Effect::Settle { ticket: 1, result: host_call::HostResult::Closed };
    assert_eq!(call(&mut page, host_call::HostCall::FocusForm), [refused]);
}

#[test]
fn a_script_can_have_everything_read_again() {
    let mut page = Page::started();
    let mut quiet = page.beside(2);
    quiet.send(Msg::Started);
    quiet.post("Not told");
    quiet.settle();
    assert!(page.shown().is_empty());
    assert!(call(&mut page, host_call::HostCall::Reload).contains(&DONE));
    assert_eq!(page.shown(), ["Not told"]);
}

#[test]
fn a_script_that_waits_for_a_reload_waits_for_the_article_too_and_the_old_one_stays_until_then() {
    let mut page = with_article();
    let article = Rc::new(Article::default());
    page.send(ArticleMsg::Loaded { attempt: ATTEMPT, result: Ok(Rc::clone(&article)) });
    let shown = page.widget.app.article.status().clone();
    let effects = call(&mut page, host_call::HostCall::Reload);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FetchArticle { .. })), "{effects:?}");
    assert!(!effects.contains(&DONE));
    assert_eq!(*page.widget.app.article.status(), shown);
    page.send(ArticleMsg::Loaded { attempt: ATTEMPT + 1, result: Err(ArticleError::Network) });
    assert_eq!(*page.widget.app.article.status(), shown, "an old article is better than none");
    assert!(page.effects().contains(&DONE));
}
