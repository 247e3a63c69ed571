//! The test bed: invariants as properties, and sweeps of a simulated browser; compiled for speed, or they would take hours.

use super::report::Report;
use super::stage::{checked, tested};
use super::timing;
use crate::{process, project};
use std::process::Command;

/// How many random cases each property is tried with.
const CASES: u32 = 10_000;

/// The engines' own tests and the invariants, then the sweeps.
pub(crate) fn check(report: &mut Report) {
    // The same cases each time, so that a failure is of the change; `soak` tries other ones, to find what is rare.
    report.stage("invariants", || tested(invariants(CASES).env("PROPTEST_RNG_SEED", "7")));
    report.stage("sweeps", || checked(bed().arg("sweeps")));
}

/// The tests of the bed, each property with so many cases.
pub(crate) fn invariants(cases: u32) -> Command {
    let mut cargo = of_bed(timing::cargo(), "test");
    cargo.env("PROPTEST_CASES", cases.to_string()).arg("--no-fail-fast");
    cargo
}

/// The bed's own command.
pub(crate) fn bed() -> Command {
    let mut cargo = of_bed(process::cargo(), "run");
    cargo.args(["--quiet", "--bin", "bed", "--"]);
    cargo
}

fn of_bed(mut cargo: Command, command: &str) -> Command {
    cargo.current_dir(project::root()).args([command, "--profile", "bed", "--package", "article-widget-bed"]);
    cargo
}
