//! What is being written outlives the page it was written in, and goes when it has been posted.

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PageMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::thread_id::ThreadId;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;

use crate::support::Page;

#[test]
fn what_is_typed_is_in_the_mirror_a_second_later() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "h");
    page.wait(999);
    assert!(!page.is_kept("\"h\""), "a second's typing is written at once");
    page.type_text(ComposerId::New, "he");
    page.wait(1);
    assert!(page.is_kept("\"he\""), "who types on does not put it off");
    assert_eq!((page.stored_drafts().len(), page.mirrored_drafts().len()), (0, 1));
    page.type_text(ComposerId::New, "hell");
    page.wait(1_000);
    assert!(page.is_kept("\"hell\"") && !page.is_kept("\"he\""));
}

#[test]
fn what_is_typed_is_in_storage_when_the_page_may_go() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "hello");
    page.send(PageMsg::Hidden);
    assert_eq!((page.stored_drafts().len(), page.mirrored_drafts().len()), (1, 1));
    page.effects();
    page.send(PageMsg::Hidden);
    assert_eq!(page.effects(), [], "once is enough");
    page.type_text(ComposerId::New, "hello again");
    page.send(PageMsg::Hidden);
    assert!(page.stored().iter().any(|(_, value)| matches!(value, StoredText::Text(text) if text.contains("again"))));
}

#[test]
fn without_a_mirror_a_draft_is_written_to_storage_now_and_then() {
    let mut page = Page::new(1);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    page.type_text(ComposerId::New, "hello");
    page.wait(1_000);
    assert!(page.stored_drafts().is_empty(), "the browser allows few commits an hour");
    page.wait(9_000);
    assert_eq!(page.stored_drafts().len(), 1);
}

#[test]
fn a_text_that_cannot_be_kept_does_not_keep_the_page_busy() {
    for mirror_works in [true, false] {
        let mut page = Page::new(1);
        page.refuse = Some(StoreError::Blocked);
        page.refuse_mirror = (!mirror_works).then_some(StoreError::Blocked);
        page.send(Msg::Started);
        page.type_text(ComposerId::New, "hello");
        page.wait(10_000);
        page.effects();
        page.send(Msg::Ticked);
        let at_once = page.effects().into_iter().filter(|effect| matches!(effect, Effect::WakeAfter(0..=99))).count();
        assert_eq!(at_once, 0);
        assert_eq!(page.mirrored_drafts().len(), usize::from(mirror_works), "the mirror keeps what it can");
    }
}

#[test]
fn the_next_page_goes_on_with_what_no_page_claims() {
    let mut page = Page::left_behind("hello").reloaded(2);
    assert!(page.effects().iter().any(|effect| matches!(effect, Effect::Broadcast(_))), "the others are asked");
    page.wait(499);
    assert_eq!(page.filled(), []);
    page.wait(1);
    assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())]);
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
    page.type_text(ComposerId::New, "hello");
    page.wait(1_000);
    assert_eq!(page.mirrored_drafts().len(), 2, "it stays where it was found: there it is kept for certain");
    let mut page = page.reloaded(3);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())], "and the page after that");
    page.wait(1_000);
    page.post("hello");
    page.settle();
    assert_eq!(page.mirrored_drafts().len(), 0, "posted, it is a draft nowhere");
    assert_eq!(page.stored_drafts().len(), 0);
}

#[test]
fn a_draft_that_only_storage_has_is_found_too() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "hello");
    page.send(PageMsg::Hidden);
    crate::support::looking::clear(&page.mirror);
    let mut page = page.reloaded(2);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())]);
}

#[test]
fn the_newer_of_two_copies_of_a_draft_counts() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "old");
    page.send(PageMsg::Hidden);
    page.wait(10);
    page.type_text(ComposerId::New, "old and new");
    page.wait(1_000);
    let mut page = page.reloaded(2);
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "old and new".to_owned())]);
}

#[test]
fn composers_of_single_comments_come_back_open_or_set_aside() {
    let mut page = Page::started();
    let (one, two) = (page.post("one"), page.post("two"));
    page.settle();
    for (composer, text) in
        [(ComposerId::Reply(one), "reply"), (ComposerId::Edit(one), "edit"), (ComposerId::Reply(two), "closed")]
    {
        page.send(if composer == ComposerId::Edit(one) {
            ComposerMsg::PressedEdit(one)
        } else {
            ComposerMsg::PressedReply(composer.comment().unwrap())
        });
        page.type_text(composer, text);
    }
    page.send(ComposerMsg::Cancelled { composer: ComposerId::Reply(two), body: "closed".to_owned() });
    page.wait(1_000);
    let mut page = page.reloaded(2);
    page.wait(500);
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(one)).unwrap().initial, "reply");
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Edit(one)).unwrap().initial, "edit");
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(two)), None, "what was closed stays closed");
    page.send(ComposerMsg::PressedReply(two));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(two)).unwrap().initial, "closed");
    assert_eq!(page.filled(), []);
}

#[test]
fn a_composer_that_was_opened_again_comes_back_open() {
    let mut page = Page::started();
    let one = page.post("one");
    page.settle();
    page.send(ComposerMsg::PressedReply(one));
    page.type_text(ComposerId::Reply(one), "half");
    page.send(ComposerMsg::Cancelled { composer: ComposerId::Reply(one), body: "half".to_owned() });
    page.wait(1_000);
    page.send(ComposerMsg::PressedReply(one));
    page.type_text(ComposerId::Reply(one), "half");
    page.wait(1_000);
    let mut page = page.reloaded(2);
    page.wait(500);
    assert!(page.widget.app.composer.composers().get(ComposerId::Reply(one)).is_some());
}

#[test]
fn who_writes_already_is_not_written_over() {
    let mut page = Page::left_behind("left").reloaded(2);
    page.type_text(ComposerId::New, "quick");
    page.wait(500);
    assert_eq!(page.filled(), []);
    assert_eq!(page.widget.app.draft(ComposerId::New), Some("quick"));
    assert_eq!(page.drafts_beside(ComposerId::New), ["left"]);
}

#[test]
fn a_draft_goes_when_its_comment_is_saved_and_not_before() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "hello");
    page.wait(1_000);
    page.send(PageMsg::Hidden);
    page.mirror_hangs = true;
    let id = page.post("hello");
    page.wait(5_000);
    assert_eq!((page.stored_drafts().len(), page.mirrored_drafts().len()), (1, 1));
    page.mirror_hangs = false;
    page.send(ActionMsg::PressedSaveAgain);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert_eq!((page.stored_drafts(), page.mirrored_drafts()), (vec![], vec![]));
}

#[test]
fn a_draft_that_was_posted_goes_at_the_next_start() {
    let mut page = Page::left_behind("hello");
    page.send(PageMsg::Hidden);
    page.post("hello");
    let mut page = page.reloaded(2);
    page.wait(500);
    assert_eq!(page.filled(), []);
    assert_eq!(page.shown(), ["hello"]);
    assert_eq!((page.stored_drafts(), page.mirrored_drafts()), (vec![], vec![]));
}

#[test]
fn the_next_start_keeps_a_posted_draft_until_the_mirror_has_the_comment() {
    let mut page = Page::left_behind("hello");
    page.refuse_mirror = Some(StoreError::Full);
    page.post("hello");
    let mut page = page.beside(2);
    page.refuse_mirror = Some(StoreError::Full);
    page.send(Msg::Started);
    page.wait(500);
    assert_eq!(page.filled(), []);
    assert_eq!(page.mirrored_drafts().len(), 1);
    let mut page = page.reloaded(3);
    page.wait(500);
    page.send(PageMsg::Woken);
    assert_eq!(page.filled(), []);
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
    assert!(page.mirrored_drafts().is_empty());
}

#[test]
fn a_comment_that_was_lost_with_the_page_is_in_its_composer_again() {
    let mut page = Page::left_behind("hello");
    page.mirror_hangs = true;
    let id = page.post("hello");
    page.storage.remove(&page.key(id)).unwrap();
    let mut page = page.reloaded(2);
    page.wait(500);
    assert!(page.shown().is_empty());
    assert_eq!(page.filled(), [(ComposerId::New, "hello".to_owned())]);
}

#[test]
fn an_emptied_composer_leaves_nothing() {
    let mut page = Page::left_behind("hello");
    page.send(PageMsg::Hidden);
    page.type_text(ComposerId::New, " \n");
    assert_eq!((page.stored_drafts(), page.mirrored_drafts()), (vec![], vec![]));
    let mut page = page.reloaded(2);
    page.wait(500);
    assert_eq!(page.filled(), []);
}

#[test]
fn an_edit_that_is_back_at_the_comments_text_leaves_nothing() {
    let mut page = Page::started();
    let id = page.post("one");
    page.settle();
    page.type_text(ComposerId::Edit(id), "one!");
    page.wait(1_000);
    page.type_text(ComposerId::Edit(id), "one");
    assert!(page.mirrored_drafts().is_empty());
}

#[test]
fn a_draft_stays_in_its_thread() {
    let mut page = Page::started();
    page.type_text(ComposerId::New, "of the first");
    let mut config = page.widget.app.config.clone();
    let first = config.clone();
    config.thread = ThreadId::explicit("another").unwrap();
    page.send(Msg::ChangedConfig(Box::new(config)));
    page.wait(1_000);
    assert_eq!(page.widget.app.draft(ComposerId::New), None);
    assert_eq!(page.filled(), []);
    assert!(page.is_kept("of the first"), "it was written before the thread was left");
    let told = article_widget::store::copy::request::Broadcast::AskDrafts(first.thread.key());
    page.hear(&[told]);
    assert_eq!(page.effects(), []);
    page.type_text(ComposerId::New, "of the second");
    page.wait(1_000);
    page.send(Msg::ChangedConfig(Box::new(first)));
    page.wait(500);
    assert_eq!(page.filled(), [(ComposerId::New, "of the first".to_owned())]);
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
}

#[test]
fn a_later_text_that_could_not_be_read_is_not_removed_with_the_earlier_one() {
    let mut page = Page::left_behind("earlier");
    page.mirror_hangs = true;
    page.type_text(ComposerId::New, "later");
    page.send(PageMsg::Hidden);
    let mut next = page.beside(2);
    next.refuse = Some(StoreError::Failed);
    next.send(Msg::Started);
    next.wait(500);
    assert_eq!(next.filled(), [(ComposerId::New, "earlier".to_owned())], "all that could be read");
    next.refuse = None;
    next.type_text(ComposerId::New, "another");
    next.wait(1_000);
    assert!(next.is_kept("later") && next.is_kept("another") && !next.is_kept("earlier"));
}
