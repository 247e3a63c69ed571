//! What the oracle knows of imports: which texts must stay because an import said that it has written them all, and which
//! must go because the only import that can have brought them was undone.

use std::collections::BTreeMap;

use crate::foreign_file::texts;
use crate::ledger::{Entry, Fate, Ledger};
use crate::text::Text;

/// The imports of one file.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Brought {
    /// How many were begun.
    begun: u32,
    /// The pages in which one is under way, and whether a comment was erased or deleted since it began.
    coming: BTreeMap<u32, bool>,
}

impl Ledger {
    /// Notes that a page begins to import a file. Whether it will bring anything is not known yet.
    pub(crate) fn expect(&mut self, page: u32, first: Text, earlier: bool) {
        let brought = self.imports.entry(first).or_default();
        brought.begun += 1;
        brought.coming.insert(page, false);
        for text in texts(first) {
            let new = || Entry { earlier, brought: true, ..Entry::loose(page, first) };
            let entry = self.entries.entry(text).or_insert_with(new);
            if entry.fate != Fate::Held {
                *entry = new();
            }
        }
    }

    /// Notes what became of an import: `whole` if it says that it has written everything, and nothing of it was there before.
    pub(crate) fn came(&mut self, page: u32, first: Text, whole: bool) {
        let brought = self.imports.get_mut(&first);
        let Some(disturbed) = brought.and_then(|brought| brought.coming.remove(&page)) else { return };
        if !whole || disturbed || !self.knows_all(page) {
            return;
        }
        for text in texts(first) {
            if let Some(entry) = self.entries.get_mut(&text) {
                (entry.page, entry.fate, entry.decided_by) = (page, Fate::Held, None);
                entry.promised |= entry.mirrored;
            }
        }
    }

    /// Notes that the mirror has a record of an import: then it is on disk. Which import it was of is known if there was one.
    pub(crate) fn mirrored(&mut self, text: Text) {
        let came_once = self.came_once(text);
        if let Some(entry) = self.entries.get_mut(&text).filter(|entry| entry.brought && came_once) {
            entry.mirrored = true;
            entry.promised |= entry.fate == Fate::Held;
        }
    }

    /// Whether there can be only one record of a text: it came in no file, or was imported once.
    pub(crate) fn came_once(&self, text: Text) -> bool {
        let file = self.entry(text).filter(|entry| entry.brought).map(|entry| entry.root);
        file.and_then(|first| self.imports.get(&first)).is_none_or(|brought| brought.begun == 1)
    }

    /// Notes that a page undoes the imports of a file that it knows of. There may be others.
    pub(crate) fn undo(&mut self, page: u32, first: Text) {
        let Some(brought) = self.imports.get_mut(&first) else { return };
        let fate = if brought.begun == 1 && brought.coming.is_empty() { Fate::Gone } else { Fate::Loose };
        brought.coming.values_mut().for_each(|disturbed| *disturbed = true);
        for text in texts(first) {
            if let Some(entry) = self.entries.get_mut(&text) {
                (entry.fate, entry.decided_by) = (fate, Some(page));
            }
        }
    }

    /// Notes that everything was deleted: what is being imported may be written before or after that.
    pub(crate) fn disturb(&mut self) {
        for (first, brought) in self.imports.iter_mut().filter(|(_, brought)| !brought.coming.is_empty()) {
            brought.coming.values_mut().for_each(|disturbed| *disturbed = true);
            for text in texts(*first) {
                self.entries.get_mut(&text).into_iter().for_each(|entry| entry.fate = Fate::Loose);
            }
        }
    }

    /// Whether a text is somebody else's.
    pub(crate) fn is_foreign(&self, text: Text) -> bool {
        self.entry(text).is_some_and(|entry| entry.brought)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Act;

    const FILE: Text = Text(10);

    fn fates(ledger: &Ledger) -> Vec<(Fate, bool)> {
        texts(FILE).iter().filter_map(|text| ledger.entry(*text)).map(|entry| (entry.fate, entry.promised)).collect()
    }

    fn imported() -> Ledger {
        let mut ledger = Ledger::default();
        ledger.note(1, false, Act::Import { text: FILE, earlier: false });
        assert_eq!(fates(&ledger), [(Fate::Loose, false); 2]);
        ledger.mirrored(Text(11));
        ledger.came(1, FILE, true);
        ledger
    }

    #[test]
    fn what_was_written_as_a_whole_must_stay_and_survives_a_kill_once_the_mirror_has_it() {
        let mut ledger = imported();
        assert_eq!(fates(&ledger), [(Fate::Held, false), (Fate::Held, true)]);
        ledger.excuse(None);
        assert_eq!(fates(&ledger), [(Fate::Loose, false), (Fate::Held, true)]);
    }

    #[test]
    fn what_is_undone_must_go_unless_it_may_have_come_twice() {
        let mut ledger = imported();
        ledger.note(2, false, Act::UndoImport(FILE));
        assert_eq!(fates(&ledger).iter().map(|(fate, _)| *fate).collect::<Vec<_>>(), [Fate::Gone; 2]);
        let mut ledger = imported();
        ledger.note(2, false, Act::Import { text: FILE, earlier: false });
        ledger.note(1, false, Act::UndoImport(FILE));
        ledger.came(2, FILE, true);
        assert_eq!(fates(&ledger).iter().map(|(fate, _)| *fate).collect::<Vec<_>>(), [Fate::Loose; 2]);
    }

    #[test]
    fn nothing_is_known_of_what_comes_while_everything_is_deleted() {
        let mut ledger = Ledger::default();
        ledger.note(1, false, Act::Import { text: FILE, earlier: false });
        ledger.note(2, false, Act::DeleteEverything);
        ledger.came(1, FILE, true);
        assert_eq!(fates(&ledger), [(Fate::Loose, false); 2]);
        ledger.all_heard();
        ledger.note(2, false, Act::Import { text: FILE, earlier: false });
        ledger.came(2, FILE, true);
        assert_eq!(fates(&ledger), [(Fate::Held, false); 2], "but of what comes after it");
    }
}
