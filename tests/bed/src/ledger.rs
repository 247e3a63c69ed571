//! What the readers wrote and what they were promised: what the oracle holds the program to.

use std::collections::{BTreeMap, BTreeSet};

use crate::brought::Brought;
use crate::program::Act;
use crate::text::Text;

/// What may become of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It must stay.
    Held,
    /// It may stay or go: its reader deleted it, or it was lost in a way that nobody could prevent.
    Loose,
    /// It must go, and never come back.
    Gone,
}

/// What is known of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The number of the page that it was written in.
    pub page: u32,
    /// The text of the post that it is a version of; itself, if it is a post; of what came in a file, the first text in that.
    pub root: Text,
    /// Whether it is kept under the page's earlier address.
    pub earlier: bool,
    /// Whether it came in a file of somebody else's.
    pub brought: bool,
    /// Whether it was ever shown with the word "Saved".
    pub promised: bool,
    /// What may become of it.
    pub fate: Fate,
    /// Whether the mirror has it, which came in a file.
    pub(crate) mirrored: bool,
    /// Whether it was only typed, and may be typed over.
    pub(crate) typed: bool,
    /// The page that decided its fate, until that can no longer be lost.
    pub(crate) decided_by: Option<u32>,
}

impl Entry {
    /// A text of which nothing is promised or asked yet.
    pub(crate) fn loose(page: u32, root: Text) -> Self {
        Self {
            page,
            root,
            earlier: false,
            brought: false,
            promised: false,
            fate: Fate::Loose,
            mirrored: false,
            typed: false,
            decided_by: None,
        }
    }
}

/// All texts that were sent, or came in a file.
#[derive(Clone, Debug, Default, Hash)]
pub struct Ledger {
    pub(crate) entries: BTreeMap<Text, Entry>,
    /// The files that were imported, by their first text.
    pub(crate) imports: BTreeMap<Text, Brought>,
    /// The pages that deleted everything, until all tabs are known to have heard of it.
    deleted_by: BTreeSet<u32>,
}

impl Ledger {
    /// Notes what a reader does in a page; `earlier`: it is at the page's earlier address.
    pub fn note(&mut self, page: u32, earlier: bool, act: Act) {
        match act {
            Act::Submit(text) | Act::Reply { text, .. } => self.enter(page, text, text, earlier),
            Act::Edit { of, to } => {
                let root = self.root(of);
                let kept_there = self.entries.get(&root).map_or(earlier, |entry| entry.earlier);
                self.enter(page, to, root, kept_there);
            }
            Act::Delete(text) => self.decide(page, self.root(text), Fate::Loose),
            Act::Erase(text) => self.decide(page, self.root(text), Fate::Gone),
            Act::DeleteEverything => self.delete_everything(page, earlier),
            Act::Type(text) => {
                self.enter(page, text, text, earlier);
                self.entries.get_mut(&text).into_iter().for_each(|entry| entry.typed = true);
            }
            Act::Import { text, earlier } => self.expect(page, text, earlier),
            Act::UndoImport(text) => self.undo(page, text),
            Act::Undo(_) | Act::OpenPanel | Act::TakeSubmission(_) | Act::SayItWasSent => {}
        }
    }

    fn root(&self, text: Text) -> Text {
        self.entries.get(&text).map_or(text, |entry| entry.root)
    }

    fn enter(&mut self, page: u32, text: Text, root: Text, earlier: bool) {
        let root_stays = self.entries.get(&root).is_none_or(|entry| entry.fate == Fate::Held);
        let knows = self.knows_all(page);
        // Written into what another page has just deleted: it may go with it.
        let fate = if root_stays && knows { Fate::Held } else { Fate::Loose };
        self.entries.insert(text, Entry { earlier, fate, ..Entry::loose(page, root) });
    }

    /// Whether a page knows of everything that was deleted.
    pub(crate) fn knows_all(&self, page: u32) -> bool {
        self.deleted_by.iter().all(|by| *by == page)
    }

    /// Decides about all versions of a post.
    fn decide(&mut self, page: u32, root: Text, fate: Fate) {
        for entry in self.entries.values_mut().filter(|entry| entry.root == root && entry.fate != Fate::Gone) {
            entry.fate = fate;
            entry.decided_by = Some(page);
        }
    }

    /// Decides about everything, or about what is kept under the earlier address.
    fn delete_everything(&mut self, page: u32, earlier: bool) {
        // Where two pages do so at once, neither takes what was written after the other's.
        let knows = self.knows_all(page);
        for entry in self.entries.values_mut().filter(|entry| entry.fate != Fate::Gone && (entry.earlier || !earlier)) {
            // What was no comment yet when its page was left goes on at the new address.
            let is_there = !earlier || entry.promised;
            entry.fate = if knows && is_there { Fate::Gone } else { Fate::Loose };
            entry.decided_by = Some(page);
        }
        self.deleted_by.insert(page);
        self.disturb();
    }

    /// Notes that a text was never taken: it stands in the composer it was written in, and is not part of what is deleted.
    pub fn set_loose(&mut self, text: Text) {
        if let Some(entry) = self.entries.get_mut(&text) {
            entry.fate = Fate::Loose;
        }
    }

    /// Notes that a text was shown with the word "Saved".
    pub fn promise(&mut self, text: Text) {
        if let Some(entry) = self.entries.get_mut(&text) {
            entry.promised = true;
        }
    }

    /// Notes that a page ended in a way that may lose something (`None`: all of them): what it had not promised may be
    /// lost, and what it was about to erase may stay.
    pub fn excuse(&mut self, page: Option<u32>) {
        let of = |number: u32| page.is_none_or(|page| page == number);
        for entry in self.entries.values_mut() {
            let lost = entry.fate == Fate::Held && !entry.promised && of(entry.page);
            let undone = entry.fate == Fate::Gone && entry.decided_by.is_some_and(of);
            if lost || undone {
                entry.fate = Fate::Loose;
            }
        }
    }

    /// Notes that what was written in a page may be lost, whatever was promised.
    pub fn forgo(&mut self, page: u32) {
        for entry in self.entries.values_mut().filter(|entry| entry.page == page && entry.fate == Fate::Held) {
            entry.fate = Fate::Loose;
        }
    }

    /// Notes that another script cleared the storage: what was not promised and was written in a page that is closed, or brought
    /// by one that does not show it, may be lost. `open`: the open pages, and whether they are at the earlier address.
    pub fn excuse_cleared(&mut self, open: BTreeMap<u32, bool>) {
        let closed: Vec<u32> =
            self.entries.values().map(|entry| entry.page).filter(|page| !open.contains_key(page)).collect();
        closed.into_iter().for_each(|page| self.excuse(Some(page)));
        let elsewhere = |entry: &&mut Entry| entry.brought && open.get(&entry.page) != Some(&entry.earlier);
        for entry in self.entries.values_mut().filter(elsewhere) {
            if entry.fate == Fate::Held && !entry.promised {
                entry.fate = Fate::Loose;
            }
        }
    }

    /// Notes that the storage took a text back after the page it was written in had closed: unless it was promised, it may be
    /// lost.
    pub fn excuse_taken_back(&mut self, text: Text, open: &[u32]) {
        let entry = self.entries.get_mut(&text);
        let lost = |entry: &&mut Entry| entry.fate == Fate::Held && !entry.promised && !open.contains(&entry.page);
        if let Some(entry) = entry.filter(lost) {
            entry.fate = Fate::Loose;
        }
    }

    /// Notes that every tab has heard of everything, and that both copies have it.
    pub fn all_heard(&mut self) {
        self.deleted_by.clear();
        self.entries.values_mut().for_each(|entry| entry.decided_by = None);
    }

    /// Notes that something else is written in the composer in which a text stands.
    pub fn write_over(&mut self, text: Text) {
        if let Some(entry) = self.entries.get_mut(&text).filter(|entry| entry.typed && entry.fate == Fate::Held) {
            entry.fate = Fate::Loose;
        }
    }

    /// Whether nothing else may be written in the composer in which a text stands: its reader has sent it.
    pub fn bars(&self, text: Text) -> bool {
        self.entries.get(&text).is_some_and(|entry| entry.fate == Fate::Held && !entry.typed)
    }

    /// All texts and what is known of them.
    pub fn entries(&self) -> impl Iterator<Item = (Text, Entry)> {
        self.entries.iter().map(|(text, entry)| (*text, *entry))
    }

    /// What is known of one text.
    pub fn entry(&self, text: Text) -> Option<Entry> {
        self.entries.get(&text).copied()
    }
}
