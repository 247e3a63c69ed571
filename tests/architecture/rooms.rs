//! Inside `app` a room has its own state, its messages and its rules: it knows neither the whole program nor another room. What
//! concerns several is put together in a few files that are named here.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{self, Source, must_be_none};
use super::uses::Uses;

/// The rooms, each with its files.
pub(super) const ROOMS: [(&str, &[&str]); 11] = [
    (
        "Actions",
        &[
            "actions/mod",
            "actions/act",
            "actions/acts",
            "actions/histories",
            "actions/reacting",
            "actions/reaction_msg",
            "actions/state",
            "actions/state_tests",
            "actions/undoing",
        ],
    ),
    ("ArticleRoom", &["article"]),
    (
        "Finding",
        &["finding/mod", "finding/msg", "finding/search", "finding/searching", "finding/state", "finding/visit"],
    ),
    ("HostCalls", &["host_calls"]),
    (
        "ComposerRoom",
        &["composer/mod", "composer/composers", "composer/state", "composer/state_tests", "composer/submitting"],
    ),
    (
        "List",
        &[
            "group",
            "groups",
            "groups_tests",
            "kept",
            "list",
            "list_msg",
            "list_tests",
            "branches",
            "moving",
            "row_height",
            "permalink",
            "window",
        ],
    ),
    ("Names", &["names/mod", "names/index", "names/state"]),
    ("Notices", &["notices"]),
    (
        "Published",
        &["published/mod", "published/error", "published/reading", "published/state", "published/state_tests"],
    ),
    ("Quota", &["quota"]),
    ("SubmissionRoom", &["submission/mod", "submission/letter", "submission/state"]),
];

/// Files that every room may use: types for what is asked for, what is to be done, and what the page is told.
const WORDS: [&str; 7] = ["config", "context", "effect", "host_call", "host_event", "step", "dispatching"];

/// Files that know all rooms: the whole state, and what one message, event or attribute does to several rooms.
const WHOLE: [&str; 13] = [
    "responses",
    "first_look",
    "lifecycle",
    "composer_drafts",
    "deleting",
    "events",
    "msg",
    "mod",
    "state",
    "received",
    "update",
    "warnings",
    "written_state",
];

/// Files that only tests of the rooms use.
const SAMPLES: [&str; 1] = ["samples"];

fn path(name: &str) -> String {
    format!("src/app/{name}.rs")
}

/// The room that a file belongs to.
fn room_of(file: &str) -> Option<&'static str> {
    ROOMS.iter().find(|(_, files)| files.iter().any(|name| path(name) == file)).map(|(room, _)| *room)
}

fn is_among(names: &[&str], file: &str) -> bool {
    names.iter().any(|name| path(name) == file)
}

/// Each use of another room, or of the whole program, by a file of a room or by one of [`WORDS`].
fn trespasses(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let in_app = |file: &&String| file.starts_with("src/app/");
    let all = edges.iter().filter(|(file, _)| in_app(file) && !is_among(&WHOLE, file));
    let used = all.flat_map(|(file, used)| used.iter().filter(in_app).map(move |other| (file, other)));
    let strange = used.filter(|(file, other)| {
        let is_own = room_of(file).is_some() && room_of(file) == room_of(other);
        // A `mod.rs` only lists modules; a use of what it re-exports is counted for the file that has it.
        !is_own && !is_among(&WORDS, other) && !is_among(&SAMPLES, other) && !other.ends_with("/mod.rs")
    });
    strange
        .map(|(file, other)| format!("{file} uses {other}: a room takes what it needs as an argument (`Context`), and returns what concerns others as a `Step`"))
        .collect()
}

fn edges() -> BTreeMap<String, BTreeSet<String>> {
    Uses::of(&source::below("src", ".rs")).edges()
}

#[test]
fn no_room_of_the_program_uses_another_or_the_whole() {
    must_be_none(trespasses(&edges()));
}

#[test]
fn every_file_of_the_program_is_of_a_room_or_a_word_or_puts_several_together() {
    let files: BTreeSet<String> = source::below("src/app", ".rs").into_iter().map(|source| source.path).collect();
    let named =
        ROOMS.iter().flat_map(|(_, files)| *files).chain(&WORDS).chain(&WHOLE).chain(&SAMPLES).map(|name| path(name));
    assert_eq!(files, named.collect(), "a new file belongs to a room; what has gone is no longer named");
}

#[test]
fn a_room_that_takes_the_whole_or_another_room_in_hand_is_noticed() {
    for (text, used) in [
        ("use super::state::App;", "src/app/state.rs"),
        ("fn f(_: &crate::app::quota::Quota) {}", "src/app/quota.rs"),
        ("use super::composer::composers;", "src/app/composer/composers.rs"),
    ] {
        let sources = [
            Source::sample("src/lib.rs", "pub mod app;"),
            Source::sample(
                "src/app/mod.rs",
                "mod article; pub mod composer; mod effect; mod state; mod notices; mod quota;",
            ),
            Source::sample("src/app/article.rs", text),
            Source::sample("src/app/composer/mod.rs", "pub mod composers;"),
            Source::sample("src/app/composer/composers.rs", ""),
            Source::sample("src/app/notices.rs", "use super::effect::Effect;"),
            Source::sample("src/app/effect.rs", "pub enum Effect {}"),
            Source::sample("src/app/state.rs", "use super::article::A; pub struct App;"),
            Source::sample("src/app/quota.rs", "pub struct Quota;"),
        ];
        let found = trespasses(&Uses::of(&sources).edges());
        assert!(
            matches!(&found[..], [one] if one.contains("src/app/article.rs uses") && one.contains(used)),
            "{found:?}"
        );
    }
}
