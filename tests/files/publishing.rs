//! A publication: whoever imports it sees what the writer sees, and not a word of what was replaced or deleted.

use std::collections::BTreeSet;

use article_widget::domain::body::Body;
use article_widget::domain::comment::Comment;
use article_widget::store::file::import_preview::ImportMode::AsForeign;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::epoch;
use proptest::prelude::*;

use super::browser::{Browser, id};
use super::threads::{any_browser, any_operation};

/// A browser in which every text has a word of its own, with own and imported operations, drafts, and a deletion of everything.
fn marked() -> impl Strategy<Value = Browser> {
    let operations = prop::collection::vec((any_operation(), any::<bool>()), 0..14);
    (operations, any::<bool>()).prop_map(|(operations, deleted)| {
        let mut browser = Browser::default();
        for (number, (operation, own)) in operations.into_iter().enumerate() {
            let body = Body::new(&format!("word{number}end")).unwrap();
            let kind = match operation.kind {
                Kind::Post { parent, .. } => Kind::Post { parent, body: Some(body) },
                Kind::Edit { target, .. } => Kind::Edit { target, body },
                other => other,
            };
            let operation = Operation { kind, ..operation };
            let slot = if own {
                Slot::Own(operation.id)
            } else {
                let epoch = operation.epoch;
                Slot::Imported { id: operation.id, batch: id(40 + u64::from(epoch), 9), epoch }
            };
            browser.put(slot, StoredText::Text(record::encode(&operation).unwrap()));
        }
        if deleted {
            browser.put(Slot::Epoch(1), StoredText::Text(epoch::encode(1).unwrap()));
        }
        browser
    })
}

fn words(text: &str) -> BTreeSet<String> {
    text.split("word").skip(1).filter_map(|rest| Some(rest.split_once("end")?.0.to_owned())).collect()
}

proptest! {
    #[test]
    fn only_the_texts_that_are_shown_are_published(browser in marked()) {
        let shown = |comment: &Comment| (!comment.deleted).then(|| comment.current.body.as_str().to_owned());
        let expected: Vec<String> = browser.comments().iter().filter_map(shown).collect();
        prop_assert_eq!(words(&browser.publication()), words(&expected.concat()));
    }

    #[test]
    fn whoever_imports_a_publication_sees_what_its_writer_sees(browser in any_browser()) {
        let file = browser.publication();
        let mut other = Browser::default();
        let import = other.import(&file, AsForeign, id(50, 9));
        prop_assert!(import.reasons().is_empty(), "{:?}\n{}", import.reasons(), file);
        prop_assert!(import.contents.whole);
        prop_assert_eq!(other.shown(), browser.shown());
        prop_assert_eq!(other.publication(), file);
    }

    #[test]
    fn nothing_private_is_published(browser in any_browser()) {
        let file = browser.publication();
        for line in file.lines().skip(2) {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let record = line["record"].as_object().unwrap();
            let fields: BTreeSet<&str> = record.keys().map(String::as_str).collect();
            prop_assert!(fields.is_subset(&BTreeSet::from(["k", "p", "a", "t", "b", "ids", "r"])), "{}", line);
        }
    }

    #[test]
    fn no_erased_or_deleted_word_is_in_any_new_file(browser in marked()) {
        let set = browser.set();
        let kept: String = set.elements().map(|(_, element)| element.value.to_string()).collect();
        prop_assert_eq!(words(&browser.backup()), words(&kept));
    }
}
