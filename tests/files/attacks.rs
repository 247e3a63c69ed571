//! Files that were made to harm: each tries one thing, as a publication and as a backup, and nothing of the reader's own changes.

use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Lamport, OperationId};
use article_widget::store::file::file_contents::RefusalReason;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::epoch;

use super::browser::{Browser, Import, file, id, operation, published};
use super::program::brings_imported_records_only;

/// The reader, whose author id is known to everybody who read a publication.
const READER: u128 = 1;
const STRANGER: u128 = 2;
const SECRET: &str = "the secret that was erased";

fn post(author: u128, id: OperationId, text: &str) -> Operation {
    operation(author, id, Kind::Post { parent: None, body: Body::new(text).ok() })
}

fn edit(author: u128, id: OperationId, target: OperationId, text: &str) -> Operation {
    operation(author, id, Kind::Edit { target, body: Body::new(text).unwrap() })
}

/// A thread with a comment (1), one that was edited (2, 3), one that was deleted (4, 5), one that was erased (6, 7), and a reply
/// (8).
fn reader() -> Browser {
    let mut browser = Browser::of(&[
        post(READER, id(1, 1), "first"),
        post(READER, id(2, 1), "second"),
        edit(READER, id(3, 1), id(2, 1), "second, corrected"),
        post(READER, id(4, 1), "third"),
        operation(READER, id(5, 1), Kind::Delete { target: id(4, 1) }),
        operation(READER, id(7, 1), Kind::Erase { target: id(6, 1), changes: vec![id(6, 2)] }),
        operation(READER, id(8, 1), Kind::Post { parent: Some(id(1, 1)), body: Body::new("reply").ok() }),
    ]);
    let draft = Slot::Draft {
        composer: article_widget::domain::composer_id::ComposerId::New,
        name: id(9, 1),
        actor: article_widget::domain::operation_id::Actor(1),
    };
    browser.put(draft, StoredText::from("a draft"));
    browser
}

/// A backup whose own operations are these.
fn backed_up(operations: &[Operation]) -> String {
    Browser::of(operations).backup()
}

/// Imports both kinds of file, and finds everything of the reader's own as it was, after loading again too.
#[track_caller]
fn changes_nothing_own(operations: &[Operation]) -> Vec<Import> {
    let mut imports = Vec::new();
    for file in [published(operations), backed_up(operations)] {
        let mut browser = reader();
        let (stored, comments) = browser.own();
        let batch = id(100, 9);
        let import = browser.import(&file, ImportMode::AsForeign, batch);
        let (mut stored_now, comments_now) = browser.own();
        stored_now.retain(|key, _| !key.contains(&batch.to_string()));
        assert_eq!(stored_now, stored);
        assert_eq!(comments_now, comments);
        assert_eq!(comments_now.len(), 4);
        assert!(browser.set().latest() < Lamport::new(1 << 21).unwrap(), "the clock was pushed");
        assert!(browser.comments().iter().all(|comment| comment.current.body.as_str() != SECRET));
        brings_imported_records_only(&reader(), &file);
        imports.push(import);
    }
    imports
}

#[track_caller]
fn refused(operations: &[Operation], reasons: &[RefusalReason]) {
    for import in changes_nothing_own(operations) {
        assert_eq!(import.reasons(), reasons);
        assert_eq!(import.brought() + import.already() + reasons.len(), operations.len());
    }
}

#[test]
fn a_file_that_edits_a_comment_of_the_readers_does_nothing() {
    changes_nothing_own(&[edit(READER, id(20, 2), id(1, 1), "a lie"), edit(STRANGER, id(21, 2), id(2, 1), "a lie")]);
}

#[test]
fn a_file_that_deletes_or_restores_a_comment_of_the_readers_does_nothing() {
    changes_nothing_own(&[
        operation(READER, id(20, 2), Kind::Delete { target: id(1, 1) }),
        operation(READER, id(21, 2), Kind::Restore { target: id(4, 1) }),
        operation(STRANGER, id(22, 2), Kind::Delete { target: id(2, 1) }),
    ]);
}

#[test]
fn a_file_that_erases_a_comment_of_the_readers_does_nothing() {
    let changes = vec![id(2, 1), id(3, 1), id(8, 1)];
    changes_nothing_own(&[operation(READER, id(20, 2), Kind::Erase { target: id(1, 1), changes })]);
}

#[test]
fn a_file_that_uses_an_id_of_the_readers_again_is_refused_there() {
    refused(&[post(READER, id(1, 1), "a lie")], &[RefusalReason::OtherWords]);
    refused(&[edit(READER, id(3, 1), id(2, 1), "a lie")], &[RefusalReason::OtherWords]);
    refused(&[post(STRANGER, id(5, 1), "not a deletion")], &[RefusalReason::OtherWords]);
    refused(&[post(READER, id(1, 1), "first")], &[]);
}

#[test]
fn a_file_that_claims_the_readers_author_id_does_not_speak_as_the_reader() {
    let mut browser = reader();
    browser.import(&published(&[post(READER, id(20, 2), "as if")]), ImportMode::AsForeign, id(100, 9));
    let claimed = browser.comments().into_iter().find(|comment| comment.id == id(20, 2)).unwrap();
    assert!(!claimed.own);
    changes_nothing_own(&[post(READER, id(20, 2), "as if")]);
}

#[test]
fn a_file_with_a_number_beyond_all_reason_is_refused_there() {
    let far = id(1 << 44, 2);
    refused(&[post(STRANGER, far, "far")], &[RefusalReason::BeyondReason]);
    refused(&[edit(READER, far, id(1, 1), "a lie")], &[RefusalReason::BeyondReason]);
    refused(&[post(STRANGER, id(20, 2), "near"), post(STRANGER, far, "far")], &[RefusalReason::BeyondReason]);
}

#[test]
fn a_file_with_comments_that_reply_to_each_other_shows_each_once() {
    let answer = |id, parent| {
        operation(STRANGER, id, Kind::Post { parent: Some(parent), body: Body::new("round and round").ok() })
    };
    let circle = [answer(id(20, 2), id(21, 2)), answer(id(21, 2), id(20, 2)), answer(id(22, 2), id(22, 2))];
    changes_nothing_own(&circle);
    let mut browser = reader();
    browser.import(&published(&circle), ImportMode::AsForeign, id(100, 9));
    let rows = browser.shown();
    for comment in &circle {
        assert_eq!(rows.iter().filter(|row| row.0 == comment.id).count(), 1);
    }
}

#[test]
fn a_file_does_not_bring_an_erased_text_back() {
    refused(
        &[
            post(READER, id(6, 1), SECRET),
            edit(READER, id(6, 2), id(6, 1), SECRET),
            edit(READER, id(30, 2), id(6, 1), SECRET),
        ],
        &[RefusalReason::Erased; 3],
    );
}

#[test]
fn a_file_of_another_epoch_deletes_nothing_and_brings_nothing_deleted_back() {
    let later = |epoch| Operation { epoch, ..post(STRANGER, id(20, 2), "later") };
    for import in changes_nothing_own(&[later(u32::MAX)]) {
        assert_eq!(import.brought(), 1);
    }
    // A deletion of everything in somebody's backup.
    let mut other = Browser::of(&[later(3)]);
    other.put(Slot::Epoch(3), StoredText::Text(epoch::encode(3).unwrap()));
    let mut browser = reader();
    let before = browser.own();
    let import = browser.import(&other.backup(), ImportMode::AsForeign, id(100, 9));
    assert_eq!(import.reasons(), [RefusalReason::OnlyOnesOwn]);
    assert_eq!(browser.own().1, before.1);
    // One's own backup from before a deletion: nothing of it comes back.
    let mut emptied = Browser::default();
    emptied.put(Slot::Epoch(1), StoredText::Text(epoch::encode(1).unwrap()));
    let import = emptied.import(&reader().backup(), ImportMode::AsOwn, id(100, 9));
    assert!(emptied.comments().is_empty());
    assert_eq!(import.reasons(), [RefusalReason::EpochDeleted; 7]);
}

#[test]
fn an_import_in_a_file_is_nobodys_import() {
    refused(
        &[operation(READER, id(20, 2), Kind::Batch { label: "x".to_owned(), count: 1, thread: None })],
        &[RefusalReason::OnlyOnesOwn],
    );
}

/// Whoever can be talked into restoring a stranger's backup as their own still keeps everything that is here.
#[test]
fn a_backup_restored_as_ones_own_takes_nothing_away() {
    let hostile = [
        post(READER, id(1, 1), "a lie"),
        edit(READER, id(3, 1), id(2, 1), "a lie"),
        operation(READER, id(20, 2), Kind::Erase { target: id(1, 1), changes: vec![] }),
        operation(READER, id(21, 2), Kind::Erase { target: id(99, 2), changes: vec![id(8, 1)] }),
        post(READER, id(1 << 44, 2), "far"),
        Operation { epoch: u32::MAX, ..post(READER, id(22, 2), "can never be deleted") },
    ];
    let mut other = Browser::of(&hostile);
    let mut browser = reader();
    let (stored, comments) = browser.own();
    let import = browser.import(&other.backup(), ImportMode::AsOwn, id(100, 9));
    assert_eq!((browser.own().0, browser.own().1), (stored, comments));
    assert_eq!(import.brought(), 0, "{:?}", import.reasons());
    other.put(Slot::Epoch(2), StoredText::Text(epoch::encode(2).unwrap()));
    let import = browser.import(&other.backup(), ImportMode::AsOwn, id(100, 9));
    assert!(import.reasons().contains(&RefusalReason::WouldTakeAway));
    assert_eq!(browser, reader());
}

#[test]
fn a_key_of_another_thread_or_of_another_script_is_not_written() {
    let line = |key: &str| format!("{{\"key\":\"{key}\",\"value\":\"x\"}}");
    let lines = [
        line("aw1:0000000000000:0000000010000000000001"),
        line("token"),
        line("aw1p:name"),
        line("aw1"),
        "{\"thread\":\"another\"}".to_owned(),
        line("aw1:0000000000000:0000000010000000000001"),
    ];
    let mut browser = reader();
    for mode in [ImportMode::AsOwn, ImportMode::AsForeign] {
        let import = browser.import(&file("backup", &lines), mode, id(100, 9));
        use RefusalReason::{OtherThread, UnknownKey};
        assert_eq!(import.reasons(), [OtherThread, UnknownKey, UnknownKey, UnknownKey]);
        assert_eq!(browser, reader());
    }
}
