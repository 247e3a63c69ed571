//! What an import makes of a record, by what stands here under its id already.

use article_widget::domain::body::Body;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::store::file::file_contents::RefusalReason;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::file::previewer::Previewer;
use article_widget::store::format::envelope;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::epoch;
use article_widget::store::oplog::operation_set::OperationSet;

use super::browser::{Browser, THREAD, id, operation, published, read};

fn post(lamport: u64, text: Option<&str>) -> Operation {
    let body = text.map(|text| Body::new(text).unwrap());
    operation(2, id(lamport, 1), Kind::Post { parent: None, body })
}

/// A browser with a record of a kind that this version does not know.
fn of_a_later_version(word: &str) -> Browser {
    let mut browser = Browser::default();
    let json = format!("{{\"k\":\"{word}\",\"a\":{{\"id\":\"x\"}},\"t\":1}}");
    browser.put(Slot::Own(id(1, 1)), StoredText::Text(envelope::wrap(&json).unwrap()));
    browser
}

#[test]
fn of_what_a_later_version_wrote_the_same_bytes_are_here_already_and_others_are_other_words() {
    for (word, already, reasons) in [("wave", 1, vec![]), ("nod", 0, vec![RefusalReason::OtherWords])] {
        let mut browser = of_a_later_version("wave");
        let import = browser.import(&of_a_later_version(word).backup(), ImportMode::AsForeign, id(50, 9));
        assert_eq!((import.already(), import.reasons()), (already, reasons), "{word}");
    }
}

#[test]
fn of_what_was_imported_a_post_without_its_text_is_no_news_and_one_with_other_words_is() {
    for (text, already) in [(Some("text"), 1), (None, 1), (Some("other words"), 0)] {
        let mut browser = Browser::default();
        browser.import(&published(&[post(1, Some("text"))]), ImportMode::AsForeign, id(50, 9));
        let import = browser.import(&published(&[post(1, text)]), ImportMode::AsForeign, id(51, 9));
        assert_eq!((import.already(), import.brought()), (already, 1 - already), "{text:?}");
    }
    let mut browser = Browser::default();
    browser.import(&published(&[post(1, Some("text"))]), ImportMode::AsForeign, id(50, 9));
    let elsewhere = operation(2, id(1, 1), Kind::Post { parent: Some(id(9, 1)), body: None });
    assert_eq!(browser.import(&published(&[elsewhere]), ImportMode::AsForeign, id(51, 9)).brought(), 1);
}

#[test]
fn what_is_here_makes_numbers_that_follow_it_reasonable() {
    let far = post((2 << 20) - 1, Some("text"));
    let mut browser = Browser::of(&[post(1 << 20, Some("here"))]);
    assert_eq!(browser.import(&published(std::slice::from_ref(&far)), ImportMode::AsForeign, id(50, 9)).brought(), 1);
    let import = Browser::default().import(&published(&[far]), ImportMode::AsForeign, id(50, 9));
    assert_eq!(import.reasons(), [RefusalReason::BeyondReason]);
}

#[test]
fn a_deletion_is_restored_if_nothing_here_is_older_than_it() {
    let mut backed_up = Browser::default();
    backed_up.put(Slot::Epoch(5), StoredText::Text(epoch::encode(5).unwrap()));
    for (kept, reasons) in [(5, vec![]), (4, vec![RefusalReason::WouldTakeAway])] {
        let mut browser = Browser::of(&[Operation { epoch: kept, ..post(1, Some("text")) }]);
        let import = browser.import(&backed_up.backup(), ImportMode::AsOwn, id(50, 9));
        assert_eq!(import.reasons(), reasons, "{kept}");
    }
}

#[test]
fn every_item_is_read_once_and_judged_once() {
    let contents = read(&published(&[post(1, Some("one")), post(2, Some("two"))])).unwrap();
    let thread = contents.threads.first().cloned().unwrap();
    let mut previewer = Previewer::new(thread, &OperationSet::default(), &[], ImportMode::AsForeign, u64::MAX);
    let mut seen = vec![previewer.progress()];
    while !previewer.step(1) {
        seen.push(previewer.progress());
    }
    assert_eq!(seen, [(0, 4), (1, 4), (2, 4), (3, 4)]);
    assert_eq!(previewer.progress(), (4, 4));
}

#[test]
fn what_was_erased_here_is_not_restored_and_says_why() {
    let erase = operation(2, id(3, 1), Kind::Erase { target: id(1, 1), changes: vec![] });
    let mut browser = Browser::of(&[erase]);
    let backup = Browser::of(&[post(1, Some("erased")), post(2, Some("kept"))]).backup();
    let import = browser.import(&backup, ImportMode::AsOwn, id(50, 9));
    assert_eq!((import.brought(), import.reasons()), (1, vec![RefusalReason::Erased]));
}

#[test]
fn how_somebody_elses_thread_is_called_is_nothing_new_and_what_they_deleted_is_theirs_alone() {
    let mut theirs = Browser::of(&[post(1, Some("text"))]);
    theirs.put(Slot::Epoch(0), StoredText::Text(epoch::encode(0).unwrap()));
    let name = ThreadName::new(&ThreadId::explicit(THREAD).unwrap(), "A title", "https://a.example/");
    theirs.put(Slot::Own(OperationId::NAMING), StoredText::Text(name.encode().unwrap()));
    let import = Browser::default().import(&theirs.backup(), ImportMode::AsForeign, id(50, 9));
    assert_eq!((import.brought(), import.already(), import.reasons()), (1, 1, vec![RefusalReason::OnlyOnesOwn]));
}

#[test]
fn a_million_epochs_ahead_are_restored_and_no_more() {
    for (number, reasons) in [(1_000_000, vec![]), (1_000_001, vec![RefusalReason::BeyondReason])] {
        let mut deleted = Browser::default();
        deleted.put(Slot::Epoch(number), StoredText::Text(epoch::encode(number).unwrap()));
        let written = Browser::of(&[Operation { epoch: number, ..post(1, Some("text")) }]);
        for browser in [deleted, written] {
            let import = Browser::default().import(&browser.backup(), ImportMode::AsOwn, id(50, 9));
            assert_eq!(import.reasons(), reasons, "{number}");
        }
    }
}
