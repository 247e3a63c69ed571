//! Every text that is being written, here and on other pages.

use crate::domain::sorted_set::SortedSet;
use litemap::LiteMap;

use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::syntax::Syntax;
use crate::domain::timestamp::Timestamp;
use crate::domain::written::Written;
use crate::store::format::draft::Draft;
use crate::store::format::record_key::Epoch;

/// How long the pages that are open have to say which drafts are theirs, in milliseconds.
pub(super) const ANSWER_WITHIN: u64 = 500;

/// How long drafts that the key-value storage has wait for what the mirror knows of them, in milliseconds: some browsers' never
/// responds (seen in WebKitGTK 2.50 on a busy machine).
pub(super) const MIRROR_WITHIN: u64 = 3_000;

/// A text in a composer of this page.
#[derive(Clone, Debug)]
pub(super) struct Writing {
    pub(super) written: Written,
    pub(super) name: OperationId,
    pub(super) key: String,
    /// When the text was written: of two texts of one name the later one counts.
    pub(super) at: Timestamp,
    /// The epoch in which the text was written: a deletion of everything removes texts that were not changed since.
    pub(super) epoch: Epoch,
    /// When the first change was made that the mirror does not have.
    pub(super) changed: Option<Timestamp>,
    /// Whether the key-value storage has the text as it is now.
    pub(super) in_local: bool,
    pub(super) closed: bool,
    /// Whether another page has the text as it is now, and may post or remove it: the next change gives it a new name.
    pub(super) shared: bool,
    /// Keys of earlier texts, to be removed once a copy has this one.
    pub(super) replaces: SortedSet<String>,
}

impl Writing {
    /// The record of the draft.
    pub(super) fn draft(&self) -> Draft {
        Draft {
            text: self.written.text.clone(),
            syntax: self.written.syntax.clone(),
            at: self.at,
            closed: self.closed,
            epoch: self.epoch,
        }
    }

    /// All keys under which a copy may keep the draft.
    pub(super) fn into_keys(self) -> SortedSet<String> {
        let mut keys = self.replaces;
        keys.insert(self.key);
        keys
    }
}

/// A text that another page wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDraft {
    /// The composer that the text was written in.
    pub composer: ComposerId,
    /// The text.
    pub draft: Draft,
    /// Whether that page is still open.
    pub live: bool,
    /// The keys that the text stands under: that of its page, and those of pages that adopted it.
    pub(super) keys: SortedSet<String>,
}

/// All texts that are being written.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    pub(super) here: LiteMap<ComposerId, Writing>,
    pub(super) others: LiteMap<OperationId, OtherDraft>,
    /// The draft that the reader discarded last: it is removed when nobody can want it back.
    pub(super) discarded: Option<(OperationId, OtherDraft)>,
    /// The keys of drafts that became the operation under a key, until that is saved.
    pub(super) sent: LiteMap<String, SortedSet<String>>,
    /// The drafts that became operations, and the keys of these.
    pub(super) posted: LiteMap<OperationId, String>,
    pub(super) asked: Option<Timestamp>,
    /// Since when drafts have been waiting for the mirror.
    pub(super) waiting: Option<Timestamp>,
    pub(super) adopts: bool,
}

impl Drafts {
    /// The name of the draft in a composer.
    pub fn name(&self, composer: ComposerId) -> Option<OperationId> {
        self.here.get(&composer).map(|writing| writing.name)
    }

    /// Whether the text under a key was adopted here and written on under another key: it is an earlier text.
    pub(super) fn has_replaced(&self, key: &str) -> bool {
        self.here.values().any(|writing| writing.replaces.contains(key))
            || self.sent.values().any(|keys| keys.contains(key))
    }

    /// Leaves the text under a key to the page that goes on writing there: it is not the text that was adopted here.
    pub(super) fn leave(&mut self, key: &str) {
        for (_, writing) in self.here.iter_mut() {
            writing.replaces.remove(key);
        }
    }

    /// Whether something is being written in a composer of this page.
    pub fn is_writing(&self, composer: ComposerId) -> bool {
        self.here.contains_key(&composer)
    }

    /// Goes on with another page's draft, under this page's key.
    pub(super) fn adopt(
        &mut self,
        composer: ComposerId,
        name: OperationId,
        key: String,
        draft: &Draft,
        replaces: SortedSet<String>,
        now: Timestamp,
    ) {
        let writing = Writing {
            written: draft.written(),
            name,
            key,
            at: draft.at,
            epoch: draft.epoch,
            changed: Some(now),
            in_local: false,
            closed: draft.closed,
            shared: true,
            replaces,
        };
        self.here.insert(composer, writing);
    }

    /// The text in a composer, as far as it was noticed.
    pub fn text(&self, composer: ComposerId) -> Option<&str> {
        self.here.get(&composer).map(|writing| writing.written.text.as_str())
    }

    /// The syntax of the text in a composer, as far as it was noticed.
    pub fn syntax(&self, composer: ComposerId) -> Option<&Syntax> {
        self.here.get(&composer).map(|writing| &writing.written.syntax)
    }

    /// The texts of other pages that may be offered, by the names of their drafts; among them the draft that the reader has just
    /// discarded and may want back.
    pub fn offered(&self) -> impl Iterator<Item = (OperationId, &OtherDraft)> {
        let mut offered = Vec::new();
        offered.extend(self.others.iter().map(|(name, other)| (*name, other)));
        offered.extend(self.discarded.iter().map(|(name, other)| (*name, other)));
        offered.retain(|(name, _)| !self.posted.contains_key(name));
        offered.into_iter()
    }

    /// The texts of other pages that no open page claims, and that were not sent: the mirror may not have said yet that it has
    /// the comments that they became.
    pub(super) fn unclaimed(&self) -> impl Iterator<Item = (&OperationId, &OtherDraft)> {
        self.others.iter().filter(|(name, other)| !other.live && !self.posted.contains_key(name))
    }

    /// Whether there are texts of other pages.
    pub fn has_others(&self) -> bool {
        !self.others.is_empty()
    }

    /// Whether a text of another page's has this name.
    pub fn has_other(&self, name: OperationId) -> bool {
        self.others.contains_key(&name)
    }

    /// The text of another page's that has this name.
    pub fn get_other(&self, name: OperationId) -> Option<&OtherDraft> {
        self.others.get(&name)
    }

    /// The name of the draft that the reader has just discarded.
    pub fn discarded(&self) -> Option<OperationId> {
        self.discarded.as_ref().map(|(name, _)| *name)
    }

    /// Whether the other pages have been asked which drafts are theirs, and still have time to answer.
    pub fn is_asking(&self) -> bool {
        self.asked.is_some()
    }

    /// The drafts that were posted, and whose operations a list shows.
    pub(super) fn posted_in(&self, listed: Option<&SortedSet<String>>) -> SortedSet<OperationId> {
        let sure = |key: &String| listed.is_some_and(|keys| keys.contains(key));
        let mut posted = SortedSet::new();
        posted.extend(self.posted.iter().filter(|(_, key)| sure(key)).map(|(name, _)| *name));
        posted
    }

    /// Takes out the drafts of other pages that `which` chooses, and gives their keys.
    pub(super) fn take_others(&mut self, which: &dyn Fn(&OperationId, &OtherDraft) -> bool) -> Vec<String> {
        self.split(which).into_iter().flat_map(|(_, other)| other.keys).collect()
    }

    /// Takes out the drafts of other pages that `which` chooses, and gives them.
    pub(super) fn split(
        &mut self,
        which: &dyn Fn(&OperationId, &OtherDraft) -> bool,
    ) -> LiteMap<OperationId, OtherDraft> {
        let mut gone = LiteMap::new();
        for (name, other) in std::mem::take(&mut self.others) {
            let to = if which(&name, &other) { &mut gone } else { &mut self.others };
            to.insert(name, other);
        }
        gone
    }

    /// When the next draft is to be written, or a wait for other pages or the mirror is over.
    pub(super) fn next_change(&self, rest: u64) -> Option<Timestamp> {
        let writes = self.here.values().filter_map(|writing| writing.changed).map(|changed| changed.plus(rest));
        let asked = self.asked.map(|asked| asked.plus(ANSWER_WITHIN));
        writes.chain(asked).chain(self.waiting.map(|since| since.plus(MIRROR_WITHIN))).min()
    }
}
