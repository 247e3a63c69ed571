//! One turn of the event loop, and one step of the world.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use article_widget::store::copy::request::{CopyId, Request, Response};
use article_widget::store::copy::store_error::StoreError;

use crate::mirror;
use crate::program::{Act, Action, Event, Program, Word};
use crate::renderer::Notice;
use crate::step::{Step, Waiting};
use crate::tab::{Asked, Later, Said};
use crate::text::Text;
use crate::world::World;

impl<P: Program> World<P> {
    /// Lets one thing happen. It must be possible ([`World::can`]); otherwise nothing happens, or something unreal.
    pub fn take(&mut self, step: Step) {
        match step {
            Step::Do(tab, act) => {
                if let Some(page) = self.page(tab) {
                    let (number, over) = (page.number, page.program.writes_over(act));
                    let earlier = page.program.is_earlier();
                    over.into_iter().for_each(|text| self.ledger.write_over(text));
                    self.ledger.note(number, earlier, act);
                    match act {
                        Act::DeleteEverything => self.spare_composers(|_| true),
                        Act::Erase(gone) => self.spare_composers(|text| text == gone),
                        _ => {}
                    }
                    self.happen(tab, Event::Did(act));
                }
            }
            Step::Send(tab) => self.send(tab),
            Step::Hear(tab) => {
                if let Some((key, value)) = self.tabs[usize::from(tab)].renderer.hear() {
                    self.happen(tab, Event::Stored { key, value });
                }
            }
            Step::Mirror(tab) => self.transact(tab),
            Step::Response(tab) => {
                let page = self.tabs[usize::from(tab)].page.as_mut();
                match page.and_then(|page| page.responses.pop_front()) {
                    Some(Said::Response(response)) => self.happen(tab, Event::Responded(response)),
                    Some(Said::Everything(mirrored)) => {
                        let everything = self.everything(tab, mirrored);
                        self.happen(tab, everything);
                    }
                    None => {}
                }
            }
            Step::Broadcast { from, to } => {
                let broadcasts = &mut self.tabs[usize::from(to)].broadcasts;
                let broadcast = broadcasts.get_mut(&from).and_then(VecDeque::pop_front);
                broadcasts.retain(|_, queue| !queue.is_empty());
                if let Some(broadcast) = broadcast {
                    self.happen(to, Event::Heard(broadcast));
                }
            }
            Step::Turn(tab) => {
                let page = self.tabs[usize::from(tab)].page.as_mut();
                match page.and_then(|page| page.turns.pop_front()) {
                    Some(Later::Read(request)) => {
                        let response = self.local(tab, request);
                        response.into_iter().for_each(|response| self.happen(tab, Event::Responded(response)));
                    }
                    Some(Later::GoOn) => self.happen(tab, Event::HasTime),
                    None => {}
                }
            }
            Step::Tick(tab) => {
                let page = self.tabs[usize::from(tab)].page.as_mut();
                if let Some(at) = page.and_then(|page| page.timer.take()) {
                    self.now = self.now.max(at);
                    self.happen(tab, Event::Ticked);
                }
            }
            Step::Grant => {
                self.lock.holder = self.lock.waiting.pop_front();
                self.lock.holder.into_iter().for_each(|tab| self.happen(tab, Event::Locked));
            }
            Step::Commit => self.browser.commit(self.now),
            Step::Pass(ms) => self.now += u64::from(ms),
            Step::Open => drop(self.open()),
            Step::Look(tab) => self.happen(tab, Event::Woken),
            Step::Leave(tab) => self.happen(tab, Event::Hidden),
            Step::Reload(tab, waiting) => {
                self.end_page(tab, waiting);
                self.load(tab);
            }
            Step::Close(tab, waiting) => self.end_page(tab, waiting),
            Step::Crash { tab, sent } => self.crash(tab, usize::from(sent)),
            Step::Freeze(tab) => {
                self.happen(tab, Event::Hidden);
                let place = &mut self.tabs[usize::from(tab)];
                place.broadcasts.clear();
                place.page.iter_mut().for_each(|page| page.frozen = true);
            }
            Step::Thaw(tab) => {
                self.tabs[usize::from(tab)].page.iter_mut().for_each(|page| page.frozen = false);
                self.happen(tab, Event::Woken);
            }
            Step::Clear(tab) => {
                self.trouble = true;
                let holding = self.pages_that_hold();
                self.ledger.excuse_cleared(holding);
                self.tabs[usize::from(tab)].renderer.clear();
            }
            Step::HostWrites(tab, units) => {
                let value: Rc<str> = "x".repeat(units as usize).into();
                let renderer = &mut self.tabs[usize::from(tab)].renderer;
                // The other script has its own way of dealing with a refusal.
                let _ = renderer.set(&"host".into(), Some(value), self.settings.quota, false);
            }
            Step::Kill { kept, mirror } => self.kill(usize::from(kept), mirror),
        }
    }

    /// Tells a running page something and carries out what it asks for. Frozen and closed pages hear nothing.
    pub(crate) fn happen(&mut self, tab: u8, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let now = self.now;
            let Some(page) = self.tabs[usize::from(tab)].page.as_mut().filter(|page| !page.frozen) else { return };
            let submission = match event {
                Event::Did(Act::TakeSubmission(of)) => Some(of),
                _ => None,
            };
            let Ok(actions) = catch_unwind(AssertUnwindSafe(|| page.program.handle(now, event))) else {
                return self.offend("no panic", format!("tab {tab} panicked"));
            };
            submission.into_iter().for_each(|of| self.check_submission(tab, of, &actions));
            for action in actions {
                match action {
                    Action::Store(request) if request.copy() == CopyId::Mirror => {
                        let page = self.tabs[usize::from(tab)].page.as_mut();
                        page.into_iter().for_each(|page| page.requests.push_back(Asked::Request(request.clone())));
                    }
                    Action::Store(request) => events.extend(self.local(tab, request).map(Event::Responded)),
                    Action::Overwrite { key, value } => {
                        events.push_back(Event::Overwrote(self.local_set(tab, &key, Some(value))));
                    }
                    Action::MeasureUsage => events.push_back(self.measured(tab)),
                    other => self.perform(tab, other),
                }
            }
        }
        self.note_promises(tab);
    }

    /// What stands in a composer and nowhere else does not go with what is deleted.
    fn spare_composers(&mut self, which: impl Fn(Text) -> bool) {
        for page in self.tabs.iter().filter_map(|tab| tab.page.as_ref()) {
            let ledger = &mut self.ledger;
            page.program.aside(&mut |text| {
                if which(text) && !page.program.shows(text) {
                    ledger.set_loose(text);
                }
            });
        }
    }

    fn note_promises(&mut self, tab: u8) {
        let Some(page) = &self.tabs[usize::from(tab)].page else { return };
        let ledger = &mut self.ledger;
        page.program.shown(&mut |shown| {
            if shown.word == Word::Saved && !shown.earlier {
                ledger.promise(shown.text);
            }
        });
    }

    /// The pages that are open, and whether they are at the earlier address: they hold what is kept under that, or all.
    fn pages_that_hold(&self) -> BTreeMap<u32, bool> {
        let open = self.tabs.iter().filter_map(|tab| tab.page.as_ref());
        open.map(|page| (page.number, page.program.is_earlier())).collect()
    }

    fn open_pages(&self) -> Vec<u32> {
        self.tabs.iter().filter_map(|tab| Some(tab.page.as_ref()?.number)).collect()
    }

    fn send(&mut self, tab: u8) {
        let Some(mutation) = self.tabs[usize::from(tab)].renderer.outgoing.pop_front() else { return };
        let accepted = self.browser.apply(self.now, &mutation, self.settings.quota);
        if !accepted {
            self.trouble = true;
            let open = self.open_pages();
            let texts = mutation.value.iter().flat_map(|value| Text::all_in(value));
            texts.for_each(|text| self.ledger.excuse_taken_back(text, &open));
        }
        for (other, place) in (0u8..).zip(&mut self.tabs) {
            if place.page.is_none() {
                continue;
            }
            let key = mutation.key.clone();
            place.renderer.incoming.extend(match (other == tab, accepted) {
                (true, true) => Some(Notice::Applied(key)),
                (true, false) => Some(Notice::Refused { key, old: mutation.old.clone() }),
                (false, true) => Some(Notice::Changed { key, value: mutation.value.clone() }),
                (false, false) => None,
            });
            place.renderer.skip_unobservable();
        }
    }

    fn transact(&mut self, tab: u8) {
        let page = self.tabs[usize::from(tab)].page.as_mut();
        let said = match page.and_then(|page| page.requests.pop_front()) {
            Some(Asked::Request(request)) => self.mirror_response(request).map(Said::Response),
            Some(Asked::Everything) => Some(Said::Everything(self.everything_in_mirror())),
            None => return,
        };
        let page = self.tabs[usize::from(tab)].page.as_mut();
        page.into_iter().for_each(|page| page.responses.extend(said.clone()));
    }

    fn mirror_response(&mut self, request: Request) -> Option<Response> {
        let fault = self.strike(mirror::call(&request));
        self.guard_mirror(&request);
        if !self.settings.mirror {
            return request.ended(Err(StoreError::Blocked));
        }
        let written = match &request {
            Request::Write { value, .. } if fault.is_none() => Some(Rc::clone(value)),
            _ => None,
        };
        let response = self.mirror.carry_out(request, fault);
        if let (Some(value), Some(Response::Wrote { result: Ok(()), .. })) = (written, &response) {
            Text::all_in(&value).for_each(|text| self.ledger.mirrored(text));
        }
        response
    }

    /// A page goes after it was told so.
    fn end_page(&mut self, tab: u8, waiting: Waiting) {
        self.happen(tab, Event::Hidden);
        if waiting == Waiting::Finished {
            self.finish_requests(tab);
        }
        // The reader leaves though the page may ask to stay: what storage refused is theirs to lose.
        if self.trouble {
            self.excuse(tab);
        }
        // Both copies say for ever that they have what they drop later: once the page is gone, nobody can know better.
        if self.lies_for_ever()
            && let Some(page) = &self.tabs[usize::from(tab)].page
        {
            self.ledger.forgo(page.number);
        }
        self.drop_page(tab);
    }

    fn excuse(&mut self, tab: u8) {
        let page = self.tabs[usize::from(tab)].page.as_ref();
        page.into_iter().for_each(|page| self.ledger.excuse(Some(page.number)));
    }

    fn finish_requests(&mut self, tab: u8) {
        while self.tabs[usize::from(tab)].page.as_ref().is_some_and(|page| !page.requests.is_empty()) {
            self.transact(tab);
        }
    }

    fn drop_page(&mut self, tab: u8) {
        let place = &mut self.tabs[usize::from(tab)];
        place.broadcasts.clear();
        place.former.extend(place.page.take().map(|page| page.number));
        self.lock.waiting.retain(|waiting| *waiting != tab);
        if self.lock.holder == Some(tab) {
            self.lock.holder = None;
        }
    }

    fn crash(&mut self, tab: u8, sent: usize) {
        self.drop_page(tab);
        let place = &mut self.tabs[usize::from(tab)];
        place.former.iter().for_each(|page| self.ledger.excuse(Some(*page)));
        place.renderer.outgoing.truncate(sent);
    }

    fn kill(&mut self, kept: usize, waiting: Waiting) {
        for tab in 0..self.tabs.len() as u8 {
            if waiting == Waiting::Finished {
                self.finish_requests(tab);
            }
            self.drop_page(tab);
        }
        self.ledger.excuse(None);
        self.browser.kill(kept);
        self.tabs.clear();
        self.open();
    }
}
