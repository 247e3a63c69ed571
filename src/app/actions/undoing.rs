//! How what the reader did here is undone and done again: by new operations, one for each, as everything is done. What another page
//! has changed since is left as it is, and that is said.

use super::act::{Act, Beside, Deed};
use super::acts::Direction;
use super::state::{Actions, append, own};
use crate::app::context::Context;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::discussion::Discussion;
use crate::domain::operation_id::OperationId;
use crate::port::announced::Announced;
use crate::port::{HeldImport, ToManage};
use crate::store::format::operation::{Kind, Operation};

impl Actions {
    /// Takes note of an operation of this page's that counts now.
    pub(in crate::app) fn note(&mut self, operation: &Operation, discussion: &Discussion) {
        self.overtaken = None;
        self.acts.note(operation, discussion);
    }

    /// Takes note of what became of the import that "Your comments" holds.
    pub(in crate::app) fn import_is(&mut self, held: HeldImport) {
        self.acts.forget_import();
        match held {
            HeldImport::Done { again: false } => self.acts.did(Act::Import),
            HeldImport::Done { again: true } => self.acts.put(Direction::Back, Act::Import),
            HeldImport::Undone => self.acts.put(Direction::Forth, Act::Import),
            HeldImport::Gone => {}
        }
    }

    /// Forgets what was done here: whoever reads on may be somebody else.
    pub(in crate::app) fn forget_acts(&mut self) {
        (self.acts, self.overtaken) = Default::default();
    }

    /// Tells the browser when there begins or ends to be something to undo or do again: only then are their keys the widget's.
    pub(in crate::app) fn offer(&mut self) -> Option<Effect> {
        let can = |direction| self.acts.next(direction).is_some();
        let offered = (can(Direction::Back), can(Direction::Forth));
        let before = std::mem::replace(&mut self.offered, offered);
        (before != offered).then_some(Effect::OfferUndo { undo: offered.0, redo: offered.1 })
    }

    /// The comments beside which something stands about what was done here last.
    pub fn with_beside(&self) -> impl Iterator<Item = OperationId> {
        let next = [Direction::Back, Direction::Forth].map(|direction| self.acts.next(direction).and_then(Act::about));
        next.into_iter().chain([self.overtaken]).flatten()
    }

    /// What stands beside a comment about what was done here last.
    pub fn beside(&self, id: OperationId, discussion: &Discussion, readonly: bool) -> Beside {
        let next = |direction| match self.acts.next(direction) {
            Some(Act::To(about, deed)) if about == id && !is_closed(deed, readonly) => {
                self.change_of(id, deed, direction, discussion).map(|_| deed)
            }
            _ => None,
        };
        Beside { undo: next(Direction::Back), redo: next(Direction::Forth), is_overtaken: self.overtaken == Some(id) }
    }

    /// Where "Undo" is pressed beside a deleted comment: whether that undoes what was done last, or does again what was undone last.
    pub(super) fn way_to_show(&self, id: OperationId, discussion: &Discussion) -> Option<Direction> {
        [Direction::Forth, Direction::Back].into_iter().find(|direction| match self.acts.next(*direction) {
            Some(Act::To(about, deed)) if about == id => {
                matches!(self.change_of(id, deed, *direction, discussion), Some(Kind::Restore { .. }))
            }
            _ => false,
        })
    }

    fn change_of(&self, id: OperationId, deed: Deed, direction: Direction, discussion: &Discussion) -> Option<Kind> {
        self.acts.change(own(discussion, id)?, deed, direction, discussion)
    }

    /// Undoes what was done last, or does again what was undone last.
    pub(super) fn go(&mut self, direction: Direction, context: &mut Context<'_>) -> Vec<Step> {
        match self.acts.next(direction) {
            None => Vec::new(),
            Some(Act::Import) => vec![
                Effect::ToManage(match direction {
                    Direction::Back => ToManage::UndoImport,
                    Direction::Forth => ToManage::ImportAgain,
                })
                .into(),
            ],
            // A change that is on its way is waited for: what it comes to decides what is next.
            Some(Act::To(id, deed)) if self.acts.is_awaited(id) || is_closed(deed, context.config.readonly) => {
                Vec::new()
            }
            Some(Act::To(id, deed)) => self.go_at(id, deed, direction, context),
        }
    }

    fn go_at(&mut self, id: OperationId, deed: Deed, direction: Direction, context: &mut Context<'_>) -> Vec<Step> {
        let Some(kind) = self.change_of(id, deed, direction, context.discussion) else {
            return self.overtaken(id, context.discussion);
        };
        let Some(author) = own(context.discussion, id).map(|comment| comment.author.clone()) else {
            return Vec::new();
        };
        self.acts.turn(direction);
        self.acts.await_change(kind.clone());
        (self.confirming, self.overtaken) = (None, None);
        let focus = match kind {
            Kind::Delete { .. } => {
                self.undoable.insert(id);
                FocusTarget::Undo(id)
            }
            Kind::Restore { .. } => FocusTarget::Comment(id),
            _ => FocusTarget::Undo(id),
        };
        let steps = [Step::Reveal(id), Step::Say(said(deed, direction)), Effect::Focus(focus).into()];
        std::iter::once(append(kind, author, context)).chain(steps).collect()
    }

    /// Nothing that was done to a comment here is undone any more. The reader is shown where, and why.
    fn overtaken(&mut self, id: OperationId, discussion: &Discussion) -> Vec<Step> {
        self.acts.forget(id);
        self.overtaken = Some(id);
        if own(discussion, id).is_some_and(|comment| comment.deleted) {
            self.undoable.insert(id);
        }
        let focus = Effect::Focus(FocusTarget::Comment(id)).into();
        vec![Step::List, Step::Reveal(id), Step::Say(Announced::Overtaken), focus]
    }

    /// Gives a comment an earlier text of its own again. That is an edit like any other.
    pub(super) fn use_earlier(&mut self, id: OperationId, text: OperationId, context: &mut Context<'_>) -> Vec<Step> {
        let Some(comment) = own(context.discussion, id).filter(|comment| !comment.deleted) else {
            return Vec::new();
        };
        let set = context.discussion.set_of_own(id);
        let body = set.and_then(|set| set.text_of(id, text)).filter(|body| **body != comment.current.body).cloned();
        let Some(body) = body.filter(|_| !context.config.readonly) else {
            return Vec::new();
        };
        let author = comment.author.clone();
        self.overtaken = None;
        vec![
            append(Kind::Edit { target: id, body }, author, context),
            Step::Reveal(id),
            Step::Say(Announced::Edited),
            Effect::Focus(FocusTarget::Undo(id)).into(),
        ]
    }
}

/// In a closed discussion nothing is written, so no text is changed either way.
fn is_closed(deed: Deed, readonly: bool) -> bool {
    readonly && matches!(deed, Deed::Edited { .. })
}

fn said(deed: Deed, direction: Direction) -> Announced {
    match (direction, deed) {
        (Direction::Back, Deed::Posted) => Announced::UndidPost,
        (Direction::Back, Deed::Edited { .. }) => Announced::UndidEdit,
        (Direction::Back, Deed::Deleted) | (Direction::Forth, Deed::Posted | Deed::Restored) => Announced::Restored,
        (Direction::Back, Deed::Restored) | (Direction::Forth, Deed::Deleted) => Announced::Deleted,
        (Direction::Forth, Deed::Edited { .. }) => Announced::Edited,
    }
}
