//! The simulated browser as a whole, and what can happen next in it.

use std::collections::{BTreeSet, VecDeque};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use crate::browser_process::BrowserProcess;
use crate::digest::Digest;
use crate::fault::{Fault, FaultPlan};
use crate::finding::Violation;
use crate::ledger::Ledger;
use crate::mirror::Mirror;
use crate::program::{Action, Event, Program};
use crate::renderer::Renderer;
use crate::step::Step;
use crate::tab::{Asked, Later, Page, Tab};

/// The time at which every run begins, in milliseconds since 1970.
pub const BEGINNING: u64 = 1_790_000_000_000;

/// What kind of browser it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The space of the key-value storage, in UTF-16 units.
    pub quota: usize,
    /// Whether IndexedDB can be opened.
    pub mirror: bool,
    /// How many keys of the primary copy are read in one turn.
    pub slice: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { quota: 5_242_880, mirror: true, slice: usize::MAX }
    }
}

/// The one lock of the origin.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Lock {
    pub(crate) holder: Option<u8>,
    pub(crate) waiting: VecDeque<u8>,
}

/// A browser with the tabs of one origin.
#[derive(Clone, Debug)]
pub struct World<P: Program> {
    pub(crate) setup: Rc<P::Setup>,
    pub(crate) settings: Settings,
    /// The time, in milliseconds since 1970.
    pub now: u64,
    /// The tabs, open or not.
    pub tabs: Vec<Tab<P>>,
    /// The truth about the key-value storage.
    pub browser: BrowserProcess,
    /// IndexedDB.
    pub mirror: Mirror,
    pub(crate) lock: Lock,
    /// What goes wrong.
    pub plan: Option<FaultPlan>,
    /// Whether storage has refused or lost anything: then a page that is closed may take texts along.
    pub trouble: bool,
    /// The operations that the primary copy has refused, by key.
    pub(crate) refused: BTreeSet<Rc<str>>,
    /// How many storage calls there were.
    pub calls: u32,
    /// What the readers wrote.
    pub ledger: Ledger,
    /// The first thing that a program did and may never do.
    pub offence: Option<Violation>,
    /// How many pages were opened.
    pub pages: u32,
}

impl<P: Program> World<P> {
    /// A browser without a tab.
    pub fn new(setup: &Rc<P::Setup>, settings: Settings, plan: Option<FaultPlan>) -> Self {
        Self {
            setup: Rc::clone(setup),
            settings,
            now: BEGINNING,
            tabs: Vec::new(),
            browser: BrowserProcess::default(),
            mirror: Mirror::default(),
            lock: Lock::default(),
            plan,
            trouble: false,
            refused: BTreeSet::new(),
            calls: 0,
            ledger: Ledger::default(),
            offence: None,
            pages: 0,
        }
    }

    /// Opens a tab, in the first place that is free; gives its number.
    pub fn open(&mut self) -> u8 {
        let free = self.tabs.iter().position(Tab::is_free).unwrap_or(self.tabs.len());
        let renderer = Renderer::copying(&self.browser.map);
        let tab = Tab { renderer, page: None, former: Vec::new(), broadcasts: std::collections::BTreeMap::new() };
        match self.tabs.get_mut(free) {
            Some(place) => *place = tab,
            None => self.tabs.push(tab),
        }
        let free = free as u8;
        self.load(free);
        free
    }

    /// Loads the page in a tab.
    pub(crate) fn load(&mut self, tab: u8) {
        self.pages += 1;
        let program = P::open(&self.setup, self.pages, self.now);
        self.tabs[usize::from(tab)].page = Some(Page::new(program, self.pages));
        self.happen(tab, Event::Started);
    }

    /// The tabs whose pages are open and run.
    pub fn running(&self) -> impl Iterator<Item = (u8, &Page<P>)> {
        self.tabs.iter().enumerate().filter_map(|(tab, place)| Some((tab as u8, place.running()?)))
    }

    /// The page in a tab, if it is open and runs.
    pub fn page(&self, tab: u8) -> Option<&Page<P>> {
        self.tabs.get(usize::from(tab))?.running()
    }

    /// All deliveries that are possible now, in a fixed order.
    pub fn deliveries(&self, steps: &mut Vec<Step>) {
        for (tab, place) in (0u8..).zip(&self.tabs) {
            let Tab { renderer, broadcasts, .. } = place;
            let all = [Step::Turn(tab), Step::Send(tab), Step::Hear(tab), Step::Mirror(tab), Step::Response(tab)];
            steps.extend(all.into_iter().filter(|step| match step {
                Step::Send(_) => !renderer.outgoing.is_empty(),
                Step::Hear(_) => !renderer.incoming.is_empty() && place.page.is_some(),
                Step::Mirror(_) => place.page.as_ref().is_some_and(|page| !page.requests.is_empty()),
                Step::Response(_) => place.running().is_some_and(|page| !page.responses.is_empty()),
                _ => place.running().is_some_and(|page| !page.turns.is_empty()),
            }));
            if place.running().is_some() {
                steps.extend(broadcasts.keys().map(|from| Step::Broadcast { from: *from, to: tab }));
            }
        }
        if self.lock.holder.is_none() && !self.lock.waiting.is_empty() {
            steps.push(Step::Grant);
        }
    }

    /// The ticks that are possible now: of the timers that run out first.
    pub fn ticks(&self, steps: &mut Vec<Step>) {
        let next = self.next_timer();
        steps.extend(
            self.running().filter(|(_, page)| next.is_some() && page.timer == next).map(|(tab, _)| Step::Tick(tab)),
        );
    }

    /// When the first timer runs out.
    pub fn next_timer(&self) -> Option<u64> {
        self.running().filter_map(|(_, page)| page.timer).min()
    }

    /// Whether a commit is possible now.
    pub fn may_commit(&self) -> bool {
        self.browser.commit_from().is_some_and(|from| from <= self.now)
    }

    /// Whether a step is possible now.
    pub fn can(&self, step: Step) -> bool {
        let mut steps = Vec::new();
        match step {
            Step::Do(tab, act) => self.page(tab).is_some_and(|page| {
                act.needs().is_none_or(|text| page.program.shows(text))
                    && page.program.can(act)
                    && page.program.writes_over(act).is_none_or(|text| !self.ledger.bars(text))
                    && act.writes().is_none_or(|text| self.ledger.entry(text).is_none())
            }),
            Step::Tick(_) => {
                self.ticks(&mut steps);
                steps.contains(&step)
            }
            Step::Commit => self.may_commit(),
            Step::Pass(_) | Step::Open => true,
            Step::Kill { kept, .. } => self.browser.admissible(self.now).contains(&usize::from(kept)),
            Step::Crash { tab, sent } => {
                self.page(tab).is_some() && usize::from(sent) <= self.tabs[usize::from(tab)].renderer.outgoing.len()
            }
            Step::Thaw(tab) => {
                self.tabs.get(usize::from(tab)).and_then(|tab| tab.page.as_ref()).is_some_and(|page| page.frozen)
            }
            Step::Look(tab)
            | Step::Leave(tab)
            | Step::Reload(tab, _)
            | Step::Close(tab, _)
            | Step::Freeze(tab)
            | Step::Clear(tab)
            | Step::HostWrites(tab, _) => self.page(tab).is_some(),
            delivery => {
                self.deliveries(&mut steps);
                steps.contains(&delivery)
            }
        }
    }

    /// A hash of everything that decides what can happen from here on.
    pub fn digest(&self) -> Digest {
        let mut digest = Digest::default();
        (self.now, self.pages, self.plan, self.trouble, &self.refused).hash(&mut digest);
        // The number of calls decides nothing but where a fault strikes.
        self.plan.map(|_| self.calls).hash(&mut digest);
        self.browser.hash(&mut digest);
        self.mirror.hash(&mut digest);
        self.lock.hash(&mut digest);
        self.ledger.hash(&mut digest);
        digest.write_usize(self.tabs.len());
        for tab in &self.tabs {
            tab.digest(&mut digest);
        }
        digest
    }

    /// Whether storage says for ever that it has what it drops later.
    pub(crate) fn lies_for_ever(&self) -> bool {
        self.plan.is_some_and(|plan| plan.struck && plan.for_ever && plan.fault == Fault::Revert)
    }

    /// Notes an offence, unless there was one before.
    pub(crate) fn offend(&mut self, rule: &'static str, what: String) {
        self.offence.get_or_insert(Violation { rule, what });
    }

    /// What a page asks of its tab and its browser, but for storage.
    pub(crate) fn perform(&mut self, tab: u8, action: Action) {
        match action {
            Action::Broadcast(broadcast) => {
                for (to, place) in (0u8..).zip(&mut self.tabs) {
                    if to != tab && place.running().is_some() {
                        place.broadcasts.entry(tab).or_default().push_back(broadcast.clone());
                    }
                }
            }
            Action::WakeAfter(wait) => {
                let at = self.now.saturating_add(wait);
                if let Some(page) = &mut self.tabs[usize::from(tab)].page {
                    page.timer = Some(at);
                }
            }
            Action::ReadEverything => {
                let page = self.tabs[usize::from(tab)].page.as_mut();
                page.into_iter().for_each(|page| page.requests.push_back(Asked::Everything));
            }
            Action::GoOn => {
                let page = self.tabs[usize::from(tab)].page.as_mut();
                page.into_iter().for_each(|page| page.turns.push_back(Later::GoOn));
            }
            Action::Imported { first, whole } => {
                let lies = self.lies_for_ever();
                let page = self.tabs[usize::from(tab)].page.as_ref();
                page.into_iter().for_each(|page| {
                    // What a page puts under the other address it does not hold itself.
                    let holds = self.ledger.entry(first).is_some_and(|it| it.earlier == page.program.is_earlier());
                    self.ledger.came(page.number, first, whole && (holds || !lies));
                });
            }
            Action::Lock => self.lock.waiting.push_back(tab),
            Action::Unlock if self.lock.holder == Some(tab) => self.lock.holder = None,
            Action::Unlock
            | Action::MeasureUsage
            | Action::Store(_)
            | Action::Overwrite { .. }
            | Action::Submission(_) => {}
        }
    }
}
