//! Files that broke off, at every character.

use article_widget::domain::body::Body;
use article_widget::store::file::file_contents::{FileContents, FileError, FileItem};
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::format::operation::Kind;

use super::browser::{Browser, id, operation, read};

/// A thread of 50 comments, some of them edited, deleted, or replies.
fn fifty() -> Browser {
    let mut operations = Vec::new();
    for number in 1..=50u64 {
        let parent = (number % 3 == 0).then(|| id(number - 1, 1));
        let body = Body::new(&format!("é👍 {number}")).ok();
        operations.push(operation(1, id(number, 1), Kind::Post { parent, body }));
        if number % 10 == 0 {
            let body = Body::new("corrected").unwrap();
            operations.push(operation(1, id(100 + number, 1), Kind::Edit { target: id(number, 1), body }));
        }
        if number % 10 == 2 {
            operations.push(operation(1, id(100 + number, 1), Kind::Delete { target: id(number, 1) }));
        }
    }
    Browser::of(&operations)
}

fn items(contents: &FileContents) -> Vec<&FileItem> {
    contents.threads.iter().flat_map(|thread| &thread.items).collect()
}

fn every_truncation(file: &str, modes: &[ImportMode]) {
    let whole = read(file).unwrap();
    assert!(whole.whole && whole.refused.is_empty());
    let header = file.find('\n').unwrap();
    let mut before = usize::MAX;
    for (at, _) in file.char_indices() {
        let cut = file.get(..at).unwrap();
        let contents = match read(cut) {
            Ok(contents) => contents,
            Err(error) => {
                assert_eq!(error, FileError::NoHeader);
                assert!(at < header, "a cut at {at}");
                continue;
            }
        };
        // Only the end of the last line may be missing without a report: nothing is lost with it.
        assert_eq!(contents.whole, at == file.len() - 1, "a cut at {at}");
        let items = items(&contents);
        assert!(self::items(&whole).starts_with(&items), "a cut at {at} changed a line");
        assert!(contents.refused.len() <= 1);
        // An import brings what was read and no more; once for each number of lines is enough.
        if items.len() != before {
            before = items.len();
            for mode in modes {
                let mut browser = Browser::default();
                let import = browser.import(cut, *mode, id(999, 9));
                assert_eq!(import.brought(), before);
            }
        }
    }
}

#[test]
fn every_truncation_of_a_backup_is_noticed() {
    every_truncation(&fifty().backup(), &[ImportMode::AsForeign, ImportMode::AsOwn]);
}

#[test]
fn every_truncation_of_a_publication_is_noticed() {
    every_truncation(&fifty().publication(), &[ImportMode::AsForeign]);
}

/// A value that broke off is left alone, counted, and comes out of a backup as it is.
#[test]
fn every_truncation_of_a_stored_value_is_kept_as_it_is() {
    use article_widget::store::format::record_key::Slot;
    use article_widget::store::format::stored_text::StoredText;
    for (key, value) in fifty().records.into_iter().take(3) {
        let StoredText::Text(value) = value else { continue };
        for (at, _) in value.char_indices() {
            let mut browser = fifty();
            browser.put(Slot::Own(id(900, 1)), StoredText::from("untouched"));
            browser.records.insert(key.clone(), StoredText::from(value.get(..at).unwrap()));
            assert_eq!(browser.thread().unreadable, 2, "a cut at {at}");
            let mut restored = Browser::default();
            restored.import(&browser.backup(), ImportMode::AsOwn, id(999, 9));
            assert_eq!(restored, browser, "a cut at {at}");
        }
    }
}
