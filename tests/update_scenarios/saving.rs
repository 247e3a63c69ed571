//! From "Saving…" to "Saved", and what is said when it does not come to that.

use article_widget::app::msg::{ActionMsg, PageMsg};
use article_widget::app::submission::SubmissionMsg;
use article_widget::app::{Effect, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::request::{CopyId, Request, Response};
use article_widget::store::copy::store_error::StoreError;

use crate::support::Page;

#[test]
fn a_comment_is_saved_when_it_has_stood_for_a_second_and_the_mirror_has_it() {
    let mut page = Page::started();
    let id = page.post("Hello");
    assert_eq!(page.save_state(id), Some(SaveState::Saving));
    page.wait(999);
    assert_eq!(page.save_state(id), Some(SaveState::Saving), "not a millisecond earlier");
    page.wait(1);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert_eq!(page.said(), Announced::Saved);
}

#[test]
fn without_a_mirror_the_word_saved_never_appears() {
    let mut page = Page::new(1);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    let id = page.post("Hello");
    for _ in 0..100 {
        page.wait(1_000);
        assert_ne!(page.save_state(id), Some(SaveState::Saved));
    }
    assert_eq!(page.save_state(id), Some(SaveState::Kept));
}

#[test]
fn what_one_page_posts_the_others_hear() {
    let (mut here, mut there) = (Page::started(), Page::new(2));
    there.send(Msg::Started);
    here.post("Hello");
    there.hear(&here.told());
    assert_eq!(there.shown(), ["Hello"]);
}

/// How many writes to a copy the page has asked for since the last look.
fn writes(page: &mut Page, copy: CopyId) -> usize {
    let is_write = |effect: &Effect| matches!(effect, Effect::Store(Request::Write { copy: to, .. }) if *to == copy);
    page.effects().into_iter().filter(is_write).count()
}

#[test]
fn what_was_accepted_and_taken_back_is_sent_again_and_must_stand_as_long_again() {
    let mut page = Page::started();
    let id = page.post("Hello");
    let key = page.key(id);
    page.wait(600);
    page.storage.remove(&key).unwrap();
    page.wait(400);
    assert!(page.storage.get(&key).unwrap().is_some(), "it is written again at once");
    assert_eq!(page.save_state(id), Some(SaveState::Saving));
    page.wait(999);
    assert_eq!(
        page.save_state(id),
        Some(SaveState::Saving),
        "the second writing is not believed earlier than the first"
    );
    page.wait(1_500);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
}

#[test]
fn what_is_taken_back_again_and_again_is_never_called_saved() {
    let mut page = Page::started();
    let id = page.post("Hello");
    let key = page.key(id);
    for _ in 0..30 {
        page.storage.remove(&key).unwrap();
        page.wait(500);
        assert_ne!(page.save_state(id), Some(SaveState::Saved));
    }
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
}

#[test]
fn a_mirror_that_refuses_once_is_asked_again() {
    let mut page = Page::started();
    page.refuse_mirror = Some(StoreError::Failed);
    let id = page.post("Hello");
    page.wait(900);
    page.refuse_mirror = None;
    page.wait(7_000);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert!(page.mirror.get(&page.key(id)).unwrap().is_some());
}

#[test]
fn a_mirror_that_responds_late_is_heard() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("Hello");
    page.wait(5_000);
    let key = page.key(id);
    page.send(Msg::Responded(Response::Wrote { copy: CopyId::Mirror, key: key.clone(), result: Ok(()) }));
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    page.send(Msg::Responded(Response::Wrote { copy: CopyId::Mirror, key, result: Err(StoreError::Failed) }));
    assert_eq!(page.save_state(id), Some(SaveState::Saved), "a response to the second sending changes nothing");
}

#[test]
fn a_clock_set_back_delays_nothing_for_long() {
    let mut page = Page::started();
    let id = page.post("Hello");
    page.wait(500);
    page.wait(-3_600_000);
    for _ in 0..3 {
        page.wait(1_000);
    }
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
}

#[test]
fn the_pauses_between_attempts_grow_to_a_minute() {
    for copy in [CopyId::Primary, CopyId::Mirror] {
        let mut page = Page::started();
        page.refuse_mirror = (copy == CopyId::Mirror).then_some(StoreError::Failed);
        let id = page.post("Hello");
        page.wait(2_000);
        if copy == CopyId::Primary {
            page.refuse = Some(StoreError::Full);
            page.send(ActionMsg::PressedDelete(id));
        }
        page.effects();
        let mut attempts = Vec::new();
        for second in 0..600 {
            page.wait(1_000);
            attempts.extend((writes(&mut page, copy) > 0).then_some(second));
        }
        assert!(attempts.len() < 20, "{copy:?} is not asked every second: {attempts:?}");
        let pauses: Vec<i32> = attempts.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(pauses.is_sorted(), "{copy:?}: {pauses:?}");
        assert_eq!(pauses.iter().max(), Some(&60), "{copy:?} is not given up either: {pauses:?}");
    }
}

#[test]
fn what_is_said_aloud_of_keeping_is_said_once_of_each_comment() {
    let mut page = Page::started();
    page.post("one");
    page.settle();
    let serial = page.widget.app.notices.announcement().unwrap().serial;
    for _ in 0..10 {
        page.wait(1_000);
    }
    page.send(PageMsg::Woken);
    assert_eq!(page.widget.app.notices.announcement().unwrap().serial, serial);
    let two = page.post("two");
    assert_eq!(page.said(), Announced::Posted, "it says that it is being saved");
    page.settle();
    let said = page.widget.app.notices.announcement().unwrap();
    assert_eq!((said.what, said.serial), (Announced::Saved, serial + 2), "what begins has an end");
    page.send(ActionMsg::PressedDelete(two));
    page.settle();
    assert_eq!(page.said(), Announced::Deleted, "nothing was said to be on its way");
    page.mirror_hangs = true;
    page.post("three");
    page.wait(8_000);
    assert_eq!(page.said(), Announced::AtRisk);
    let serial = page.widget.app.notices.announcement().unwrap().serial;
    for _ in 0..10 {
        page.wait(10_000);
    }
    assert_eq!(page.widget.app.notices.announcement().unwrap().serial, serial);
}

#[test]
fn only_the_newest_kept_comment_says_so_and_not_for_ever() {
    let mut page = Page::started();
    let one = page.post("one");
    page.settle();
    let two = page.post("two");
    page.settle();
    assert_eq!(page.save_state(one), None);
    assert_eq!(page.save_state(two), Some(SaveState::Saved));
    page.wait(180_000);
    assert_eq!(page.save_state(two), None);
}

#[test]
fn what_is_on_its_way_goes_on_when_another_thread_is_shown() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("Hello");
    let key = page.key(id);
    let mut config = page.widget.app.config.clone();
    config.thread = ThreadId::explicit("another").unwrap();
    page.send(Msg::ChangedConfig(Box::new(config)));
    page.storage.remove(&key).unwrap();
    page.mirror_hangs = false;
    for _ in 0..5 {
        page.wait(1_000);
    }
    assert!(page.storage.get(&key).unwrap().is_some(), "what was taken back is sent again");
    assert!(page.mirror.get(&key).unwrap().is_some());
}

#[test]
fn where_the_browser_forgets_after_seven_days_it_is_said_once_when_something_was_kept() {
    let mut page = Page::started();
    page.widget.app.notices.browser_forgets(true);
    page.effects();
    page.post("one");
    assert!(!page.effects().contains(&Effect::TellSevenDaysOnce), "nothing is kept yet");
    page.settle();
    assert!(page.effects().contains(&Effect::TellSevenDaysOnce));
    page.send(article_widget::app::msg::PageMsg::NotToldOfSevenDays);
    assert!(page.widget.app.notices.says_seven_days());
    page.post("two");
    page.settle();
    assert!(!page.effects().contains(&Effect::TellSevenDaysOnce), "not at every comment");
}

/// A page that knows another page's comment from a broadcast alone: the two copies of its browser do not hold it.
fn having_heard(text: &str) -> Page {
    let mut gone = Page::started();
    gone.post(text);
    let mut page = Page::new(2);
    page.widget.app.config.contact = Some("mailto:author@a.example".to_owned());
    page.send(Msg::Started);
    page.hear(&gone.told());
    assert!(!page.is_kept(text));
    page
}

#[test]
fn saved_is_said_of_a_comment_that_was_restored_or_sent_when_its_text_is_kept_though_its_page_has_gone() {
    let restores = |id| vec![ActionMsg::PressedDelete(id).into(), ActionMsg::PressedUndo(id).into()];
    let sends = |id| vec![SubmissionMsg::Asked(id).into(), SubmissionMsg::Sent.into()];
    for does in [restores, sends] as [fn(OperationId) -> Vec<Msg>; 2] {
        let mut page = having_heard("theirs");
        let id = page.row("theirs");
        does(id).into_iter().for_each(|msg| page.send(msg));
        page.settle();
        assert_eq!(page.save_state(id), Some(SaveState::Saved));
        assert!(page.is_kept("theirs"));
    }
}
