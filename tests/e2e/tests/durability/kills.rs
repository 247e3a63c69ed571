//! The browser is killed while a reader writes, again and again, and opened with the same profile.

use crate::chance::Chance;
use crate::machine::Machine;
use crate::site;
use crate::told::Told;
use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::wait::{self, Patience};
use article_widget_e2e::{OrFail, Page, fail};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// How much of a text that is being written a kill may take, in milliseconds.
const DRAFT_LOSS: u64 = 2_000;
/// A thread shows so many rows without being asked for more.
const MOST_POSTS: u64 = 40;

/// The sum of all rounds.
#[derive(Debug, Default)]
struct Figures {
    posted: usize,
    saved: usize,
    missing: usize,
    drafts: usize,
}

#[test]
fn what_was_called_saved_is_there_after_a_kill() {
    let rounds: u64 = std::env::var("E2E_KILLS").map_or(12, |number| number.parse().or_fail("E2E_KILLS is a number"));
    let mut chance = Chance::from_environment();
    let mut machine = Machine::new();
    let mut figures = Figures::default();
    let mut saved: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for round in 0..rounds {
        live_until_killed(&mut machine, round, &mut chance);
        let told = Told::so_far(&machine.server);
        look_again(&mut machine, round, &told, &mut figures);
        saved.insert(round, told.saved());
    }
    // Later kills must not take what earlier ones left.
    for (round, saved) in &saved {
        let page = machine.open(&path(*round));
        wait_for_all(&page, saved);
    }
    println!(
        "{rounds} kills: {} comments posted, {} shown as saved, {} of them missing; {} texts were being written, none lost",
        figures.posted, figures.saved, figures.missing, figures.drafts
    );
    assert_eq!(figures.missing, 0);
}

/// If a kill took nothing, the test above would prove nothing.
#[test]
fn a_kill_takes_what_has_only_one_copy() {
    let mut machine = Machine::new();
    let refused = "<script>Object.defineProperty(window, 'indexedDB', { value: undefined })</script>";
    // The browser may by chance have written just before the kill.
    let lost = (0..5).any(|round| {
        site::thread(&machine.server, &path(round), &format!("round-{round}"), refused);
        let page = machine.open(&path(round));
        let row = page.post("Ada", "only in the primary copy");
        page.wait_for(&row.inside("[data-save=kept]"));
        machine.kill();
        machine.open(&path(round)).texts().is_empty()
    });
    assert!(lost, "five kills took nothing");
}

fn path(round: u64) -> String {
    format!("/round-{round}.html")
}

/// What one reader does until a kill ends it: at any moment, or at the very moment of the word "Saved".
fn live_until_killed(machine: &mut Machine, round: u64, chance: &mut Chance) {
    site::thread(&machine.server, &path(round), &format!("round-{round}"), "");
    machine.open(&path(round));
    // In a third of the rounds one long text is written and nothing posted.
    let posts = if chance.between(1, 3) == 1 { 0 } else { chance.between(1, MOST_POSTS) };
    let (letter, rest) = (chance.between(5, 60), chance.between(0, 400));
    let live = format!("reader.live('r{round}', {posts}, {letter}, {rest})");
    let (at_the_word, nth, after) =
        (chance.between(0, 1) == 1 && posts > 0, chance.between(1, 5), chance.between(100, 6_000));
    machine.server.forget_requests();
    machine.session().script(&live, Vec::new());
    if at_the_word {
        let mut patience = Patience::of_seconds(6);
        while u64::try_from(Told::so_far(&machine.server).saved().len()).unwrap_or_default() < nth && patience.pause() {
        }
    } else {
        wait::let_pass(Duration::from_millis(after));
    }
    machine.kill();
}

/// Opens the thread of a round again and compares.
fn look_again(machine: &mut Machine, round: u64, told: &Told, figures: &mut Figures) {
    let page = machine.open(&path(round));
    let saved = told.saved();
    let rows = wait_for_all(&page, &saved);
    let posted = told.posted_before(0);
    figures.posted += posted.len();
    figures.saved += saved.len();
    figures.missing += saved.iter().filter(|text| !rows.contains(*text)).count();
    for text in told.posted_before(DRAFT_LOSS) {
        assert!(
            rows.contains(&text),
            "round {round}: {text:?} stood in the thread for two seconds and is gone: {told:#?}"
        );
    }
    if let Some(text) = told.writing_before(DRAFT_LOSS) {
        figures.drafts += 1;
        page.session().wait_for(&format!("round {round}: {text:?} in the composer or in the thread"), || {
            let held = page.value(&format!("{NEW_FORM} textarea[name=body]"));
            let sent = rows.iter().any(|row| row.starts_with(text));
            if held.starts_with(text) || sent { Ok(()) } else { Err(format!("{held:?}")) }
        });
    }
    let held = page.value(&format!("{NEW_FORM} textarea[name=body]"));
    assert!(!rows.contains(&held), "round {round}: {held:?} is posted and in the composer as well");
}

/// The thread's texts, once all these are among them.
#[track_caller]
fn wait_for_all(page: &Page<'_>, wanted: &BTreeSet<String>) -> BTreeSet<String> {
    page.session().wait_for("everything that was called saved", || {
        let rows = page.texts();
        let set: BTreeSet<String> = rows.iter().cloned().collect();
        if set.len() < rows.len() {
            fail(format!("something is shown twice: {rows:?}"));
        }
        let missing: Vec<_> = wanted.difference(&set).collect();
        if missing.is_empty() { Ok(set) } else { Err(format!("missing: {missing:?}")) }
    })
}
