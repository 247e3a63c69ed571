//! Bringing a run to its end: everything is delivered, every tab is looked at, and then the rules must hold.

use crate::finding::Violation;
use crate::program::Program;
use crate::step::Step;
use crate::tab::Tab;
use crate::world::World;

/// For how long timers still run, in milliseconds.
const HORIZON: u64 = 60_000;
/// After so many steps a run that has not come to rest never will.
const ENOUGH: usize = 20_000;

impl<P: Program> World<P> {
    /// Delivers everything, the oldest first, and lets the timers of the next minute run out.
    pub fn settle(&mut self) -> Result<(), Violation> {
        let end = self.now + HORIZON;
        let mut steps = Vec::new();
        let mut last = Step::Open;
        for _ in 0..ENOUGH {
            steps.clear();
            self.deliveries(&mut steps);
            if steps.is_empty() && self.next_timer().is_some_and(|at| at <= end) {
                self.ticks(&mut steps);
            }
            let Some(step) = steps.first() else { return Ok(()) };
            last = *step;
            self.take(*step);
            self.check_step(*step)?;
        }
        Err(Violation { rule: "every run comes to rest", what: format!("not within {ENOUGH} steps; the last: {last}") })
    }

    /// Ends a run and checks everything that holds in the end. `live`: tabs must agree before a reader looks at them.
    pub fn finish(&mut self, live: bool) -> Result<(), Violation> {
        self.settle()?;
        self.check_durable()?;
        let struck = self.plan.take().is_some_and(|plan| plan.struck);
        if live && !struck {
            self.check_same()?;
        }
        for round in 0..2 {
            for tab in 0..self.tabs.len() as u8 {
                let frozen = self.tabs[usize::from(tab)].page.as_ref().is_some_and(|page| page.frozen);
                self.take(if frozen { Step::Thaw(tab) } else { Step::Look(tab) });
            }
            if round == 0 {
                // A page that knows nothing but what storage tells it.
                self.open();
            }
            self.settle()?;
        }
        self.check_durable()?;
        for (tab, _) in self.tabs.iter().enumerate().filter(|(_, tab)| tab.running().is_some()) {
            self.check_tab(tab as u8)?;
            self.check_settled_tab(tab as u8)?;
        }
        // A storage that lies to one page for good, and has no mirror beside it, cannot be seen through.
        if !struck || self.all_see_the_same() {
            self.check_same()?;
        }
        self.check_gone()?;
        self.ledger.all_heard();
        Ok(())
    }

    /// Whether every running tab reads what the browser process holds.
    fn all_see_the_same(&self) -> bool {
        let running = self.tabs.iter().filter(|tab| tab.running().is_some());
        running.map(|tab| &tab.renderer.cache).all(|cache| *cache == self.browser.map)
    }

    /// Whether anything is open at all.
    pub fn is_open(&self) -> bool {
        self.tabs.iter().any(|tab: &Tab<P>| tab.page.is_some())
    }
}
