//! Every interleaving of a scenario: depth first, each state once.

use std::hash::{Hash, Hasher};

use crate::finding::{Finding, Violation};
use crate::program::Program;
use crate::scenario::{Choice, Run, Scenario};
use crate::shrink::shrink;
use crate::step::Step;
use crate::visited::Visited;

/// What an exploration has seen.
#[derive(Clone, Debug, Default)]
pub struct Explored {
    /// Distinct states.
    pub states: usize,
    /// Steps taken.
    pub steps: u64,
    /// States in which nothing more could happen, each brought to its end and checked.
    pub ends: u64,
    /// Whether every state was seen, not only as many as allowed.
    pub complete: bool,
    /// A way to break a rule, shrunk.
    pub finding: Option<Finding>,
}

/// One state on the path that is being searched, and how many of its choices were taken.
struct Level<P: Program> {
    run: Run<P>,
    choices: Vec<Choice>,
    next: usize,
}

/// Explores a scenario until a rule is broken or `most` states have been seen.
pub fn explore<P: Program>(scenario: &Scenario<P>, most: usize) -> Explored {
    let mut explored = Explored::default();
    let mut visited = Visited::default();
    let mut path: Vec<Step> = Vec::new();
    let broken = match scenario.begin(None) {
        Ok(run) => search(scenario, run, most, &mut visited, &mut path, &mut explored).err(),
        Err(violation) => Some(violation),
    };
    explored.complete = broken.is_none() && visited.len() < most;
    explored.states = visited.len();
    explored.finding =
        broken.map(|violation| shrink(scenario, Finding { steps: path, plan: None, seed: None, violation }));
    explored
}

/// Searches below `first`; an error leaves the steps that led to it in `path`.
fn search<P: Program>(
    scenario: &Scenario<P>,
    first: Run<P>,
    most: usize,
    visited: &mut Visited,
    path: &mut Vec<Step>,
    explored: &mut Explored,
) -> Result<(), Violation> {
    visited.insert(state(&first));
    let mut levels = vec![level(scenario, first)];
    while let Some(top) = levels.last_mut() {
        let Some(choice) = top.choices.get(top.next).copied() else {
            if top.choices.is_empty() {
                explored.ends += 1;
                top.run.world.finish(scenario.live)?;
            }
            levels.pop();
            path.pop();
            continue;
        };
        top.next += 1;
        let last = top.next == top.choices.len();
        // After its last choice a state is not needed any more, so it is not copied.
        let mut run = if last { take_out(top) } else { top.run.clone() };
        run.take(choice);
        explored.steps += 1;
        path.push(choice.0);
        run.world.check_step(choice.0)?;
        if !visited.insert(state(&run)) {
            path.pop();
            continue;
        }
        run.world.check_durable()?;
        if visited.len() >= most {
            return Ok(());
        }
        levels.push(level(scenario, run));
    }
    Ok(())
}

fn level<P: Program>(scenario: &Scenario<P>, run: Run<P>) -> Level<P> {
    let mut choices = Vec::new();
    scenario.choices(&run, &mut choices);
    Level { run, choices, next: 0 }
}

/// The state of a level, which is left with an empty one.
fn take_out<P: Program>(level: &mut Level<P>) -> Run<P> {
    let world = &level.run.world;
    let empty = crate::world::World::new(&world.setup, world.settings, None);
    std::mem::replace(&mut level.run, Run { world: empty, next: Vec::new(), ticks: 0 })
}

/// What one state is told from another by.
fn state<P: Program>(run: &Run<P>) -> u64 {
    let mut digest = run.world.digest();
    (&run.next, run.ticks).hash(&mut digest);
    digest.finish()
}
