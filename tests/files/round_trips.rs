//! Somebody's files: importing twice is importing once, and no order of imports makes another thread.

use std::collections::BTreeMap;

use article_widget::domain::operation_id::OperationId;
use article_widget::store::file::file_contents::RefusalReason;
use article_widget::store::file::import_preview::ImportMode::AsForeign;
use article_widget::store::format::record_key::Slot;
use proptest::prelude::*;

use super::browser::{Browser, id, published};
use super::threads::{any_browser, any_operation, browser};

/// Any file: somebody's backup, or operations as a publication could hold them.
fn file() -> impl Strategy<Value = String> {
    prop_oneof![
        any_browser().prop_map(|browser| browser.backup()),
        any_browser().prop_map(|browser| browser.publication()),
        prop::collection::vec(any_operation(), 0..12).prop_map(|operations| published(&operations)),
    ]
}

/// What counts under each id, imports themselves aside.
fn counted(browser: &Browser) -> BTreeMap<OperationId, String> {
    let set = browser.set();
    let ids = set.elements().filter_map(|(slot, _)| match slot {
        Slot::Own(id) | Slot::Imported { id, .. } => Some(id),
        _ => None,
    });
    ids.filter(|id| id.actor.0 != 9).filter_map(|id| Some((id, set.effective(id)?.0.value.to_string()))).collect()
}

proptest! {
    #[test]
    fn importing_twice_is_importing_once(mut browser in any_browser(), file in file()) {
        let own = browser.own().1;
        browser.import(&file, AsForeign, id(50, 9));
        let once = browser.clone();
        let second = browser.import(&file, AsForeign, id(51, 9));
        prop_assert_eq!(second.brought(), 0);
        prop_assert_eq!(&browser, &once);
        prop_assert_eq!(browser.own().1, own);
    }

    #[test]
    fn the_order_of_two_imports_does_not_matter(browser in any_browser(), one in file(), other in file()) {
        let (mut a, mut b) = (browser.clone(), browser);
        a.import(&one, AsForeign, id(50, 9));
        a.import(&other, AsForeign, id(51, 9));
        b.import(&other, AsForeign, id(51, 9));
        b.import(&one, AsForeign, id(50, 9));
        prop_assert_eq!(counted(&a), counted(&b));
        prop_assert_eq!(a.comments(), b.comments());
    }

    #[test]
    fn ones_own_files_bring_nothing_that_is_not_there(browser in browser()) {
        for file in [browser.backup(), browser.publication()] {
            let mut same = browser.clone();
            let import = same.import(&file, AsForeign, id(50, 9));
            // Imported records of this browser are not all as an import would have written them.
            let foreign = browser.records.keys().any(|key| key.starts_with("aw1i:"));
            prop_assert!(import.brought() == 0 || foreign, "{}", file);
            prop_assert_eq!(same.own().1, browser.own().1);
        }
    }

    #[test]
    fn every_line_is_accounted_for(mut browser in any_browser(), file in file()) {
        let lines = file.lines().count() - 1;
        let threads = file.lines().filter(|line| line.starts_with("{\"thread")).count();
        let import = browser.import(&file, AsForeign, id(50, 9));
        prop_assert_eq!(import.brought() + import.already() + import.reasons().len(), lines - threads);
    }
}

#[test]
fn an_import_that_was_undone_can_be_made_again() {
    use article_widget::store::format::operation::Kind;
    use article_widget::store::format::stored_text::StoredText;
    let post = super::browser::operation(
        2,
        id(1, 2),
        Kind::Post { parent: None, body: article_widget::domain::body::Body::new("x").ok() },
    );
    let mut browser = Browser::default();
    browser.import(&published(std::slice::from_ref(&post)), AsForeign, id(50, 9));
    assert_eq!(browser.comments().len(), 1);
    let undo = super::browser::operation(1, id(51, 9), Kind::Erase { target: id(50, 9), changes: vec![] });
    browser.put(Slot::Own(undo.id), StoredText::Text(article_widget::store::format::record::encode(&undo).unwrap()));
    assert_eq!(browser.comments().len(), 0);
    assert!(!browser.backup().contains("aw1i:"));
    let again = browser.import(&published(&[post]), AsForeign, id(52, 9));
    assert_eq!(again.reasons(), [] as [RefusalReason; 0]);
    assert_eq!(browser.comments().len(), 1);
}
