//! The page about the format says what the code does: each of its examples is decoded and encoded again.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, its helpers too")]

use std::collections::BTreeSet;
use std::rc::Rc;

use article_widget::domain::author::NAME_LIMIT;
use article_widget::domain::body::BODY_LIMIT;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::copy::request::Found;
use article_widget::store::file::backup::{backup, dumps};
use article_widget::store::file::file_contents::{FileContents, FileItem};
use article_widget::store::file::file_reader::FileReader;
use article_widget::store::file::publication::publication;
use article_widget::store::file::thread_file::{DEEPEST, MOST_BYTES, MOST_LINES};
use article_widget::store::format::draft::Draft;
use article_widget::store::format::envelope;
use article_widget::store::format::record::{self, Decoded};
use article_widget::store::format::record_key::{RecordKey, Slot, thread_of};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::epoch;
use article_widget::store::oplog::operation_set::{Element, OperationSet};

fn page() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/FORMAT.md")).unwrap()
}

/// The fenced blocks of a kind, without their fences.
#[track_caller]
fn blocks(kind: &str) -> Vec<String> {
    let page = page();
    let opening = format!("\n```{kind}\n");
    let found: Vec<String> =
        page.split(&opening).skip(1).filter_map(|rest| Some(rest.split_once("```\n")?.0.to_owned())).collect();
    assert!(!found.is_empty(), "the page has no block of the kind {kind}");
    found
}

/// The keys and values in blocks of a kind: a line for each.
fn stored(kind: &str) -> Vec<(String, String)> {
    let blocks = blocks(kind);
    let lines: Vec<&str> = blocks.iter().flat_map(|block| block.lines()).collect();
    assert!(lines.len().is_multiple_of(2), "{kind}: each key has its value");
    let pair = |pair: &[&str]| match pair {
        [key, value] => Some(((*key).to_owned(), (*value).to_owned())),
        _ => None,
    };
    lines.chunks(2).filter_map(pair).collect()
}

fn slot(key: &str) -> Slot {
    let thread = ThreadKey::parse(thread_of(key).unwrap_or_else(|| panic!("{key} is of no thread"))).unwrap();
    let read = RecordKey::parse(&thread, key).unwrap().unwrap_or_else(|()| panic!("{key} cannot be read"));
    assert_eq!(read.to_string(), key);
    read.slot
}

/// What the code would write in the place of a value, and the kind of record it is.
fn again(key: &str, value: &str) -> (String, String) {
    let text = StoredText::from(value);
    let json = envelope::unwrap(value).unwrap_or_else(|error| panic!("{value}: {error}"));
    let kind = json.strip_prefix("{\"k\":\"").and_then(|rest| rest.split_once('"')).unwrap().0.to_owned();
    let written = match slot(key) {
        Slot::Own(OperationId::NAMING) => ThreadName::decode(&text).unwrap().encode(),
        Slot::Own(id) | Slot::Imported { id, .. } => match record::decode(id, &text) {
            Ok(Decoded::Operation(operation)) => record::encode(&operation),
            other => panic!("{value}: {other:?}"),
        },
        Slot::Epoch(number) => {
            assert!(epoch::confirms(number, &text));
            epoch::encode(number)
        }
        Slot::Draft { .. } => Draft::decode(&text).unwrap().encode(),
    };
    (written.unwrap(), kind)
}

fn read(file: &str) -> FileContents {
    let mut reader = FileReader::new(Rc::from(file)).unwrap_or_else(|error| panic!("{error:?}"));
    while !reader.step(usize::MAX) {}
    reader.finish()
}

#[test]
fn every_stored_example_is_what_the_code_writes() {
    let mut kinds = BTreeSet::new();
    for (key, value) in stored("stored") {
        let (written, kind) = again(&key, &value);
        assert_eq!(written, value, "{key}");
        kinds.insert(kind);
    }
    let all = [
        "batch",
        "delete",
        "draft",
        "edit",
        "erase",
        "generation",
        "post",
        "react",
        "restore",
        "sent",
        "thread",
        "unreact",
    ];
    assert_eq!(kinds, all.map(str::to_owned).into(), "each kind has an example");
}

#[test]
fn an_example_with_one_digit_changed_is_noticed() {
    let (key, value) = stored("stored").remove(0);
    let wrong = value.replace("Ghent", "Gent ");
    assert_ne!(wrong, value);
    assert!(record::decode(OperationId::NAMING, &StoredText::from(wrong.as_str())).is_err());
    assert_eq!(again(&key, &value).0, value);
}

#[test]
fn what_the_page_calls_unknown_is_kept_without_being_read() {
    for (key, value) in stored("unknown") {
        let Slot::Own(id) = slot(&key) else { panic!("{key} is an operation's") };
        let decoded = record::decode(id, &StoredText::from(value.as_str()));
        assert!(matches!(decoded, Ok(Decoded::Foreign { .. })), "{value}: {decoded:?}");
    }
    for reserved in ["hide", "approve", "link"] {
        assert!(page().contains(&format!("`{reserved}`")));
        let json = format!("{{\"k\":\"{reserved}\",\"g\":7}}");
        assert_eq!(record::from_json(OperationId::NAMING, &json), Ok(Decoded::Foreign { epoch: Some(7) }));
    }
}

#[test]
fn the_envelope_that_is_taken_apart_is_a_sound_one() {
    for block in blocks("unfinished") {
        let json = envelope::unwrap(block.trim_end()).unwrap().to_owned();
        assert_eq!(envelope::wrap(&json).as_deref(), Some(block.trim_end()));
        assert!(page().contains(&format!("says {} units", json.encode_utf16().count())));
    }
}

#[test]
fn the_keys_of_the_example_threads_are_theirs() {
    for line in blocks("threads").iter().flat_map(|block| block.lines()) {
        let (id, key) = line.split_once(' ').unwrap();
        assert_eq!(ThreadId::explicit(id).unwrap().key().as_str(), key.trim());
    }
}

#[test]
fn every_message_is_one_that_is_heard() {
    for message in blocks("messages").iter().flat_map(|block| block.split("\n\n")) {
        match message.split_once('\n') {
            Some(("record", rest)) => {
                let (key, value) = rest.trim_end().split_once('\n').unwrap();
                assert_eq!(again(key, value).0, value);
            }
            Some(("forgotten", "")) => {}
            Some(("drafts", thread)) => assert!(ThreadKey::parse(thread.trim_end()).is_some()),
            _ => panic!("{message}"),
        }
    }
}

#[test]
fn the_backup_is_whole_and_is_written_again_as_it_stands() {
    for block in blocks("backup") {
        let contents = read(&block);
        assert!(contents.whole && contents.refused.is_empty(), "{contents:?}");
        let mut found = Vec::new();
        for item in contents.threads.iter().flat_map(|thread| &thread.items) {
            let FileItem::Stored { key, value, .. } = item else { panic!("{item:?}") };
            found.push(Found { key: key.clone(), value: value.clone() });
        }
        assert!(found.iter().any(|found| matches!(found.value, StoredText::Units(_))));
        assert_eq!(backup(&dumps(&found), contents.at.unwrap()), block);
    }
}

#[test]
fn the_publication_is_whole_and_is_written_again_as_it_stands() {
    for block in blocks("publication") {
        let contents = read(&block);
        assert!(contents.whole && contents.refused.is_empty(), "{contents:?}");
        let mut threads = Vec::new();
        for thread in &contents.threads {
            let mut set = OperationSet::default();
            for item in &thread.items {
                let FileItem::Record { id, json, .. } = item else { panic!("{item:?}") };
                let Ok(Decoded::Operation(operation)) = record::from_json(*id, json) else { panic!("{json}") };
                let value = Rc::from(record::encode(&operation).unwrap());
                let element = Element { value, encode: None, epoch: Some(0), operation: Some(operation) };
                set.add(Slot::Imported { id: *id, batch: OperationId::NAMING, epoch: 0 }, element);
            }
            threads.push((&thread.key, thread.name.as_ref(), set));
        }
        let sets: Vec<_> = threads.iter().map(|(key, name, set)| (*key, *name, set)).collect();
        assert_eq!(publication(&sets, contents.at.unwrap()), block);
    }
}

#[test]
fn the_limits_are_those_of_the_code() {
    let page = page();
    let grouped = |number: usize| {
        let digits: Vec<String> = number.to_string().chars().rev().map(String::from).collect();
        digits.chunks(3).map(<[String]>::concat).collect::<Vec<_>>().join(",").chars().rev().collect::<String>()
    };
    for said in [
        format!("at most {} characters and {} units", grouped(BODY_LIMIT.graphemes), grouped(BODY_LIMIT.units)),
        format!(
            "at most {} characters (grapheme clusters of UAX #29) and {} units",
            NAME_LIMIT.graphemes, NAME_LIMIT.units
        ),
        format!("20 MiB ({})", grouped(MOST_BYTES)),
        format!("| {}, the header and blank ones included |", grouped(MOST_LINES)),
        format!("| depth of objects and lists in a line | {DEEPEST} |"),
    ] {
        assert!(page.contains(&said), "the page does not say: {said}");
    }
}
