//! Making a failing schedule as short as it can be.

use crate::finding::Finding;
use crate::program::Program;
use crate::scenario::Scenario;

/// How many replays are spent on one finding.
const REPLAYS: usize = 4_000;

/// Leaves out steps while a rule is still broken, the largest pieces first. The rule may become another one on the way.
pub fn shrink<P: Program>(scenario: &Scenario<P>, finding: Finding) -> Finding {
    let mut best = finding;
    let mut replays = 0;
    // Steps that were never possible go at once; and a finding that does not repeat is handed back as it came.
    match scenario.replay(best.plan, &best.steps) {
        (steps, Some(violation)) => best = Finding { steps, violation, ..best },
        (_, None) => return best,
    }
    let mut piece = best.steps.len().div_ceil(2);
    while piece > 0 && replays < REPLAYS {
        let mut shorter = false;
        let mut at = 0;
        while at < best.steps.len() && replays < REPLAYS {
            let mut fewer = best.steps.clone();
            fewer.drain(at..(at + piece).min(fewer.len()));
            replays += 1;
            match scenario.replay(best.plan, &fewer) {
                (steps, Some(violation)) => {
                    best = Finding { steps, violation, ..best };
                    shorter = true;
                }
                (_, None) => at += piece,
            }
        }
        if !shorter || piece > 1 {
            piece /= 2;
        }
    }
    best
}
