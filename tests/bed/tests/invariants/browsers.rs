//! Invariants 3 to 6, 10 and 12: what holds in a browser that loses things, whatever readers do and whatever goes wrong.

use article_widget_bed::catalogue::widgets;
use article_widget_bed::chance::Chance;
use article_widget_bed::crash_sweep::crash_once;
use article_widget_bed::fault::{Fault, FaultPlan};
use article_widget_bed::finding::Finding;
use article_widget_bed::long_run::{Manner, Wish, long_run};
use article_widget_bed::scenario::Scenario;
use article_widget_bed::shrink::shrink;
use article_widget_bed::widget::{Setup, Widget};
use proptest::prelude::*;

use super::cases;

/// How many timers run out in a scenario: enough for a comment to be called saved.
const TICKS: u32 = 6;

fn scenario(number: usize) -> Scenario<Widget> {
    let mut all = widgets(TICKS);
    let number = number % all.len();
    all.swap_remove(number).1
}

/// Runs a scenario with one fault that comes from a number.
fn with_fault(number: usize, seed: u64, of: &[Fault]) -> Result<(), Finding> {
    let scenario = scenario(number);
    let mut chance = Chance::new(seed);
    let fault = chance.one_of(of).unwrap();
    let plan = FaultPlan::new(chance.below(90) as u32, fault, chance.once_in(2));
    scenario.run(Some(plan), seed, |_, _| Ok(())).map(drop).map_err(|finding| shrink(&scenario, finding))
}

/// A short run of a browser of its own, in which readers do what is on a list.
fn short_run(seed: u64, faults: bool, acts: &'static [Wish]) -> Result<(), Finding> {
    let manner = Manner { steps: 1, each: 90, tabs: 3, faults, acts };
    let earlier = if seed.is_multiple_of(5) { 2 } else { 0 };
    let setup =
        Setup { one_author: seed.is_multiple_of(2), published: seed.is_multiple_of(3), earlier, late: seed % 5 > 2 };
    long_run::<Widget>(&setup, seed, manner).finding.map_or(Ok(()), Err)
}

fn held(outcome: Result<(), Finding>) -> Result<(), TestCaseError> {
    outcome.map_err(|finding| TestCaseError::fail(finding.to_string()))
}

const ERASING: &[Wish] = &[
    Wish::Submit,
    Wish::Submit,
    Wish::Submit,
    Wish::Reply,
    Wish::Edit,
    Wish::Edit,
    Wish::Delete,
    Wish::Delete,
    Wish::Delete,
    Wish::Erase,
    Wish::Erase,
    Wish::Erase,
    Wish::DeleteEverything,
    Wish::DeleteEverything,
];

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn invariant_3_nothing_that_was_called_saved_is_missing_after_a_crash(number: usize, seed: u64) {
        held(crash_once(&scenario(number), seed))?;
    }

    #[test]
    fn invariant_4_a_storage_call_that_fails_loses_nothing(number: usize, seed: u64) {
        held(with_fault(number, seed, &Fault::ALL))?;
    }

    #[test]
    fn invariant_5_what_was_accepted_and_taken_back_is_sent_again_or_at_risk(number: usize, seed: u64) {
        held(with_fault(number, seed, &[Fault::SilentDrop, Fault::Revert, Fault::Mute]))?;
    }

    #[test]
    fn invariant_6_a_key_is_written_once_and_removed_only_by_the_reader(seed: u64) {
        held(short_run(seed, true, Wish::USUAL))?;
    }

    #[test]
    fn invariant_10_what_was_erased_comes_back_in_no_tab_and_no_place(seed: u64) {
        held(short_run(seed, false, ERASING))?;
    }

    #[test]
    fn invariant_12_every_comment_is_shown_once_in_every_tab(seed: u64) {
        held(short_run(seed, false, &[Wish::Submit, Wish::Reply, Wish::Reply, Wish::Edit]))?;
    }
}
