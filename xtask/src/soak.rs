//! `cargo xtask soak`: the sweeps and the invariants for as long as it takes, with figures and times.

use crate::command_line::SoakOptions;
use crate::stopwatch::{self, Stopwatch};
use crate::test::sweeps;
use crate::{durability, process};
use anyhow::Result;

/// The cases of each property when there is time enough.
const CASES: u32 = 1_000_000;
/// Cases for each minute allowed: all properties together take about so long on two cores.
const CASES_EACH_MINUTE: u32 = 3_000;

/// Runs the part that needs no browser, or the one that does.
pub(crate) fn run(options: &SoakOptions) -> Result<()> {
    if options.browser {
        return timed("Chromium", durability::soak);
    }
    let mut bed = sweeps::bed();
    bed.arg("soak");
    bed.args(options.minutes.map(|minutes| minutes.to_string()));
    timed("sweeps", || process::run(&mut bed))?;
    let cases = options.minutes.map_or(CASES, |minutes| minutes.saturating_mul(CASES_EACH_MINUTE).clamp(1, CASES));
    timed(&format!("invariants, {cases} cases each"), || process::run(&mut sweeps::invariants(cases)))
}

fn timed(name: &str, part: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("── {name}");
    let stopwatch = Stopwatch::start();
    let done = part();
    println!("{name}: {}", stopwatch::spoken(stopwatch.elapsed()));
    done
}
