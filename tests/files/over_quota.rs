//! What of a file finds no space: counted, and its texts at hand to be read.

use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, OperationId};
use article_widget::store::file::import_preview::ImportMode::{self, AsForeign, AsOwn};
use article_widget::store::file::import_preview::Preview;
use article_widget::store::file::new_record::NewRecord;
use article_widget::store::file::over_quota::UnsavedText;
use article_widget::store::file::previewer::Previewer;
use article_widget::store::file::previewer::preview;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::{StoredText, units};
use proptest::prelude::*;

use super::browser::{Browser, id, key, operation, published, read};
use super::threads::any_browser;

const AUTHOR: u128 = 2;

fn post(lamport: u64, text: &str) -> Operation {
    operation(AUTHOR, id(lamport, 2), Kind::Post { parent: None, body: Body::new(text).ok() })
}

fn edit(lamport: u64, target: OperationId, text: &str) -> Operation {
    operation(AUTHOR, id(lamport, 2), Kind::Edit { target, body: Body::new(text).unwrap() })
}

fn delete(lamport: u64, target: OperationId) -> Operation {
    operation(AUTHOR, id(lamport, 2), Kind::Delete { target })
}

/// What a file would bring to an empty browser with so much space.
fn judged(file: &str, mode: ImportMode, room: u64) -> Preview {
    let contents = read(file).unwrap();
    preview(contents.threads.first().unwrap(), &Browser::default().set(), &[], mode, room)
}

/// The texts that find no space, edits marked, and how many other entries.
#[track_caller]
fn unsaved(preview: &Preview) -> (Vec<String>, usize) {
    let read = |record| {
        let text = UnsavedText::read(&key(), record).unwrap();
        format!("{}{}", if text.edit { "edit: " } else { "" }, text.body.as_str())
    };
    (preview.over_quota.texts.iter().map(read).collect(), preview.over_quota.others)
}

#[test]
fn what_finds_no_space_is_counted_and_the_rest_is_brought() {
    let long = "x".repeat(1_000);
    let file = published(&[post(1, &long), post(2, &long), post(3, &long)]);
    let counts = |room| {
        let preview = judged(&file, AsForeign, room);
        (preview.new.len(), preview.over_quota.count())
    };
    assert_eq!(counts(u64::MAX), (3, 0));
    assert_eq!(counts(3_500), (2, 1));
    assert_eq!(counts(1_000), (0, 3));
}

#[test]
fn comments_and_edits_without_space_can_be_read_and_nothing_else() {
    let mut browser = Browser::of(&[
        post(1, "<b>first</b>"),
        edit(2, id(1, 2), "first, corrected"),
        post(3, "deleted"),
        edit(4, id(3, 2), "deleted, corrected"),
        delete(5, id(3, 2)),
        post(6, "deleted and restored"),
        delete(7, id(6, 2)),
        operation(AUTHOR, id(8, 2), Kind::Restore { target: id(6, 2) }),
        operation(3, id(9, 3), Kind::Delete { target: id(1, 2) }),
    ]);
    let texts = ["<b>first</b>", "edit: first, corrected", "deleted and restored"].map(str::to_owned).to_vec();
    assert_eq!(unsaved(&judged(&browser.backup(), AsForeign, 0)), (texts.clone(), 6));
    // A publication leaves out what was replaced or deleted.
    assert_eq!(unsaved(&judged(&browser.publication(), AsForeign, 0)), (texts[1..].to_vec(), 2));
    browser.put(Slot::Own(id(20, 2)), StoredText::Units(vec![0xd800]));
    browser.put(Slot::Own(id(21, 2)), StoredText::from("damaged"));
    let composer = article_widget::domain::composer_id::ComposerId::New;
    browser.put(Slot::Draft { composer, name: id(22, 2), actor: Actor(2) }, StoredText::from("a draft"));
    browser.records.insert(format!("aw1:{}:later", key()), StoredText::from("of a later version"));
    let own = judged(&browser.backup(), AsOwn, 0);
    assert_eq!(unsaved(&own), (texts, 10));
    assert!(own.new.is_empty());
}

#[test]
fn somebody_elses_comment_without_space_is_read_in_ones_own_backup_too() {
    let mut browser = Browser::default();
    let theirs = post(1, "theirs");
    let value = StoredText::Text(article_widget::store::format::record::encode(&theirs).unwrap());
    browser.put(Slot::Imported { id: theirs.id, batch: id(40, 9), epoch: 0 }, value);
    for mode in [AsForeign, AsOwn] {
        assert_eq!(unsaved(&judged(&browser.backup(), mode, 0)), (vec!["theirs".to_owned()], 0));
    }
}

/// Units of the keys and values that an import would write, its own operation aside.
fn written(preview: &Preview, batch: OperationId) -> u64 {
    let of = |record: &NewRecord| match record {
        NewRecord::Imported { id, value } => {
            let slot = Slot::Imported { id: *id, batch, epoch: 0 };
            units(&RecordKey { thread: key(), slot }.to_string()) + units(value)
        }
        NewRecord::Own { key, value } => units(key) + value.units(),
    };
    preview.new.iter().map(of).sum()
}

proptest! {
    #[test]
    fn what_finds_no_space_is_what_would_have_been_new(browser in any_browser(), room in 0..4_000u64) {
        for file in [browser.backup(), browser.publication()] {
            let contents = read(&file).unwrap();
            for thread in &contents.threads {
                let set = Browser::default().set();
                let all = preview(thread, &set, &[], AsForeign, u64::MAX);
                let some = preview(thread, &set, &[], AsForeign, room);
                prop_assert_eq!(some.new.len() + some.over_quota.count(), all.new.len());
                prop_assert_eq!((some.already, some.refused), (all.already, all.refused));
                for record in &some.over_quota.texts {
                    prop_assert!(all.new.contains(record) && !some.new.contains(record));
                    prop_assert!(UnsavedText::read(&key(), record).is_some());
                }
            }
        }
    }

    #[test]
    fn the_units_that_are_taken_are_what_would_be_written(browser in any_browser(), room in 0..4_000u64) {
        for mode in [AsForeign, AsOwn] {
            for thread in read(&browser.backup()).unwrap().threads {
                let mut previewer = Previewer::new(thread, &Browser::default().set(), &[], mode, room);
                while !previewer.step(3) {}
                let taken = previewer.taken();
                let preview = previewer.finish();
                let own = u64::from(mode == AsForeign && !preview.new.is_empty()) * 1_024;
                prop_assert_eq!(taken, written(&preview, id(50, 9)) + own);
                prop_assert!(taken <= room);
            }
        }
    }
}
