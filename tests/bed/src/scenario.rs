//! What readers do in a run, without the order in which it all comes together.

use std::rc::Rc;

use crate::chance::Chance;
use crate::fault::FaultPlan;
use crate::finding::{Finding, Violation};
use crate::program::Program;
use crate::step::{Step, Waiting};
use crate::world::{Settings, World};

/// A line of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Planned {
    /// This.
    This(Step),
    /// The browser is killed, with any admissible snapshot.
    AnyKill,
}

/// Some readers, each with a script, all at once.
#[derive(Clone, Debug)]
pub struct Scenario<P: Program> {
    /// What pages are opened with.
    pub setup: Rc<P::Setup>,
    /// The browser.
    pub settings: Settings,
    /// How many tabs are open at the beginning, with everything delivered.
    pub tabs: u8,
    /// What is done, in order within each script; scripts interleave in every way.
    pub scripts: Vec<Vec<Planned>>,
    /// Whether tabs must agree before a reader looks at them.
    pub live: bool,
    /// How many timers run out while scripts go on or are explored, at most.
    pub ticks: u32,
}

/// A run of a scenario: a world and how far each script has come.
#[derive(Clone, Debug)]
pub struct Run<P: Program> {
    /// The world.
    pub world: World<P>,
    /// The next line of each script.
    pub next: Vec<u16>,
    /// How many timers may still run out.
    pub ticks: u32,
}

/// A step, and the script that it comes from.
pub type Choice = (Step, Option<usize>);

impl<P: Program> Scenario<P> {
    /// A scenario with ordinary settings.
    pub fn new(setup: P::Setup, tabs: u8, scripts: &[&[Step]]) -> Self {
        let scripts = scripts.iter().map(|steps| steps.iter().copied().map(Planned::This).collect()).collect();
        Self { setup: Rc::new(setup), settings: Settings::default(), tabs, scripts, live: false, ticks: 2 }
    }

    /// The beginning. Opening the tabs is not part of the run, and no fault strikes there unless it is planned for
    /// call 0: a plan counts the calls from the first tab's opening on.
    pub fn begin(&self, plan: Option<FaultPlan>) -> Result<Run<P>, Violation> {
        let mut world = World::new(&self.setup, self.settings, plan);
        for _ in 0..self.tabs {
            world.open();
        }
        world.settle()?;
        Ok(Run { world, next: vec![0; self.scripts.len()], ticks: self.ticks })
    }

    /// Everything that can happen next in a run.
    pub fn choices(&self, run: &Run<P>, choices: &mut Vec<Choice>) {
        let mut steps = Vec::new();
        run.world.deliveries(&mut steps);
        if run.ticks > 0 {
            run.world.ticks(&mut steps);
        }
        if run.world.may_commit() {
            steps.push(Step::Commit);
        }
        choices.extend(steps.into_iter().map(|step| (step, None)));
        for (script, lines) in self.scripts.iter().enumerate() {
            match lines.get(usize::from(run.next[script])) {
                Some(Planned::This(step)) if run.world.can(*step) => choices.push((*step, Some(script))),
                Some(Planned::AnyKill) => choices.extend(kills(&run.world).map(|kill| (kill, Some(script)))),
                _ => {}
            }
        }
    }

    /// Replays a schedule, leaving out what is not possible, and brings it to its end. Gives the steps that were taken
    /// and what was broken.
    pub fn replay(&self, plan: Option<FaultPlan>, steps: &[Step]) -> (Vec<Step>, Option<Violation>) {
        let mut taken = Vec::new();
        let mut run = || -> Result<(), Violation> {
            let mut world = self.begin(plan)?.world;
            for step in steps {
                if world.can(*step) {
                    taken.push(*step);
                    world.take(*step);
                    world.check_step(*step)?;
                    world.check_durable()?;
                }
            }
            world.finish(self.live)
        };
        let broken = run().err();
        (taken, broken)
    }

    /// Lets chance run the scripts to their end: `seen` is shown the run before each step and may end it.
    pub fn run(
        &self,
        plan: Option<FaultPlan>,
        seed: u64,
        mut seen: impl FnMut(&Run<P>, &[Step]) -> Result<(), Finding>,
    ) -> Result<Run<P>, Finding> {
        let mut chance = Chance::new(seed);
        let mut steps = Vec::new();
        let finding = |steps: &[Step], violation| Finding { steps: steps.to_vec(), plan, seed: Some(seed), violation };
        let mut run = self.begin(plan).map_err(|violation| finding(&steps, violation))?;
        let mut choices = Vec::new();
        loop {
            seen(&run, &steps)?;
            choices.clear();
            self.choices(&run, &mut choices);
            let Some(choice) = chance.one_of(&choices) else { break };
            steps.push(choice.0);
            run.take(choice);
            let checked = run.world.check_step(choice.0).and_then(|()| run.world.check_durable());
            checked.map_err(|violation| finding(&steps, violation))?;
        }
        run.world.finish(self.live).map_err(|violation| finding(&steps, violation))?;
        Ok(run)
    }
}

impl<P: Program> Run<P> {
    /// Takes a step of [`Scenario::choices`].
    pub fn take(&mut self, (step, script): Choice) {
        if let Some(script) = script {
            self.next[script] += 1;
        } else if matches!(step, Step::Tick(_)) {
            self.ticks -= 1;
        }
        self.world.take(step);
    }
}

/// Every way in which the browser can be killed now.
pub fn kills<P: Program>(world: &World<P>) -> impl Iterator<Item = Step> {
    let waits = world.tabs.iter().filter_map(|tab| tab.page.as_ref()).any(|page| !page.requests.is_empty());
    let kept = world.browser.admissible(world.now);
    let ways = if waits { &[Waiting::Aborted, Waiting::Finished][..] } else { &[Waiting::Aborted] };
    kept.into_iter().flat_map(|kept| ways.iter().map(move |mirror| Step::Kill { kept: kept as u16, mirror: *mirror }))
}
