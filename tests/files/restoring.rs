//! A backup that is restored: everything is there again, byte for byte.

use article_widget::domain::composer_id::ComposerId;
use article_widget::domain::operation_id::Actor;
use article_widget::domain::syntax::Syntax;
use article_widget::domain::thread_id::ThreadId;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::Found;
use article_widget::store::file::backup::{backup, dumps};
use article_widget::store::file::file_contents::RefusalReason;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::format::draft::Draft;
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::epoch;
use article_widget::store::oplog::operation_set::Element;
use proptest::prelude::*;

use super::browser::{Browser, id, key, read};
use super::threads::{any_browser, browser};

fn elements(browser: &Browser) -> Vec<(Slot, Element)> {
    browser.set().elements().map(|(slot, element)| (slot, element.clone())).collect()
}

proptest! {
    #[test]
    fn a_restored_backup_is_what_was_there(browser in browser()) {
        let mut restored = Browser::default();
        let import = restored.import(&browser.backup(), ImportMode::AsOwn, id(50, 9));
        prop_assert_eq!(&restored, &browser, "{:?}", import.reasons());
        prop_assert!(import.contents.whole && import.reasons().is_empty());
    }

    #[test]
    fn a_restored_backup_is_what_was_there_but_for_what_was_erased_or_deleted(browser in any_browser()) {
        let mut restored = Browser::default();
        let file = browser.backup();
        let import = restored.import(&file, ImportMode::AsOwn, id(50, 9));
        prop_assert!(import.reasons().is_empty(), "{:?}", import.reasons());
        prop_assert_eq!(restored.backup(), file);
        prop_assert_eq!(restored.comments(), browser.comments());
    }

    #[test]
    fn restoring_twice_is_restoring_once(from in any_browser(), mut to in any_browser()) {
        let before = to.clone();
        let file = from.backup();
        to.import(&file, ImportMode::AsOwn, id(50, 9));
        let once = to.clone();
        let second = to.import(&file, ImportMode::AsOwn, id(51, 9));
        prop_assert_eq!(second.brought(), 0);
        prop_assert_eq!(&to, &once);
        for (key, value) in &before.records {
            prop_assert_eq!(once.records.get(key), Some(value));
        }
        let had = elements(&before);
        let has = elements(&once);
        prop_assert!(had.iter().all(|element| has.contains(element)), "a restored backup removed a record");
    }
}

#[test]
fn two_places_that_differ_are_both_in_the_backup_and_the_sound_value_is_restored() {
    let sound = Browser::of(&[super::browser::operation(
        1,
        id(1, 1),
        article_widget::store::format::operation::Kind::Delete { target: id(1, 2) },
    )]);
    let mut damaged = sound.clone();
    damaged.put(Slot::Own(id(1, 1)), StoredText::Units(vec![0xd800]));
    let both: Vec<Found> = damaged.found().into_iter().chain(sound.found()).collect();
    let file = backup(&dumps(&both), Timestamp::unix_epoch());
    assert_eq!(read(&file).unwrap().threads[0].items.len(), 2);
    let mut restored = Browser::default();
    let import = restored.import(&file, ImportMode::AsOwn, id(50, 9));
    assert_eq!(restored, sound);
    assert_eq!(import.reasons(), [RefusalReason::OtherWords]);
}

#[test]
fn a_backup_of_everything_names_its_threads() {
    let mut records = Vec::new();
    for text in ["a", "b"] {
        let thread = ThreadId::explicit(text).unwrap();
        let value = ThreadName::new(&thread, &format!("Title of {text}"), "https://a.example/").encode().unwrap();
        let key = format!("aw1:{}:0000000000000000000000", thread.key());
        records.push(Found { key, value: StoredText::Text(value) });
        let key = format!("aw1:{}:0000000010000000000001", thread.key());
        records.push(Found { key, value: StoredText::from("damaged") });
    }
    records
        .push(Found { key: "aw1:0000000000000:x".to_owned(), value: StoredText::from("of a thread without a name") });
    let contents = read(&backup(&dumps(&records), Timestamp::unix_epoch())).unwrap();
    let mut names: Vec<_> =
        contents.threads.iter().map(|thread| thread.name.as_ref().map(|name| name.title.as_str())).collect();
    names.sort_unstable();
    assert_eq!(names, [None, Some("Title of a"), Some("Title of b")]);
    assert!(contents.whole);
    let mut restored = Browser::default();
    restored.import(&backup(&dumps(&records), Timestamp::unix_epoch()), ImportMode::AsOwn, id(50, 9));
    assert_eq!(restored.records.len(), 2, "only what belongs to {}", key());
}

fn put_draft(browser: &mut Browser, name: u64, text: &str, epoch: u32) {
    let slot = Slot::Draft { composer: ComposerId::New, name: id(name, 1), actor: Actor(1) };
    let draft =
        Draft { text: text.to_owned(), syntax: Syntax::Plain, at: Timestamp::unix_epoch(), closed: false, epoch };
    browser.put(slot, StoredText::Text(draft.encode().unwrap()));
}

#[test]
fn a_draft_that_was_deleted_is_in_no_backup_and_is_not_restored() {
    let mut before = Browser::of(&[]);
    put_draft(&mut before, 50, "old thought", 0);
    let mut browser = Browser::of(&[]);
    browser.put(Slot::Epoch(1), StoredText::Text(epoch::encode(1).unwrap()));
    let import = browser.import(&before.backup(), ImportMode::AsOwn, id(100, 9));
    assert_eq!(import.reasons(), [RefusalReason::EpochDeleted]);
    put_draft(&mut browser, 50, "old thought", 0);
    put_draft(&mut browser, 51, "new thought", 1);
    assert!(browser.backup().contains("new thought") && !browser.backup().contains("old thought"));
}

#[test]
fn a_deletion_that_is_restored_takes_no_draft_away() {
    let mut from = Browser::of(&[]);
    from.put(Slot::Epoch(1), StoredText::Text(epoch::encode(1).unwrap()));
    let mut browser = Browser::of(&[]);
    put_draft(&mut browser, 50, "a thought", 0);
    let import = browser.import(&from.backup(), ImportMode::AsOwn, id(100, 9));
    assert_eq!(import.reasons(), [RefusalReason::WouldTakeAway]);
}
