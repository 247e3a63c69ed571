//! Each engine, pointed at the naive store, finds a way to lose a comment and makes it short; what loses nothing passes.
#![expect(clippy::panic, reason = "a test says what it expected by failing")]

use article_widget_bed::crash_sweep::crash_sweep;
use article_widget_bed::explore::explore;
use article_widget_bed::fault_sweep::fault_sweep;
use article_widget_bed::finding::Finding;
use article_widget_bed::long_run::{self, Wish, long_run};
use article_widget_bed::naive::{Manner, Naive};
use article_widget_bed::program::Act;
use article_widget_bed::scenario::{Planned, Scenario};
use article_widget_bed::step::Step;
use article_widget_bed::text::Text;

/// Promises nothing, so that only a real loss counts.
const MODEST: Manner = Manner { locks: false, listens: false, promises: false };
const PROMISING: Manner = Manner { promises: true, ..MODEST };

const fn post(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Submit(Text(text)))
}

fn two_tabs(manner: Manner) -> Scenario<Naive> {
    Scenario::new(manner, 2, &[&[post(0, 1), post(0, 2)], &[post(1, 3), post(1, 4)]])
}

#[track_caller]
fn check(finding: Option<Finding>, rule: &str, longest: usize, scenario: &Scenario<Naive>) {
    let finding = finding.unwrap_or_else(|| panic!("nothing found"));
    assert!(finding.violation.rule.starts_with(rule), "{finding}");
    assert!(finding.steps.len() <= longest, "{finding}");
    let again = scenario.replay(finding.plan, &finding.steps);
    assert_eq!(again, (finding.steps.clone(), Some(finding.violation.clone())), "it repeats itself");
    assert!(finding.to_string().contains(&format!("{:?}", finding.steps)), "and is printed whole");
}

#[test]
fn the_exploration_finds_the_race_of_two_tabs() {
    let scenario = two_tabs(MODEST);
    check(explore(&scenario, 1_000_000).finding, "4", 4, &scenario);
}

#[test]
fn the_exploration_finds_that_a_lock_does_not_help() {
    let scenario = two_tabs(Manner { locks: true, ..MODEST });
    check(explore(&scenario, 1_000_000).finding, "4", 6, &scenario);
}

#[test]
fn the_exploration_finds_tabs_that_disagree_after_a_message() {
    let mut scenario = Scenario::<Naive>::new(Manner { listens: true, ..MODEST }, 2, &[&[post(0, 1)]]);
    scenario.live = true;
    check(explore(&scenario, 1_000_000).finding, "all tabs", 2, &scenario);
}

#[test]
fn the_exploration_of_one_tab_ends_without_a_finding() {
    let scenario = Scenario::<Naive>::new(MODEST, 1, &[&[post(0, 1), post(0, 2), Step::Look(0)]]);
    let explored = explore(&scenario, 1_000_000);
    assert_eq!(explored.finding, None);
    assert!(explored.complete && explored.states > 5 && explored.ends > 0);
}

#[test]
fn the_exploration_counts_the_same_states_every_time() {
    let mut scenario = Scenario::<Naive>::new(MODEST, 2, &[&[post(0, 1)], &[Step::Look(1), Step::Look(1)]]);
    scenario.scripts.push(vec![Planned::AnyKill]);
    let [one, two] = [(); 2].map(|()| explore(&scenario, 1_000_000));
    assert_eq!(one.finding, None);
    assert!(one.complete && one.states == two.states && one.steps == two.steps);
}

#[test]
fn the_fault_sweep_finds_a_write_that_was_only_accepted() {
    let scenario = Scenario::<Naive>::new(MODEST, 1, &[&[post(0, 1)]]);
    check(fault_sweep(&scenario, 1).finding, "4", 1, &scenario);
}

/// A file of two texts, 10 and 11.
const fn import(tab: u8) -> Step {
    Step::Do(tab, Act::Import { text: Text(10), earlier: false })
}

#[test]
fn the_exploration_finds_the_race_of_an_import_and_a_post() {
    let scenario = Scenario::<Naive>::new(MODEST, 2, &[&[post(0, 1)], &[import(1)]]);
    check(explore(&scenario, 1_000_000).finding, "4", 4, &scenario);
}

#[test]
fn the_fault_sweep_finds_an_import_that_was_only_accepted() {
    let scenario = Scenario::<Naive>::new(MODEST, 1, &[&[import(0)]]);
    check(fault_sweep(&scenario, 1).finding, "4", 1, &scenario);
}

#[test]
fn the_crash_sweep_finds_that_saved_was_not_on_disk() {
    let scenario = Scenario::<Naive>::new(PROMISING, 1, &[&[post(0, 1)]]);
    check(crash_sweep(&scenario, 1).finding, "3", 1, &scenario);
    let modest = Scenario::<Naive>::new(MODEST, 1, &[&[post(0, 1), Step::Pass(6_000), Step::Look(0)]]);
    let swept = crash_sweep(&modest, 1);
    assert_eq!(swept.finding, None);
    assert!(swept.runs > 4);
}

#[test]
fn the_long_run_finds_and_shrinks_a_loss() {
    let manner = long_run::Manner { steps: 100_000, each: 1_000, tabs: 3, faults: false, acts: &[Wish::Submit] };
    let ran = long_run::<Naive>(&MODEST, 1, manner);
    let finding = ran.finding.unwrap();
    assert!(finding.steps.len() <= 5, "{finding}");
    assert!(finding.seed.is_some());
}
