//! Any bytes as a file, imported into a thread with own comments: those stay as they are, and every line is accounted for.
#![no_main]

use std::fmt::Write;
use std::rc::Rc;

use article_widget::domain::comment::Comment;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::format::envelope;
use article_widget::store::file::file_reader::FileReader;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::file::new_record::NewRecord;
use article_widget::store::copy::request::Found;
use article_widget::store::file::previewer::preview;
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::stored_thread::StoredThread;
use libfuzzer_sys::fuzz_target;

/// The import that the program would make of the file.
const BATCH: &str = "0000000900000000000009";

/// A post, an edit of it, a deleted post, and an erasure.
const OWN: [(&str, &str); 5] = [
    ("0000000010000000000001", r#"{"k":"post","a":{"id":"x"},"t":1,"b":"first"}"#),
    ("0000000020000000000001", r#"{"k":"edit","p":"0000000010000000000001","a":{"id":"x"},"t":2,"b":"corrected"}"#),
    ("0000000030000000000001", r#"{"k":"post","p":"0000000010000000000001","a":{"id":"x"},"t":3,"b":"reply"}"#),
    ("0000000040000000000001", r#"{"k":"delete","p":"0000000030000000000001","a":{"id":"x"},"t":4}"#),
    ("0000000060000000000001", r#"{"k":"erase","p":"0000000050000000000001","ids":[],"a":{"id":"x"},"t":6}"#),
];

fn reader(thread: &ThreadKey) -> Vec<Found> {
    let wrap = |json| StoredText::Text(envelope::wrap(json).expect("short"));
    OWN.iter().map(|(id, json)| Found { key: format!("aw1:{thread}:{id}"), value: wrap(json) }).collect()
}

fn own(thread: &StoredThread) -> Vec<Comment> {
    thread.comments().comments().filter(|comment| comment.own).map(|comment| (**comment).clone()).collect()
}

/// The bytes as a file, or the lines of a file made of them: no fuzzer finds a checksum by itself.
fn file(form: u8, text: &str, thread: &ThreadKey) -> String {
    let kind = match form % 3 {
        0 => return text.to_owned(),
        1 => "publication",
        _ => "backup",
    };
    let mut file =
        format!("{{\"format\":\"article-widget\",\"v\":1,\"kind\":\"{kind}\"}}\n{{\"thread_key\":\"{thread}\"}}\n");
    for line in text.split('\n') {
        let (id, json) = line.split_once('\t').unwrap_or(("0000000070000000000001", line));
        let written = match kind {
            "publication" => writeln!(file, "{{\"id\":\"{id}\",\"record\":{json}}}"),
            _ => {
                let value: String = envelope::wrap(json).unwrap_or_default().escape_default().collect();
                writeln!(file, "{{\"key\":\"aw1{id}\",\"value\":\"{}\"}}", value.replace("\\'", "'"))
            }
        };
        written.expect("a string takes everything");
    }
    file.replace("THREAD", thread.as_str())
}

fuzz_target!(|input: (u8, &[u8])| {
    let thread = ThreadId::explicit("a").expect("not blank").key();
    let text = file(input.0, &String::from_utf8_lossy(input.1), &thread);
    let Ok(mut reader_of_file) = FileReader::new(Rc::from(&*text)) else {
        return;
    };
    while !reader_of_file.step(3) {}
    let contents = reader_of_file.finish();
    let batch = OperationId::parse(BATCH).expect("an id");
    for mode in [ImportMode::AsForeign, ImportMode::AsOwn] {
        for part in contents.threads.iter().filter(|part| part.key == thread) {
            let mut records = reader(&thread);
            let before = StoredThread::gather(&thread, &records);
            let preview = preview(part, &before.set, &records, mode, u64::MAX);
            assert_eq!(preview.new.len() + preview.already + preview.refused.len(), part.items.len());
            for record in preview.new {
                let (key, value) = match record {
                    NewRecord::Imported { id, value } => {
                        let slot = Slot::Imported { id, batch, epoch: 0 };
                        let key = RecordKey { thread: thread.clone(), slot };
                        (key.to_string(), StoredText::Text(value.to_string()))
                    }
                    NewRecord::Own { key, value } => (key, value),
                };
                assert!(records.iter().all(|found| found.key != key), "{key} was overwritten");
                records.push(Found { key, value });
            }
            let after = StoredThread::gather(&thread, &records);
            match mode {
                ImportMode::AsForeign => assert_eq!(own(&after), own(&before)),
                // What was restored as one's own may change a comment, and takes none away.
                ImportMode::AsOwn => {
                    for comment in own(&before) {
                        assert!(own(&after).iter().any(|one| one.id == comment.id), "{comment:?}");
                    }
                }
            }
        }
    }
});
