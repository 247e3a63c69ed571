//! A first look at the names of a thread: only if one of them hides something, or two people could be taken for each other, is the part
//! fetched that knows which signs look alike. A room: it knows nothing of the others.

use std::cell::RefCell;
use std::fmt;
use std::hash::Hasher;
use std::rc::Rc;

use fnv::FnvHasher;

use crate::app::effect::Effect;
use crate::discussion::Discussion;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;

/// What is odd about the name on a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Oddity {
    /// It has signs that nobody sees.
    pub hides: bool,
    /// It looks like the name of somebody who wrote here before, or of the reader.
    pub is_alike: bool,
}

/// Which names of a thread are odd. What that is lies in a part: who does not fetch it need not know how it is taken down, either.
pub(super) trait Index: fmt::Debug {
    /// Looks at these comments, or at all of them.
    fn look(&mut self, discussion: &Discussion, ids: Option<&SortedSet<OperationId>>);
    /// What is odd about the name on a comment.
    fn oddity(&self, id: OperationId) -> Oddity;
    /// Whether any name is odd.
    fn has_odd(&self) -> bool;
}

/// What makes an index of names. A page fetches it where it could matter.
#[derive(Clone, Copy)]
pub struct NamesCode(pub(super) fn() -> Rc<RefCell<dyn Index>>);

impl fmt::Debug for NamesCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NamesCode")
    }
}

/// There is one.
impl PartialEq for NamesCode {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What is known of the names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The first look: each name as it looks at first sight with who has it, both as numbers, in order.
    seen: Vec<(u32, u32)>,
    /// Somebody whose name is written in more than ASCII.
    is_wide: bool,
    /// Whether the part was asked for.
    asked: bool,
    code: Option<NamesCode>,
    index: Option<Rc<RefCell<dyn Index>>>,
}

impl Names {
    /// What is odd about the name on a comment.
    pub fn oddity(&self, id: OperationId) -> Oddity {
        self.index.as_ref().map(|index| index.borrow().oddity(id)).unwrap_or_default()
    }

    /// Whether any name is odd.
    pub fn has_odd(&self) -> bool {
        self.index.as_ref().is_some_and(|index| index.borrow().has_odd())
    }

    /// Takes what knows which names look alike, and has it look at all of them.
    pub(in crate::app) fn take_code(&mut self, code: NamesCode, discussion: &Discussion) {
        (self.code, self.index, self.seen) = (Some(code), Some((code.0)()), Vec::new());
        self.look(discussion, None);
    }

    /// It could not be had. It is asked for again when more names come.
    pub(in crate::app) fn missed(&mut self) {
        self.asked = false;
    }

    /// Leaves a discussion.
    pub(in crate::app) fn leave_thread(&mut self) {
        *self = Self { code: self.code, index: self.code.map(|code| (code.0)()), asked: self.asked, ..Self::default() };
    }

    /// Looks at the names on these comments, which are new or different; at all names, where none are named.
    pub(in crate::app) fn look(
        &mut self,
        discussion: &Discussion,
        ids: Option<&SortedSet<OperationId>>,
    ) -> Option<Effect> {
        if let Some(index) = &self.index {
            index.borrow_mut().look(discussion, ids);
            return None;
        }
        if self.asked {
            return None;
        }
        let thread = discussion.comments();
        match ids {
            Some(ids) => ids.iter().filter_map(|id| thread.get(*id)).for_each(|comment| {
                if let Some(seen) = self.first_look(comment)
                    && let Err(place) = self.seen.binary_search(&seen)
                {
                    self.seen.insert(place, seen);
                }
            }),
            None => {
                (self.seen, self.is_wide) = (Vec::new(), false);
                let all: Vec<_> = thread.comments().filter_map(|comment| self.first_look(comment)).collect();
                self.seen = all;
                self.seen.sort_unstable();
                self.seen.dedup();
            }
        }
        self.asked = self.could_matter();
        self.asked.then_some(Effect::FetchNames)
    }

    fn first_look(&mut self, comment: &Comment) -> Option<(u32, u32)> {
        let name = comment.author.name.as_ref()?.as_str();
        self.is_wide |= !name.is_ascii();
        Some((number(name.bytes().map(at_first_sight)), number(comment.author.id.as_str().bytes())))
    }

    /// Whether two people have names that could be taken for each other, or somebody hides something.
    fn could_matter(&self) -> bool {
        let pairs = || self.seen.iter().zip(self.seen.iter().skip(1));
        let are_many = || pairs().any(|(one, other)| one.1 != other.1);
        (self.is_wide && (are_many() || self.seen.len() == 1)) || pairs().any(|(one, other)| one.0 == other.0)
    }
}

/// A letter as it looks to whoever reads fast.
fn at_first_sight(letter: u8) -> u8 {
    match letter.to_ascii_lowercase() {
        b'i' | b'1' | b'|' => b'l',
        b'0' => b'o',
        letter => letter,
    }
}

/// A number for a text: two texts with one number are looked at more closely, no more.
fn number(bytes: impl Iterator<Item = u8>) -> u32 {
    let mut hasher = FnvHasher::default();
    bytes.for_each(|byte| hasher.write_u8(byte));
    let hash = hasher.finish();
    u32::try_from((hash ^ hash >> 32) & 0xffff_ffff).unwrap_or_default()
}
