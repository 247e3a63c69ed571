//! Every storage call of a scenario × every fault × once and for ever.

use crate::fault::{Fault, FaultPlan};
use crate::finding::Finding;
use crate::program::Program;
use crate::scenario::Scenario;
use crate::shrink::shrink;

/// What a sweep has done.
#[derive(Clone, Debug, Default)]
pub struct Swept {
    /// Runs in which the fault struck, or the browser was killed.
    pub runs: u64,
    /// A way to break a rule, shrunk.
    pub finding: Option<Finding>,
}

/// Sweeps one schedule of a scenario, made from `seed`.
pub fn fault_sweep<P: Program>(scenario: &Scenario<P>, seed: u64) -> Swept {
    let mut swept = Swept::default();
    let run = |plan| match scenario.run(plan, seed, |_, _| Ok(())) {
        Ok(run) => Ok(run.world.calls),
        Err(finding) => Err(shrink(scenario, finding)),
    };
    let calls = match run(None) {
        Ok(calls) => calls,
        Err(finding) => return Swept { runs: 0, finding: Some(finding) },
    };
    for at in 0..calls {
        for fault in Fault::ALL {
            for for_ever in [false, true] {
                // Whether it struck is seen before the plan is lifted at the end.
                let mut struck = false;
                let plan = FaultPlan::new(at, fault, for_ever);
                let done = scenario.run(Some(plan), seed, |run, _| {
                    struck |= run.world.plan.is_some_and(|plan| plan.struck);
                    Ok(())
                });
                swept.runs += u64::from(struck || done.is_err());
                if let Err(finding) = done {
                    swept.finding = Some(shrink(scenario, finding));
                    return swept;
                }
            }
        }
    }
    swept
}
