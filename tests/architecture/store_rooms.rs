//! The rooms (folders) of `store` stand on each other: `file` (backups, publications) on `oplog` (the set of operations), that on `copy`
//! (what the copies are asked), all on `format` (the bytes of a record).

use std::collections::{BTreeMap, BTreeSet};

use super::source::{self, Source, must_be_none};
use super::uses::Uses;

/// Each may use only those after it.
const ROOMS: [&str; 4] = ["file", "oplog", "copy", "format"];

fn place(file: &str) -> Option<usize> {
    let room = file.strip_prefix("src/store/")?.split_once('/')?.0;
    ROOMS.iter().position(|it| *it == room)
}

fn complaints(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let all = edges.iter().flat_map(|(file, used)| used.iter().map(move |other| (file, other)));
    let back = all.filter(|(file, other)| place(file).zip(place(other)).is_some_and(|(here, there)| there < here));
    back.map(|(file, other)| format!("{file} uses {other}: in `store` only {} may", ROOMS.join(" ▸ "))).collect()
}

#[test]
fn every_room_of_the_store_uses_only_those_after_it() {
    must_be_none(complaints(&Uses::of(&source::below("src", ".rs")).edges()));
}

#[test]
fn every_file_of_the_store_is_in_a_room() {
    let files = source::below("src/store", ".rs").into_iter().map(|source| source.path);
    must_be_none(files.filter(|file| place(file).is_none() && file != "src/store/mod.rs").collect());
}

#[test]
fn a_room_that_uses_one_before_it_is_noticed() {
    let sources = [
        Source::sample("src/lib.rs", "pub mod store;"),
        Source::sample("src/store/mod.rs", "pub mod file; pub mod format;"),
        Source::sample("src/store/file/mod.rs", "pub mod backup;"),
        Source::sample("src/store/file/backup.rs", "use crate::store::format::record::Record; pub struct Backup;"),
        Source::sample("src/store/format/mod.rs", "pub mod record;"),
        Source::sample("src/store/format/record.rs", "pub struct Record(crate::store::file::backup::Backup);"),
    ];
    let found = complaints(&Uses::of(&sources).edges());
    assert!(matches!(&found[..], [one] if one.starts_with("src/store/format/record.rs uses")), "{found:?}");
}
