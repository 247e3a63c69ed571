//! Long runs in which chance decides everything: what readers do, what is delivered when, what breaks.

use std::rc::Rc;

use crate::chance::Chance;
use crate::fault::{Fault, FaultPlan};
use crate::finding::{Finding, Violation};
use crate::program::{Act, Program};
use crate::scenario::{Scenario, kills};
use crate::shrink::shrink;
use crate::step::{Step, Waiting};
use crate::text::Text;
use crate::world::{Settings, World};

/// How long the runs are, and what happens in them.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How many steps in all.
    pub steps: u64,
    /// How many steps one browser lives, before everything is delivered and checked.
    pub each: usize,
    /// How many tabs at most.
    pub tabs: usize,
    /// Whether a storage call goes wrong in every third run.
    pub faults: bool,
    /// Which acts readers do, by weight: they are drawn from this list.
    pub acts: &'static [Wish],
}

/// A kind of act, before chance finds a text for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Send a comment.
    Submit,
    /// Type into the composer of a new comment.
    Type,
    /// Reply to a comment.
    Reply,
    /// Edit a comment.
    Edit,
    /// Delete a comment.
    Delete,
    /// Restore the comment deleted last.
    Undo,
    /// Erase the comment deleted last.
    Erase,
    /// Delete everything.
    DeleteEverything,
    /// Open the panel.
    OpenPanel,
    /// Import a file, now and then one that was imported before.
    Import,
    /// Undo the import of a file.
    UndoImport,
    /// Take a submission about a comment, or say that it was sent.
    Submission,
}

impl Wish {
    /// Acts as readers mix them.
    pub const USUAL: &'static [Self] = &[
        Self::Submit,
        Self::Submit,
        Self::Submit,
        Self::Submit,
        Self::Submit,
        Self::Submit,
        Self::Submit,
        Self::Type,
        Self::Type,
        Self::Reply,
        Self::Reply,
        Self::Reply,
        Self::Edit,
        Self::Edit,
        Self::Edit,
        Self::Delete,
        Self::Delete,
        Self::Undo,
        Self::Erase,
        Self::DeleteEverything,
        Self::OpenPanel,
        Self::Import,
        Self::UndoImport,
        Self::UndoImport,
        Self::Submission,
    ];
}

/// What a long run has done.
#[derive(Clone, Debug, Default)]
pub struct Ran {
    /// Steps taken.
    pub steps: u64,
    /// Browsers that were brought to their end.
    pub runs: u64,
    /// Texts that were written.
    pub texts: u64,
    /// A way to break a rule, shrunk.
    pub finding: Option<Finding>,
}

/// Runs until `manner.steps` have been taken or a rule is broken.
pub fn long_run<P: Program>(setup: &P::Setup, seed: u64, manner: Manner) -> Ran {
    let mut ran = Ran::default();
    let setup = Rc::new(setup.clone());
    while ran.steps < manner.steps {
        let seed = seed.wrapping_add(ran.runs);
        let (chance, scenario, plan) = begin::<P>(&setup, seed, manner);
        let mut one =
            OneRun { chance, steps: Vec::new(), texts: 0, deleted: None, files: Vec::new(), faulty: plan.is_some() };
        let broken = one.go(&scenario, plan, manner).err();
        ran.steps += one.steps.len() as u64;
        ran.texts += u64::from(one.texts);
        ran.runs += 1;
        if let Some(violation) = broken {
            let finding = Finding { steps: one.steps, plan, seed: Some(seed), violation };
            ran.finding = Some(shrink(&scenario, finding));
            break;
        }
    }
    ran
}

/// The browser that a seed stands for, and what will go wrong in it.
pub fn begin<P: Program>(setup: &Rc<P::Setup>, seed: u64, manner: Manner) -> (Chance, Scenario<P>, Option<FaultPlan>) {
    let mut chance = Chance::new(seed);
    let settings = Settings {
        mirror: !chance.once_in(8),
        // In a third of the browsers so little that the space ends within the run: less than the widget's headroom, or a little more.
        quota: match chance.below(6) {
            0 => 2_000 + chance.below(4_000),
            1 => (256 << 10) + 2_000 + chance.below(6_000),
            _ => 5_242_880,
        },
        slice: if chance.once_in(4) { 3 } else { usize::MAX },
    };
    let fault = chance.one_of(&Fault::ALL).filter(|_| manner.faults && chance.once_in(3));
    let plan = fault.map(|fault| FaultPlan::new(chance.below(400) as u32, fault, chance.once_in(3)));
    let setup = Rc::clone(setup);
    (chance, Scenario { setup, settings, tabs: 1, scripts: vec![], live: false, ticks: 0 }, plan)
}

struct OneRun {
    chance: Chance,
    steps: Vec<Step>,
    /// How many texts were written.
    texts: u16,
    /// The comment deleted last, until it is restored or erased.
    deleted: Option<Text>,
    /// The files that were imported, each by its first text.
    files: Vec<Text>,
    /// Whether a fault is planned for this run.
    faulty: bool,
}

impl OneRun {
    fn go<P: Program>(
        &mut self,
        scenario: &Scenario<P>,
        plan: Option<FaultPlan>,
        manner: Manner,
    ) -> Result<(), Violation> {
        let mut world = scenario.begin(plan)?.world;
        let mut deliveries = Vec::new();
        for turn in 0..manner.each {
            deliveries.clear();
            world.deliveries(&mut deliveries);
            let Some(step) = self.choose(&world, &deliveries, manner) else { continue };
            self.steps.push(step);
            world.take(step);
            world.check_step(step)?;
            if turn % 16 == 0 {
                world.check_durable()?;
            }
        }
        world.finish(false)
    }

    fn choose<P: Program>(&mut self, world: &World<P>, deliveries: &[Step], manner: Manner) -> Option<Step> {
        let tab = self.chance.below(world.tabs.len()) as u8;
        let step = match self.chance.below(100) {
            0..70 => return self.chance.one_of(deliveries).or_else(|| self.tick(world)),
            70..82 => Step::Do(tab, self.act(world, tab, manner)?),
            82..92 => return self.tick(world),
            92 => Step::Look(tab),
            93 => Step::Leave(tab),
            94 if world.running().count() < manner.tabs => Step::Open,
            94 | 95 => return self.ending(world, tab),
            96 => [Step::Freeze(tab), Step::Thaw(tab)][self.chance.below(2)],
            97 => Step::Commit,
            98 => Step::Pass(self.chance.below(9_000) as u32),
            _ => return self.harm(world, tab),
        };
        Some(step).filter(|step| world.can(*step))
    }

    fn tick<P: Program>(&mut self, world: &World<P>) -> Option<Step> {
        let mut ticks = Vec::new();
        world.ticks(&mut ticks);
        self.chance.one_of(&ticks)
    }

    /// A tab that is reloaded or closed; the last one stays.
    fn ending<P: Program>(&mut self, world: &World<P>, tab: u8) -> Option<Step> {
        let waiting = [Waiting::Finished, Waiting::Aborted][self.chance.below(2)];
        let many = world.running().count() > 1;
        let step = if many && self.chance.once_in(2) { Step::Close(tab, waiting) } else { Step::Reload(tab, waiting) };
        Some(step).filter(|step| world.can(*step))
    }

    /// A kill, a crash, or another script that clears or fills the storage. A fault is enough for one run: with a kill on top, nothing could be promised.
    fn harm<P: Program>(&mut self, world: &World<P>, tab: u8) -> Option<Step> {
        if self.faulty {
            return None;
        }
        let step = match self.chance.below(6) {
            0 => return self.chance.one_of(&kills(world).collect::<Vec<_>>()),
            1 => Step::Clear(tab),
            2 | 3 => Step::HostWrites(tab, self.chance.below(3_000) as u32),
            _ if world.running().count() > 1 => Step::Crash { tab, sent: self.chance.below(4) as u16 },
            _ => return None,
        };
        Some(step).filter(|step| world.can(*step))
    }

    fn act<P: Program>(&mut self, world: &World<P>, tab: u8, manner: Manner) -> Option<Act> {
        let wish = self.chance.one_of(manner.acts)?;
        // Rarely, for what was written before everything is deleted can no longer be lost.
        if wish == Wish::DeleteEverything && !self.chance.once_in(4) {
            return None;
        }
        let mut shown = Vec::new();
        if matches!(wish, Wish::Reply | Wish::Edit | Wish::Delete | Wish::Submission) {
            let page = world.page(tab)?;
            page.program.shown(&mut |one| shown.extend(Some(one.text).filter(|_| !one.earlier)));
        }
        let of = self.chance.one_of(&shown);
        self.texts = self.texts.checked_add(1)?;
        let text = Text(self.texts);
        Some(match wish {
            Wish::Submit => Act::Submit(text),
            Wish::Type => Act::Type(text),
            Wish::Reply => Act::Reply { to: of?, text },
            Wish::Edit => Act::Edit { of: of?, to: text },
            Wish::Delete => {
                self.deleted = of;
                Act::Delete(of?)
            }
            Wish::Undo => Act::Undo(self.deleted.take()?),
            Wish::Erase => Act::Erase(self.deleted.take()?),
            Wish::DeleteEverything => Act::DeleteEverything,
            Wish::OpenPanel => Act::OpenPanel,
            Wish::Import => self.import(text)?,
            Wish::UndoImport => Act::UndoImport(self.chance.one_of(&self.files)?),
            Wish::Submission if self.chance.once_in(2) => Act::SayItWasSent,
            Wish::Submission => Act::TakeSubmission(of?),
        })
    }

    /// Imports a new file, with this text and the next one in it, or once more a file that was imported before.
    fn import(&mut self, text: Text) -> Option<Act> {
        let again = self.chance.one_of(&self.files).filter(|_| self.chance.once_in(3));
        if again.is_none() {
            self.texts = self.texts.checked_add(1)?;
            self.files.push(text);
        }
        // Decided by the file's first text, so that a file that is imported again is for the same address.
        let text = again.unwrap_or(text);
        Some(Act::Import { text, earlier: text.0 / 2 % 2 == 1 })
    }
}
