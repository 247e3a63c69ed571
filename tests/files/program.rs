//! The same files through the whole program: by the panel and by method, on the page of the thread and on another one.

use std::collections::BTreeMap;
use std::rc::Rc;

use article_widget::app::Msg;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage;
use article_widget::manage::host_call::HostCall;
use article_widget::manage::msg::{ImportMsg, PanelMsg};
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::format::operation::Kind;
use article_widget::store::format::record::{self, Decoded};
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;

use super::browser::{Browser, THREAD, key};
use super::support::Page;

/// Imports a file as somebody's in all these ways, and finds that it brought imported records and the record of its import,
/// and nothing else.
#[track_caller]
pub(crate) fn brings_imported_records_only(browser: &Browser, file: &str) {
    for thread in [THREAD, "another"] {
        for by_method in [false, true] {
            let mut page = Page::new(9);
            page.widget.app.config.thread = ThreadId::explicit(thread).unwrap();
            for (key, value) in &browser.records {
                let StoredText::Text(value) = value else { continue };
                page.storage.set(key, value).unwrap();
                page.mirror.set(key, value).unwrap();
            }
            page.send(Msg::Started);
            let before: BTreeMap<_, _> = page.stored().into_iter().collect();
            if by_method {
                page.send(manage::Msg::HostCalled { ticket: 1, call: HostCall::Preview(Rc::from(file)) });
                page.send(manage::Msg::HostCalled { ticket: 2, call: HostCall::Commit(1) });
            } else {
                page.send(PanelMsg::Toggled);
                let text = Ok(Rc::from(file));
                page.send(ImportMsg::ReadFile { name: "hostile".to_owned(), text });
                page.send(ImportMsg::Imported);
            }
            page.settle();
            for place in [page.stored(), page.mirrored()] {
                let after: BTreeMap<_, _> = place.into_iter().collect();
                assert!(before.iter().all(|(key, value)| after.get(key) == Some(value)));
                let mut others =
                    after.iter().filter(|(key, _)| !before.contains_key(*key) && !key.starts_with("aw1i:"));
                others.clone().for_each(|(key, value)| assert!(is_import(key, value), "{key} came: {value:?}"));
                assert!(others.nth(1).is_none(), "more than one import");
            }
        }
    }
}

/// Whether this is the reader's own record of an import.
fn is_import(name: &str, value: &StoredText) -> bool {
    let Some(Ok(RecordKey { slot: Slot::Own(id), .. })) = RecordKey::parse(&key(), name) else { return false };
    matches!(record::decode(id, value), Ok(Decoded::Operation(operation)) if matches!(operation.kind, Kind::Batch { .. }))
}

#[test]
fn a_file_names_no_thread_and_its_name_goes_with_the_import() {
    let lines =
        ["{\"id\":\"0000000010000000000002\",\"record\":{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"hi\"}}"];
    let named = format!("{{\"thread\":\"{THREAD}\",\"title\":\"A lie\",\"url\":\"https://lie.example/\"}}");
    let file = super::browser::file("publication", &lines.map(str::to_owned))
        .replace(&format!("{{\"thread\":\"{THREAD}\"}}"), &named);
    assert!(file.contains("A lie"));
    brings_imported_records_only(&Browser::default(), &file);
    let mut page = Page::new(9);
    page.send(Msg::Started);
    page.send(PanelMsg::Toggled);
    page.send(ImportMsg::ReadFile { name: "hostile".to_owned(), text: Ok(Rc::from(file)) });
    page.send(ImportMsg::Imported);
    page.settle();
    assert!(page.is_kept("A lie"), "the panel lists it so");
    let mut there = page.beside(3);
    there.widget.app.config.thread = ThreadId::explicit(THREAD).unwrap();
    there.send(Msg::Started);
    there.post("Mine");
    let naming = RecordKey::own(&key(), OperationId::NAMING).to_string();
    let Ok(Some(StoredText::Text(name))) = there.storage.get(&naming) else { panic!("no name") };
    assert!(name.contains("A page") && !name.contains("A lie"), "{name}");
}

#[test]
fn a_restored_name_of_another_thread_does_not_take_this_ones_place() {
    let other = ThreadName::new(&ThreadId::explicit("other").unwrap(), "Other", "u").encode().unwrap();
    let naming = RecordKey::own(&key(), OperationId::NAMING).to_string();
    let line = format!("{{\"key\":\"{naming}\",\"value\":{}}}", serde_json::to_string(&other).unwrap());
    let mut page = Page::new(9);
    page.widget.app.config.thread = ThreadId::explicit(THREAD).unwrap();
    page.send(Msg::Started);
    page.send(PanelMsg::Toggled);
    let text = Ok(Rc::from(super::browser::file("backup", &[line])));
    page.send(ImportMsg::ReadFile { name: "hostile".to_owned(), text });
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    page.send(ImportMsg::Imported);
    page.send(ImportMsg::AnsweredRestore { sure: true });
    page.settle();
    assert!(page.stored().is_empty() && page.mirrored().is_empty(), "{:?}", page.stored());
}
