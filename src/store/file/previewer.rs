//! Looks through a thread of a file, a few items at a time, and judges what its import would bring.

use crate::domain::sorted_map::SortedMap;
use std::rc::Rc;
use std::vec::IntoIter;

use super::file_contents::{FileItem, FileThread, RefusalReason, Refused};
use super::import_item::{Foreign, Own, as_foreign, as_own};
use super::import_preview::{ImportMode, Preview};
use super::kept_here::KeptHere;
use super::new_record::NewRecord;
use super::over_quota::Hidden;
use super::thread_file::MOST_LINES;
use crate::domain::operation_id::OperationId;
use crate::domain::sorting::sorted;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::Found;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record_key::{Epoch, Slot};
use crate::store::format::stored_text::units;
use crate::store::oplog::epoch;
use crate::store::oplog::erasures::Erasures;
use crate::store::oplog::lamport_chain::LamportChain;
use crate::store::oplog::operation_set::{Element, OperationSet};

/// UTF-16 units of an imported operation's key: `aw1i:<13>:<22>:<22>:<7>`.
const IMPORTED_KEY_UNITS: u64 = 72;
/// UTF-16 units that the operation which stands for the import needs at most, key and value.
const BATCH_UNITS: u64 = 1024;
/// How far a restored operation of one's own may be ahead of what is here: no history that fits a file is longer, as no
/// step in it is wider than 2^20.
const FARTHEST: u64 = (MOST_LINES as u64) << 20;
/// How many more epochs than here a backup may know of.
const MOST_EPOCHS: Epoch = 1_000_000;

/// An import of one thread that is being looked through, a few items at a time. First every item is read, because one may
/// depend on a later one; then each is judged.
pub struct Previewer {
    thread: ThreadKey,
    mode: ImportMode,
    items: IntoIter<FileItem>,
    read: Vec<(usize, Candidate)>,
    judged: IntoIter<(usize, Candidate)>,
    count: usize,
    here: KeptHere,
    chain: LamportChain,
    erasures: Erasures,
    epoch: Epoch,
    farthest: u64,
    hidden: Hidden,
    /// How many units are left for new records, and how many of them these take.
    units_left: u64,
    taken: u64,
    /// Units that are set aside for the operation which stands for the import.
    batch: u64,
    /// The first words of the file under each id, and whether they have been judged. Others do not count, whatever is
    /// here, so that no order of imports makes another set.
    first: SortedMap<OperationId, (Rc<str>, bool)>,
    /// Where in `preview.new` a record is, by its key.
    by_key: SortedMap<String, usize>,
    preview: Preview,
}

enum Candidate {
    Foreign(Foreign),
    Own(Own),
}

impl Candidate {
    fn operation(&self) -> Option<&Operation> {
        match self {
            Self::Foreign(foreign) => foreign.operation.as_ref(),
            Self::Own(own) => own.operation.as_ref(),
        }
    }
}

enum Verdict {
    New(NewRecord, u64),
    Already,
    Refused(RefusalReason),
}

impl Previewer {
    /// Begins with a thread of a file and what is here of the same thread: the set, and for [`ImportMode::AsOwn`] everything that
    /// both copies hold (drafts and unreadable values are not in the set). At most `units_left` UTF-16 units of keys and
    /// values would be written.
    pub fn new(thread: FileThread, existing: &OperationSet, held: &[Found], mode: ImportMode, units_left: u64) -> Self {
        let here = KeptHere::new(existing, held);
        let (chain, _) = LamportChain::of(here.ids(), &LamportChain::default());
        let batch = if mode == ImportMode::AsForeign { BATCH_UNITS } else { 0 };
        Self {
            thread: thread.key,
            mode,
            count: thread.items.len(),
            items: thread.items.into_iter(),
            read: Vec::new(),
            judged: Vec::new().into_iter(),
            here,
            chain,
            erasures: Erasures::of(existing),
            epoch: existing.epoch(),
            farthest: existing.latest().value().saturating_add(FARTHEST),
            hidden: Hidden::default(),
            units_left: units_left.saturating_sub(batch),
            taken: 0,
            batch,
            first: SortedMap::default(),
            by_key: SortedMap::default(),
            preview: Preview::default(),
        }
    }

    /// Takes at most so many steps, two for each item, and says whether all is done.
    pub fn step(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if let Some(item) = self.items.next() {
                self.read(item);
                if self.items.len() == 0 {
                    self.judged = std::mem::take(&mut self.read).into_iter();
                }
            } else if let Some((line, candidate)) = self.judged.next() {
                self.judge(line, candidate);
            } else {
                break;
            }
        }
        self.items.len() == 0 && self.judged.len() == 0
    }

    /// How many steps are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let left = 2 * self.items.len() + self.read.len() + self.judged.len();
        ((2 * self.count).saturating_sub(left), 2 * self.count)
    }

    /// How many UTF-16 units of keys and values what was judged so far would take, if it is written.
    pub fn taken(&self) -> u64 {
        if self.preview.new.is_empty() { 0 } else { self.taken.saturating_add(self.batch) }
    }

    /// The preview of the items that were judged so far.
    pub fn finish(mut self) -> Preview {
        self.preview.refused = sorted(self.preview.refused, &Ord::cmp);
        self.preview
    }

    fn read(&mut self, item: FileItem) {
        let (FileItem::Stored { line, .. } | FileItem::Record { line, .. }) = item;
        let candidate = match self.mode {
            ImportMode::AsForeign => as_foreign(&self.thread, item).map(|read| read.map(Candidate::Foreign)),
            ImportMode::AsOwn => as_own(&self.thread, item).and_then(|own| {
                self.expect(&own)?;
                Ok(Some(Candidate::Own(own)))
            }),
        };
        match candidate {
            Ok(Some(candidate)) => {
                candidate.operation().into_iter().for_each(|operation| self.hidden.take(operation));
                if let Candidate::Foreign(foreign) = &candidate {
                    self.chain.add(foreign.id, false);
                    self.first.insert_once(foreign.id, || (Rc::clone(&foreign.value), false));
                }
                self.read.push((line, candidate));
            }
            Ok(None) => self.preview.already += 1,
            Err(reason) => self.preview.refused.push(Refused { line, reason }),
        }
    }

    /// Takes note of the records that a restored one would erase.
    fn expect(&mut self, own: &Own) -> Result<(), RefusalReason> {
        if let (Some(Slot::Own(_)), Some(operation)) = (own.slot, &own.operation)
            && let Kind::Erase { target, changes } = &operation.kind
        {
            if changes.iter().chain([target]).any(|id| self.here.would_lose(*id)) {
                return Err(RefusalReason::WouldTakeAway);
            }
            self.erasures.take(operation);
        }
        if let Some(Slot::Epoch(number)) = own.slot
            && number > self.epoch
            && epoch::confirms(number, &own.value)
        {
            if number > self.here.epoch.saturating_add(MOST_EPOCHS) {
                return Err(RefusalReason::BeyondReason);
            }
            if self.here.oldest.is_some_and(|oldest| oldest < number) {
                return Err(RefusalReason::WouldTakeAway);
            }
            self.epoch = number;
        }
        Ok(())
    }

    fn judge(&mut self, line: usize, candidate: Candidate) {
        let has_text = |it: &Operation| it.kind.body().is_some() && !self.hidden.covers(it);
        let has_text = candidate.operation().is_some_and(has_text);
        let verdict = match candidate {
            Candidate::Foreign(foreign) => self.judge_foreign(foreign),
            Candidate::Own(own) => self.judge_own(own),
        };
        match verdict {
            Verdict::Refused(reason) => self.preview.refused.push(Refused { line, reason }),
            Verdict::Already => self.preview.already += 1,
            Verdict::New(record, units) => match self.units_left.checked_sub(units) {
                None if has_text => self.preview.over_quota.texts.push(record),
                None => self.preview.over_quota.others += 1,
                Some(left) => {
                    self.units_left = left;
                    self.taken = self.taken.saturating_add(units);
                    if let NewRecord::Own { key, .. } = &record {
                        self.by_key.insert(key.clone(), self.preview.new.len());
                    }
                    self.preview.new.push(record);
                }
            },
        }
    }

    fn judge_foreign(&mut self, foreign: Foreign) -> Verdict {
        let Foreign { id, value, operation } = foreign;
        let slot = Slot::Imported { id, batch: id, epoch: self.epoch };
        if self.erasures.cover(slot, operation.as_ref()) {
            return Verdict::Refused(RefusalReason::Erased);
        }
        if !self.chain.counts(id) {
            return Verdict::Refused(RefusalReason::BeyondReason);
        }
        let says_nothing_new = |here: &Element| match (&operation, &here.operation) {
            (Some(operation), Some(here)) => operation.says_no_more(here),
            _ => here.value == value,
        };
        if let Some(own) = self.here.own.get(&id) {
            let known = says_nothing_new(own);
            return if known { Verdict::Already } else { Verdict::Refused(RefusalReason::OtherWords) };
        }
        // Among imported ones bytes decide, as they do in the set.
        let bare = matches!(operation.as_ref().map(|it| &it.kind), Some(Kind::Post { body: None, .. }));
        if self.here.imported(id).any(|here| here.value == value || bare && says_nothing_new(here)) {
            return Verdict::Already;
        }
        if let Some((first, judged)) = self.first.get_mut(&id) {
            if *first != value {
                return Verdict::Refused(RefusalReason::OtherWords);
            }
            if std::mem::replace(judged, true) {
                return Verdict::Already;
            }
        }
        let units = IMPORTED_KEY_UNITS.saturating_add(units(&value));
        Verdict::New(NewRecord::Imported { id, value }, units)
    }

    fn judge_own(&self, own: Own) -> Verdict {
        let Own { key, slot, value, operation, epoch } = own;
        let before = self.by_key.get(&key).and_then(|place| match self.preview.new.get(*place)? {
            NewRecord::Own { value, .. } => Some(value),
            NewRecord::Imported { .. } => None,
        });
        match before.map(|before| *before == value).or_else(|| self.here.holds(&key, slot, &value)) {
            Some(true) => return Verdict::Already,
            Some(false) => return Verdict::Refused(RefusalReason::OtherWords),
            None => {}
        }
        let farthest = self.epoch.saturating_add(MOST_EPOCHS);
        let reason = match slot {
            Some(slot) if self.erasures.cover(slot, operation.as_ref()) => Some(RefusalReason::Erased),
            _ if epoch.is_some_and(|made_in| made_in < self.epoch) => Some(RefusalReason::EpochDeleted),
            _ if epoch.is_some_and(|made_in| made_in > farthest) => Some(RefusalReason::BeyondReason),
            Some(Slot::Own(id)) if id.lamport.value() > self.farthest => Some(RefusalReason::BeyondReason),
            _ => None,
        };
        if let Some(reason) = reason {
            return Verdict::Refused(reason);
        }
        let units = units(&key).saturating_add(value.units());
        Verdict::New(NewRecord::Own { key, value }, units)
    }
}

/// The preview of a thread of a file, at once. See [`Previewer::new`].
pub fn preview(
    thread: &FileThread,
    existing: &OperationSet,
    held: &[Found],
    mode: ImportMode,
    units_left: u64,
) -> Preview {
    let mut previewer = Previewer::new(thread.clone(), existing, held, mode, units_left);
    while !previewer.step(usize::MAX) {}
    previewer.finish()
}
