//! What an engine hands back when a program lost something.

use std::fmt;

use crate::fault::FaultPlan;
use crate::step::Step;

/// A rule that was broken: one of `oracle.rs` or `local_calls.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule.
    pub rule: &'static str,
    /// What was seen.
    pub what: String,
}

/// A run that broke a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What happened, from the scenario's beginning.
    pub steps: Vec<Step>,
    /// What went wrong in storage.
    pub plan: Option<FaultPlan>,
    /// What the run was made from, if chance had a part in it.
    pub seed: Option<u64>,
    /// What was broken.
    pub violation: Violation,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.what)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.violation)?;
        if let Some(plan) = self.plan {
            let lasting = if plan.for_ever { " and every later one" } else { "" };
            writeln!(f, "  fault: {:?} in call {}{lasting}", plan.fault, plan.at)?;
        }
        if let Some(seed) = self.seed {
            writeln!(f, "  seed: {seed}")?;
        }
        for (number, step) in self.steps.iter().enumerate() {
            writeln!(f, "  {number:>3}  {step}")?;
        }
        write!(f, "  as code: {:?}", self.steps)
    }
}
