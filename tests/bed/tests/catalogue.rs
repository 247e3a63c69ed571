//! The scenarios do what their names say: one that stops half way tests nothing.

use article_widget_bed::bare_replica::Bare;
use article_widget_bed::catalogue::{Named, widgets};
use article_widget_bed::ledger::{Entry, Fate};
use article_widget_bed::program::Program;
use article_widget_bed::scenario::{Run, Scenario};
use article_widget_bed::subject::REPLICA;

/// How many timers run out: enough for a comment to be called saved.
const TICKS: u32 = 6;

/// The runs of one scenario in which every script came to its end.
fn whole<P: Program>(scenario: &Scenario<P>) -> impl Iterator<Item = Run<P>> {
    let is_whole = move |run: &Run<P>| {
        run.next.iter().zip(&scenario.scripts).all(|(next, script)| usize::from(*next) == script.len())
    };
    (0..40).filter_map(move |seed| scenario.run(None, seed, |_, _| Ok(())).ok()).filter(is_whole)
}

/// The stories that are never told to their end.
fn stuck<P: Program>(all: impl IntoIterator<Item = Named<P>>) -> Vec<String> {
    // Where the storage is nearly full, what follows a comment that is refused cannot be done.
    let all = all.into_iter().filter(|(name, _)| !name.ends_with("nearly full"));
    all.filter_map(|(name, scenario)| whole(&scenario).next().is_none().then_some(name)).collect()
}

#[test]
fn every_story_can_be_told_to_its_end() {
    assert_eq!(stuck(widgets(TICKS)), [""; 0]);
}

#[test]
fn every_story_of_a_replica_alone_can_be_told_to_its_end() {
    assert_eq!(stuck(REPLICA.scenarios.iter().flat_map(|list| list(TICKS))), [""; 0]);
}

#[test]
fn a_replica_alone_comes_to_the_end_of_its_quota() {
    let all = REPLICA.scenarios.iter().flat_map(|list| list(TICKS));
    let full = all.filter(|(name, _)| name == "one tab posts twice, nearly full");
    let refuses = |(_, scenario): Named<Bare>| whole(&scenario).any(|run| run.world.trouble);
    assert_eq!(full.map(refuses).collect::<Vec<_>>(), [true]);
}

/// Whether some run of a story ends with an entry like this.
#[track_caller]
fn ends_with(story: &str, wanted: impl Fn(&Entry) -> bool) {
    let mut named = widgets(TICKS).into_iter().filter(|(name, _)| name == story);
    let (_, scenario) = named.next().unwrap_or_else(|| unreachable!("{story}"));
    assert!(whole(&scenario).any(|run| run.world.ledger.entries().any(|(_, entry)| wanted(&entry))), "{story}");
}

#[test]
fn what_is_imported_must_stay_and_what_is_undone_must_go() {
    ends_with("an import, and a reload", |entry| entry.brought && entry.promised && entry.fate == Fate::Held);
    ends_with("an import there, undone", |entry| entry.brought && entry.earlier && entry.fate == Fate::Gone);
    ends_with("an import undone elsewhere", |entry| entry.brought && entry.fate == Fate::Gone);
}

#[test]
fn an_edit_of_what_is_kept_at_the_earlier_address_must_be_seen_there() {
    let is_edit = |entry: &Entry| entry.earlier && entry.root.0 == 1 && entry.page == 2;
    ends_with("an edit where its comment is kept", |entry| {
        is_edit(entry) && entry.promised && entry.fate == Fate::Held
    });
}
