//! A replica without the program around it loses nothing either, in less time; and the same sweeps find what is wrong with a naive
//! store.

use article_widget_bed::subject::{NAIVE, REPLICA};
use article_widget_bed::sweeps::{self, Extent, Part};

/// Other schedules than those of the command.
const EXTENT: Extent =
    Extent { fault_seeds: [1, 0], crash_seeds: [10, 0], states: [4_000, 0], steps: 400_000, seed: 5_000_000 };

#[track_caller]
fn finds_nothing(part: Part, least: u64) {
    for (name, finding) in &part.findings {
        println!("in {name}:\n{finding}\n");
    }
    assert!(part.findings.is_empty() && part.count >= least, "{part}");
}

#[test]
fn a_storage_call_that_fails_loses_nothing() {
    finds_nothing(sweeps::faults(&REPLICA, EXTENT), 20_000);
}

#[test]
fn a_kill_after_any_step_loses_nothing_that_was_called_saved() {
    finds_nothing(sweeps::crashes(&REPLICA, EXTENT), 76);
}

#[test]
fn no_order_in_which_everything_comes_together_loses_anything() {
    finds_nothing(sweeps::interleavings(&REPLICA, EXTENT), 200_000);
}

#[test]
fn chance_loses_nothing() {
    finds_nothing(sweeps::long(&REPLICA, EXTENT), 400_000);
}

#[test]
fn every_sweep_finds_a_loss_in_a_naive_store() {
    for part in [sweeps::faults, sweeps::crashes, sweeps::interleavings, sweeps::long] {
        let part = part(&NAIVE, EXTENT);
        assert!(!part.findings.is_empty(), "{part}");
    }
}
