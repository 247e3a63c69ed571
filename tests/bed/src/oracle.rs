//! The rules that a run is held to. Findings and tests name some of them by a number.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::finding::Violation;
use crate::ledger::{Entry, Fate};
use crate::program::{Program, Shown};
use crate::step::Step;
use crate::tab::Page;
use crate::text::Text;
use crate::value_map::ValueMap;
use crate::world::World;

const RECOVERABLE: &str = "4: every text is shown, or in a composer, a draft or the outbox";
const DURABLE: &str = "3: what was called saved survives";
const PRESENT: &str = "5: what was called saved is there";
const GONE: &str = "10: what was erased is gone";
const UNCHANGED: &str = "11: what somebody else wrote is no version of the reader's own comment";
const ONCE: &str = "12: every comment is shown once";
const SAME: &str = "all tabs show the same";

fn broken<T>(rule: &'static str, what: String) -> Result<T, Violation> {
    Err(Violation { rule, what })
}

impl<P: Program> World<P> {
    /// What holds after every step: no offence, and nothing that was written in the page concerned is lost to its reader.
    pub fn check_step(&self, step: Step) -> Result<(), Violation> {
        if let Some(offence) = &self.offence {
            return Err(offence.clone());
        }
        match step {
            Step::Do(tab, _)
            | Step::Hear(tab)
            | Step::Response(tab)
            | Step::Broadcast { to: tab, .. }
            | Step::Turn(tab)
            | Step::Tick(tab)
            | Step::Look(tab)
            | Step::Thaw(tab) => self.check_tab(tab),
            _ => Ok(()),
        }
    }

    /// Rule 4 for one tab: each text that was written in its page and not given up is recoverable there.
    pub fn check_tab(&self, tab: u8) -> Result<(), Violation> {
        let Some(page) = self.tabs.get(usize::from(tab)).and_then(|tab| tab.page.as_ref()) else { return Ok(()) };
        let mut held = BTreeSet::new();
        page.program.shown(&mut |shown| held.extend([shown.text]));
        page.program.aside(&mut |text| held.extend([text]));
        let earlier = page.program.is_earlier();
        let lost = |(text, entry): &(Text, Entry)| {
            // What an import has put under the other address is read from there.
            let is_here = !entry.brought || entry.earlier == earlier;
            entry.page == page.number && entry.fate == Fate::Held && is_here && !held.contains(text)
        };
        match self.ledger.entries().find(lost) {
            Some((text, _)) => broken(RECOVERABLE, format!("{text} is nowhere in tab {tab}")),
            None => Ok(()),
        }
    }

    /// Rule 3 without the reopening: what is called saved is on disk. Says nothing where a fault makes a copy lie.
    pub fn check_durable(&self) -> Result<(), Violation> {
        if self.plan.is_some_and(|plan| plan.struck) {
            return Ok(());
        }
        let mut on_disk = None;
        for (text, entry) in self.ledger.entries() {
            if entry.promised && entry.fate == Fate::Held {
                let on_disk = on_disk.get_or_insert_with(|| {
                    let mut all = texts(&self.mirror.map);
                    all.extend(texts(&self.browser.disk));
                    all
                });
                if !on_disk.contains(&text) {
                    return broken(DURABLE, format!("{text} was called saved and is not on disk"));
                }
            }
        }
        Ok(())
    }

    /// What holds in a tab that has heard of everything: each text that must be there is shown once, none that must not.
    pub fn check_settled_tab(&self, tab: u8) -> Result<(), Violation> {
        let Some(page) = self.page(tab) else { return Ok(()) };
        let mut shown = Vec::new();
        page.program.shown(&mut |one| shown.push(one));
        let mut once = BTreeSet::new();
        if let Some(twice) = shown.iter().filter(|one| !one.earlier).find(|one| !once.insert(one.text)) {
            return broken(ONCE, format!("{} is shown twice in tab {tab}", twice.text));
        }
        self.check_versions(tab, &shown)?;
        let all: BTreeSet<Text> = shown.iter().map(|one| one.text).collect();
        let earlier = page.program.is_earlier();
        for (text, entry) in self.ledger.entries() {
            let there = all.contains(&text);
            // At the earlier address the reader sees only what is kept under that.
            let belongs = entry.earlier || !earlier;
            match entry.fate {
                Fate::Held if !there && entry.promised && belongs => {
                    return broken(PRESENT, format!("{text} was called saved and is not in tab {tab}"));
                }
                Fate::Held if !there && belongs && !self.is_held(text) => {
                    return broken(RECOVERABLE, format!("{text} is not in tab {tab}, nor in any composer"));
                }
                Fate::Gone if there && !self.is_deciding(&entry) => {
                    return broken(GONE, format!("{text} is shown in tab {tab}"));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether a text is to go and the page that says so has found no space for that: only those know of it who heard of it.
    fn is_deciding(&self, entry: &Entry) -> bool {
        let by = |page: &Page<P>| entry.decided_by == Some(page.number) && page.program.unsettled();
        self.running().any(|(_, page)| by(page))
    }

    /// Rule 11: where an earlier version of a comment is shown that was called saved, what stands for it now is one of the
    /// reader's.
    fn check_versions(&self, tab: u8, shown: &[Shown]) -> Result<(), Violation> {
        let root = |one: &Shown| self.ledger.entry(one.text).map(|entry| entry.root);
        let now: BTreeSet<Option<Text>> = shown.iter().filter(|one| !one.earlier).map(root).collect();
        let promised = |one: &&Shown| self.ledger.entry(one.text).is_some_and(|entry| entry.promised);
        match shown.iter().filter(|one| one.earlier).filter(promised).find(|one| !now.contains(&root(one))) {
            Some(one) => broken(UNCHANGED, format!("something else stands for {} in tab {tab}", one.text)),
            None => Ok(()),
        }
    }

    /// Whether any page holds a text: the one it was written in, or one that took its draft over.
    fn is_held(&self, text: Text) -> bool {
        self.tabs.iter().filter_map(|tab| tab.page.as_ref()).any(|page| page.program.holds(text))
    }

    /// Rule 10: no byte of what was erased is in either copy.
    pub fn check_gone(&self) -> Result<(), Violation> {
        let mut places =
            vec![("the browser process", texts(&self.browser.map)), ("the mirror", texts(&self.mirror.map))];
        places
            .extend(self.tabs.iter().filter(|tab| tab.page.is_some()).map(|tab| ("a tab", texts(&tab.renderer.cache))));
        for (text, _) in self.ledger.entries().filter(|(_, entry)| entry.fate == Fate::Gone) {
            if let Some((place, _)) = places.iter().find(|(_, texts)| texts.contains(&text)) {
                return broken(GONE, format!("{text} is still in {place}"));
            }
        }
        Ok(())
    }

    /// All running tabs show the same texts in the same order; those at the earlier address, what is kept under that.
    pub fn check_same(&self) -> Result<(), Violation> {
        // What a page could not keep is known to those who heard of it, and to nobody else, also after that page is gone.
        let is_nowhere = |key: &Rc<str>| self.browser.map.get(key).is_none() && self.mirror.map.get(key).is_none();
        if self.running().any(|(_, page)| page.program.unsettled()) || self.refused.iter().any(is_nowhere) {
            return Ok(());
        }
        for earlier in [false, true] {
            self.check_same_at(earlier)?;
        }
        Ok(())
    }

    fn check_same_at(&self, earlier: bool) -> Result<(), Violation> {
        let mut first: Option<(u8, Vec<Shown>)> = None;
        for (tab, page) in self.running().filter(|(_, page)| page.program.is_earlier() == earlier) {
            let mut shown = Vec::new();
            page.program.shown(&mut |one| shown.push(Shown { word: crate::program::Word::Nothing, ..one }));
            match &first {
                Some((other, theirs)) if *theirs != shown => {
                    let list = |shown: &[Shown]| shown.iter().map(|one| one.text.to_string()).collect::<String>();
                    let what = format!("tab {other} shows {}, tab {tab} shows {}", list(theirs), list(&shown));
                    return broken(SAME, what);
                }
                Some(_) => {}
                None => first = Some((tab, shown)),
            }
        }
        Ok(())
    }
}

fn texts(map: &ValueMap) -> BTreeSet<Text> {
    map.iter().flat_map(|(_, value)| Text::all_in(value)).collect()
}
