//! Every hostile JSON and string that is known, as a file, as a line of one, as a record, and as a stored value.

use std::path::PathBuf;

use article_widget::domain::body::Body;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::format::envelope;
use article_widget::store::format::operation::Kind;
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;

use super::browser::{Browser, file, id, key, operation};

/// The texts of a corpus: files of a folder, or strings of a list. Bytes that are not UTF-8 become what a browser makes of
/// them.
fn corpus(name: &str) -> Option<Vec<(String, String)>> {
    let named = std::env::var_os("CORPORA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora"));
    let path = folder.join(name);
    if path.is_file() {
        let list: Vec<String> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        return Some(list.into_iter().enumerate().map(|(number, text)| (format!("{name} {number}"), text)).collect());
    }
    if !path.is_dir() {
        eprintln!("skipped: no corpora at {} (set CORPORA)", folder.display());
        return None;
    }
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        texts.push((path.display().to_string(), text));
    }
    Some(texts)
}

fn texts() -> Vec<(String, String)> {
    ["jsontestsuite/test_parsing", "jsontestsuite/test_transform", "blns/blns.json"]
        .iter()
        .flat_map(|name| corpus(name).unwrap_or_default())
        .collect()
}

fn reader() -> Browser {
    let post = operation(1, id(1, 1), Kind::Post { parent: None, body: Body::new("kept").ok() });
    let mut browser = Browser::of(&[post]);
    browser.put(Slot::Own(id(2, 1)), StoredText::from("damaged, and kept"));
    browser
}

/// Imports a file both ways. Nothing that is there changes, and every line that is not blank is accounted for: it begins a
/// thread, or brings something, or is here, or is refused with a reason.
#[track_caller]
fn imports(name: &str, text: &str) {
    for mode in [ImportMode::AsForeign, ImportMode::AsOwn] {
        let mut browser = reader();
        let Ok(import) = browser.try_import(text, mode, id(100, 9)) else {
            assert_eq!(browser, reader());
            continue;
        };
        for (key, value) in reader().records {
            assert_eq!(browser.records.get(&key), Some(&value), "{name}");
        }
        let (_, comments) = reader().own();
        assert!(comments.iter().all(|comment| browser.own().1.contains(comment)), "{name}");
        let lines = text.split('\n').filter(|line| !line.trim_matches([' ', '\t', '\r']).is_empty()).count();
        let threads = import.contents.threads.len();
        assert_eq!(import.brought() + import.already() + import.reasons().len() + threads + 1, lines, "{name}");
    }
}

#[test]
fn every_known_text_as_an_import_changes_nothing_and_is_accounted_for() {
    for (name, text) in texts() {
        imports(&name, &text);
        let quoted = serde_json::to_string(&text).unwrap();
        for kind in ["backup", "publication"] {
            imports(&name, &file(kind, std::slice::from_ref(&text)));
            let field = |value: &str| {
                [
                    format!("{{\"key\":\"aw1:{}:0000000050000000000001\",\"value\":{value}}}", key()),
                    format!("{{\"key\":{value},\"value\":\"\"}}"),
                    format!("{{\"key\":\"aw1:{}:0000000010000000000001\",\"units\":{value}}}", key()),
                    format!("{{\"id\":\"0000000050000000000001\",\"record\":{value}}}"),
                    format!(
                        "{{\"id\":\"0000000010000000000001\",\"record\":{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":1,\"b\":{value}}}}}"
                    ),
                    format!("{{\"id\":{value},\"record\":{{}}}}"),
                ]
            };
            for line in field(&quoted).into_iter().chain(field(&text)) {
                imports(&name, &file(kind, &[line]));
            }
            imports(&name, &file(kind, &[]).replace("\"at\":0", &format!("\"at\":{text}")));
        }
    }
}

#[test]
fn every_known_text_as_a_stored_value_comes_out_of_a_backup_as_it_is() {
    for (name, text) in texts() {
        let post = format!(
            "{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":1,\"b\":{}}}",
            serde_json::to_string(&text).unwrap()
        );
        let mut values =
            vec![StoredText::from(text.as_str()), StoredText::Units(text.encode_utf16().chain([0xd800]).collect())];
        values.extend([text.as_str(), &post].map(|json| StoredText::Text(envelope::wrap(json).unwrap())));
        for value in values {
            for slot in [Slot::Own(id(5, 1)), Slot::Imported { id: id(5, 1), batch: id(3, 1), epoch: 0 }] {
                let mut browser = reader();
                browser.put(slot, value.clone());
                assert!(browser.comments().iter().any(|comment| comment.own), "{name}");
                let mut restored = Browser::default();
                restored.import(&browser.backup(), ImportMode::AsOwn, id(100, 9));
                assert_eq!(restored, browser, "{name}");
                browser.publication();
            }
        }
    }
}

#[test]
fn every_known_string_survives_a_publication() {
    for (name, text) in corpus("blns/blns.json").unwrap_or_default() {
        let Ok(body) = Body::new(&text) else { continue };
        let browser = Browser::of(&[operation(1, id(1, 1), Kind::Post { parent: None, body: Some(body) })]);
        let mut other = Browser::default();
        other.import(&browser.publication(), ImportMode::AsForeign, id(100, 9));
        assert_eq!(other.shown(), browser.shown(), "{name}");
    }
}
