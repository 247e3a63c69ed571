//! How a reader moves in the list: from comment to comment, into branches and out of them, and to what a reply answers and back.

use super::branches::Branches;
use super::effect::{Effect, FocusTarget};
use super::list::List;
use super::list_msg::{Direction, ListMsg};
use super::permalink::Led;
use super::step::Step;
use crate::domain::operation_id::OperationId;
use crate::domain::row::Branch;
use crate::domain::rows::Rows;

impl List {
    /// The comments from which there is a way back to a reply.
    pub fn ways_back(&self) -> impl Iterator<Item = OperationId> {
        self.branches().ends()
    }

    /// The comment to which the reader was led last.
    pub fn pointed_at(&self) -> Option<OperationId> {
        self.branches().pointed_at
    }

    /// Whether the reader was led to this comment last, and by what.
    pub fn led(&self, id: OperationId) -> Led {
        if self.pointed_at() == Some(id) { self.branches().link.led(id) } else { Led::Not }
    }

    /// Whether it is to be said that the comment is not here which the page's address names.
    pub fn misses_named(&self) -> bool {
        self.branches().link.misses()
    }

    /// Tells the page whether the comment is here that its address names, once that is known: `is_read`, everything has been read.
    pub(super) fn seek(&mut self, rows: &Rows, is_read: bool) -> Option<Effect> {
        let is_here = rows.has_row(self.branches().link.sought()?);
        self.branches_mut().link.seek(is_here, is_read)
    }

    /// Forgets the branches: the thread is another one.
    pub(super) fn leave_thread(&mut self) {
        *self.branches_mut() = Branches::default();
    }

    /// Follows what the reader did with branches and comments.
    pub(super) fn move_by(&mut self, msg: ListMsg, rows: &Rows) -> Vec<Step> {
        match msg {
            ListMsg::RememberedFolds(folded) => {
                self.branches_mut().remembered(folded);
                vec![Step::List]
            }
            ListMsg::PressedFold(id) => {
                let folded = self.branches().is_folded(id);
                self.branches_mut().set(id, !folded);
                // The focus may have been in the branch.
                vec![Step::Fold(id), Effect::Focus(FocusTarget::Fold(id)).into()]
            }
            ListMsg::PressedAnswered(from) => {
                let row = rows.position(from).and_then(|place| rows.get(place));
                let Some(to) = row.and_then(|row| row.parent) else { return Vec::new() };
                self.branches_mut().go(from, to.id);
                seen(to.id)
            }
            ListMsg::PressedBack(to) => self.branches_mut().go_back(to).map(seen).unwrap_or_default(),
            ListMsg::Link(msg) => self.branches_mut().link.follow(msg),
            ListMsg::PressedKey { at, direction } => self.step(at, direction, rows).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn step(&mut self, at: OperationId, direction: Direction, rows: &Rows) -> Option<Vec<Step>> {
        let place = rows.position(at)?;
        let row = rows.get(place)?;
        let to = match (direction, row.branch) {
            (Direction::Back, _) => return self.branches_mut().go_back(at).map(seen),
            (Direction::In, Branch::Folded(_)) | (Direction::Out, Branch::Open) => {
                self.branches_mut().set(at, direction == Direction::Out);
                return Some(vec![Step::Fold(at), Effect::Focus(FocusTarget::Comment(at)).into()]);
            }
            (Direction::In, Branch::None) => return None,
            (Direction::Out, _) => row.parent.as_ref()?.id,
            (Direction::Previous, _) => rows.get(place.checked_sub(1)?)?.comment.id,
            (Direction::Next | Direction::In, _) => rows.get(place + 1)?.comment.id,
        };
        self.branches_mut().pointed_at = None;
        Some(seen(to))
    }

    /// Opens the branches that hide a comment, and gives the comments above them.
    pub(super) fn open_above(&mut self, id: OperationId, rows: &Rows) -> Vec<OperationId> {
        let above = rows.folded_above(id);
        above.iter().for_each(|branch| self.branches_mut().set(*branch, false));
        above
    }

    /// Folds branches that were opened for a while.
    pub(super) fn fold_again(&mut self, opened: Vec<OperationId>) {
        opened.into_iter().for_each(|branch| self.branches_mut().set(branch, true));
        self.branches_mut().pointed_at = None;
    }

    /// The reader was led to a comment.
    pub(super) fn point_at(&mut self, id: OperationId) {
        self.branches_mut().pointed_at = Some(id);
    }
}

/// Brings a comment into view, with the focus.
fn seen(id: OperationId) -> Vec<Step> {
    vec![Step::Reveal(id), Effect::Focus(FocusTarget::Comment(id)).into()]
}
