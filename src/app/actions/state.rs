//! What the reader does to what they wrote: hide it, show it again, erase it for good, take along what is not saved, or delete all of it
//! at once. A room: it knows nothing of the others.

use super::acts::{Acts, Direction};
use super::histories::{Histories, HistoryMsg};
use super::reaction_msg::ReactionMsg;
use crate::app::context::Context;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::discussion::Discussion;
use crate::domain::author::Author;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::timestamp::Timestamp;
use crate::port::announced::Announced;
use crate::port::{Deletion, ToManage};
use crate::store::format::operation::Kind;

/// What is being done to comments.
#[derive(Clone, Debug, Default)]
pub struct Actions {
    /// The comment about whose erasure the reader is being asked.
    pub(super) confirming: Option<OperationId>,
    /// What was deleted here, and can be taken back where it stood.
    pub(super) undoable: SortedSet<OperationId>,
    /// What was done here, and what of it was undone.
    pub(super) acts: Acts,
    /// The comment about which the reader was told that something cannot be undone any more.
    pub(super) overtaken: Option<OperationId>,
    /// Whether the browser was told last that there is something to undo, and something to do again.
    pub(super) offered: (bool, bool),
    /// The comments whose earlier texts are looked at.
    pub(super) histories: Histories,
    /// The comment to which a reaction is being chosen.
    pub(super) reacting: Option<OperationId>,
    /// Whether the reader has reacted to something here.
    pub(super) has_reacted: bool,
    /// The deletion of everything, while it is under way.
    deletion: Option<Deletion>,
}

/// What the reader did to a comment of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionMsg {
    /// They pressed "Delete".
    PressedDelete(OperationId),
    /// They pressed "Undo" where a comment was deleted.
    PressedUndo(OperationId),
    /// They want undone what they did last.
    Undid,
    /// They want done again what they undid last.
    Redid,
    /// They want an earlier text of a comment of theirs again.
    UsedEarlier {
        /// The comment.
        id: OperationId,
        /// The operation that gave it this text.
        text: OperationId,
    },
    /// They asked for a deleted comment to be erased, and were asked whether they are sure.
    PressedErase(OperationId),
    /// They are sure, or are not.
    AnsweredErase {
        /// The comment.
        id: OperationId,
        /// Whether they are sure.
        sure: bool,
    },
    /// Something happened to the earlier texts of a comment.
    History(HistoryMsg),
    /// They did something about reactions.
    Reaction(ReactionMsg),
    /// They pressed "Copy" beside a text that is not saved.
    PressedCopyText(OperationId),
    /// They pressed "Download" beside a text that is not saved.
    PressedDownloadText(OperationId),
    /// They pressed "Try again" beside a text that is not saved.
    PressedSaveAgain,
}

impl Actions {
    /// The comment about whose erasure the reader is being asked.
    pub fn confirming(&self) -> Option<OperationId> {
        self.confirming
    }

    /// The comments whose earlier texts are looked at.
    pub fn histories(&self) -> &Histories {
        &self.histories
    }

    /// Takes what draws the differences of texts, where all code is always there.
    pub(in crate::app) fn take_code(&mut self) {
        self.histories.take_code();
    }

    /// What can be taken back where it stood.
    pub(in crate::app) fn undoable(&self) -> &SortedSet<OperationId> {
        &self.undoable
    }

    /// When the reader is to be told that a deletion takes long.
    pub(in crate::app) fn next_change(&self) -> Option<Timestamp> {
        self.deletion.as_ref().and_then(Deletion::next_change)
    }

    /// Follows what the reader did.
    #[inline(never)]
    pub(in crate::app) fn follow(&mut self, msg: ActionMsg, context: &mut Context<'_>) -> Vec<Step> {
        match msg {
            ActionMsg::PressedDelete(id) => self.change(id, Kind::Delete { target: id }, context),
            ActionMsg::PressedUndo(id) => match self.way_to_show(id, context.discussion) {
                Some(direction) => self.go(direction, context),
                None => self.change(id, Kind::Restore { target: id }, context),
            },
            ActionMsg::Undid => self.go(Direction::Back, context),
            ActionMsg::Redid => self.go(Direction::Forth, context),
            ActionMsg::UsedEarlier { id, text } => self.use_earlier(id, text, context),
            ActionMsg::History(msg) => self.histories.follow(msg),
            // Who reacts is known where the composers are.
            ActionMsg::Reaction(msg) => self.react(msg, None, context),
            ActionMsg::PressedErase(id) => {
                if own(context.discussion, id).is_some_and(|comment| comment.deleted) {
                    self.confirming = Some(id);
                }
                Vec::new()
            }
            ActionMsg::AnsweredErase { id, sure: true } => self.erase(id, context),
            ActionMsg::AnsweredErase { id, sure: false } => {
                self.confirming = None;
                vec![Effect::Focus(FocusTarget::Undo(id)).into()]
            }
            ActionMsg::PressedCopyText(id) => {
                let text = context.discussion.unsaved_text(id);
                text.map(|text| Effect::CopyText(text.to_owned()).into()).into_iter().collect()
            }
            ActionMsg::PressedDownloadText(id) => {
                let save = |text: &str| Effect::SaveFile { name: "comment.txt".to_owned(), text: text.to_owned() };
                context.discussion.unsaved_text(id).map(|text| save(text).into()).into_iter().collect()
            }
            ActionMsg::PressedSaveAgain => vec![Step::Out(context.discussion.send_again())],
        }
    }

    /// Deletes or restores one of the reader's own comments.
    fn change(&mut self, id: OperationId, kind: Kind, context: &mut Context<'_>) -> Vec<Step> {
        let deletes = matches!(kind, Kind::Delete { .. });
        let Some(comment) = own(context.discussion, id).filter(|comment| comment.deleted != deletes) else {
            return Vec::new();
        };
        // Signed as the comment is, not as this page would sign: two tabs may have started as two authors.
        let author = comment.author.clone();
        self.confirming = None;
        if deletes {
            self.undoable.insert(id);
        }
        self.overtaken = None;
        let focus = if deletes { FocusTarget::Undo(id) } else { FocusTarget::Comment(id) };
        vec![
            append(kind, author, context),
            Step::Say(if deletes { Announced::Deleted } else { Announced::Restored }),
            Effect::Focus(focus).into(),
        ]
    }

    /// Erases a deleted comment. Its keys are removed once the tombstone is kept for certain.
    pub(in crate::app) fn erase(&mut self, id: OperationId, context: &mut Context<'_>) -> Vec<Step> {
        self.confirming = None;
        let Some(author) = own(context.discussion, id).filter(|comment| comment.deleted).map(|it| it.author.clone())
        else {
            return Vec::new();
        };
        // What only the published file says need not be named, however much that is, nor are reactions: they stay away with their
        // comment.
        let Some(set) = context.discussion.set_of_own(id) else {
            return Vec::new();
        };
        let said = |id: OperationId| set.effective(id)?.0.operation.as_ref();
        let is_reaction = |id| said(id).is_some_and(|operation| matches!(operation.kind, Kind::React { .. }));
        let changes: Vec<OperationId> = set.changes(id).filter(|id| set.is_kept(*id) && !is_reaction(*id)).collect();
        let of = |id: OperationId| said(id)?.draft;
        // Drafts have names like operations: one that could not be removed is not taken for a new text later.
        let drafts = changes.iter().copied().chain([id]).filter_map(of).collect::<Vec<_>>();
        let changes = changes.into_iter().chain(drafts).collect();
        self.undoable.remove(&id);
        vec![
            append(Kind::Erase { target: id, changes }, author, context),
            Step::Say(Announced::Erased),
            Effect::Focus(FocusTarget::Heading).into(),
        ]
    }

    /// A room in which nothing was done. What the browser was told stays true until it is told otherwise.
    fn emptied(&self) -> Self {
        Self { offered: self.offered, histories: self.histories.emptied(), ..Self::default() }
    }

    /// Everything of the discussion is being deleted; when that is done it is said here, if it `says`.
    pub(in crate::app) fn deletes_everything(&mut self, now: Timestamp, says: bool) {
        *self = Self { deletion: Some(Deletion::requested(now, says)), ..self.emptied() };
    }

    /// Leaves a discussion. What the reader asked for there goes on, and nothing is said of it here.
    pub(in crate::app) fn leave_thread(&mut self) {
        *self = Self { deletion: self.deletion.take().map(Deletion::quiet), ..self.emptied() };
    }

    /// Nothing goes where a deletion was under way any more.
    pub(in crate::app) fn give_up_deleting(&mut self) {
        self.deletion = None;
    }

    /// Says that what the reader wants deleted is gone, once it is, or that it takes long.
    pub(in crate::app) fn report(&mut self, discussion: &Discussion, now: Timestamp) -> Vec<Step> {
        let Some(deletion) = &mut self.deletion else {
            return Vec::new();
        };
        if discussion.shown().is_purging() {
            return if deletion.takes_long(now) { vec![Step::Say(Announced::NotDeleted)] } else { Vec::new() };
        }
        let mut steps: Vec<Step> = vec![Effect::ToManage(ToManage::Deleted).into()];
        if deletion.is_awaited() {
            steps.push(Step::Say(Announced::DeletedEverything));
        }
        self.deletion = None;
        steps
    }
}

/// A comment, if it is the reader's own.
pub(super) fn own(discussion: &Discussion, id: OperationId) -> Option<&Comment> {
    discussion.comments().get(id).filter(|comment| comment.own).map(AsRef::as_ref)
}

pub(super) fn append(kind: Kind, author: Author, context: &mut Context<'_>) -> Step {
    Step::Out(context.discussion.append(kind, author, None, context.config.page(), context.env))
}
