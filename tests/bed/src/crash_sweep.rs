//! A kill after every step of a scenario × every admissible snapshot of the disk.

use crate::chance::Chance;
use crate::fault_sweep::Swept;
use crate::finding::{Finding, Violation};
use crate::program::Program;
use crate::scenario::{Scenario, kills};
use crate::shrink::shrink;

/// Sweeps one schedule of a scenario, made from `seed`. The browser is opened again after each kill and the run is
/// brought to its end.
pub fn crash_sweep<P: Program>(scenario: &Scenario<P>, seed: u64) -> Swept {
    let mut swept = Swept::default();
    let runs = &mut swept.runs;
    let done = scenario.run(None, seed, |run, steps| {
        for kill in kills(&run.world) {
            *runs += 1;
            let mut world = run.world.clone();
            world.take(kill);
            world.finish(scenario.live).map_err(|violation| {
                let steps = steps.iter().copied().chain([kill]).collect();
                Finding { steps, plan: None, seed: Some(seed), violation }
            })?;
        }
        Ok(())
    });
    swept.finding = done.err().map(|finding| shrink(scenario, finding));
    swept
}

/// A kill somewhere in one schedule, with one of the admissible snapshots: both come from the seed.
pub fn crash_once<P: Program>(scenario: &Scenario<P>, seed: u64) -> Result<(), Finding> {
    let mut chance = Chance::new(!seed);
    let mut left = chance.below(50);
    let mut last = None;
    let whole = scenario.run(None, seed, |run, steps| {
        last = Some((run.world.clone(), steps.to_vec()));
        left = left.saturating_sub(1);
        if left > 0 {
            Ok(())
        } else {
            Err(Finding { steps: steps.to_vec(), plan: None, seed: Some(seed), violation: ENOUGH })
        }
    });
    // The run was broken off where the kill is to be, or came to its end before that; either way the kill strikes what it reached last.
    if let Err(finding) = whole.map(drop)
        && finding.violation != ENOUGH
    {
        return Err(shrink(scenario, finding));
    }
    let Some((mut world, mut steps)) = last else { return Ok(()) };
    let Some(kill) = chance.one_of(&kills(&world).collect::<Vec<_>>()) else { return Ok(()) };
    world.take(kill);
    steps.push(kill);
    let seed = Some(seed);
    let finding = |violation| shrink(scenario, Finding { steps, plan: None, seed, violation });
    world.finish(scenario.live).map_err(finding)
}

/// No rule was broken: the run has come to where the kill is to be.
const ENOUGH: Violation = Violation { rule: "", what: String::new() };
