//! Inside `app` a room has its own state and its own rules: it knows neither the model nor another room. Not all of `app` is in rooms yet;
//! what is not may only become less.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{self, Source};
use super::uses::Uses;

/// The rooms.
const ROOMS: [&str; 3] = ["src/app/article.rs", "src/app/notices.rs", "src/app/quota.rs"];

/// The words that all of `app` speaks: what has happened, what is to be done, what the embedder asked for.
const WORDS: [&str; 6] = [
    "src/app/announcement.rs",
    "src/app/config.rs",
    "src/app/effect.rs",
    "src/app/form.rs",
    "src/app/host_event.rs",
    "src/app/message.rs",
];

/// How many files take the whole model in hand.
const NOT_IN_A_ROOM: usize = 23;

const MODEL: &str = "src/app/model.rs";

/// What a room uses that it must not.
fn trespasses(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let used = ROOMS.iter().flat_map(|room| edges.get(*room).into_iter().flatten().map(move |file| (room, file)));
    let strange = used.filter(|(_, file)| {
        file.starts_with("src/app/") && !file.ends_with("mod.rs") && !WORDS.contains(&file.as_str())
    });
    strange.map(|(room, file)| format!("{room} uses {file}: it is told what it needs, and says what follows")).collect()
}

fn edges() -> BTreeMap<String, BTreeSet<String>> {
    Uses::of(&source::below("src", ".rs")).edges()
}

#[test]
fn no_room_of_the_program_uses_another_or_the_model() {
    let edges = edges();
    assert!(ROOMS.iter().all(|room| edges.contains_key(*room)), "a room has gone");
    source::must_be_none(trespasses(&edges));
}

#[test]
fn no_more_files_take_the_whole_model_in_hand() {
    let edges = edges();
    let users: Vec<_> = edges
        .iter()
        .filter(|(file, used)| file.starts_with("src/app/") && used.contains(MODEL))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(users.len(), NOT_IN_A_ROOM, "more: give it a room; fewer: lower the number. They are {users:#?}");
}

#[test]
fn a_room_that_takes_the_model_or_another_room_in_hand_is_noticed() {
    for (text, used) in
        [("use super::model::Model;", MODEL), ("fn f(_: &crate::app::quota::Quota) {}", "src/app/quota.rs")]
    {
        let sources = [
            Source::sample("src/lib.rs", "pub mod app;"),
            Source::sample("src/app/mod.rs", "mod article; mod effect; mod model; mod notices; mod quota;"),
            Source::sample("src/app/article.rs", text),
            Source::sample("src/app/notices.rs", "use super::effect::Effect;"),
            Source::sample("src/app/effect.rs", "pub enum Effect {}"),
            Source::sample("src/app/model.rs", "pub struct Model;"),
            Source::sample("src/app/quota.rs", "pub struct Quota;"),
        ];
        let found = trespasses(&Uses::of(&sources).edges());
        assert!(
            matches!(&found[..], [one] if one.contains("src/app/article.rs uses") && one.contains(used)),
            "{found:?}"
        );
    }
}
