//! What was done on this page and what of it was undone, in order, for as long as the page lives.

use super::act::{Act, Deed};
use crate::discussion::Discussion;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_map::SortedMap;
use crate::store::format::operation::{Kind, Operation};

/// So many acts are remembered.
const MOST: usize = 200;

/// Whether something is undone or done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Undone.
    Back,
    /// Done again.
    Forth,
}

/// What was done here.
#[derive(Clone, Debug, Default)]
pub(super) struct Acts {
    done: Vec<Act>,
    undone: Vec<Act>,
    /// By comment, the newest of its changes that was made here. Where another one is newer, nothing is undone.
    tips: SortedMap<OperationId, OperationId>,
    /// The changes by which something is being undone or done again: they are no new acts.
    awaited: Vec<Kind>,
}

impl Acts {
    /// What is undone or done again next.
    pub(super) fn next(&self, direction: Direction) -> Option<Act> {
        let acts = if direction == Direction::Back { &self.done } else { &self.undone };
        acts.last().copied()
    }

    /// Whether a change to this comment, by which something is undone or done again, is still on its way.
    pub(super) fn is_awaited(&self, id: OperationId) -> bool {
        self.awaited.iter().any(|kind| kind.target() == Some(id))
    }

    /// Takes note of an operation that this page made and that counts now. The reader has done something, or it is what was awaited.
    pub(super) fn note(&mut self, operation: &Operation, discussion: &Discussion) {
        let id = operation.kind.target().unwrap_or(operation.id);
        match operation.kind {
            Kind::Erase { .. } => return self.forget(id),
            // A reaction is taken back where it was given.
            Kind::Sent { .. } | Kind::React { .. } | Kind::Batch { .. } => return,
            _ => {}
        }
        let Some(set) = discussion.set_of_own(id) else {
            return;
        };
        // What another page changed meanwhile lies between: what was done here before that is not undone any more.
        let before = set.newest_turn(id, Some(operation.id));
        if self.tips.get(&id).is_some_and(|tip| Some(*tip) != before) {
            self.forget(id);
        }
        self.tips.insert(id, operation.id);
        if let Some(place) = self.awaited.iter().position(|kind| *kind == operation.kind) {
            self.awaited.remove(place);
            return;
        }
        let after = operation.id;
        let deed = match operation.kind {
            Kind::Post { .. } => Some(Deed::Posted),
            Kind::Edit { .. } => set.text_before(id, after).map(|before| Deed::Edited { before, after }),
            Kind::Delete { .. } => Some(Deed::Deleted),
            Kind::Restore { .. } => Some(Deed::Restored),
            Kind::Erase { .. } | Kind::Sent { .. } | Kind::React { .. } | Kind::Batch { .. } => None,
        };
        if let Some(deed) = deed {
            self.did(Act::To(id, deed));
        }
    }

    /// Takes note of something new. What was undone before cannot be done again any more.
    pub(super) fn did(&mut self, act: Act) {
        self.undone.clear();
        self.done.push(act);
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    /// Puts an import back to what was done or undone.
    pub(super) fn put(&mut self, direction: Direction, act: Act) {
        match direction {
            Direction::Back => self.done.push(act),
            Direction::Forth => self.undone.push(act),
        }
    }

    /// Takes what is next from what was done to what was undone, or back.
    pub(super) fn turn(&mut self, direction: Direction) {
        let (from, to) = match direction {
            Direction::Back => (&mut self.done, &mut self.undone),
            Direction::Forth => (&mut self.undone, &mut self.done),
        };
        to.extend(from.pop());
    }

    /// Waits for a change that is no new act.
    pub(super) fn await_change(&mut self, kind: Kind) {
        self.awaited.push(kind);
    }

    /// Forgets all that was done to a comment.
    pub(super) fn forget(&mut self, id: OperationId) {
        self.tips.remove(&id);
        self.retain(|act| act.about() != Some(id));
    }

    /// Forgets an import, wherever it stands.
    pub(super) fn forget_import(&mut self) {
        self.retain(|act| act != Act::Import);
    }

    fn retain(&mut self, holds: impl Fn(Act) -> bool) {
        for acts in [&mut self.done, &mut self.undone] {
            acts.retain(|act| holds(*act));
        }
    }

    /// The change by which what was done to a comment is undone, or done again; `None` if the comment is not as it was left, or
    /// another page has changed it since.
    pub(super) fn change(
        &self,
        comment: &Comment,
        deed: Deed,
        direction: Direction,
        discussion: &Discussion,
    ) -> Option<Kind> {
        let id = comment.id;
        let set = discussion.set_of_own(id)?;
        let tip = self.tips.get(&id)?;
        if set.newest_turn(id, None) != Some(*tip) {
            return None;
        }
        let is_back = direction == Direction::Back;
        match deed {
            Deed::Edited { before, after } => {
                let (from, to) = if is_back { (after, before) } else { (before, after) };
                let stands = set.text_of(id, from) == Some(&comment.current.body);
                let body = set.text_of(id, to).filter(|_| stands)?.clone();
                Some(Kind::Edit { target: id, body })
            }
            Deed::Posted | Deed::Restored if is_back => (!comment.deleted).then_some(Kind::Delete { target: id }),
            Deed::Deleted if !is_back => (!comment.deleted).then_some(Kind::Delete { target: id }),
            Deed::Posted | Deed::Restored | Deed::Deleted => comment.deleted.then_some(Kind::Restore { target: id }),
        }
    }
}
