//! A kill after every step of a scenario × every admissible snapshot of the disk.

use crate::fault_sweep::Swept;
use crate::finding::Finding;
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
